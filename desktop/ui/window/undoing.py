"""The commands of the menu Edit that undo and do again, and the history that they go back in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.qt.editing import Done, Editing
from desktop.qt.settings import Settings
from desktop.services.change import Change
from desktop.ui.history.taking_back import KEPT, done_again_words, undone_words, why_not_words
from desktop.ui.history.words import change_text
from desktop.ui.menus import Menus
from desktop.ui.widgets.remembered import remember_size


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
            # What was published is not offered to be undone; whoever asks all the same is told why not.
            "" if undo and undo[0].change.published else change_text(undo[0].change.label) if undo else None,
            change_text(redo[0].change.label) if redo else None,
        )

    @Slot()
    def undo(self) -> None:
        """Undoes the newest change."""
        self._take_back(self._editing.undo, self._editing.history[-1:], undone_words)

    @Slot()
    def redo(self) -> None:
        """Does again what was undone last."""
        self._take_back(self._editing.redo, self._editing.undone[:1], done_again_words)

    @Slot()
    def show_history(self) -> None:
        """Lists what was done, beside the window."""
        from desktop.ui.history.dialog import HistoryDialog

        dialog = HistoryDialog(self._editing, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        remember_size(dialog, "history", self._settings)
        dialog.show()

    def _take_back(
        self,
        act: Callable[[], Change | None],
        entries: Sequence[Done],
        words: Callable[[Change, Editing], str],
    ) -> None:
        if not entries:
            return
        change = entries[0].change
        try:
            act()
        except KEPT as error:
            self.said.emit(why_not_words(error, change))
        else:
            self.said.emit(words(change, self._editing))
