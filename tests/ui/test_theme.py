"""Colours that can be read, in light and in dark."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from desktop.printing.palette import DARK as PAPER_DARK
from desktop.printing.palette import LIGHT as PAPER_LIGHT
from desktop.printing.palette import Theme
from desktop.services.hand.verdicts import VerdictKind
from desktop.ui.moving.layer import tint_of
from desktop.ui.theme import DARK, LIGHT, Tokens

TEXTS = (
    ("text", "canvas"), ("text", "surface"), ("text", "raised"), ("text", "accent_soft"),
    ("muted", "canvas"), ("muted", "surface"), ("muted", "raised"),
    ("accent", "surface"), ("accent", "canvas"), ("accent", "accent_soft"), ("on_accent", "accent"),
    ("ok", "ok_soft"), ("ok", "canvas"), ("warn", "warn_soft"), ("warn", "canvas"), ("warn", "surface"),
    ("warn", "accent_soft"), ("danger", "danger_soft"), ("danger", "canvas"), ("muted", "line"),
    ("muted", "accent_soft"), ("muted", "warn_soft"), ("muted", "danger_soft"),
)  # fmt: skip
EDGES = (("control", "surface"), ("control", "canvas"), ("accent", "surface"))


def luminance(colour: QColor) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def ratio(one: QColor, other: QColor) -> float:
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def contrast(colours: Tokens, one: str, other: str) -> float:
    return ratio(QColor(getattr(colours, one)), QColor(getattr(colours, other)))


def laid_over(over: QColor, ground: QColor) -> QColor:
    share = over.alphaF()

    def mixed(top: float, below: float) -> float:
        return top * share + below * (1 - share)

    return QColor.fromRgbF(
        mixed(over.redF(), ground.redF()),
        mixed(over.greenF(), ground.greenF()),
        mixed(over.blueF(), ground.blueF()),
    )


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_text_can_be_read(colours: Tokens, text: str, ground: str) -> None:
    assert contrast(colours, text, ground) >= 4.5


@pytest.mark.parametrize(
    ("colours", "board"), [(LIGHT, PAPER_LIGHT), (DARK, PAPER_DARK)], ids=["light", "dark"]
)
@pytest.mark.parametrize("kind", list(VerdictKind))
def test_a_session_can_be_read_below_the_colour_of_a_verdict(
    colours: Tokens, board: Theme, kind: VerdictKind
) -> None:
    over = tint_of(kind, colours)
    for fill in board.fills:
        assert ratio(fill.text, laid_over(over, fill.background)) >= 4.5


@pytest.mark.parametrize("board", [PAPER_LIGHT, PAPER_DARK], ids=["light", "dark"])
def test_a_session_that_steps_back_can_be_read(board: Theme) -> None:
    assert ratio(board.pale().text, board.pale().background) >= 4.5


@pytest.mark.parametrize("board", [PAPER_LIGHT, PAPER_DARK], ids=["light", "dark"])
def test_what_keeps_a_lane_clear_can_be_read(board: Theme) -> None:
    for ground in (board.gap, board.rivals):
        assert ratio(board.text, ground) >= 4.5
        assert ratio(board.warning, ground) >= 3


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_of_controls_can_be_seen(colours: Tokens, edge: str, ground: str) -> None:
    assert contrast(colours, edge, ground) >= 3
