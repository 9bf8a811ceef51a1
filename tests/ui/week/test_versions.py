"""Drafts side by side, published versions, locks, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.domain.plans import VersionState
from desktop.qt.language import Language
from desktop.services.call_lists import list_in_force
from desktop.services.hand.week_edits import Leave, Move
from desktop.ui.history.dialog import HistoryDialog
from desktop.ui.main_window import MainWindow
from desktop.ui.moving.popovers import FieldsPopover
from desktop.ui.week.differences_view import What, what_text
from tests.services.small_unit import WEEK
from tests.ui.kit import MARKUP, Bench, poorer
from tests.ui.week.kit import button, page_of, said, session

LATER = Move("n1", "r1", WEEK.moment(3 * 1440 + 600))


def publish(window: MainWindow) -> None:
    versioning = page_of(window).versioning
    versioning.panel.publish.click()
    assert versioning.publishing is not None
    versioning.publishing.ok.click()


def numbers(window: MainWindow) -> list[int]:
    return [version.number for version in window.desk.versions]


def test_a_published_version_never_changes(planned: MainWindow) -> None:
    publish(planned)
    fixed = planned.desk.version
    assert fixed is not None and fixed.state is VersionState.PUBLISHED
    page_of(planned).hand.make(LATER)
    assert numbers(planned) == [1, 2]
    assert planned.desk.versions[0] == fixed
    assert planned.desk.version is not None
    assert (planned.desk.version.number, planned.desk.version.state) == (2, VersionState.DRAFT)


def test_the_menu_asks_to_publish_from_any_page_and_says_why_it_can_not(planned: MainWindow) -> None:
    publishing, hints = (
        planned.menus.publish,
        (planned.menus.publish.toolTip, planned.menus.publish.statusTip),
    )
    assert planned.shell is not None
    planned.shell.show_page("people")
    publishing.trigger()
    assert planned.shell.current == "week"
    asked = page_of(planned).versioning.publishing
    assert asked is not None and asked.isVisible()
    assert asked.focusWidget() is not asked.ok
    asked.ok.click()
    assert planned.desk.version is not None
    assert planned.desk.version.state is VersionState.PUBLISHED
    assert not publishing.isEnabled()
    assert all("A published version stays as it is." in hint() for hint in hints)
    page_of(planned).versioning.panel.duplicate.click()
    assert publishing.isEnabled()
    planned.plan()
    assert not publishing.isEnabled()
    assert all("is being planned" in hint() for hint in hints)


def test_keys_that_are_held_ask_once_and_publish_nothing(planned: MainWindow) -> None:
    assert not planned.menus.publish.autoRepeat()
    planned.menus.publish.trigger()
    asked = page_of(planned).versioning.publishing
    assert asked is not None
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    for _ in range(5):
        QTest.keyClick(asked, Qt.Key.Key_O, held)
    assert page_of(planned).versioning.publishing is asked
    assert planned.desk.version is not None
    assert planned.desk.version.state is VersionState.DRAFT


def test_publishing_is_final_and_the_window_says_so(planned: MainWindow) -> None:
    versioning = page_of(planned).versioning
    versioning.panel.publish.click()
    assert versioning.publishing is not None
    assert "can't be undone" in versioning.publishing.final.text()
    versioning.publishing.ok.click()
    assert "never changes" in said(planned)
    # It is not offered; whoever asks all the same is told why not.
    assert planned.menus.undo.text() == "&Undo"
    planned.menus.undo.trigger()
    assert "can't be undone" in said(planned)
    assert planned.desk.version is not None
    assert planned.desk.version.state is VersionState.PUBLISHED
    assert not versioning.panel.publish.isEnabled()
    assert not versioning.panel.discard.isEnabled()


def test_after_the_next_one_is_published_those_who_must_be_told_are_listed(planned: MainWindow) -> None:
    publish(planned)
    page_of(planned).hand.make(LATER)
    publish(planned)
    versioning = page_of(planned).versioning
    assert versioning.centre.currentWidget() is versioning.differences
    names = {row.name for row in versioning.differences.table.model.rows() if row.tell}
    assert names == {MARKUP, "Bo Bertelsen", "Underviser"}
    versioning.differences.back.click()
    assert versioning.centre.currentIndex() == 0


def two_published(window: MainWindow) -> None:
    """A draft beside the first one is changed and published; then the first one is."""
    page = page_of(window)
    page.versioning.panel.duplicate.click()
    page.hand.make(LATER)
    publish(window)
    window.desk.show_number(1)
    publish(window)


def listed(window: MainWindow) -> list[str]:
    versions = page_of(window).versioning.panel.list
    return [versions.item(at).text().splitlines()[0] for at in range(versions.count())]


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("en", ["Version 2 · published", "Version 1 · in force"]),
        ("da", ["Version 2 · offentliggjort", "Version 1 · gældende"]),
    ],
)
def test_an_older_draft_that_is_published_after_a_newer_one_is_in_force(
    bench: Bench,
    open_window: Callable[..., MainWindow],
    language: Language,
    code: str,
    names: list[str],
) -> None:
    language.install(code)
    bench.keep_plan()
    window = open_window(bench)
    two_published(window)
    assert listed(window) == names
    window.desk.reload()
    assert window.desk.number == 1
    # What is changed now is held against what people were told last.
    page_of(window).hand.make(LATER)
    versioning = page_of(window).versioning
    versioning.panel.compare.click()
    assert versioning.differences.before.currentText() == names[1]


def test_before_an_older_draft_is_published_it_says_what_is_no_longer_in_force_then(
    planned: MainWindow,
) -> None:
    page = page_of(planned)
    page.versioning.panel.duplicate.click()
    page.hand.make(LATER)
    publish(planned)
    planned.desk.show_number(1)
    page.versioning.panel.publish.click()
    assert page.versioning.publishing is not None
    told = [each.text() for each in page.versioning.publishing.findChildren(QLabel)]
    assert "From then on it is in force, and version 2 no longer is." in told
    assert f"Against version 2 these must be told (3): {MARKUP}, Bo Bertelsen and Underviser." in told


def test_a_version_that_is_no_longer_in_force_says_so_where_it_is_shown_and_printed(
    planned: MainWindow, qtbot: QtBot
) -> None:
    two_published(planned)
    panel = page_of(planned).versioning.panel
    assert panel.state.text().startswith("It never changes")
    planned.desk.show_number(2)
    assert panel.state.text() == "People were told version 1 last: that one is in force."
    dialog = planned.commands.prints.dialog()
    assert dialog is not None
    qtbot.addWidget(dialog)
    assert dialog.note.text() == "This version is not in force: people were told version 1 last."


def test_of_what_is_over_nobody_has_to_be_told(bench: Bench, open_window: Callable[..., MainWindow]) -> None:
    """On Monday at noon a draft with another Monday is held against the week."""
    bench.keep_plan()
    window = open_window(bench)
    page = page_of(window)
    page.versioning.panel.duplicate.click()
    page.hand.make(LATER)
    page.hand.make(Leave("n2", "c3"))
    bench.clock.set(datetime(2026, 11, 23, 12, 0).astimezone(UTC))
    page.versioning.panel.compare.click()
    view = page.versioning.differences
    rows = {(row.name, row.what): row for row in view.table.model.rows()}
    gone, new = rows["Bo Bertelsen", What.REMOVED], rows["Bo Bertelsen", What.ADDED]
    assert "Mon 23 Nov 09:00–11:00" in gone.before
    assert (gone.tell, gone.begun) == (False, True)
    assert "Thu 26 Nov 10:00–12:00" in new.after
    assert new.tell
    view.table.view.selectAll()
    view.table.view.copy()
    copied = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert [line[-1] for line in copied if line[3].startswith("Mon 23 Nov")] == ["No: it has begun"] * 3
    # On Sunday everything is.
    bench.clock.set(datetime(2026, 11, 29, 12, 0).astimezone(UTC))
    page.versioning.show_board()
    page.versioning.panel.compare.click()
    assert view.told.text() == "Nobody has to be told: what differs has begun or is over."
    assert not [row for row in view.table.model.rows() if row.tell]


@pytest.mark.parametrize(
    ("code", "why", "what", "told"),
    [
        (
            "en",
            "Underviser (other people in the session)",
            "Other people in it",
            "1 person and 1 of the staff",
        ),
        ("da", "Underviser (andre borgere på mødet)", "Andre borgere på mødet", "1 borger, medarbejdere: 1"),
    ],
)
def test_the_calls_the_comparison_and_the_question_before_publishing_name_the_same_people(
    bench: Bench,
    open_window: Callable[..., MainWindow],
    language: Language,
    code: str,
    why: str,
    what: str,
    told: str,
) -> None:
    """Bo leaves Monday's session: he is told, and so is who teaches it, who meets others."""
    language.install(code)
    bench.keep_plan()
    window = open_window(bench)
    publish(window)
    page = page_of(window)
    page.hand.make(Leave("n1", "c2"))
    page.versioning.panel.publish.click()
    asked = page.versioning.publishing
    assert asked is not None
    assert any(
        each.text().endswith(f"(2): Bo Bertelsen {'and' if code == 'en' else 'og'} {why}.")
        for each in asked.findChildren(QLabel)
    )
    asked.ok.click()
    view = page.versioning.differences
    assert told in view.told.text()
    rows = [each for each in view.table.model.rows() if each.tell]
    assert {each.person for each in rows} == {"c2", "m2"}
    company = next(each for each in rows if each.what is What.COMPANY)
    assert what_text(company.what) == what
    assert "Bo Bertelsen" in company.before
    assert "Bo Bertelsen" not in company.after
    with window.context.store.begin() as work:
        calls = list_in_force(work, window.desk.versions)
    assert calls is not None
    assert {each.person for each in calls.calls} == {"c2", "m2"}


