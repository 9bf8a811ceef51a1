"""What happens, as facts of the unit: each kind, and what it must never do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop.domain.conflicts import Scope, Separation
from desktop.domain.errors import DomainError
from desktop.domain.people import Absence, AbsenceKind, LevelAssessment
from desktop.domain.time import DateSpan, TimeSpan
from desktop.domain.unit import Unit
from desktop.services.editing import EditingService
from desktop.services.happenings import (
    Detained,
    Happening,
    Illness,
    LowersLevel,
    NothingNew,
    Released,
    Rivalry,
    RoomShut,
    StaffMissing,
    Threat,
    effects,
    label_of,
    level_now,
    levels_to_raise,
    unit_with,
)
from desktop.services.ids import sequential_ids
from desktop.services.week.unsafe import Danger, danger
from tests.services.acute_week import NOW, facts, local, planned
from tests.services.fakes import FakeStore
from tests.services.small_unit import SINCE, UNIT

TODAY = date(2026, 11, 25)
REST_OF_WEEK = TimeSpan(NOW, local("2026-11-30"))
JAIL = Absence("j1", "c1", AbsenceKind.DETAINED, TimeSpan(local("2026-11-02"), local("2026-12-24")))

# What happens, and the sessions that are not safe any more; s3 runs at this moment.
KINDS: dict[str, tuple[Happening, set[str]]] = {
    "rivalry": (Rivalry("c1", "c2", "Slagsmål", "Mentor", TODAY, gap_minutes=30), {"s3", "s5"}),
    "rivalry of a group": (Rivalry("c1", "g1", "Brud", "Politiet", TODAY), {"s3", "s5"}),
    "threat": (Threat("c1", 2, "Politiet", TODAY, date(2026, 12, 9)), {"s3", "s5"}),
    "illness": (Illness("c3", REST_OF_WEEK), {"s4"}),
    "illness of staff": (Illness("m2", REST_OF_WEEK), {"s3", "s4", "s5"}),
    "room shut": (RoomShut("r1", TimeSpan(local("2026-11-27"), local("2026-11-28"))), {"s5"}),
    "staff missing": (StaffMissing("m2", TimeSpan(NOW, local("2026-11-27"))), {"s3", "s4"}),
    "detained": (Detained("c4", REST_OF_WEEK), {"s4"}),
    "left the unit": (Released("c2", leaves=True, since=NOW), {"s3", "s5"}),
    "left the unit tonight": (Released("c2", leaves=True, since=local("2026-11-26")), {"s5"}),
}


def after(happening: Happening, unit: Unit = UNIT) -> Unit:
    return unit_with(unit, effects(happening, unit, sequential_ids()))


@pytest.mark.parametrize("kind", KINDS)
def test_what_happened_makes_these_sessions_unsafe(kind: str) -> None:
    happening, unsafe = KINDS[kind]
    found = danger(*facts(after(happening)), planned(), NOW, Danger())
    assert found.ids == unsafe
    assert all(each.violations and not each.before for each in found.sessions)
    assert [each.session.id for each in found.sessions if each.running] == sorted({"s3"} & unsafe)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_recorded_is_what_was_looked_at_and_can_be_undone(kind: str) -> None:
    happening, _ = KINDS[kind]
    store = FakeStore(UNIT)
    editing = EditingService(store)
    told = effects(happening, editing.unit(), sequential_ids())

    change = editing.save(label_of(happening), told.put, told.remove)

    assert editing.unit() == unit_with(UNIT, told) != UNIT
    editing.undo(change)
    assert editing.unit() == UNIT


@pytest.mark.parametrize("kind", KINDS)
def test_an_id_that_nobody_knows_is_refused(kind: str) -> None:
    happening, _ = KINDS[kind]
    field = next(
        name for name in ("side_b", "citizen", "person", "room", "staff") if hasattr(happening, name)
    )
    values: dict[str, Any] = {field: "nobody"}
    unknown: Happening = replace(happening, **values)
    with pytest.raises(LookupError):
        effects(unknown, UNIT, sequential_ids())


def test_a_rivalry_is_kept_with_reason_source_and_last_day() -> None:
    until = date(2027, 2, 1)
    told = effects(
        Rivalry("c1", "g2", "Trusler", "Politiet", TODAY, until, Scope.SITE, 45), UNIT, sequential_ids()
    )
    span = DateSpan(TODAY, until)
    assert told.put == (Separation("sep001", "c1", "g2", Scope.SITE, 45, "Trusler", span, "Politiet"),)


@pytest.mark.parametrize("blank", ["reason", "source"])
def test_a_rivalry_without_reason_or_source_is_refused(blank: str) -> None:
    values: dict[str, Any] = {"reason": "Slagsmål", "source": "Mentor", blank: "  "}
    with pytest.raises(DomainError) as refused:
        Rivalry("c1", "c2", since=TODAY, **values)
    assert (refused.value.field, refused.value.key) == (blank, "empty")


def test_what_ends_before_it_begins_is_refused() -> None:
    for wrong in (
        lambda: Rivalry("c1", "c2", "Slagsmål", "Mentor", TODAY, date(2026, 11, 24)),
        lambda: Threat("c1", 2, "Politiet", TODAY, date(2026, 11, 24)),
    ):
        with pytest.raises(DomainError):
            wrong()


def test_a_threat_never_lowers_a_level() -> None:
    high = replace(
        UNIT.citizens[0], assessments=(LevelAssessment(2, "P", date(2026, 1, 1), date(2027, 1, 1)),)
    )
    unit = replace(UNIT, citizens=(high, *UNIT.citizens[1:]))
    with pytest.raises(LowersLevel):
        effects(Threat("c1", 1, "Mentor", TODAY, date(2026, 12, 1)), unit, sequential_ids())
    assert levels_to_raise(unit, "c1", TODAY) == (2,)
    assert levels_to_raise(UNIT, "c1", TODAY) == (1, 2)


def test_an_assessment_that_has_run_out_counts_as_the_level_above() -> None:
    old = replace(
        UNIT.citizens[0], assessments=(LevelAssessment(1, "P", date(2026, 1, 1), date(2026, 6, 1)),)
    )
    unit = replace(UNIT, citizens=(old, *UNIT.citizens[1:]))
    with pytest.raises(LowersLevel):
        effects(Threat("c1", 1, "Mentor", TODAY, date(2026, 12, 1)), unit, sequential_ids())


def test_a_threat_keeps_the_assessments_before_it() -> None:
    unit = after(Threat("c1", 2, "Politiet", TODAY, date(2026, 12, 9), "Ringet"))
    citizen = unit.citizens[0]
    assert citizen.assessments[:-1] == UNIT.citizens[0].assessments
    assert level_now(unit, "c1", TODAY).level == 2


def test_release_ends_the_detention_now() -> None:
    unit = replace(UNIT, absences=(JAIL,))
    told = effects(Released("c1", leaves=False, since=NOW), unit, sequential_ids())
    assert told.put == (replace(JAIL, span=TimeSpan(JAIL.span.start, NOW)),)
    assert danger(*facts(unit), planned(), NOW).ids == {"s3", "s5"}
    assert danger(*facts(unit_with(unit, told)), planned(), NOW).ids == {"s3"}


def test_release_takes_away_a_detention_to_come_and_leaves_other_absences() -> None:
    ill = Absence("j2", "c1", AbsenceKind.ILLNESS, JAIL.span)
    court = replace(JAIL, id="j3", span=TimeSpan(local("2026-12-01"), local("2026-12-02")))
    unit = replace(UNIT, absences=(JAIL, ill, court))
    told = effects(Released("c1", leaves=False, since=NOW), unit, sequential_ids())
    assert told.remove == (court,)
    assert [each.id for each in unit_with(unit, told).absences] == ["j1", "j2"]


def test_somebody_who_is_not_detained_has_nothing_to_end() -> None:
    with pytest.raises(NothingNew):
        effects(Released("c1", leaves=False, since=NOW), UNIT, sequential_ids())


def test_leaving_never_makes_an_enrolment_longer() -> None:
    gone = replace(UNIT.citizens[1], enrolled=DateSpan(SINCE.first, date(2026, 11, 1)))
    unit = replace(UNIT, citizens=(UNIT.citizens[0], gone, *UNIT.citizens[2:]))
    with pytest.raises(NothingNew):
        effects(Released("c2", leaves=True, since=NOW), unit, sequential_ids())
