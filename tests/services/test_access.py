"""Everything about one person, and nothing about anybody else."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import UTC, datetime

import pytest

from desktop.services.access import AuditLine, person_file
from tests.services.fakes import FakeStore
from tests.store.small_unit import EVERYTHING, citizen, version

OTHER = "Somebody else"


def store() -> FakeStore:
    held = FakeStore()
    other = replace(citizen("c2", OTHER), case_number="S-2", note="Knows Ida Lund, S-1")
    told = replace(citizen("c1", "Ida Lund"), note=f"Quarrels with {OTHER.upper()} (S-2) and with somebody")
    held.put(*EVERYTHING, told, other, version("v2", 2))
    return held


def test_all_that_is_hers_is_in_it() -> None:
    found = person_file(store(), "c1", "[another]")
    assert found.citizen.name == "Ida Lund"
    assert len(found.citizen.caps) == 2
    assert [name for name, _ in found.memberships] == ["One"]
    assert [name for name, _ in found.referrals] == ["Offer"]
    assert [name for name, _ in found.enrolments] == ["Club"]
    assert [each.id for each in found.absences] == ["h1"]
    assert found.placements == ()
    assert found.avoided_sites == ("There", "Here")
    assert [(each.version.number, each.activity, each.site, each.room) for each in found.sessions] == [
        (1, "Club", "Here", "Blue"),
        (1, "Talk", "There", "Red"),
        (2, "Club", "Here", "Blue"),
        (2, "Talk", "There", "Red"),
    ]
    assert [(each.number, duty) for each, duty in found.missed] == [(1, "Club"), (2, "Club")]
    assert found.named_elsewhere == 1


def test_the_other_side_is_a_group_or_nobody_in_particular() -> None:
    found = person_file(store(), "c1", "[another]")
    assert [(each.separation.id, each.other) for each in found.separations] == [("x1", "Two"), ("x2", None)]


def test_nobody_else_is_named_in_any_text() -> None:
    found = person_file(store(), "c1", "[another]")
    assert found.citizen.note == "Quarrels with [another] ([another]) and with somebody"
    texts = repr(asdict(found.citizen)) + repr(found.memberships) + repr(found.absences)
    assert OTHER not in texts
    assert "S-2" not in texts


def test_the_audit_is_asked_about_them_alone() -> None:
    line = AuditLine(datetime(2026, 11, 26, tzinfo=UTC), "read")
    found = person_file(store(), "c1", "[another]", lambda asked: [line] if asked == "c1" else [])
    assert found.audit == (line,)
    assert person_file(store(), "c1", "[another]").audit is None


def test_nobody_is_told_as_such() -> None:
    with pytest.raises(LookupError):
        person_file(store(), "c9", "[another]")
