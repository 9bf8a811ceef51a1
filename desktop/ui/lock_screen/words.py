"""Why the window is locked, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.ui.door import LockReason

translate = QCoreApplication.translate


def reason_text(reason: LockReason) -> str:
    """Why the vault was locked."""
    return {
        LockReason.ASKED: translate("Lock", "You have locked it."),
        LockReason.IDLE: translate("Lock", "It locked itself because nobody had touched it for a while."),
        LockReason.SYSTEM: translate("Lock", "It locked itself along with the computer."),
    }[reason]


def minutes_text(minutes: int) -> str:
    """A choice of the menu: after how many minutes."""
    if minutes == 1:
        return translate("Lock", "After 1 minute")
    return translate("Lock", "After %1 minutes").replace("%1", str(minutes))
