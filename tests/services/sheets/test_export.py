"""What is written is read back unchanged, is no formula to anybody, and is recorded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from desktop.domain.conflicts import Membership
from desktop.domain.offers import Enrolment, Referral
from desktop.domain.people import Absence, AbsenceKind, Citizen
from desktop.domain.places import Room
from desktop.domain.time import DateSpan, TimeSpan
from desktop.domain.unit import Unit
from desktop.services.ids import sequential_ids
from desktop.services.sheets.cells import Value, end_value, start_value
from desktop.services.sheets.columns import Kind
from desktop.services.sheets.escape import escaped, unescaped
from desktop.services.sheets.export import (
    PlannedWeek,
    PlanNotClean,
    export_event,
    hours_sheet,
    plan_sheet,
    unit_sheet,
    week_export_event,
)
from desktop.services.sheets.preview import Preview, State, judged, read_rows
from desktop.services.sheets.reading import read_file
from desktop.services.sheets.values import moment_of
from desktop.services.sheets.writing import to_csv, to_xlsx
from solver.check import check
from solver.plan import Unmet
from tests import domain_strategies as domain
from tests.services.fakes import FakeStore
from tests.services.sheets.kit import TODAY, faults, plain_word, planned_week, seen
from tests.services.small_unit import SINCE, UNIT
from tests.ui.kit import plan

FORMS = ("comma", "point", "xlsx")


def written(form: str, heads: Sequence[str], rows: Sequence[Sequence[Value]]) -> bytes:
    return to_xlsx("Ark", heads, rows) if form == "xlsx" else to_csv(heads, rows, comma=form == "comma")


def read_back(unit: Unit, kind: Kind, form: str, into: Unit) -> Preview:
    sheet = unit_sheet(unit, kind, TODAY, plain_word, names=True)
    (table,) = read_file(written(form, sheet.columns, sheet.rows))
    mapping = dict(enumerate(table.heads))
    rows = read_rows(into, kind, table, mapping, TODAY, sequential_ids(), plain_word)
    return judged(into, kind, rows)


def planned() -> PlannedWeek:
    return planned_week(FakeStore(UNIT))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", Kind)
def test_an_exported_table_changes_nothing_when_it_is_read_back(kind: Kind, form: str) -> None:
    ill = TimeSpan(datetime.fromisoformat("2026-11-26T00:00"), datetime.fromisoformat("2026-11-27T12:30"))
    unit = replace(
        UNIT,
        absences=(Absence("a1", "c1", AbsenceKind.ILLNESS, ill), Absence("a2", "m1", AbsenceKind.COURT, ill)),
    )

    preview = read_back(unit, kind, form, unit)

    assert {row.state for row in preview.rows} == {State.UNCHANGED}


def twins() -> Unit:
    """Two of the staff and two rooms of one site have one name, and a room of another site has it too."""
    (m1, m2), (r1, r2) = UNIT.staff, UNIT.rooms
    ill = TimeSpan(datetime.fromisoformat("2026-11-26T00:00"), datetime.fromisoformat("2026-11-27T12:30"))
    return replace(
        UNIT,
        staff=(m1, replace(m2, name=m1.name)),
        rooms=(r1, replace(r2, name=r1.name), replace(r1, id="r3", site="s2")),
        absences=tuple(Absence(f"a{each.id}", each.id, AbsenceKind.COURT, ill) for each in UNIT.staff),
    )


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", [Kind.ROOMS, Kind.STAFF, Kind.ABSENCES])
def test_two_of_one_name_come_back_as_two(kind: Kind, form: str) -> None:
    unit = twins()

    preview = read_back(unit, kind, form, unit)

    assert [row.faults for row in preview.rows] == [()] * len(preview.rows)
    assert {row.state for row in preview.rows} == {State.UNCHANGED}


def test_a_change_of_one_of_two_changes_that_one_and_not_its_name() -> None:
    unit = twins()
    preview = seen(unit, Kind.STAFF, "Navn;Timer om ugen\nMedarbejder (2);12")
    assert preview.put == (replace(unit.staff[1], max_weekly_minutes=720),)
    rooms = seen(unit, Kind.ROOMS, "Navn;Sted;Pladser\nLokale 1;Depotet;3\nLokale 1 (2);Huset;5")
    assert [(each.id, each.name) for each in rooms.put if isinstance(each, Room)] == [
        ("r3", "Lokale 1"),
        ("r2", "Lokale 1"),
    ]


def test_which_of_two_is_meant_must_be_said_at_the_row() -> None:
    unit = twins()
    assert faults(seen(unit, Kind.STAFF, "Navn;Timer om ugen\nMedarbejder;12")) == [
        (2, "name", "needs_number")
    ]
    rooms = "Navn;Sted;Pladser\nLokale 1;Huset;3\nLokale 1;;3"
    assert faults(seen(unit, Kind.ROOMS, rooms))[:2] == [
        (2, "name", "needs_number"),
        (3, "name", "needs_site"),
    ]


def test_names_that_hold_the_signs_between_entries_come_back() -> None:
    person, group, staff = UNIT.citizens[0], UNIT.groups[0], UNIT.staff[0]
    offer, activity = UNIT.offers[0], UNIT.activities[0]
    unit = replace(
        UNIT,
        groups=(replace(group, name="Nord; Syd | Vest"), *UNIT.groups[1:]),
        offers=(replace(offer, name="Kursus; del 2"), *UNIT.offers[1:]),
        activities=(replace(activity, name="Jobklub; hold 1-2"), *UNIT.activities[1:]),
        memberships=tuple(Membership(f"y{each.id}", person.id, each.id, SINCE) for each in UNIT.groups),
        referrals=(Referral("yr", person.id, offer.id, SINCE),),
        enrolments=(Enrolment("ye", person.id, activity.id, 1, 3, SINCE),),
        staff=(replace(staff, skills=frozenset({"svejsning, rustfrit", "guard"})), *UNIT.staff[1:]),
    )

    for kind in (Kind.PEOPLE, Kind.STAFF):
        preview = read_back(unit, kind, "comma", unit)

        assert [row.faults for row in preview.rows if row.state is not State.UNCHANGED] == []


plain = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=12).filter(
    lambda text: not set(text) & set(";|#,") and text.strip() == text
)


@st.composite
def people(draw: st.DrawFn) -> tuple[Citizen, ...]:
    """Citizens whose whole record a row can tell."""
    cases = draw(st.lists(plain, min_size=1, max_size=4, unique_by=str.casefold))
    found = []
    for at, case in enumerate(cases):
        citizen = draw(domain.citizens(f"x{at}"))
        caps = tuple(replace(cap, note="", decided_by=draw(plain)) for cap in citizen.caps[:1])
        made = tuple(
            replace(each, level=draw(st.sampled_from((1, 2))), assessed_by=draw(plain), note="")
            for each in citizen.assessments[:1]
            if each.assessed_on <= TODAY
        )
        found.append(
            replace(
                citizen,
                name=draw(plain),
                case_number=case,
                enrolled=DateSpan(draw(st.dates(date(1990, 1, 1), date(2040, 1, 1)))),
                caps=caps,
                assessments=made,
                availability=tuple(sorted(citizen.availability)),
                note=draw(st.just("") | plain),
            )
        )
    return tuple(found)


@settings(max_examples=25)
@given(people(), st.sampled_from(FORMS))
def test_citizens_come_back_as_they_were(persons: tuple[Citizen, ...], form: str) -> None:
    bare = replace(UNIT, citizens=(), memberships=(), enrolments=(), referrals=(), separations=())
    full = replace(bare, citizens=persons)

    again = read_back(full, Kind.PEOPLE, form, full)
    anew = read_back(full, Kind.PEOPLE, form, bare)

    assert {row.state for row in again.rows} == {State.UNCHANGED}
    assert [row.faults for row in anew.rows] == [()] * len(persons)
    assert [replace(each, id="") for each in anew.put if isinstance(each, Citizen)] == [
        replace(each, id="") for each in persons
    ]


@given(st.text(max_size=12))
def test_no_text_begins_as_a_formula_does_and_each_comes_back(text: str) -> None:
    assert not escaped(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert unescaped(escaped(text)) == text


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+45 12", "-1+1", "@SUM(1)", " =1+1", "\t=1", "＝1"])
def test_a_name_is_never_worked_out_by_a_spreadsheet(text: str) -> None:
    content = to_csv(["Navn"], [[text]], comma=True).decode("utf-8-sig")
    book = load_workbook(BytesIO(to_xlsx("Ark", ["Navn"], [[text]])))

    assert content.split("\r\n")[1].lstrip('"').startswith("'")
    cell = book.worksheets[0]["A2"]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


def test_a_file_for_danish_has_semicolons_and_a_comma() -> None:
    sheet = unit_sheet(UNIT, Kind.STAFF, TODAY, plain_word, names=True)
    text = to_csv(sheet.columns, sheet.rows, comma=True)

    assert text.startswith(b"\xef\xbb\xbfname;supplier;skills;weekly_hours")
    assert b'\r\nMedarbejder;;"interview; mentor";30;08:00-16:00;' in text


def test_without_names_nobody_is_named() -> None:
    noted = replace(UNIT, citizens=tuple(replace(each, note="Ven af Bo") for each in UNIT.citizens))

    sheet = unit_sheet(noted, Kind.PEOPLE, TODAY, plain_word, names=False)

    assert "name" not in sheet.columns
    assert not any("Navn" in str(cell) or "Bo" in str(cell) for row in sheet.rows for cell in row)
    assert sheet.rows[0][0] == "sag-c1"


def test_the_plan_is_told_session_by_session() -> None:
    week = planned()

    named = plan_sheet(week, plain_word, names=True)
    numbered = plan_sheet(week, plain_word, names=False)

    assert named.rows[0] == (
        date(2026, 11, 23), "mon", "09:00", "11:00", "Jobklub", "Huset", "Lokale 1", "Underviser",
        "Navn c1; Navn c2", 2,
    )  # fmt: skip
    assert numbered.rows[0][-2] == "sag-c1; sag-c2"


def test_hours_that_are_not_known_are_told_so() -> None:
    unknown = replace(UNIT, citizens=tuple(replace(each, caps=()) for each in UNIT.citizens))
    week = planned()
    bare = replace(week, prepared=replace(week.prepared, unit=unknown))

    sheet = hours_sheet(bare, plain_word, names=True)

    assert {dict(zip(sheet.columns, row, strict=True))["cap_hours"] for row in sheet.rows} == {"unknown"}


def test_what_is_missing_is_what_the_check_finds_by_now() -> None:
    week = planned()
    (c1, *_) = (each.id for each in week.prepared.unit.citizens)
    now = replace(week, report=replace(week.report, unmet=(Unmet(c1, "club"), Unmet(c1, "club"))))

    sheet = hours_sheet(now, plain_word, names=False)

    missing = [dict(zip(sheet.columns, row, strict=True))["missing"] for row in sheet.rows]
    assert missing == [2, *[0] * (len(missing) - 1)]


def test_a_plan_that_breaks_a_rule_is_not_written() -> None:
    week = planned()
    problem = week.prepared.problem
    whole = plan(problem)
    broken = replace(whole, sessions=(*whole.sessions, replace(whole.sessions[0], id="again")))
    unsafe = replace(week, report=check(problem, broken))

    for sheet in (plan_sheet, hours_sheet):
        with pytest.raises(PlanNotClean):
            sheet(unsafe, plain_word, names=True)


def test_an_export_is_recorded_with_its_reason_and_its_people() -> None:
    sheet = unit_sheet(UNIT, Kind.PEOPLE, TODAY, plain_word, names=True)
    event = export_event(Kind.PEOPLE, sheet, "Møde", names=True)
    of_week = week_export_event(planned().version, "Møde", names=False)

    assert (event.kind.value, event.reason, event.people) == ("export", "Møde", ("c1", "c2", "c3", "c4"))
    assert event.payload == {"what": "table_people", "names": "full", "count": 4}
    assert (of_week.kind.value, of_week.reason) == ("export", "Møde")
    assert of_week.payload is not None
    assert of_week.payload["names"] == "case_numbers"


def test_spans_that_ran_out_are_not_exported_as_if_they_held() -> None:
    ended = tuple(replace(each, span=DateSpan(SINCE.first, date(2026, 2, 1))) for each in UNIT.memberships)

    sheet = unit_sheet(replace(UNIT, memberships=ended), Kind.PEOPLE, TODAY, plain_word, names=True)

    assert {dict(zip(sheet.columns, row, strict=True))["groups"] for row in sheet.rows} == {None}


@given(st.datetimes(datetime.fromisoformat("1990-01-01T00:00"), datetime.fromisoformat("2090-01-01T00:00")))
def test_a_moment_comes_back(moment: datetime) -> None:
    assert moment_of(str(start_value(moment)), end=False) == moment
    assert moment_of(str(end_value(moment)), end=True) == moment
