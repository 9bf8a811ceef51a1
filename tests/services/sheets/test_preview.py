"""Rows against the unit: what is new, what changes, and every mistake at its row and column."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from desktop.domain.conflicts import Membership, Scope, Separation
from desktop.domain.offers import Enrolment, Referral
from desktop.domain.people import Absence, AbsenceKind, Citizen, HoursCap, LevelAssessment
from desktop.domain.places import Room
from desktop.domain.staffing import StaffMember
from desktop.domain.time import DateSpan, TimeSpan, WeeklyBlock
from desktop.domain.unit import Entity
from desktop.services.sheets.columns import Kind
from desktop.services.sheets.preview import Preview, State
from tests.services.sheets.kit import TODAY, faults, seen
from tests.services.small_unit import SINCE, UNIT

FIRST = date(2026, 12, 1)


def put(preview: Preview, kind: type[Entity]) -> list[Entity]:
    return [entity for entity in preview.put if isinstance(entity, kind)]


def test_a_new_citizen_has_all_that_the_row_says() -> None:
    said = {
        "Navn": "Eva Holm", "Sagsnr.": "S-9", "Tilmeldt fra": "1. december 2026", "Timer om ugen": "20,5",
        "Timer pr. dag": "6:00", "Besluttet af": "Karen", "Niveau": "2", "Vurderet af": "Politiet",
        "Vurderet den": "20/11/2026", "Gyldig til": "01.06.2027", "Grupper": "gruppe 1",
        "Tilbud": "særligt forløb", "Aktiviteter": "Jobklub 1-2|Mentor: 1", "Mandag": "8-15",
        "Bemærkning": "Ja",
    }  # fmt: skip

    preview = seen(UNIT, Kind.PEOPLE, f"{';'.join(said)}\n{';'.join(said.values())}")

    assert faults(preview) == []
    assert [row.state for row in preview.rows] == [State.NEW]
    assert put(preview, Citizen) == [
        Citizen(
            "c001",
            "Eva Holm",
            "S-9",
            DateSpan(FIRST),
            caps=(HoursCap(DateSpan(FIRST), 1230, 360, "Karen"),),
            assessments=(LevelAssessment(2, "Politiet", date(2026, 11, 20), date(2027, 6, 1)),),
            availability=(WeeklyBlock(0, 480, 900),),
            note="Ja",
        )
    ]
    assert put(preview, Membership) == [Membership("mem001", "c001", "g1", DateSpan(FIRST))]
    assert put(preview, Referral) == [Referral("ref001", "c001", "o1", DateSpan(FIRST))]
    assert put(preview, Enrolment) == [
        Enrolment("enr001", "c001", "club", 1, 2, DateSpan(FIRST)),
        Enrolment("enr002", "c001", "mentor", 1, 1, DateSpan(FIRST)),
    ]


def test_what_is_not_said_of_a_new_citizen_is_unknown() -> None:
    preview = seen(UNIT, Kind.PEOPLE, "Navn;Sagsnr;Tilmeldt fra;Timer;Niveau;Grupper\nEva;S-9;01-12-2026;;;")

    assert preview.put == (Citizen("c001", "Eva", "S-9", DateSpan(FIRST)),)


def test_other_hours_hold_from_today_and_what_held_before_stays_on_record() -> None:
    preview = seen(UNIT, Kind.PEOPLE, "Sagsnr;Timer;Besluttet af\nSAG-C1;25;Karen")
    (person,) = put(preview, Citizen)

    assert isinstance(person, Citizen)
    assert person.caps == (
        HoursCap(DateSpan(SINCE.first, date(2026, 11, 25)), 1200, 360, "Enheden"),
        HoursCap(DateSpan(TODAY), 1500, 360, "Karen"),
    )
    told = {each.column: (str(each.before), str(each.after)) for each in preview.rows[0].differences}
    assert told["weekly_hours"] == ("20.00", "25.00")


def test_other_hours_need_somebody_who_decided_them() -> None:
    assert faults(seen(UNIT, Kind.PEOPLE, "Sagsnr;Timer\nsag-c1;25")) == [(2, "decided_by", "missing")]


def test_an_empty_cell_changes_nothing() -> None:
    preview = seen(UNIT, Kind.PEOPLE, "Sagsnr;Navn;Timer;Niveau;Grupper;Mandag;Note\nsag-c1;Navn c1;20;;;;")

    assert [row.state for row in preview.rows] == [State.UNCHANGED]
    assert preview.put == ()
    assert not preview.ready


def test_a_weekday_alone_changes_and_a_word_clears_it() -> None:
    preview = seen(UNIT, Kind.PEOPLE, "Sagsnr;Mandag;Tirsdag\nsag-c1;9-12 og 13-15;nej")
    (person,) = put(preview, Citizen)

    assert isinstance(person, Citizen)
    assert person.availability == (
        WeeklyBlock(0, 540, 720),
        WeeklyBlock(0, 780, 900),
        *(WeeklyBlock(day, 480, 960) for day in (2, 3, 4)),
    )


def test_a_group_is_added_and_none_is_taken_away() -> None:
    preview = seen(UNIT, Kind.PEOPLE, "Sagsnr;Grupper\nsag-c1;Gruppe 2")

    assert preview.put == (Membership("mem001", "c1", "g2", DateSpan(TODAY)),)


def test_a_new_assessment_stands_beside_the_one_before() -> None:
    row = "sag-c1;2;Politiet;25-11-2026;25-05-2027"
    preview = seen(UNIT, Kind.PEOPLE, f"Sagsnr;Niveau;Vurderet af;Vurderet den;Gyldig til\n{row}")
    (person,) = put(preview, Citizen)

    assert isinstance(person, Citizen)
    assert [made.level for made in person.assessments] == [1, 2]


def assessed(level: str, on: str, until: str) -> str:
    return f"Sagsnr=sag-c1;Niveau={level};Vurderet af=P;Vurderet den={on};Gyldig til={until}"


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        ("Navn=;Sagsnr=S-9;Tilmeldt=1/12/2026", ("name", "missing")),
        ("Navn=Eva;Sagsnr=;Tilmeldt=1/12/2026", ("case_number", "missing")),
        ("Navn=Eva;Sagsnr=S-9;Tilmeldt=", ("enrolled_from", "missing")),
        ("Navn=Eva;Sagsnr=S-9;Tilmeldt=31-11-2026", ("enrolled_from", "not_a_date")),
        ("Navn=Eva;Sagsnr=S-9;Tilmeldt=11/26/2026", ("enrolled_from", "not_a_date")),
        ("Sagsnr=sag-c1;Tilmeldt til=1/1/2020", ("enrolled_until", "before_first")),
        ("Sagsnr=sag-c1;Timer=tyve;Besluttet af=K", ("weekly_hours", "not_hours")),
        ("Sagsnr=sag-c1;Timer=-5;Besluttet af=K", ("weekly_hours", "not_hours")),
        ("Sagsnr=sag-c1;Timer=7,333;Besluttet af=K", ("weekly_hours", "not_hours")),
        ("Sagsnr=sag-c1;Timer=169;Besluttet af=K", ("weekly_hours", "too_large")),
        ("Sagsnr=sag-c1;Timer=#REF!", ("weekly_hours", "error_value")),
        (assessed("9", "1/11/2026", "1/5/2027"), ("level", "unknown_level")),
        (assessed("2", "1/12/2026", "1/5/2027"), ("assessed_on", "in_future")),
        (assessed("2", "1/11/2026", "1/5/2026"), ("valid_until", "before_assessed")),
        ("Sagsnr=sag-c1;Niveau=2;Vurderet af=P;Vurderet den=1/11/2026", ("valid_until", "missing")),
        ("Sagsnr=sag-c1;Grupper=Ingen", ("groups", "unknown_group")),
        ("Sagsnr=sag-c1;Tilbud=Ukendt", ("offers", "unknown_offer")),
        ("Sagsnr=sag-c1;Aktiviteter=Sang 1-2", ("activities", "unknown_activity")),
        ("Sagsnr=sag-c1;Aktiviteter=Jobklub", ("activities", "needs_sessions")),
        ("Sagsnr=sag-c1;Aktiviteter=Jobklub 3-1", ("activities", "too_small")),
        ("Sagsnr=sag-c1;Mandag=8-99", ("mon", "not_times")),
        ("Sagsnr=sag-c1;Mandag=15-8", ("mon", "not_after_start")),
        ("Sagsnr=sag-c1;Mandag=2026-08-15", ("mon", "not_times")),
        ("Sagsnr=sag-c1;Mandag=8-12, 11-15", ("mon", "overlap")),
        ("Sagsnr=sag-c1;Navn=A\x07B", ("name", "not_text")),
        (f"Sagsnr=sag-c1;Navn={'x' * 201}", ("name", "too_long")),
    ],
    ids=range(26),
)  # fmt: skip
def test_a_mistake_is_told_at_its_column(cells: str, fault: tuple[str, str]) -> None:
    heads, values = zip(*(cell.split("=", 1) for cell in cells.split(";")), strict=True)

    preview = seen(UNIT, Kind.PEOPLE, f"{';'.join(heads)}\n{';'.join(values)}")

    assert faults(preview) == [(2, *fault)]
    assert not preview.ready


def test_no_two_rows_are_about_the_same() -> None:
    table = "Sagsnr;Bemærkning\nsag-c1;Et\nSAG-C1;To"

    assert faults(seen(UNIT, Kind.PEOPLE, table)) == [(3, "case_number", "same_row")]
    assert seen(UNIT, Kind.PEOPLE, table, left_out={2}).ready


def test_rows_without_mistakes_are_taken_once_the_others_are_left_out() -> None:
    table = "Sagsnr;Bemærkning;Timer\nsag-c1;Et;\nsag-c2;To;tyve"
    whole, part = seen(UNIT, Kind.PEOPLE, table), seen(UNIT, Kind.PEOPLE, table, left_out={3})

    assert (whole.ready, part.ready) == (False, True)
    assert [entity.id for entity in part.put] == ["c1"]
    assert (part.count(State.CHANGED), part.count(State.WRONG), part.left_out) == (1, 0, 1)


def test_a_cell_beyond_the_headings_is_no_guess() -> None:
    assert faults(seen(UNIT, Kind.GROUPS, "Navn;Note\nGruppe 3;Et;To")) == [(2, "", "stray_cell")]


def test_a_separation_is_between_groups_and_citizens() -> None:
    preview = seen(
        UNIT,
        Kind.SEPARATIONS,
        """Part A;Part B;Fra;Til;Omfang;Minutter imellem;Grund;Kilde
        Gruppe 1;sag-c3;01-12-2026;01-06-2027;sted;45;Trusler;Politiet
        Gruppe 2;Gruppe 1;01-01-2026;;lektion;0;;""",
    )

    assert faults(preview) == []
    assert preview.put == (
        Separation(
            "sep001", "g1", "c3", Scope.SITE, 45, "Trusler", DateSpan(FIRST, date(2027, 6, 1)), "Politiet"
        ),
        replace(UNIT.separations[0], scope=Scope.SESSION, gap_minutes=0),
    )


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("Gruppe 9;sag-c3;01-12-2026;sted;45;G;K", ("side_a", "unknown_side")),
        ("sag-c3;sag-c3;01-12-2026;sted;45;G;K", ("side_b", "same")),
        ("Gruppe 1;sag-c3;;sted;45;G;K", ("from", "missing")),
        ("Gruppe 1;sag-c3;01-12-2026;sted;;G;K", ("gap", "missing")),
        ("Gruppe 1;sag-c3;01-12-2026;lektion;45;G;K", ("gap", "only_for_site")),
        ("Gruppe 1;sag-c3;01-12-2026;måske;45;G;K", ("scope", "not_a_choice")),
        ("Gruppe 1;sag-c3;01-12-2026;sted;45;;K", ("reason", "missing")),
        ("Gruppe 1;sag-c3;01-12-2026;sted;45;G;", ("source", "missing")),
    ],
)
def test_a_separation_leaves_nothing_open(row: str, fault: tuple[str, str]) -> None:
    preview = seen(UNIT, Kind.SEPARATIONS, f"Side A;Side B;Fra;Omfang;Afstand;Grund;Kilde\n{row}")

    assert faults(preview) == [(2, *fault)]


def test_a_name_that_two_have_is_no_answer() -> None:
    twins = replace(UNIT, citizens=tuple(replace(each, name="Bo") for each in UNIT.citizens))

    preview = seen(twins, Kind.ABSENCES, "Person;Fra;Til;Slags\nBo;26-11-2026;27-11-2026;syg")

    assert faults(preview) == [(2, "person", "ambiguous")]


def test_rooms_and_staff_are_known_by_name() -> None:
    rooms = seen(UNIT, Kind.ROOMS, "Lokale;Sted;Pladser;Udstyr\nlokale 1;;10;alarm, to udgange\nNyt;Huset;4;")
    staff = seen(
        UNIT,
        Kind.STAFF,
        "Medarbejder;Leverandør;Kompetencer;Timer;Fredag\nUnderviser;;Vagt;;\nNy;Leverandør;mentor;37;8-12",
    )

    assert rooms.put == (
        replace(UNIT.rooms[0], capacity=10, features=frozenset({"alarm", "two_exits"})),
        Room("r001", "s1", "Nyt", 4),
    )
    assert staff.put == (
        replace(UNIT.staff[1], skills=frozenset({"guard"})),
        StaffMember("m001", "Ny", "u1", frozenset({"mentor"}), (WeeklyBlock(4, 480, 720),), 2220),
    )


def test_an_absence_lasts_to_the_end_of_its_last_day() -> None:
    preview = seen(
        UNIT,
        Kind.ABSENCES,
        """Person;Fra;Til;Slags
        sag-c1;26-11-2026;27-11-2026;Syg
        Underviser;26-11-2026 kl. 8.30;26-11-2026 12:00;ferie""",
    )

    assert preview.put == (
        Absence(
            "abs001",
            "c1",
            AbsenceKind.ILLNESS,
            TimeSpan(datetime.fromisoformat("2026-11-26T00:00"), datetime.fromisoformat("2026-11-28T00:00")),
        ),
        Absence(
            "abs002",
            "m2",
            AbsenceKind.HOLIDAY,
            TimeSpan(datetime.fromisoformat("2026-11-26T08:30"), datetime.fromisoformat("2026-11-26T12:00")),
        ),
    )


def test_what_goes_wrong_says_nothing_of_anybody() -> None:
    preview = seen(UNIT, Kind.PEOPLE, "Sagsnr;Navn;Grupper\nS-9;Eva Holm;Hemmelig")

    shown = repr(preview)
    assert "Eva" not in shown
    assert "Hemmelig" not in shown
