"""A planted name is searched for in everything that the app wrote, and found nowhere in plain.

The app is used in its own process: a wrong passphrase, a unit with the name everywhere that a unit file
takes text, a plan, people and sessions opened, the audit trail read, and an error that carries the name.
What the user asks for in plain (the unit file, a print) lies elsewhere.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from desktop.app.crash import NOTE
from tests.e2e.driver import EXAMPLE, NEEDLE, WORKER
from tests.e2e.program import run
from tests.torture.needle import forms, found

SAID = {"name", "note", "reason", "source", "case_number", "contact", "address", "employer"}
"""The members of a unit file that hold what somebody wrote."""


def with_needle(value: Any, name: str = "") -> Any:
    """The unit with the needle in each of its names and notes."""
    if isinstance(value, dict):
        return {key: with_needle(each, key) for key, each in value.items()}
    if isinstance(value, list):
        return [with_needle(each, name) for each in value]
    if isinstance(value, str) and name in SAID:
        return f"{NEEDLE} {value}"
    return value


@pytest.fixture(scope="module")
def visit(tmp_path_factory: pytest.TempPathFactory, screen_environment: dict[str, str]) -> tuple[Path, str]:
    """The folder with everything that was written, and what was said on the terminal."""
    folder = tmp_path_factory.mktemp("needle")
    for name in ("home", "temporary", "asked-for"):
        (folder / name).mkdir()
    unit = with_needle(json.loads(EXAMPLE.read_text(encoding="utf-8")))
    (folder / "asked-for" / "unit.json").write_text(json.dumps(unit), encoding="utf-8")
    home = folder / "home"
    environment = screen_environment | {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_DATA_HOME": str(home / ".local" / "share"),
        "XDG_CACHE_HOME": str(home / ".cache"),
        "XDG_STATE_HOME": str(home / ".local" / "state"),
        "TMPDIR": str(folder / "temporary"),
    }
    said = ""
    for part in ("needle", "needle_again"):
        done = run(["-m", "tests.e2e.driver", part, str(folder)], environment)
        assert done.returncode == 0, f"{part}: {done.stderr}\n{done.stdout}"
        said += done.stdout + done.stderr
    return folder, said


def test_the_search_finds_what_is_there(tmp_path: Path) -> None:
    for number, form in enumerate(forms(NEEDLE)):
        (tmp_path / str(number)).write_bytes(os.urandom(50) + form + os.urandom(50))
    assert len(found([tmp_path], [NEEDLE])) == len(list(tmp_path.iterdir()))


def test_the_needle_is_found_in_no_file(visit: tuple[Path, str]) -> None:
    folder, _ = visit
    places = [folder / name for name in ("home", "temporary", "vault", "while-open")]
    assert found(places, [NEEDLE, WORKER]) == []


def test_what_was_searched_is_all_there(visit: tuple[Path, str]) -> None:
    folder, _ = visit
    open_files = {path.name for path in (folder / "while-open").rglob("*") if path.is_file()}
    assert {"sikkerplan.db", "sikkerplan.db-wal", "sikkerplan.lock", "sikkerplan.pending", NOTE} <= open_files
    closed = {path.name for path in (folder / "vault").rglob("*") if path.is_file()}
    assert {"sikkerplan.db", "vault.json", "sikkerplan.ini", "sikkerplan.pending", NOTE} <= closed


def test_the_error_was_noted_without_its_message(visit: tuple[Path, str]) -> None:
    folder, said = visit
    assert "StumbledOverSomebody" in (folder / "vault" / NOTE).read_text(encoding="utf-8")
    assert "error: StumbledOverSomebody" in said
    for form in forms(NEEDLE):
        assert form not in said.encode()


def test_the_vault_itself_remembers_what_was_done(visit: tuple[Path, str]) -> None:
    folder, _ = visit
    told = json.loads((folder / "needle_again.json").read_text(encoding="utf-8"))
    kinds = set(told["kinds"])
    assert {"unlock", "failed_unlock", "change", "read"} <= kinds
    assert told["whole"]
