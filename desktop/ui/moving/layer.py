"""Over the board while something is carried: which places are allowed, and where it would stand.

Colour never tells it alone: what is forbidden is crossed, what costs something is striped, what is allowed is
plain, and each stretch carries its sign.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.printing.words import clock_text
from desktop.services.hand.verdicts import VerdictKind
from desktop.ui.board.canvas import Canvas
from desktop.ui.moving.subjects import End
from desktop.ui.theme import Tokens, tokens


@dataclass(frozen=True, slots=True)
class Ghost:
    """Where what is carried would stand: columns and minutes of the day, with its words."""

    columns: tuple[int, ...]
    start: int
    end: int
    text: str
    kind: VerdictKind | None


class DragLayer(QWidget):
    """Lies on the canvas and lets the pointer through."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._slot = 30
        self._kinds: Mapping[Hashable, VerdictKind] = {}
        self._ghost: Ghost | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        canvas.resized.connect(self._follow)
        self.hide()

    def begin(self, slot: int) -> None:
        """Comes up; ``slot`` is the grid in minutes."""
        self._slot = slot
        self._kinds, self._ghost = {}, None
        self._follow()
        self.show()

    def show_kinds(self, kinds: Mapping[Hashable, VerdictKind]) -> None:
        """Shows what is known of the places."""
        self._kinds = kinds
        self.update()

    def show_ghost(self, ghost: Ghost | None) -> None:
        """Shows where the session would stand."""
        for each in (self._ghost, ghost):
            for column in each.columns if each is not None else ():
                assert each is not None
                self.update(self._rect(column, each.start, each.end).toAlignedRect().adjusted(-3, -3, 3, 3))
            self._ghost = ghost

    def ghost_rect(self) -> QRectF:
        """Where the ghost is drawn, in its first column; empty without one."""
        if self._ghost is None or not self._ghost.columns:
            return QRectF()
        return self._rect(self._ghost.columns[0], self._ghost.start, self._ghost.end)

    def paintEvent(self, event: QPaintEvent) -> None:
        sheet = self._canvas.sheet
        if sheet is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, exposed = tokens(self.palette()), QRectF(event.rect())
        bare = QPainterPath()
        bare.addRect(exposed)
        for boxed in self._canvas.boxes():
            if boxed.rect.intersects(exposed):
                taken = QPainterPath()
                taken.addRect(boxed.rect)
                bare -= taken
        for rect, kind, on_block in self._areas():
            if rect.intersects(exposed):
                painter.save()
                if kind is VerdictKind.FORBIDDEN and not on_block:
                    # What stands there can still be read: that it is taken is no news.
                    painter.setClipPath(bare)
                _area(painter, rect, kind, colours)
                painter.restore()
        if self._ghost is not None:
            for column in self._ghost.columns:
                self._paint_ghost(painter, self._rect(column, self._ghost.start, self._ghost.end), colours)
        for end, known in self._kinds.items():
            if isinstance(end, End):
                line = self._rect(end.column, end.minute, end.minute)
                _end(painter, line, clock_text(end.minute), known, colours)

    def _areas(self) -> Iterator[tuple[QRectF, VerdictKind, bool]]:
        """What is known of the places, neighbours of one kind as one area; True where it is a session."""
        runs: list[tuple[int, int, int, VerdictKind]] = []
        places = sorted(key for key in self._kinds if isinstance(key, tuple))
        for column, minute in places:
            kind = self._kinds[column, minute]
            if runs and runs[-1][0] == column and runs[-1][2] == minute and runs[-1][3] is kind:
                runs[-1] = (column, runs[-1][1], minute + self._slot, kind)
            else:
                runs.append((column, minute, minute + self._slot, kind))
        for column, start, end, kind in runs:
            yield self._rect(column, start, end).adjusted(1, 1, -1, -1), kind, False
        for boxed in self._canvas.boxes():
            known = self._kinds.get(boxed.block.session)
            if known is not None:
                yield boxed.rect, known, True

    def _rect(self, column: int, start: int, end: int) -> QRectF:
        sheet, painter = self._canvas.sheet, self._canvas.painter
        if sheet is None or column >= len(sheet.columns):
            return QRectF()
        whole = QRectF(self._canvas.rect())
        left, right = painter.column_x(sheet, whole, column), painter.column_x(sheet, whole, column + 1)
        top, bottom = painter.minute_y(sheet, whole, start), painter.minute_y(sheet, whole, end)
        return QRectF(left, top, right - left, bottom - top)

    def _paint_ghost(self, painter: QPainter, rect: QRectF, colours: Tokens) -> None:
        ghost = self._ghost
        assert ghost is not None
        edge = QColor(_colour(ghost.kind, colours) if ghost.kind else colours.accent)
        ground = QColor(colours.surface)
        ground.setAlphaF(0.9)
        box = rect.adjusted(2, 2, -2, -2)
        painter.setPen(
            QPen(
                edge,
                3,
                Qt.PenStyle.DashLine if ghost.kind is VerdictKind.FORBIDDEN else Qt.PenStyle.SolidLine,
            )
        )
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(colours.text))
        inner = box.adjusted(6, 3, -4, -3)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.save()
        painter.setClipRect(inner)
        painter.drawText(inner, int(flags) | int(Qt.TextFlag.TextWordWrap), ghost.text)
        painter.restore()

    def _follow(self) -> None:
        self.setGeometry(self._canvas.rect())
        self.raise_()


