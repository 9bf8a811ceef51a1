"""``check``: a verdict on a plan."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from solver.check import Report, check
from solver.exchange import read_plan, read_problem
from solver.plan import Plan
from solver.terminal.files import read, read_only_once
from solver.terminal.words import finding, valued, write_lines

if TYPE_CHECKING:
    from solver.terminal.arguments import Commands


def add_parser(commands: Commands) -> None:
    parser = commands.add_parser(
        "check", help="check a plan: exit 0 where it is clean, 1 where not, 2 on bad input"
    )
    parser.add_argument("problem", metavar="PROBLEM", help="problem file, - for standard input")
    parser.add_argument("plan", metavar="PLAN", help="plan file, - for standard input")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    read_only_once(options.problem, options.plan)
    problem = read_problem(read(options.problem))
    plan = read_plan(read(options.plan))
    report = check(problem, plan)
    write_lines(_verdict(plan, report))
    return 0 if report.clean else 1


def _verdict(plan: Plan, report: Report) -> Iterator[str]:
    for found in (*report.violations, *report.wrong):
        yield finding(found)
    for warning in report.warnings:
        yield f"warning: {finding(warning)}"
    stated = {goal.goal: goal.value for goal in plan.goals}
    for goal, value in report.goals:
        said = "" if goal not in stated or stated[goal] == value else f" (the plan says {stated[goal]:g})"
        yield f"{valued(goal, value)}{said}"
    if not report.clean:
        yield "not clean"
    elif plan.status == "infeasible":
        yield "infeasible: no week can hold the locked sessions and commitments"
    elif plan.status == "unknown" and not plan.sessions:
        yield "unknown: the file holds no week, and does not say that there is none"
    else:
        yield "clean: no rule is broken"
