"""Sessions and people moved by hand: what is allowed happens, what is forbidden does not and says why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.qt.language import Language
from desktop.services.hand.verdicts import VerdictKind
from desktop.services.hand.week_edits import Join, Leave, Make, Move, Remove, WeekEdit
from desktop.ui.board.modes import Mode
from desktop.ui.main_window import MainWindow
from desktop.ui.moving.making import MakePopover
from desktop.ui.moving.popovers import PeoplePopover, StaffPopover
from desktop.ui.moving.subjects import CarriedSession
from tests.services.fakes import FakeStore
from tests.services.small_unit import WEEK
from tests.ui.kit import Bench, context_of
from tests.ui.week.kit import (
    LEFT,
    NONE,
    button,
    carry,
    drag,
    label,
    let_go,
    page_of,
    pick_up,
    said,
    session,
    spot,
)

FORBIDDEN = {"en": "Not possible", "da": "Ikke muligt"}
ALLOWED = {"en": "Allowed", "da": "Tilladt"}


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return WEEK.moment(day * 1440 + hour * 60 + minute)


def test_a_session_is_dragged_to_another_time_and_undone(planned: MainWindow) -> None:
    drag(planned, "n1", 3, "r1", 600)
    assert session(planned, "n1").start == at(3, 10)
    assert session(planned, "n1").end == at(3, 12)
    assert "session moved" in said(planned)
    planned.menus.undo.trigger()
    assert session(planned, "n1").start == at(0, 9)


def test_a_forbidden_drop_does_not_happen_and_says_why(planned: MainWindow) -> None:
    before = planned.desk.version
    # The rivals of n1 are in the house from 9 to 11 that day.
    drag(planned, "n1", 1, "r2", 630)
    assert planned.desk.version == before
    assert "Not possible" in said(planned)
    assert "R11" in said(planned)


@pytest.mark.parametrize("code", ["en", "da"])
def test_the_place_under_the_pointer_is_told_at_once(
    bench: Bench, open_window: Callable[..., MainWindow], language: Language, code: str
) -> None:
    language.install(code)
    bench.keep_plan()
    window = open_window(bench)
    held = button(window, "n1")
    pick_up(held, QPoint(8, 3))
    carry(window, held, spot(window, 1, "r2", 630))
    assert FORBIDDEN[code] in label(window)
    assert "R11" in label(window)
    carry(window, held, spot(window, 3, "r1", 600))
    assert ALLOWED[code] in label(window)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert label(window) == ""
    assert session(window, "n1").start == at(0, 9)
    assert page_of(window).commands.mover.carried is None


def test_nothing_is_pale_while_something_is_carried(planned: MainWindow) -> None:
    page = page_of(planned)
    page.people.choose("c3")

    def sight() -> int:
        image = page.board.view.canvas.grab(button(planned, "n1").geometry()).toImage()
        return image.pixelColor(2, image.height() // 2).lightness()

    pale = sight()
    page.commands.mover.pick_up_by_keys(CarriedSession(session(planned, "n2"), "r1"))
    page.commands.mover.layer.hide()
    assert sight() < pale
    page.commands.mover.cancel()
    assert sight() == pale


def test_the_label_is_never_cut_off(planned: MainWindow) -> None:
    page = page_of(planned)
    held, place = button(planned, "n1"), spot(planned, 4, "r2", 900)
    pick_up(held, QPoint(8, 3))
    carry(planned, held, place)
    shown = page.commands.mover.label
    assert page.rect().contains(shown.geometry())
    assert shown.lines.height() >= shown.lines.heightForWidth(shown.lines.width())
    page.commands.mover.cancel()


def test_every_place_is_judged_while_something_is_carried(planned: MainWindow, qtbot: QtBot) -> None:
    held = button(planned, "n1")
    pick_up(held, QPoint(8, 3))
    judge = page_of(planned).commands.mover.judge()
    assert judge is not None
    qtbot.waitUntil(lambda: not judge.busy)
    sheet = page_of(planned).board.view.canvas.sheet
    assert sheet is not None
    columns = {(each.day.weekday(), each.key): place for place, each in enumerate(sheet.columns)}
    assert judge.kinds[columns[3, "r1"], 600] is VerdictKind.ALLOWED
    assert judge.kinds[columns[1, "r2"], 630] is VerdictKind.FORBIDDEN
    page_of(planned).commands.mover.cancel()


def test_a_session_is_moved_by_keys_alone(planned: MainWindow) -> None:
    held = button(planned, "n1")
    held.setFocus()
    QTest.keyClick(held, Qt.Key.Key_M)
    for _ in range(3):
        QTest.keyClick(held, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(held, Qt.Key.Key_Down)
    assert "Thursday 26 November, 09:30–11:30" in label(planned)
    QTest.keyClick(held, Qt.Key.Key_Return)
    assert session(planned, "n1").start == at(3, 9, 30)
    assert button(planned, "n1").hasFocus()


def test_esc_puts_a_session_back_that_keys_have_carried(planned: MainWindow) -> None:
    held = button(planned, "n1")
    held.setFocus()
    QTest.keyClick(held, Qt.Key.Key_M)
    QTest.keyClick(held, Qt.Key.Key_Down)
    QTest.keyClick(held, Qt.Key.Key_Escape)
    assert session(planned, "n1").start == at(0, 9)
    assert said(planned) == "Nothing was changed."
    assert button(planned, "n1").hasFocus()


def test_in_the_view_by_staff_another_lane_is_another_member(planned: MainWindow) -> None:
    page_of(planned).board.show_mode(Mode.STAFF)
    held, place = button(planned, "n3"), spot(planned, 1, "m2", 780)
    pick_up(held, QPoint(8, 3))
    carry(planned, held, place)
    # m2 can't hold interviews.
    assert "R5" in label(planned)
    let_go(held, place)
    assert session(planned, "n3").staff == ("m1",)


def test_somebody_of_the_list_is_drawn_into_a_session_and_out_again(planned: MainWindow) -> None:
    page = page_of(planned)
    page.hand.make(Leave("n1", "c2"))
    table = page.people.table
    row = next(
        table.visualRect(table.model().index(at_row, 0)).center()
        for at_row in range(table.model().rowCount())
        if "Bo Bertelsen" in str(table.model().index(at_row, 0).data())
    )
    target = button(planned, "n1")
    place = target.mapToGlobal(target.rect().center())
    pick_up(table.viewport(), row)
    carry(planned, table.viewport(), place)
    assert "2 hours more a week for Bo Bertelsen" in label(planned)
    let_go(table.viewport(), place)
    assert set(session(planned, "n1").citizens) == {"c1", "c2"}

    planned.desk.choose("n1")
    bare = spot(planned, 3, "r1", 600)
    line = next(each for each in page.session.lines("c2"))
    pick_up(line, QPoint(6, 6))
    carry(planned, line, bare)
    let_go(line, bare)
    assert session(planned, "n1").citizens == ("c1",)


def test_a_rival_can_not_be_drawn_into_a_session(planned: MainWindow) -> None:
    page = page_of(planned)
    assert not page.hand.make(Join("n1", "c3"))
    assert session(planned, "n1").citizens == ("c1", "c2")
    assert "R10" in said(planned)


def test_a_name_of_the_chosen_session_can_be_carried(planned: MainWindow) -> None:
    planned.desk.choose("n1")
    canvas = page_of(planned).board.view.canvas
    held = button(planned, "n1")
    found = {
        canvas.person_at(held, QPoint(x, y))
        for x in range(4, held.width(), 6)
        for y in range(4, held.height(), 6)
    }
    assert "c2" in found


def test_a_session_is_made_by_drawing(planned: MainWindow, qtbot: QtBot) -> None:
    page = page_of(planned)
    canvas = page.board.view.canvas
    first, last = (canvas.mapFromGlobal(spot(planned, 3, "r1", minute)) for minute in (600, 690))
    QTest.mousePress(canvas, LEFT, NONE, first)
    QTest.mouseMove(canvas, last)
    QTest.mouseRelease(canvas, LEFT, NONE, last)
    asked = page.commands.popover
    assert isinstance(asked, MakePopover)
    assert asked.activity.currentText() == "Jobklub"
    assert not asked.ok.isEnabled()
    qtbot.waitUntil(asked.people.complete)
    item = next(
        asked.people.list.item(place)
        for place in range(asked.people.list.count())
        if "Bo Bertelsen" in asked.people.list.item(place).text()
    )
    item.setCheckState(Qt.CheckState.Checked)
    qtbot.waitUntil(asked.ok.isEnabled)
    assert "Underviser" in asked.verdict.text()
    asked.ok.click()
    assert planned.desk.version is not None
    made = next(each for each in planned.desk.version.sessions if each.start == at(3, 10))
    assert (made.end, made.room, made.citizens, made.staff) == (at(3, 12), "r1", ("c2",), ("m2",))
    assert planned.desk.session == made.id


def test_the_menu_of_a_session_has_every_command(planned: MainWindow) -> None:
    menu = page_of(planned).commands.menu("n1")
    texts = [action.text().split("\t")[0].replace("&", "") for action in menu.actions() if action.text()]
    assert texts == [
        "Move …", "Length …", "Add a person …", "Take a person out …", "Staff …", "Lock …", "Approve …",
        "Remove the session", "New session …", "Lock the day: Monday 23 November …",
        "Copy the week for a spreadsheet",
    ]  # fmt: skip
    assert all(action.isEnabled() for action in menu.actions())


def test_whoever_may_not_come_stands_in_the_list_with_the_reason(planned: MainWindow, qtbot: QtBot) -> None:
    page = page_of(planned)
    page.commands.add_person("n1")
    asked = page.commands.popover
    assert isinstance(asked, PeoplePopover)
    qtbot.waitUntil(asked.list.complete)
    texts = [asked.list.list.item(place).text() for place in range(asked.list.list.count())]
    rival = next(text for text in texts if "Carl Carlsen" in text)
    assert "R" in rival.split("\n")[1]
    asked.close()


def test_staff_are_chosen_with_their_verdict(planned: MainWindow) -> None:
    page = page_of(planned)
    page.commands.staff("n1")
    asked = page.commands.popover
    assert isinstance(asked, StaffPopover)
    first = next(
        asked.list.item(place) for place in range(2) if asked.list.item(place).text() == "Underviser"
    )
    first.setCheckState(Qt.CheckState.Unchecked)
    assert "R5" in asked.verdict.text()
    assert not asked.ok.isEnabled()
    asked.close()


def test_delete_takes_a_session_out_and_undo_brings_it_back(planned: MainWindow) -> None:
    held = button(planned, "n2")
    held.setFocus()
    QTest.keyClick(held, Qt.Key.Key_Delete)
    assert planned.desk.version is not None
    assert [each.id for each in planned.desk.version.sessions] == ["n1", "n3"]
    planned.menus.undo.trigger()
    assert session(planned, "n2").citizens == ("c3",)


def test_nothing_can_be_moved_in_a_vault_that_is_open_to_read(
    bench: Bench, qtbot: QtBot, language: Language
) -> None:
    bench.keep_plan()
    window = MainWindow(context_of(bench.store, bench.folder, language.install, read_only=True))
    qtbot.addWidget(window)
    window.show()
    drag(window, "n1", 2, "r1", 600)
    assert session(window, "n1").start == at(0, 9)
    assert "read-only" in said(window)
    menu = page_of(window).commands.menu("n1")
    enabled = [action.text() for action in menu.actions() if action.isEnabled() and action.text()]
    assert enabled == ["&Copy the week for a spreadsheet"]


EDITS = st.lists(
    st.one_of(
        st.builds(
            Move,
            st.sampled_from(("n1", "n2", "n3")),
            st.sampled_from(("r1", "r2")),
            st.builds(at, st.integers(0, 4), st.integers(8, 15), st.sampled_from((0, 30))),
        ),
        st.builds(Join, st.sampled_from(("n1", "n2")), st.sampled_from(("c1", "c2", "c3", "c4"))),
        st.builds(Leave, st.sampled_from(("n1", "n2")), st.sampled_from(("c1", "c2", "c3"))),
        st.builds(Remove, st.sampled_from(("n1", "n2", "n3"))),
        st.builds(
            lambda day, hour, who: Make("club", "r1", at(day, hour), at(day, hour + 2), (who,)),
            st.integers(0, 4),
            st.integers(8, 13),
            st.sampled_from(("c1", "c2", "c3")),
        ),
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(EDITS)
def test_any_chain_of_edits_is_undone_to_what_there_was(planned: MainWindow, edits: list[WeekEdit]) -> None:
    page, store = page_of(planned), planned.context.store
    assert isinstance(store, FakeStore)
    before = dict(store.rows)
    made = 0
    for edit in edits:
        known = {each.id for each in planned.desk.version.sessions} if planned.desk.version else set()
        if getattr(edit, "session", "n1") in known or isinstance(edit, Make):
            made += page.hand.make(edit)
            report = planned.desk.report
            assert report is not None and report.clean
    after = dict(store.rows)
    for _ in range(made):
        planned.menus.undo.trigger()
    assert store.rows == before
    for _ in range(made):
        planned.menus.redo.trigger()
    assert store.rows == after
    for _ in range(made):
        planned.menus.undo.trigger()


def test_a_session_is_made_with_the_keys_alone(planned: MainWindow, qtbot: QtBot) -> None:
    page = page_of(planned)
    held = button(planned, "n1")
    held.setFocus()
    QTest.keyClick(held, Qt.Key.Key_N)
    made = page.commands.popover
    assert isinstance(made, MakePopover)
    # It begins where the session ends, in its room.
    assert "Monday 23 November, 11:00–" in made.when.text()
    made.place.day.setCurrentIndex(3)
    made.place.start.setCurrentText("10:00")
    assert made.when.text().startswith("Thursday 26 November, 10:00–")
    made.activity.setCurrentText("Jobklub")
    qtbot.waitUntil(made.people.complete)
    people = (made.people.list.item(at) for at in range(made.people.list.count()))
    next(each for each in people if "Bo Bertelsen" in each.text()).setCheckState(Qt.CheckState.Checked)
    qtbot.waitUntil(made.ok.isEnabled)
    made.ok.click()
    assert planned.desk.version is not None
    new = next(each for each in planned.desk.version.sessions if each.start == at(3, 10))
    assert (new.room, new.citizens) == ("r1", ("c2",))
