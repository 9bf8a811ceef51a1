"""What was done, in words: for undo, redo and the history."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def change_text(label: str) -> str:
    """What a change did, as a short phrase, ``week planned``. Raises ``KeyError`` for an unknown label."""
    return {
        "plan_accepted": translate("History", "week planned"),
    }[label]
