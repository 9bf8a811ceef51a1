"""Any chain of edits followed by undo returns the store to what it was, and redo to what it had become.

The edits are those of the pages, by the services that they use, on the real store; what it holds is read
past everything that it keeps in memory.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.attendance import AttendanceState
from desktop.domain.conflicts import Membership, Scope, Separation
from desktop.domain.errors import DomainError
from desktop.domain.locks import Approval, Lock
from desktop.domain.people import HoursCap
from desktop.domain.plans import PlanVersion
from desktop.domain.time import DateSpan, IsoWeek
from desktop.domain.unit import Entity, entities_of
from desktop.qt.editing import Editing
from desktop.services.attendance import PastSession, noted
from desktop.services.editing import EditingService, Refused
from desktop.services.hand.drafts import DraftService, Forbidden
from desktop.services.ids import sequential_ids
from desktop.services.locks import LockClash, LockService
from desktop.services.ports import Rejected
from desktop.services.removal import removal
from desktop.services.week.planning import PlanningService, UnitChanged
from desktop.store.mappers import MAPPINGS
from desktop.store.unit_of_work import SqlStore
from tests.services.fakes import FakeClock
from tests.services.hand_weeks import any_edit
from tests.ui.kit import plan, unit

CLOCK = FakeClock()
WEEK = IsoWeek.containing(CLOCK.today())
REFUSALS = (Refused, Rejected, DomainError, Forbidden, UnitChanged, LockClash, LookupError)
"""What keeps an edit from being made; then nothing has changed."""


class Hand:
    """Somebody at the pages, who does anything by chance."""

    def __init__(self, store: SqlStore) -> None:
        self._new_id = sequential_ids()
        self._planning = PlanningService(store, CLOCK, "Koordinator")
        self._drafts = DraftService(store, CLOCK, "Koordinator")
        self._locks = LockService(store, CLOCK, "Koordinator", self._new_id)
        self.editing = Editing(
            EditingService(store), CLOCK, pseudonym_key=bytes(32), word=lambda _: "Citizen"
        )
        self._store = store

    def begin(self) -> None:
        """A unit with a planned week."""
        with self._store.begin() as work:
            work.put_all(tuple(entities_of(unit())))
            work.commit()
        prepared = self._planning.prepare(WEEK)
        self._planning.accept(prepared, plan(prepared.problem), 1.0)

    def do(self, random: Random) -> bool:
        """One edit; False where it was refused."""
        acts: tuple[Callable[[Random], None], ...] = (
            self._person, self._conflict, self._resource, self._level, self._remove, self._week,
            self._week, self._version, self._lock, self._approval, self._attendance,
        )  # fmt: skip
        try:
            random.choice(acts)(random)
        except REFUSALS:
            return False
        return True

    def held(self) -> dict[str, tuple[Entity, ...]]:
        """All that the database's file holds."""
        self._store.kept.clear()
        with self._store.begin() as work:
            return {kind.__name__: work.all(kind) for kind in MAPPINGS}

    def _save(self, *put: Entity) -> None:
        self.editing.save("person_saved", put)

    def _person(self, random: Random) -> None:
        person = random.choice(self.editing.unit().citizens)
        cap = HoursCap(
            DateSpan(WEEK.monday - timedelta(days=random.randrange(9)), None),
            60 * random.randrange(1, 30), 60 * random.randrange(1, 7), "Leder",
        )  # fmt: skip
        changed = (
            replace(person, note=f"{random.random()}"),
            replace(person, caps=(cap,)),
            replace(person, availability=person.availability[1:]),
            replace(person, case_number=random.choice(self.editing.unit().citizens).case_number),
        )
        self._save(random.choice(changed))

    def _conflict(self, random: Random) -> None:
        known = self.editing.unit()
        sides = [*(each.id for each in known.citizens), *(each.id for each in known.groups)]
        one, other = random.sample(sides, 2)
        span = DateSpan(WEEK.monday, random.choice((None, WEEK.sunday)))
        made: list[Entity] = [
            Separation(
                self._new_id("separation"),
                one,
                other,
                random.choice(tuple(Scope)),
                30,
                "Trussel",
                span,
                "Politi",
            ),
            *(replace(each, gap_minutes=random.randrange(90)) for each in known.separations),
        ]
        if known.groups:
            person, group = random.choice(known.citizens).id, random.choice(known.groups).id
            made.append(Membership(self._new_id("membership"), person, group, span))
        self._save(*random.sample(made, random.randint(1, min(2, len(made)))))

    def _resource(self, random: Random) -> None:
        known = self.editing.unit()
        room, member, site = (
            random.choice(known.rooms),
            random.choice(known.staff),
            random.choice(known.sites),
        )
        changed: tuple[Entity, ...] = (
            replace(room, capacity=random.randrange(1, 12)),
            replace(member, skills=frozenset({"teaching", f"skill {random.randrange(3)}"})),
            replace(site, name=f"Hus {random.randrange(9)}"),
        )
        self._save(random.choice(changed))

    def _level(self, random: Random) -> None:
        level = random.choice(self.editing.unit().levels)
        self._save(replace(level, max_group=random.randrange(1, 9), needs_approval=random.random() < 0.5))

    def _remove(self, random: Random) -> None:
        entity = random.choice(list(entities_of(self.editing.unit())))
        gone = removal(self.editing.unit(), entity)
        if not gone.blocked:
            self.editing.save("person_removed", gone.put, gone.remove)

    def _week(self, random: Random) -> None:
        prepared, version = self._planning.prepare(WEEK), self._version_of(random)
        edit = any_edit(prepared.checked, version.sessions, random)
        self.editing.note(self._drafts.edit(prepared, version, edit).change)

    def _version(self, random: Random) -> None:
        act = random.choice((self._drafts.duplicate, self._drafts.discard))
        self.editing.note(act(self._version_of(random)))

    def _lock(self, random: Random) -> None:
        held = self._locks.locks(WEEK)
        if held and random.random() < 0.3:
            self.editing.note(self._locks.unlock(random.choice(held).id))
            return
        version = self._version_of(random)
        session = random.choice(version.sessions)
        self.editing.note(
            random.choice(
                (
                    lambda: self._locks.lock_session(version, session.id, "aftalt"),
                    lambda: self._locks.lock_person(version, session.citizens[0]),
                    lambda: self._locks.lock_day(version, session.start.date()),
                )
            )()
        )

    def _approval(self, random: Random) -> None:
        given = self._locks.approvals(WEEK)
        if given and random.random() < 0.4:
            self.editing.note(self._locks.withdraw(random.choice(given).id))
            return
        version = self._version_of(random)
        self.editing.note(self._locks.approve(version, random.choice(version.sessions).id, "Leder"))

    def _attendance(self, random: Random) -> None:
        session = random.choice(self._version_of(random).sessions)
        with self._store.begin() as work:
            held = work.attendances(WEEK.monday, WEEK.sunday)
        person = random.choice(session.citizens)
        before = next((each for each in held if (each.citizen, each.start) == (person, session.start)), None)
        state = random.choice([each for each in AttendanceState if each is not AttendanceState.UNKNOWN])
        past = PastSession(WEEK, session, person, before)
        self._save(noted(past, state, by="Koordinator", at=CLOCK.now(), new_id=self._new_id))

    def _version_of(self, random: Random) -> PlanVersion:
        """Raises ``LookupError`` where the week has no version with a session."""
        filled = [each for each in self._planning.versions(WEEK) if each.sessions]
        if not filled:
            raise LookupError
        return random.choice(filled)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(seed=st.integers(0, 2**32), length=st.integers(1, 12))
def test_any_chain_of_edits_followed_by_undo_returns_the_store_to_what_it_was(
    store: SqlStore, seed: int, length: int
) -> None:
    hand, random = Hand(store), Random(seed)
    with store.begin() as work:
        new = work.is_empty()
    if new:
        hand.begin()
    before = hand.held()
    for _ in range(length):
        hand.do(random)
    made, after = len(hand.editing.history), hand.held()
    for _ in range(made):
        assert hand.editing.undo() is not None
    assert hand.held() == before
    for _ in range(made):
        assert hand.editing.redo() is not None
    assert hand.held() == after
    while hand.editing.undo() is not None:
        pass
    assert hand.held() == before


def test_the_chains_hold_edits_of_every_kind(store: SqlStore) -> None:
    hand, random = Hand(store), Random(4)
    hand.begin()
    for _ in range(120):
        hand.do(random)
    changed = {
        type(each.after or each.before).__name__
        for done in hand.editing.history
        for each in done.change.edits
    }
    wanted = {"Citizen", "Separation", "Room", "ThreatLevel", "Attendance"}
    assert wanted | {kind.__name__ for kind in (PlanVersion, Lock, Approval)} <= changed
