"""What the audit trail has to do with opening a vault: unlocks, failed ones, what waited, the anchors."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from contextlib import ExitStack, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.app.alarms import LAST_ENTRY, acknowledgement, standing_alarms
from desktop.app.anchors import PATIENCE_SECONDS, Anchoring
from desktop.domain.audit import Actor, AuditEvent, AuditHead, AuditKind
from desktop.services.ports import AnchorPlace, AnchorUnreachable, AuditQuery, NotRecorded, Occurred
from desktop.services.trail.audit import AuditService, Witness, compare
from desktop.services.trail.audit_content import values_in
from desktop.services.trail.audit_keys import keys_fit
from desktop.services.trail.audit_restored import KEYS, PENDING, Restored, restore_event, restored_by
from desktop.services.trail.audit_verify import Anchor
from desktop.ui.door import Alarm
from desktop.vault import LastEntry, Pending, PendingFile, PendingState

if TYPE_CHECKING:
    from desktop.store.audit import SqlTrail

ANCHOR_EVERY = 25
"""So many entries may come before the trail is anchored again."""


class AuditSession:
    """Between a vault's opening and its closing. ``places`` are where the trail's anchors are kept.

    What happens while the vault can't be written waits in a file; see ``vault.pending``.
    """

    def __init__(
        self,
        folder: Path,
        user: str,
        clock: Callable[[], datetime],
        places: Sequence[AnchorPlace] = (),
    ) -> None:
        self._waiting = PendingFile(folder)
        self._last = LastEntry(folder)
        self._user = user
        self._clock = clock
        self._places = tuple(places)
        self.witnesses: tuple[Witness, ...] = ()
        """Who is asked, too, when the trail is verified."""
        self._anchoring = Anchoring(self._places)
        self._anchored = 0
        self._newest: AuditHead | None = None
        self._replaced = False
        self._trail: SqlTrail | None = None
        self._given = ""
        self._aside = False
        self._alarms: tuple[Alarm, ...] = ()
        self._restored: Restored | None = None

    @property
    def given(self) -> str:
        """The name that was given, or the one that is remembered of this user; empty where there is none."""
        return self._given

    @property
    def alarms(self) -> tuple[Alarm, ...]:
        """What was noticed at the last opening, or before it and not acknowledged since."""
        return self._alarms

    @property
    def restored(self) -> Restored | None:
        """The restore that the last opening was the first one after, if it was."""
        return self._restored

    def note_restore(
        self, trail: SqlTrail, vault: str, made: datetime, heads: Sequence[AuditHead], keys: str
    ) -> None:
        """Records in a restored vault's trail that it was restored, before it takes its place: from which
        backup, and which anchors it leaves behind. ``vault`` is its id; ``heads`` are those in backups;
        ``keys`` is the SHA-256 of its key file.

        Raises ``NotRecorded``.
        """
        # What the trail that makes room for it has from now on is left behind, too, and must be no anchor.
        self._replaced = True
        self.wait_for_anchors()
        trail.who = Actor(self._user, self._given)
        trail.clock = self._clock
        anchors = [Anchor("backup", head) for head in heads]
        for place in self._places:
            with suppress(AnchorUnreachable):
                anchors += (Anchor(place.name, head) for head in place.heads(vault))
        left = [each.anchor.head for each in compare(trail, anchors) if not each.agreement.fits]
        trail.append([restore_event(made, left, self._waiting.whole_id(trail.key()), keys)])

    def service(self) -> AuditService:
        """The trail as the app uses it."""
        return AuditService(self._opened, self._places, self._put_aside, self.witnesses)

    def name(self, given: str) -> None:
        """Says who works. Before the opening: for the unlock; after it, it is recorded for itself.

        Raises ``NotRecorded``.
        """
        if given.strip():
            self._given = given.strip()
        trail = self._trail
        if trail is not None and trail.who.given != self._given:
            trail.who = Actor(self._user, self._given)
            self.service().record(AuditEvent(AuditKind.NAME_GIVEN, "vault"))

    def failed(self, what: str = "vault") -> None:
        """Keeps for later that somebody could not open the vault, or a backup."""
        self.set_aside(AuditEvent(AuditKind.FAILED_UNLOCK, what))

    def set_aside(self, event: AuditEvent) -> bool:
        """Keeps an event until the vault can be written. False where there is nowhere to keep it."""
        return self._waiting.add(
            {
                "at": self._clock().isoformat(),
                "system": self._user,
                "given": self._given,
                "kind": event.kind.value,
                "subject_kind": event.subject_kind,
                "subject_id": event.subject_id,
                "reason": event.reason,
                "payload": dict(event.payload or {}),
                "people": list(event.people),
            }
        )

    def put_off(self) -> None:
        """The vault is about to be locked: what is recorded from now on waits, and nobody waits for it."""
        self._aside = True

    def begin(self, trail: SqlTrail, keys: str, *, read_only: bool = False) -> None:
        """The vault is open: takes in what waited, holds the anchors against the trail, records the unlock.

        ``keys``: the SHA-256 of the key file that opened it, which is held against the trail, too.
        ``read_only``: everything that is to be recorded waits for whoever opens the vault to write.

        Raises ``NotRecorded``; then the vault must not stay open.
        """
        self._given = self._given or trail.last_given_name(self._user)
        trail.who = Actor(self._user, self._given)
        trail.clock = self._clock
        self._trail, self._aside, self._alarms = trail, read_only, ()
        self._restored = _just_restored(trail)
        exchanged = not keys_fit(trail, keys)
        if read_only:
            self._alarm(standing_alarms(trail) | ({Alarm.KEYS_EXCHANGED} if exchanged else set()))
            self.service().record(AuditEvent(AuditKind.UNLOCK, "vault", payload={"read_only": True}))
            return
        before = trail.head().count
        self._anchored, self._newest, self._replaced = before, None, False
        trail.committed = self._keep_last
        last = self._last.read(trail.key())
        self.service().compare([] if last is None else [Anchor(LAST_ENTRY, last)])
        with ExitStack() as alone:
            # Where that can't be had, somebody must get in all the same.
            with suppress(OSError):
                alone.enter_context(self._waiting.alone())
            waited = self._waiting.take(trail.key(), _laid_out(trail))
            next_id = self._waiting.new_id()
            unlock = AuditEvent(AuditKind.UNLOCK, "vault", payload={PENDING: next_id, KEYS: keys})
            differ = [AuditEvent(AuditKind.KEYS_DIFFER, "vault")] if exchanged else []
            trail.append([*_taken_in(waited), *differ, unlock])
            self._waiting.lay_out(trail.key(), next_id)
        kinds = {kept.entry.kind for kept in trail.read_span(before + 1, trail.head().count)}
        set_back = {Alarm.CLOCK_SET_BACK} if AuditKind.CLOCK_SET_BACK in kinds else set()
        self._alarm(standing_alarms(trail) | set_back)
        self.service().keep_anchors()

    def acknowledge(self, alarm: Alarm, reason: str) -> bool:
        """Records that somebody knows of an alarm, which is told no more. False where it can't be."""
        try:
            self.service().record(acknowledgement(alarm, reason))
        except NotRecorded:
            return False
        self._alarm(set(self._alarms) - {alarm})
        return True

    def end(self) -> None:
        """The vault is about to be closed, and the app with it: the anchors are kept once more."""
        self.let_go()
        self.wait_for_anchors()

    def wait_for_anchors(self) -> None:
        """Waits until the anchors that were to be kept are, but no longer than a keyring may take."""
        self._anchoring.wait(PATIENCE_SECONDS)

    def let_go(self) -> None:
        """The vault is closed, or about to be, by who waits for nothing: the anchors are kept beside."""
        self._trail = None
        head, self._newest = self._newest, None
        if head is not None:
            self._anchor(head)

    def _alarm(self, alarms: Set[Alarm]) -> None:
        self._alarms = tuple(alarm for alarm in Alarm if alarm in alarms)

    def _keep_last(self, head: AuditHead) -> None:
        trail = self._trail
        if trail is not None:
            with suppress(NotRecorded):
                self._last.keep(trail.key(), head)
            self._newest = head
            if head.count - self._anchored >= ANCHOR_EVERY:
                self._anchor(head)

    def _anchor(self, head: AuditHead) -> None:
        if not self._replaced:
            self._anchored = head.count
            self._anchoring.keep(head)

    def _put_aside(self, event: AuditEvent) -> bool | None:
        return self.set_aside(event) if self._aside else None

    def _opened(self) -> SqlTrail:
        if self._trail is None:
            raise RuntimeError("the vault is closed")
        return self._trail


