"""From a new rivalry to the repaired week, in a real window."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

from desktop.app.demo import DEMO_PASSPHRASE
from desktop.domain.time import IsoWeek
from desktop.services.week.building import build_problem
from desktop.services.week.unsafe import danger
from desktop.services.week.versions import plan_of
from desktop.services.week.week_time import minute_now
from desktop.vault import open_vault
from solver.check import check
from tests.e2e.program import run

WEEK = IsoWeek(2026, 48)


def test_acute_rivalry_to_repaired_week(tmp_path: Path, screen_environment: dict[str, str]) -> None:
    done = run(["-m", "tests.e2e.driver", "acute", str(tmp_path)], screen_environment)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    told = json.loads((tmp_path / "acute.json").read_text(encoding="utf-8"))
    now = datetime.fromisoformat(told["now"])

    vault = open_vault(tmp_path / "vault", DEMO_PASSPHRASE)
    with vault.store().begin() as work:
        unit, versions = work.unit(), work.versions(WEEK)
    vault.close()
    pair = set(told["people"])
    assert any({each.side_a, each.side_b} == pair for each in unit.separations)
    before, after = versions
    problem = build_problem(unit, WEEK)
    assert not danger(problem, unit, before, now).none
    assert not danger(problem, unit, after, now).mendable
    assert not check(problem, plan_of(after)).wrong
    assert not any(pair <= set(each.citizens) for each in after.sessions if each.start >= now)
    minute = minute_now(WEEK, now)
    begun = [{each for each in plan_of(one).sessions if each.start < minute} for one in versions]
    assert begun[0] == begun[1]

    assert told["state"].endswith("no longer safe")
    assert told["unsafe"]
    assert told["calls"]
    # Which two share a session is the planner's choice, and so is whether they are together right now.
    checked = "in what is to come" if danger(problem, unit, after, now).running else "from now on"
    assert f"Checked: no rule is broken {checked}." in " ".join(told["figures"])
    assert told["title"] == "Kept as version 2"
