"""The import of a table in its three steps, and the export."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.people import Citizen
from desktop.qt.editing import Editing
from desktop.qt.language import Language
from desktop.qt.settings import Settings
from desktop.services.change import Change
from desktop.services.demo import demo_unit_text
from desktop.services.editing import EditingService
from desktop.services.files.importing import import_unit
from desktop.services.ids import sequential_ids
from desktop.services.sheets.columns import COLUMNS, Kind, column_keys, guessed
from desktop.services.sheets.export import PlannedWeek
from desktop.services.sheets.reading import read_file
from desktop.services.sheets.row import Fault
from desktop.services.sheets.table import Refusal
from desktop.services.sheets.vocabulary import ABSENCES, SCOPES
from desktop.ui.main_window import MainWindow
from desktop.ui.sheets import fault_words as wording
from desktop.ui.sheets.dialog import SheetImportDialog
from desktop.ui.sheets.export_dialog import SheetExportDialog
from desktop.ui.sheets.fault_words import fault_words, refusal_words
from desktop.ui.sheets.words import choice_words, column_words, imported_text
from tests.services.fakes import FakeClock, FakeStore
from tests.services.sheets.kit import planned_week
from tests.services.small_unit import UNIT
from tests.ui.kit import Bench, Recorder

DEMO = Path(__file__).resolve().parents[2] / "resources" / "demo"
TODAY = FakeClock().today()
TABLE = "Sagsnr;Navn;Tilmeldt fra;Timer;Kvote\nsag-c1;Anna Ny;;;\nS-9;Eva Holm;01-12-2026;;\n"
WRONG = f"{TABLE}S-10;;01-12-2026;;\n"


def new_editing(store: FakeStore, *, read_only: bool = False) -> Editing:
    return Editing(
        EditingService(store),
        FakeClock(),
        pseudonym_key=b"key",
        word=lambda _: "Citizen",
        read_only=read_only,
    )


@pytest.fixture
def store() -> FakeStore:
    return FakeStore(UNIT)


@pytest.fixture
def editing(store: FakeStore) -> Editing:
    return new_editing(store)


@pytest.fixture
def open_dialog(qtbot: QtBot, editing: Editing, tmp_path: Path) -> Callable[..., SheetImportDialog]:
    def open_it(on: Editing | None = None) -> SheetImportDialog:
        dialog = SheetImportDialog(on or editing, Settings(tmp_path / "s.ini"), TODAY)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return open_it


def give(qtbot: QtBot, dialog: SheetImportDialog, content: str | bytes, folder: Path) -> None:
    """A file with that content, to the second step."""
    path = folder / "given.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with qtbot.waitSignal(dialog.file.found):
        dialog.file.read(path)


def go_on(qtbot: QtBot, dialog: SheetImportDialog) -> None:
    """From the columns to what would happen."""
    with qtbot.waitSignal(dialog.rows_read):
        dialog.next_button.click()


def people(editing: Editing) -> list[str]:
    return [person.name for person in editing.unit().citizens]


def test_a_table_is_imported_as_one_change_that_can_be_undone(
    qtbot: QtBot, editing: Editing, open_dialog: Callable[..., SheetImportDialog], tmp_path: Path
) -> None:
    dialog = open_dialog()
    told: list[Change] = []
    editing.changed.connect(told.append)
    before = editing.unit()

    give(qtbot, dialog, TABLE, tmp_path)
    go_on(qtbot, dialog)

    assert dialog.rows.summary.text() == "1 new, 1 changed"
    assert editing.unit() == before
    dialog.next_button.click()
    assert [change.label for change in told] == ["sheet_imported"]
    assert imported_text(dialog.rows.preview).startswith("Imported: 1 new, 1 changed.")
    assert sorted(people(editing)) == ["Anna Ny", "Eva Holm", "Navn c2", "Navn c3", "Navn c4"]
    editing.undo()
    assert editing.unit() == before


def test_what_was_imported_is_told_in_the_windows_foot(
    bench: Bench, open_window: Callable[..., MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(bench)
    monkeypatch.setattr(SheetImportDialog, "exec", lambda _: QDialog.DialogCode.Rejected)
    window.menus.import_table.trigger()
    assert not window.statusBar().currentMessage()
    monkeypatch.setattr(SheetImportDialog, "exec", lambda _: QDialog.DialogCode.Accepted)
    window.menus.import_table.trigger()
    assert window.statusBar().currentMessage().startswith("Imported: ")


def test_nothing_is_imported_while_a_row_is_wrong(
    qtbot: QtBot, editing: Editing, open_dialog: Callable[..., SheetImportDialog], tmp_path: Path
) -> None:
    dialog = open_dialog()
    give(qtbot, dialog, WRONG, tmp_path)
    go_on(qtbot, dialog)

    assert not dialog.next_button.isEnabled()
    assert "leave their rows out" in dialog.message.text()
    assert dialog.rows.summary.text() == "1 new, 1 changed, 1 with errors"
    dialog.rows.panel.bar.choose("state", "Only errors")
    (wrong,) = [
        dialog.rows.panel.view.model().index(row, 3).data()
        for row in range(dialog.rows.panel.view.model().rowCount())
    ]
    assert wrong == "Name: is missing"

    dialog.rows.errors_button.click()

    assert dialog.next_button.isEnabled()
    dialog.next_button.click()
    assert "Eva Holm" in people(editing)
    assert "S-10" not in [person.case_number for person in editing.unit().citizens]


def test_a_file_that_was_corrected_is_read_again_with_all_that_was_chosen(
    qtbot: QtBot, editing: Editing, open_dialog: Callable[..., SheetImportDialog], tmp_path: Path
) -> None:
    dialog = open_dialog()
    give(qtbot, dialog, WRONG, tmp_path)
    kvote = dialog.columns.boxes[4]
    kvote.setCurrentIndex(kvote.findData("note"))
    go_on(qtbot, dialog)
    dialog.rows.panel.choose("2")
    dialog.rows.leave_out()
    assert dialog.rows.summary.text() == "1 new, 1 with errors, 1 left out"

    (tmp_path / "given.csv").write_text(WRONG.replace("S-10;;", "S-10;Gry Lund;"))
    with qtbot.waitSignal(dialog.rows_read):
        dialog.again_button.click()

    assert dialog.rows.summary.text() == "2 new, 1 left out"
    assert dialog.columns.mapping()[4] == "note"
    dialog.next_button.click()
    assert sorted(people(editing)) == ["Eva Holm", "Gry Lund", "Navn c1", "Navn c2", "Navn c3", "Navn c4"]


def test_a_file_that_is_gone_when_it_is_read_again_is_told(
    qtbot: QtBot, open_dialog: Callable[..., SheetImportDialog], tmp_path: Path
) -> None:
    dialog = open_dialog()
    give(qtbot, dialog, WRONG, tmp_path)
    go_on(qtbot, dialog)
    (tmp_path / "given.csv").unlink()

    with qtbot.waitSignal(dialog.file.refused):
        dialog.again_button.click()

    assert dialog.steps.currentIndex() == 0
    assert dialog.file.message.isVisible()
    give(qtbot, dialog, TABLE, tmp_path)
    assert dialog.columns.isVisible()


def test_a_row_is_left_out_and_taken_in_again(
    qtbot: QtBot, open_dialog: Callable[..., SheetImportDialog], tmp_path: Path
) -> None:
    dialog = open_dialog()
    give(qtbot, dialog, TABLE, tmp_path)
    go_on(qtbot, dialog)
    dialog.rows.panel.choose("3")

    QTest.keyClick(dialog.rows.panel.view, Qt.Key.Key_Delete)
    assert dialog.rows.summary.text() == "1 changed, 1 left out"
    dialog.rows.take_button.click()
    assert dialog.rows.summary.text() == "1 new, 1 changed"


def test_a_change_is_told_before_and_after(
    qtbot: QtBot, open_dialog: Callable[..., SheetImportDialog], tmp_path: Path
) -> None:
    dialog = open_dialog()
    give(qtbot, dialog, TABLE, tmp_path)
    go_on(qtbot, dialog)
    dialog.rows.panel.choose("2")

    assert dialog.rows.details.text() == "Row 2 · Changed\nName: Navn c1 → Anna Ny"


def test_another_choice_of_column_is_remembered_by_its_heading_alone(
    qtbot: QtBot, open_dialog: Callable[..., SheetImportDialog], tmp_path: Path
) -> None:
    dialog = open_dialog()
    give(qtbot, dialog, TABLE, tmp_path)
    kvote = dialog.columns.boxes[4]
    kvote.setCurrentIndex(kvote.findData("note"))
    go_on(qtbot, dialog)
    dialog.go_on()

    kept = Settings(tmp_path / "s.ini")
    assert kept.sheet_columns("people") == {"kvote": "note"}
    again = open_dialog()
    give(qtbot, again, TABLE, tmp_path)
    assert again.columns.mapping()[4] == "note"


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("Navn;Timer\nBo;3\n", "No heading says: Case number"),
        ("Eva Holm;01-12-2026\nBo;02-12-2026\n", "The first row holds values"),
        ("Sagsnr;Navn\n", "no rows below"),
    ],
)
def test_columns_that_tell_too_little_lead_nowhere(
    table: str, told: str, qtbot: QtBot, open_dialog: Callable[..., SheetImportDialog], tmp_path: Path
) -> None:
    dialog = open_dialog()
    give(qtbot, dialog, table, tmp_path)

    assert told in dialog.columns.message.text()
    assert not dialog.next_button.isEnabled()


def test_two_headings_of_one_column_are_told(
    qtbot: QtBot, open_dialog: Callable[..., SheetImportDialog], tmp_path: Path
) -> None:
    dialog = open_dialog()
    give(qtbot, dialog, TABLE, tmp_path)
    box = dialog.columns.boxes[4]
    box.setCurrentIndex(box.findData("name"))

    assert dialog.columns.message.text() == "More than one heading says: Name. Choose one of them."
    assert not dialog.next_button.isEnabled()


def test_a_file_without_a_table_says_why_and_another_can_be_chosen(
    qtbot: QtBot, open_dialog: Callable[..., SheetImportDialog], tmp_path: Path
) -> None:
    dialog = open_dialog()
    dialog.file.read(tmp_path / "gone.xlsx")

    qtbot.waitUntil(lambda: dialog.file.message.text().startswith("The file could not be read."))
    assert dialog.file.choose_button.isEnabled()
    give(qtbot, dialog, TABLE, tmp_path)
    assert dialog.steps.currentIndex() == 1


def test_a_file_can_be_dropped(
    qtbot: QtBot, open_dialog: Callable[..., SheetImportDialog], tmp_path: Path
) -> None:
    dialog = open_dialog()
    path = tmp_path / "given.csv"
    path.write_text(TABLE, encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPoint(5, 5).toPointF(),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )

    with qtbot.waitSignal(dialog.file.found):
        dialog.file.dropEvent(event)
    assert dialog.steps.currentIndex() == 1


def test_a_table_can_be_pasted(qtbot: QtBot, open_dialog: Callable[..., SheetImportDialog]) -> None:
    dialog = open_dialog()
    QGuiApplication.clipboard().setText(TABLE.replace(";", "\t"))

    with qtbot.waitSignal(dialog.file.found):
        QTest.keyClick(dialog.file, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert dialog.columns.table.heads == ("Sagsnr", "Navn", "Tilmeldt fra", "Timer", "Kvote")


def test_an_empty_table_to_fill_in_is_understood(
    open_dialog: Callable[..., SheetImportDialog], tmp_path: Path
) -> None:
    dialog = open_dialog()
    for kind in Kind:
        dialog.file.kinds.setCurrentIndex(dialog.file.kinds.findData(kind.value))

        assert dialog.file.save_empty(tmp_path / "empty.xlsx")
        (table,) = read_file((tmp_path / "empty.xlsx").read_bytes())
        assert tuple(guessed(kind, table.heads, {}).values()) == column_keys(kind)


def test_concealed_names_are_compared_with_nothing(
    qtbot: QtBot, editing: Editing, open_dialog: Callable[..., SheetImportDialog]
) -> None:
    editing.conceal(True)

    dialog = open_dialog()

    assert not dialog.file.choose_button.isEnabled()
    assert dialog.message.text() == "Names are concealed. Show them first: the rows are compared with them."


def test_a_vault_that_is_only_read_takes_nothing_in(
    store: FakeStore, open_dialog: Callable[..., SheetImportDialog]
) -> None:
    dialog = open_dialog(new_editing(store, read_only=True))

    assert not dialog.file.choose_button.isEnabled()
    assert "read-only" in dialog.message.text()


def test_a_unit_that_changed_meanwhile_is_not_overwritten_blindly(
    qtbot: QtBot, editing: Editing, open_dialog: Callable[..., SheetImportDialog], tmp_path: Path
) -> None:
    dialog = open_dialog()
    give(qtbot, dialog, TABLE, tmp_path)
    go_on(qtbot, dialog)
    other = replace(editing.unit().citizens[0], id="c9", case_number="S-9")
    editing.save("person_saved", [other])

    dialog.go_on()

    assert "the unit has changed meanwhile" in dialog.message.text()
    assert "Eva Holm" not in people(editing)


@pytest.mark.parametrize("code", ["da", "en"])
def test_every_control_of_every_step_has_a_name_in_both_languages(
    code: str, language: Language, qtbot: QtBot, open_dialog: Callable[..., SheetImportDialog], tmp_path: Path
) -> None:
    language.install(code)
    dialog = open_dialog()
    give(qtbot, dialog, WRONG, tmp_path)
    go_on(qtbot, dialog)

    assert dialog.title.text() == {"da": "3 af 3: Hvad der vil ske", "en": "3 of 3: What would happen"}[code]
    assert dialog.rows.summary.text().startswith({"da": "1 nye, 1 ændrede", "en": "1 new, 1 changed"}[code])
    controls: list[QWidget] = [
        *dialog.findChildren(QComboBox),
        *(each for each in dialog.findChildren(QAbstractButton) if not isinstance(each.parent(), QLineEdit)),
    ]
    buddies = {each.buddy() for each in dialog.findChildren(QWidget) if hasattr(each, "buddy")}
    nameless = [
        each
        for each in controls
        if not each.accessibleName() and not getattr(each, "text", str)() and each not in buddies
    ]
    assert [type(each).__name__ for each in nameless if each.isVisibleTo(dialog)] == []


@pytest.mark.parametrize("code", ["da", "en"])
def test_each_heading_and_choice_that_is_written_is_read(code: str, language: Language) -> None:
    language.install(code)

    for kind in Kind:
        heads = [column_words(key) for key in column_keys(kind)]
        assert tuple(guessed(kind, heads, {}).values()) == column_keys(kind)
        assert len(set(heads)) == len(heads) == len(COLUMNS[kind])
    for word in set(SCOPES.values()):
        assert SCOPES[choice_words(f"scope.{word.value}").casefold()] is word
    for kind_of in set(ABSENCES.values()):
        assert ABSENCES[choice_words(f"absence.{kind_of.value}").casefold()] is kind_of


@pytest.mark.parametrize("code", ["da", "en"])
def test_every_fault_and_refusal_has_words(code: str, language: Language) -> None:
    language.install(code)

    assert all(refusal_words(refusal) for refusal in Refusal)
    keys = wording._faults()
    assert len({fault_words(Fault("name", key), "x") for key in keys}) == len(keys)


def test_the_example_files_are_good_and_bad_as_the_guide_tells(
    qtbot: QtBot, open_dialog: Callable[..., SheetImportDialog], tmp_path: Path
) -> None:
    demo = FakeStore()
    import_unit(demo, demo_unit_text(1, TODAY), sequential_ids())
    editing = new_editing(demo)
    good, bad = open_dialog(editing), open_dialog(editing)

    give(qtbot, bad, (DEMO / "example-citizens-broken.csv").read_bytes(), tmp_path)
    go_on(qtbot, bad)
    assert bad.rows.summary.text() == "2 new, 4 with errors"
    give(qtbot, good, (DEMO / "example-citizens.csv").read_bytes(), tmp_path)
    go_on(qtbot, good)
    assert good.rows.summary.text() == "5 new"
    good.go_on()
    assert len(editing.unit().citizens) == 75


def export_dialog(
    qtbot: QtBot, editing: Editing, recorder: Recorder, folder: Path, planned: PlannedWeek | None = None
) -> SheetExportDialog:
    dialog = SheetExportDialog(editing, planned, Settings(folder / "s.ini"), recorder, TODAY)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def choose(box: QComboBox, data: object) -> None:
    box.setCurrentIndex(box.findData(data))


def test_an_export_asks_for_a_reason_and_is_recorded(qtbot: QtBot, editing: Editing, tmp_path: Path) -> None:
    recorder = Recorder()
    dialog = export_dialog(qtbot, editing, recorder, tmp_path)
    assert not dialog.ok.isEnabled()

    QTest.keyClicks(dialog.reason, "Møde med ledelsen")
    choose(dialog.form, "csv")
    assert dialog.ok.isEnabled()
    assert dialog.save(tmp_path / "out.csv")

    (event,) = recorder.events
    assert (event.kind.value, event.reason) == ("export", "Møde med ledelsen")
    (table,) = read_file((tmp_path / "out.csv").read_bytes())
    assert table.heads[:2] == ("Case number", "Name")
    assert table.lines[0].cells[:2] == ("sag-c1", "Navn c1")


def test_what_can_not_be_recorded_is_not_written(qtbot: QtBot, editing: Editing, tmp_path: Path) -> None:
    recorder = Recorder()
    recorder.full = True
    dialog = export_dialog(qtbot, editing, recorder, tmp_path)

    assert not dialog.save(tmp_path / "out.xlsx")
    assert not (tmp_path / "out.xlsx").exists()
    assert "audit trail" in dialog.message.text()


def test_case_numbers_stand_for_names_where_that_is_asked(
    qtbot: QtBot, editing: Editing, tmp_path: Path
) -> None:
    dialog = export_dialog(qtbot, editing, Recorder(), tmp_path)
    choose(dialog.names, False)

    assert dialog.save(tmp_path / "out.xlsx")
    (table,) = read_file((tmp_path / "out.xlsx").read_bytes())
    assert "Name" not in table.heads
    assert not any("Navn" in cell for line in table.lines for cell in line.cells)


def test_the_week_on_the_board_can_be_exported(qtbot: QtBot, tmp_path: Path) -> None:
    store = FakeStore(UNIT)
    planned = planned_week(store)
    editing = new_editing(store)
    dialog = export_dialog(qtbot, editing, Recorder(), tmp_path, planned)
    choose(dialog.what, "plan")

    assert dialog.save(tmp_path / "out.xlsx")
    (table,) = read_file((tmp_path / "out.xlsx").read_bytes())
    assert table.heads[:4] == ("Date", "Weekday", "Starts", "Ends")
    assert len(table.lines) == len(planned.version.sessions)


def test_concealed_names_are_not_exported(qtbot: QtBot, editing: Editing, tmp_path: Path) -> None:
    editing.conceal(True)
    dialog = export_dialog(qtbot, editing, Recorder(), tmp_path)
    QTest.keyClicks(dialog.reason, "Møde")

    assert not dialog.ok.isEnabled()
    assert isinstance(editing.unit().citizens[0], Citizen)
