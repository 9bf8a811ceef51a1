"""An empty vault: import with its errors, and the demo."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.services.change import Change
from desktop.services.demo import demo_unit_text
from desktop.services.files.importing import import_unit
from desktop.ui.main_window import MainWindow
from tests.services.fakes import FakeClock, FakeStore
from tests.ui.kit import BROKEN_UNIT_FILE, context_of


@pytest.fixture
def store() -> FakeStore:
    return FakeStore()


@pytest.fixture
def asked_for_demo() -> list[str]:
    return []


@pytest.fixture
def window(qtbot: QtBot, store: FakeStore, tmp_path: Path, asked_for_demo: list[str]) -> MainWindow:
    def take(content: bytes) -> Change:
        return import_unit(store, content)

    context = context_of(
        store, tmp_path, lambda _: None, import_unit=take, open_demo=lambda: asked_for_demo.append("demo")
    )
    opened = MainWindow(context)
    qtbot.addWidget(opened)
    opened.show()
    return opened


def written(folder: Path, text: str) -> Path:
    path = folder / "unit.json"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_empty_vault_offers_import_and_demo(window: MainWindow, asked_for_demo: list[str]) -> None:
    assert window.week is None
    assert window.welcome is not None
    assert window.menus.import_unit.isEnabled()
    assert not window.menus.plan.isEnabled()
    window.welcome.demo_button.click()
    assert asked_for_demo == ["demo"]


def test_errors_are_listed_at_their_places_and_nothing_is_imported(
    window: MainWindow, store: FakeStore, tmp_path: Path
) -> None:
    assert window.welcome is not None
    assert not window.welcome.import_file(written(tmp_path, BROKEN_UNIT_FILE))
    errors = window.welcome.errors
    listed = {errors.index(row, 0).data(): errors.index(row, 1).data() for row in range(errors.rowCount())}
    assert listed["settings.name"] == "must not be empty"
    assert listed["settings.opening[0].start"] == "is not a time of day such as 08:00"
    assert window.welcome.message.text().endswith(f"{errors.rowCount()} errors. Nothing was imported.")
    assert window.welcome.table.isVisible()
    with store.begin() as work:
        assert work.is_empty()
    assert window.week is None


def test_what_is_no_json_is_one_error(window: MainWindow, tmp_path: Path) -> None:
    assert window.welcome is not None
    window.welcome.import_file(written(tmp_path, "{"))
    assert window.welcome.message.text() == "The file has 1 error. Nothing was imported."
    assert window.welcome.errors.index(0, 0).data() == "1:2"


def test_a_file_that_is_not_there_is_told(window: MainWindow, tmp_path: Path) -> None:
    assert window.welcome is not None
    window.welcome.import_file(tmp_path / "none.json")
    assert window.welcome.message.text() == "The file could not be read."


def test_a_good_file_leads_to_the_week(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, demo_unit_text(1, FakeClock().today()))
    monkeypatch.setattr("desktop.ui.welcome.page.QFileDialog.getOpenFileName", lambda *_: (str(path), ""))
    window.menus.import_unit.trigger()
    assert window.welcome is None
    assert window.week is not None
    assert window.week.people.model.rowCount() == 70
    assert not window.menus.import_unit.isEnabled()
