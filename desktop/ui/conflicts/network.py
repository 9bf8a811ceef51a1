"""The network drawn: groups and people as nodes, a line for each two that are kept apart."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.conflicts import Scope
from desktop.services.rivalries import PairStand, Sides, Stand
from desktop.ui.conflicts.layout import Box, places, spread
from desktop.ui.conflicts.network_node import LARGEST, NAME, RING, Node, NodeButton, Side
from desktop.ui.conflicts.words import no_groups
from desktop.ui.theme import Tokens, tokens
from desktop.ui.widgets.empty import paint_empty
from desktop.ui.widgets.text import tooltip

MARGIN = 12
BESIDE = 0.15
"""How far from the middle a name stands beside its node, not over or under it."""
GAP = 2.0
"""How many pixels are left between two nodes with their names."""
NEAR = 7.0
"""How many pixels beside a line a click still counts."""


@dataclass(frozen=True, slots=True)
class Line:
    """Two nodes that are kept apart, and how a screen reader says it."""

    pair: PairStand
    text: str

    @property
    def sides(self) -> Sides:
        return self.pair.sides


class NetworkView(QWidget):
    """``node_picked`` carries the id of a group or of a person, ``pair_picked`` two sides.

    Tab leads into the network and out of it; arrows to the next node that way.
    """

    node_picked = Signal(str)
    pair_picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(420, 320)
        self.setMouseTracking(True)
        self.nodes: dict[str, NodeButton] = {}
        self._lines: tuple[Line, ...] = ()
        self._places: Mapping[str, tuple[float, float]] = {}
        self._chosen: frozenset[str] = frozenset()
        self._over: Sides | None = None

    def show_network(self, nodes: Sequence[Node], lines: Sequence[Line], summary: str) -> None:
        """Shows these; ``summary`` says it all in words."""
        focused = next((key for key, button in self.nodes.items() if button.hasFocus()), "")
        for button in self.nodes.values():
            button.hide()
            button.deleteLater()
        self._lines = tuple(lines)
        self._places = places([node.id for node in nodes], [line.sides for line in lines]) if nodes else {}
        self.nodes = {}
        for node in nodes:
            button = NodeButton(node, self)
            button.moved.connect(self._move)
            button.picked.connect(self.node_picked)
            button.reached.connect(self._keep_tab)
            button.show()
            self.nodes[node.id] = button
        self.setAccessibleName(self.tr("Network of who is kept apart"))
        self.setAccessibleDescription(summary)
        self._place()
        self._keep_tab(focused if focused in self.nodes else next(iter(self.nodes), ""))
        if focused in self.nodes:
            self.nodes[focused].setFocus()
        self.choose(self._chosen)

    def choose(self, ids: frozenset[str]) -> None:
        """Marks what is looked at: a node, or the two of a line."""
        self._chosen = ids
        for key, button in self.nodes.items():
            button.setChecked(key in ids)
        self.update()

    def line_at(self, point: QPointF) -> Line | None:
        """The line that goes through a point, or nearly."""
        found = [(self._distance(line, point), at) for at, line in enumerate(self._lines)]
        near = min(found, default=(math.inf, 0))
        return self._lines[near[1]] if near[0] <= NEAR else None

    def middle_of(self, sides: Sides) -> QPointF:
        """The middle of a line."""
        one, other = (self.nodes[each].centre() for each in sides)
        return (one + other) / 2

    def mousePressEvent(self, event: QMouseEvent) -> None:
        line = self.line_at(event.position())
        if line is not None and event.button() is Qt.MouseButton.LeftButton:
            self.pair_picked.emit(line.sides)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        line = self.line_at(event.position())
        over = None if line is None else line.sides
        if over != self._over:
            self._over = over
            self.setToolTip(tooltip("" if line is None else line.text))
            if line is None:
                self.unsetCursor()
            else:
                self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = tokens(self.palette())
        for line in self._lines:
            self._paint_line(painter, line, colours)
        painter.end()
        if not self.nodes:
            paint_empty(self, no_groups())

    def _paint_line(self, painter: QPainter, line: Line, colours: Tokens) -> None:
        if any(side not in self.nodes for side in line.sides):
            return
        pen = line_pen(line.pair, colours)
        strong = line.sides == self._over or (self._chosen == frozenset(line.sides))
        if strong:
            pen.setWidthF(pen.widthF() + 2)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        one, other = (self.nodes[each] for each in line.sides)
        if one is other:
            ring = one.radius() + 6
            painter.drawEllipse(one.centre(), ring, ring)
            return
        painter.drawLine(one.centre(), other.centre())
        if line.pair.shown.scope is Scope.SITE and line.pair.shown.gap_minutes:
            self._paint_gap(painter, line, pen.color(), colours)

    def _paint_gap(self, painter: QPainter, line: Line, ink: QColor, colours: Tokens) -> None:
        """The minutes between, on the line."""
        text = str(line.pair.shown.gap_minutes)
        metrics = painter.fontMetrics()
        box = QRectF(0, 0, metrics.horizontalAdvance(text) + 8, metrics.height())
        box.moveCenter(self.middle_of(line.sides))
        painter.setPen(QPen(ink, 1))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(box, 4, 4)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _place(self) -> None:
        if not self.nodes:
            return
        room = QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        across = max(0.0, room.width() / 2 - NAME - LARGEST - RING)
        down = max(0.0, room.height() / 2 - self.fontMetrics().height() - LARGEST - RING)
        for key, (x, y) in self._places.items():
            button = self.nodes[key]
            # Names stand away from the middle, where the lines are.
            if abs(x) > BESIDE:
                button.side = Side.LEFT if x < 0 else Side.RIGHT
            else:
                button.side = Side.ABOVE if y < 0 else Side.BELOW
            button.stand_at(room.center() + QPointF(x * across, y * down))
        buttons = [self.nodes[key] for key in self._places]
        boxes = [_box(QRectF(button.geometry())) for button in buttons]
        for button, (left, top, _, _) in zip(buttons, spread(boxes, _box(room), GAP), strict=True):
            button.move(round(left), round(top))

    def _distance(self, line: Line, point: QPointF) -> float:
        if any(side not in self.nodes for side in line.sides):
            return math.inf
        one, other = (self.nodes[each] for each in line.sides)
        if one is other:
            away = point - one.centre()
            return abs(math.hypot(away.x(), away.y()) - one.radius() - 6)
        along, away = other.centre() - one.centre(), point - one.centre()
        length = max(1e-6, along.x() ** 2 + along.y() ** 2)
        share = max(0.0, min(1.0, (along.x() * away.x() + along.y() * away.y()) / length))
        return math.hypot(away.x() - share * along.x(), away.y() - share * along.y())

    @Slot(str)
    def _keep_tab(self, key: str) -> None:
        """Tab leads to one node alone, the arrows to the others."""
        for each, button in self.nodes.items():
            policy = Qt.FocusPolicy.StrongFocus if each == key else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    @Slot(str, int, int)
    def _move(self, key: str, across: int, down: int) -> None:
        """To the nearest node that way."""
        here = self.nodes[key].centre()
        found = []
        for each, button in self.nodes.items():
            away = button.centre() - here
            ahead = away.x() * across + away.y() * down
            aside = abs(away.x() * down) + abs(away.y() * across)
            if each != key and ahead > 0:
                found.append((ahead + 2 * aside, each))
        if found:
            self.nodes[min(found)[1]].setFocus(Qt.FocusReason.TabFocusReason)


def _box(rect: QRectF) -> Box:
    return rect.left(), rect.top(), rect.width(), rect.height()


def line_pen(pair: PairStand, colours: Tokens) -> QPen:
    """Site: thick; session: thin; what does not hold now: broken."""
    site = pair.shown.scope is Scope.SITE
    if pair.stand in (Stand.HOLDS, Stand.SOON):
        return QPen(QColor(colours.danger if site else colours.warn), 3.5 if site else 1.5)
    if pair.stand is Stand.LATER:
        return QPen(QColor(colours.muted), 2.5 if site else 1.5, Qt.PenStyle.DotLine)
    ink = colours.danger if pair.stand is Stand.RUN_OUT else colours.muted
    return QPen(QColor(ink), 1.5, Qt.PenStyle.DashLine)
