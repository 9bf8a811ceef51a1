"""The colours of the window, in light and in dark, and the one style sheet made of them.

The system says light or dark; where it asks for high contrast, its own palette is left as it is. Every pair
of text and ground used here has a contrast of at least 4.5 to 1 (WCAG 2.2, AA); a test computes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from desktop.ui.stylesheet import stylesheet

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


def palette_of(colours: Tokens) -> QPalette:
    """Qt's palette in these colours, so that every standard widget follows."""
    role = QPalette.ColorRole
    palette = QPalette()
    for where, colour in (
        (role.Window, colours.canvas),
        (role.WindowText, colours.text),
        (role.Base, colours.surface),
        (role.AlternateBase, colours.raised),
        (role.Text, colours.text),
        (role.Button, colours.raised),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.danger),
        (role.ToolTipBase, colours.surface),
        (role.ToolTipText, colours.text),
        (role.PlaceholderText, colours.muted),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Accent, colours.accent),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
        (role.Mid, colours.line),
        (role.Midlight, colours.line),
        (role.Dark, colours.control),
        (role.Light, colours.surface),
        (role.Shadow, colours.text if not colours.dark else "#000000"),
    ):
        palette.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(colours.control))
    return palette


def install(app: QApplication, scheme: Qt.ColorScheme | None = None) -> None:
    """Dresses the application now and, unless ``scheme`` is given, whenever the system changes."""
    hints = app.styleHints()
    if scheme is None:
        hints.colorSchemeChanged.connect(partial(_dress, app))
    _dress(app, hints.colorScheme() if scheme is None else scheme)


def _dress(app: QApplication, scheme: Qt.ColorScheme) -> None:
    if app.styleHints().accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        app.setStyleSheet("")
        return
    colours = DARK if scheme is Qt.ColorScheme.Dark else LIGHT
    if app.style().name() != "fusion":
        app.setStyle(QStyleFactory.create("Fusion"))
    sheet = stylesheet(colours)
    if app.styleSheet() != sheet:
        app.setPalette(palette_of(colours))
        app.setStyleSheet(sheet)
