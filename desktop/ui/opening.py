"""What somebody sees at once while a vault opens by itself: that the app has heard them."""

from __future__ import annotations

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from desktop.qt.first_paint import when_painted
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import column, frame, row
from desktop.ui.widgets.icons import app_icon
from desktop.ui.widgets.text import heading, label

ICON = 48
LONGEST_MS = 500
"""How long it is waited for at most: on a screen that nobody looks at it is never painted."""


class OpeningCard(QWidget):
    """A card in the middle of the screen, without a frame; it goes with its owner."""

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.SplashScreen)
        self.setWindowTitle(self.tr("Sikkerplan"))
        self.setWindowIcon(app_icon())
        # The app ends with its window.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.told = label(self.tr("The demo unit is being opened …"), "muted")
        self._build()

    def show_now(self) -> None:
        """Shows it, and returns once it can be seen."""
        waiting = QEventLoop()
        when_painted(self, waiting.quit)
        QTimer.singleShot(LONGEST_MS, waiting, waiting.quit)
        self.show()
        waiting.exec()

    def _build(self) -> None:
        card = frame("card")
        column(self).addWidget(card)
        inside = row(card, margin=GRID * 4, gap=GRID * 3)
        sign = QLabel()
        sign.setPixmap(app_icon().pixmap(ICON, ICON))
        inside.addWidget(sign)
        words = column(gap=GRID)
        words.addWidget(heading(self.tr("Sikkerplan"), 3))
        words.addWidget(self.told)
        inside.addLayout(words, 1)
