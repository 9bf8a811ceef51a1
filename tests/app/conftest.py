"""Fixtures for tests of the joined app: the light theme, English, and windows that are really gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.ui.door import DoorAnswer
from tests.app.office import PASSPHRASE, Office
from tests.ui.conftest import dressed, language, spoken
from tests.vault.conftest import kept_vault

__all__ = ["dressed", "kept_vault", "language", "spoken"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What the offscreen platform says of itself is no fault of ours."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture(scope="session")
def kept_office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Its vault was made by Bodil and closed."""
    made = Office(tmp_path_factory.mktemp("kept") / "vault")
    door = made.door()
    door.give_name("Bodil Berg")
    assert door.create(PASSPHRASE) is DoorAnswer.OPEN
    door.close()
    return made


@pytest.fixture
def office(tmp_path: Path, kept_office: Office) -> Office:
    """One of the test's own: a copy of that which is made once, since making one takes a while."""
    return kept_office.copied(tmp_path / "vault")
