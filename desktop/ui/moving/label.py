"""What a drop here would do, in words beside the pointer."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from desktop.services.hand.verdicts import VerdictKind
from desktop.ui.moving.words import Told
from desktop.ui.theme import GRID, tokens
from desktop.ui.widgets.boxes import column, row
from desktop.ui.widgets.icons import pixmap
from desktop.ui.widgets.text import heading, label, restyle

WIDTH = 340
AWAY = 18
LOOKS = {VerdictKind.ALLOWED: "ok", VerdictKind.SOFT: "warn", VerdictKind.FORBIDDEN: "danger"}


class VerdictLabel(QFrame):
    """Stays inside its parent, never under the pointer, and as high as its words ask for."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.setProperty("look", "verdict")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._sign = QLabel()
        self.title = heading("", 0)
        self.place = label("", "muted", wrap=True)
        self.lines = label("", wrap=True)
        box = column(self, margin=GRID + 2, gap=4)
        line = row(gap=6)
        line.addWidget(self._sign)
        line.addWidget(self.title, 1)
        box.addLayout(line)
        box.addWidget(self.place)
        box.addWidget(self.lines)
        self.hide()

    def show_told(self, told: Told | None, near: QPoint, clear_of: QRect | None = None) -> None:
        """Shows a verdict beside a point of the parent and off ``clear_of``; None hides it."""
        if told is None:
            self.hide()
            return
        look = LOOKS[told.kind]
        self._sign.setPixmap(
            pixmap(look, getattr(tokens(self.palette()), look), 16, self.devicePixelRatioF())
        )
        self.title.setText(told.title)
        self.title.setProperty("look", look)
        restyle(self.title)
        self.place.setText(told.place)
        self.place.setVisible(bool(told.place))
        self.lines.setText("\n".join(told.lines))
        self.lines.setVisible(bool(told.lines))
        self.setProperty("verdict", look)
        restyle(self)
        self.resize(self._size())
        self.move(self._corner(near, clear_of or QRect(near, QSize(1, 1))))
        self.raise_()
        self.show()

    def text(self) -> str:
        """All that it says."""
        shown = (each for each in (self.title, self.place, self.lines) if not each.isHidden())
        return "\n".join(each.text() for each in shown)

    def _size(self) -> QSize:
        room = self._page.width() - 2 * GRID
        width = min(max(WIDTH, self.title.sizeHint().width() + 60), room)
        layout = self.layout()
        assert layout is not None
        layout.activate()
        return QSize(width, max(layout.totalHeightForWidth(width), layout.totalMinimumSize().height()))

    def _corner(self, near: QPoint, clear: QRect) -> QPoint:
        whole = self._page.rect().adjusted(GRID, GRID, -GRID, -GRID)
        wide, high = self.width(), self.height()
        right = max(near.x() + AWAY, clear.right() + AWAY)
        left = min(near.x() - AWAY, clear.left() - AWAY) - wide
        across = right if right + wide <= whole.right() or left < whole.left() else left
        across = min(max(across, whole.left()), whole.right() - wide)
        down = min(max(near.y() + AWAY, whole.top()), whole.bottom() - high)
        return QPoint(across, down)
