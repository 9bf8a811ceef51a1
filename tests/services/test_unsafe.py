"""Which sessions from now on are not safe: what is over is over, what runs is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from desktop.domain.conflicts import Scope, Separation
from desktop.domain.people import Absence, AbsenceKind, HoursCap
from desktop.domain.time import TimeSpan
from desktop.services.week.unsafe import danger
from desktop.services.week.week_time import minute_now
from desktop.services.week.when_broken import judged
from solver.check import Violation
from tests.services.acute_week import NOW, PLANNED, facts, local, planned, prepared
from tests.services.small_unit import SINCE, UNIT, WEEK
from tests.services.versions import published

APART = Separation("x2", "c1", "c2", Scope.SESSION, 0, "Slagsmål", SINCE, "Mentor")
RIVALS = replace(UNIT, separations=(*UNIT.separations, APART))


@pytest.mark.parametrize(
    ("now", "minute"),
    [
        (local("2026-11-25T10:00"), 3480),
        (local("2026-11-25T10:00:30"), 3481),
        (local("2026-11-20T08:00"), 0),
        (local("2026-12-04T08:00"), 10080),
    ],
)
def test_what_has_begun_ends_at_the_last_whole_minute(now: datetime, minute: int) -> None:
    assert minute_now(WEEK, now) == minute


def test_a_session_is_told_with_the_rules_that_it_breaks() -> None:
    found = danger(*facts(RIVALS), planned(), NOW)
    assert [(each.session.id, {v.rule for v in each.violations}) for each in found.sessions] == [
        ("s3", {"R10"}),
        ("s5", {"R10"}),
    ]


def test_nothing_is_told_of_a_week_that_is_over() -> None:
    assert danger(*facts(RIVALS), planned(), local("2026-12-04")).none


def test_a_safe_week_has_no_danger() -> None:
    assert danger(*facts(), planned(), NOW).none


def test_what_was_unsafe_before_is_told_as_such() -> None:
    unit = replace(RIVALS, rooms=(replace(UNIT.rooms[0], capacity=1), UNIT.rooms[1]))
    before = danger(*facts(RIVALS), planned(), NOW)
    found = danger(*facts(unit), planned(), NOW, before)
    assert [(each.session.id, each.before) for each in found.sessions] == [
        ("s3", True),
        ("s4", False),
        ("s5", True),
    ]


def test_too_many_hours_in_the_week_concern_all_that_is_to_come() -> None:
    """No session is named by the rule, but leaving any of them out would mend it."""
    less = replace(UNIT.citizens[0], caps=(HoursCap(SINCE, 240, 360, "Enheden"),))
    unit = replace(UNIT, citizens=(less, *UNIT.citizens[1:]))
    found = danger(*facts(unit), planned(), NOW)
    assert found.ids == {"s5"}
    assert found.week == ()


def test_a_rule_that_the_past_breaks_by_itself_is_not_told() -> None:
    less = replace(UNIT.citizens[0], caps=(HoursCap(SINCE, 60, 360, "Enheden"),))
    unit = replace(UNIT, citizens=(less, *UNIT.citizens[1:]))
    assert danger(*facts(unit), planned(*PLANNED[:-1]), NOW).none


def test_what_has_happened_is_a_warning_and_the_rest_of_the_week_can_still_be_used() -> None:
    """Of the sessions that break a rule by now, s3 to s5, those that had begun no longer count."""
    unit = replace(RIVALS, rooms=(replace(UNIT.rooms[0], capacity=1), UNIT.rooms[1]))
    problem, version = prepared(unit).checked, published(planned())

    def named(found: tuple[Violation, ...]) -> set[str]:
        return {each for violation in found for each in violation.ids if each in {"s3", "s4", "s5"}}

    before = judged(problem, unit, version, local("2026-11-20"))
    assert named(before.violations) == {"s3", "s4", "s5"}
    first = min(each.start for each in version.sessions if each.id in {"s3", "s4", "s5"})
    between = judged(problem, unit, version, first + timedelta(minutes=1), given=version)
    assert named(between.violations) < {"s3", "s4", "s5"}
    assert named(between.violations) | named(between.running) | named(between.over) == {"s3", "s4", "s5"}
    assert judged(problem, unit, version, local("2026-12-04"), given=version).violations == ()


def test_what_would_run_now_by_a_draft_is_no_thing_of_the_past() -> None:
    """It was handed to nobody, and must not be published or printed as it is."""
    unit = replace(RIVALS, rooms=(replace(UNIT.rooms[0], capacity=1), UNIT.rooms[1]))
    problem, draft = prepared(unit).checked, planned()
    first = min(
        (each for each in draft.sessions if each.id in {"s3", "s4", "s5"}), key=lambda each: each.start
    )
    running = judged(problem, unit, draft, first.start + timedelta(minutes=1))
    assert any(first.id in violation.ids for violation in running.violations)
    over = judged(problem, unit, draft, first.end + timedelta(minutes=1))
    assert not any(first.id in violation.ids for violation in over.violations)


def test_who_cant_come_and_a_shut_room_put_nobody_in_danger_and_rivals_do() -> None:
    ill = Absence("a1", "c1", AbsenceKind.ILLNESS, TimeSpan(NOW, local("2026-11-28")))
    found = danger(*facts(replace(UNIT, absences=(ill,))), planned(), NOW)
    assert found.sessions
    assert found.grave == ()
    assert found.running == ()
    assert {each.absent for each in found.sessions} == {("c1",)}

    closed = TimeSpan(local("2026-11-27"), local("2026-11-28"))
    shut = replace(UNIT, rooms=(replace(UNIT.rooms[0], closed=(closed,)), UNIT.rooms[1]))
    found = danger(*facts(shut), planned(), NOW)
    assert [(each.session.id, each.shut, each.mild) for each in found.sessions] == [("s5", True, True)]
    small = replace(shut, rooms=(replace(shut.rooms[0], capacity=1), shut.rooms[1]))
    assert "s5" in {each.session.id for each in danger(*facts(small), planned(), NOW).grave}

    both = replace(RIVALS, absences=(ill,))
    found = danger(*facts(both), planned(), NOW)
    assert {each.session.id for each in found.grave} == {"s3", "s5"}
    assert [each.session.id for each in found.running] == ["s3"]


def test_the_check_tells_the_mild_from_the_grave_and_is_clean_of_neither() -> None:
    ill = Absence("a1", "c1", AbsenceKind.ILLNESS, TimeSpan(NOW, local("2026-11-28")))
    version = published(planned())
    mild = judged(*facts(replace(UNIT, absences=(ill,))), version, NOW, given=version)
    assert (mild.safe, mild.clean, mild.mild_sessions) == (True, False, 2)
    assert mild.grave == mild.grave_now == ()

    both = judged(*facts(replace(RIVALS, absences=(ill,))), version, NOW, given=version)
    assert (both.safe, both.mild_sessions) == (False, 2)
    assert [each.rule for each in both.grave] == [each.rule for each in both.grave_now] == ["R10"]


def test_a_room_that_is_shut_once_people_are_in_it_is_not_mild() -> None:
    closed = TimeSpan(local("2026-11-25"), local("2026-11-26"))
    shut = replace(UNIT, rooms=(replace(UNIT.rooms[0], closed=(closed,)), UNIT.rooms[1]))
    problem, version = prepared(shut).problem, published(planned())
    assert judged(problem, shut, version, local("2026-11-25T08:00")).safe
    running = judged(problem, shut, version, NOW, given=version)
    assert [each.ids[0] for each in running.grave_now] == ["s3"]
    assert running.mild == ()
