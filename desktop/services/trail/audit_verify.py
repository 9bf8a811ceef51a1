"""Whether the audit trail is whole: every link, every payload, and every anchor that is at hand.

The chain alone shows what somebody without its key has done to it. Somebody with the key can write it anew
from any point, or cut its end off; that shows only against an anchor: a head of the chain that was kept
elsewhere. Each anchor vouches for all entries up to its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import groupby

from desktop.domain.audit import MAC_BYTES, AuditEntry, AuditHead, AuditKind, AuditPayload, short_form
from desktop.services.ports import Kept, TrailStore
from desktop.services.trail.audit_chain import GENESIS, entry_mac, payload_digest
from desktop.services.trail.audit_content import erased_numbers, people_in
from desktop.services.trail.audit_restored import Restored, restored_by

BATCH = 2000
"""Entries read at a time: the store is free for others in between."""


class Fault(StrEnum):
    """What is wrong at an entry."""

    MISSING = "missing"
    ALTERED = "altered"
    OUT_OF_ORDER = "out_of_order"
    TIME_REVERSED = "time_reversed"
    PAYLOAD_ALTERED = "payload_altered"
    PAYLOAD_MISSING = "payload_missing"
    PAYLOAD_EMPTIED = "payload_emptied"
    PEOPLE_ALTERED = "people_altered"
    STRAY = "stray"
    ANCHOR_DIFFERED = "anchor_differed"
    KEYS_DIFFERED = "keys_differed"

    @property
    def noticed(self) -> bool:
        """Whether it was noticed at an unlock and is told by an entry: the chain itself is whole."""
        return self in (Fault.ANCHOR_DIFFERED, Fault.KEYS_DIFFERED)


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault of the entries from ``first`` to ``last``."""

    fault: Fault
    first: int
    last: int


