"""What came of a file that was to be written."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def saved_as(name: str) -> str:
    return translate("Files", "Saved as %1").replace("%1", name)


def not_written() -> str:
    return translate("Files", "The file could not be written there.")


def not_drawn() -> str:
    return translate("Files", "Nothing could be drawn: this computer has no fonts.")


def not_recorded() -> str:
    """Nothing leaves the vault that its audit trail doesn't know of."""
    return translate("Files", "Nothing was written: the audit trail could not be written.")
