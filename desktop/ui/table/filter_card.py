"""The filters of a table that has too many of them for the line above it: a card below a button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QPushButton

from desktop.ui.theme import GRID, tokens
from desktop.ui.widgets.boxes import clear
from desktop.ui.widgets.icons import set_icon
from desktop.ui.widgets.text import label

translate = QCoreApplication.translate
BOX_WIDTH = 240


class FilterCard(QFrame):
    """Each filter under its title, at once in force. Esc, Enter or a click beside it closes the card."""

    def __init__(self, button: QPushButton) -> None:
        super().__init__(button, Qt.WindowType.Popup)
        self.setProperty("look", "card")
        self.setAccessibleName(translate("Table", "Filters"))
        self._button = button
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        self._grid.setSpacing(GRID)

    def hold(self, boxes: Sequence[tuple[str, QComboBox]]) -> None:
        """Shows these boxes under their titles, in the place of others."""
        clear(self._grid)
        for place, (title, box) in enumerate(boxes):
            named = label(title)
            named.setBuddy(box)
            box.setMinimumWidth(BOX_WIDTH)
            self._grid.addWidget(named, place, 0)
            self._grid.addWidget(box, place, 1)

    @Slot()
    def open_below(self) -> None:
        """Opens below its button, wholly on the screen."""
        self.adjustSize()
        corner = self._button.mapToGlobal(QPoint(0, self._button.height() + GRID // 2))
        screen = self._button.screen().availableGeometry()
        across = max(screen.left(), min(corner.x(), screen.right() - self.width()))
        down = max(screen.top(), min(corner.y(), screen.bottom() - self.height()))
        self.move(across, down)
        self.show()
        self.focusNextChild()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._button.isVisible():
            self._button.setFocus(Qt.FocusReason.PopupFocusReason)


def filters_button() -> QPushButton:
    """The button that the card opens below."""
    button = QPushButton()
    button.setAutoDefault(False)
    set_icon(button, "filter", tokens(button.palette()).text)
    button.setToolTip(translate("Table", "Choose what is shown"))
    return button
