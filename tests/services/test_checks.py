"""The check's answers that are kept: never those of another version, another week or another time."""

from __future__ import annotations

from dataclasses import replace

from desktop.services.week.checks import Checks, happened
from desktop.services.week.versions import plan_of
from solver.check import check
from solver.problem import DAY_MINUTES
from tests.services.acute_week import planned, prepared
from tests.services.small_unit import UNIT, WEEK

VERSION = planned()
PROBLEM = prepared().checked
SHUT = prepared(replace(UNIT, rooms=tuple(replace(each, capacity=1) for each in UNIT.rooms))).checked
"""No room holds the two of any session."""


def test_the_same_asked_again_is_answered_at_once() -> None:
    checks = Checks()
    found = checks.report(PROBLEM, VERSION)
    assert found == check(PROBLEM, plan_of(VERSION))
    assert checks.report(replace(PROBLEM), replace(VERSION)) is found


def test_another_week_or_another_content_of_a_version_is_checked_anew() -> None:
    checks = Checks()
    assert checks.report(PROBLEM, VERSION).clean
    assert len(checks.report(SHUT, VERSION).violations) == 5
    fewer = replace(VERSION, sessions=VERSION.sessions[:2])
    assert len(checks.report(SHUT, fewer).violations) == 2
    assert checks.report(PROBLEM, VERSION).clean


def test_what_sessions_break_alone_is_what_these_do() -> None:
    checks = Checks()
    for minute in (0, DAY_MINUTES, 5 * DAY_MINUTES, 2 * DAY_MINUTES):
        sessions = plan_of(VERSION).sessions
        told = checks.alone(SHUT, VERSION, frozenset(each.id for each in sessions if each.start < minute))
        assert told == happened(SHUT, sessions, minute)
        assert len(told) == minute // DAY_MINUTES


def test_versions_that_are_gone_are_forgotten() -> None:
    checks = Checks()
    before = checks.report(PROBLEM, VERSION)
    checks.keep(WEEK.next(), ())
    assert checks.report(PROBLEM, VERSION) is before
    checks.keep(WEEK, (replace(VERSION, created_by="Afløser"),))
    assert checks.report(PROBLEM, VERSION) is not before
