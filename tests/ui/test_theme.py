"""Colours that can be read, in light and in dark."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from desktop.ui.theme import DARK, LIGHT, Tokens

TEXTS = (
    ("text", "canvas"), ("text", "surface"), ("text", "raised"), ("text", "accent_soft"),
    ("muted", "canvas"), ("muted", "surface"), ("muted", "raised"),
    ("accent", "surface"), ("accent", "canvas"), ("accent", "accent_soft"), ("on_accent", "accent"),
    ("ok", "ok_soft"), ("ok", "canvas"), ("warn", "warn_soft"), ("warn", "canvas"), ("warn", "surface"),
    ("warn", "accent_soft"), ("danger", "danger_soft"), ("danger", "canvas"), ("muted", "line"),
)  # fmt: skip
EDGES = (("control", "surface"), ("control", "canvas"), ("accent", "surface"))


def luminance(colour: QColor) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(colours: Tokens, one: str, other: str) -> float:
    bright, dim = sorted((luminance(QColor(getattr(colours, name))) for name in (one, other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_text_can_be_read(colours: Tokens, text: str, ground: str) -> None:
    assert contrast(colours, text, ground) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_of_controls_can_be_seen(colours: Tokens, edge: str, ground: str) -> None:
    assert contrast(colours, edge, ground) >= 3
