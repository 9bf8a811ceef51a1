"""A table into the unit: choose it, say what its columns are, look at what would happen, import it whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QDialog, QPushButton, QStackedWidget, QWidget

from desktop.domain.unit import Unit
from desktop.qt.editing import Editing
from desktop.qt.settings import Settings
from desktop.services.editing import Refused
from desktop.services.ids import random_ids
from desktop.services.ports import NotStored, Rejected
from desktop.services.sheets.columns import Kind, column_keys, head_key, worth_remembering
from desktop.services.sheets.preview import Preview, RowResult, State, read_rows
from desktop.services.sheets.table import Table
from desktop.ui.sheets.columns_step import ColumnsStep
from desktop.ui.sheets.file_step import FileStep
from desktop.ui.sheets.preview_step import PreviewStep
from desktop.ui.sheets.words import choice_words
from desktop.ui.theme import GRID
from desktop.ui.unforeseen import unforeseen_words
from desktop.ui.widgets.background import in_background
from desktop.ui.widgets.boxes import column, row, scrolled
from desktop.ui.widgets.remembered import remember_size
from desktop.ui.widgets.sizes import open_in
from desktop.ui.widgets.text import heading, label, tooltip
from desktop.ui.words import not_stored_words

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class _Read:
    """A table as it was read against a unit."""

    unit: Unit
    kind: Kind
    table: Table
    mapping: Mapping[int, str]
    rows: tuple[RowResult, ...]


class SheetImportDialog(QDialog):
    """``today`` is from when on holds what a row gives no day for. Everything is one change, to be undone as
    one; it is refused while names are concealed, since rows are known by them. ``rows_read``: the rows of the
    last step stand there."""

    rows_read = Signal()

    def __init__(
        self, editing: Editing, settings: Settings, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("guide", "import")
        self._editing, self._settings, self._today = editing, settings, today
        self.setWindowTitle(self.tr("Import a table"))
        open_in(self, 980, 680)
        remember_size(self, "sheets", settings)
        self.title = heading("", 2)
        self.file = FileStep()
        self.columns = ColumnsStep()
        self.rows = PreviewStep(settings)
        self.steps = QStackedWidget()
        self.message = label("", "danger", wrap=True)
        self.back_button = QPushButton(self.tr("&Back"))
        self.again_button = QPushButton(translate("SheetAgain", "Read the file a&gain"))
        self.again_button.setToolTip(
            tooltip(translate("SheetAgain", "After you have corrected and saved it in your spreadsheet."))
        )
        self.next_button = QPushButton(self.tr("&Next"))
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self._chosen: dict[str, str] = {}
        """What somebody has said of the headings in this dialog, by ``head_key``."""
        self._reading = False
        self._again = False
        self._build()
        self._go(0)

    @Slot()
    def go_on(self) -> None:
        """The next step; after the last one, the import."""
        step = self.steps.currentIndex()
        if step == 1:
            self._show_rows()
        elif step == 2:
            self._import()

    @Slot()
    def go_back(self) -> None:
        self._go(max(0, self.steps.currentIndex() - 1))

    @Slot()
    def read_again(self) -> None:
        """Reads the file anew, for whoever has corrected it meanwhile, and shows what would happen now."""
        self._again = True
        self._wait(translate("SheetAgain", "The file is being read …"))
        self.file.read_again()

    def _build(self) -> None:
        box = column(self, margin=GRID * 3, gap=GRID * 2)
        box.addWidget(self.title)
        for step in (self.file, self.columns, self.rows):
            self.steps.addWidget(scrolled(step) if step is self.file else step)
        box.addWidget(self.steps, 1)
        foot = row(gap=GRID)
        foot.addWidget(self.message, 1)
        for button in (self.cancel_button, self.again_button, self.back_button, self.next_button):
            button.setAutoDefault(False)
            foot.addWidget(button)
        box.addLayout(foot)
        self.next_button.setProperty("look", "primary")
        self.cancel_button.clicked.connect(self.reject)
        self.back_button.clicked.connect(self.go_back)
        self.next_button.clicked.connect(self.go_on)
        self.again_button.clicked.connect(self.read_again)
        self.file.kinds.currentIndexChanged.connect(self._chosen.clear)
        self.file.found.connect(self._show_columns)
        self.file.refused.connect(self._show_refusal)
        self.columns.changed.connect(self._judge)
        self.rows.changed.connect(self._judge)

    def _go(self, step: int) -> None:
        self.steps.setCurrentIndex(step)
        titles = (
            self.tr("1 of 3: Choose the table"),
            self.tr("2 of 3: What the columns say"),
            self.tr("3 of 3: What would happen"),
        )
        self.title.setText(titles[step])
        self.back_button.setVisible(step > 0)
        self.again_button.setVisible(step == 2 and self.file.has_source)
        self.next_button.setVisible(step > 0)
        self._judge()
        focus = (self.file.choose_button, self.next_button, self.rows.panel.view)
        focus[step].setFocus()

    @Slot()
    def _judge(self) -> None:
        """Says what stands in the way of going on, and lets nobody pass it."""
        if self._reading:
            return
        obstacle = self._obstacle()
        self.message.setText(obstacle)
        self.file.setEnabled(not obstacle)
        step = self.steps.currentIndex()
        if step == 1:
            self.next_button.setText(self.tr("&Next"))
            self.next_button.setEnabled(not obstacle and self.columns.ready)
        elif step == 2:
            preview = self.rows.preview
            count = len([each for each in preview.rows if each.put and not each.left_out])
            text = self.tr("&Import %1 rows") if count != 1 else self.tr("&Import 1 row")
            self.next_button.setText(text.replace("%1", str(count)))
            self.next_button.setEnabled(not obstacle and preview.ready)
            if not obstacle:
                self.message.setText(self._lacking(preview))

    def _obstacle(self) -> str:
        if self._editing.read_only:
            return self.tr("The vault is open read-only: nothing can be imported.")
        if self._editing.concealed:
            return self.tr("Names are concealed. Show them first: the rows are compared with them.")
        return ""

    def _lacking(self, preview: Preview) -> str:
        """Why the rows can't be imported as they are."""
        if preview.count(State.WRONG):
            return self.tr("Correct the errors in the file, or leave their rows out.")
        return "" if preview.put else self.tr("There is nothing to import: no row changes anything.")

    @Slot(object)
    def _show_columns(self, tables: tuple[Table, ...]) -> None:
        again, kind = self._again, self.file.kind
        self._ready()
        if not again:
            self.rows.forget()
        self.columns.show_tables(tables, kind, self._settings.sheet_columns(kind.value) | self._chosen)
        if again and self.columns.ready and not self._obstacle():
            self._show_rows()
        else:
            self._go(1)

    @Slot()
    def _show_refusal(self) -> None:
        self._ready()
        self._go(0)

    def _show_rows(self) -> None:
        unit = self._editing.unit_by_own_names()
        table, mapping, kind = self.columns.table, self.columns.mapping(), self.file.kind
        # Kept for a file that is read again after it was corrected.
        self._chosen |= {
            head_key(head): mapping.get(at, "") for at, head in enumerate(table.heads) if head_key(head)
        }
        today = self._today

        def work() -> _Read:
            rows = read_rows(unit, kind, table, mapping, today, random_ids(), choice_words)
            return _Read(unit, kind, table, mapping, rows)

        self._wait(translate("SheetAgain", "The rows are being read …"))
        in_background(work, self._on_rows)

    @Slot(object)
    def _on_rows(self, read: object) -> None:
        self._ready()
        if not isinstance(read, _Read):
            self._go(1)
            self.message.setText(unforeseen_words())
            return
        self.rows.show_rows(read.unit, read.kind, read.rows, read.table, read.mapping)
        self._go(2)
        self.rows_read.emit()

    def _wait(self, told: str) -> None:
        """Nothing can be pressed but Cancel until ``_ready``."""
        self._reading = True
        self.message.setText(told)
        for each in (self.steps, self.again_button, self.back_button, self.next_button):
            each.setEnabled(False)

    def _ready(self) -> None:
        self._reading = self._again = False
        for each in (self.steps, self.again_button, self.back_button):
            each.setEnabled(True)

    def _import(self) -> None:
        self.message.setText("")
        try:
            self._editing.save("sheet_imported", self.rows.preview.put)
        except (Refused, Rejected):
            # What was looked at is not what the unit is now.
            self.message.setText(
                self.tr("Nothing was imported: the unit has changed meanwhile. Go back and look again.")
            )
            return
        except NotStored:
            self.message.setText(not_stored_words())
            return
        self._remember(self._editing.unit())
        self.accept()

    def _remember(self, unit: Unit) -> None:
        """Keeps how the headings were understood, and nothing that stood below them."""
        kind, heads = self.file.kind, self.columns.table.heads
        people = (word for each in unit.citizens for word in (each.name, each.case_number))
        names = (*people, *(each.name for each in unit.staff), *(each.name for each in unit.groups))
        chosen = worth_remembering(kind, heads, self.columns.mapping(), names)
        known = self._settings.sheet_columns(kind.value)
        held = {head: key for head, key in (known | chosen).items() if not key or key in column_keys(kind)}
        self._settings.remember_sheet_columns(kind.value, held)