# Fainter on the dark screen, where a tint is lighter than what it lies on: words below must stay readable.
_LIGHT_TINTS = {VerdictKind.ALLOWED: 0.34, VerdictKind.SOFT: 0.22, VerdictKind.FORBIDDEN: 0.06}
_DARK_TINTS = {VerdictKind.ALLOWED: 0.16, VerdictKind.SOFT: 0.14, VerdictKind.FORBIDDEN: 0.06}
_PATTERNS = {
    VerdictKind.SOFT: Qt.BrushStyle.BDiagPattern,
    VerdictKind.FORBIDDEN: Qt.BrushStyle.DiagCrossPattern,
}
_LINES = {
    VerdictKind.ALLOWED: Qt.PenStyle.SolidLine,
    VerdictKind.SOFT: Qt.PenStyle.DashLine,
    VerdictKind.FORBIDDEN: Qt.PenStyle.DotLine,
}


def _colour(kind: VerdictKind | None, colours: Tokens) -> str:
    return {
        VerdictKind.ALLOWED: colours.ok,
        VerdictKind.SOFT: colours.warn,
        VerdictKind.FORBIDDEN: colours.danger,
        None: colours.accent,
    }[kind]


def tint_of(kind: VerdictKind, colours: Tokens) -> QColor:
    """The see-through colour that lies over a place."""
    tint = QColor(_colour(kind, colours))
    tint.setAlphaF((_DARK_TINTS if colours.dark else _LIGHT_TINTS)[kind])
    return tint


def _area(painter: QPainter, rect: QRectF, kind: VerdictKind, colours: Tokens) -> None:
    colour = QColor(_colour(kind, colours))
    painter.fillRect(rect, tint_of(kind, colours))
    line = QColor(colour)
    line.setAlphaF(0.3 if kind is VerdictKind.FORBIDDEN else 0.75)
    if kind in _PATTERNS:
        painter.fillRect(rect, QBrush(line, _PATTERNS[kind]))
    painter.setPen(QPen(line, 1 if kind is VerdictKind.FORBIDDEN else 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect)
    _sign(painter, QPointF(rect.right() - 11, rect.top() + 11), kind, colour, QColor(colours.surface))


def _end(painter: QPainter, line: QRectF, text: str, kind: VerdictKind, colours: Tokens) -> None:
    """A line at an end that a session could have, with its time and its sign."""
    colour, ground = QColor(_colour(kind, colours)), QColor(colours.surface)
    painter.setPen(QPen(colour, 2, _LINES[kind]))
    painter.drawLine(QLineF(line.left() + 3, line.top(), line.right() - 3, line.top()))
    wide = painter.fontMetrics().horizontalAdvance(text) + 8
    high = float(painter.fontMetrics().height())
    if line.width() > wide + 40:
        plate = QRectF(line.right() - 24 - wide, line.top() - high / 2, wide, high)
        painter.setPen(QPen(colour, 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(plate, 3, 3)
        painter.setPen(QColor(colours.text))
        painter.drawText(plate, int(Qt.AlignmentFlag.AlignCenter), text)
    _sign(painter, QPointF(line.right() - 12, line.top()), kind, colour, ground)


def _sign(painter: QPainter, at: QPointF, kind: VerdictKind, colour: QColor, ground: QColor) -> None:
    """A tick, a wave or a cross on a small plate."""
    painter.save()
    painter.setPen(QPen(colour, 1))
    painter.setBrush(ground)
    painter.drawEllipse(at, 8, 8)
    painter.setPen(QPen(colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    x, y = at.x(), at.y()
    if kind is VerdictKind.ALLOWED:
        painter.drawPolyline([QPointF(x - 4, y), QPointF(x - 1, y + 3), QPointF(x + 4, y - 3)])
    elif kind is VerdictKind.SOFT:
        painter.drawPolyline(
            [QPointF(x - 4, y + 1), QPointF(x - 1.5, y - 2), QPointF(x + 1.5, y + 2), QPointF(x + 4, y - 1)]
        )
    else:
        painter.drawLine(QLineF(x - 3, y - 3, x + 3, y + 3))
        painter.drawLine(QLineF(x - 3, y + 3, x + 3, y - 3))
    painter.restore()