def _just_restored(trail: SqlTrail) -> Restored | None:
    """The restore that the trail ends with."""
    kept = trail.read((trail.head().count,))
    return restored_by(trail.key(), kept[0]) if kept else None


def _laid_out(trail: SqlTrail) -> str:
    """The id of the file that the last unlock laid out, or that a restore since then has found."""
    told = [trail.find(AuditQuery(kind=kind))[:1] for kind in (AuditKind.UNLOCK, AuditKind.RESTORE)]
    for kept in reversed(trail.read(sorted(number for found in told for number in found))):
        values = values_in(kept.payload)
        if PENDING in values:
            return str(values[PENDING])
    return ""


def _taken_in(waited: Pending) -> Iterator[AuditEvent | Occurred]:
    for record in waited.records:
        occurred = _occurred(record)
        if occurred is not None:
            yield occurred
    further = waited.count - len(waited.records)
    if further > 0:
        yield AuditEvent(AuditKind.FAILED_UNLOCK, "vault", payload={"further": further})
    if waited.state not in (PendingState.WHOLE, PendingState.NONE):
        yield AuditEvent(AuditKind.PENDING_DAMAGED, "vault", payload={"state": waited.state.value})


def _occurred(record: Mapping[str, Any]) -> Occurred | None:
    try:
        event = AuditEvent(
            AuditKind(record["kind"]),
            record["subject_kind"],
            record["subject_id"],
            record["reason"],
            record["payload"],
            tuple(record["people"]),
        )
        return Occurred(event, Actor(record["system"], record["given"]), datetime.fromisoformat(record["at"]))
    except (KeyError, TypeError, ValueError):
        return None