def test_a_verdict_tells_who_of_a_published_week_must_be_told(planned: MainWindow) -> None:
    publish(planned)
    page_of(planned).hand.make(LATER)
    verdicts = page_of(planned).hand.verdicts()
    assert verdicts is not None
    assert "c1" in verdicts.verdict(Leave("n1", "c1")).told


def test_a_verdict_on_the_version_in_force_is_held_against_that_very_version(planned: MainWindow) -> None:
    """Version 2 is in force and shown: who was told of it must be told, also where version 1 said so."""
    publish(planned)
    page_of(planned).hand.make(LATER)
    publish(planned)
    verdicts = page_of(planned).hand.verdicts()
    assert verdicts is not None
    assert verdicts.verdict(Move("n1", "r1", WEEK.moment(540))).told == ("c1", "c2", "m2")


def test_a_draft_is_copied_and_discarded_and_both_undone(planned: MainWindow) -> None:
    panel = page_of(planned).versioning.panel
    panel.duplicate.click()
    assert numbers(planned) == [1, 2]
    panel.discard.click()
    assert numbers(planned) == [1]
    planned.menus.undo.trigger()
    assert numbers(planned) == [1, 2]
    planned.menus.undo.trigger()
    assert numbers(planned) == [1]


def test_what_a_run_has_brought_is_kept_or_discarded(
    bench: Bench, open_window: Callable[..., MainWindow]
) -> None:
    bench.keep_plan()
    window = open_window(bench)
    result = page_of(window).versioning.result
    window.plan()
    bench.engine.find(poorer)
    bench.engine.finish(poorer)
    assert result.isVisible()
    assert "version 1" in result.text.text()
    result.discard.click()
    assert numbers(window) == [1]
    assert not result.isVisible()
    window.plan()
    bench.engine.find(poorer)
    bench.engine.finish(poorer)
    result.keep.click()
    assert numbers(window) == [1, 2]


