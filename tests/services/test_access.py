"""Everything about one person, and nothing about anybody else."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import UTC, datetime

import pytest

from desktop.domain.locks import LockKind
from desktop.domain.people import HoursCap
from desktop.domain.staffing import StaffMember
from desktop.services.access import AuditLine, PersonFile, StaffFile, access_file, person_file, staff_file
from tests.services.fakes import FakeStore
from tests.store.small_unit import APPROVAL, EVERYTHING, LOCK, SPAN, UNIT, WEEK, citizen, version

OTHER = "Somebody else"
STAFF = "Vagn Vagtmand"


def store() -> FakeStore:
    held = FakeStore()
    other = replace(citizen("c2", OTHER), case_number="S-2", note=f"Knows Ida Lund, S-1, and {STAFF}")
    told = replace(
        citizen("c1", "Ida Lund"), note=f"Quarrels with {OTHER.upper()} (S-2) and with somebody, says {STAFF}"
    )
    signed = replace(told, caps=(HoursCap(SPAN, 1200, 300, STAFF), *told.caps[1:]))
    held.put(
        *EVERYTHING,
        signed,
        other,
        version("v2", 2),
        replace(UNIT.staff[0], name=STAFF),
        # Another's week, with one of hers in it; a day without her.
        replace(LOCK, id="y3", subject="c2", reason="threatened by Ida Lund"),
        replace(
            LOCK,
            id="y4",
            kind=LockKind.DAY,
            subject=WEEK.monday.isoformat(),
            sessions=(replace(LOCK.sessions[0], citizens=("c2",), staff=()),),
        ),
        replace(LOCK, id="y5", kind=LockKind.PERSON, subject="m1", sessions=(), reason=f"asked by {OTHER}"),
        replace(APPROVAL, note=f"by phone, {OTHER} and {STAFF} agree"),
    )
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
    assert [(str(each.week), each.version) for each in found.told] == [("2026-W48", "v1")]
    assert [(each.version.number, each.activity, each.site, each.room) for each in found.sessions] == [
        (1, "Club", "Here", "Blue"),
        (1, "Talk", "There", "Red"),
        (2, "Club", "Here", "Blue"),
        (2, "Talk", "There", "Red"),
    ]
    assert [(each.number, duty) for each, duty in found.missed] == [(1, "Club"), (2, "Club")]
    assert found.named_elsewhere == 2


def test_the_other_side_is_a_group_or_nobody_in_particular() -> None:
    found = person_file(store(), "c1", "[another]")
    assert [(each.separation.id, each.other) for each in found.separations] == [("x1", "Two"), ("x2", None)]


def test_nobody_else_is_named_in_any_text() -> None:
    found = person_file(store(), "c1", "[another]")
    assert found.citizen.note == "Quarrels with [another] ([another]) and with somebody, says [another]"
    assert [cap.decided_by for cap in found.citizen.caps] == ["[another]", "K"]
    assert OTHER not in repr(asdict(found))
    assert STAFF not in repr(asdict(found))
    assert "S-2" not in repr(asdict(found))


def test_locks_and_approvals_are_told_and_why_another_is_locked_is_not() -> None:
    found = person_file(store(), "c1", "[another]")
    told = [(each.lock.id, each.own, [one.activity for one in each.sessions]) for each in found.locks]
    assert told == [("y1", True, ["Club", "Talk"]), ("y3", False, ["Club", "Talk"])]
    assert [each.lock.reason for each in found.locks] == ["agreed", ""]
    ((given, held),) = [(each.approval, each.held) for each in found.approvals]
    assert (held.activity, held.site, held.room) == ("Club", "Here", "Blue")
    assert given.note == "by phone, [another] and [another] agree"


def test_somebody_of_the_staff_is_told_what_is_theirs_and_no_citizen_is_named() -> None:
    line = AuditLine(datetime(2026, 11, 26, tzinfo=UTC), "read")
    found = staff_file(store(), "m1", "[another]", lambda asked: [line] if asked == "m1" else [])
    assert (found.member.name, found.member.skills, found.supplier) == (
        STAFF,
        frozenset({"guard"}),
        "Supplier",
    )
    assert [each.id for each in found.absences] == ["h2"]
    assert [(each.version.number, each.activity) for each in found.sessions] == [
        (1, "Club"),
        (1, "Talk"),
        (2, "Club"),
        (2, "Talk"),
    ]
    assert [(each.lock.id, each.own, len(each.sessions)) for each in found.locks] == [
        ("y1", False, 2),
        ("y3", False, 2),
        ("y5", True, 0),
    ]
    assert [each.approval.note for each in found.approvals] == ["by phone, [another] and Vagn Vagtmand agree"]
    assert (found.avoided_by, found.audit) == (2, (line,))
    # Two citizens, and the approval.
    assert found.named_elsewhere == 3
    texts = repr(asdict(found))
    for other in (OTHER, "Ida Lund", "S-1", "S-2"):
        assert other not in texts


def test_one_question_answers_citizens_and_staff() -> None:
    assert isinstance(access_file(store(), "m1", "…"), StaffFile)
    assert isinstance(access_file(store(), "c1", "…"), PersonFile)
    own = FakeStore()
    own.put(*EVERYTHING, StaffMember("m2", "Own", None, frozenset(), (), 0))
    assert staff_file(own, "m2", "…").supplier == ""


def test_the_audit_is_asked_about_them_alone() -> None:
    line = AuditLine(datetime(2026, 11, 26, tzinfo=UTC), "read")
    found = person_file(store(), "c1", "[another]", lambda asked: [line] if asked == "c1" else [])
    assert found.audit == (line,)
    assert person_file(store(), "c1", "[another]").audit is None


def test_nobody_is_told_as_such() -> None:
    for asked in (access_file, person_file, staff_file):
        with pytest.raises(LookupError):
            asked(store(), "c9", "[another]")
