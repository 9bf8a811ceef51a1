"""The links of the audit trail: what each is sealed with.

A link's mac covers every field of the entry, the digest of its payload and the mac before it, so that no
entry can be altered, taken out or moved without the key. The digest of a payload is keyed and salted with a
nonce that goes with the payload: nobody can find out from the digest what an emptied one said.

Whoever holds the key can write the whole chain anew. Only what is kept elsewhere shows that; see
``services.audit_verify``.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import UTC

from desktop.domain.audit import MAC_BYTES, AuditEntry, AuditPayload

GENESIS = bytes(MAC_BYTES)
"""What stands before the first link."""
NONCE_BYTES = 32


def entry_mac(key: bytes, entry: AuditEntry) -> bytes:
    """The mac that the entry should have, by its other fields."""
    return _seal(
        key,
        b"sikkerplan-audit-entry/1",
        str(entry.number).encode(),
        entry.at.astimezone(UTC).isoformat(timespec="microseconds").encode(),
        *(
            text.encode()
            for text in (
                entry.who.system,
                entry.who.given,
                entry.kind,
                entry.subject_kind,
                entry.subject_id,
            )
        ),
        entry.payload_digest,
        entry.previous,
    )


def payload_digest(key: bytes, payload: AuditPayload) -> bytes:
    """The digest of a payload that was not emptied."""
    return _seal(
        key,
        b"sikkerplan-audit-payload/1",
        payload.nonce or b"",
        payload.reason.encode(),
        payload.content.encode(),
    )


def written(content: Mapping[str, object]) -> str:
    """A payload's content as it is kept and sealed."""
    return json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _seal(key: bytes, *parts: bytes) -> bytes:
    # Each part with its length before it: no two lists of parts give the same bytes.
    sealed = hmac.new(key, digestmod=hashlib.sha256)
    for part in parts:
        sealed.update(len(part).to_bytes(8, "big"))
        sealed.update(part)
    return sealed.digest()
