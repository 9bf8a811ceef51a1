"""A table out of the vault: what, in which form, with which names, and why."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QLocale, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QLineEdit, QPushButton, QWidget

from desktop.domain.audit import AuditEvent
from desktop.printing.files import write_whole
from desktop.qt.editing import Editing
from desktop.qt.settings import Settings
from desktop.services.ports import Auditor, NotRecorded
from desktop.services.sheets.columns import Kind
from desktop.services.sheets.export import (
    PlannedWeek,
    PlanNotClean,
    Sheet,
    Week,
    export_event,
    hours_sheet,
    plan_sheet,
    unit_sheet,
    week_export_event,
)
from desktop.services.sheets.writing import to_csv, to_xlsx
from desktop.ui.file_words import not_recorded, not_written
from desktop.ui.sheets.words import choice_words, column_words, kind_words
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import column, frame, row
from desktop.ui.widgets.save_file import ask_for_file
from desktop.ui.widgets.text import heading, label
from desktop.ui.words import week_title

CSV, XLSX = "csv", "xlsx"


class SheetExportDialog(QDialog):
    """``planned`` is the week on the board; None where it has no plan. What is chosen about names is
    remembered along with that of the prints. Nothing is written that could not be recorded."""

    def __init__(
        self,
        editing: Editing,
        planned: PlannedWeek | None,
        settings: Settings,
        audit: Auditor,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("guide", "import")
        self._editing, self._planned, self._settings = editing, planned, settings
        self._audit, self._today = audit, today
        self.setWindowTitle(self.tr("Export a table"))
        self.setMinimumWidth(680)
        self.what = QComboBox()
        for each in (*(Week if planned else ()), *Kind):
            self.what.addItem(self._what_words(each), each.value)
        self.form = QComboBox()
        self.form.addItem(self.tr("Excel workbook (XLSX)"), XLSX)
        self.form.addItem(self.tr("Text (CSV)"), CSV)
        self.names = QComboBox()
        self.names.addItem(self.tr("Names in full"), True)
        self.names.addItem(self.tr("Case numbers only, without notes"), False)
        self.names.setCurrentIndex(0 if settings.print_names else 1)
        self.reason = QLineEdit()
        self.message = label("", "danger", wrap=True)
        self.ok = QPushButton(self.tr("&Export …"))
        self._build()
        self._judge()
        self.reason.setFocus()

    def save(self, path: Path) -> bool:
        """Records the export and writes the file whole or not at all; says what went wrong."""
        try:
            sheet, event = self._sheet()
            content = self._content(sheet)
            self._audit.record(event)
            write_whole(path, content)
        except PlanNotClean:
            self.message.setText(self.tr("The plan breaks a rule and is not exported."))
        except NotRecorded:
            self.message.setText(not_recorded())
        except OSError:
            self.message.setText(not_written())
        else:
            self._settings.print_names = self._with_names()
            return True
        return False

    def _build(self) -> None:
        box = column(self, margin=GRID * 3, gap=GRID)
        box.addWidget(heading(self.tr("Export a table"), 2))
        warning = frame("problem")
        told = self.tr(
            "Nothing protects the file: whoever has it can read it. Delete it when it has served its purpose."
        )
        column(warning, margin=GRID).addWidget(label(told, wrap=True))
        box.addWidget(warning)
        lines = QFormLayout()
        lines.setVerticalSpacing(GRID)
        lines.setHorizontalSpacing(GRID * 2)
        for text, field in (
            (self.tr("&Table"), self.what),
            (self.tr("&Form"), self.form),
            (self.tr("&People as"), self.names),
            (self.tr("&Reason, for the record"), self.reason),
        ):
            name = label(text)
            name.setBuddy(field)
            name.setMinimumSize(name.sizeHint().width() + GRID, field.sizeHint().height())
            lines.addRow(name, field)
        box.addLayout(lines)
        box.addWidget(self.message)
        box.addStretch(1)
        foot = row(gap=GRID)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.ok)
        box.addLayout(foot)
        self.ok.setProperty("look", "primary")
        self.ok.clicked.connect(self._ask)
        self.reason.textChanged.connect(self._judge)

    def _what_words(self, each: Kind | Week) -> str:
        if isinstance(each, Week) and self._planned is not None:
            return f"{kind_words(each)} · {week_title(self._planned.version.week)}"
        return kind_words(each)

    @Slot()
    def _judge(self) -> None:
        concealed = self._editing.concealed
        if concealed:
            self.message.setText(
                self.tr("Names are concealed. Show them first, so that the table is complete.")
            )
        self.ok.setEnabled(bool(self.reason.text().strip()) and not concealed)

    def _with_names(self) -> bool:
        return bool(self.names.currentData())

    def _chosen(self) -> Kind | Week:
        # Qt gives a word back as plain text, whatever it was put in as.
        word = str(self.what.currentData())
        return Week(word) if word in set(Week) else Kind(word)

    def _sheet(self) -> tuple[Sheet, AuditEvent]:
        """Raises ``PlanNotClean``."""
        what, names, reason = self._chosen(), self._with_names(), self.reason.text().strip()
        if isinstance(what, Kind):
            sheet = unit_sheet(
                self._editing.unit_by_own_names(), what, self._today, choice_words, names=names
            )
            return sheet, export_event(what, sheet, reason, names=names)
        assert self._planned is not None
        make = hours_sheet if what is Week.HOURS else plan_sheet
        sheet = make(self._planned, choice_words, names=names)
        return sheet, week_export_event(self._planned.version, reason, names=names)

    def _content(self, sheet: Sheet) -> bytes:
        heads = [column_words(key) for key in sheet.columns]
        if self.form.currentData() == XLSX:
            return to_xlsx(kind_words(self._chosen()), heads, sheet.rows)
        return to_csv(heads, sheet.rows, comma=QLocale().decimalPoint() == ",")

    @Slot()
    def _ask(self) -> None:
        form = str(self.form.currentData())
        words = self.tr("Excel workbooks (*.xlsx)") if form == XLSX else self.tr("CSV files (*.csv)")
        path = ask_for_file(
            self, self.tr("Export a table"), f"sikkerplan-{self._chosen().value}.{form}", words
        )
        if path is not None and self.save(path):
            self.accept()
