"""Colours of the week grid: calm fills for activities on paper, on a light and on a dark screen.

Text on every fill has at least WCAG 2.2's AA contrast of 4.5 (success criterion 1.4.3); a test measures it.
A colour never tells anything alone: the activity's name and the level's badge stand in the box.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette


@dataclass(frozen=True, slots=True)
class Fill:
    """A box's background, its edge and accent, and the text on it."""

    background: QColor
    accent: QColor
    text: QColor


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour that the week grid uses. ``faint`` is for less important text on ``paper``; ``new``,
    ``gone``, ``moved`` and ``others`` are grounds of signs whose glyphs have the colour of the ``paper``."""

    paper: QColor
    text: QColor
    faint: QColor
    line: QColor
    half_line: QColor
    closed: QColor
    header: QColor
    selection: QColor
    warning: QColor
    on_warning: QColor
    rivals: QColor
    rivals_line: QColor
    gap: QColor
    new: QColor
    gone: QColor
    moved: QColor
    others: QColor
    fills: tuple[Fill, ...]

    def fixed(self) -> Fill:
        """What no plan moves."""
        return Fill(self.header, self.faint, self.text)

    def pale(self) -> Fill:
        """What steps back behind others; it can still be read."""
        return Fill(self.paper, self.line, self.faint)

    def fill(self, index: int) -> Fill:
        """The fill of the activity at ``index`` of the unit's order; they come again after the last."""
        return self.fills[index % len(self.fills)]


# Hue (degrees), saturation and lightness (percent) of each activity's background. The order keeps neighbours
# apart, so that a unit with few activities has the clearest colours. Found by a search for the largest least
# distance in CIE L*a*b*: at least 11 between any two light ones, 20 between any two dark ones.
_LIGHT_FILLS = (
    (216, 58, 86),
    (46, 58, 86),
    (146, 41, 86),
    (280, 53, 93),
    (344, 58, 86),
    (190, 58, 86),
    (60, 44, 94),
    (306, 51, 86),
    (21, 58, 86),
    (251, 58, 86),
    (97, 58, 86),
    (0, 0, 86),
)
_DARK_FILLS = (
    (210, 42, 28),
    (46, 42, 18),
    (133, 42, 17),
    (270, 29, 17),
    (345, 42, 27),
    (172, 40, 28),
    (56, 42, 28),
    (311, 42, 28),
    (18, 60, 22),
    (242, 42, 27),
    (104, 41, 28),
    (0, 0, 28),
)


def _fills(table: tuple[tuple[int, int, int], ...], accent_lightness: int, text: str) -> tuple[Fill, ...]:
    return tuple(
        Fill(_hsl(hue, part, lightness), _hsl(hue, part * 3 // 4, accent_lightness), QColor(text))
        for hue, part, lightness in table
    )


def _hsl(hue: int, saturation: int, lightness: int) -> QColor:
    return QColor.fromHslF(hue / 360, saturation / 100, lightness / 100)


PAPER = Theme(
    paper=QColor("#ffffff"),
    text=QColor("#16191d"),
    faint=QColor("#565d66"),
    line=QColor("#b4bbc4"),
    half_line=QColor("#e1e5ea"),
    closed=QColor("#c3c9d1"),
    header=QColor("#eef1f5"),
    selection=QColor("#0b4fa8"),
    warning=QColor("#9c1c1c"),
    on_warning=QColor("#ffffff"),
    rivals=QColor("#f3e3e1"),
    rivals_line=QColor("#d3a5a0"),
    gap=QColor("#fbf3e2"),
    new=QColor("#17673c"),
    gone=QColor("#a3231c"),
    moved=QColor("#7a4e00"),
    others=QColor("#5b3fa0"),
    fills=_fills(_LIGHT_FILLS, 34, "#16191d"),
)
LIGHT = PAPER
DARK = Theme(
    paper=QColor("#1c1f24"),
    text=QColor("#f1f3f5"),
    faint=QColor("#a9b1bb"),
    line=QColor("#4a515b"),
    half_line=QColor("#2f343b"),
    closed=QColor("#454c55"),
    header=QColor("#272b31"),
    selection=QColor("#8fc1ff"),
    warning=QColor("#ff8f8f"),
    on_warning=QColor("#1c1f24"),
    rivals=QColor("#382526"),
    rivals_line=QColor("#744748"),
    gap=QColor("#33291a"),
    new=QColor("#6fd19c"),
    gone=QColor("#f59a92"),
    moved=QColor("#ecbd66"),
    others=QColor("#c3aef5"),
    fills=_fills(_DARK_FILLS, 66, "#f4f6f8"),
)


def theme_of(palette: QPalette) -> Theme:
    """The screen theme that suits a widget's palette."""
    return DARK if palette.color(QPalette.ColorRole.Base).lightnessF() < 0.5 else LIGHT
