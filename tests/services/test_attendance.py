"""Who came: what is over, what is noted of it, what still has to be done."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from desktop.domain.attendance import Attendance, AttendanceState
from desktop.domain.errors import DomainError
from desktop.domain.plans import PlannedSession, PlanVersion, VersionState
from desktop.domain.time import IsoWeek
from desktop.services.attendance import (
    PastSession,
    PastWeeks,
    attendance_rate,
    no_shows_without_follow_up,
    noted,
    past_sessions,
    register_of,
    weeks_back,
)
from desktop.services.ids import sequential_ids
from tests.services.fakes import FakeStore
from tests.services.small_unit import UNIT, WEEK
from tests.services.versions import published

MADE = datetime(2026, 11, 20, 12, tzinfo=UTC)
NOTED_AT = datetime(2026, 11, 25, 8, tzinfo=UTC)
NOW = WEEK.moment(2 * 1440 + 600)
CAME, EXCUSED, NO_SHOW, UNKNOWN = (
    AttendanceState.CAME,
    AttendanceState.ABSENT_EXCUSED,
    AttendanceState.NO_SHOW,
    AttendanceState.UNKNOWN,
)


def session(key: str, start: int, *people: str, week: IsoWeek = WEEK) -> PlannedSession:
    return PlannedSession(key, "club", "r1", week.moment(start), week.moment(start + 120), ("m1",), people)


def version(number: int, *sessions: PlannedSession, week: IsoWeek = WEEK) -> PlanVersion:
    draft = VersionState.DRAFT
    return PlanVersion(
        f"{week}.{number}", week, number, draft, MADE, "K", "feasible", 1.0, (), sessions, (), "0" * 64
    )


def attendance(start: int, citizen: str, state: AttendanceState, **more: Any) -> Attendance:
    made = Attendance(f"att-{citizen}-{start}", WEEK, "n1", WEEK.moment(start), citizen, state, "K", NOTED_AT)
    return replace(made, **more)


MONDAY, TUESDAY, FRIDAY = 540, 1440 + 540, 4 * 1440 + 540


@pytest.fixture
def store() -> FakeStore:
    """Monday's and Tuesday's sessions are over on Wednesday, Friday's is to come; a draft was made since."""
    held = FakeStore(UNIT)
    held.put(
        published(
            version(
                1,
                session("n1", MONDAY, "c1", "c2"),
                session("n2", TUESDAY, "c1"),
                session("n3", FRIDAY, "c1"),
            )
        ),
        version(2, session("n1", TUESDAY, "c4")),
    )
    return held


def test_what_was_published_last_is_what_people_came_to(store: FakeStore) -> None:
    """Version 2 is published after version 3, whose sessions nobody came to."""
    held = version(3, session("n9", MONDAY, "c3"))
    store.put(published(held, MADE + timedelta(days=1)))
    store.put(published(version(2, session("n1", TUESDAY, "c4")), MADE + timedelta(days=2)))
    with store.begin() as work:
        assert [each.citizen for each in past_sessions(work, WEEK, NOW)] == ["c4"]


def test_of_a_week_that_nothing_was_published_of_nobody_is_asked() -> None:
    drafts = FakeStore(UNIT)
    with drafts.begin() as work:
        assert past_sessions(work, WEEK, NOW) == ()
    drafts.put(version(1, session("n1", MONDAY, "c1")), version(2, session("n1", MONDAY, "c4")))
    with drafts.begin() as work:
        assert past_sessions(work, WEEK, NOW) == ()


def test_nobody_is_asked_of_what_was_over_when_the_week_was_first_published(store: FakeStore) -> None:
    late = version(1, session("s1", 9 * 60, "c1"), session("s2", 30 * 60, "c2"))
    made = WEEK.moment(20 * 60).astimezone(UTC)
    fresh = FakeStore()
    fresh.put(published(replace(late, created_at=made)))
    with fresh.begin() as work:
        asked = past_sessions(work, WEEK, WEEK.moment(40 * 60))
    assert [each.session.id for each in asked] == ["s2"]


def test_only_what_has_ended_counts_and_what_is_noted_is_found_by_person_and_start(store: FakeStore) -> None:
    # The id is another since the week was planned anew; the person and the start are the same.
    store.put(attendance(TUESDAY, "c1", NO_SHOW, session="elsewhere"))
    with store.begin() as work:
        found = past_sessions(work, WEEK, NOW)
    assert [(each.session.id, each.citizen, each.state) for each in found] == [
        ("n1", "c1", UNKNOWN),
        ("n1", "c2", UNKNOWN),
        ("n2", "c1", NO_SHOW),
    ]


