"""Which sessions of two plans stand for each other, and whose weeks differ."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta

from desktop.domain.plans import PlannedSession, PlanVersion, VersionState
from desktop.services.beside import Mark, people_beside, session_marks, to_be_told
from desktop.services.week.locking import locks_of
from desktop.services.week.planning import Prepared, prepared_of
from desktop.services.week.versions import plan_of
from solver.check import Report, check
from tests.services.fakes import FakeClock
from tests.services.small_unit import UNIT, WEEK


def session(name: str, at: int, *citizens: str, room: str = "r1", staff: str = "m2") -> PlannedSession:
    return PlannedSession(
        name, "club", room, WEEK.moment(at), WEEK.moment(at + 120), (staff,), tuple(citizens)
    )


def version(number: int, *sessions: PlannedSession) -> PlanVersion:
    return PlanVersion(
        f"{WEEK}.{number}",
        WEEK,
        number,
        VersionState.DRAFT,
        FakeClock().now(),
        "Koordinator",
        "feasible",
        1.0,
        (),
        sessions,
        (),
        "",
    )


def checked(prepared: Prepared, *versions: PlanVersion) -> list[tuple[PlanVersion, Report]]:
    return [(each, check(prepared.checked, plan_of(each))) for each in versions]


BASE = version(1, session("a", 540, "c1", "c2"), session("b", 1980, "c3"))


def test_sessions_of_another_run_are_known_again_whatever_their_names_are() -> None:
    other = version(2, session("x", 540, "c1", "c2"), session("a", 1980, "c3", staff="m1"))
    found = session_marks(BASE, other)
    assert found.marks == {"a": Mark.OTHERS}
    assert found.base_of == {"x": "a", "a": "b"}
    assert found.gone == frozenset()
    assert found.changed == {"b"}


def test_a_session_that_moved_is_known_by_its_people() -> None:
    other = version(2, session("y", 3420, "c2", "c1"), session("z", 1980, "c4", room="r2"))
    found = session_marks(BASE, other)
    assert found.marks == {"y": Mark.MOVED, "z": Mark.NEW}
    assert found.gone == {"b"}


def test_a_session_of_the_same_name_with_nobody_in_common_is_another_one() -> None:
    found = session_marks(BASE, version(2, session("a", 3420, "c4"), BASE.sessions[1]))
    assert found.marks == {"a": Mark.NEW}
    assert found.gone == {"a"}


def test_the_same_plan_differs_for_nobody() -> None:
    prepared = prepared_of(UNIT, WEEK, locks_of((), WEEK))
    people = people_beside(prepared, checked(prepared, BASE, replace(BASE, id=f"{WEEK}.2", number=2)), BASE)
    assert not any(each.differs for each in people)
    assert {each.person for each in people} >= {"c1", "c2", "c3", "c4", "m1", "m2"}


def test_hours_and_changes_stand_beside_each_other_for_each_person() -> None:
    prepared = prepared_of(UNIT, WEEK, locks_of((), WEEK))
    first = BASE.sessions[0]
    shorter = replace(first, end=first.end - timedelta(minutes=30), citizens=("c1",))
    other = version(2, shorter, BASE.sessions[1])
    people = {each.person: each for each in people_beside(prepared, checked(prepared, BASE, other), BASE)}
    assert [week.minutes for week in people["c1"].weeks] == [120, 90]
    assert [week.minutes for week in people["c2"].weeks] == [120, 0]
    assert [week.minutes for week in people["m2"].weeks] == [240, 210]
    assert not people["c3"].differs
    assert to_be_told(BASE, other, WEEK.moment(0)) == (2, 1)
    assert to_be_told(BASE, other, WEEK.moment(700)) == (0, 0)


def test_somebody_whom_the_week_no_longer_knows_is_not_told_to_have_no_hours() -> None:
    prepared = prepared_of(UNIT, WEEK, locks_of((), WEEK))
    other = version(2, session("g", 540, "c1", "c2", "gone"), BASE.sessions[1])
    found = next(
        each
        for each in people_beside(prepared, checked(prepared, BASE, other), BASE)
        if each.person == "gone"
    )
    assert [week.minutes for week in found.weeks] == [None, None]
    assert found.differs


def test_what_is_missing_is_what_the_check_finds_by_now() -> None:
    more = replace(UNIT, enrolments=tuple(replace(each, min_sessions=3) for each in UNIT.enrolments))
    prepared = prepared_of(more, WEEK, locks_of((), WEEK))
    people = people_beside(prepared, checked(prepared, BASE), BASE)
    (report,) = [report for _, report in checked(prepared, BASE)]
    assert report.unmet and not BASE.unmet
    missing = {each.person: each.weeks[0].missing for each in people if each.weeks[0].missing}
    assert missing == Counter(each.citizen for each in report.unmet)
