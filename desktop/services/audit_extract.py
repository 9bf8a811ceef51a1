"""The trail's part of an answer to a request for access: every entry that is about one person."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.audit import AuditEvent, AuditHead, AuditKind
from desktop.services.audit import AuditService
from desktop.services.ports import AuditQuery, Kept


@dataclass(frozen=True, slots=True)
class Extract:
    """``entries`` from the oldest to the newest, its own making among them; ``head`` is the trail's."""

    person: str
    entries: tuple[Kept, ...]
    head: AuditHead


def extract(trail: AuditService, subject_kind: str, person: str, reason: str) -> Extract:
    """Everything that the trail tells of a person; that it was taken out is recorded first.

    ``subject_kind``: ``citizen`` or ``staff_member``. Raises ``NotRecorded``; then there is no extract.
    """
    trail.record(AuditEvent(AuditKind.EXPORT, subject_kind, person, reason, {"what": "audit_extract"}))
    entries = trail.read(trail.find(AuditQuery(person=person)))
    return Extract(person, entries, trail.head())
