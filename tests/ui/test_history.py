"""Whatever can be done has words in the history."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.conflicts import ConflictGroup, Scope, Separation
from desktop.domain.people import Absence, AbsenceKind, Citizen, LevelAssessment
from desktop.domain.time import DateSpan, IsoWeek, TimeSpan
from desktop.qt.language import Language
from desktop.services.change_labels import ChangeLabel
from desktop.services.ports import NotStored
from desktop.ui.history.dialog import HistoryDialog
from desktop.ui.history.words import change_text, labels
from desktop.ui.main_window import MainWindow
from tests.services.fakes import FakeWork
from tests.services.small_unit import SINCE
from tests.ui.kit import Bench

DESKTOP = Path(__file__).resolve().parents[2] / "desktop"
WEEK = IsoWeek(2026, 48)
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


@pytest.fixture
def dialog(planned: MainWindow) -> HistoryDialog:
    """The window's history after two changes, beside it."""
    editing = planned.context.editing
    person = editing.stored(Citizen, "c2")
    assert person is not None
    for note in ("one", "two"):
        editing.save("person_saved", [replace(person, note=note)])
    planned.menus.history.trigger()
    return planned.findChildren(HistoryDialog)[-1]


def test_enter_takes_back_one_step_alone(planned: MainWindow, dialog: HistoryDialog) -> None:
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert len(planned.context.editing.history) == 1
    assert len(planned.context.editing.undone) == 1


def test_it_speaks_another_language_at_once(dialog: HistoryDialog, language: Language, qtbot: QtBot) -> None:
    language.install("da")
    qtbot.waitUntil(lambda: dialog.windowTitle() == "Historik")
    QApplication.processEvents()
    assert dialog.leave.text() == "Luk"
    assert "borger ændret" in dialog.list.item(0).text()


def test_a_full_disk_is_told(dialog: HistoryDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: FakeWork) -> None:
        raise NotStored

    monkeypatch.setattr(FakeWork, "commit", full)
    dialog.go.click()
    assert "could not be stored" in dialog.told.text()


def test_concealing_hides_the_names_in_it(bench: Bench, open_window: Callable[..., MainWindow]) -> None:
    bench.keep_plan()
    window = open_window(bench)
    assert window.week is not None
    window.week.hand.lock_person("c2", "")
    window.menus.history.trigger()
    dialog = window.findChildren(HistoryDialog)[-1]
    assert "Bo Bertelsen" in dialog.list.item(0).text()
    window.menus.conceal.trigger()
    assert "Bo Bertelsen" not in dialog.list.item(0).text()


def test_it_names_whom_a_change_was_about(planned: MainWindow) -> None:
    editing = planned.context.editing
    bo, carl = (editing.stored(Citizen, each) for each in ("c2", "c3"))
    assert bo is not None
    assert carl is not None
    today = date(2026, 11, 26)
    apart = Separation("x1", "c2", "c3", Scope.SITE, 0, "A report", DateSpan(today), "The police")
    editing.save("rivalry_reported", [apart])
    worse = LevelAssessment(2, "The police", today, date(2027, 1, 1))
    editing.save("threat_reported", [replace(bo, assessments=(*bo.assessments, worse))])
    group = ConflictGroup("g9", "Havnen")
    editing.save("group_saved", [group])
    editing.save("group_removed", [], [group])
    planned.menus.history.trigger()
    dialog = planned.findChildren(HistoryDialog)[-1]
    removed, _, threat, rivalry = (dialog.list.item(row).text().splitlines()[1] for row in range(4))
    assert removed == "Havnen"
    assert threat.startswith("Bo Bertelsen: Level ")
    assert threat.endswith("→ Level 2")
    assert rivalry == "Bo Bertelsen – Carl Carlsen"

    editing.undo()
    assert "Havnen\nundone" in dialog.list.item(0).text()

    editing.conceal(True)
    shown = "\n".join(dialog.list.item(row).text() for row in range(4))
    assert not any(name in shown for name in ("Bertelsen", "Carlsen", "Havnen"))
    assert "Citizen " in shown
    assert "Group " in shown


def test_it_names_whom_much_was_done_for_and_counts_the_others(planned: MainWindow) -> None:
    editing = planned.context.editing
    ill = TimeSpan(WEEK.moment(3 * 1440), WEEK.moment(4 * 1440))
    people = ("c1", "c2", "c3", "c4")
    editing.save("many_absent", [Absence(f"a{each}", each, AbsenceKind.ILLNESS, ill) for each in people])
    planned.menus.history.trigger()
    text = planned.findChildren(HistoryDialog)[-1].list.item(0).text()
    assert "Bo Bertelsen" in text
    assert "Carl Carlsen" in text
    assert text.endswith("1 more")


APART = Separation("k9", "c2", "c3", Scope.SITE, 0, "threats", SINCE, "police")


def test_undo_stops_at_what_was_published(bench: Bench, open_window: Callable[..., MainWindow]) -> None:
    bench.keep_plan()
    window = open_window(bench)
    assert window.week is not None
    editing = window.context.editing
    editing.save("rivalry_reported", [APART])
    assert window.week.hand.publish() is not None
    for _ in range(2):
        window.menus.undo.trigger()
        said = window.statusBar().currentMessage()
        assert "What was published can't be undone (week 48, version 1)" in said
        assert "new version" in said
    assert APART in editing.unit().separations
    assert [done.change.label for done in editing.history] == ["rivalry_reported", "week_published"]
    assert window.menus.undo.text() == "&Undo" and window.menus.undo.isEnabled()


