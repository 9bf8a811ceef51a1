"""The printed week, read back from its PDF."""

from __future__ import annotations

import io
import os
import stat
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QFontDatabase, QPdfWriter

from desktop.domain.plans import PlannedSession, PlanVersion, UnmetDuty
from desktop.domain.unit import Unit
from desktop.printing.contents import Choice, Contents
from desktop.printing.fitting import Names
from desktop.printing.week_print import (
    CannotPrint,
    PlanNotClean,
    PrintOptions,
    people_printed,
    print_week,
    week_pdf,
    write_week_pdf,
)
from solver.check import Report, Violation
from solver.plan import Unmet
from solver.problem import Commitment
from tests.printing.week import BROKEN, CLEAN, NAMES, citizen, prepared, session, unit, version

pytestmark = pytest.mark.usefixtures("qapp")


def bears_out(plan: PlanVersion) -> Report:
    """The check of a plan of which everything still holds."""
    missing = tuple(Unmet(each.citizen, each.duty) for each in plan.unmet)
    return replace(CLEAN, unmet=missing)


def pages(
    plan: PlanVersion, of: Unit | None = None, names: Names = Names.FULL, report: Report | None = None
) -> list[str]:
    """The text of each page, with single spaces. Without a report the check finds what the plan says."""
    pdf = week_pdf(prepared(of or unit()), plan, report or bears_out(plan), PrintOptions(names))
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


def full_week() -> list[PlannedSession]:
    """Twenty sessions a day in the first room, some more in the two others."""
    short = [
        session(f"x{day}-{number}", "r1", day, f"{6 + number // 2:02d}:{number % 2 * 30:02d}", 30)
        for day in range(23, 28)
        for number in range(20)
    ]
    return [*short, session("y1", "r2", minutes=180), session("y2", "r3", 28, "10:00")]


def test_every_session_is_printed_exactly_once() -> None:
    sessions = full_week()

    found = Counter(word for page in pages(version(*sessions)) for word in page.split())

    assert {each.id: found[each.id] for each in sessions} == {each.id: 1 for each in sessions}


def test_each_used_room_has_a_page_after_the_overview() -> None:
    printed = pages(version(session("s1", "r1"), session("s2", "r3")))

    assert len(printed) == 3
    assert all("Særenheden" in page for page in printed)
    assert "Week plan" in printed[0]
    assert "Havnehuset · Lokale 1" in printed[1]
    assert "Værkstedet · Smedjen" in printed[2]
    assert not any("Lokale 2" in page for page in printed)


def test_every_page_tells_its_week_version_mark_and_number() -> None:
    printed = pages(version(session("s1", "r1"), session("s2", "r3")))

    for number, page in enumerate(printed, start=1):
        assert "Week 48, 2026: 23–29 November" in page
        assert "Version 3, draft, made 22 November 2026, 13:05 by Koordinator K" in page
        assert "CONFIDENTIAL" in page
        assert "Checked: no rule broken · plan ab12cd34ef56" in page
        assert f"Page {number} of 3" in page


def test_the_overview_tells_the_weeks_figures() -> None:
    (overview, *_) = pages(version(session("s1"), session("s2", day=24)))

    for part in ("8 People", "2 Sessions", "1,234.5 Hours planned", "1,300 Proven upper bound", "5.0 % Gap"):
        assert part in overview
    assert "The independent check found no broken rule." in overview
    assert "Lokale 1 2 sessions, page 2" in overview


def test_figures_that_are_others_by_now_are_those_of_the_check() -> None:
    plan = version(session("s1", people="c1 c2 c3 c4"), unmet=(UnmetDuty("c1", "a1"), UnmetDuty("c1", "a2")))
    now = replace(CLEAN, goals=(("duties", 1), ("hours", 7.5)), unmet=(Unmet("c3", "a2"),))

    (overview, *_) = pages(plan, report=now)

    for part in ("7.5 Hours planned", "unknown Proven upper bound", "unknown Gap", "1 Duties not met"):
        assert part in overview
    assert "1,234.5" not in overview and "1,300" not in overview
    assert "The figures are worked out anew" in overview
    assert "Carlo Elmegrøft Vredeshåndtering" in overview
    assert "Aksel Bakkedrag" not in overview
    assert "c3" in people_printed(prepared(unit()), plan, now)
    assert "worked out anew" not in pages(plan)[0]


