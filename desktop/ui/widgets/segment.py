"""One of a row of buttons of which one at a time is down."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QToolButton

from desktop.ui.widgets.text import restyle, tooltip


def segment(text: str, name: str = "") -> QToolButton:
    """A button of such a row; ``name`` says in full what a short text stands for."""
    button = QToolButton()
    button.setProperty("look", "segment")
    button.setCheckable(True)
    button.setText(text)
    # A click takes the keyboard along: its sign must not stay on the button that was down before.
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if name:
        button.setAccessibleName(name)
        button.setToolTip(tooltip(name))
    return button


def make_narrow(button: QAbstractButton, narrow: bool) -> None:
    """Leaves less room beside the text of a button."""
    if bool(button.property("narrow")) != narrow:
        button.setProperty("narrow", narrow)
        restyle(button)
        # Without it the button keeps the size that it asked for before.
        QCoreApplication.sendEvent(button, QEvent(QEvent.Type.StyleChange))
