"""What the window remembers, and that it is nothing about anybody."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSplitter, QWidget
from pytestqt.qtbot import QtBot

from desktop.qt.settings import DEFAULT_SECONDS, Settings
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
