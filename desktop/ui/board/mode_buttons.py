"""The buttons that choose by what a board is ordered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QButtonGroup, QToolButton

from desktop.ui.board.modes import Mode, mode_hint, mode_name
from desktop.ui.widgets.segment import segment
from desktop.ui.widgets.text import tooltip


def mode_buttons(group: QButtonGroup, shown: Mode, show: Callable[[Mode], object]) -> list[QToolButton]:
    """A button for each way, with its key, in ``group`` by its place; ``shown`` is pressed at first."""
    made = []
    for number, mode in enumerate(Mode):
        button = segment(mode_name(mode))
        shortcut = f"Ctrl+Alt+{number + 1}"
        button.setToolTip(tooltip(f"{mode_hint(mode)} ({shortcut})"))
        button.setAccessibleName(mode_name(mode))
        button.setAccessibleDescription(mode_hint(mode))
        button.setShortcut(shortcut)
        button.setChecked(mode is shown)
        button.clicked.connect(partial(show, mode))
        group.addButton(button, number)
        made.append(button)
    return made
