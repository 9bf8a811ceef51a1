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
    """Every colour that the week grid uses. ``faint`` is for less important text on ``paper``."""

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
    fills: tuple[Fill, ...]

    def fill(self, index: int) -> Fill:
        """The fill of the activity at ``index`` of the unit's order; they come again after the last."""
        return self.fills[index % len(self.fills)]


# Hue and saturation, in an order that keeps neighbours apart: a unit with few activities has the clearest
# colours.
_HUES: tuple[tuple[int, int], ...] = (
    (212, 62),
    (34, 78),
    (150, 42),
    (275, 42),
    (352, 60),
    (186, 60),
    (62, 62),
    (315, 42),
    (18, 40),
    (232, 58),
    (95, 45),
    (0, 0),
)


def _hsl(hue: int, saturation: int, lightness: int) -> QColor:
    return QColor.fromHslF(hue / 360, saturation / 100, lightness / 100)


def _light_fills() -> tuple[Fill, ...]:
    text = QColor("#16191d")
    return tuple(Fill(_hsl(hue, part, 89), _hsl(hue, part, 38), text) for hue, part in _HUES)


def _dark_fills() -> tuple[Fill, ...]:
    text = QColor("#f4f6f8")
    return tuple(Fill(_hsl(hue, part * 2 // 3, 23), _hsl(hue, part, 62), text) for hue, part in _HUES)


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
    fills=_light_fills(),
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
    fills=_dark_fills(),
)


def theme_of(palette: QPalette) -> Theme:
    """The screen theme that suits a widget's palette."""
    return DARK if palette.color(QPalette.ColorRole.Base).lightnessF() < 0.5 else LIGHT