def test_an_unknown_bound_is_not_told_as_none() -> None:
    (overview, *_) = pages(replace(version(session("s1")), goals=()))

    assert "unknown Proven upper bound" in overview
    assert "unknown Gap" in overview


def test_the_overview_tells_who_has_less_than_they_should() -> None:
    unmet = (
        UnmetDuty("c6", "interview"),
        UnmetDuty("c3", "a2"),
        UnmetDuty("c3", "a2"),
        UnmetDuty("c3", "a1"),
    )

    (overview, *_) = pages(version(session("s1", people="c1 c2 c3 c4"), unmet=unmet))

    assert "Carlo Elmegrøft Vredeshåndtering × 2; Jobklub" in overview
    assert "Øjvind Ådalsgaard weekly interview" in overview
    idle = overview.split("Neither session nor placement")[1]
    assert [name for name in NAMES if name in idle] == list(NAMES[4:])


def test_somebody_at_a_placement_is_not_told_to_be_without() -> None:
    base = prepared(unit())
    block = Commitment("p1", ("c5",), None, 540, 900, True)
    week = replace(base, problem=replace(base.problem, commitments=(block,)))

    pdf = week_pdf(week, version(session("s1", people="c1 c2 c3 c4")), CLEAN)

    overview = " ".join(PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split())
    assert NAMES[4] not in overview
    assert NAMES[5] in overview


def test_rivals_brought_together_by_placements_are_told() -> None:
    warning = Violation("R11", ("p1", "p2", "c1", "c2"), "two placements bring c1 and c2 together")

    (overview, *_) = pages(version(session("s1")), report=replace(CLEAN, warnings=(warning,)))

    assert "Placements that bring together people who must be apart or alone" in overview
    assert "Aksel Bakkedrag, Bjarke Dybensø R11" in overview


def test_a_long_list_goes_on_over_further_pages() -> None:
    people = tuple(citizen(number, f"Person Nummer{number}") for number in range(1, 400))
    unmet = tuple(UnmetDuty(each.id, "a1") for each in people)

    printed = pages(version(session("s1"), unmet=unmet), unit(people))

    assert len(printed) > 3
    overview = printed[:-1]
    for each in people:
        assert sum(page.split().count(each.name.split()[1]) for page in overview) in (1, 2)
    assert f"page {len(printed)}" in overview[0]


def test_six_names_stand_in_an_hours_box() -> None:
    six = version(session("s1", people="c1 c2 c3 c4 c5 c6", staff="m1 m2"))

    room = pages(six)[1]

    assert [name for name in (*NAMES[:6], "Vibe Ellemose", "Torben Kildehøj") if name not in room] == []
    assert "In full" not in room


def test_nobody_is_missing_where_a_box_is_too_small() -> None:
    sessions = [
        session(f"s{day}", day=day, minutes=30, people="c1 c2 c3 c4 c5 c6 c7 c8") for day in range(23, 28)
    ]
    of = unit(tuple(citizen(number, f"{name} {'Langnavn ' * 4}") for number, name in enumerate(NAMES, 1)))

    printed = pages(version(*sessions), of)

    text = " ".join(printed[1:])
    assert "In full" in text
    # In the list, whole names; each session's people once more beside what the box itself could hold.
    for name in NAMES:
        assert text.count(name) >= len(sessions)


def test_case_numbers_leave_no_name_on_any_page() -> None:
    plan = version(session("s1", people="c1 c2"), unmet=(UnmetDuty("c3", "interview"),))

    printed = " ".join(pages(plan, names=Names.CASE_NUMBERS))

    assert not any(name in printed for name in NAMES)
    for number in (1001, 1002, 1003):
        assert f"26-{number}" in printed


