"""What names are needed for says so while they are concealed, and offers to show them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMessageBox, QWidget

translate = QCoreApplication.translate


class NamesAsking(QObject):
    """``box`` is the question that stands, or stood last."""

    def __init__(self, conceal: QAction, window: QWidget, parent: QObject) -> None:
        """``conceal`` is the menu's action that shows names again."""
        super().__init__(parent)
        self._conceal = conceal
        self._window = window
        self.box: QMessageBox | None = None

    @Slot(QAction)
    def ask(self, action: QAction) -> None:
        """Asks whether names are to be shown; then does what was asked for."""
        box = QMessageBox(QMessageBox.Icon.Information, self._window.windowTitle(), "", parent=self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(translate("NamesAsking", "Names are concealed."))
        box.setInformativeText(
            translate("NamesAsking", "What you asked for shows or reads names in full. Show the names first?")
        )
        show = box.addButton(translate("NamesAsking", "Show names"), QMessageBox.ButtonRole.AcceptRole)
        keep = box.addButton(
            translate("NamesAsking", "Keep them concealed"), QMessageBox.ButtonRole.RejectRole
        )
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.box = box

        def go_on() -> None:
            # Once the question has gone: what was asked for may open a dialog of its own.
            if box.clickedButton() is show:
                self._conceal.trigger()
                action.trigger()

        box.finished.connect(go_on)
        box.open()
