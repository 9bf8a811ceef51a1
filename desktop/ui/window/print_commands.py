"""The commands of the menu File that print the version on the board."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.domain.plans import in_force
from desktop.ui.context import WindowContext
from desktop.ui.desk import Desk
from desktop.ui.menus import Menus
from desktop.ui.shell.pages import made_week
from desktop.ui.shell.shell import Shell

if TYPE_CHECKING:
    from desktop.printing.contents import Choice
    from desktop.ui.prints.dialog import PrintDialog


class PrintCommands(QObject):
    """``said`` carries a sentence for the line at the window's foot, ``saved`` the name of a file."""

    said = Signal(str)
    saved = Signal(str)

    def __init__(
        self, context: WindowContext, desk: Desk, shell: Shell | None, window: QWidget, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._desk = desk
        self._shell = shell
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
        from desktop.ui.prints.dialog import PrintDialog, Printed

        desk, context = self._desk, self._context
        desk.catch_up()
        if desk.prepared is None or desk.version is None or desk.report is None:
            self.said.emit(
                QCoreApplication.translate("NotPrinted", "Not printed: there is no plan to print.")
            )
            return None
        if not desk.report.clean:
            told = QCoreApplication.translate("MainWindow", "Not printed: the plan breaks a rule by now.")
            self.said.emit(told)
            return None
        waiting = () if desk.preview else context.drafts.approvals_missing(desk.prepared, desk.version)
        printed = Printed(
            desk.prepared,
            desk.version,
            desk.report,
            unapproved=frozenset(each.session.id for each in waiting),
            forced=in_force(desk.versions),
        )
        dialog = PrintDialog(printed, context.settings, context.audit, self._choice(), self._window)
        dialog.saved.connect(self.saved)
        return dialog

    def _choice(self) -> Choice:
        """What the board shows, where somebody has looked at it."""
        from desktop.printing.contents import EVERYTHING, Choice, Contents

        week = None if self._shell is None else made_week(self._shell)
        return EVERYTHING if week is None else Choice(Contents(week.board.mode.value))
