"""What was done, in words: for undo, redo and the history."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def change_text(label: str) -> str:
    """What a change did, as a short phrase, ``week planned``. Raises ``KeyError`` for an unknown label."""
    return {
        "plan_accepted": translate("History", "week planned"),
        "rivalry_reported": translate("History", "rivalry recorded"),
        "threat_reported": translate("History", "threat recorded"),
        "illness_reported": translate("History", "illness recorded"),
        "room_shut": translate("History", "room shut"),
        "staff_missing": translate("History", "missing colleague recorded"),
        "citizen_detained": translate("History", "detention recorded"),
        "citizen_released": translate("History", "release recorded"),
        "repair_accepted": translate("History", "repaired week accepted"),
        "sheet_imported": translate("History", "table imported"),
    }[label]
