"""Hours and their bound against time, painted: hours step up, the bound steps down, the gap is shaded."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.printing.words import hours_text
from desktop.qt.planning_run import Step
from desktop.ui.progress.scale import ticks
from desktop.ui.theme import GRID, Tokens, tokens
from desktop.ui.words import elapsed as seconds_text

Series = Sequence[tuple[float, float]]


class ProgressChart(QWidget):
    """Shows the steps of a run so far. ``seconds`` is how long the run may take: the width of the chart."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: Sequence[Step] = ()
        self._seconds = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Hours planned and their upper bound against time"))
        self._describe()

    def sizeHint(self) -> QSize:
        return QSize(480, 168)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 120)

    def show_steps(self, steps: Sequence[Step], seconds: float) -> None:
        """Draws these steps, oldest first."""
        self._steps = steps
        self._seconds = max(seconds, steps[-1].elapsed if steps else 0.0, 1.0)
        self._describe()
        self.update()

    def _describe(self) -> None:
        last = self._steps[-1] if self._steps else None
        if last is None or last.hours is None:
            text = self.tr("No plan has been found yet.")
        elif last.hours_bound is None:
            text = self.tr("After %1: %2 hours, no bound known yet.")
        else:
            text = self.tr("After %1: %2 hours, at most %3 possible.")
        if last is not None:
            text = text.replace("%1", seconds_text(last.elapsed)).replace("%2", hours_text(last.hours or 0.0))
            text = text.replace("%3", hours_text(last.hours_bound or 0.0))
        self.setAccessibleDescription(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hours = [(step.elapsed, step.hours) for step in self._steps if step.hours is not None]
        bound = [(step.elapsed, step.hours_bound) for step in self._steps if step.hours_bound is not None]
        _Drawing(painter, QRectF(self.rect()), tokens(self.palette()), self._seconds, hours, bound).draw(
            self.tr("hours"), self.tr("seconds"), self.tr("At most %1"), self.tr("Planned %1")
        )


class _Drawing:
    """One drawing of the chart. Times in seconds, values in hours."""

    def __init__(
        self, painter: QPainter, rect: QRectF, colours: Tokens, seconds: float, hours: Series, bound: Series
    ) -> None:
        self._painter = painter
        self._colours = colours
        self._hours = hours
        self._bound = bound
        self._now = max([time for time, _ in (*hours, *bound)], default=0.0)
        values = [value for _, value in (*hours, *bound)]
        self._values = ticks(min(values), max(values), 4) if values else (0.0, 1.0)
        self._times = [time for time in ticks(0, seconds, 8) if time <= seconds + 1e-6]
        self._seconds = seconds
        metrics = painter.fontMetrics()
        left = max(metrics.horizontalAdvance(hours_text(value)) for value in self._values) + GRID
        right = metrics.horizontalAdvance("0000.00 ") + metrics.horizontalAdvance("M" * 7)
        line = metrics.height()
        self._line = line
        self._plot = rect.adjusted(left, line * 1.75, -right, -line * 1.0 - GRID * 0.75)

    def draw(self, hours: str, seconds: str, at_most: str, planned: str) -> None:
        self._axes(hours, seconds)
        if self._bound and self._hours:
            self._gap()
        self._steps_line(self._bound, self._colours.muted, Qt.PenStyle.DashLine, 1.5)
        self._steps_line(self._hours, self._colours.accent, Qt.PenStyle.SolidLine, 2.5)
        self._end_labels(at_most, planned)

    def _axes(self, hours: str, seconds: str) -> None:
        painter, plot, line = self._painter, self._plot, self._line
        right_middle = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for value in self._values:
            y = self._y(value)
            painter.setPen(QPen(QColor(self._colours.line), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            if self._hours or self._bound:
                painter.setPen(QColor(self._colours.muted))
                painter.drawText(
                    QRectF(0, y - line / 2, plot.left() - 6, line), right_middle, hours_text(value)
                )
        painter.setPen(QColor(self._colours.muted))
        for time in self._times:
            box = QRectF(self._x(time) - 40, plot.bottom() + 4, 80, line)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, hours_text(time))
        painter.drawText(QPointF(0, line * 0.8), hours)
        painter.drawText(QPointF(plot.right() + GRID * 2, plot.bottom() + 4 + line * 0.8), seconds)
        painter.setPen(QPen(QColor(self._colours.control), 1))
        painter.drawLine(plot.bottomLeft(), plot.bottomRight())

    def _gap(self) -> None:
        start = max(self._hours[0][0], self._bound[0][0])
        upper = self._corners(self._bound, start)
        lower = self._corners(self._hours, start)
        self._painter.setPen(Qt.PenStyle.NoPen)
        shade = QColor(self._colours.accent)
        shade.setAlphaF(0.16)
        self._painter.setBrush(shade)
        self._painter.drawPolygon(QPolygonF([*upper, *reversed(lower)]))

    def _corners(self, series: Series, start: float) -> list[QPointF]:
        """The corners of the steps from ``start`` on to now."""
        before = [value for time, value in series if time <= start]
        value = before[-1]
        points = [QPointF(self._x(start), self._y(value))]
        for time, next_value in series:
            if time > start:
                points += [
                    QPointF(self._x(time), self._y(value)),
                    QPointF(self._x(time), self._y(next_value)),
                ]
                value = next_value
        points.append(QPointF(self._x(self._now), self._y(value)))
        return points

    def _steps_line(self, series: Series, colour: str, style: Qt.PenStyle, width: float) -> None:
        if series:
            self._painter.setPen(QPen(QColor(colour), width, style))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawPolyline(QPolygonF(self._corners(series, series[0][0])))

    def _end_labels(self, at_most: str, planned: str) -> None:
        """The last values at the ends of their lines, never on top of each other."""
        marks: list[tuple[float, str, str]] = []
        for series, text, colour in (
            (self._bound, at_most, self._colours.muted),
            (self._hours, planned, self._colours.accent),
        ):
            if series:
                value = series[-1][1]
                marks.append((self._y(value), text.replace("%1", hours_text(value)), colour))
        if len(marks) == 2 and marks[1][0] - marks[0][0] < self._line:
            middle = (marks[0][0] + marks[1][0]) / 2
            marks = [
                (middle - self._line / 2, *marks[0][1:]),
                (middle + self._line / 2, *marks[1][1:]),
            ]
        x = self._x(self._now) + GRID
        for y, text, colour in marks:
            self._painter.setPen(QColor(colour))
            box = QRectF(x, y - self._line / 2, 400, self._line)
            self._painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def _x(self, time: float) -> float:
        return self._plot.left() + self._plot.width() * time / self._seconds

    def _y(self, value: float) -> float:
        low, high = self._values[0], self._values[-1]
        return self._plot.bottom() - self._plot.height() * (value - low) / max(high - low, 1e-9)
