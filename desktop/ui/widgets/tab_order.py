"""The order in which Tab leads through a window, where parts are made after what stands behind them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def place_in_line(parent: QWidget) -> QWidget:
    """A part that is never seen: it holds the place, in Tab's order, of what is made later."""
    anchor = QWidget(parent)
    anchor.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    anchor.hide()
    return anchor


def lead_through(before: QWidget, *widgets: QWidget) -> None:
    """Tab leads from ``before`` through the parts of each of the ``widgets``."""
    for widget in widgets:
        for stop in _stops(widget):
            QWidget.setTabOrder(before, stop)
            before = stop


def _stops(widget: QWidget) -> list[QWidget]:
    """What Tab can lead to in a widget, itself included, in the order in which it was put together."""
    # Not by nextInFocusChain: PySide takes what that returns for a child, and forgets it with the widget.
    window = widget.window()
    return [
        each
        for each in (widget, *widget.findChildren(QWidget))
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.window() is window
    ]
