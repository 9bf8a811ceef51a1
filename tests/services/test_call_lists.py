"""Who must still be told of the plan in force, whatever happened since somebody began to call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, timedelta

from desktop.domain.plans import PlanVersion, VersionState
from desktop.domain.telling import Told
from desktop.services.call_lists import CallList, call_list, list_in_force, lists_in_force, said_in
from desktop.services.calls import Call, calls
from solver.plan import Session
from tests.services.acute_week import NOW, PLANNED, club, local, planned
from tests.services.fakes import FakeStore
from tests.services.small_unit import UNIT, WEEK

SITES = {room.id: room.site for room in UNIT.rooms}
AT = NOW.astimezone(UTC)
NOT_C2 = (*PLANNED[:4], club("s5", 4, "c1"))
NOT_C2_LATER = (*PLANNED[:4], club("s5", 4, "c1", 720))


def published(number: int, *sessions: Session) -> PlanVersion:
    version = planned(*sessions, number=number)
    at = version.created_at if number == 1 else AT + timedelta(seconds=number)
    return replace(version, state=VersionState.PUBLISHED, published_at=at)


def told(version: PlanVersion, *people: str) -> list[Told]:
    return [
        Told(f"{version.id}{who}", version.week, version.id, who, "Koordinator", version.created_at)
        for who in people
    ]


def stored(*entities: PlanVersion | Told) -> FakeStore:
    store = FakeStore(UNIT)
    store.put(*entities)
    return store


def people(found: CallList | None) -> set[str]:
    assert found is not None
    return {each.person for each in found.left(NOW)}


def in_force(versions: Sequence[PlanVersion], tellings: Sequence[Told] = ()) -> CallList | None:
    with stored(*versions, *tellings).begin() as work:
        return list_in_force(work, work.versions(WEEK))


def test_whoever_is_not_ticked_is_left() -> None:
    versions = (published(1), published(2, *NOT_C2))
    assert people(in_force(versions)) == {"c2", "m2"}
    found = in_force(versions, told(versions[1], "c2"))
    assert people(found) == {"m2"}
    assert found is not None
    assert found.told["c2"].told_by == "Koordinator"
    assert {each.person for each in found.calls} == {"c2", "m2"}


def test_whoever_was_not_told_of_one_version_is_told_of_the_next() -> None:
    """The second change is about c1 alone; c2 still believes in the first plan."""
    first, second, third = published(1), published(2, *NOT_C2), published(3, *NOT_C2_LATER)
    left = people(in_force((first, second, third), told(second, "m2")))
    assert left == {"c1", "c2", "m2"}
    left = people(in_force((first, second, third), told(second, "m2", "c2")))
    assert left == {"c1", "m2"}


def test_what_is_as_it_was_again_is_nobodys_news() -> None:
    first, second, third = published(1), published(2, *NOT_C2), published(3)
    assert people(in_force((first, second, third))) == set()
    assert people(in_force((first, second, third), told(second, "c2", "m2"))) == {"c2", "m2"}


def test_a_tick_for_another_version_does_not_count() -> None:
    versions = (published(1), published(2, *NOT_C2))
    assert people(in_force(versions, told(versions[0], "c2", "m2"))) == {"c2", "m2"}


def test_what_is_over_leaves_nobody_to_be_told() -> None:
    found = in_force((published(1), published(2, *NOT_C2)))
    assert found is not None
    assert found.left(NOW)
    assert not found.left(local("2026-11-27T09:01"))


def test_the_first_plan_of_a_week_and_drafts_of_it_call_for_no_list() -> None:
    assert in_force((published(1),)) is None
    assert in_force((planned(), replace(planned(*NOT_C2, number=2), created_at=AT))) is None
    assert in_force((published(1), planned(*NOT_C2, number=2))) is None


def test_a_draft_that_somebody_was_told_of_has_its_list() -> None:
    versions = (planned(), replace(planned(*NOT_C2, number=2), created_at=AT))
    assert people(in_force(versions, told(versions[1], "c2"))) == {"m2"}


def test_the_lists_of_the_weeks_to_come_are_found_and_those_before_are_not() -> None:
    store = stored(published(1), published(2, *NOT_C2))
    assert [each.after.id for each in lists_in_force(store, NOW.date())] == [f"{WEEK}.2"]
    assert not lists_in_force(store, NOW.date() + timedelta(weeks=1))


def test_the_same_is_said_whatever_a_session_is_called() -> None:
    def said(*sessions: Session) -> dict[str, str]:
        found: tuple[Call, ...] = calls(planned(), planned(*sessions), NOW, SITES)
        return {each.person: said_in(each) for each in found}

    moved = (*PLANNED[:4], club("s5", 4, "c1 c2", 720))
    renamed = (*PLANNED[:4], club("zz", 4, "c1 c2", 720))
    assert said(*moved)["c1"] == said(*renamed)["c1"]
    assert said(*moved)["c1"] != said(*PLANNED[:4], club("s5", 4, "c1 c2", 780))["c1"]
    assert said(*NOT_C2)["m2"] != said(*PLANNED[:4], club("s5", 4, "c2"))["m2"]


def test_a_chain_is_told_to_its_last_version() -> None:
    first, second = published(1), published(2, *NOT_C2)
    assert call_list((first, second), (), SITES).after is second


def test_what_was_published_last_is_told_whatever_its_number() -> None:
    """An older draft that is published after the repair: it takes the repair's place."""
    first, repair = published(1), published(3, *NOT_C2)
    late = replace(published(2), published_at=AT + timedelta(minutes=5))
    found = in_force((first, late, repair), told(repair, "c2", "m2"))
    assert found is not None
    assert (found.before.number, found.after.number) == (3, 2)
    assert people(found) == {"c2", "m2"}


def test_a_draft_that_somebody_was_told_of_is_what_they_know_once_another_is_published() -> None:
    """c1 and m2 go by the draft; c2 was never told that it goes without them, and by now it does not."""
    plan, draft = planned(), planned(*NOT_C2_LATER, number=2)
    final = replace(planned(number=3), state=VersionState.PUBLISHED, published_at=AT)
    assert in_force((plan, draft, final)) is None
    assert people(in_force((plan, draft, final), told(draft, "c1", "m2"))) == {"c1", "m2"}
    assert people(in_force((plan, draft, final), told(draft, "c1", "c2", "m2"))) == {"c1", "c2", "m2"}


def test_whoever_was_told_of_another_draft_since_must_be_called_again() -> None:
    """c2 was told of draft 1 at six and of draft 2 at seven; m2 of draft 2 first and then of draft 1."""
    first, second = planned(*NOT_C2, number=1), planned(*NOT_C2_LATER[:4], number=2)
    six, seven = AT - timedelta(hours=4), AT - timedelta(hours=3)
    ticks = [
        *(replace(each, told_at=six) for each in (*told(first, "c2", "c1"), *told(second, "m2"))),
        *(replace(each, told_at=seven) for each in (*told(second, "c1"), *told(first, "m2"))),
    ]
    final = replace(first, state=VersionState.PUBLISHED, published_at=AT)
    assert people(in_force((final, second), ticks)) == {"c1"}
    again = replace(told(first, "c1")[0], id="again", told_at=AT)
    assert people(in_force((final, second), [*ticks, again])) == set()


def test_a_draft_is_published_as_they_were_told_of_it() -> None:
    draft = planned(*NOT_C2, number=2)
    final = replace(draft, state=VersionState.PUBLISHED, published_at=AT)
    assert people(in_force((planned(), final), told(draft, "c2"))) == {"m2"}
