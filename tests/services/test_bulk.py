"""One change for many people: who is changed, who is left as they are, and that it can be undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.offers import Enrolment
from desktop.domain.people import Absence, AbsenceKind, Citizen, HoursCap, LevelAssessment
from desktop.domain.time import DateSpan, TimeSpan
from desktop.domain.unit import Unit
from desktop.services.bulk import (
    Bulk,
    absent,
    add_to_group,
    assess,
    avoid_site,
    decide_hours,
    end_enrolments,
    enrol,
    refer,
)
from desktop.services.editing import EditingService
from desktop.services.ids import NewId, sequential_ids
from tests.services.fakes import FakeStore
from tests.services.small_unit import SINCE, UNIT

ALL = ("c1", "c2", "c3", "c4")
SOON = DateSpan(date(2026, 12, 1))
THIS_MONTH = (date(2026, 11, 2), date(2026, 11, 30))
DAY = TimeSpan(datetime(2026, 11, 27, 8), datetime(2026, 11, 27, 16))  # noqa: DTZ001 local wall-clock time


def new_id() -> NewId:
    given_ids = sequential_ids()
    return lambda kind: f"new-{given_ids(kind)}"


def people(bulk: Bulk) -> list[str]:
    return [getattr(each, "citizen", getattr(each, "person", each.id)) for each in bulk.put]


@pytest.mark.parametrize(
    ("bulk", "changed", "unchanged"),
    [
        (add_to_group(UNIT, ALL, "g1", SOON, "Politiet", new_id()), ["c3", "c4"], ("c1", "c2")),
        (refer(UNIT, ALL, "o1", SOON, new_id()), [], ALL),
        (enrol(UNIT, ALL, "mentor", (1, 2), SOON, new_id()), list(ALL), ()),
        (enrol(UNIT, ALL, "club", (1, 2), SOON, new_id()), [], ALL),
        (absent(ALL[:2], AbsenceKind.ILLNESS, DAY, "", new_id()), ["c1", "c2"], ()),
        (avoid_site(UNIT, ALL[1:3], "s1"), ["c2", "c3"], ()),
        (assess(UNIT, ALL[:2], LevelAssessment(2, "Politiet", *THIS_MONTH)), ["c1", "c2"], ()),
    ],
    ids=["group", "offer", "activity", "enrolled already", "absent", "site", "level"],
)
def test_who_is_changed_and_who_is_so_already(
    bulk: Bulk, changed: list[str], unchanged: tuple[str, ...]
) -> None:
    assert people(bulk) == changed
    assert bulk.unchanged == unchanged


def test_other_hours_hold_from_their_first_day_and_what_held_before_ends_with_the_day_before() -> None:
    cap = HoursCap(SOON, 600, 180, "Leder", date(2027, 3, 1))
    before = UNIT.citizens[0].caps

    (changed,) = (each for each in decide_hours(UNIT, ("c1",), cap).put if isinstance(each, Citizen))
    again = replace(UNIT, citizens=(changed, *UNIT.citizens[1:]))

    assert changed.caps[-1] == cap
    assert [each.span.last for each in changed.caps[:-1]] == [date(2026, 11, 30)] * len(before)
    assert decide_hours(again, ("c1",), cap) == Bulk(unchanged=("c1",))
    other = replace(cap, weekly_minutes=660)
    (twice,) = (each for each in decide_hours(again, ("c1",), other).put if isinstance(each, Citizen))
    assert twice.caps == (*changed.caps[:-1], other)


def test_an_assessment_stands_beside_those_on_record() -> None:
    made = LevelAssessment(2, "Politiet", *THIS_MONTH)
    (changed,) = (each for each in assess(UNIT, ("c1",), made).put if isinstance(each, Citizen))

    assert changed.assessments == (*UNIT.citizens[0].assessments, made)
    again = replace(UNIT, citizens=(changed, *UNIT.citizens[1:]))
    assert assess(again, ("c1",), made) == Bulk(unchanged=("c1",))


def test_the_absence_says_what_was_told() -> None:
    (made,) = absent(("c1",), AbsenceKind.COURT, DAY, "Byretten", new_id()).put
    assert made == Absence(made.id, "c1", AbsenceKind.COURT, DAY, "Byretten")


def test_an_enrolment_ends_and_one_that_would_begin_later_goes() -> None:
    later = Enrolment("e9", "c2", "club", 0, 1, DateSpan(date(2027, 2, 1)))
    ended = Enrolment("e8", "c3", "club", 0, 1, DateSpan(SINCE.first, date(2026, 3, 1)))
    unit = replace(UNIT, enrolments=(UNIT.enrolments[0], later, ended))
    bulk = end_enrolments(unit, ALL[:3], "club", date(2026, 12, 31))
    assert bulk.put == (replace(UNIT.enrolments[0], span=DateSpan(SINCE.first, date(2026, 12, 31))),)
    assert bulk.remove == (later,)
    assert bulk.unchanged == ("c3",)


def test_a_site_is_not_avoided_twice() -> None:
    person = replace(UNIT.citizens[0], avoid_sites=("s1",))
    unit = replace(UNIT, citizens=(person, *UNIT.citizens[1:]))
    bulk = avoid_site(unit, ("c1", "c2"), "s1")
    assert [each.id for each in bulk.put if isinstance(each, Citizen)] == ["c2"]
    assert bulk.unchanged == ("c1",)


Step = Callable[[Unit, tuple[str, ...], NewId], Bulk]
STEPS: tuple[Step, ...] = (
    lambda unit, who, ids: add_to_group(unit, who, "g1", SOON, "", ids),
    lambda unit, who, ids: refer(unit, who, "o1", DateSpan(date(2025, 1, 1), date(2025, 12, 31)), ids),
    lambda unit, who, ids: enrol(unit, who, "mentor", (0, 2), SOON, ids),
    lambda unit, who, ids: end_enrolments(unit, who, "club", date(2026, 11, 30)),
    lambda unit, who, ids: end_enrolments(unit, who, "mentor", date(2026, 11, 1)),
    lambda unit, who, ids: absent(who, AbsenceKind.HOLIDAY, DAY, "x", ids),
    lambda unit, who, ids: avoid_site(unit, who, "s2"),
)


@given(
    st.lists(
        st.tuples(st.sampled_from(STEPS), st.lists(st.sampled_from(ALL), min_size=1, unique=True)),
        max_size=8,
    )
)
def test_any_chain_of_changes_undone_gives_back_what_was_there(
    chain: list[tuple[Step, list[str]]],
) -> None:
    store, ids = FakeStore(UNIT), new_id()
    before = dict(store.rows)
    service = EditingService(store)
    changes = []
    for step, who in chain:
        bulk = step(service.unit(), tuple(who), ids)
        changes.append(service.save("many_absent", bulk.put, bulk.remove))
    for change in reversed(changes):
        service.undo(change)
    assert store.rows == before
