"""The week board: sessions by site and day, chosen with mouse and keys, told without markup."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QTextDocument, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from desktop.qt.language import Language
from desktop.ui.board.day_row import ALL_WEEK
from desktop.ui.board.modes import Mode
from desktop.ui.board.session_button import SessionButton
from desktop.ui.main_window import MainWindow
from desktop.ui.week.page import WeekPage
from desktop.ui.widgets.beside import Beside
from tests.ui.kit import MARKUP, Bench, unit


def page_of(window: MainWindow) -> WeekPage:
    assert window.week is not None
    return window.week


def button(window: MainWindow, session: str) -> SessionButton:
    found = page_of(window).board.view.canvas.button(session)
    assert found is not None
    return found


def lightness(window: MainWindow, session: str) -> int:
    """How light the coloured bar of a session's box is."""
    box = button(window, session).geometry()
    image = page_of(window).board.view.canvas.grab(box).toImage()
    return image.pixelColor(2, box.height() // 2).lightness()


def test_the_sites_tell_how_many_sessions_they_have(planned: MainWindow) -> None:
    assert page_of(planned).board.tabs.tabText(0) == "Huset · 3"


def test_a_click_chooses_a_session(planned: MainWindow) -> None:
    QTest.mouseClick(button(planned, "n2"), Qt.MouseButton.LeftButton)
    assert planned.desk.session == "n2"
    assert button(planned, "n2").isChecked()
    assert not button(planned, "n1").isChecked()
    assert page_of(planned).splitter.shown() == "session"


def test_arrows_lead_from_session_to_session(planned: MainWindow) -> None:
    button(planned, "n1").setFocus()
    QTest.keyClick(button(planned, "n1"), Qt.Key.Key_Right)
    assert planned.desk.session == "n2"
    QTest.keyClick(button(planned, "n2"), Qt.Key.Key_Right)
    assert planned.desk.session == "n3"
    QTest.keyClick(button(planned, "n3"), Qt.Key.Key_Left)
    assert planned.desk.session == "n2"
    assert button(planned, "n2").hasFocus()


def test_tab_reaches_one_session_only(planned: MainWindow) -> None:
    planned.desk.choose("n2")
    reachable = [
        each.session
        for each in page_of(planned).board.view.canvas.buttons()
        if each.focusPolicy() is Qt.FocusPolicy.StrongFocus
    ]
    assert reachable == ["n2"]


def test_a_session_tells_a_screen_reader_what_it_is(planned: MainWindow) -> None:
    assert button(planned, "n2").accessibleName() == (
        "Jobklub, Tuesday 24 November, 09:00–11:00, Lokale 1, Level 2, 1 person"
    )


def test_a_name_is_never_markup(planned: MainWindow) -> None:
    document = QTextDocument()
    document.setHtml(button(planned, "n1").toolTip())
    assert MARKUP in document.toPlainText()
    assert "￼" not in document.toPlainText()


def test_one_day_shows_its_sessions_alone(planned: MainWindow) -> None:
    board = page_of(planned).board
    monday = board.days.button(0)
    assert monday.accessibleName() == "Monday 23 November"
    monday.click()
    assert [each.session for each in board.view.canvas.buttons()] == ["n1"]
    board.days.button(ALL_WEEK).click()
    assert len(board.view.canvas.buttons()) == 3


def test_choosing_elsewhere_turns_the_board_to_the_day(planned: MainWindow) -> None:
    board = page_of(planned).board
    board.days.button(0).click()
    planned.desk.choose("n3")
    assert board.days.checkedId() == 1
    assert button(planned, "n3").isChecked()


def test_a_day_chosen_stays_when_the_week_is_shown_anew(planned: MainWindow) -> None:
    """Somebody looks at Tuesday, goes to say what happened and comes back; and plans the week anew."""
    board = page_of(planned).board
    planned.show()
    QTest.mouseClick(button(planned, "n1"), Qt.MouseButton.LeftButton)
    page_of(planned).people.choose("c1")
    board.days.button(1).click()
    assert planned.shell is not None
    planned.shell.show_page("acute")
    planned.context.editing.save("site_saved", [replace(unit().sites[1], name="Hallen")])
    planned.shell.show_page("week")
    planned.desk.reload()
    assert board.days.checkedId() == 1
    assert planned.desk.session == "n1"
    page_of(planned).health.session_chosen.emit("n1")
    assert board.days.checkedId() == 0
    assert button(planned, "n1").isChecked()


def test_ctrl_and_wheel_or_keys_zoom_and_are_remembered(planned: MainWindow) -> None:
    view = page_of(planned).board.view
    before = button(planned, "n1").height()
    for _ in range(6):
        event = QWheelEvent(
            QPointF(200, 200), view.mapToGlobal(QPointF(200, 200)), QPoint(), QPoint(0, 120),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(view.viewport(), event)
    assert button(planned, "n1").height() > before
    assert planned.settings.zoom == 160
    planned.menus.zoom_out.trigger()
    assert planned.settings.zoom == 150
    planned.menus.zoom_reset.trigger()
    assert planned.settings.zoom == 100


def test_a_person_stands_out_on_the_board(planned: MainWindow) -> None:
    page = page_of(planned)
    bright = lightness(planned, "n1"), lightness(planned, "n2")
    page.people.choose("c3")
    assert page.marked.text() == "Only the sessions of Carl Carlsen stand out: 1 on all sites."
    assert lightness(planned, "n1") > bright[0]
    assert lightness(planned, "n2") == bright[1]
    page.people.table.clearSelection()
    assert not page.marked_box.isVisible()
    assert lightness(planned, "n1") == bright[0]


def test_tab_into_the_board_leaves_the_panel_beside_it_as_it_is(planned: MainWindow) -> None:
    page = page_of(planned)
    page.splitter.show_panel("people")
    button(planned, "n1").setFocus(Qt.FocusReason.TabFocusReason)
    sessions = [planned.desk.session]
    assert page.splitter.shown() == "people"
    QTest.keyClick(button(planned, "n1"), Qt.Key.Key_Return)
    assert [*sessions, planned.desk.session] == [None, "n1"]
    assert page.splitter.shown() == "session"


def test_half_a_screen_leaves_the_days_the_week_and_the_check_readable(planned: MainWindow) -> None:
    page = page_of(planned)
    planned.show()
    whole = "Week 48 · 23–29 November 2026"
    for wide, monday, week in ((1900, "Mon 23 Nov", whole), (960, "Mon", "Week 48, 2026")):
        planned.resize(wide, 520)
        QCoreApplication.processEvents()
        assert planned.width() == wide
        assert page.board.days.button(0).text() == monday
        title, chip = page.bar.picker.title, page.strip.check
        assert title.text() == week
        for each in (title, chip, *page.board.days.buttons()):
            assert each.width() >= each.sizeHint().width()
    assert page.bar.picker.title.accessibleName() == whole
    assert not page.strip.people.isVisible()
    assert page.strip.hours.isVisible()


@pytest.mark.parametrize(
    ("code", "letters", "name"),
    [("da", "Ma Ti On To Fr", "Mandag 23. november"), ("en", "Mo Tu We Th Fr", "Monday 23 November")],
)
def test_in_the_least_window_a_day_is_two_letters_and_its_full_name_is_told(
    code: str,
    letters: str,
    name: str,
    language: Language,
    bench: Bench,
    open_window: Callable[..., MainWindow],
    qtbot: QtBot,
) -> None:
    language.install(code)
    bench.keep_plan()
    window = open_window(bench)
    days = page_of(window).board.days
    for wide in (860, 1900, 860):
        window.resize(wide, 470)
        qtbot.waitUntil(lambda: all(each.width() >= each.sizeHint().width() for each in days.buttons()))
    assert [days.button(at).text() for at in range(5)] == letters.split()
    assert days.button(0).accessibleName() == name
    assert name in days.button(0).toolTip()


def test_the_views_stay_where_they_are_on_the_bar(planned: MainWindow) -> None:
    board = page_of(planned).board
    planned.show()
    places = []
    for mode in Mode:
        board.show_mode(mode)
        QCoreApplication.processEvents()
        places.append([each.x() for each in board.modes.buttons()])
    assert places == [places[0]] * len(places)


def test_a_board_that_changes_under_the_focus_keeps_it(planned: MainWindow, qapp: QApplication) -> None:
    """The button that goes passes the focus on, which brings others into sight while the rest still go."""
    board = page_of(planned).board
    canvas = board.view.canvas
    button(planned, "n1").setFocus()

    def scroll() -> None:
        canvas.look_at(QRect())

    qapp.focusChanged.connect(scroll)
    try:
        next(each for each in board.findChildren(QToolButton) if each.text() == "Staff").click()
    finally:
        qapp.focusChanged.disconnect(scroll)
    QApplication.processEvents()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.isVisible()


def test_two_staff_and_two_rooms_of_one_name_are_two_on_the_board(
    bench: Bench, open_window: Callable[..., MainWindow]
) -> None:
    for member in unit().staff:
        bench.store.put(replace(member, name="Anne Holm"))
    for room in unit().rooms:
        bench.store.put(replace(room, name="Lokale"))
    bench.keep_plan()
    window = open_window(bench)
    told = button(window, "n2").accessibleName() + button(window, "n3").accessibleName()
    assert "Lokale (1)" in told
    assert "Lokale (2)" in told
    assert "Anne Holm (1), Anne Holm (2)" in button(window, "n2").toolTip()
    window.desk.choose("n2")
    assert {"Anne Holm (1)", "Anne Holm (2)"} <= set(page_of(window).session.texts())


@pytest.mark.parametrize(("wide", "in_one_line"), [(960, False), (1500, True)])
def test_the_sites_can_be_read_in_a_narrow_window(
    wide: int, in_one_line: bool, bench: Bench, open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    first, second = unit().sites
    sites = (
        replace(first, name="Kursushuset Ahornen"),
        replace(second, name="Værkstedshallen Eg"),
        replace(second, id="s3", name="Enhedens Hus"),
    )
    for number, site in enumerate(sites):
        bench.store.put(site)
        bench.store.put(replace(unit().rooms[0], id=f"rr{number}", site=site.id))
    bench.keep_plan()
    window = open_window(bench)
    window.resize(wide, 640)
    tabs = page_of(window).board.tabs
    qtbot.waitUntil(lambda: window.width() == wide and tabs.isVisible())
    line = tabs.parentWidget()
    assert isinstance(line, Beside)
    assert tabs.count() == 3
    qtbot.waitUntil(
        lambda: (
            line.in_one_line is in_one_line
            and all(
                tabs.rect().contains(tabs.tabRect(at).center())
                and tabs.tabRect(at).width() >= 0.75 * tabs.tabSizeHint(at).width()
                for at in range(3)
            )
        )
    )
    page_of(window).board.show_mode(Mode.PEOPLE)
    qtbot.waitUntil(lambda: line.in_one_line)


def test_many_sites_keep_readable_tabs_and_are_scrolled_to(
    bench: Bench, open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    for number in range(9):
        site = replace(unit().sites[0], id=f"x{number}", name=f"Kursushuset Ahornen {number}")
        bench.store.put(site)
        bench.store.put(replace(unit().rooms[0], id=f"rx{number}", site=site.id))
    bench.keep_plan()
    window = open_window(bench)
    window.resize(960, 640)
    tabs = page_of(window).board.tabs
    qtbot.waitUntil(lambda: window.width() == 960 and tabs.isVisible())
    assert all(tabs.tabRect(at).width() >= 96 for at in range(1, tabs.count()))
    assert any(each.isVisible() for each in tabs.findChildren(QToolButton))
    assert "Kursushuset Ahornen 8" in tabs.tabToolTip(tabs.count() - 1)
