"""Dresses the application: Qt's palette and the one style sheet, made of the window's colours.

The system says light or dark; where it asks for high contrast, its own palette is left as it is.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from desktop.ui.stylesheet import stylesheet
from desktop.ui.theme import DARK, LIGHT, Tokens


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
