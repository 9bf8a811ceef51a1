"""Whatever can be done has words in the history."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import get_args

import pytest

from desktop.services.change_labels import ChangeLabel
from desktop.ui.history.words import change_text, labels

DESKTOP = Path(__file__).resolve().parents[2] / "desktop"
TOLD = {"services/change_labels.py", "ui/history/words.py"}
LABELS: tuple[ChangeLabel, ...] = get_args(ChangeLabel)


def test_every_label_has_words_and_there_are_no_others() -> None:
    assert set(labels()) == set(LABELS)


@pytest.mark.parametrize("label", LABELS)
def test_a_change_is_told_in_words(label: ChangeLabel) -> None:
    text = change_text(label)
    assert text and "_" not in text


def test_every_label_is_that_of_a_change() -> None:
    used = {
        node.value
        for path in DESKTOP.rglob("*.py")
        if path.relative_to(DESKTOP).as_posix() not in TOLD
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert set(LABELS) <= used
