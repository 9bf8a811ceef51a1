"""What the window remembers, and that it is nothing about anybody."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSplitter, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.places import Room, Site, SiteKind
from desktop.qt.settings import DEFAULT_SECONDS, Settings
from desktop.ui.board.day_row import ALL_WEEK
from desktop.ui.board.modes import Mode
from desktop.ui.board.panel import BoardPanel
from desktop.ui.history.dialog import HistoryDialog
from desktop.ui.main_window import MainWindow
from desktop.ui.people.page import PeoplePage
from desktop.ui.people.table_model import Column
from tests.ui.kit import MARKUP, Bench


def test_size_seconds_and_zoom_come_back(bench: Bench, open_window: Callable[..., MainWindow]) -> None:
    window = open_window(bench)
    window.resize(1400, 800)
    assert window.week is not None
    window.week.bar.seconds.setValue(42)
    window.plan()
    window.menus.zoom_in.trigger()
    window.close()
    again = open_window(bench)
    assert again.settings.geometry == window.saveGeometry()
    assert again.week is not None
    assert again.week.bar.seconds.value() == 42
    assert again.settings.zoom == 110


def test_the_file_holds_nothing_about_anybody(planned: MainWindow, tmp_path: Path) -> None:
    assert planned.week is not None
    planned.week.people.search.setText("Carl")
    planned.week.people.choose("c3")
    planned.close()
    text = (tmp_path / "sikkerplan.ini").read_text(encoding="utf-8")
    for private in ("Carl", "c3", "sag-", MARKUP, "Gruppe", "Huset"):
        assert private not in text


def test_the_title_tells_nothing_about_anybody(planned: MainWindow) -> None:
    planned.desk.choose("n1")
    assert planned.windowTitle() == "Sikkerplan"


def test_the_demo_says_that_its_people_are_fictional(
    bench: Bench, open_window: Callable[..., MainWindow]
) -> None:
    window = open_window(bench, demo=True)
    assert window.windowTitle() == "Sikkerplan – demo"
    assert window.banner is not None
    assert window.banner.isVisible()


def test_a_spoilt_file_counts_as_nothing_set(tmp_path: Path) -> None:
    path = tmp_path / "spoilt.ini"
    path.write_text(
        "language=xx\n[planning]\nseconds=many\n[board]\nzoom=9999\n[window]\ngeometry=7\n[tables]\npeople={x\n"
    )
    settings = Settings(path)
    assert settings.language is None
    assert settings.seconds == DEFAULT_SECONDS
    assert settings.zoom == 250
    assert settings.geometry is None
    assert settings.table_state("people") == {}


def test_what_can_not_be_written_down_is_said_once_and_written_once_it_can(
    bench: Bench, open_window: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    bench.folder = tmp_path / "folder"
    bench.folder.write_text("no folder can be here")
    window = open_window(bench)
    with qtbot.waitSignal(window.settings.not_saved):
        window.menus.zoom_in.trigger()
    assert "could not be written down" in window.statusBar().currentMessage()
    with qtbot.assertNotEmitted(window.settings.not_saved):
        assert not window.settings.save()
    assert window.settings.zoom == 110
    bench.folder.unlink()
    assert window.settings.save()
    assert "zoom=110" in (bench.folder / "sikkerplan.ini").read_text(encoding="utf-8")


def moved(splitter: QSplitter) -> list[int]:
    """Its sizes after somebody has drawn its handle a little to the left."""
    handle = splitter.handle(1)
    grip = handle.rect().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=grip)
    QTest.mouseMove(handle, grip - QPoint(60, 0))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=grip - QPoint(60, 0))
    return splitter.sizes()


@pytest.mark.parametrize("key", ["people", "conflicts", "levels", "resources", "acute"])
def test_how_a_page_is_shared_out_comes_back(
    bench: Bench, open_window: Callable[..., MainWindow], key: str
) -> None:
    def splitter(window: MainWindow) -> QSplitter:
        assert window.shell is not None
        window.resize(1500, 800)
        window.shell.show_page(key)
        return next(each for each in window.shell.page(key).findChildren(QSplitter) if each.isVisible())

    first = open_window(bench)
    before = splitter(first).sizes()
    sizes = moved(splitter(first))
    assert sizes != before
    first.close()
    assert splitter(open_window(bench)).sizes() == pytest.approx(sizes, abs=2)


def test_filters_that_a_page_makes_of_the_unit_come_back(
    bench: Bench, open_window: Callable[..., MainWindow]
) -> None:
    def people(window: MainWindow) -> PeoplePage:
        assert window.shell is not None
        window.shell.show_page("people")
        page = window.shell.page("people")
        assert isinstance(page, PeoplePage)
        return page

    first = open_window(bench)
    boxes = people(first).list.bar.boxes
    boxes["level"].setCurrentIndex(2)
    chosen, shown = boxes["level"].currentText(), people(first).list.view.proxy.rowCount()
    first.close()
    again = people(open_window(bench))
    assert again.list.bar.boxes["level"].currentText() == chosen
    assert again.list.view.proxy.rowCount() == shown


def test_the_list_beside_the_board_is_sorted_and_filtered_as_it_was(
    bench: Bench, open_window: Callable[..., MainWindow]
) -> None:
    first = open_window(bench)
    assert first.week is not None
    first.week.people.table.sortByColumn(Column.HOURS, Qt.SortOrder.DescendingOrder)
    first.week.people.missing_only.setChecked(True)
    first.close()
    again = open_window(bench)
    assert again.week is not None
    header = again.week.people.table.horizontalHeader()
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == (
        Column.HOURS,
        Qt.SortOrder.DescendingOrder,
    )
    assert again.week.people.missing_only.isChecked()


def test_a_window_of_its_own_is_as_large_as_it_was(planned: MainWindow) -> None:
    def history() -> QWidget:
        planned.menus.history.trigger()
        return planned.findChildren(HistoryDialog)[-1]

    first = history()
    first.resize(611, 533)
    first.close()
    assert history().size() == QSize(611, 533)


def _look_at(window: MainWindow, mode: Mode, day: int) -> BoardPanel:
    assert window.week is not None
    board = window.week.board
    board.modes.button(list(Mode).index(mode)).click()
    board.days.button(day).click()
    return board


def _two_sites(bench: Bench) -> None:
    """A second site, whose tab comes last."""
    bench.store.put(Site("p9", "Værkstedet", SiteKind.UNIT), Room("r9", "p9", "Hal", 8))
    bench.keep_plan()


@pytest.mark.parametrize("mode", Mode)
def test_the_board_is_looked_at_as_it_was_left(
    bench: Bench, open_window: Callable[..., MainWindow], mode: Mode
) -> None:
    _two_sites(bench)
    window = open_window(bench)
    board = _look_at(window, mode, 1)
    board.turn_site(1)
    before = board.look()
    window.close()
    again = open_window(bench)
    assert again.week is not None
    board = again.week.board
    assert board.look() == before
    assert board.mode is mode
    assert board.modes.checkedId() == list(Mode).index(mode)
    assert board.days.checkedId() == 1
    assert board.tabs.currentIndex() == (1 if mode.by_site else 0)
    sheet = board.view.canvas.sheet
    assert sheet is not None
    assert {column.day.weekday() for column in sheet.columns} <= {1}


def test_in_another_week_the_whole_week_is_shown(
    bench: Bench, open_window: Callable[..., MainWindow]
) -> None:
    bench.keep_plan()
    window = open_window(bench)
    _look_at(window, Mode.STAFF, 1)
    settings = window.settings
    kept = dict(settings.table_state("week.board"))
    window.close()
    settings.keep_table_state("week.board", {**kept, "monday": "2026-11-16"})
    settings.save()
    again = open_window(bench)
    assert again.week is not None
    assert again.week.board.mode is Mode.STAFF
    assert again.week.board.days.checkedId() == ALL_WEEK


def test_whom_to_show_and_in_what_order_comes_back(
    bench: Bench, open_window: Callable[..., MainWindow]
) -> None:
    bench.keep_plan()
    window = open_window(bench)
    bar = _look_at(window, Mode.PEOPLE, ALL_WEEK).people_bar
    bar.shown.setCurrentIndex(1)
    bar.order.setCurrentIndex(bar.order.findData("level"))
    chosen = bar.shown.currentText()
    assert chosen.startswith("Level")
    window.close()
    again = open_window(bench)
    assert again.week is not None
    bar = again.week.board.people_bar
    assert (bar.shown.currentText(), bar.order.currentData()) == (chosen, "level")


def test_the_file_does_not_tell_which_group_the_board_showed(
    bench: Bench, open_window: Callable[..., MainWindow], tmp_path: Path
) -> None:
    bench.keep_plan()
    window = open_window(bench)
    bar = _look_at(window, Mode.PEOPLE, ALL_WEEK).people_bar
    bar.shown.setCurrentText("Gruppe 2")
    assert bar.shown.currentText() == "Gruppe 2"
    bar.search.setText("Carl")
    window.close()
    text = (tmp_path / "sikkerplan.ini").read_text(encoding="utf-8")
    assert "week.board" in text
    group = next(each.id for each in bench.store.begin().unit().groups if each.name == "Gruppe 2")
    for private in ("Carl", "c3", "Gruppe", group, "group:"):
        assert private not in text.split("week.board", 1)[1].splitlines()[0]
    again = open_window(bench)
    assert again.week is not None
    assert again.week.board.people_bar.shown.currentText() == "Everybody"


@pytest.mark.parametrize(
    "state", [{"mode": "moon"}, {"mode": "staff", "site": "x", "day": None}, {"day": 99}]
)
def test_what_cannot_be_understood_is_not_remembered(
    bench: Bench, open_window: Callable[..., MainWindow], tmp_path: Path, state: dict[str, object]
) -> None:
    whole = {"mode": "rooms", "site": 0, "monday": "2026-11-23", "day": 7, "people": "", "order": "name"}
    settings = Settings(tmp_path / "sikkerplan.ini")
    settings.keep_table_state("week.board", {**whole, **state})
    settings.save()
    bench.keep_plan()
    window = open_window(bench)
    assert window.week is not None
    assert window.week.board.mode is Mode.ROOMS
    assert window.week.board.days.checkedId() == ALL_WEEK