class Agreement(StrEnum):
    """What came of holding the chain against an anchor."""

    AGREES = "agrees"
    CUT_OFF = "cut_off"
    DIFFERS = "differs"
    LEFT_BEHIND = "left_behind"
    """A backup was restored since, and the restore named this very head."""

    @property
    def fits(self) -> bool:
        """Whether it speaks for the trail, or at least not against it."""
        return self in (Agreement.AGREES, Agreement.LEFT_BEHIND)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A head kept elsewhere: in the place called ``place`` (``keyring``, ``backup``); since when, aware,
    where that is known."""

    place: str
    head: AuditHead
    made: datetime | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    anchor: Anchor
    agreement: Agreement


@dataclass(frozen=True, slots=True)
class Unreached:
    """A place that should hold an anchor and gave none. ``reason`` is a word to be translated; ``made`` as
    with ``Anchor``."""

    place: str
    reason: str
    made: datetime | None = None


@dataclass(frozen=True, slots=True)
class ShortFormFound:
    """A short form from paper: the number of the entry that it belongs to, None where there is none."""

    number: int | None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found. ``vouched``: up to this entry an anchor agrees. ``set_back``: entries before which the
    clock was set back, which is no fault of the trail. ``emptied``: payloads emptied by a recorded erasure.
    ``restored``: the restores that the trail went through.
    """

    head: AuditHead
    since: datetime | None
    findings: tuple[Finding, ...]
    compared: tuple[Compared, ...]
    unreached: tuple[Unreached, ...]
    set_back: tuple[int, ...]
    emptied: int
    short: ShortFormFound | None = None
    restored: tuple[Restored, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether nothing speaks against the trail."""
        return (
            not self.findings
            and all(each.agreement.fits for each in self.compared)
            and (self.short is None or self.short.number is not None)
        )

    @property
    def vouched(self) -> int:
        agreeing = (each.anchor.head.count for each in self.compared if each.agreement is Agreement.AGREES)
        return max((*agreeing, self.short.number or 0 if self.short else 0), default=0)


Watch = Callable[[int, int], None]
"""Is told how many of how many entries are read by now; what it raises ends the reading."""


def verify_trail(
    trail: TrailStore,
    anchors: Sequence[Anchor] = (),
    unreached: Sequence[Unreached] = (),
    short: str = "",
    watch: Watch = lambda _done, _all: None,
) -> Verdict:
    """Reads the whole trail. ``short`` is the short form from a print, or empty. Raises ``NotRecorded``."""
    head = trail.head()
    walk = _Walk(trail.key(), {anchor.head.count for anchor in anchors}, compact(short))
    for first in range(1, head.count + 1, BATCH):
        last = min(first + BATCH - 1, head.count)
        walk.take(trail.read_span(first, last))
        watch(last, head.count)
    walk.end(head, trail.strays())
    return Verdict(
        head=head,
        since=walk.since,
        findings=tuple(walk.findings()),
        compared=tuple(Compared(anchor, walk.agreement(anchor.head)) for anchor in anchors),
        unreached=tuple(unreached),
        set_back=tuple(walk.set_back),
        emptied=walk.emptied_rightly,
        short=walk.short_found if short.strip() else None,
        restored=tuple(walk.restored),
    )


def compact(short: str) -> str:
    """A short form without its spaces and in capitals, as somebody may type it."""
    return "".join(letter for letter in short.upper() if letter.isalnum())


class _Walk:
    """One way through the trail from its first entry to its last."""

    def __init__(self, key: bytes, remember: set[int], short: str) -> None:
        self._key = key
        self._remember = remember
        self._short = short
        self._macs: dict[int, bytes] = {}
        self._faults: list[tuple[Fault, int]] = []
        self._emptied: set[int] = set()
        self._erased: set[int] = set()
        self._next = 1
        self._previous = GENESIS
        self._last_at: datetime | None = None
        self._head = AuditHead()
        self.since: datetime | None = None
        self.set_back: list[int] = []
        self.restored: list[Restored] = []
        self.short_found = ShortFormFound(None)

    @property
    def emptied_rightly(self) -> int:
        return len(self._emptied & self._erased)

    def take(self, batch: Iterable[Kept]) -> None:
        for kept in batch:
            self._take(kept)

    def end(self, head: AuditHead, strays: Iterable[int]) -> None:
        self._head = head
        self._miss_until(head.count + 1)
        self._faults += ((Fault.STRAY, number) for number in strays)
        self._faults += ((Fault.PAYLOAD_EMPTIED, number) for number in self._emptied - self._erased)

    def findings(self) -> Iterator[Finding]:
        """The faults, neighbours of one kind together."""
        order = list(Fault)
        for fault, run in groupby(
            sorted(set(self._faults), key=lambda found: (order.index(found[0]), found[1])),
            key=lambda found: found[0],
        ):
            numbers = [number for _, number in run]
            first = last = numbers[0]
            for number in numbers[1:]:
                if number > last + 1:
                    yield Finding(fault, first, last)
                    first = number
                last = number
            yield Finding(fault, first, last)

    def agreement(self, head: AuditHead) -> Agreement:
        found = self._standing(head)
        if not found.fits and any(head in each.left_behind for each in self.restored):
            return Agreement.LEFT_BEHIND
        return found

    def _standing(self, head: AuditHead) -> Agreement:
        if head.count > self._head.count:
            return Agreement.CUT_OFF
        if head == AuditHead():
            return Agreement.AGREES
        mac = self._macs.get(head.count, b"").hex()
        return Agreement.AGREES if mac == head.digest else Agreement.DIFFERS

    def _take(self, kept: Kept) -> None:
        entry = kept.entry
        if entry.number > self._next:
            self._miss_until(entry.number)
        elif entry.previous != self._previous:
            self._faults.append((Fault.OUT_OF_ORDER, entry.number))
        if len(entry.mac) != MAC_BYTES or entry.mac != entry_mac(self._key, entry):
            self._faults.append((Fault.ALTERED, entry.number))
        self._judge_time(entry)
        self._judge_payload(kept)
        if entry.kind == AuditKind.ANCHOR_DIFFERS:
            self._faults.append((Fault.ANCHOR_DIFFERED, entry.number))
        if entry.kind == AuditKind.KEYS_DIFFER:
            self._faults.append((Fault.KEYS_DIFFERED, entry.number))
        if (restored := restored_by(self._key, kept)) is not None:
            self.restored.append(restored)
        if entry.number in self._remember:
            self._macs[entry.number] = entry.mac
        if self._short and compact(short_form(entry.mac)) == self._short:
            self.short_found = ShortFormFound(entry.number, entry.at)
        self.since = self.since or entry.at
        self._next, self._previous = entry.number + 1, entry.mac

    def _judge_time(self, entry: AuditEntry) -> None:
        if entry.kind == AuditKind.CLOCK_SET_BACK:
            self.set_back.append(entry.number)
        elif self._last_at is not None and entry.at < self._last_at:
            self._faults.append((Fault.TIME_REVERSED, entry.number))
        self._last_at = entry.at

    def _judge_payload(self, kept: Kept) -> None:
        number, payload = kept.entry.number, kept.payload
        if payload is None:
            self._faults.append((Fault.PAYLOAD_MISSING, number))
        elif payload.emptied:
            self._emptied.add(number)
        elif payload_digest(self._key, payload) != kept.entry.payload_digest:
            self._faults.append((Fault.PAYLOAD_ALTERED, number))
        else:
            self._judge_content(kept, payload)

    def _judge_content(self, kept: Kept, payload: AuditPayload) -> None:
        if people_in(payload) != kept.people:
            self._faults.append((Fault.PEOPLE_ALTERED, kept.entry.number))
        if kept.entry.kind == AuditKind.ERASE:
            self._erased |= erased_numbers(payload)

    def _miss_until(self, number: int) -> None:
        self._faults += ((Fault.MISSING, missing) for missing in range(self._next, number))
