"""Texts as plain text, whatever stands in them: a name is data and must never become markup."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


def label(text: str = "", look: str = "", parent: QWidget | None = None, *, wrap: bool = False) -> QLabel:
    """A label that shows its text as it stands. ``look``: ``muted``, ``ok``, ``warn``, ``danger``."""
    result = QLabel(parent)
    result.setTextFormat(Qt.TextFormat.PlainText)
    result.setText(text)
    result.setWordWrap(wrap)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        result.setSizePolicy(policy)
    if look:
        result.setProperty("look", look)
    return result


def heading(text: str = "", step: int = 1, parent: QWidget | None = None, *, wrap: bool = False) -> QLabel:
    """A bold label, ``step`` steps larger than the running text."""
    result = label(text, parent=parent, wrap=wrap)
    result.setFont(bigger(result.font(), step, bold=True))
    return result


def bigger(font: QFont, step: int, *, bold: bool = False) -> QFont:
    """The font some steps larger; each step is 15 per cent."""
    result = QFont(font)
    result.setPointSizeF(font.pointSizeF() * 1.15**step)
    if bold:
        result.setWeight(QFont.Weight.DemiBold)
    return result


def tooltip(text: str) -> str:
    """What to hand to ``setToolTip`` so that the text is shown as it stands."""
    return f'<span style="white-space: pre-wrap">{escape(text)}</span>' if text else ""


def restyle(widget: QWidget) -> None:
    """Makes the style sheet look at a widget's dynamic properties again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
