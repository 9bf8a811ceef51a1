"""The whole app in a real window: a vault is made, a unit imported, its week planned, seen and printed."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from desktop.domain.plans import PlanVersion
from desktop.domain.time import IsoWeek
from desktop.domain.unit import Unit
from desktop.services.week.building import build_problem
from desktop.services.week.versions import plan_of
from desktop.vault import open_vault
from solver.check import check
from tests.e2e.driver import COPIED, PASSPHRASE
from tests.e2e.program import run

WEEK = IsoWeek(2026, 48)


class Visit:
    """Two days with the app: what was seen, what was printed, and what the vault holds afterwards."""

    def __init__(self, folder: Path, screen: dict[str, str]) -> None:
        for part in ("first_day", "next_day"):
            done = run(["-m", "tests.e2e.driver", part, str(folder)], screen)
            assert done.returncode == 0, f"{part}: {done.stderr}\n{done.stdout}"
            assert "Traceback" not in done.stderr
        self.first = self._told(folder, "first_day")
        self.next = self._told(folder, "next_day")
        self.locked = self._told(folder, "locked")
        self.pdf = " ".join(page.extract_text() for page in PdfReader(folder / "week.pdf").pages)
        vault = open_vault(folder / "vault", PASSPHRASE)
        with vault.store().begin() as work:
            self.unit: Unit = work.unit()
            self.versions: tuple[PlanVersion, ...] = work.versions(WEEK)
        vault.close()
        self.platform = screen["QT_QPA_PLATFORM"]
        self.files = {path.name for path in (folder / "vault").iterdir()}
        self.contents = [path.read_bytes() for path in (folder / "vault").rglob("*") if path.is_file()]

    def _told(self, folder: Path, part: str) -> dict[str, Any]:
        told: dict[str, Any] = json.loads((folder / f"{part}.json").read_text())
        return told

    def sessions(self) -> list[str]:
        (version,) = self.versions
        return sorted(session.id for session in version.sessions)


@pytest.fixture(scope="module")
def visit(tmp_path_factory: pytest.TempPathFactory, screen_environment: dict[str, str]) -> Visit:
    return Visit(tmp_path_factory.mktemp("visit"), screen_environment)


def on_boards(told: dict[str, Any], what: str = "sessions") -> list[str]:
    return sorted(session for board in told["boards"] for session in board[what])


def test_it_was_a_real_window(visit: Visit) -> None:
    assert visit.first["platform"] == visit.platform


def test_the_stored_plan_keeps_every_rule(visit: Visit) -> None:
    (version,) = visit.versions

    report = check(build_problem(visit.unit, WEEK), plan_of(version))

    assert report.clean
    assert version.sessions


def test_the_board_shows_the_stored_sessions(visit: Visit) -> None:
    assert on_boards(visit.first) == visit.sessions()
    assert visit.first["version"] == visit.versions[0].id


def test_the_boxes_are_painted_on_the_screen(visit: Visit) -> None:
    in_sight = on_boards(visit.first, "in_sight")

    assert in_sight
    assert on_boards(visit.first, "painted") == in_sight


def test_the_window_says_that_no_rule_is_broken(visit: Visit) -> None:
    hours = next(goal.value for goal in visit.versions[0].goals if goal.goal == "hours")

    assert f"{hours:g}" in visit.first["figures"]
    assert f"{len(visit.sessions())}" in visit.first["figures"]


def test_every_session_of_the_plan_is_in_the_pdf_once(visit: Visit) -> None:
    words = Counter(visit.pdf.split())

    assert {session: words[session] for session in visit.sessions()} == dict.fromkeys(visit.sessions(), 1)


def test_the_pdf_names_the_people_of_each_session(visit: Visit) -> None:
    names = {citizen.id: citizen.name for citizen in visit.unit.citizens}
    planned = {names[citizen] for session in visit.versions[0].sessions for citizen in session.citizens}

    text = " ".join(visit.pdf.split())
    assert planned
    assert [name for name in planned if name not in text] == []


def test_the_next_day_the_plan_is_still_there(visit: Visit) -> None:
    assert on_boards(visit.next) == visit.sessions()


def test_the_locked_window_tells_nothing_and_the_clipboard_is_empty(visit: Visit) -> None:
    locked = visit.locked

    assert locked["copied"] == COPIED
    # Without a screen, Qt does not know whose the clipboard is.
    assert (locked["clipboard"], locked["selection"]) == ("", "") or visit.platform == "offscreen"
    assert "Sikkerplan is locked" in locked["texts"]
    assert locked["title"] == "Sikkerplan"
    for citizen in visit.unit.citizens:
        assert not any(citizen.name in text for text in locked["texts"])


def test_nothing_readable_is_left_in_the_vault(visit: Visit) -> None:
    assert len(visit.contents) >= 6
    assert visit.files == {
        "backups",
        "vault.json",
        "vault.json.copy",
        "sikkerplan.db",
        "sikkerplan.db.last",
        "sikkerplan.ini",
        "sikkerplan.pending",
    }
    for citizen in visit.unit.citizens:
        assert not [found for found in visit.contents if citizen.name.encode() in found]
