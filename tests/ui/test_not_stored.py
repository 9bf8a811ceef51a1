"""A disk that is full: each page of the window says that nothing was stored, and goes on."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.app.crash import Faults
from desktop.domain.retention import DataKind
from desktop.qt.language import Language
from desktop.services.demo import demo_unit_text
from desktop.services.files.importing import import_unit
from desktop.services.ports import NotStored
from desktop.ui.door import Alarm
from desktop.ui.forms.saving import saving
from desktop.ui.main_window import MainWindow
from desktop.ui.retention.rules_panel import RulesPanel
from tests.services.fakes import FakeClock, FakeStore, FakeWork
from tests.services.small_unit import UNIT
from tests.ui.kit import context_of

WORDS = "could not be stored"


class FullWork(FakeWork):
    def commit(self) -> None:
        raise NotStored


class FullStore(FakeStore):
    """A store in memory that can be full."""

    full = False

    def begin(self) -> FakeWork:
        return FullWork(self.rows) if self.full else super().begin()


@pytest.fixture
def store() -> FullStore:
    return FullStore()


@pytest.fixture
def window(qtbot: QtBot, store: FullStore, tmp_path: Path, language: Language) -> MainWindow:
    context = context_of(
        store, tmp_path, language.install, import_unit=lambda content: import_unit(store, content)
    )
    opened = MainWindow(context)
    qtbot.addWidget(opened)
    opened.show()
    return opened


def test_an_import_says_so_and_works_once_there_is_room(
    window: MainWindow, store: FullStore, tmp_path: Path
) -> None:
    path = tmp_path / "unit.json"
    path.write_text(demo_unit_text(1, FakeClock().today()), encoding="utf-8")
    assert window.welcome is not None
    store.full = True
    assert not window.welcome.import_file(path)
    assert WORDS in window.welcome.message.text()
    store.full = False
    assert window.welcome.import_file(path)


def test_a_form_says_so_and_an_undo_is_not_lost(
    qtbot: QtBot, store: FullStore, tmp_path: Path, language: Language
) -> None:
    store.put(UNIT.settings, *UNIT.levels, *UNIT.citizens)
    context = context_of(store, tmp_path, language.install)
    window = MainWindow(context)
    qtbot.addWidget(window)
    save = saving(context.editing, "plan_accepted")
    renamed = replace(UNIT.citizens[0], name="Another")
    store.full = True
    assert [fault.key for fault in save(renamed, "")] == ["not_stored"]
    store.full = False
    assert save(renamed, "") == ()
    store.full = True
    window.menus.undo.trigger()
    assert WORDS in window.statusBar().currentMessage()
    store.full = False
    window.menus.undo.trigger()
    assert context.editing.unit().citizens[0].name == UNIT.citizens[0].name


def test_a_retention_rule_says_so(qtbot: QtBot, store: FullStore, language: Language) -> None:
    panel = RulesPanel(store, FakeClock())
    qtbot.addWidget(panel)
    panel.rows[DataKind.ABSENCES].source.setText("The board")
    store.full = True
    assert not panel.decide(DataKind.ABSENCES)
    assert WORDS in panel.rows[DataKind.ABSENCES].state.text()


def test_missing_changes_stand_above_everything_with_the_way_to_the_backups(
    qtbot: QtBot, store: FullStore, tmp_path: Path, language: Language
) -> None:
    context = replace(context_of(store, tmp_path, language.install), alarms=(Alarm.CHANGES_MISSING,))
    window = MainWindow(context)
    qtbot.addWidget(window)
    said = "\n".join(label.text() for label in window.findChildren(QLabel))
    assert "The last changes are missing" in said
    assert "Vault > Backups" in said


def test_an_error_that_nobody_thought_of_is_said_at_the_foot(window: MainWindow, qtbot: QtBot) -> None:
    faults = Faults()
    faults.noted.connect(window.tell_fault, Qt.ConnectionType.QueuedConnection)
    thread = threading.Thread(target=faults.noted.emit)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: "Something went wrong" in window.statusBar().currentMessage())
