"""The answer to a request of access, read back from its PDF."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from pypdf import PdfReader

from desktop.printing.access_print import access_pdf, chapters, section_text
from desktop.qt.language import Language
from desktop.services.access import (
    STAFF_SECTIONS,
    AuditLine,
    PersonFile,
    Section,
    StaffFile,
    person_file,
    staff_file,
)
from tests.services.test_access import OTHER, STAFF, store

NOW = datetime(2026, 11, 26, 7, 30, tzinfo=UTC)
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(params=["da", "en"])
def language(request: pytest.FixtureRequest, qapp: Any) -> Iterator[str]:
    chosen = Language()
    chosen.install(str(request.param))
    yield str(request.param)
    chosen.install("en")


def held() -> PersonFile:
    return person_file(store(), "c1", "[another]", lambda _: [AuditLine(NOW, "was read")])


def held_of_staff() -> StaffFile:
    return staff_file(store(), "m1", "[another]", lambda _: [AuditLine(NOW, "was read")])


def text(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages)


def test_all_that_is_held_stands_in_it_and_nobody_else(language: str) -> None:
    found = text(access_pdf(held(), NOW))
    for words in ("Ida Lund", "S-1", "The unit", "One", "Offer", "Club", "police", "Blue", "was read"):
        assert words in found
    for other in (OTHER, "S-2", "Somebody", STAFF):
        assert other not in found
    for section in Section:
        assert section_text(section) in found


def test_what_is_held_fast_and_approved_of_hers_stands_there() -> None:
    made = {each.section: each for each in chapters(held())}
    lines = [(line.label, line.text) for line in made[Section.LOCKS].lines]
    assert lines[0] == ("2026-W48", "The whole week, held fast on 21 November 2026. agreed")
    assert lines[1] == ("23 November 2026 08:00–10:00", "Club, Here, Blue: held fast")
    assert lines[3] == ("2026-W48", "Sessions held fast on 21 November 2026")
    assert lines[-1] == (
        "23 November 2026 08:00–10:00",
        "Club, Here, Blue: approved by hand on 21 November 2026. by phone, [another] and [another] agree",
    )


def test_an_answer_to_somebody_of_the_staff_holds_what_is_theirs_and_names_nobody(language: str) -> None:
    found = text(access_pdf(held_of_staff(), NOW))
    for words in (STAFF, "Supplier", "37", "Club", "Blue", "was read"):
        assert words in found
    for other in (OTHER, "S-1", "S-2", "Ida"):
        assert other not in found
    titles = [section_text(section, of_staff=True) for section in STAFF_SECTIONS]
    assert all(title in found for title in titles)
    for section in set(Section) - set(STAFF_SECTIONS):
        assert section_text(section) not in found


def test_what_is_left_out_of_it_is_named_too() -> None:
    found = text(access_pdf(held_of_staff(), NOW, frozenset({Section.HOURS, Section.LEVELS})))
    assert found.count("Hours and times") == 1
    assert "37" not in found
    assert "Threat levels" not in found


def test_what_is_left_out_is_named(language: str) -> None:
    found = text(access_pdf(held(), NOW, frozenset({Section.LEVELS, Section.SEPARATIONS})))
    assert found.count(section_text(Section.LEVELS)) == 1
    assert "police" not in found


def test_a_section_without_anything_says_so_and_no_audit_has_no_section() -> None:
    made = {each.section: each for each in chapters(replace(held(), audit=None))}
    assert [line.text for line in made[Section.PLACEMENTS].lines] == ["Nothing is held."]
    assert Section.AUDIT not in made


def test_much_of_it_takes_several_pages_and_every_line_stands_somewhere() -> None:
    many = replace(held(), audit=tuple(AuditLine(NOW, f"entry-{at}-end") for at in range(300)))
    pdf = access_pdf(many, NOW)
    found = text(pdf)
    assert len(PdfReader(io.BytesIO(pdf)).pages) > 4
    assert all(f"entry-{at}-end" in found for at in range(300))


def test_title_and_metadata_name_nobody() -> None:
    info = PdfReader(io.BytesIO(access_pdf(held(), NOW))).metadata
    assert info is not None
    assert "Ida" not in str(dict(info))
    assert "2026-11-26" in str(info.title)
