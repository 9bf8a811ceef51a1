"""The colours of the window, in light and in dark.

Every pair of text and ground used here has a contrast of at least 4.5 to 1 (WCAG 2.2, AA); a test computes
it.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QPalette

GRID = 8
"""The spacing everything is a multiple of, in device-independent pixels."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours by what they are for, as ``#rrggbb``."""

    dark: bool
    canvas: str
    surface: str
    raised: str
    line: str
    control: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_soft: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    danger: str
    danger_soft: str


LIGHT = Tokens(
    dark=False,
    canvas="#f3f4f6",
    surface="#ffffff",
    raised="#f8f9fb",
    line="#d9dde3",
    control="#7c8490",
    text="#1a1f26",
    muted="#545d69",
    accent="#1d5a9e",
    on_accent="#ffffff",
    accent_soft="#e3edf8",
    ok="#17673c",
    ok_soft="#e2f3e8",
    warn="#7a4e00",
    warn_soft="#fdf0d3",
    danger="#a3231c",
    danger_soft="#fbe5e3",
)
DARK = Tokens(
    dark=True,
    canvas="#17191d",
    surface="#1f2227",
    raised="#272b31",
    line="#383e47",
    control="#79828f",
    text="#e7eaee",
    muted="#a6afbb",
    accent="#82b6f2",
    on_accent="#0d1b2c",
    accent_soft="#21344b",
    ok="#6fd19c",
    ok_soft="#17352a",
    warn="#ecbd66",
    warn_soft="#3a2f18",
    danger="#f59a92",
    danger_soft="#432220",
)


def tokens(palette: QPalette) -> Tokens:
    """The set that goes with a palette: dark where its window colour is dark."""
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT
