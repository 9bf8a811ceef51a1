"""``python -m tests.bench.repair``: seconds of a repair from the start of its process, and what is proven.

Over events of every kind and realistic units, 70 people each.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from solver.check import check
from solver.exchange import minute_text, read_plan, write_plan, write_problem
from solver.plan import Plan
from solver.problem import DAY_MINUTES, Problem
from solver.solve import Options, solve
from tests.bench.events import events
from tests.bench.instances import realistic

NOW = 2 * DAY_MINUTES
COSTS = ("duties_lost", "hours_lost", "people_changed")


@dataclass(frozen=True, slots=True)
class Mended:
    """One repair: its event, seconds from the start of its process, and what it told of its costs."""

    event: str
    seconds: float
    told: dict[str, Any]


def measure(people: int, seed: int, rounds: int) -> list[Mended]:
    """Plans a unit, and repairs it after each event. ``AssertionError`` for a plan that is not safe."""
    problem = realistic(people, seed)
    plan = solve(problem, Options(seconds=3600.0, workers=1, work=rounds))
    with tempfile.TemporaryDirectory() as folder:
        return [
            _once(Path(folder), name, changed, plan)
            for name, changed in events(problem, plan.sessions, NOW, seed)
        ]


def _once(folder: Path, name: str, problem: Problem, plan: Plan) -> Mended:
    files = [str(folder / each) for each in ("problem.json", "plan.json", "out.json", "changes.json")]
    Path(files[0]).write_text(write_problem(problem), encoding="utf-8")
    Path(files[1]).write_text(write_plan(plan), encoding="utf-8")
    command = [sys.executable, "-m", "solver", "repair", *files[:2], "--out", files[2], "--json", files[3]]
    now = minute_text(problem.week, NOW)
    begun = time.monotonic()
    ended = subprocess.run([*command, "--now", now, "--quiet"], check=False)
    seconds = time.monotonic() - begun
    told = json.loads(Path(files[3]).read_text(encoding="utf-8"))
    found = check(problem, read_plan(Path(files[2]).read_bytes())).violations
    assert ended.returncode == 0
    assert len(found) == len(told["happened"])
    return Mended(name, seconds, told)


def words(row: list[Mended]) -> str:
    """A Markdown table by event, and a line on them all."""
    lines = [
        "| event | seconds, median | duties, hours lost, people changed | people proven |",
        "|---|---|---|---|",
    ]
    for name in dict.fromkeys(each.event for each in row):
        same = [each for each in row if each.event == name]
        costs = "; ".join(", ".join(f"{_value(each, cost):g}" for cost in COSTS) for each in same)
        lines.append(f"| {name} | {_median(same):.2f} | {costs} | {_proven(same)} of {len(same)} |")
    longest = max(each.seconds for each in row)
    share = _proven(row) / len(row)
    lines.append("")
    lines.append(
        f"{len(row)} repairs: {_median(row):.2f} s median, {longest:.2f} s at most, from the start of the "
        f"process; the number of people proven least in {share:.0%}"
    )
    return "\n".join(lines)


def _value(mended: Mended, cost: str) -> float:
    return float(mended.told[cost]["value"])


def _median(row: list[Mended]) -> float:
    return statistics.median(each.seconds for each in row)


def _proven(row: list[Mended]) -> int:
    return sum(1 for each in row if each.told["people_changed"]["proven"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=70, metavar="N", help="people of each unit (70)")
    parser.add_argument("--units", type=int, default=3, metavar="N", help="units, by seeds from 1 on (3)")
    parser.add_argument(
        "--rounds", type=int, default=15_000, metavar="N", help="rounds of search for each plan (15000)"
    )
    asked = parser.parse_args()
    row: list[Mended] = []
    for seed in range(1, asked.units + 1):
        row += measure(asked.people, seed, asked.rounds)
    print(words(row))


if __name__ == "__main__":
    main()
