"""The commands of the menu File that read and write tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from desktop.ui.context import WindowContext
from desktop.ui.desk import Desk
from desktop.ui.menus import Menus

if TYPE_CHECKING:
    from desktop.services.sheets.export import PlannedWeek


class TableCommands(QObject):
    """Import and export of tables from ``window``; the week exported is the one on the desk. ``said`` carries
    a sentence for the window's foot."""

    said = Signal(str)

    def __init__(self, context: WindowContext, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._desk = desk
        self._window = window

    def connect_menus(self, menus: Menus) -> None:
        """Joins the menu File with what is done here."""
        menus.import_table.triggered.connect(self.import_table)
        menus.export_table.triggered.connect(self.export_table)

    @Slot()
    def import_table(self) -> None:
        """Reads people, groups and the like from a spreadsheet."""
        from desktop.ui.sheets.dialog import SheetImportDialog
        from desktop.ui.sheets.words import imported_text

        context = self._context
        dialog = SheetImportDialog(context.editing, context.settings, context.clock.today(), self._window)
        if self._show(dialog):
            self.said.emit(imported_text(dialog.rows.preview))

    @Slot()
    def export_table(self) -> None:
        """Writes a table for a spreadsheet, for a reason that is recorded."""
        from desktop.ui.sheets.export_dialog import SheetExportDialog

        context = self._context
        self._show(
            SheetExportDialog(
                context.editing,
                self._planned(),
                context.settings,
                context.audit,
                context.clock.today(),
                self._window,
            )
        )

    def _planned(self) -> PlannedWeek | None:
        from desktop.services.sheets.export import PlannedWeek

        desk = self._desk
        if desk.prepared is None or desk.version is None or desk.report is None or desk.preview:
            return None
        return PlannedWeek(desk.prepared, desk.version, desk.report)

    def _show(self, dialog: QDialog) -> bool:
        done = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return done
