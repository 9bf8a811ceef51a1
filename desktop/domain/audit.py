"""What the audit trail holds: who did what to whom, when, and why.

An entry keeps ids and the names of those who worked, for as long as the trail exists. What may say anything
about the people of the unit (a reason, the values before and after a change) is its payload, which can be
emptied without breaking the chain of the entries.
"""

from __future__ import annotations

from base64 import b32encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

SHORT_BYTES = 20
GROUP_LETTERS = 4
MAC_BYTES = 32


class AuditKind(StrEnum):
    """What happened. The trail keeps the word; a word of a newer version is shown as it stands."""

    CHANGE = "change"
    READ = "read"
    EXPORT = "export"
    PRINT = "print"
    UNLOCK = "unlock"
    FAILED_UNLOCK = "failed_unlock"
    NAME_GIVEN = "name_given"
    LOCK = "lock"
    BACKUP = "backup"
    RESTORE = "restore"
    ERASE = "erase"
    KEY_CHANGE = "key_change"
    VERIFY = "verify"
    CLOCK_SET_BACK = "clock_set_back"
    ANCHOR_DIFFERS = "anchor_differs"
    KEYS_DIFFER = "keys_differ"
    ACKNOWLEDGED = "acknowledged"
    PENDING_DAMAGED = "pending_damaged"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who works: the user that the system knows, and the name that was given at the unlock."""

    system: str = ""
    given: str = ""


@dataclass(frozen=True, slots=True)
class AuditEvent:
    """Something to be recorded.

    ``subject_kind`` is a word such as ``citizen``, ``subject_id`` its id. ``reason`` is why, where somebody
    was asked. ``payload`` holds what JSON can say. ``people`` are the ids of those whom it is about, the
    subject aside: whoever asks for an extract finds it there.
    """

    kind: AuditKind
    subject_kind: str = ""
    subject_id: str = ""
    reason: str = field(default="", repr=False)
    payload: Mapping[str, object] | None = field(default=None, repr=False)
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One link of the chain. ``number`` counts from 1; ``previous`` is the ``mac`` of the link before it."""

    number: int
    at: datetime
    who: Actor
    kind: str
    subject_kind: str
    subject_id: str
    payload_digest: bytes = field(repr=False)
    previous: bytes = field(repr=False)
    mac: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class AuditPayload:
    """What stands beside an entry. ``content`` is JSON text; ``nonce`` None: it was emptied."""

    nonce: bytes | None = field(repr=False)
    reason: str = field(repr=False)
    content: str = field(repr=False)

    @property
    def emptied(self) -> bool:
        return self.nonce is None


@dataclass(frozen=True, slots=True)
class AuditHead:
    """How long the trail is, and the last link's mac in hex; empty where there is none."""

    count: int = 0
    digest: str = ""

    def short(self) -> str:
        """The form for paper: eight groups of four letters and digits (base32, 160 bits)."""
        return short_form(bytes.fromhex(self.digest))


def short_form(mac: bytes) -> str:
    """A link's mac as it stands on a print; empty for none."""
    letters = b32encode(mac[:SHORT_BYTES]).decode("ascii")
    return " ".join(letters[at : at + GROUP_LETTERS] for at in range(0, len(letters), GROUP_LETTERS))