def test_the_history_goes_no_further_than_what_was_published(
    bench: Bench, open_window: Callable[..., MainWindow]
) -> None:
    bench.keep_plan()
    window = open_window(bench)
    assert window.week is not None
    window.context.editing.save("rivalry_reported", [APART])
    window.week.hand.publish()
    window.menus.history.trigger()
    dialog = window.findChildren(HistoryDialog)[-1]
    assert "Bo Bertelsen – Carl Carlsen" in dialog.list.item(1).text()
    dialog.list.setCurrentRow(1)
    dialog.go.click()
    assert "can't be undone" in dialog.told.text()
    assert APART in window.context.editing.unit().separations


def test_undoing_a_rivalry_names_both_and_what_it_means(planned: MainWindow) -> None:
    planned.context.editing.save("rivalry_reported", [APART])
    planned.menus.undo.trigger()
    said = planned.statusBar().currentMessage()
    assert "rivalry recorded: Bo Bertelsen – Carl Carlsen" in said
    assert "no longer keeps them apart" in said
    planned.menus.redo.trigger()
    said = planned.statusBar().currentMessage()
    assert "rivalry recorded: Bo Bertelsen – Carl Carlsen" in said and "no longer" not in said


def test_undoing_it_while_names_are_concealed_names_nobody(planned: MainWindow) -> None:
    planned.context.editing.save("rivalry_reported", [APART])
    planned.menus.conceal.trigger()
    planned.menus.undo.trigger()
    assert "rivalry recorded" in planned.statusBar().currentMessage()
    assert "Bertelsen" not in planned.statusBar().currentMessage()


def test_undoing_what_was_tightened_says_what_no_longer_holds(planned: MainWindow) -> None:
    editing = planned.context.editing
    editing.save("rivalry_reported", [replace(APART, scope=Scope.SESSION)])
    editing.save("separation_saved", [APART])
    editing.save("separation_saved", [replace(APART, gap_minutes=60)])
    planned.menus.undo.trigger()
    said = planned.statusBar().currentMessage()
    assert "They may follow each other on the site at once now, without 60 minutes between." in said
    planned.menus.undo.trigger()
    said = planned.statusBar().currentMessage()
    assert "Bo Bertelsen – Carl Carlsen. They are only kept out of the same session now" in said
    planned.menus.redo.trigger()
    assert "only kept" not in planned.statusBar().currentMessage()


def test_doing_again_what_loosens_says_so_too(planned: MainWindow) -> None:
    editing = planned.context.editing
    strict = replace(APART, scope=Scope.SITE, gap_minutes=60)
    editing.save("rivalry_reported", [strict])
    editing.save("separation_saved", [replace(strict, gap_minutes=15)])
    planned.menus.undo.trigger()
    assert "minutes now" not in planned.statusBar().currentMessage()
    planned.menus.redo.trigger()
    said = planned.statusBar().currentMessage()
    assert "Between them on the site lie 15 minutes now, no longer 60." in said


def test_undoing_a_raised_level_names_the_level_also_while_names_are_concealed(planned: MainWindow) -> None:
    editing = planned.context.editing
    person = editing.stored(Citizen, "c2")
    assert person is not None
    known = planned.desk.now.date()
    low = LevelAssessment(1, "Politiet", known, known + timedelta(days=90))
    editing.save("level_assessed", [replace(person, assessments=(low,))])
    editing.save("threat_reported", [replace(person, assessments=(low, replace(low, level=2)))])
    planned.menus.undo.trigger()
    said = planned.statusBar().currentMessage()
    assert "Bo Bertelsen is met at level 1 now, no longer at level 2." in said
    planned.menus.redo.trigger()
    planned.menus.conceal.trigger()
    planned.menus.undo.trigger()
    said = planned.statusBar().currentMessage()
    assert "is met at level 1 now, no longer at level 2." in said
    assert "Bertelsen" not in said


def test_undoing_what_protects_in_other_records_says_so_too(planned: MainWindow) -> None:
    editing = planned.context.editing
    unit = editing.unit()
    row, room, member = unit.levels[-1], unit.rooms[0], unit.staff[0]
    today = planned.desk.now.date()
    ended = replace(row, span=DateSpan(row.span.first, today - timedelta(days=1)))
    strict = replace(row, id="stricter", span=DateSpan(today), guards=row.guards + 2)
    guard = replace(member, skills=member.skills | {"guard"})
    editing.save("staff_saved", [guard])
    for change, told in (
        ([ended, strict], f"Level {row.level} asks for {row.guards} guards now, no longer for"),
        ([replace(room, features=frozenset())], f"{room.name} counts as having this now: "),
        ([replace(member, skills=member.skills - {"guard"})], f"{member.name} counts as a guard now."),
    ):
        editing.save("level_saved", change)
        planned.menus.undo.trigger()
        assert told in planned.statusBar().currentMessage()


def test_going_back_in_the_history_says_what_no_longer_holds(planned: MainWindow) -> None:
    editing = planned.context.editing
    editing.save("rivalry_reported", [APART])
    planned.menus.history.trigger()
    dialog = planned.findChildren(HistoryDialog)[-1]
    dialog.go.click()
    told = dialog.told.text()
    assert "rivalry recorded: Bo Bertelsen – Carl Carlsen" in told
    assert "no longer keeps them apart" in told
