"""What a restored vault's audit trail says of the restore itself.

Whatever was recorded after the backup was made stays in the vault that the restored one took the place of. So
do the heads that were kept of it elsewhere: they no longer fit. The restore is an entry of the restored
trail, and names each of those heads. A head that it names is explained, to the letter; any other that does
not fit speaks against the trail, as ever.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from desktop.domain.audit import AuditEvent, AuditHead, AuditKind
from desktop.services.ports import Kept
from desktop.services.trail.audit_chain import entry_mac, payload_digest
from desktop.services.trail.audit_content import values_in

KNOWN = "known"
MADE = "backup_made"
PENDING = "pending"
"""The file of what waits for the vault to be opened, as the trail knows it."""
KEYS = "keys"
"""The SHA-256 of the key file, in hex; see ``audit_keys``."""


@dataclass(frozen=True, slots=True)
class Restored:
    """A restore that the trail tells of: the entry's number, when it was done and when the backup was made
    (aware), and the heads that it left behind."""

    number: int
    at: datetime
    made: datetime
    left_behind: frozenset[AuditHead]


def restore_event(made: datetime, left_behind: Iterable[AuditHead], pending: str, keys: str) -> AuditEvent:
    """The first entry after the backup's own. ``pending``: the file that waits beside the vault, if any;
    ``keys``: the SHA-256 of the key file that comes with it."""
    known = sorted({(head.count, head.digest) for head in left_behind})
    return AuditEvent(
        AuditKind.RESTORE,
        "vault",
        "vault",
        payload={
            MADE: made.astimezone(UTC).isoformat(),
            KNOWN: [list(each) for each in known],
            PENDING: pending,
            KEYS: keys,
        },
    )


def restored_by(key: bytes, kept: Kept) -> Restored | None:
    """What an entry says of a restore; None where it says nothing, or was not written by the trail's key."""
    entry, payload = kept.entry, kept.payload
    if entry.kind != AuditKind.RESTORE or payload is None or payload.emptied:
        return None
    sealed = (entry_mac(key, entry), payload_digest(key, payload))
    if not all(map(hmac.compare_digest, sealed, (entry.mac, entry.payload_digest))):
        return None
    values = values_in(payload)
    try:
        heads = frozenset(AuditHead(int(count), str(digest)) for count, digest in values[KNOWN])
        return Restored(entry.number, entry.at, datetime.fromisoformat(values[MADE]), heads)
    except (KeyError, TypeError, ValueError):
        # It was recorded in the vault that another one was about to take the place of.
        return None
