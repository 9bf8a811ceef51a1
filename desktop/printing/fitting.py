"""How much of a session can be read in its box: the largest text at which all of it fits, else a clean cut.

Pure text layout: it measures with fonts and draws nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from desktop.printing.sheet import Block, Person
from desktop.printing.words import badge_text, clock_text, people_text, time_span_text

_NO_BREAK = "\u00a0"
# The share of a sheet's boxes that decides its text size: the crowded ones must not make all text small.
_HALF = 0.5


class Names(StrEnum):
    """How people are told apart on a sheet. Case numbers are for a print that may be left on a table."""

    FULL = "full"
    CASE_NUMBERS = "case_numbers"


class Weight(StrEnum):
    """How a run of text stands out."""

    BOLD = "bold"
    PLAIN = "plain"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line, ``x`` from the box's inner left edge."""

    text: str
    weight: Weight
    x: float


@dataclass(frozen=True, slots=True)
class Fitted:
    """A box's text. ``scale`` is the share of the full text size; ``lines`` from the top, each
    ``line_height`` high. ``complete``: nothing was left out. ``badge`` is the level's badge's size,
    empty where there is none or no room for it."""

    scale: float
    line_height: float
    lines: tuple[tuple[Run, ...], ...]
    complete: bool
    badge: QSizeF


