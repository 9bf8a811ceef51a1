"""The demo in a real window: planned before the user's eyes, and closed in the middle of it."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from desktop.app.demo import DEMO_PASSPHRASE
from desktop.domain.plans import PlanVersion
from desktop.domain.time import IsoWeek
from desktop.services.week.building import build_problem
from desktop.services.week.versions import plan_of
from desktop.vault import open_vault
from solver.check import check
from tests.e2e.program import run


def play(part: str, folder: Path, screen: dict[str, str]) -> str:
    """Plays a part with the demo and returns what was written in the terminal."""
    done = run(["-m", "tests.e2e.driver", part, str(folder)], screen)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout


def stored(folder: Path) -> PlanVersion:
    """The one version that the vault holds, found clean once more."""
    vault = open_vault(folder / "vault", DEMO_PASSPHRASE)
    with vault.store().begin() as work:
        week = IsoWeek(2026, 48)
        (version,) = work.versions(week)
        assert check(build_problem(work.unit(), week), plan_of(version)).clean
    vault.close()
    return version


def test_the_demo_is_planned_in_the_window_and_told_once(
    tmp_path: Path, screen_environment: dict[str, str]
) -> None:
    out = play("demo", tmp_path, screen_environment)

    version = stored(tmp_path)
    assert out.count("Week 48, 2026: 23–29 November") == 1
    assert re.search(rf"Sessions +{len(version.sessions)}\n", out)
    assert out.count("The independent check found no broken rule.") == 1
    told = json.loads((tmp_path / "demo.json").read_text())
    shown = [session for board in told["boards"] for session in board["sessions"]]
    assert sorted(shown) == sorted(session.id for session in version.sessions)


def test_closing_in_mid_plan_ends_the_engine_and_keeps_the_best_plan(
    tmp_path: Path, screen_environment: dict[str, str]
) -> None:
    play("close_in_mid_plan", tmp_path, screen_environment)

    assert stored(tmp_path).sessions
    (engine,) = json.loads((tmp_path / "close_in_mid_plan.json").read_text())["engines"]
    with pytest.raises(ProcessLookupError):
        os.kill(engine, 0)
