"""Versions of a week beside each other: heads, boards in step, what differs for whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.people import Absence, AbsenceKind
from desktop.domain.plans import VersionState
from desktop.domain.time import DateSpan, TimeSpan
from desktop.qt.language import Language
from desktop.services.beside import Mark
from desktop.services.hand.week_edits import Leave, Move, Remove
from desktop.ui.beside.card import Beside, head_sign
from desktop.ui.beside.view import BesideView
from desktop.ui.board.modes import Mode
from desktop.ui.door import LockReason
from desktop.ui.main_window import MainWindow
from solver.check import Violation
from tests.services.small_unit import WEEK
from tests.ui.kit import Bench, FakeDoor
from tests.ui.looking import cut_off
from tests.ui.week.kit import page_of

LATER = Move("n1", "r1", WEEK.moment(3 * 1440 + 600))
ONE, TWO, THREE = (f"{WEEK}.{number}" for number in (1, 2, 3))


@pytest.fixture
def three(planned: MainWindow) -> MainWindow:
    """Version 1, in 2 a session is moved and another gone, in 3 somebody is taken out of a session."""
    page = page_of(planned)
    page.versioning.panel.duplicate.click()
    page.hand.make(LATER)
    page.hand.make(Remove("n3"))
    planned.desk.show_number(1)
    page.versioning.panel.duplicate.click()
    page.hand.make(Leave("n1", "c2"))
    return planned


def beside(window: MainWindow) -> BesideView:
    """What stands beside each other, all of it drawn."""
    found = page_of(window).versioning.beside_now
    assert found is not None
    found.steps.finish()
    return found


def put(window: MainWindow) -> BesideView:
    page_of(window).versioning.panel.beside.click()
    return beside(window)


def cells(view: BesideView) -> dict[str, list[str]]:
    """What stands in the table, by name."""
    assert view.table is not None
    count = len(view.chosen)
    return {row.name: [row.words(at) for at in range(count)] for row in view.table.model.rows()}


def numbers(window: MainWindow) -> list[int]:
    return [each.number for each in window.desk.versions]


def test_each_version_says_what_it_gives_and_what_is_otherwise(three: MainWindow) -> None:
    view = put(three)
    assert view.chosen == (ONE, THREE, TWO)
    base, third, second = (" | ".join(card.texts()) for card in view.boards.cards)
    assert "Version 1 · draft | the base" in base
    assert "6 hours" in base and "Checked: no rule broken" in base
    assert "4 hours (−2)" in third
    assert "To be told: 1 person and 1 of the staff." in third
    assert "6 hours ·" in second and "2 sessions" in second
    assert not page_of(three).splitter.isVisible()


def test_what_differs_is_marked_on_the_boards_and_said(three: MainWindow) -> None:
    view = put(three)
    assert view.boards.marks(0) == {"n3": Mark.GONE}
    assert view.boards.marks(1) == {"n1": Mark.OTHERS}
    assert view.boards.marks(2) == {"n1": Mark.MOVED}
    names = [
        board.canvas.button(session).accessibleName()  # type: ignore[union-attr]
        for board, session in zip(view.boards.views, ("n3", "n1", "n1"), strict=True)
    ]
    assert "not in every other version" in names[0]
    assert "other people or staff" in names[1]
    assert "at another time or place" in names[2]


def test_people_who_differ_have_a_row_and_the_others_when_asked_for(three: MainWindow) -> None:
    view = put(three)
    told = cells(view)
    assert told["Bo Bertelsen"] == [
        "8 h",
        "6 h (−2) · 1 duty missing · −\u202f1 gone",
        "8 h · →\u202f1 moved",
    ]
    assert "Carl Carlsen" not in told
    view.views.only.click()
    view.steps.finish()
    assert cells(view)["Carl Carlsen"] == ["2 h", "2 h", "2 h"]


def test_another_base_turns_the_differences_round(three: MainWindow) -> None:
    view = put(three)
    view.choice.base.setCurrentIndex(view.choice.base.findData(TWO))
    view.choice.base.activated.emit(view.choice.base.currentIndex())
    view.steps.finish()
    assert view.chosen == (TWO, THREE, ONE)
    assert view.boards.marks(2)["n3"] is Mark.NEW


def test_versions_are_put_beside_the_others_and_taken_away(three: MainWindow) -> None:
    panel = page_of(three).versioning.panel
    panel.duplicate.click()
    panel.duplicate.click()
    view = put(three)
    assert [card.isVisible() for card in view.boards.cards] == [True] * 3
    off = [version for version in view.choice.buttons if version not in view.chosen]
    view.choice.buttons[off[0]].click()
    assert [card.isVisible() for card in view.boards.cards] == [True] * 4
    assert not view.choice.buttons[off[1]].isEnabled()
    for version in view.chosen[1:]:
        view.choice.buttons[version].click()
    view.choice.buttons[view.chosen[0]].click()
    assert [card.isVisible() for card in view.boards.cards] == [True]


def test_somebody_chosen_stands_out_on_every_board_and_the_look_is_recorded(
    three: MainWindow, bench: Bench
) -> None:
    view = put(three)
    assert view.table is not None
    assert view.table.choose("c2.citizen")
    assert [board.canvas._marked for board in view.boards.views] == [{"n1"}, frozenset(), {"n1"}]
    page_of(three).leave()
    assert ("read", "citizen", "c2") in bench.recorder.told()


def test_a_session_chosen_is_chosen_on_every_board_and_recorded(three: MainWindow, bench: Bench) -> None:
    view = put(three)
    held = view.boards.views[0].canvas.button("n1")
    assert held is not None
    held.click()
    assert [board.canvas._selected for board in view.boards.views] == ["n1", "n1", "n1"]
    page_of(three).leave()
    assert ("read", "session", "n1") in bench.recorder.told()


@pytest.mark.parametrize("mode", list(Mode))
def test_one_view_is_shown_of_all_over_the_same_hours(three: MainWindow, mode: Mode) -> None:
    view = put(three)
    view.views.show_mode(mode)
    view.steps.finish()
    sheets = [board.canvas.sheet for board in view.boards.views]
    assert all(sheet is not None and sheet.columns for sheet in sheets)
    assert len({(sheet.first, sheet.last, sheet.heads) for sheet in sheets if sheet is not None}) == 1


def test_the_boards_scroll_in_step(three: MainWindow, qtbot: QtBot) -> None:
    view = put(three)
    view.views.zoom.zoom_by(12)
    view.steps.finish()
    first, *_, last = (board.verticalScrollBar() for board in view.boards.views)
    qtbot.waitUntil(lambda: first.maximum() > 40 and last.maximum() > 40)
    last.setValue(30)
    assert first.value() == 30
    first.setValue(10)
    assert last.value() == 10


def test_one_is_opened(three: MainWindow) -> None:
    view = put(three)
    view.boards.cards[2].open.click()
    assert page_of(three).versioning.beside_now is None
    assert three.desk.version is not None and three.desk.version.number == 2
    assert page_of(three).splitter.isVisible()


def test_one_is_discarded_and_comes_back(three: MainWindow) -> None:
    view = put(three)
    view.boards.cards[1].discard.click()
    assert numbers(three) == [1, 2]
    assert beside(three).chosen == (ONE, TWO)
    three.menus.undo.trigger()
    assert numbers(three) == [1, 2, 3]


def test_only_one_is_kept_and_that_is_undone_in_one_step(three: MainWindow) -> None:
    view = put(three)
    view.boards.cards[2].keep.click()
    assert numbers(three) == [2]
    assert beside(three).chosen == (TWO,)
    three.menus.undo.trigger()
    assert numbers(three) == [1, 2, 3]


def test_a_published_one_stays_as_it_is(three: MainWindow) -> None:
    view = put(three)
    view.boards.cards[2].publish.click()
    asked = page_of(three).versioning.publishing
    assert asked is not None
    asked.ok.click()
    card = beside(three).boards.cards[beside(three).chosen.index(TWO)]
    assert "in force" in card.title.text()
    assert not card.publish.isEnabled() and not card.discard.isEnabled() and not card.keep.isVisible()
    beside(three).boards.cards[0].keep.click()
    assert [each.number for each in three.desk.versions if each.state is VersionState.PUBLISHED] == [2]


def test_figures_are_those_of_the_check_by_now(three: MainWindow) -> None:
    put(three)
    editing = three.context.editing
    club = next(each for each in editing.unit().activities if each.id == "club")
    more = [replace(each, min_sessions=3) for each in editing.unit().enrolments]
    editing.save("activity_saved", [replace(club, counts=False)])
    editing.save("enrolment_saved", more)
    view = beside(three)
    report = three.desk.check(three.desk.versions[0])
    assert report is not None
    version = three.desk.versions[0]
    hours = dict(report.goals)["hours"]
    assert report.clean and len(report.unmet) > len(version.unmet) and hours != 6
    base = " | ".join(view.boards.cards[0].texts())
    assert f"{hours:g} hours" in base and "6 hours" not in base
    assert f"{len(report.unmet)} duties missing" in base
    listed = page_of(three).versioning.panel.list
    said = [listed.item(at).text() for at in range(listed.count())]
    assert len(said) == 3 and all("when it was made: " in each for each in said)


def test_a_draft_with_somebody_who_is_ill_is_not_told_as_unsafe(three: MainWindow) -> None:
    view = put(three)
    monday = three.desk.week.moment(0)
    ill = Absence("ill", "c1", AbsenceKind.ILLNESS, TimeSpan(monday, monday + timedelta(days=7)))
    three.context.editing.save("absence_saved", [ill])
    card = view.boards.cards[0]
    assert "somebody can't come or the room is shut. It can't be published." in " | ".join(card.texts())
    assert "Not safe" not in " | ".join(card.texts())
    assert (card.check.property("look"), card.publish.isEnabled()) == ("warn", False)


def test_the_tick_is_only_for_what_is_in_force_and_safe(three: MainWindow) -> None:
    view = put(three)
    versions = {each.id: each for each in three.desk.versions}
    published = replace(versions[ONE], state=VersionState.PUBLISHED, published_at=versions[ONE].created_at)
    report = three.desk.check(published)
    assert report is not None
    broken = replace(report, violations=(Violation("R2", ("n1",), "too many"),))
    shown = Beside(published, report, published, report, "", forced=True)
    assert head_sign(shown) == ("ok", "ok")
    assert head_sign(replace(shown, forced=False)) == ("info", "muted")
    assert head_sign(replace(shown, over=True)) == ("info", "muted")
    assert head_sign(replace(shown, report=broken)) == ("danger", "danger")
    assert head_sign(replace(shown, report=broken, forced=False)) == ("danger", "danger")
    assert head_sign(replace(shown, version=versions[TWO])) == ("plan", "muted")
    three.desk.show_number(2)
    view.boards.cards[view.chosen.index(TWO)].publish.click()
    asked = page_of(three).versioning.publishing
    assert asked is not None
    asked.ok.click()
    card = beside(three).boards.cards[beside(three).chosen.index(TWO)]
    assert card.check.property("look") == "ok"
    assert card._sign.pixmap().toImage() == card._check_sign.pixmap().toImage()
    room = next(each for each in three.context.editing.unit().rooms if each.id == "r1")
    three.context.editing.save("room_saved", [replace(room, capacity=1)])
    card = beside(three).boards.cards[beside(three).chosen.index(TWO)]
    assert card.check.property("look") == "danger"
    assert card._sign.pixmap().toImage() == card._check_sign.pixmap().toImage()


def test_an_unsafe_one_is_told_and_marked_and_cannot_be_published(three: MainWindow) -> None:
    view = put(three)
    editing = three.context.editing
    room = next(each for each in editing.unit().rooms if each.id == "r1")
    editing.save("room_saved", [replace(room, capacity=1)])
    view = beside(three)
    unsafe, safe = view.boards.cards[0], view.boards.cards[1]
    assert "Not safe: it breaks R2 room" in unsafe.check.text()
    assert not unsafe.publish.isEnabled() and "breaks a rule" in unsafe.publish.toolTip()
    assert view.boards.views[0].canvas._conflicts == {"n1", "r1"}
    assert safe.publish.isEnabled() and "no rule broken" in safe.check.text()


def test_a_week_that_cannot_be_checked_shows_no_version(three: MainWindow) -> None:
    view = put(three)
    editing = three.context.editing
    later = DateSpan(date(2027, 1, 1))
    editing.save("level_saved", [replace(each, span=later) for each in editing.unit().levels])
    view = beside(three)
    assert not any(card.isVisible() for card in view.boards.cards)
    assert "no version can be checked" in view.hint.text()


def test_names_are_concealed_while_it_is_open(three: MainWindow) -> None:
    put(three)
    three.menus.conceal.trigger()
    view = page_of(three).versioning.beside_now
    assert view is not None and view.table is not None
    rows = view.table.model.rows()
    said = [text for row in rows for text in (row.name, *(row.told(at) for at in range(3)))]
    said += [
        each.accessibleName() + each.toolTip()
        for board in view.boards.views
        for each in board.canvas.buttons()
    ]
    said += [text for card in view.boards.cards for text in card.texts()]
    hidden = ("Bo Bertelsen", "Carl Carlsen", "Underviser", "Koordinator")
    assert [text for text in said if any(name in text for name in hidden)] == []


def test_the_lock_puts_it_away(three: MainWindow) -> None:
    put(three)
    three.lock(FakeDoor(exists=True), LockReason.ASKED)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert three.findChildren(BesideView) == []


def test_the_table_is_copied_for_a_spreadsheet(three: MainWindow) -> None:
    view = put(three)
    assert view.table is not None
    view.table.view.copy_all()
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
    assert lines[0] == ["Person", "Role", "Version 1 (base)", "Version 3", "Version 2"]
    assert ["Bo Bertelsen", "Citizen"] in [line[:2] for line in lines]


def test_escape_leads_back_and_ctrl_f_to_the_people(three: MainWindow, qtbot: QtBot) -> None:
    view = put(three)
    three.activateWindow()
    page_of(three).focus_search()
    assert view.table is not None
    qtbot.waitUntil(view.table.bar.search.hasFocus)
    view.choice.back.setFocus()
    qtbot.waitUntil(view.choice.back.hasFocus)
    QTest.keyClick(view.choice.back, Qt.Key.Key_Escape)
    assert page_of(three).versioning.beside_now is None


def test_what_a_run_has_brought_stands_beside_what_was_there(
    bench: Bench, open_window: Callable[..., MainWindow]
) -> None:
    bench.keep_plan()
    window = open_window(bench)
    window.plan()
    bench.engine.find()
    bench.engine.finish()
    page_of(window).versioning.result.beside.click()
    assert beside(window).chosen == (ONE, TWO)
    assert "Nothing differs for anybody." in beside(window).table.view.empty_text()  # type: ignore[union-attr]


@pytest.mark.parametrize("code", ["da", "en"])
@pytest.mark.parametrize("width", [1000, 1280])
def test_no_text_is_cut_off(
    bench: Bench,
    open_window: Callable[..., MainWindow],
    language: Language,
    qtbot: QtBot,
    code: str,
    width: int,
) -> None:
    language.install(code)
    bench.keep_plan()
    window = open_window(bench)
    window.resize(width, 720)
    page_of(window).versioning.panel.duplicate.click()
    page_of(window).hand.make(LATER)
    view = put(window)
    qtbot.waitUntil(lambda: cut_off(view) == [])
    wide = view.boards.viewport().width()
    assert sum(card.visibleRegion().boundingRect().width() for card in view.boards.cards) > wide * 0.9


def test_another_language_leaves_it_open(three: MainWindow, qtbot: QtBot, language: Language) -> None:
    put(three)
    before = three.week
    language.install("da")
    qtbot.waitUntil(lambda: three.week is not before)
    assert beside(three).chosen == (ONE, THREE, TWO)
