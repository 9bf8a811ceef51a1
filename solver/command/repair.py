"""``repair``: a plan that fits a problem that has changed since, and what it changes for whom."""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from solver.check import Violation, clock, span
from solver.cp_sat import make_ready
from solver.exchange import ExchangeError, InputError, minute_of, read_plan, read_problem, write_plan
from solver.exchange.text import render
from solver.limits import Limits
from solver.plan import Plan
from solver.problem import Problem
from solver.terminal.arguments import add_seed, add_workers, seconds
from solver.terminal.files import Target, read, read_only_once
from solver.terminal.running import Running
from solver.terminal.signals import Signals
from solver.terminal.words import finding, say, valued, warn, write_lines

if TYPE_CHECKING:
    from solver.repair import Least, Otherwise, Repair
    from solver.terminal.arguments import Commands

#: Reading the files and importing CP-SAT included: with the start of the process it stays below two seconds.
SECONDS = 1.4


def add_parser(commands: Commands) -> None:
    parser = commands.add_parser(
        "repair",
        help="mend a planned week after a change: exit 0 with a plan, 1 where there is none, 2 on bad input",
    )
    parser.add_argument("problem", metavar="PROBLEM", help="the changed problem, - for standard input")
    parser.add_argument("plan", metavar="PLAN", help="the plan as it was, - for standard input")
    parser.add_argument(
        "--out", required=True, metavar="PLAN", help="plan file to write, - for standard output"
    )
    parser.add_argument(
        "--now",
        metavar="TIME",
        help="what began before it has happened and stays: YYYY-MM-DDTHH:MM (the week's start)",
    )
    parser.add_argument("--json", metavar="FILE", help="write the changes as JSON too, - for standard output")
    parser.add_argument(
        "--seconds", type=seconds, default=SECONDS, metavar="N", help=f"time to search ({SECONDS:g})"
    )
    add_workers(parser)
    add_seed(parser)
    parser.add_argument("--quiet", action="store_true", help="say nothing but errors, and list no changes")
    parser.set_defaults(run=run, refuse=parser.error)


def run(options: argparse.Namespace) -> int:
    if options.out == options.json == "-":
        options.refuse("argument --json: the plan goes to standard output already")
    read_only_once(options.problem, options.plan)
    files = read(options.problem), read(options.plan)
    # From here on: whoever waits for the repair waits for this as well.
    limits = Limits(options.seconds)
    problem, plan = read_problem(files[0]), read_plan(files[1])
    now = _minute(problem, options.now)
    # Ctrl-C is listened to first, so that it leaves no half of a file behind.
    with Signals() as signals, contextlib.ExitStack() as targets:
        target = targets.enter_context(Target(options.out))
        beside = targets.enter_context(Target(options.json)) if options.json else None
        if not options.quiet:
            warn(problem)
        search = _search(problem, plan, now, options, limits)
        repaired = search.watch(signals, lambda _: None)
        stopped, elapsed = limits.stopped, limits.elapsed
        if repaired is not None:
            target.write(write_plan(repaired.plan))
            if beside is not None:
                from solver.repair import changes_to_json

                beside.write(render(changes_to_json(repaired)))
    if repaired is not None and not options.quiet and "-" not in (options.out, options.json):
        _list(repaired)
    return search.leave(_told(problem, repaired, options.quiet, stopped, elapsed))


def _minute(problem: Problem, text: str | None) -> int:
    if text is None:
        return 0
    try:
        return minute_of(problem.week, text)
    except ValueError as error:
        raise ExchangeError([InputError("--now", str(error))]) from None


def _search(
    problem: Problem, plan: Plan, now: int, options: argparse.Namespace, limits: Limits
) -> Running[Repair]:
    def work() -> Repair:
        # ortools takes some tenths of a second to import: an error in the files is told without it.
        make_ready()
        from solver.repair import Options, repair

        return repair(problem, plan, now, Options(options.workers, options.seed), limits, running.keep)

    running = Running(work, limits)
    return running


# --- what is said ------------------------------------------------------------------------------------------


def _list(repaired: Repair) -> None:
    """The changes on standard output, by person, then the sessions that change nobody's week."""
    write_lines(_lines(repaired))


def _lines(repaired: Repair) -> Iterator[str]:
    for person in repaired.changes.people:
        yield person.citizen
        changed = [(visit, "-") for visit in person.removed] + [(visit, "+") for visit in person.added]
        for visit, sign in sorted(changed):
            where = visit.site or "a site unknown by now"
            yield f"  {sign} {span(visit.start, visit.end)} {visit.activity} on {where}"
    if repaired.changes.sessions:
        yield "sessions with other staff or in another room"
        for each in repaired.changes.sessions:
            yield f"  {_otherwise(each)}"
    for thing in repaired.changes.gone:
        yield f"gone: {thing.kind} {thing.id}, planned in {', '.join(thing.sessions)}"
    for session in repaired.changes.left_out:
        what = f"{session.id} {clock(session.start)} {session.activity} in {session.room}"
        yield f"happened, and cannot be kept: {what} with {', '.join(session.citizens)}"
    for violation in repaired.happened:
        yield f"already happened: {finding(violation)}"


def _otherwise(each: Otherwise) -> str:
    before, after = each.before, each.after
    words = [f"{after.id} {clock(after.start)} {after.activity}:"]
    if before.room != after.room:
        words.append(f"room {before.room} → {after.room}")
    if gone := sorted(set(before.staff) - set(after.staff)):
        words.append("without " + ", ".join(gone))
    if new := sorted(set(after.staff) - set(before.staff)):
        words.append("with " + ", ".join(new))
    return " ".join(words)


def _told(problem: Problem, repaired: Repair | None, quiet: bool, stopped: bool, elapsed: float) -> int:
    """Says what came of the repair; returns the exit status."""
    if repaired is None:
        say("stopped before there was a plan: nothing was written")
        return 130
    if repaired.reasons:
        for reason in repaired.reasons:
            say(finding(Violation(reason.rule, reason.ids, reason.text)))
        say("there is no plan: the locked sessions contradict the rules, or what has happened")
        return 1
    if not quiet:
        if stopped:
            say("stopped: the best plan so far was kept")
        say(_summary(problem, repaired, elapsed))
    return 0


def _summary(problem: Problem, repaired: Repair, elapsed: float) -> str:
    changed = f"{_least(repaired.people)} of {len(problem.citizens)} people changed"
    lost = f"{_least(repaired.duties)} duties and {_least(repaired.hours)} hours lost"
    goals = ", ".join(valued(goal.goal, goal.value) for goal in repaired.plan.goals)
    broken = "no rule broken"
    if repaired.happened:
        broken = f"{len(repaired.happened)} rules broken by what has happened, none by what is to come"
    return f"repaired in {elapsed:.1f} s: {changed}, {lost}; {goals}; {broken}"


def _least(least: Least) -> str:
    return f"{least.value:g} ({'proven least' if least.proven else f'at least {least.bound:g}, not proven'})"
