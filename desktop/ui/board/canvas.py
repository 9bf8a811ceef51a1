"""The whole sheet at its full size, with a button on every session in sight."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QEvent, QLineF, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from desktop.printing.painter import Boxed, Placed, SheetPainter, Style
from desktop.printing.palette import theme_of
from desktop.printing.sheet import Block, Sheet
from desktop.services.beside import Mark
from desktop.ui.board.now_line import now_lines
from desktop.ui.board.session_button import SessionButton
from desktop.ui.board.words import session_hint, session_name
from desktop.ui.widgets.tab_order import place_in_line
from desktop.ui.widgets.text import tooltip

MARGIN = 300
"""How far outside the window, in pixels, sessions have their button already."""


class Canvas(QWidget):
    """Draws a sheet with the one painter of screen and paper. ``reached``, ``led_to`` and ``clicked`` carry a
    session: the focus came to it, an arrow led there, it was clicked. ``menu_asked`` carries a session, or
    nothing for the bare board, and the place on the screen; ``pulled`` a button, where it was pressed, and
    where on the screen the pointer has drawn it."""

    reached = Signal(str)
    led_to = Signal(str)
    clicked = Signal(str)
    menu_asked = Signal(str, QPoint)
    resized = Signal()
    move_asked = Signal(str)
    remove_asked = Signal(str)
    make_asked = Signal(str)
    copy_asked = Signal(str)
    length_asked = Signal(str, int)
    pulled = Signal(object, QPoint, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet: Sheet | None = None
        self.painter = self._new_painter(100)
        self._zoom = 100
        self._selected: str | None = None
        self._conflicts: frozenset[str] = frozenset()
        self._locked: frozenset[str] = frozenset()
        self._marks: Mapping[str, Mark] = {}
        self._marked: frozenset[str] | None = None
        self._bright = False
        self._buttons: dict[int, SessionButton] = {}
        self._place = place_in_line(self)
        self._seen = QRect()
        self.now: datetime | None = None

    def show_sheet(
        self,
        sheet: Sheet | None,
        *,
        zoom: int,
        conflicts: frozenset[str],
        room: QSize,
        locked: frozenset[str] = frozenset(),
        marks: Mapping[str, Mark] | None = None,
    ) -> None:
        """Shows a sheet at a zoom in percent, at least as large as ``room``. ``marks`` say what is otherwise
        than in another plan."""
        if zoom != self._zoom:
            self._zoom = zoom
            self.painter = self._new_painter(zoom)
        self._conflicts, self._locked = conflicts, locked
        known, self._marks = self._marks, marks or {}
        if sheet is not self.sheet or known != self._marks:
            focused = self._focused()
            self.sheet = sheet
            self._drop_buttons()
            self.fit(room)
            if focused is not None:
                # The focus must not be lost with the button that had it.
                self.focus_on(focused)
        else:
            self.fit(room)

    def fit(self, room: QSize) -> None:
        """Takes the size that the sheet asks for, and all of ``room`` where that is larger."""
        wanted = room if self.sheet is None else self.painter.preferred_size(self.sheet).toSize()
        self.resize(wanted.expandedTo(room))
        self.update()
        self.resized.emit()

    def look_at(self, seen: QRect) -> None:
        """Says which part of the canvas can be seen."""
        self._seen = seen
        self._make_buttons()

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

    def brighten(self, bright: bool) -> None:
        """Pales nothing for a while, so that every place can be read."""
        self._bright = bright
        self.update()

    def button(self, session: str) -> SessionButton | None:
        """The button of a session, of its first block where it has several."""
        for number, boxed in enumerate(self.boxes()):
            if boxed.block.session == session:
                return self._button(number, boxed)
        return None

    def focus_on(self, session: str) -> bool:
        """Gives the focus to a session that the sheet shows."""
        button = self.button(session)
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)
        return button is not None

    def focus_on_block(self, block: Block) -> None:
        """Gives the focus to one of a session's blocks."""
        for number, boxed in enumerate(self.boxes()):
            if boxed.block is block:
                self._button(number, boxed).setFocus(Qt.FocusReason.OtherFocusReason)

    def buttons(self) -> tuple[SessionButton, ...]:
        """The buttons of the sessions in sight, by time and lane."""
        return tuple(button for _, button in sorted(self._buttons.items()))

    def boxes(self) -> tuple[Boxed, ...]:
        return () if self.sheet is None else self.painter.boxes(self.sheet, QRectF(self.rect()))

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
        whole, exposed = QRectF(self.rect()), QRectF(event.rect())
        self.painter.render_body(
            painter,
            whole,
            self.sheet,
            selected=self._selected,
            conflicts=self._conflicts,
            locked=self._locked,
            bright=None if self._bright else self._marked,
            marks=self._marks,
            exposed=exposed,
            beneath=self.now_lines(),
        )

    def show_now(self, now: datetime | None) -> None:
        """Draws a line at the local moment; None draws none."""
        if now != self.now:
            self.now = now
            self.update()

    def now_lines(self) -> tuple[QLineF, ...]:
        """Where the line is drawn, a piece a lane; none where the sheet does not show the moment."""
        if self.sheet is None or self.now is None:
            return ()
        return now_lines(self.painter, QRectF(self.rect()), self.sheet, self.now)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self.sheet is not None:
            text = self.painter.kept_at(self.sheet, QRectF(self.rect()), QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tooltip(text), self)
            return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit("", event.globalPos())

    def _new_painter(self, zoom: int) -> SheetPainter:
        size = self.fontInfo().pixelSize() * 0.94 * zoom / 100
        return SheetPainter(Style(font=self.font(), size=size, theme=theme_of(self.palette())))

    def _focused(self) -> str | None:
        return next((each.session for each in self._buttons.values() if each.hasFocus()), None)

    def _drop_buttons(self) -> None:
        # One that goes may pass the focus on, and that brings others into sight.
        gone, self._buttons = self._buttons, {}
        for button in gone.values():
            button.hide()
            button.deleteLater()

    def _make_buttons(self) -> None:
        """Every session in sight has its button; those far away lose theirs again."""
        near = QRectF(self._seen.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN))
        for number, boxed in enumerate(self.boxes()):
            if boxed.block.session and boxed.rect.intersects(near):
                self._button(number, boxed)
            elif number in self._buttons:
                button = self._buttons[number]
                if button.hasFocus() or button.isDown():
                    button.setGeometry(boxed.rect.toAlignedRect())
                    continue
                del self._buttons[number]
                button.hide()
                button.deleteLater()
        self._rove()

    def _button(self, number: int, boxed: Boxed) -> SessionButton:
        button = self._buttons.get(number)
        if button is None:
            button = SessionButton(boxed.block.session, boxed.block.column, self)
            if self.sheet is not None:
                self._name(button, boxed.block, self.sheet)
            button.setChecked(boxed.block.session == self._selected)
            button.moved.connect(self._move)
            button.reached.connect(self.reached)
            button.clicked.connect(self._on_clicked)
            button.menu_asked.connect(self.menu_asked)
            button.move_asked.connect(self.move_asked)
            button.remove_asked.connect(self.remove_asked)
            button.make_asked.connect(self.make_asked)
            button.copy_asked.connect(self.copy_asked)
            button.length_asked.connect(self.length_asked)
            button.pulled.connect(self._on_pulled)
            button.hovered.connect(self._on_hovered)
            self._buttons[number] = button
            QWidget.setTabOrder(self._place, button)
            button.show()
        button.setGeometry(boxed.rect.toAlignedRect())
        return button

    def _name(self, button: SessionButton, block: Block, sheet: Sheet) -> None:
        mark = self._marks.get(block.session)
        locked = block.session in self._locked
        button.setAccessibleName(session_name(sheet, block, locked=locked, mark=mark))
        button.setToolTip(tooltip(session_hint(sheet, block, mark=mark)))

    def _rove(self) -> None:
        """One session at a time can be reached with Tab; arrows lead to the others."""
        ordered = sorted(self._buttons.items())
        home = next((each for _, each in ordered if each.session == self._selected), None)
        if home is None:
            home = next((each for _, each in ordered), None)
        for _, button in ordered:
            reachable = Qt.FocusPolicy.StrongFocus if button is home else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(reachable)

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, SessionButton):
            self.clicked.emit(button.session)

    def _on_pulled(self, pressed: QPoint, now: QPoint) -> None:
        button = self.sender()
        if isinstance(button, SessionButton):
            self.pulled.emit(button, pressed, now)

    def _on_hovered(self, at: QPoint) -> None:
        button = self.sender()
        if isinstance(button, SessionButton) and button.on_edge(at):
            button.setCursor(Qt.CursorShape.SizeVerCursor)
        elif isinstance(button, SessionButton):
            named = self.person_at(button, at) is not None
            button.setCursor(Qt.CursorShape.OpenHandCursor if named else Qt.CursorShape.PointingHandCursor)

    def person_at(self, button: SessionButton, at: QPoint) -> str | None:
        """Whose name of the chosen session lies under a point of its button."""
        if self.sheet is None or button.session != self._selected:
            return None
        point = QPointF(button.mapToParent(at))
        for placed in self.painter.layout(self.sheet, QRectF(self.rect()), QRectF(button.geometry())):
            if placed.block.column == button.column and placed.rect.contains(point):
                return self.painter.blocks.person_at(placed, point)
        return None

    def _move(self, across: int, down: int) -> None:
        """Gives the focus to the nearest session in the arrow's direction."""
        button = self.sender()
        if not isinstance(button, SessionButton):
            return
        here = QRectF(button.geometry()).center()
        best: tuple[float, int, Boxed] | None = None
        for number, boxed in enumerate(self.boxes()):
            there = boxed.rect.center() - here
            ahead, aside = (there.x() * across, there.y()) if across else (there.y() * down, there.x())
            if not boxed.block.session or self._buttons.get(number) is button or ahead <= 0.5:
                continue
            cost = ahead + 3 * abs(aside)
            if best is None or cost < best[0]:
                best = (cost, number, boxed)
        if best is not None:
            self._button(best[1], best[2]).setFocus()
            self.led_to.emit(best[2].block.session)
