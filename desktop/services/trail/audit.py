"""The audit trail as the app uses it: record, look up, verify, and keep anchors of it elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time
from typing import Protocol

from desktop.domain.audit import AuditEvent, AuditHead, AuditKind
from desktop.services.ports import (
    AnchorPlace,
    AnchorUnreachable,
    AuditQuery,
    Kept,
    NotRecorded,
    TrailStore,
)
from desktop.services.trail.audit_restored import Restored, restored_by
from desktop.services.trail.audit_verify import (
    Agreement,
    Anchor,
    Compared,
    Unreached,
    Verdict,
    Watch,
    verify_trail,
)


class Witness(Protocol):
    """Somewhere that holds many heads, and is looked into for a verification alone: a folder of backups."""

    def look(self) -> tuple[Sequence[Anchor], Sequence[Unreached]]:
        """What is there, and what of it gave none. May take seconds."""


class AuditService:
    """The trail of the vault that is open, wherever it is asked for it.

    ``trail`` gives the open store's and raises ``RuntimeError`` where the vault is closed. ``places`` are
    where anchors are kept. ``aside`` takes an event where the vault can't be written now, and tells whether
    it could; None: the event goes into the trail. ``witnesses`` are asked at every ``verify``.
    """

    def __init__(
        self,
        trail: Callable[[], TrailStore],
        places: Sequence[AnchorPlace] = (),
        aside: Callable[[AuditEvent], bool | None] = lambda _: None,
        witnesses: Sequence[Witness] = (),
    ) -> None:
        self._trail = trail
        self._places = tuple(places)
        self._aside = aside
        self._witnesses = tuple(witnesses)

    def record(self, *events: AuditEvent) -> None:
        """Adds entries in a transaction of their own. Raises ``NotRecorded``."""
        now = []
        for event in events:
            aside = self._aside(event)
            if aside is None:
                now.append(event)
            elif not aside:
                raise NotRecorded("there is nowhere to keep the event until the vault can be written")
        if now:
            self._opened().append(now)

    def head(self) -> AuditHead:
        """Raises ``NotRecorded``."""
        return self._opened().head()

    def find(self, query: AuditQuery) -> Sequence[int]:
        """The numbers of the entries asked for, the newest first. Raises ``NotRecorded``."""
        return self._opened().find(query)

    def read(self, numbers: Sequence[int]) -> tuple[Kept, ...]:
        """Entries by their numbers. Raises ``NotRecorded``."""
        return self._opened().read(numbers)

    def older_than(self, day: date) -> int:
        """How many entries of before a local day still hold something. Raises ``NotRecorded``."""
        return self._opened().count_full(_beginning(day))

    def empty_older_than(self, day: date) -> None:
        """Empties what the entries of before a local day hold, and records it. Raises ``NotRecorded``."""
        self._opened().empty(_beginning(day))

    def verify(self, short: str = "", watch: Watch = lambda _done, _all: None) -> Verdict:
        """Verifies the whole trail against every anchor at hand and records that it was done.

        ``short``: the short form from a print. Takes a second for 50,000 entries. Raises ``NotRecorded``, or
        what ``watch`` raises; then nothing is recorded.
        """
        anchors, unreached = self._anchors()
        for witness in self._witnesses:
            held, silent = witness.look()
            anchors += held
            unreached += silent
        verdict = verify_trail(self._opened(), anchors, unreached, short, watch)
        self.record(AuditEvent(AuditKind.VERIFY, "trail", payload={"whole": verdict.whole}))
        return verdict

    def compare(self, others: Iterable[Anchor] = ()) -> tuple[Compared, ...]:
        """Holds each anchor at hand, and those others, against the trail, and records one that differs for no
        known reason.

        The app does so at every unlock, before it keeps new anchors: what an old one showed stays known.
        Raises ``NotRecorded``.
        """
        anchors, _ = self._anchors()
        trail = self._opened()
        compared = tuple(compare(trail, [*anchors, *others]))
        trail.append(
            AuditEvent(
                AuditKind.ANCHOR_DIFFERS,
                "trail",
                payload={
                    "place": each.anchor.place,
                    "count": each.anchor.head.count,
                    "digest": each.anchor.head.digest,
                    "agreement": each.agreement.value,
                },
            )
            for each in compared
            if not each.agreement.fits
        )
        return compared

    def keep_anchors(self) -> None:
        """Keeps the head in every place that can be reached. Raises ``NotRecorded``."""
        head = self.head()
        for place in self._places:
            try:
                place.keep(head)
            except AnchorUnreachable:
                continue

    def _anchors(self) -> tuple[list[Anchor], list[Unreached]]:
        anchors: list[Anchor] = []
        unreached: list[Unreached] = []
        for place in self._places:
            try:
                anchors += (Anchor(place.name, head) for head in place.heads())
            except AnchorUnreachable as why:
                unreached.append(Unreached(place.name, why.reason))
        return anchors, unreached

    def _opened(self) -> TrailStore:
        try:
            return self._trail()
        except RuntimeError:
            raise NotRecorded("the vault is closed") from None


def _beginning(day: date) -> datetime:
    return datetime.combine(day, time()).astimezone(UTC)


def compare(trail: TrailStore, anchors: Iterable[Anchor]) -> Iterable[Compared]:
    """Holds anchors against the trail without walking through it."""
    count = trail.head().count
    for anchor in anchors:
        kept = trail.read((anchor.head.count,))
        if anchor.head == AuditHead() or (kept and kept[0].entry.mac.hex() == anchor.head.digest):
            yield Compared(anchor, Agreement.AGREES)
        elif any(anchor.head in each.left_behind for each in _restores(trail)):
            yield Compared(anchor, Agreement.LEFT_BEHIND)
        else:
            yield Compared(anchor, Agreement.CUT_OFF if anchor.head.count > count else Agreement.DIFFERS)


def _restores(trail: TrailStore) -> Iterator[Restored]:
    for kept in trail.read(trail.find(AuditQuery(kind=AuditKind.RESTORE))):
        restored = restored_by(trail.key(), kept)
        if restored is not None:
            yield restored


class NoTrail:
    """Records nothing and holds nothing: for windows without a vault behind them."""

    def record(self, *events: AuditEvent) -> None:
        """Nothing is kept."""

    def head(self) -> AuditHead:
        return AuditHead()
