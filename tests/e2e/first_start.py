"""From an empty vault to a published, printed week, and a spreadsheet that is wrong at first."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from desktop.services.sheets.columns import Kind
from desktop.services.sheets.writing import to_xlsx
from desktop.ui.forms.dialog import FormDialog
from desktop.ui.forms.text_fields import TextField
from desktop.ui.main_window import MainWindow
from desktop.ui.resources.page import ResourcesPage
from desktop.ui.sheets.dialog import SheetImportDialog
from desktop.ui.unlock.dialog import UnlockDialog
from tests.e2e.robot import Script, click, find, name_file, picture_of_screen, seen, shortcut, write

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PASSPHRASE = "karrusel mellem fjorten glas"
SECONDS = 2
HOURS = "09:00-15:00"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
ACTIVITY = "Jobklub"
SKILL = "underviser"
SITE = "Enhedens Hus"
GROUPS = (("Ravnene",), ("Ulvene",))
ROOMS = (("Mødelokale", SITE, "8", "alarm; two exits"), ("Samtale 1", SITE, "4", ""))
STAFF = tuple((f"Medarbejder {letter}", SKILL, "37", *(HOURS,) * 5) for letter in "ABCD")
PEOPLE = tuple(
    (
        f"2026-{number}", f"Borger {letter}", "01-11-2026", "10", "4", "Leder", "1", "Leder", "02-11-2026",
        "31-12-2026", GROUPS[number % 2][0], f"{ACTIVITY} 1-3", *(HOURS,) * 5,
    )
    for number, letter in enumerate("ABCDEF")
)  # fmt: skip
SHEETS: dict[Kind, tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]] = {
    Kind.GROUPS: (("Name",), GROUPS),
    Kind.SEPARATIONS: (
        ("One side", "Other side", "From", "Kept apart", "Minutes between", "Reason", "Source"),
        (("Ravnene", "Ulvene", "01-11-2026", "same site", "30", "Overfald", "Politiet"),),
    ),
    Kind.ROOMS: (("Name", "Site", "Seats", "Equipment"), ROOMS),
    Kind.STAFF: (("Name", "Skills", "Hours a week", *DAYS), STAFF),
    Kind.PEOPLE: (
        (
            "Case number", "Name", "Enrolled from", "Hours a week", "Hours a day", "Hours decided by",
            "Threat level", "Assessed by", "Assessed on", "Assessment valid until", "Conflict groups",
            "Activities", *DAYS,
        ),
        PEOPLE,
    ),
}  # fmt: skip


def first_start(folder: Path) -> Script:
    """Begins with an empty unit, enters and imports what a week needs, plans it, publishes and prints it."""
    yield from begin_unit()
    window = find(MainWindow)
    yield from enter(window, "sites", name=SITE)
    yield from enter(window, "activities", name=ACTIVITY, skill=SKILL)
    for kind, (heads, rows) in SHEETS.items():
        path = folder / f"{kind.value}.xlsx"
        path.write_bytes(to_xlsx(kind.value, heads, rows))
        yield from open_import(window)
        dialog = find(SheetImportDialog)
        yield from choose(dialog, kind, path)
        click(dialog.next_button)
        yield partial(at_step, dialog, 2)
        yield dialog.next_button.isEnabled
        click(dialog.next_button)
        yield lambda: seen(SheetImportDialog) is None

    yield from shortcut(window, Qt.Key.Key_2, CONTROL)
    yield lambda: window.week is not None and window.week.bar.plan.isVisible()
    assert window.week is not None
    write(window.week.bar.seconds.lineEdit(), str(SECONDS))
    click(window.week.bar.plan)
    yield lambda: window.desk.planning
    yield lambda: not window.desk.planning
    window.week.splitter.show_panel("versions")
    versioning = window.week.versioning
    yield versioning.panel.publish.isVisible
    click(versioning.panel.publish)
    yield lambda: versioning.publishing is not None and versioning.publishing.isVisible()
    assert versioning.publishing is not None
    picture_of_screen()[0].save(str(folder / "publishing.png"))
    click(versioning.publishing.ok)
    yield lambda: not versioning.panel.publish.isEnabled()
    yield from shortcut(window, Qt.Key.Key_P, CONTROL | SHIFT)
    yield lambda: seen(QFileDialog)
    name_file(folder / "week.pdf")
    yield lambda: seen(QFileDialog) is None
    yield from shortcut(window, Qt.Key.Key_Q, CONTROL)


def broken_sheet(folder: Path) -> Script:
    """Imports people from a file with errors, which does not go; then from the same one corrected."""
    yield from begin_unit()
    window = find(MainWindow)
    path = folder / "people.csv"
    heads = "Case number;Name;Enrolled from;Hours a week;Hours a day;Hours decided by"
    rows = ["2026-1;Anna Holm;01-11-2026;10;4;Leder"]
    wrong = [*rows, "2026-2;;01-11-2026;;;", "2026-3;Carl Dam;32-11-2026;;;", "2026-1;Dorte Ek;01-11-2026;;;"]
    path.write_text("\n".join((heads, *wrong)), encoding="utf-8")
    yield from open_import(window)
    dialog = find(SheetImportDialog)
    yield from choose(dialog, Kind.PEOPLE, path)
    click(dialog.next_button)
    yield partial(at_step, dialog, 2)
    picture_of_screen()[0].save(str(folder / "broken.png"))
    told: dict[str, object] = {
        "wrong": [row.number for row in dialog.rows.preview.rows if row.faults],
        "ready": dialog.next_button.isEnabled(),
        "message": dialog.message.text(),
        "summary": dialog.rows.summary.text(),
    }
    click(dialog.cancel_button)
    yield lambda: seen(SheetImportDialog) is None
    with window._context.store.begin() as work:
        told["people"] = len(work.unit().citizens)

    right = [*rows, "2026-2;Bo Lind;01-11-2026;;;", "2026-3;Carl Dam;30-11-2026;;;"]
    path.write_text("\n".join((heads, *right)), encoding="utf-8")
    yield from open_import(window)
    dialog = find(SheetImportDialog)
    yield from choose(dialog, Kind.PEOPLE, path)
    click(dialog.next_button)
    yield partial(at_step, dialog, 2)
    yield dialog.next_button.isEnabled
    click(dialog.next_button)
    yield lambda: seen(SheetImportDialog) is None
    (folder / "broken_sheet.json").write_text(json.dumps(told), encoding="utf-8")
    yield from shortcut(window, Qt.Key.Key_Q, CONTROL)


def begin_unit() -> Script:
    """Makes a vault and begins with an empty unit, with the keyboard."""
    yield lambda: seen(UnlockDialog)
    unlock = find(UnlockDialog)
    write(unlock.first, PASSPHRASE)
    assert unlock.new is not None
    write(unlock.new.second, PASSPHRASE)
    write(unlock.name, "Koordinator")
    click(unlock.ok)
    yield lambda: seen(MainWindow)
    window = find(MainWindow)
    window.resize(1560, 960)
    assert window.welcome is not None
    click(window.welcome.begin_button)
    yield lambda: seen(FormDialog)
    dialog = find(FormDialog)
    type_name(dialog.form.fields["name"], "Specialenheden")
    yield from shortcut(dialog, Qt.Key.Key_Return, CONTROL)
    yield lambda: window.shell is not None


def enter(window: MainWindow, kind: str, **texts: str) -> Script:
    """Adds a record on the page of resources by its form, with the keyboard.

    ``texts`` are what is typed, by the names of the fields.
    """
    yield from shortcut(window, Qt.Key.Key_7, CONTROL)
    yield lambda: window.shell is not None and window.shell.current == ResourcesPage.key
    assert window.shell is not None
    page = window.shell.page(ResourcesPage.key)
    assert isinstance(page, ResourcesPage)
    page.show_tab(kind)
    panel = page.panel(kind)
    yield panel.add.isVisible
    panel.add.setFocus()
    QTest.keyClick(panel.add, Qt.Key.Key_Space)
    yield lambda: panel.form is not None
    assert panel.form is not None
    for name, text in texts.items():
        field = panel.form.fields[name]
        type_name(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return, CONTROL)
    yield lambda: any(each.name == texts["name"] for each in panel.kind.rows(panel.unit()))


def type_name(field: object, name: str) -> None:
    assert isinstance(field, TextField)
    edit: QLineEdit = field.edit
    write(edit, name)


def open_import(window: MainWindow) -> Script:
    """Opens the import of a table."""
    QTimer.singleShot(0, window, window.menus.import_table.trigger)
    yield lambda: seen(SheetImportDialog)


def at_step(dialog: SheetImportDialog, step: int) -> bool:
    return dialog.steps.currentIndex() == step


def choose(dialog: SheetImportDialog, kind: Kind, path: Path) -> Script:
    """Says what the table is about and where it is."""
    dialog.file.kinds.setCurrentIndex(dialog.file.kinds.findData(kind.value))
    click(dialog.file.choose_button)
    yield lambda: seen(QFileDialog)
    name_file(path)
    yield partial(at_step, dialog, 1)
    yield dialog.next_button.isEnabled
