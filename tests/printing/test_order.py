"""The order of names in the language of the interface."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop.printing.order import in_order
from desktop.qt.language import Language

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(autouse=True)
def language() -> Iterator[Language]:
    """English again afterwards."""
    chosen = Language()
    chosen.install("da")
    yield chosen
    chosen.install("en")


def test_danish_letters_come_last_in_danish() -> None:
    names = ["Åse", "Østen", "anders", "Zoe", "Ærø", "Bo"]
    assert in_order(names, str) == ["anders", "Bo", "Zoe", "Ærø", "Østen", "Åse"]


def test_numbers_go_by_their_size() -> None:
    assert in_order(["sag-10", "sag-9"], str) == ["sag-9", "sag-10"]


def test_in_english_they_stand_with_the_letters_they_come_from(language: Language) -> None:
    language.install("en")
    assert in_order(["Bo", "Åse"], str) == ["Åse", "Bo"]