def test_differences_are_told_for_each_person(planned: MainWindow) -> None:
    page = page_of(planned)
    page.versioning.panel.duplicate.click()
    page.hand.make(LATER)
    page.versioning.panel.compare.click()
    rows = page.versioning.differences.table.model.rows()
    moved = next(row for row in rows if row.name == "Bo Bertelsen")
    assert "Mon 23 Nov 09:00–11:00" in moved.before
    assert "Thu 26 Nov 10:00–12:00" in moved.after


@pytest.mark.parametrize("code", ["en", "da"])
def test_a_lock_is_set_with_a_reason_listed_and_lifted(
    bench: Bench, open_window: Callable[..., MainWindow], language: Language, code: str
) -> None:
    language.install(code)
    bench.keep_plan()
    window = open_window(bench)
    page = page_of(window)
    page.commands.lock("n1")
    asked = page.commands.popover
    assert isinstance(asked, FieldsPopover)
    asked.fields[0].setText("Aftalt med lederen")
    asked.ok.click()
    (row,) = page.locks.table.model.rows()
    assert (row.why, row.who, row.fault) == ("Aftalt med lederen", "Koordinator", "")
    assert "Jobklub" in row.what
    assert not page.hand.make(LATER)
    assert "R14" in said(window)
    page.locks.table.choose(row.id)
    page.locks.lift.click()
    assert page.locks.table.model.rows() == []
    assert page.hand.make(LATER)


