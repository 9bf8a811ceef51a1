"""The commands of the menu Edit that undo and do again, and the history that they go back in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.qt.editing import Editing
from desktop.qt.settings import Settings
from desktop.services.change import Change
from desktop.services.editing import Outdated, Refused
from desktop.services.ports import NotStored
from desktop.ui.history.words import change_text
from desktop.ui.menus import Menus
from desktop.ui.widgets.remembered import remember_size
from desktop.ui.words import not_stored_words

translate = QCoreApplication.translate


class Undoing(QObject):
    """``said`` carries a sentence for the line at the window's foot. ``parent`` goes with what is undone."""

    said = Signal(str)

    def __init__(self, editing: Editing, settings: Settings, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._editing = editing
        self._window = window

    def connect_menus(self, menus: Menus) -> None:
        """Joins the menu Edit with what is done here."""
        menus.undo.triggered.connect(self.undo)
        menus.redo.triggered.connect(self.redo)
        menus.history.triggered.connect(self.show_history)

    def name(self, menus: Menus) -> None:
        """Says in the menu what would be undone and done again."""
        undo, redo = self._editing.history[-1:], self._editing.undone[:1]
        menus.name_history(
            change_text(undo[0].change.label) if undo else "",
            change_text(redo[0].change.label) if redo else "",
        )

    @Slot()
    def undo(self) -> None:
        """Undoes the newest change."""
        self._take_back(self._editing.undo, translate("MainWindow", "Undone: %1"))

    @Slot()
    def redo(self) -> None:
        """Does again what was undone last."""
        self._take_back(self._editing.redo, translate("MainWindow", "Done again: %1"))

    @Slot()
    def show_history(self) -> None:
        """Lists what was done, beside the window."""
        from desktop.ui.history.dialog import HistoryDialog

        dialog = HistoryDialog(self._editing, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        remember_size(dialog, "history", self._settings)
        dialog.show()

    def _take_back(self, act: Callable[[], Change | None], told: str) -> None:
        try:
            change = act()
        except (Outdated, Refused):
            text = translate(
                "MainWindow", "This can no longer be undone: something else has changed it since."
            )
        except NotStored:
            text = not_stored_words()
        else:
            text = "" if change is None else told.replace("%1", change_text(change.label))
        self.said.emit(text)
