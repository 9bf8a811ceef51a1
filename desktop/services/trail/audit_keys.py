"""What the audit trail knows of the vault's key file.

Each unlock, each change of the keys and each restore names the key file that was there then. An older one
that was put back opens with passphrases that were changed or removed since; the trail, which nobody can write
without a key, tells that it is not the one that it knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from heapq import merge

from desktop.domain.audit import AuditKind
from desktop.services.ports import AuditQuery, Kept, TrailStore
from desktop.services.trail.audit_content import values_in
from desktop.services.trail.audit_restored import KEYS, restored_by

ASKED, DONE, FAILED = "asked", "done", "failed"
"""How far a change of the keys had come when it was recorded."""
CHUNK = 50


def keys_fit(trail: TrailStore, digest: str) -> bool:
    """Whether the key file with this SHA-256 is the one that the trail knows, or is explained.

    A change that has no outcome explains one that was never there before: the app ended in the middle of it.
    So does a restore of a version that did not name its key file. Raises ``NotRecorded``.
    """
    marks = _marks(trail)
    failed: set[str] = set()
    unfinished = False
    for kept in marks:
        values, subject = values_in(kept.payload), kept.entry.subject_kind
        if KEYS in values:
            known = values[KEYS] == digest
            break
        if restored_by(trail.key(), kept) is not None:
            return True
        if FAILED in values:
            failed.add(subject)
        elif ASKED in values:
            unfinished = unfinished or subject not in failed
            failed.discard(subject)
    else:
        return True
    return known or (unfinished and all(values_in(kept.payload).get(KEYS) != digest for kept in marks))


def _marks(trail: TrailStore) -> Iterator[Kept]:
    """The entries that may name a key file, the newest first."""
    kinds = (AuditKind.UNLOCK, AuditKind.KEY_CHANGE, AuditKind.RESTORE)
    return merge(*(_newest(trail, kind) for kind in kinds), key=lambda kept: -kept.entry.number)


def _newest(trail: TrailStore, kind: AuditKind) -> Iterator[Kept]:
    numbers = trail.find(AuditQuery(kind=kind))
    for at in range(0, len(numbers), CHUNK):
        yield from reversed(trail.read(numbers[at : at + CHUNK]))
