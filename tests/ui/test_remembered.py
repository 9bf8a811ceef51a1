"""What the window remembers, and that it is nothing about anybody."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.qt.settings import DEFAULT_SECONDS, Settings
from desktop.ui.main_window import MainWindow
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
