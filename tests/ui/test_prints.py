"""Preview, print and PDF of the week."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from desktop.domain.places import Room
from desktop.printing.contents import Choice, Contents
from desktop.ui.board.modes import Mode
from desktop.ui.main_window import MainWindow
from desktop.ui.prints.dialog import PrintDialog
from tests.ui.kit import Bench, poorer

CHOOSING = "desktop.ui.widgets.save_file.QFileDialog.getSaveFileName"


def text_of(path: Path) -> str:
    reader = PdfReader(io.BytesIO(path.read_bytes()))
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@pytest.fixture
def dialog(planned: MainWindow, qtbot: QtBot) -> PrintDialog:
    found = planned.commands.prints.dialog()
    assert found is not None
    qtbot.addWidget(found)
    found.show()
    return found


def test_save_as_pdf_writes_the_week(
    planned: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    path = tmp_path / "week.pdf"

    def choose(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        asked.append(name)
        return str(path), ""

    monkeypatch.setattr(CHOOSING, choose)
    planned.menus.pdf.trigger()
    assert asked == ["Sikkerplan 2026-W48.pdf"]
    assert "Carl Carlsen" in text_of(path)
    assert "Jobklub" in text_of(path)


def test_a_pdf_that_cannot_be_written_is_told_where_it_was_asked_for(
    planned: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = tmp_path / "gone" / "week"
    shown: list[str] = []
    monkeypatch.setattr(CHOOSING, lambda *_: (str(nowhere), ""))
    monkeypatch.setattr(PrintDialog, "exec", lambda dialog: shown.append(dialog.message.text()))
    planned.menus.pdf.trigger()
    assert shown == ["The file could not be written there."]


def test_a_name_without_an_ending_gets_the_pdfs(
    planned: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(CHOOSING, lambda *_: (str(tmp_path / "uge48"), ""))
    planned.menus.pdf.trigger()
    assert [path.name for path in tmp_path.glob("uge48*")] == ["uge48.pdf"]


def test_a_file_that_was_not_named_is_not_replaced(
    planned: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "uge.48.pdf").write_text("theirs", encoding="utf-8")
    asked: list[str] = []

    def choose(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        asked.append(Path(name).name)
        return (str(tmp_path / "uge.48") if len(asked) == 1 else ""), ""

    monkeypatch.setattr(CHOOSING, choose)
    planned.menus.pdf.trigger()
    assert asked == ["Sikkerplan 2026-W48.pdf", "uge.48.pdf"]
    assert (tmp_path / "uge.48.pdf").read_text(encoding="utf-8") == "theirs"


def test_what_was_saved_is_told_by_its_name_alone(
    planned: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert planned.week is not None
    assert not planned.week.told_box.isVisible()
    monkeypatch.setattr(CHOOSING, lambda *_: (str(tmp_path / "uge48"), ""))
    planned.menus.pdf.trigger()
    assert planned.week.told_box.isVisible()
    assert planned.week.told.text() == "Saved as uge48.pdf"
    planned.menus.next.trigger()
    assert not planned.week.told_box.isVisible()


def test_case_numbers_in_place_of_names_are_remembered(
    planned: MainWindow, dialog: PrintDialog, tmp_path: Path
) -> None:
    dialog.names.setCurrentIndex(1)
    assert dialog.save_pdf(tmp_path / "week.pdf")
    text = text_of(tmp_path / "week.pdf")
    assert "sag-c3" in text
    assert "Carl Carlsen" not in text
    assert not planned.settings.print_names


def test_the_preview_turns_its_pages(dialog: PrintDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: dialog.preview.pageCount() > 1)
    pages = dialog.preview.pageCount()
    assert dialog.page.text() == f"Page 1 of {pages}"
    dialog.next_page()
    assert dialog.page.text() == f"Page 2 of {pages}"
    dialog.previous_page()
    assert dialog.page.text() == f"Page 1 of {pages}"


def test_a_folder_that_is_not_there_is_told(dialog: PrintDialog, tmp_path: Path) -> None:
    assert not dialog.save_pdf(tmp_path / "nowhere" / "week.pdf")
    assert dialog.message.text() == "The file could not be written there."


def test_a_plan_that_breaks_a_rule_today_is_shown_as_such_and_not_printed(
    bench: Bench, open_window: Callable[..., MainWindow]
) -> None:
    bench.keep_plan()
    bench.store.put(Room("r1", "s1", "Lokale 1", 1))
    window = open_window(bench)
    assert window.week is not None
    assert window.week.strip.check.text() == "Checked: 1 rule broken"
    window.week.strip.check.click()
    assert window.week.health.list.item(0).text().splitlines()[1].startswith("R2 room is broken: ")
    for action in (window.menus.print, window.menus.pdf):
        window.statusBar().clearMessage()
        action.trigger()
        assert "Not printed: the plan breaks a rule" in window.statusBar().currentMessage()
    window.week.health.list.itemActivated.emit(window.week.health.list.item(0))
    assert window.desk.session == "n1"
    assert any("The room holds 1; 2 come." in text for text in window.week.session.texts())


def test_pages_for_one_person_are_saved_and_recorded_as_such(
    planned: MainWindow, bench: Bench, dialog: PrintDialog, tmp_path: Path
) -> None:
    dialog.choice.choose(Choice(Contents.PEOPLE, "c3"))
    assert dialog.save_pdf(tmp_path / "one.pdf")
    text = text_of(tmp_path / "one.pdf")
    assert "Carl Carlsen" in text
    assert "Level" not in text
    (event,) = bench.recorder.events
    assert event.payload is not None
    assert (event.payload["contents"], event.payload["only"]) == ("by_people", "c3")
    assert "c1" not in event.people


def test_whom_the_overview_alone_names_is_recorded_too(
    bench: Bench, open_window: Callable[..., MainWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    bench.keep_plan(poorer)
    window = open_window(bench)
    found = window.commands.prints.dialog()
    assert found is not None
    qtbot.addWidget(found)
    assert found.save_pdf(tmp_path / "week.pdf")
    assert "Carl Carlsen" in text_of(tmp_path / "week.pdf")
    (event,) = bench.recorder.events
    assert event.people == ("c1", "c2", "c3", "c4", "m2")
    bench.recorder.events.clear()
    found.choice.choose(Choice(Contents.ROOMS, "r1"))
    assert found.save_pdf(tmp_path / "room.pdf")
    assert "Carl Carlsen" not in text_of(tmp_path / "room.pdf")
    assert [each.people for each in bench.recorder.events] == [("c1", "c2", "m2")]


def test_what_is_on_the_board_is_offered_first(planned: MainWindow, qtbot: QtBot) -> None:
    assert planned.week is not None
    planned.week.board.show_mode(Mode.STAFF)
    found = planned.commands.prints.dialog()
    assert found is not None
    qtbot.addWidget(found)
    assert found.choice.choice() == Choice(Contents.STAFF)
    asked = [found.choice.only.itemText(at) for at in range(found.choice.only.count())]
    assert asked[0] == f"All who serve ({len(asked) - 1})"
