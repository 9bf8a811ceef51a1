"""Which alarms of the audit trail stand: what was noticed at an unlock and nobody has acknowledged since."""

from __future__ import annotations

from desktop.domain.audit import AuditEntry, AuditEvent, AuditKind
from desktop.services.ports import AuditQuery, Kept, TrailStore
from desktop.services.trail.audit_content import values_in
from desktop.ui.door import Alarm

LAST_ENTRY = "last_entry"
"""Where the trail says that it ended; see ``vault.last_entry``."""
SUBJECT = "alarm"


def acknowledgement(alarm: Alarm, reason: str) -> AuditEvent:
    """Somebody knows of an alarm and says what is behind it."""
    return AuditEvent(AuditKind.ACKNOWLEDGED, SUBJECT, alarm.value, reason)


def standing_alarms(trail: TrailStore) -> frozenset[Alarm]:
    """Raises ``NotRecorded``."""
    kinds = (AuditKind.ANCHOR_DIFFERS, AuditKind.KEYS_DIFFER, AuditKind.ACKNOWLEDGED)
    standing: set[Alarm] = set()
    for kept in trail.read([number for kind in kinds for number in trail.find(AuditQuery(kind=kind))]):
        if kept.entry.kind == AuditKind.ACKNOWLEDGED:
            standing -= _acknowledged(kept.entry)
        else:
            standing.add(_raised(kept))
    return frozenset(standing)


def _acknowledged(entry: AuditEntry) -> set[Alarm]:
    return {alarm for alarm in Alarm if alarm.value == entry.subject_id}


def _raised(kept: Kept) -> Alarm:
    if kept.entry.kind == AuditKind.KEYS_DIFFER:
        return Alarm.KEYS_EXCHANGED
    # Where its contents were emptied by now, the graver one.
    lost = values_in(kept.payload).get("place") == LAST_ENTRY
    return Alarm.CHANGES_MISSING if lost else Alarm.TAMPERED
