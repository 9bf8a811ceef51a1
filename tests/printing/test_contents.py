"""Pages to hand out: by staff, by person, by conflict group, and what they must not tell."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from desktop.domain.conflicts import ConflictGroup, Membership, Scope, Separation
from desktop.domain.offers import Placement, PlacementKind
from desktop.domain.plans import PlanVersion
from desktop.domain.time import WeeklyBlock
from desktop.domain.unit import Unit
from desktop.printing.contents import Choice, Contents, chosen, people_on
from desktop.printing.fitting import Names
from desktop.printing.week_print import PlanNotClean, PrintOptions, week_pdf
from tests.printing.week import ALWAYS, CLEAN, NAMES, level, prepared, session, unit, version

pytestmark = pytest.mark.usefixtures("qapp")

PLAN = version(
    session("s1", people="c1 c2 c3", staff="m1 m2"),
    session("s2", day=24, people="c3", staff="m2", minutes=120),
    session("s3", "r3", day=25, people="c4", staff="m1", start="12:00"),
)


def grouped() -> Unit:
    placed = Placement(
        "p1", "c5", PlacementKind.INTERNSHIP, "Depotet", None, (WeeklyBlock(2, 480, 840),), ALWAYS
    )
    return replace(
        unit(),
        levels=(level(1, needs_approval=True), *unit().levels[1:]),
        groups=(ConflictGroup("g1", "Sortegruppen"), ConflictGroup("g2", "Hvidegruppen")),
        memberships=(Membership("b1", "c1", "g1", ALWAYS), Membership("b2", "c3", "g2", ALWAYS)),
        separations=(Separation("x1", "c1", "c4", Scope.SITE, 30, "Trussel", ALWAYS, "Politiet"),),
        placements=(placed,),
    )


def pages(
    choice: Choice, *, names: Names = Names.FULL, unapproved: str = "", of: PlanVersion = PLAN
) -> list[str]:
    options = PrintOptions(names, choice=choice, unapproved=frozenset(unapproved.split()))
    pdf = PdfReader(io.BytesIO(week_pdf(prepared(grouped()), of, CLEAN, options)))
    return [" ".join(page.extract_text().split()) for page in pdf.pages]


def test_each_person_has_a_page_without_anybody_else() -> None:
    found = pages(Choice(Contents.PEOPLE))
    assert len(found) == 5
    for name, page in zip(NAMES, found, strict=False):
        assert [each for each in NAMES if each in page] == [name]
        assert "Page 1 of 1" in page
    assert "Lokale 1, Havnehuset" in found[0]
    assert "Depotet" in found[4]


def test_what_a_person_takes_home_tells_no_level_no_group_and_no_approval() -> None:
    for page in pages(Choice(Contents.PEOPLE)):
        for word in ("L1", "gruppen", "Needs approval", "Trussel"):
            assert word not in page


def test_a_session_without_its_yes_is_still_to_be_confirmed() -> None:
    first, second, *_ = pages(Choice(Contents.PEOPLE), unapproved="s2")
    third = pages(Choice(Contents.PEOPLE, "c3"), unapproved="s2")[0]
    assert "to be confirmed" not in first + second
    assert third.count("still to be confirmed") == 1


def test_a_member_of_the_staff_has_their_sessions_with_room_people_and_level() -> None:
    found = pages(Choice(Contents.STAFF))
    assert ["Page 1 of 1" in page for page in found] == [True, True]
    assert "Staff: Vibe Ellemose, Torben Kildehøj" in found[0]
    (one,) = pages(Choice(Contents.STAFF, "m1"))
    assert "Smedjen, Værkstedet" in one
    assert "Detlef Fjeldager" in one
    assert "L1!" in one
    assert one.count("Jobklub") == 2


def test_a_site_has_a_page_a_day_with_its_groups() -> None:
    found = pages(Choice(Contents.GROUPS, "h1"))
    assert "Havnehuset · Mon 23 Nov" in found[0]
    assert "Havnehuset · Tue 24 Nov" in found[1]
    assert len(found) == 2
    assert "Sortegruppen" in found[0] and "Hvidegruppen" in found[0]


@pytest.mark.parametrize("contents", list(Contents))
def test_no_name_of_a_citizen_stands_where_case_numbers_do(contents: Contents) -> None:
    text = " ".join(pages(Choice(contents), names=Names.CASE_NUMBERS))
    assert "26-1001" in text
    assert not [name for name in NAMES if name in text]


def test_one_room_is_printed_alone() -> None:
    (page,) = pages(Choice(Contents.ROOMS, "r3"))
    assert "Værkstedet · Smedjen" in page
    assert "Detlef Fjeldager" in page


@pytest.mark.parametrize("contents", list(Contents))
def test_a_session_that_would_be_missing_is_not_printed_over(contents: Contents) -> None:
    lost = replace(PLAN, sessions=(*PLAN.sessions, session("s9", "gone", people="nobody", staff="gone")))
    with pytest.raises(PlanNotClean):
        pages(Choice(contents), of=lost)


def test_the_trail_is_told_of_those_alone_who_stand_on_the_pages() -> None:
    of = grouped()
    one = Choice(Contents.PEOPLE, "c3")
    assert people_on(chosen(of, PLAN, one, {}), one.contents) == {"c3", "m1", "m2"}
    staff = Choice(Contents.STAFF, "m2")
    assert people_on(chosen(of, PLAN, staff, {}), staff.contents) == {"c1", "c2", "c3", "m1", "m2"}


def test_two_staff_and_two_rooms_of_one_name_are_two_on_paper() -> None:
    of = grouped()
    twins = replace(
        of,
        staff=tuple(replace(each, name="Anne Holm") for each in of.staff),
        rooms=tuple(replace(each, name="Lokalet") for each in of.rooms),
    )

    def text(choice: Choice) -> str:
        pdf = PdfReader(io.BytesIO(week_pdf(prepared(twins), both, CLEAN, PrintOptions(choice=choice))))
        return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())

    both = replace(PLAN, sessions=(*PLAN.sessions, session("s4", "r2", day=26, people="c4", staff="m1")))
    rooms = text(Choice(Contents.ROOMS))
    for name in ("Havnehuset · Lokalet (1)", "Havnehuset · Lokalet (2)", "Værkstedet · Lokalet"):
        assert name in rooms
    assert "Anne Holm (1)" in text(Choice(Contents.STAFF, "m1"))
    assert "Lokalet (Værkstedet)" in text(Choice(Contents.STAFF, "m1")) or "Lokalet, Værkstedet" in text(
        Choice(Contents.STAFF, "m1")
    )