class Fitter:
    """Fits blocks into boxes. ``size`` is the full text size in the device's pixels."""

    def __init__(
        self, font: QFont, size: float, scales: Sequence[float], names: Names, *, show_ids: bool
    ) -> None:
        self._font = font
        self._size = size
        self._scales = tuple(scales)
        self._names = names
        self._show_ids = show_ids
        # A font that has been drawn with knows its glyphs; a new one of the same size looks for them again.
        self._fonts: dict[tuple[float, Weight], QFont] = {}
        self._metrics: dict[tuple[float, Weight], QFontMetricsF] = {}
        # Names and times come again on every try at another size: measuring them is most of the work.
        self._widths: dict[tuple[float, Weight, str], float] = {}

    def font(self, scale: float, weight: Weight) -> QFont:
        """The font of a run at a scale; it is not to be changed."""
        key = (scale, weight)
        if key not in self._fonts:
            font = self._fonts[key] = QFont(self._font)
            share = 0.72 if weight is Weight.SMALL else 1.0
            font.setPixelSize(max(1, round(self._size * scale * share)))
            font.setBold(weight is Weight.BOLD)
        return self._fonts[key]

    def width(self, text: str, scale: float, weight: Weight = Weight.PLAIN) -> float:
        """The text's width in the device's pixels."""
        key = (scale, weight, text)
        if key not in self._widths:
            self._widths[key] = self._measure(scale, weight).horizontalAdvance(text)
        return self._widths[key]

    def fit(self, boxes: Sequence[tuple[Block, QSizeF]]) -> tuple[Fitted, ...]:
        """Each block's text for the inner size of its box.

        Most have one size, the largest at which half of the boxes hold their text whole; the others take
        a smaller one, and are cut at the smallest.
        """
        common = self._scales[-1]
        for scale in self._scales:
            fitting = sum(self._whole(block, box, scale) is not None for block, box in boxes)
            if fitting >= _HALF * len(boxes):
                common = scale
                break
        scales = self._scales[self._scales.index(common) :]
        return tuple(self._largest(block, box, scales) for block, box in boxes)

    def _largest(self, block: Block, box: QSizeF, scales: Sequence[float]) -> Fitted:
        for scale in scales:
            whole = self._whole(block, box, scale)
            if whole is not None:
                return whole
        return self._cut(block, box, scales[-1])

    def people(self, people: Sequence[Person]) -> tuple[str, ...]:
        """What the sheet calls each person."""
        return tuple(map(self.person, people))

    def person(self, person: Person) -> str:
        """What the sheet calls a person."""
        return (person.case_number or person.id) if self._names is Names.CASE_NUMBERS else person.name

    def _measure(self, scale: float, weight: Weight) -> QFontMetricsF:
        key = (scale, weight)
        if key not in self._metrics:
            self._metrics[key] = QFontMetricsF(self.font(scale, weight))
        return self._metrics[key]

    def _line_height(self, scale: float) -> float:
        metrics = self._measure(scale, Weight.BOLD)
        return metrics.ascent() + metrics.descent()

    def _badge(self, block: Block, width: float, scale: float) -> QSizeF:
        if block.level is None:
            return QSizeF()
        high = self._line_height(scale)
        text = badge_text(block.level, block.approval)
        letters = self.width(text, scale * 0.86, Weight.BOLD)
        time = self.width(clock_text(block.start), scale) + self._gap(scale)
        for wide in (letters + high * 1.1, letters + high * 0.1):
            # In a narrow box the letters alone, without their bars; never over the time.
            if wide < width * 0.6 and wide + time <= width:
                return QSizeF(wide, high)
        return QSizeF()

    def _whole(self, block: Block, box: QSizeF, scale: float) -> Fitted | None:
        """All of the block's text at a scale, or None where it does not fit."""
        width, height = box.width(), box.height()
        line_height = self._line_height(scale)
        room = int(height / line_height + 0.02)
        badge = self._badge(block, width, scale)
        if room < 1 or (block.level is not None and badge.isEmpty()):
            return None
        lines = self._heading(block, width, badge, scale)
        if lines is None:
            return None
        lines += self._paragraph(self._approval(block), width, scale, Weight.BOLD)
        lines += self._paragraph(block.where, width, scale)
        people, staff = ", ".join(self.people(block.listed)), self.staff(block)
        for together in (True, False):
            body = self._paragraph(people, width, scale, together=together)
            body += self._paragraph(staff, width, scale, together=together)
            whole = self._with_id(block, lines + body, width, scale)
            if len(whole) <= room:
                return Fitted(scale, line_height, tuple(whole), True, badge)
        return None

    def _heading(
        self, block: Block, width: float, badge: QSizeF, scale: float
    ) -> list[tuple[Run, ...]] | None:
        """Time and name on one line beside the badge, or the time there and the name below it."""
        beside = width - (badge.width() + self._gap(scale) if not badge.isEmpty() else 0)
        time = time_span_text(block.start, block.end)
        name_at = self.width(time, scale) + self._gap(scale)
        if name_at + self.width(block.title, scale, Weight.BOLD) <= beside:
            return [(Run(time, Weight.PLAIN, 0), Run(block.title, Weight.BOLD, name_at))]
        if self.width(time, scale) > beside:
            return None
        below = self._paragraph(block.title, width, scale, Weight.BOLD)
        return [(Run(time, Weight.PLAIN, 0),), *below]

    def _cut(self, block: Block, box: QSizeF, scale: float) -> Fitted:
        """As much as fits at a scale: the heading first, then people and staff, each cut where it must be."""
        width = box.width()
        room = int(box.height() / self._line_height(scale) + 0.1)
        if room < 1:
            # Lower than a line: smaller letters, so that the box is never without its time and its name.
            scale *= max(0.3, box.height() / self._line_height(scale))
            room = 1
        line_height = self._line_height(scale)
        badge = self._badge(block, width, scale)
        beside = width - (badge.width() + self._gap(scale) if not badge.isEmpty() else 0)
        if room == 1 and self._show_ids:
            return self._single_line(block, width, beside, scale, badge)
        left = room - (1 if self._show_ids else 0)
        lines = self._heading(block, width, badge, scale)
        if lines is None or len(lines) > max(1, left - 1):
            lines = self._cut_heading(block, width, beside, left, scale)
        left -= len(lines)
        if block.approval and left > 0:
            lines.append((Run(self.elide(self._approval(block), width, scale, Weight.BOLD), Weight.BOLD, 0),))
            left -= 1
        if block.where and left > 0:
            lines.append((Run(self.elide(block.where, width, scale), Weight.PLAIN, 0),))
            left -= 1
        staff = self._paragraph(self.staff(block), width, scale) if left > 1 else []
        if len(staff) > 1:
            staff = [(Run(self.elide(self.staff(block), width, scale), Weight.PLAIN, 0),)]
        if left > 0:
            people = self._cut_people(block, width, max(1, left - len(staff)), scale)
            lines += people
            lines += staff if len(people) + len(staff) <= left else []
        lines = self._with_id(block, lines, width, scale)
        return Fitted(scale, line_height, tuple(lines[:room]), False, badge)

    def _single_line(self, block: Block, width: float, beside: float, scale: float, badge: QSizeF) -> Fitted:
        """Time, name and id on the only line, the name cut where it must be."""
        id_at = beside - self.width(block.session, scale, Weight.SMALL)
        heading = self._cut_heading(block, width, id_at - self._gap(scale), 1, scale)[0]
        line = (*heading, Run(block.session, Weight.SMALL, max(0.0, id_at)))
        return Fitted(scale, self._line_height(scale), (line,), False, badge)

    def _cut_heading(
        self, block: Block, width: float, beside: float, left: int, scale: float
    ) -> list[tuple[Run, ...]]:
        """One line with the name cut; where the time leaves it no room, two lines or the name alone."""
        time = time_span_text(block.start, block.end)
        if self.width(time, scale) > beside:
            time = clock_text(block.start)
        name_at = self.width(time, scale) + self._gap(scale)
        if beside - name_at >= self._size * scale * 3.5:
            name = self.elide(block.title, beside - name_at, scale, Weight.BOLD)
            return [(Run(time, Weight.PLAIN, 0), Run(name, Weight.BOLD, name_at))]
        if left < 2:
            return [(Run(self.elide(block.title, beside, scale, Weight.BOLD), Weight.BOLD, 0),)]
        name = self.elide(block.title, width, scale, Weight.BOLD)
        return [(Run(time, Weight.PLAIN, 0),), (Run(name, Weight.BOLD, 0),)]

    def _cut_people(self, block: Block, width: float, room: int, scale: float) -> list[tuple[Run, ...]]:
        """As many people as ``room`` lines hold, and how many more; only their number where none fits."""
        names = self.people(block.listed)
        for shown in range(len(names), 0, -1):
            more = f", +{len(names) - shown}" if shown < len(names) else ""
            lines = self._paragraph(", ".join(names[:shown]) + more, width, scale)
            if len(lines) <= room:
                return lines
        if room < 1 or not names:
            return []
        if len(names) == 1:
            # Somebody on the phone looks for the name: a cut one says more than a number.
            return [(Run(self.elide(names[0], width, scale), Weight.PLAIN, 0),)]
        return [(Run(self.elide(people_text(len(names)), width, scale), Weight.PLAIN, 0),)]

    def _with_id(
        self, block: Block, lines: list[tuple[Run, ...]], width: float, scale: float
    ) -> list[tuple[Run, ...]]:
        """The session's id at the right of the last line where there is room for it, else below."""
        if not self._show_ids:
            return lines
        small = self.width(block.session, scale, Weight.SMALL)
        run = Run(block.session, Weight.SMALL, max(0.0, width - small))
        last = lines[-1][-1] if len(lines) > 1 else None
        if last is not None and last.x + self.width(last.text, scale, last.weight) < run.x - self._gap(scale):
            return [*lines[:-1], (*lines[-1], run)]
        return [*lines, (run,)]

    def staff(self, block: Block) -> str:
        """The line that names the session's staff; empty where it has none."""
        if not block.staff or not block.staffed:
            return ""
        names = ", ".join(person.name for person in block.staff)
        return QCoreApplication.translate("Printing", "Staff: %1", "on a session").replace("%1", names)

    def _approval(self, block: Block) -> str:
        if not block.approval:
            return ""
        return QCoreApplication.translate("Printing", "Needs approval")

    def _gap(self, scale: float) -> float:
        return self._size * scale * 0.45

    def elide(self, text: str, width: float, scale: float, weight: Weight = Weight.PLAIN) -> str:
        """The text, cut with an ellipsis where it is wider than ``width``."""
        return self._measure(scale, weight).elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, width))

    def _paragraph(
        self, text: str, width: float, scale: float, weight: Weight = Weight.PLAIN, *, together: bool = False
    ) -> list[tuple[Run, ...]]:
        """The text broken into lines; ``together``: a list with commas, not broken inside its entries."""

        def measure(part: str) -> float:
            return self.width(part, scale, weight)

        if together:
            text = ", ".join(
                entry.replace(" ", _NO_BREAK) if measure(entry + ",") <= width else entry
                for entry in text.split(", ")
            )
        lines = wrap(text, width, measure)
        return [(Run(line.replace(_NO_BREAK, " "), weight, 0),) for line in lines]


def wrap(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """The text broken at its spaces into lines of at most a width; a wider word is broken inside."""
    lines: list[str] = []
    for word in filter(None, text.split(" ")):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and measure(joined) <= width:
            lines[-1] = joined
            continue
        rest = word
        while measure(rest) > width and len(rest) > 1:
            size = len(rest) - 1
            while size > 1 and measure(rest[:size]) > width:
                size -= 1
            lines.append(rest[:size])
            rest = rest[size:]
        lines.append(rest)
    return lines
