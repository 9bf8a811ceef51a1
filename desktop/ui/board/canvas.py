"""The whole sheet of a site at its full size, with a button on every session."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.printing.painter import Placed, SheetPainter, Style
from desktop.printing.palette import theme_of
from desktop.printing.sheet import Sheet
from desktop.ui.board.session_button import SessionButton
from desktop.ui.board.words import session_hint, session_name
from desktop.ui.widgets.text import tooltip


class Canvas(QWidget):
    """Draws a sheet with the one painter of screen and paper. ``reached`` and ``clicked`` carry a session."""

    reached = Signal(str)
    clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet: Sheet | None = None
        self.painter = self._new_painter(100)
        self._zoom = 100
        self._selected: str | None = None
        self._conflicts: frozenset[str] = frozenset()
        self._marked: frozenset[str] | None = None
        self._buttons: dict[str, SessionButton] = {}

    def show_sheet(self, sheet: Sheet | None, *, zoom: int, conflicts: frozenset[str], room: QSize) -> None:
        """Shows a sheet at a zoom in percent, at least as large as ``room``."""
        self.painter = self._new_painter(zoom)
        self._zoom = zoom
        self._conflicts = conflicts
        if sheet is not self.sheet:
            self.sheet = sheet
            self._make_buttons()
        self.fit(room)

    def fit(self, room: QSize) -> None:
        """Takes the size that the sheet asks for, and all of ``room`` where that is larger."""
        if self.sheet is None:
            self.resize(room)
            return
        wanted = self.painter.preferred_size(self.sheet).toSize()
        self.resize(wanted.expandedTo(room))
        self._place_buttons()
        self.update()

    def select(self, session: str | None) -> None:
        """Marks one session as the chosen one."""
        self._selected = session
        for button in self._buttons.values():
            button.setChecked(button.session == session)
        self._rove()
        self.update()

    def mark(self, sessions: frozenset[str] | None) -> None:
        """Keeps these sessions bright and pales the others; None pales none."""
        self._marked = sessions
        self.update()

    def button(self, session: str) -> SessionButton | None:
        return self._buttons.get(session)

    def buttons(self) -> tuple[SessionButton, ...]:
        """All sessions' buttons, by time and room."""
        return tuple(self._buttons.values())

    def placed(self) -> tuple[Placed, ...]:
        return () if self.sheet is None else self.painter.layout(self.sheet, QRectF(self.rect()))

    def redress(self) -> None:
        """The palette or the font has changed."""
        self.painter = self._new_painter(self._zoom)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = theme_of(self.palette())
        painter.fillRect(event.rect(), theme.paper)
        if self.sheet is None:
            return
        whole = QRectF(self.rect())
        self.painter.render_body(
            painter, whole, self.sheet, selected=self._selected, conflicts=self._conflicts
        )
        if self._marked is not None:
            veil = QColor(theme.paper)
            veil.setAlphaF(0.72)
            for placed in self.placed():
                if placed.block.session not in self._marked:
                    painter.fillRect(placed.rect.adjusted(-1, -1, 1, 1), veil)

    def _new_painter(self, zoom: int) -> SheetPainter:
        size = self.fontInfo().pixelSize() * 0.94 * zoom / 100
        return SheetPainter(Style(font=self.font(), size=size, theme=theme_of(self.palette())))

    def _make_buttons(self) -> None:
        for button in self._buttons.values():
            button.hide()
            button.deleteLater()
        self._buttons = {}
        for block in self.sheet.blocks if self.sheet else ():
            button = SessionButton(block.session, self)
            if self.sheet is not None:
                button.setAccessibleName(session_name(self.sheet, block))
                button.setToolTip(tooltip(session_hint(self.sheet, block)))
            button.moved.connect(self._move)
            button.reached.connect(self.reached)
            button.clicked.connect(self._on_clicked)
            self._buttons[block.session] = button
            button.show()
        self._rove()

    def _place_buttons(self) -> None:
        for placed in self.placed():
            self._buttons[placed.block.session].setGeometry(placed.rect.toAlignedRect())

    def _rove(self) -> None:
        """One session at a time can be reached with Tab; arrows lead to the others."""
        home = self._selected if self._selected in self._buttons else next(iter(self._buttons), None)
        for session, button in self._buttons.items():
            reachable = Qt.FocusPolicy.StrongFocus if session == home else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(reachable)

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, SessionButton):
            self.clicked.emit(button.session)

    def _move(self, across: int, down: int) -> None:
        """Gives the focus to the nearest session in the arrow's direction."""
        button = self.sender()
        if not isinstance(button, SessionButton):
            return
        here = button.geometry().center()
        best: tuple[int, SessionButton] | None = None
        for other in self._buttons.values():
            there = other.geometry().center() - here
            ahead, aside = (there.x() * across, there.y()) if across else (there.y() * down, there.x())
            if other is button or ahead <= 0:
                continue
            cost = ahead + 3 * abs(aside)
            if best is None or cost < best[0]:
                best = (cost, other)
        if best is not None:
            best[1].setFocus()
