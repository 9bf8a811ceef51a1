"""How large the board is drawn."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QToolButton, QWidget

from desktop.qt.settings import MAX_ZOOM, MIN_ZOOM
from desktop.ui.theme import tokens
from desktop.ui.widgets.boxes import row
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.text import tooltip

STEP = 10


class ZoomButtons(QWidget):
    """``zoomed`` carries the new zoom in percent."""

    zoomed = Signal(int)

    def __init__(self, percent: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.percent = percent
        self._text = QToolButton()
        colour = tokens(self.palette()).text
        box = row(self, gap=0)
        for name, text, act in (
            ("zoom-out", self.tr("Zoom out"), self.zoom_out),
            ("", self.tr("Zoom to 100 %"), self.zoom_reset),
            ("zoom-in", self.tr("Zoom in"), self.zoom_in),
        ):
            button = QToolButton() if name else self._text
            button.setProperty("look", "plain")
            button.setToolTip(tooltip(text))
            button.setAccessibleName(text)
            if name:
                button.setIcon(icon(name, colour))
            button.clicked.connect(act)
            box.addWidget(button)
        self._tell()

    @Slot()
    def zoom_in(self) -> None:
        self.zoom_by(1)

    @Slot()
    def zoom_out(self) -> None:
        self.zoom_by(-1)

    @Slot()
    def zoom_reset(self) -> None:
        self._set(100)

    @Slot(int)
    def zoom_by(self, steps: int) -> None:
        self._set(self.percent + steps * STEP)

    def _set(self, percent: int) -> None:
        self.percent = min(max(percent, MIN_ZOOM), MAX_ZOOM)
        self._tell()
        self.zoomed.emit(self.percent)

    def _tell(self) -> None:
        self._text.setText(self.tr("%1 %").replace("%1", str(self.percent)))