def test_a_day_and_a_person_are_locked(planned: MainWindow) -> None:
    page = page_of(planned)
    page.hand.lock_day(WEEK.days[1], "")
    page.hand.lock_person("c1", "")
    assert {row.what for row in page.locks.table.model.rows()} >= {"Tuesday 24 November"}
    assert len(page.locks.table.model.rows()) == 2
    planned.menus.undo.trigger()
    assert len(page.locks.table.model.rows()) == 1


def test_a_lock_that_breaks_a_rule_by_now_is_marked(planned: MainWindow) -> None:
    page, editing = page_of(planned), planned.context.editing
    page.hand.lock_session("n1", "")
    room = next(each for each in editing.unit().rooms if each.id == "r1")
    editing.save("room_saved", [replace(room, capacity=1)])
    (row,) = page.locks.table.model.rows()
    assert "R2" in row.fault


def test_a_session_is_approved_and_the_approval_taken_back(planned: MainWindow) -> None:
    page = page_of(planned)
    page.commands.approve("n2")
    asked = page.commands.popover
    assert isinstance(asked, FieldsPopover)
    assert not asked.ok.isEnabled()
    asked.fields[0].setText("Lederen")
    asked.ok.click()
    given = page.hand.approval_of("n2")
    assert given is not None and given.approved_by == "Lederen"
    page.commands.approve("n2")
    assert page.hand.approval_of("n2") is None


def test_the_history_leads_back_to_any_line(planned: MainWindow) -> None:
    page = page_of(planned)
    page.hand.make(LATER)
    page.hand.make(Leave("n1", "c2"))
    dialog = HistoryDialog(planned.context.editing, planned)
    assert "somebody taken out of a session" in dialog.list.item(0).text()
    assert "session moved" in dialog.list.item(1).text()
    dialog.list.setCurrentRow(1)
    dialog.go.click()
    assert session(planned, "n1").start == WEEK.moment(540)
    assert session(planned, "n1").citizens == ("c1", "c2")
    assert "undone" in dialog.list.item(0).text()
    dialog.list.setCurrentRow(0)
    dialog.go.click()
    assert session(planned, "n1").citizens == ("c1",)


def test_the_week_and_one_session_are_copied_for_a_spreadsheet(planned: MainWindow) -> None:
    planned.menus.copy_week.trigger()
    rows = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
    assert rows[0][:4] == ["Day", "From", "To", "Activity"]
    assert [row[1] for row in rows[1:]] == ["09:00", "09:00", "13:00"]
    held = button(planned, "n2")
    held.setFocus()
    QTest.keyClick(held, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    rows = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
    assert [row[6] for row in rows[1:]] == ["Carl Carlsen"]
