"""A session made longer or shorter by hand: at its lower edge, with the keys, from its menu."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.plans import VersionState
from desktop.qt.language import Language
from desktop.services.hand.verdicts import VerdictKind
from desktop.services.hand.week_edits import Move
from desktop.ui.board.modes import Mode
from desktop.ui.main_window import MainWindow
from desktop.ui.moving.length_popover import LengthPopover
from desktop.ui.moving.subjects import End
from tests.services.small_unit import WEEK
from tests.ui.kit import Bench, context_of
from tests.ui.week.kit import (
    button,
    carry,
    draw_edge,
    hold_edge,
    label,
    let_go,
    page_of,
    said,
    session,
    spot,
)

ALT = Qt.KeyboardModifier.AltModifier


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return WEEK.moment(day * 1440 + hour * 60 + minute)


def rival_at_half_past_eleven(window: MainWindow) -> None:
    """c4, a rival of those in n1, is in the house on Monday half an hour after n1 ends."""
    assert page_of(window).hand.make(Move("n3", "r2", at(0, 11, 30)))


@pytest.mark.parametrize(
    ("mode", "lane"), [(Mode.ROOMS, "r1"), (Mode.STAFF, "m2"), (Mode.PEOPLE, "c1"), (Mode.GROUPS, "g1")]
)
def test_the_lower_edge_is_drawn_to_another_length_and_undone(
    planned: MainWindow, mode: Mode, lane: str
) -> None:
    page_of(planned).board.show_mode(mode)
    draw_edge(planned, "n1", 0, lane, 710)
    assert (session(planned, "n1").start, session(planned, "n1").end) == (at(0, 9), at(0, 12))
    assert session(planned, "n1").room == "r1"
    assert "session made longer or shorter" in said(planned)
    planned.menus.undo.trigger()
    assert session(planned, "n1").end == at(0, 11)


def test_the_edge_shows_that_it_can_be_drawn(planned: MainWindow) -> None:
    held = button(planned, "n1")
    QTest.mouseMove(held, QPoint(held.width() // 2, held.height() - 2))
    assert held.cursor().shape() is Qt.CursorShape.SizeVerCursor
    QTest.mouseMove(held, held.rect().center())
    assert held.cursor().shape() is Qt.CursorShape.PointingHandCursor


@pytest.mark.parametrize(
    ("code", "allowed", "cost", "won", "lost"),
    [
        ("en", "Allowed", "Allowed, at a cost", "2 hours more a week for", "2 hours less a week for"),
        ("da", "Tilladt", "Tilladt, men det koster", "2 timer mere om ugen", "2 timer mindre om ugen"),
    ],
)
def test_each_length_is_told_while_it_is_drawn(
    bench: Bench,
    open_window: Callable[..., MainWindow],
    language: Language,
    code: str,
    allowed: str,
    cost: str,
    won: str,
    lost: str,
) -> None:
    language.install(code)
    bench.keep_plan()
    window = open_window(bench)
    held = hold_edge(window, "n1")
    assert label(window) == ""
    place = spot(window, 0, "r1", 715)
    carry(window, held, place)
    assert allowed in label(window).splitlines()
    assert won in label(window)
    assert "Bo Bertelsen" in label(window)
    assert "09:00–12:00" in label(window)
    let_go(held, place)
    held = hold_edge(window, "n1")
    carry(window, held, spot(window, 0, "r1", 655))
    assert cost in label(window).splitlines()
    assert lost in label(window)
    QTest.keyClick(held, Qt.Key.Key_Escape)
    assert label(window) == ""
    assert session(window, "n1").end == at(0, 12)


def test_a_forbidden_length_is_marked_and_told_and_does_not_happen(planned: MainWindow, qtbot: QtBot) -> None:
    rival_at_half_past_eleven(planned)
    before = planned.desk.version
    held = hold_edge(planned, "n1")
    judge = page_of(planned).commands.mover.judge()
    assert judge is not None
    qtbot.waitUntil(lambda: not judge.busy)
    assert {end.minute: kind for end, kind in judge.kinds.items() if isinstance(end, End)} == {
        720: VerdictKind.FORBIDDEN
    }
    place = spot(planned, 0, "r1", 715)
    carry(planned, held, place)
    assert "Not possible" in label(planned)
    assert "R11" in label(planned)
    let_go(held, place)
    assert planned.desk.version == before
    assert "R11" in said(planned)


def test_the_ends_are_drawn_on_the_board(planned: MainWindow, qtbot: QtBot) -> None:
    page = page_of(planned)
    canvas = page.board.view.canvas
    hold_edge(planned, "n1")
    mover = page.commands.mover
    judge = mover.judge()
    assert judge is not None and canvas.sheet is not None
    qtbot.waitUntil(lambda: not judge.busy)
    column = next(end.column for end in judge.kinds if isinstance(end, End))
    whole = canvas.rect().toRectF()
    left = canvas.painter.column_x(canvas.sheet, whole, column)
    there = QPointF(left + 12, canvas.painter.minute_y(canvas.sheet, whole, 720)).toPoint()
    with_line = canvas.grab().toImage().pixelColor(there)
    mover.cancel()
    assert canvas.grab().toImage().pixelColor(there) != with_line


def test_a_length_is_chosen_by_keys_alone(planned: MainWindow) -> None:
    held = button(planned, "n1")
    held.setFocus()
    QTest.keyClick(held, Qt.Key.Key_Down, ALT)
    assert "Monday 23 November, 09:00–12:00" in label(planned)
    QTest.keyClick(held, Qt.Key.Key_Return)
    assert session(planned, "n1").end == at(0, 12)
    held = button(planned, "n1")
    assert held.hasFocus()
    QTest.keyClick(held, Qt.Key.Key_Up, ALT)
    assert "09:00–11:00" in label(planned)
    QTest.keyClick(held, Qt.Key.Key_Down)
    assert label(planned) == ""
    QTest.keyClick(held, Qt.Key.Key_Up)
    QTest.keyClick(held, Qt.Key.Key_Return)
    assert session(planned, "n1").end == at(0, 11)


def test_esc_leaves_the_length_as_it_was(planned: MainWindow) -> None:
    held = button(planned, "n1")
    held.setFocus()
    QTest.keyClick(held, Qt.Key.Key_Down, ALT)
    QTest.keyClick(held, Qt.Key.Key_Escape)
    assert session(planned, "n1").end == at(0, 11)
    assert said(planned) == "Nothing was changed."
    assert button(planned, "n1").hasFocus()


@pytest.mark.parametrize(
    ("code", "words"),
    [("en", "This activity has no other length."), ("da", "Aktiviteten har ingen anden længde.")],
)
def test_an_activity_of_one_length_says_so(
    bench: Bench, open_window: Callable[..., MainWindow], language: Language, code: str, words: str
) -> None:
    language.install(code)
    bench.keep_plan()
    window = open_window(bench)
    held = button(window, "n3")
    held.setFocus()
    QTest.keyClick(held, Qt.Key.Key_Down, ALT)
    assert said(window) == words
    assert page_of(window).commands.mover.carried is None
    hold_edge(window, "n3")
    assert page_of(window).commands.mover.carried is None


@pytest.mark.parametrize(
    ("code", "title", "item", "now"),
    [
        ("en", "How long is the session to be?", "3 hours · 09:00–12:00 · Allowed\n", "as it is now"),
        ("da", "Hvor længe skal mødet vare?", "3 timer · 09:00–12:00 · Tilladt\n", "som det er nu"),
    ],
)
def test_the_menu_leads_to_each_length_with_its_verdict(
    bench: Bench,
    open_window: Callable[..., MainWindow],
    language: Language,
    code: str,
    title: str,
    item: str,
    now: str,
) -> None:
    language.install(code)
    bench.keep_plan()
    window = open_window(bench)
    page = page_of(window)
    action = next(
        each
        for each in page.commands.menu("n1").actions()
        if each.text().replace("&", "") in ("Length …", "Længde …")
    )
    action.trigger()
    asked = page.commands.popover
    assert isinstance(asked, LengthPopover)
    assert asked.title.text() == title
    assert asked.list.item(0).text().endswith(now)
    assert asked.list.item(1).text().startswith(item)
    assert "Bo Bertelsen" in asked.list.item(1).text()
    asked.list.setCurrentRow(1)
    QTest.keyClick(asked.list, Qt.Key.Key_Return)
    assert session(window, "n1").end == at(0, 12)


def test_a_forbidden_length_of_the_menu_has_its_reason_and_can_not_be_chosen(planned: MainWindow) -> None:
    rival_at_half_past_eleven(planned)
    page = page_of(planned)
    page.commands.length("n1")
    asked = page.commands.popover
    assert isinstance(asked, LengthPopover)
    longer = asked.list.item(1)
    assert "R11" in longer.text()
    assert "Not possible" in longer.text()
    asked.list.itemActivated.emit(longer)
    assert session(planned, "n1").end == at(0, 11)
    asked.close()


def test_a_locked_session_keeps_its_length(planned: MainWindow) -> None:
    page_of(planned).hand.lock_session("n1", "aftalt")
    draw_edge(planned, "n1", 0, "r1", 710)
    assert session(planned, "n1").end == at(0, 11)
    assert "Not possible" in said(planned)


def test_another_length_in_a_published_version_goes_into_a_new_draft(planned: MainWindow) -> None:
    assert page_of(planned).hand.publish() is not None
    draw_edge(planned, "n1", 0, "r1", 710)
    states = sorted((each.state, each.sessions[0].end) for each in planned.desk.versions)
    assert states == [(VersionState.DRAFT, at(0, 12)), (VersionState.PUBLISHED, at(0, 11))]


def test_what_has_begun_keeps_its_length(bench: Bench, open_window: Callable[..., MainWindow]) -> None:
    bench.keep_plan()
    window = open_window(bench)
    assert page_of(window).hand.publish() is not None
    bench.clock.set(datetime(2026, 11, 23, 10, 0).astimezone(UTC))
    window.desk.reload()
    held, place = hold_edge(window, "n1"), spot(window, 0, "r1", 710)
    carry(window, held, place)
    assert "Not possible" in label(window)
    let_go(held, place)
    assert {version.sessions[0].end for version in window.desk.versions} == {at(0, 11)}
    assert "Not possible" in said(window)


def test_nothing_is_drawn_longer_in_a_vault_that_is_open_to_read(
    bench: Bench, qtbot: QtBot, language: Language
) -> None:
    bench.keep_plan()
    window = MainWindow(context_of(bench.store, bench.folder, language.install, read_only=True))
    qtbot.addWidget(window)
    window.show()
    draw_edge(window, "n1", 0, "r1", 710)
    assert session(window, "n1").end == at(0, 11)
    assert "read-only" in said(window)


def test_concealed_names_are_not_told_beside_a_length(planned: MainWindow) -> None:
    planned.menus.conceal.trigger()
    held = button(planned, "n1")
    held.setFocus()
    QTest.keyClick(held, Qt.Key.Key_Down, ALT)
    assert "2 hours more a week for" in label(planned)
    assert "Bo Bertelsen" not in label(planned)
    QTest.keyClick(held, Qt.Key.Key_Return)
    assert session(planned, "n1").end == at(0, 12)
    assert "Bo Bertelsen" not in said(planned)
    page_of(planned).commands.length("n1")
    asked = page_of(planned).commands.popover
    assert isinstance(asked, LengthPopover)
    texts = [asked.list.item(row).text() for row in range(asked.list.count())]
    assert "2 hours less a week for" in texts[0]
    assert not any("Bertelsen" in text for text in texts)
    asked.close()
