"""A new recovery key on the screen, to be printed or written down before it counts."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QCheckBox, QDialog, QGridLayout, QPushButton, QWidget

from desktop.printing.recovery_sheet import print_recovery_key, recovery_layout
from desktop.printing.week_print import CannotPrint
from desktop.ui.theme import GRID, tokens
from desktop.ui.widgets.boxes import column, frame, row
from desktop.ui.widgets.icons import set_icon
from desktop.ui.widgets.text import bigger, label

_IN_A_ROW = 3


class RecoveryPage(QWidget):
    """Shows the groups of ``text``. ``kept_changed`` when somebody says that they have the key on paper."""

    kept_changed = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = text
        self.print_button = QPushButton(self.tr("&Print the key …"))
        self.kept = QCheckBox(self.tr("I have the key on &paper"))
        self.message = label("", "danger", wrap=True)
        box = column(self, gap=GRID)
        box.addWidget(
            label(
                self.tr(
                    "This key is shown this once. Print it or write it down; it opens the vault alone, so "
                    "keep it in a safe place away from this computer. Do not save it as a file or a picture."
                ),
                "muted",
                wrap=True,
            )
        )
        box.addWidget(self._groups())
        line = row()
        set_icon(self.print_button, "print", tokens(self.palette()).text)
        self.print_button.setAutoDefault(False)
        self.print_button.clicked.connect(self._ask_for_printer)
        line.addWidget(self.print_button)
        line.addStretch(1)
        line.addWidget(self.kept)
        box.addLayout(line)
        box.addWidget(self.message)
        self.message.hide()
        self.kept.toggled.connect(self.kept_changed)

    def _groups(self) -> QWidget:
        note = frame("note")
        grid = QGridLayout(note)
        grid.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        grid.setVerticalSpacing(GRID)
        fixed = bigger(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont), 3, bold=True)
        for at, group in enumerate(self.text.split("-")):
            cell = row(gap=GRID)
            number = label(str(at + 1), "muted")
            word = label(group)
            word.setFont(fixed)
            cell.addStretch(1)
            cell.addWidget(number)
            cell.addWidget(word)
            cell.addStretch(1)
            grid.addLayout(cell, at // _IN_A_ROW, at % _IN_A_ROW)
        # Read out as one, and not group by group between numbers.
        note.setAccessibleName(self.text)
        return note

    @Slot()
    def _ask_for_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(recovery_layout())
        printer.setDocName("Sikkerplan")
        if QPrintDialog(printer, self).exec() == QDialog.DialogCode.Accepted:
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Prints the key, or says that it could not be printed."""
        try:
            print_recovery_key(self.text, datetime.now(UTC), printer)
        except CannotPrint:
            self.message.setText(self.tr("The key could not be printed. Write it down instead."))
            self.message.show()


def ask_on_top(dialog: QDialog) -> bool:
    """Whether a dialog over another one was accepted; it is let go afterwards."""
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return accepted
