"""What runs now and breaks a rule is told until it ends, and keeps nothing of the rest from being used."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, timedelta

import pytest

from desktop.domain.conflicts import Separation
from desktop.domain.offers import Placement, PlacementKind
from desktop.domain.plans import PlanVersion
from desktop.domain.time import WeeklyBlock
from desktop.services.attention import Matter, attention
from desktop.services.hand.drafts import DraftService
from desktop.services.hand.verdicts import VerdictKind, Verdicts
from desktop.services.hand.week_edits import Join, Leave, Move
from desktop.services.week.planned_weeks import meetings_ahead
from desktop.services.week.planning import PlanningService, UnsafePlan
from desktop.services.week.unsafe import running_now
from desktop.services.week.week_time import minute_now
from solver.check import Violation
from tests.services.acute_week import NOW, planned
from tests.services.fakes import FakeClock, FakeStore
from tests.services.small_unit import SINCE, UNIT, WEEK
from tests.services.versions import published

FEUD = Separation("x9", "c1", "c2", UNIT.separations[0].scope, 30, "Ny", SINCE, "Politiet")
LATER = NOW + timedelta(hours=2)


class Office:
    """A week in force, with c1 and c2 in its sessions on Monday, now (Wednesday) and on Friday."""

    def __init__(self) -> None:
        self.store = FakeStore(UNIT)
        self.clock = FakeClock(NOW.astimezone(UTC))
        self.planning = PlanningService(self.store, self.clock, "K")
        self.drafts = DraftService(self.store, self.clock, "K")
        self.given = published(planned())
        self.store.put(self.given)

    def feud(self) -> None:
        self.store.put(FEUD)

    def mended(self) -> PlanVersion:
        """A draft in which the two no longer meet from now on."""
        edited = self.drafts.edit(self.planning.prepare(WEEK), self.given, Leave("s5", "c2"))
        return edited.version


@pytest.fixture
def office() -> Office:
    return Office()


def sessions_of(found: tuple[Violation, ...]) -> set[str]:
    return {each.ids[0] for each in found if each.rule == "R10"}


def test_each_broken_rule_is_over_runs_now_or_is_to_come(office: Office) -> None:
    office.feud()
    report = office.planning.recheck(office.planning.prepare(WEEK), office.given)
    assert sessions_of(report.over) == {"s1"}
    assert sessions_of(report.running) == {"s3"}
    assert sessions_of(report.violations) == {"s5"}
    assert [each.session.id for each in running_now(office.given, report, NOW)] == ["s3"]
    office.clock.set(LATER.astimezone(UTC))
    report = office.planning.recheck(office.planning.prepare(WEEK), office.given)
    assert (sessions_of(report.over), report.running) == ({"s1", "s3"}, ())


def test_a_draft_is_published_whose_only_broken_rules_have_begun_as_in_the_version_in_force(
    office: Office,
) -> None:
    office.feud()
    done = office.drafts.publish(office.mended())
    assert sessions_of(done.report.running) == {"s3"}
    assert done.report.clean


def test_what_has_not_begun_is_never_forgiven(office: Office) -> None:
    copied = office.drafts.duplicate(office.given).edits[0].after
    assert isinstance(copied, PlanVersion)
    office.feud()
    with pytest.raises(UnsafePlan):
        office.drafts.publish(copied)


def test_a_change_of_what_has_begun_is_never_forgiven(office: Office) -> None:
    """The same session with other people than those it was handed out with."""
    office.feud()
    mended = office.mended()
    held = tuple(
        replace(each, citizens=("c1", "c2", "c3")) if each.id == "s3" else each for each in mended.sessions
    )
    other = replace(mended, sessions=held)
    report = office.planning.recheck(office.planning.prepare(WEEK), other)
    assert "s3" in sessions_of(report.violations)


def test_a_draft_of_a_week_that_was_never_published_runs_but_is_forgiven_what_is_over_alone() -> None:
    office = Office()
    office.store.put(planned())
    office.feud()
    prepared = office.planning.prepare(WEEK)
    report = office.planning.recheck(prepared, planned())
    assert [sessions_of(each) for each in (report.over, report.running, report.violations)] == [
        {"s1"},
        {"s3"},
        {"s5"},
    ]
    report = office.planning.to_publish(prepared, planned())
    assert sessions_of(report.over) == {"s1"}
    assert sessions_of(report.violations) == {"s3", "s5"}


def test_a_drag_of_what_has_begun_is_forbidden_from_the_first_moment(office: Office) -> None:
    prepared = office.planning.prepare(WEEK)
    verdicts = Verdicts(prepared, office.given.sessions, office.given, minute=minute_now(WEEK, NOW))
    friday, monday = WEEK.moment(4 * 1440 + 720), WEEK.moment(720)
    for edit in (Move("s3", "r1", friday), Move("s5", "r1", monday), Join("s1", "c3"), Leave("s3", "c2")):
        verdict = verdicts.verdict(edit)
        assert (verdict.kind, verdict.past) == (VerdictKind.FORBIDDEN, True)
    assert verdicts.verdict(Move("s5", "r1", friday)).allowed
    assert all(place.verdict.past for place in verdicts.places("s3"))
    whole = Verdicts(prepared, office.given.sessions)
    assert not whole.verdict(Leave("s3", "c2")).past


def placed(office: Office) -> None:
    block = (WeeklyBlock(2, 540, 780),)
    for number, citizen in ((1, "c1"), (2, "c2")):
        office.store.put(
            Placement(f"p{number}", citizen, PlacementKind.INTERNSHIP, "Parken", "s2", block, SINCE)
        )


def test_a_new_rivalry_between_two_in_one_placement_is_told_with_when_they_are_together(
    office: Office,
) -> None:
    placed(office)
    today = office.clock.today()
    assert meetings_ahead(office.planning, today) == ()
    office.feud()
    (found,) = meetings_ahead(office.planning, today)
    assert (found.people, found.site, found.placements) == (("c1", "c2"), "s2", ("p1", "p2"))
    assert found.runs(NOW)
    assert len(found.times) == 2
    assert not found.runs(NOW + timedelta(hours=4))
    with office.store.begin() as work:
        told = attention(work.unit(), office.planning, today)
    first = told.items[0]
    assert (first.matter, first.subject, first.meeting) == (Matter.PLACED_TOGETHER, "c1", found)
    assert [each.session.id for each in told.weeks[0].running] == ["s3"]
