"""First start to published week, and a broken spreadsheet, in a real window."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from pypdf import PdfReader

from desktop.domain.plans import VersionState
from desktop.domain.time import IsoWeek
from desktop.services.week.building import build_problem
from desktop.services.week.versions import plan_of
from desktop.vault import open_vault
from solver.check import check
from tests.e2e.first_start import ACTIVITY, PASSPHRASE, PEOPLE, ROOMS, STAFF
from tests.e2e.program import run

WEEK = IsoWeek(2026, 48)


def play(part: str, folder: Path, screen: dict[str, str]) -> None:
    done = run(["-m", "tests.e2e.driver", part, str(folder)], screen)
    assert done.returncode == 0, f"{done.stderr}\n{done.stdout}"
    assert "Traceback" not in done.stderr


def test_first_start_to_published_week(tmp_path: Path, screen_environment: dict[str, str]) -> None:
    play("first_start", tmp_path, screen_environment)

    vault = open_vault(tmp_path / "vault", PASSPHRASE)
    with vault.store().begin() as work:
        unit, versions = work.unit(), work.versions(WEEK)
    vault.close()
    assert {each.case_number for each in unit.citizens} == {row[0] for row in PEOPLE}
    assert (len(unit.rooms), len(unit.staff)) == (len(ROOMS), len(STAFF))
    assert [each.name for each in unit.activities] == [ACTIVITY]
    assert len(unit.enrolments) == len(unit.memberships) == len(PEOPLE)

    (version,) = versions
    assert version.state is VersionState.PUBLISHED
    problem = build_problem(unit, WEEK)
    assert problem.separations
    assert check(problem, plan_of(version)).clean
    # Each must have a session: whoever the planner found none for in its time is told as such.
    planned = {person for each in version.sessions for person in each.citizens}
    unmet = {each.citizen for each in version.unmet}
    assert planned
    assert planned | unmet == {each.id for each in unit.citizens}
    assert not planned & unmet
    words = Counter(" ".join(page.extract_text() for page in PdfReader(tmp_path / "week.pdf").pages).split())
    assert {each.id: words[each.id] for each in version.sessions} == dict.fromkeys(
        (each.id for each in version.sessions), 1
    )


def test_a_broken_spreadsheet_is_told_row_by_row_and_imported_once_it_is_right(
    tmp_path: Path, screen_environment: dict[str, str]
) -> None:
    play("broken_sheet", tmp_path, screen_environment)

    told = json.loads((tmp_path / "broken_sheet.json").read_text(encoding="utf-8"))
    assert told["wrong"] == [3, 4, 5]
    assert not told["ready"]
    assert told["message"] == "Correct the errors in the file, or leave their rows out."
    assert told["people"] == 0
    vault = open_vault(tmp_path / "vault", PASSPHRASE)
    with vault.store().begin() as work:
        names = sorted(each.name for each in work.unit().citizens)
    vault.close()
    assert names == ["Anna Holm", "Bo Lind", "Carl Dam"]
