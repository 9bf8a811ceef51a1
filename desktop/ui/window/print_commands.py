"""The commands of the menu File that print the version on the board."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.ui.context import WindowContext
from desktop.ui.desk import Desk
from desktop.ui.menus import Menus

if TYPE_CHECKING:
    from desktop.ui.prints.dialog import PrintDialog


class PrintCommands(QObject):
    """``said`` carries a sentence for the line at the window's foot, ``saved`` the name of a file."""

    said = Signal(str)
    saved = Signal(str)

    def __init__(self, context: WindowContext, desk: Desk, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._desk = desk
        self._window = window

    def connect_menus(self, menus: Menus) -> None:
        """Joins the menu File with what is done here."""
        menus.print.triggered.connect(self.open_print)
        menus.pdf.triggered.connect(self.save_pdf)

    @Slot()
    def open_print(self) -> None:
        """Shows the print, with Print and Save as PDF."""
        dialog = self.dialog()
        if dialog is not None:
            dialog.exec()
            dialog.deleteLater()

    @Slot()
    def save_pdf(self) -> None:
        """Saves the print as a PDF where somebody says."""
        dialog = self.dialog()
        if dialog is not None:
            dialog.ask_for_pdf()
            dialog.deleteLater()

    def dialog(self) -> PrintDialog | None:
        """The print of the version on the board; None where there is none. A broken rule is told."""
        from desktop.ui.prints.dialog import PrintDialog

        desk, context = self._desk, self._context
        desk.catch_up()
        if desk.prepared is None or desk.version is None or desk.report is None:
            return None
        if not desk.report.clean:
            told = QCoreApplication.translate("MainWindow", "Not printed: the plan breaks a rule by now.")
            self.said.emit(told)
            return None
        dialog = PrintDialog(
            desk.prepared, desk.version, desk.report, context.settings, context.audit, self._window
        )
        dialog.saved.connect(self.saved)
        return dialog