def test_it_can_be_noted_once_a_session_has_begun(store: FakeStore) -> None:
    with store.begin() as work:
        assert past_sessions(work, WEEK, WEEK.moment(MONDAY - 1)) == ()
        assert len(past_sessions(work, WEEK, WEEK.moment(MONDAY))) == 2


def test_the_register_of_a_session_holds_its_people_whatever_its_id_is(store: FakeStore) -> None:
    store.put(attendance(MONDAY, "c1", CAME))
    with store.begin() as work:
        found = register_of(work, WEEK, session("other", MONDAY), WEEK.moment(MONDAY + 5))
        assert [(each.citizen, each.state) for each in found] == [("c1", CAME), ("c2", UNKNOWN)]
        assert register_of(work, WEEK, session("n3", FRIDAY), NOW) == ()


def test_a_no_show_is_open_until_it_was_followed_up(store: FakeStore) -> None:
    told = attendance(MONDAY, "c2", NO_SHOW, follow_up="Ringet", follow_up_on=date(2026, 11, 24))
    store.put(attendance(MONDAY, "c1", CAME), told, attendance(TUESDAY, "c1", NO_SHOW))
    assert [each.citizen for each in no_shows_without_follow_up(store, NOW)] == ["c1"]


def test_weeks_back_go_over_new_year() -> None:
    assert [str(week) for week in weeks_back(date(2027, 1, 5), 3)] == ["2026-W52", "2026-W53", "2027-W01"]


@pytest.mark.parametrize(
    ("states", "noted_count", "share"),
    [
        ((), 0, None),
        ((UNKNOWN, UNKNOWN), 0, None),
        ((CAME, UNKNOWN), 1, 1.0),
        ((CAME, EXCUSED, NO_SHOW, UNKNOWN), 3, 1 / 3),
    ],
)
def test_what_is_unknown_is_not_counted_as_came(
    states: tuple[AttendanceState, ...], noted_count: int, share: float | None
) -> None:
    rate = attendance_rate(
        PastSession(WEEK, session("n1", MONDAY, "c1"), "c1", attendance(MONDAY, "c1", state))
        for state in states
    )
    assert (rate.noted, rate.share) == (noted_count, share)
    assert rate.unknown == states.count(UNKNOWN)


def test_a_follow_up_stays_with_a_no_show_and_goes_with_anything_else() -> None:
    told = attendance(MONDAY, "c1", NO_SHOW, follow_up="Ringet", follow_up_on=date(2026, 11, 24))
    past = PastSession(WEEK, session("n1", MONDAY, "c1"), "c1", told)
    same = noted(past, NO_SHOW, by="B", at=NOTED_AT, new_id=sequential_ids())
    assert same == told
    came = noted(past, CAME, by="B", at=NOTED_AT, new_id=sequential_ids())
    assert (came.id, came.state, came.noted_by, came.follow_up) == (told.id, CAME, "B", "")


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ({"follow_up": "Ringet"}, ("follow_up_on", "missing")),
        ({"follow_up_on": date(2026, 11, 24)}, ("follow_up", "empty")),
        (
            {"state": CAME, "follow_up": "Ringet", "follow_up_on": date(2026, 11, 24)},
            ("follow_up", "only_for_no_show"),
        ),
        ({"week": WEEK.next()}, ("start", "wrong_week")),
        ({"noted_by": " "}, ("noted_by", "empty")),
    ],
)
def test_what_makes_no_sense_is_refused(more: dict[str, Any], fault: tuple[str, str]) -> None:
    with pytest.raises(DomainError) as refused:
        replace(attendance(MONDAY, "c1", NO_SHOW), **more)
    assert (refused.value.field, refused.value.key) == fault


def test_the_last_weeks_are_read_one_at_a_time_and_take_in_what_is_noted(store: FakeStore) -> None:
    before = WEEK.previous()
    planned = version(1, session("n1", MONDAY, "c1", week=before), week=before)
    store.put(published(replace(planned, created_at=MADE - timedelta(days=7))))
    weeks = PastWeeks(store, NOW, weeks=2)
    assert weeks.read_one()
    assert [each.session.id for each in weeks.of("c1")] == ["n2", "n1"]
    assert not weeks.read_one()
    assert weeks.complete
    assert len(weeks.of("c1")) == 3
    mark = attendance(TUESDAY, "c1", CAME)
    weeks.note([mark])
    assert weeks.of("c1")[0].noted == mark
    weeks.note([], [mark])
    assert weeks.of("c1")[0].state is UNKNOWN
