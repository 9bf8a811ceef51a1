"""Value and bound against time, as an SVG that is readable on light and dark paper."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from tests.bench.contest import Point

WIDTH, HEIGHT = 720, 420
LEFT, RIGHT, TOP, BOTTOM = 70, 150, 48, 52
#: Peers with this share of our hours are drawn; the others are told beside the plot.
NEAR = 0.8
STYLE = """\
text { font: 13px sans-serif; fill: #222; } .title { font-size: 15px; font-weight: bold; }
.axis { stroke: #222; } .grid { stroke: #ddd; } .paper { fill: #fff; }
.value { stroke: #0b62a8; } .bound { stroke: #b3470b; } .peer { stroke: #777; stroke-dasharray: 5 4; }
.curve { fill: none; stroke-width: 2; }
@media (prefers-color-scheme: dark) {
  text { fill: #e6e6e6; } .axis { stroke: #e6e6e6; } .grid { stroke: #444; } .paper { fill: #1b1b1b; }
  .value { stroke: #6cb8f5; } .bound { stroke: #f09a5c; } .peer { stroke: #aaa; }
}"""


def plot(title: str, points: Sequence[Point], peers: Sequence[tuple[str, float]], hours: float) -> str:
    """``peers``: name and hours at the end; ``hours``: what ours ended with; ``points``: one or more."""
    values = [(point.seconds, point.hours) for point in points if point.hours is not None]
    bounds = [(point.seconds, point.bound) for point in points]
    last = max(point.seconds for point in points)
    values.append((last, hours))
    # The first bound may be far above everything else, a peer far below: they must not flatten the curves.
    near = [hour for _, hour in peers if hour >= NEAR * hours]
    ends = [*(hour for _, hour in values), bounds[-1][1], *near]
    low, high = min(ends), max(ends)
    room = max(1.0, (high - low) * 0.15)
    return _Sheet(last, max(0.0, low - room), high + room).draw(title, values, bounds, peers)


def ticks(low: float, high: float, about: int) -> list[float]:
    """Round numbers from ``low`` to ``high``, about so many."""
    rough = (high - low) / about
    step: float = 10 ** math.floor(math.log10(rough))
    step = next(step * by for by in (1, 2, 5, 10) if step * by >= rough)
    first = math.ceil(low / step)
    return [number * step for number in range(first, math.floor(high / step) + 1)]


class _Sheet:
    def __init__(self, seconds: float, low: float, high: float) -> None:
        self.seconds, self.low, self.high = max(seconds, 0.1), low, high

    def x(self, seconds: float) -> float:
        return LEFT + seconds / self.seconds * (WIDTH - LEFT - RIGHT)

    def y(self, hours: float) -> float:
        inside = min(max(hours, self.low), self.high)
        return HEIGHT - BOTTOM - (inside - self.low) / (self.high - self.low) * (HEIGHT - TOP - BOTTOM)

    def draw(
        self,
        title: str,
        values: Sequence[tuple[float, float]],
        bounds: Sequence[tuple[float, float]],
        peers: Sequence[tuple[str, float]],
    ) -> str:
        legend = [("value", f"ours: {values[-1][1]:,g} h"), ("bound", f"bound: {bounds[-1][1]:,g} h")]
        legend += [("peer" if self.low <= h else "", f"{name}: {h:,g} h") for name, h in peers]
        lines = [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">',
            f"<title>{escape(title)}</title><style>{STYLE}</style>",
            f'<rect class="paper" width="{WIDTH}" height="{HEIGHT}"/>',
            f'<text class="title" x="{LEFT}" y="26">{escape(title)}</text>',
            *self._axes(),
            *self._peers(peers),
            f'<path class="curve bound" d="{self._steps(bounds)}"/>',
            f'<path class="curve value" d="{self._steps(values)}"/>',
        ]
        for row, (kind, text) in enumerate(legend):
            y = TOP + 12 + row * 22
            x = WIDTH - RIGHT + 10
            if kind:
                lines.append(f'<path class="curve {kind}" d="M{x} {y - 4}h18"/>')
            lines.append(f'<text x="{x + 23}" y="{y}">{escape(text)}</text>')
        return "\n".join((*lines, "</svg>", ""))

    def _peers(self, peers: Sequence[tuple[str, float]]) -> Iterator[str]:
        """What they ended with, each by its name; those below the axis are in the legend alone."""
        for name, hours in peers:
            if hours >= self.low:
                y = self.y(hours)
                yield f'<path class="curve peer" d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}"/>'
                yield f'<text x="{WIDTH - RIGHT - 4}" y="{y - 5:.1f}" text-anchor="end">{escape(name)}</text>'

    def _axes(self) -> Iterator[str]:
        right, bottom = WIDTH - RIGHT, HEIGHT - BOTTOM
        for hours in ticks(self.low, self.high, 6):
            y = self.y(hours)
            yield f'<path class="grid" d="M{LEFT} {y:.1f}H{right}"/>'
            yield f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{hours:,g}</text>'
        for seconds in ticks(0, self.seconds, 6):
            x = self.x(seconds)
            yield f'<path class="axis" d="M{x:.1f} {bottom}v5"/>'
            yield f'<text x="{x:.1f}" y="{bottom + 20}" text-anchor="middle">{seconds:g}</text>'
        yield f'<path class="axis" fill="none" d="M{LEFT} {TOP}V{bottom}H{right}"/>'
        centre, middle = (LEFT + right) / 2, (TOP + bottom) / 2
        yield f'<text x="{centre}" y="{HEIGHT - 10}" text-anchor="middle">seconds from the start</text>'
        yield f'<text transform="translate(16 {middle}) rotate(-90)" text-anchor="middle">hours a week</text>'

    def _steps(self, curve: Sequence[tuple[float, float]]) -> str:
        """What is known holds until something better is: a stair."""
        x, y = self.x(curve[0][0]), self.y(curve[0][1])
        path = f"M{x:.1f} {y:.1f}"
        for seconds, hours in curve[1:]:
            path += f"H{self.x(seconds):.1f}V{self.y(hours):.1f}"
        return path
