"""A week changed by hand: drafts, what is published, and what is still to be approved."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from desktop.domain.people import Absence, AbsenceKind
from desktop.domain.plans import PlanVersion, VersionState, gone_by, in_force
from desktop.domain.telling import Told
from desktop.domain.time import TimeSpan
from desktop.services.call_lists import lists_in_force
from desktop.services.change import Change, Edit
from desktop.services.editing import EditingService
from desktop.services.hand.drafts import (
    DraftService,
    Forbidden,
    PastFixed,
    StillHeard,
    StillRuns,
    VersionFixed,
    VersionGone,
)
from desktop.services.hand.verdicts import Verdicts
from desktop.services.hand.week_edits import Join, Leave, Make, Move, Remove, Resize
from desktop.services.ids import sequential_ids
from desktop.services.locks import LockClash, LockService, approvals_missing
from desktop.services.tellings import heard_last
from desktop.services.week.planning import PlanningService, UnitChanged, UnsafePlan
from desktop.services.week.summary import summarize
from desktop.services.week.versions import digest, plan_of
from solver.check import check
from tests.services.fakes import FakeClock, FakeStore
from tests.services.small_unit import UNIT, WEEK, level
from tests.services.test_building import with_citizen
from tests.services.test_planning import PLAN

TO_THURSDAY = Move("s1", "r2", WEEK.moment(4860))


class Desk:
    """A store with the small unit and one planned draft of its week."""

    def __init__(self) -> None:
        self.store = FakeStore(UNIT)
        self.planning = PlanningService(self.store, FakeClock(), "Planlægger")
        self.clock = FakeClock()
        self.drafts = DraftService(self.store, self.clock, "Koordinator")
        self.locks = LockService(self.store, FakeClock(), "Koordinator", sequential_ids())
        self.prepared = self.planning.prepare(WEEK)
        self.draft = self.planning.accept(self.prepared, PLAN, 4.5).version

    @property
    def versions(self) -> tuple[PlanVersion, ...]:
        return self.planning.versions(WEEK)

    def publish(self) -> PlanVersion:
        return self.drafts.publish(self.draft).version

    def copy(self) -> PlanVersion:
        """A new draft, the same as the first one."""
        return self.copy_of(self.draft)

    def copy_of(self, version: PlanVersion) -> PlanVersion:
        """A new draft, the same as a version."""
        made = self.drafts.duplicate(version).edits[0].after
        assert isinstance(made, PlanVersion)
        return made


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_an_edit_changes_the_draft_and_states_it_anew(desk: Desk) -> None:
    done = desk.drafts.edit(desk.prepared, desk.draft, Join("s2", "c4"))
    assert desk.versions == (done.version,)
    assert (done.version.id, done.version.number) == (desk.draft.id, 1)
    assert (done.version.created_by, done.version.seconds) == ("Koordinator", 4.5)
    assert done.version.unmet == ()
    assert {goal.goal: goal.value for goal in done.version.goals} == {"duties": 0, "hours": 10}
    assert done.version.digest == digest(plan_of(done.version)) != desk.draft.digest
    assert done.report.clean
    assert desk.planning.recheck(desk.prepared, done.version).clean
    assert done.change == Change("citizen_joined", (Edit(desk.draft, done.version),))


def test_an_edit_is_undone_and_done_again(desk: Desk) -> None:
    done = desk.drafts.edit(desk.prepared, desk.draft, TO_THURSDAY)
    editing = EditingService(desk.store)
    editing.undo(done.change)
    assert desk.versions == (desk.draft,)
    editing.redo(done.change)
    assert desk.versions == (done.version,)


def test_what_is_forbidden_is_not_stored(desk: Desk) -> None:
    with pytest.raises(Forbidden) as refused:
        desk.drafts.edit(desk.prepared, desk.draft, Join("s1", "c3"))
    assert "R10" in {found.rule for found in refused.value.verdict.broken}
    assert desk.versions == (desk.draft,)


def test_verdicts_at_hand_are_used_for_their_own_version_only(desk: Desk) -> None:
    edited = desk.drafts.edit(desk.prepared, desk.draft, TO_THURSDAY).version
    old = Verdicts(desk.prepared, desk.draft.sessions)
    with pytest.raises(Forbidden):
        desk.drafts.edit(
            desk.prepared,
            edited,
            Make("club", "r2", WEEK.moment(4860), WEEK.moment(4980), ("c4",)),
            verdicts=old,
        )


def test_a_published_version_never_changes_an_edit_makes_a_new_draft(desk: Desk) -> None:
    published = desk.publish()
    done = desk.drafts.edit(desk.prepared, published, TO_THURSDAY)
    assert [(each.number, each.state) for each in desk.versions] == [
        (1, VersionState.PUBLISHED),
        (2, VersionState.DRAFT),
    ]
    assert desk.versions == (published, done.version)
    assert done.change == Change("session_moved", (Edit(None, done.version),))


def test_drafts_stand_side_by_side(desk: Desk) -> None:
    copy = desk.drafts.duplicate(desk.draft)
    (edit,) = copy.edits
    assert isinstance(edit.after, PlanVersion)
    assert (edit.before, edit.after.number, edit.after.sessions) == (None, 2, desk.draft.sessions)
    other = desk.drafts.edit(desk.prepared, edit.after, TO_THURSDAY).version
    assert list(desk.versions) == [desk.draft, other]
    gone = desk.drafts.discard(desk.draft)
    assert gone == Change("draft_discarded", (Edit(desk.draft, None),))
    assert list(desk.versions) == [other]
    with pytest.raises(VersionGone):
        desk.drafts.edit(desk.prepared, desk.draft, TO_THURSDAY)


def test_one_draft_is_kept_and_the_others_go_in_one_change(desk: Desk) -> None:
    for _ in range(2):
        desk.drafts.duplicate(desk.draft)
    gone = [each for each in desk.versions if each != desk.draft]
    assert desk.drafts.keep_only(desk.draft, gone).label == "drafts_discarded"
    assert list(desk.versions) == [desk.draft]
    published = desk.publish()
    (edit,) = desk.drafts.duplicate(published).edits
    assert isinstance(edit.after, PlanVersion)
    with pytest.raises(VersionFixed):
        desk.drafts.keep_only(edit.after, [published])


def test_a_published_version_is_neither_discarded_nor_published_again(desk: Desk) -> None:
    published = desk.publish()
    with pytest.raises(VersionFixed):
        desk.drafts.discard(published)
    with pytest.raises(VersionFixed):
        desk.drafts.publish(published)
    assert desk.versions == (published,)


def test_publishing_keeps_the_plan_and_tells_of_it(desk: Desk) -> None:
    done = desk.drafts.publish(desk.draft)
    assert done.version == replace(desk.draft, state=VersionState.PUBLISHED, published_at=desk.clock.now())
    assert done.change == Change("week_published", (Edit(desk.draft, done.version),))
    assert (done.report.clean, done.unapproved) == (True, ())


def test_what_is_not_safe_as_the_unit_stands_now_is_not_published(desk: Desk) -> None:
    desk.store.put(Absence("a1", "m2", AbsenceKind.ILLNESS, TimeSpan(WEEK.moment(0), WEEK.moment(1440))))
    with pytest.raises(UnsafePlan) as refused:
        desk.drafts.publish(desk.draft)
    assert {found.rule for found in refused.value.report.violations} == {"R4"}
    assert desk.versions == (desk.draft,)


def test_figures_that_are_out_of_date_are_stated_anew_when_it_is_published(desk: Desk) -> None:
    enrolment = replace(UNIT.enrolments[3], min_sessions=2)
    desk.store.put(enrolment)
    done = desk.drafts.publish(desk.draft)
    assert [each.duty for each in done.version.unmet].count("club") == 2
    assert done.report.clean
    assert done.version.sessions == desk.draft.sessions


def test_an_edit_of_a_week_that_has_changed_meanwhile_is_refused(desk: Desk) -> None:
    desk.store.put(Absence("a1", "c4", AbsenceKind.ILLNESS, TimeSpan(WEEK.moment(0), WEEK.moment(1440))))
    with pytest.raises(UnitChanged):
        desk.drafts.edit(desk.prepared, desk.draft, TO_THURSDAY)
    desk.store.rows.clear()
    with pytest.raises(VersionGone):
        desk.drafts.edit(desk.prepared, desk.draft, TO_THURSDAY)


def test_an_unsafe_draft_is_made_better_step_by_step(desk: Desk) -> None:
    """c1 and c3 are on a higher level by now, which asks for two staff."""
    unit = replace(UNIT, levels=(level(1, 6, 1), level(2, 1, 1)))
    desk.store.put(
        *unit.levels,
        *(with_citizen(unit, each, assessments=()).citizens[at] for at, each in enumerate(("c1", "c2"))),
    )
    prepared = desk.planning.prepare(WEEK)
    assert not desk.planning.recheck(prepared, desk.draft).clean
    done = desk.drafts.edit(prepared, desk.draft, Leave("s1", "c2"))
    assert done.report.clean
    assert desk.drafts.publish(done.version).report.clean


def test_bounds_are_kept_only_where_they_hold_for_the_same_week(desk: Desk) -> None:
    """10 hours is what the engine could prove of this very week, given two missing duties."""
    longer = Resize("s2", WEEK.moment(1980), WEEK.moment(2160))

    def bound(version: PlanVersion) -> float:
        return next(goal.bound for goal in version.goals if goal.goal == "hours")

    known = desk.drafts.edit(desk.prepared, desk.draft, longer, bounds_of=desk.prepared.problem).version
    assert bound(known) == 10
    unsure = desk.drafts.edit(desk.prepared, known, TO_THURSDAY).version
    assert bound(unsure) == 80
    again = desk.drafts.edit(desk.prepared, unsure, Join("s2", "c4"), bounds_of=desk.prepared.problem)
    assert bound(again.version) == 80
    assert desk.planning.recheck(desk.prepared, again.version).clean


def test_no_bound_is_said_of_a_week_that_breaks_the_rules(desk: Desk) -> None:
    """c1 can carry four hours by now and has more, so the hours pass what any plan can have."""
    caps = (replace(UNIT.citizens[0].caps[0], weekly_minutes=0),)
    desk.store.put(*(replace(each, caps=caps) for each in UNIT.citizens))
    prepared = desk.planning.prepare(WEEK)
    done = desk.drafts.edit(prepared, desk.draft, Remove("s2"))
    assert next(goal.bound for goal in done.version.goals if goal.goal == "hours") == math.inf
    summary = summarize(prepared, done.version)
    assert (summary.hours_bound, summary.gap) == (None, None)
    assert not done.report.wrong


def test_locking_says_who_when_and_why_and_holds(desk: Desk) -> None:
    change = desk.locks.lock_session(desk.draft, "s1", " aftalt ")
    (held,) = desk.locks.locks(WEEK)
    assert change == Change("lock_set", (Edit(None, held),))
    assert (held.locked_by, held.locked_at, held.reason) == ("Koordinator", FakeClock().now(), "aftalt")
    assert held.sessions == (desk.draft.sessions[0],)
    with pytest.raises(Forbidden) as refused:
        desk.drafts.edit(desk.planning.prepare(WEEK), desk.draft, TO_THURSDAY)
    assert {found.rule for found in refused.value.verdict.broken} == {"R14"}
    assert desk.locks.unlock(held.id) == Change("lock_lifted", (Edit(held, None),))
    assert desk.drafts.edit(desk.planning.prepare(WEEK), desk.draft, TO_THURSDAY).report.clean


def test_a_person_and_a_day_are_locked_with_what_they_have(desk: Desk) -> None:
    desk.locks.lock_person(desk.draft, "c3")
    desk.locks.lock_day(desk.draft, WEEK.monday)
    held = {each.subject: [session.id for session in each.sessions] for each in desk.locks.locks(WEEK)}
    assert held == {"c3": ["s2"], "2026-11-23": ["s1"]}
    assert desk.locks.locks(WEEK.next()) == ()
    prepared = desk.planning.prepare(WEEK)
    assert {each.id for each in prepared.problem.locked} == {"s1", "s2"}
    assert desk.planning.recheck(prepared, desk.draft).clean


def test_what_is_locked_again_is_locked_as_it_stands_now(desk: Desk) -> None:
    desk.locks.lock_day(desk.draft, WEEK.days[3])
    moved = desk.drafts.edit(desk.planning.prepare(WEEK), desk.draft, Remove("s1")).version
    desk.locks.lock_day(moved, WEEK.days[0])
    first = desk.locks.locks(WEEK)
    change = desk.locks.lock_day(moved, WEEK.days[0], "igen")
    assert [each.id for each in desk.locks.locks(WEEK)] == [each.id for each in first]
    assert change.edits[0].before in first


def test_two_drafts_do_not_lock_two_sessions_of_one_id(desk: Desk) -> None:
    desk.drafts.duplicate(desk.draft)
    moved = desk.drafts.edit(desk.prepared, desk.draft, TO_THURSDAY).version
    desk.locks.lock_session(moved, "s1")
    with pytest.raises(LockClash) as refused:
        desk.locks.lock_day(desk.versions[1], WEEK.monday)
    assert refused.value.lock == desk.locks.locks(WEEK)[0]
    with pytest.raises(LookupError):
        desk.locks.lock_session(moved, "gone")
    with pytest.raises(LookupError):
        desk.locks.unlock("gone")


def test_a_session_that_needs_a_yes_is_told_until_it_has_one(desk: Desk) -> None:
    asking = replace(UNIT.levels[0], needs_approval=True)
    desk.store.put(asking, replace(UNIT.levels[1], needs_approval=True))
    prepared = desk.planning.prepare(WEEK)
    missing = desk.drafts.approvals_missing(prepared, desk.draft)
    assert [(each.session.id, each.citizens) for each in missing] == [("s1", ("c1", "c2")), ("s2", ("c3",))]
    change = desk.locks.approve(desk.draft, "s1", " Lederen ", "pr. telefon")
    (given,) = desk.locks.approvals(WEEK)
    assert change == Change("session_approved", (Edit(None, given),))
    assert (given.approved_by, given.approved_at) == ("Lederen", FakeClock().now())
    assert [each.session.id for each in desk.drafts.approvals_missing(prepared, desk.draft)] == ["s2"]
    moved = desk.drafts.edit(prepared, desk.draft, TO_THURSDAY).version
    assert [each.session.id for each in approvals_missing(prepared, moved, (given,))] == ["s2", "s1"]
    done = desk.drafts.publish(moved)
    assert [each.session.id for each in done.unapproved] == ["s2", "s1"]
    assert desk.locks.withdraw(given.id) == Change("approval_withdrawn", (Edit(given, None),))
    assert desk.locks.approvals(WEEK) == ()


def test_the_check_of_what_is_stored_finds_what_it_states(desk: Desk) -> None:
    version = desk.draft
    for edit in (TO_THURSDAY, Join("s2", "c4"), Leave("s1", "c2"), Remove("s2")):
        version = desk.drafts.edit(desk.prepared, version, edit).version
        assert check(desk.prepared.checked, plan_of(version)).clean
    assert version.number == 1


MONDAY_EVENING = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)


def test_what_has_begun_of_a_published_week_is_not_changed_by_hand(desk: Desk) -> None:
    published = desk.publish()
    desk.clock.set(MONDAY_EVENING)
    with pytest.raises(PastFixed):
        desk.drafts.edit(desk.prepared, published, TO_THURSDAY)
    with pytest.raises(PastFixed):
        desk.drafts.edit(desk.prepared, published, Move("s2", "r1", WEEK.moment(780)))
    assert desk.versions == (published,)
    assert desk.drafts.edit(desk.prepared, published, Join("s2", "c4")).version.number == 2


def test_a_draft_with_another_past_than_what_was_handed_out_is_not_published(desk: Desk) -> None:
    published = desk.publish()
    other = desk.drafts.edit(desk.prepared, published, TO_THURSDAY).version
    desk.clock.set(MONDAY_EVENING)
    with pytest.raises(PastFixed):
        desk.drafts.publish(other)
    assert desk.versions[-1] == other


def test_a_week_that_is_over_is_not_published_any_more(desk: Desk) -> None:
    desk.clock.set(MONDAY_EVENING + timedelta(days=7))
    with pytest.raises(PastFixed):
        desk.publish()
    assert desk.versions == (desk.draft,)


def test_what_is_published_last_is_in_force_whatever_its_number_and_whatever_the_clock_says(
    desk: Desk,
) -> None:
    newer = desk.drafts.edit(desk.prepared, desk.copy(), TO_THURSDAY).version
    second = desk.drafts.publish(newer).version
    assert in_force(desk.versions) == second
    desk.clock.set(desk.clock.now() - timedelta(hours=2))
    first = desk.drafts.publish(desk.draft).version
    assert (first.number, second.number) == (1, 2)
    assert in_force(desk.versions) == first


def test_the_past_is_that_of_the_version_in_force_and_not_of_a_higher_number(desk: Desk) -> None:
    other = desk.drafts.edit(desk.prepared, desk.copy(), TO_THURSDAY).version
    third = desk.copy()
    desk.drafts.publish(other)
    desk.drafts.publish(desk.draft)
    desk.clock.set(MONDAY_EVENING)
    # The session on Monday took place, as version 1 said and version 2 did not.
    assert desk.drafts.publish(third).version.number == 3


def test_a_week_that_was_never_handed_out_may_still_be_changed_whole(desk: Desk) -> None:
    desk.clock.set(MONDAY_EVENING)
    assert desk.drafts.edit(desk.prepared, desk.draft, TO_THURSDAY).report.clean


def told_of(version: PlanVersion, *people: str) -> tuple[Told, ...]:
    at = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
    return tuple(
        Told(f"{version.id}-{who}", version.week, version.id, who, "Koordinator", at) for who in people
    )


def tellings(desk: Desk) -> tuple[Told, ...]:
    with desk.store.begin() as work:
        return work.all(Told)


def left(desk: Desk) -> set[str]:
    """Who is still to be told of the version in force."""
    lists = lists_in_force(desk.store, WEEK.monday)
    return {each.person for found in lists for each in found.left(WEEK.moment(0))}


def test_a_draft_that_somebody_was_told_of_stays_as_they_heard_it(desk: Desk) -> None:
    """They are told of what was made of it by hand, though it is the first that is published."""
    heard = desk.drafts.edit(desk.prepared, desk.copy(), Join("s2", "c4")).version
    desk.store.put(*told_of(heard, "c3", "c4", "m2"))
    done = desk.drafts.edit(desk.prepared, heard, TO_THURSDAY)
    assert (done.version.number, done.change.edits) == (3, (Edit(None, done.version),))
    again = desk.drafts.edit(desk.prepared, done.version, Leave("s2", "c4")).version
    assert desk.versions == (desk.draft, heard, again)
    desk.drafts.publish(again)
    # c1 and c2 have another day; c4, who was to come, is not; the staff has it all.
    assert {"c1", "c2", "c4"} <= left(desk)
    assert tellings(desk) == told_of(heard, "c3", "c4", "m2")


def test_who_was_told_of_a_discarded_draft_was_not_told_of_the_next_one_of_its_id(desk: Desk) -> None:
    second = desk.drafts.edit(desk.prepared, desk.copy(), Join("s2", "c4")).version
    desk.store.put(*told_of(second, "c1", "c2"))
    gone = desk.drafts.discard(second)
    # Of the first one, which says the same for both.
    assert {each.version for each in tellings(desk)} == {desk.draft.id}
    editing = EditingService(desk.store)
    editing.undo(gone)
    assert tellings(desk) == told_of(second, "c1", "c2")
    editing.redo(gone)
    published = desk.publish()
    made = desk.drafts.edit(desk.prepared, published, TO_THURSDAY).version
    assert made.id == second.id
    desk.drafts.publish(made)
    assert {"c1", "c2"} <= left(desk)


def test_who_was_told_goes_with_the_drafts_that_are_not_kept(desk: Desk) -> None:
    second = desk.copy()
    ticks = told_of(second, "c1")
    desk.store.put(*told_of(desk.draft, "c2"), *ticks)
    gone = desk.drafts.keep_only(desk.draft, [second])
    assert [(each.version, each.person) for each in tellings(desk)] == [
        (desk.draft.id, "c2"),
        (desk.draft.id, "c1"),
    ]
    EditingService(desk.store).undo(gone)
    assert tellings(desk) == (*told_of(desk.draft, "c2"), *ticks)


def test_a_draft_that_people_were_told_of_stays_until_they_are_called(desk: Desk) -> None:
    second = desk.drafts.edit(desk.prepared, desk.copy(), TO_THURSDAY).version
    desk.store.put(*told_of(second, "c1"))
    back = desk.drafts.discard(second)
    (edit,) = back.edits
    assert (back.label, edit.before) == ("draft_taken_back", None)
    third = edit.after
    assert isinstance(third, PlanVersion)
    assert (third.number, third.sessions) == (3, desk.draft.sessions)
    assert gone_by(desk.versions) == third
    # Only c1 believes in another day; it is found in the store, after a restart as well.
    assert left(desk) == {"c1"}
    with pytest.raises(StillHeard) as refused:
        desk.drafts.discard(second)
    assert refused.value.people == {"c1"}
    later = [replace(each, told_at=each.told_at + timedelta(hours=1)) for each in told_of(third, "c1")]
    desk.store.put(*later)
    assert left(desk) == set()
    assert desk.drafts.discard(second).label == "draft_discarded"
    assert desk.versions == (desk.draft, third)


def test_the_only_plan_of_a_week_that_people_were_told_of_leaves_an_empty_one(desk: Desk) -> None:
    desk.store.put(*told_of(desk.draft, "c1"))
    back = desk.drafts.discard(desk.draft)
    empty = back.edits[0].after
    assert isinstance(empty, PlanVersion)
    assert (empty.number, empty.sessions) == (2, ())
    assert desk.planning.recheck(desk.prepared, empty).clean
    assert "c1" in left(desk)
    EditingService(desk.store).undo(back)
    assert desk.versions == (desk.draft,)


def test_a_draft_beside_what_was_published_goes_once_those_who_heard_of_it_are_called(desk: Desk) -> None:
    published = desk.publish()
    second = desk.drafts.edit(desk.prepared, published, TO_THURSDAY).version
    desk.store.put(*told_of(second, "c1"))
    with pytest.raises(StillHeard):
        desk.drafts.discard(second)
    assert left(desk) == {"c1"}


def test_whoever_was_told_of_a_later_draft_is_called_once_the_earlier_one_is_published(desk: Desk) -> None:
    """And once they are, the later one can go."""
    second = desk.drafts.edit(desk.prepared, desk.copy(), TO_THURSDAY).version
    for version, hours in ((desk.draft, 1), (second, 2)):
        (tick,) = told_of(version, "c1")
        desk.store.put(replace(tick, told_at=tick.told_at + timedelta(hours=hours)))
    published = desk.publish()
    assert "c1" in left(desk)
    with pytest.raises(StillHeard):
        desk.drafts.discard(second)
    (again,) = told_of(published, "c1")
    desk.store.put(replace(again, id="again", told_at=again.told_at + timedelta(hours=3)))
    assert "c1" not in left(desk)
    assert desk.drafts.discard(second).label == "draft_discarded"


def test_a_draft_whose_session_runs_with_somebody_who_was_told_of_it_stays(desk: Desk) -> None:
    """c3 sits in it: without the draft nobody would find out that they must be called out of it."""
    desk.store.put(*told_of(desk.draft, "c3"))
    session = next(each for each in desk.draft.sessions if "c3" in each.citizens)
    other = desk.drafts.edit(desk.prepared, desk.copy(), Leave(session.id, "c3")).version
    desk.clock.set((session.start + timedelta(minutes=30)).astimezone(UTC))
    with pytest.raises(StillRuns) as refused:
        desk.drafts.discard(desk.draft)
    assert refused.value.people == {"c3"}
    with pytest.raises(StillRuns):
        desk.drafts.keep_only(other, [desk.draft])
    assert [each.number for each in desk.versions] == [1, 2]
    desk.clock.set(session.end.astimezone(UTC))
    assert desk.drafts.keep_only(other, [desk.draft]).label == "drafts_discarded"
    assert desk.versions == (other,)


def test_a_draft_goes_while_its_session_runs_as_it_does_in_what_people_go_by_then(desk: Desk) -> None:
    other = desk.copy()
    desk.store.put(*told_of(desk.draft, "c3"))
    session = next(each for each in desk.draft.sessions if "c3" in each.citizens)
    desk.clock.set((session.start + timedelta(minutes=30)).astimezone(UTC))
    assert desk.drafts.discard(desk.draft).label == "draft_discarded"
    assert desk.versions == (other,)


@pytest.mark.parametrize("keep_only", [False, True])
def test_what_people_know_of_a_draft_that_goes_they_know_of_its_copy(desk: Desk, keep_only: bool) -> None:
    heard = desk.copy()
    desk.store.put(*told_of(heard, "c1", "c2"))
    desk.drafts.duplicate(heard)
    twin = desk.versions[-1]
    change = desk.drafts.keep_only(twin, [heard]) if keep_only else desk.drafts.discard(heard)
    assert [(each.version, each.person) for each in tellings(desk)] == [(twin.id, "c1"), (twin.id, "c2")]
    assert not {"c1", "c2"} & left(desk)
    # What is made of it now is another draft, and those who know the twin are called.
    made = desk.drafts.edit(desk.prepared, twin, TO_THURSDAY).version
    assert made.number == twin.number + 1
    desk.drafts.publish(made)
    assert {"c1", "c2"} <= left(desk)
    known = tuple(each.before for each in change.edits if isinstance(each.before, Told))
    assert known == told_of(heard, "c1", "c2")


def test_the_newest_that_they_know_is_kept_where_they_were_told_of_the_same_before(desk: Desk) -> None:
    """They were told of the first, of another day, and then that it is as at first after all."""
    other = desk.drafts.edit(desk.prepared, desk.copy(), TO_THURSDAY).version
    third = desk.drafts.duplicate(desk.draft).edits[0].after
    assert isinstance(third, PlanVersion)
    for hours, version in enumerate((desk.draft, other, third)):
        (tick,) = told_of(version, "c1")
        desk.store.put(replace(tick, told_at=tick.told_at + timedelta(hours=hours)))
    desk.drafts.keep_only(desk.draft, [third])
    with desk.store.begin() as work:
        assert heard_last(work, desk.draft) == {"c1"}
    desk.publish()
    assert "c1" not in left(desk)


@pytest.mark.parametrize("way", ["publish", "copy", "edit"])
def test_nothing_takes_the_place_of_a_draft_in_a_session_of_which_people_sit(desk: Desk, way: str) -> None:
    """They were told of it: without that session in the plan nobody would find out that they are there."""
    less = desk.drafts.edit(desk.prepared, desk.copy(), Remove("s1")).version
    heard = desk.drafts.duplicate(desk.draft).edits[0].after
    assert isinstance(heard, PlanVersion)
    desk.store.put(*told_of(heard, "c1"))
    if way == "edit":
        desk.store.put(*told_of(less, "c3"))
    begins = next(each.start for each in heard.sessions if each.id == "s1")
    before = desk.versions

    def act() -> object:
        if way == "publish":
            return desk.drafts.publish(less)
        if way == "copy":
            return desk.drafts.duplicate(less)
        return desk.drafts.edit(desk.prepared, less, Leave("s2", "c3"))

    desk.clock.set((begins + timedelta(minutes=30)).astimezone(UTC))
    with pytest.raises(StillRuns) as refused:
        act()
    assert refused.value.people == {"c1"}
    assert desk.versions == before


def test_of_the_drafts_that_are_not_kept_those_stay_that_people_were_told_of(desk: Desk) -> None:
    published = desk.publish()
    second = desk.drafts.edit(desk.prepared, published, TO_THURSDAY).version
    desk.store.put(*told_of(second, "c1"))
    third, fourth = desk.copy_of(published), desk.copy_of(published)
    gone = desk.drafts.keep_only(third, [second, fourth])
    assert (gone.label, desk.versions) == ("drafts_discarded", (published, second, third))


def test_where_no_draft_goes_none_is_said_to_be_gone(desk: Desk) -> None:
    second = desk.drafts.edit(desk.prepared, desk.copy(), TO_THURSDAY).version
    desk.store.put(*told_of(second, "c1"))
    assert desk.drafts.keep_only(desk.draft, [second]).label == "draft_taken_back"
    assert [each.number for each in desk.versions] == [1, 2, 3]


def test_the_draft_that_is_kept_takes_the_place_of_what_people_were_told(desk: Desk) -> None:
    second = desk.drafts.edit(desk.prepared, desk.copy(), TO_THURSDAY).version
    third = desk.copy()
    desk.store.put(*told_of(second, "c1"))
    gone = desk.drafts.keep_only(desk.draft, [second, third])
    assert [each.number for each in desk.versions] == [1, 2, 4]
    assert desk.versions[-1].sessions == desk.draft.sessions
    assert left(desk) == {"c1"}
    EditingService(desk.store).undo(gone)
    assert desk.versions == (desk.draft, second, third)


def test_who_was_told_of_a_draft_that_is_undone_was_not_told_of_the_next_one(desk: Desk) -> None:
    copied = desk.drafts.duplicate(desk.draft)
    second = desk.versions[-1]
    edited = desk.drafts.edit(desk.prepared, second, TO_THURSDAY)
    desk.store.put(*told_of(edited.version, "c1"))
    editing = EditingService(desk.store)
    editing.undo(edited.change)
    assert tellings(desk) == ()
    desk.store.put(*told_of(second, "c1"))
    editing.undo(copied)
    assert tellings(desk) == ()


def test_ticks_left_behind_by_a_draft_long_gone_count_for_no_new_one(desk: Desk) -> None:
    second = replace(desk.draft, id=f"{WEEK}.2", number=2)
    desk.store.put(*told_of(second, "c1"))
    assert desk.copy().id == second.id
    assert tellings(desk) == ()
    third = replace(desk.draft, id=f"{WEEK}.3", number=3)
    desk.store.put(*told_of(third, "c1"))
    assert desk.planning.accept(desk.prepared, PLAN, 4.5).version.id == third.id
    assert tellings(desk) == ()
