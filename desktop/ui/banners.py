"""What stands across the window above its content: demo, read-only, and what the audit trail noticed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame

from desktop.services.trail.audit_restored import Restored
from desktop.ui.alarm_banner import Acknowledge, AlarmBanner
from desktop.ui.audit.words import moment_words
from desktop.ui.door import Alarm, Holder
from desktop.ui.theme import GRID
from desktop.ui.unlock.words import holder_text
from desktop.ui.widgets.boxes import frame, row
from desktop.ui.widgets.text import label

translate = QCoreApplication.translate


def demo_banner() -> QFrame:
    """Says that nobody shown here exists."""
    return _banner(translate("Banners", "Demo – fictional people"))


def reading_banner(holder: Holder | None) -> QFrame:
    """Says that the vault is open read-only, and who has it."""
    told = translate("Banners", "Open read-only: nothing can be changed here.")
    return _banner(f"{told} {holder_text(holder)}" if holder is not None else told)


def alarm_banner(alarm: Alarm, acknowledge: Acknowledge | None) -> AlarmBanner:
    """What the audit trail noticed; it stays until somebody acknowledges it. That the clock is behind goes by
    itself."""
    text = {
        Alarm.CHANGES_MISSING: translate(
            "Alarm",
            "The last changes are missing: when the app or the computer ended, the database's log was "
            "damaged before it could be read. What was stored before them is whole. Vault > Audit trail "
            "tells how many entries there were; the last backup (Vault > Backups) may hold them.",
        ),
        Alarm.TAMPERED: translate(
            "Banners",
            "The audit trail does not agree with what was kept of it outside the vault: an older copy of "
            "the vault was put in place, or entries were changed. See Vault > Audit trail > Verify.",
        ),
        Alarm.KEYS_EXCHANGED: translate(
            "KeyAlarm",
            "The vault was opened with another key file than it was left with: an older one was put in its "
            "place. Passphrases and recovery keys that were changed or removed since may open the vault "
            "again, and newer ones may not. Find out who did that, and change them under Vault > Keys.",
        ),
        Alarm.CLOCK_SET_BACK: translate(
            "Banners", "The computer's clock is behind the last entry of the audit trail. Is its date right?"
        ),
    }[alarm]
    return AlarmBanner(alarm, text, None if alarm is Alarm.CLOCK_SET_BACK else acknowledge)


def restored_banner(restored: Restored) -> QFrame:
    """Says that a backup was restored, and what is not here any more."""
    text = translate(
        "Restored",
        "A backup was restored on %1. The vault is as it was on %2, when that backup was made; what was "
        "entered or recorded after it is in the vault that it took the place of.",
    )
    text = text.replace("%1", moment_words(restored.at)).replace("%2", moment_words(restored.made))
    told = frame("note")
    line = row(told)
    line.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
    line.addWidget(label(text, wrap=True))
    return told


def _banner(text: str) -> QFrame:
    banner = frame("banner")
    line = row(banner)
    line.setContentsMargins(GRID * 2, 4, GRID * 2, 4)
    line.addWidget(label(text, wrap=True), 1)
    return banner