@pytest.mark.parametrize("report", [BROKEN, replace(CLEAN, wrong=BROKEN.violations)])
def test_a_plan_that_is_not_clean_is_not_printed(report: Report, tmp_path: Path) -> None:
    target = tmp_path / "week.pdf"

    with pytest.raises(PlanNotClean):
        write_week_pdf(target, prepared(unit()), version(session("s1")), report)

    assert list(tmp_path.iterdir()) == []


def test_a_session_in_no_known_room_is_not_left_out_in_silence() -> None:
    with pytest.raises(PlanNotClean):
        pages(version(session("s1"), session("s2", "r9")))


def test_the_file_tells_nothing_about_anybody() -> None:
    pdf = week_pdf(prepared(unit()), version(session("s1")), CLEAN)

    metadata = PdfReader(io.BytesIO(pdf)).metadata
    assert metadata is not None
    assert metadata.title == "Sikkerplan 2026-W48"
    told = " ".join(str(value) for value in metadata.values())
    assert not any(word in told for name in (*NAMES, "Koordinator K", "Særenheden") for word in name.split())


def test_the_pages_are_a4_landscape_with_embedded_fonts() -> None:
    pdf = PdfReader(io.BytesIO(week_pdf(prepared(unit()), version(session("s1")), CLEAN)))

    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pdf.pages} == {(842, 595)}
    fonts: list[Any] = []
    for page in pdf.pages:
        resources: Any = page["/Resources"]
        fonts += [font["/DescendantFonts"][0]["/FontDescriptor"] for font in resources["/Font"].values()]
    assert fonts
    assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)


def test_only_the_owner_may_read_the_file(tmp_path: Path) -> None:
    target = tmp_path / "week.pdf"

    write_week_pdf(target, prepared(unit()), version(session("s1")), CLEAN)

    # Other systems than POSIX tell no such permissions.
    others = 0o077 if os.name == "posix" else 0
    assert stat.S_IMODE(target.stat().st_mode) & others == 0
    assert list(tmp_path.iterdir()) == [target]


def test_a_failed_write_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "week.pdf"
    target.write_bytes(b"the last print")

    def full(descriptor: int) -> None:
        raise OSError(28, "no space left")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space"):
        write_week_pdf(target, prepared(unit()), version(session("s1")), CLEAN)

    assert target.read_bytes() == b"the last print"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_device_that_does_not_answer_is_told(tmp_path: Path) -> None:
    nowhere = QPdfWriter(str(tmp_path / "missing" / "week.pdf"))

    with pytest.raises(CannotPrint):
        print_week(prepared(unit()), version(session("s1")), CLEAN, nowhere)


def test_a_machine_without_fonts_prints_no_empty_boxes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFontDatabase, "families", list)

    with pytest.raises(CannotPrint):
        pages(version(session("s1")))


def test_what_has_begun_and_breaks_a_rule_is_listed_with_its_day_time_and_room() -> None:
    found = BROKEN.violations
    told = replace(CLEAN, running=found)

    (overview, room, *_) = pages(version(session("s1")), report=told)

    assert "found no broken rule in what is to come" in overview
    heading = overview.index("Runs as this is printed, and breaks a rule")
    assert heading < overview.index("R10: Aksel Bakkedrag, Bjarke Dybensø") < overview.index("Pages ")
    assert "Placements that bring together" not in overview
    assert "Checked: no rule broken in what is to come" in room
    assert "Checked: no rule broken ·" not in room

    (overview, *_) = pages(version(session("s1")), report=replace(CLEAN, over=found))
    assert "Is over, and broke a rule" in overview


def test_whom_the_overview_warns_of_or_finds_idle_counts_as_named() -> None:
    warned = replace(CLEAN, warnings=(Violation("R10", ("p1", "c6", "c7"), "two rivals at one workplace"),))
    of = version(session("s1", people="c1", staff="m1"), unmet=(UnmetDuty("c2", "interview"),))
    week = prepared(unit())
    busy = replace(week, problem=replace(week.problem, citizens=week.problem.citizens[:3]))
    assert people_printed(busy, of, warned) == {"c1", "m1", "c2", "c3", "c6", "c7"}
    assert people_printed(busy, of, warned, Choice(Contents.ROOMS, "r1")) == {"c1", "m1"}
