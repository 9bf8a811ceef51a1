"""``solve``: a plan from a problem."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from solver.check import Violation
from solver.exchange import read_problem, write_plan
from solver.explain.impossible import contradictions, hopeless
from solver.explain.words import impossible, wrapped
from solver.limits import MOST_SECONDS, MOST_WORK, Limits
from solver.plan import Plan
from solver.problem import Problem
from solver.terminal.arguments import WORKERS, add_seed, add_workers, seconds, whole
from solver.terminal.bar import Bar
from solver.terminal.files import Target, read
from solver.terminal.running import Running
from solver.terminal.signals import Signals
from solver.terminal.words import finding, say, valued, warn

if TYPE_CHECKING:
    from solver.terminal.arguments import Commands

#: Seconds in which duties that nobody can be given are looked for before the search: enough for 700 people.
LOOK_FIRST = 1.0


def add_parser(commands: Commands) -> None:
    parser = commands.add_parser(
        "solve", help="plan a week: exit 0 with a plan, 1 where there is none, 2 on bad input"
    )
    parser.add_argument("problem", metavar="PROBLEM", help="problem file, - for standard input")
    parser.add_argument(
        "--out", required=True, metavar="PLAN", help="plan file to write, - for standard output"
    )
    effort = parser.add_mutually_exclusive_group()
    effort.add_argument("--seconds", type=seconds, default=60.0, metavar="N", help="time to search (60)")
    effort.add_argument(
        "--work",
        type=whole(1, MOST_WORK),
        metavar="N",
        help="rounds to search instead of a time, with one worker: the plan is the same on every machine",
    )
    # How many there are without a word depends on ``--work``.
    add_workers(parser, None)
    add_seed(parser)
    parser.add_argument("--quiet", action="store_true", help="say nothing but errors")
    parser.set_defaults(run=run, refuse=parser.error)


def run(options: argparse.Namespace) -> int:
    if options.work is not None:
        if (options.workers or 1) > 1:
            options.refuse("argument --work: needs --workers 1, since two do not always find the same plan")
        options.workers, options.seconds = 1, MOST_SECONDS
    problem = read_problem(read(options.problem))
    with Target(options.out) as target:
        limits = Limits(options.seconds)
        if not options.quiet:
            warn(problem)
        with Signals() as signals:
            if not options.quiet:
                _tell_impossible(problem, signals, limits)
            bar = Bar(options.seconds if options.work is None else None, options.quiet)
            search = _search(problem, options, limits, bar)
            try:
                plan = search.watch(signals, bar.draw)
            except Exception as error:
                # Imported here: the module compiles code and is slow to import; a search has imported it.
                from solver.machine_code import SourcesChangedError

                if not isinstance(error, SourcesChangedError):
                    raise
                say(str(error))
                return 3
            finally:
                bar.end()
            stopped, elapsed = limits.stopped, limits.elapsed
            if plan is not None:
                target.write(write_plan(plan))
    return search.leave(_told(problem, plan, options.quiet, stopped, elapsed))


def _tell_impossible(problem: Problem, signals: Signals, limits: Limits) -> None:
    """What no week can do, told before the search; a signal meanwhile stops the search too."""
    look = Limits(LOOK_FIRST)

    def go_on() -> bool:
        if signals.came():
            limits.stop()
        return look.go_on() and not limits.stopped

    contradicting = contradictions(problem, go_on)
    out_of_reach = () if contradicting else hopeless(problem, go_on)
    for line in wrapped(impossible(contradicting, out_of_reach)):
        say(line)
    if not go_on() and not limits.stopped:
        say("There may be more that is out of reach: there was no time to look at everybody.")


def _search(problem: Problem, options: argparse.Namespace, limits: Limits, bar: Bar) -> Running[Plan]:
    def work() -> Plan:
        # ortools takes a second to import: an error in the files is told without it.
        from solver.solve import Observer, Options, solve

        return solve(
            problem,
            Options(options.seconds, options.workers or WORKERS, options.seed, options.work),
            Observer(bar.show, running.keep),
            limits,
        )

    running = Running(work, limits)
    return running


def _told(problem: Problem, plan: Plan | None, quiet: bool, stopped: bool, elapsed: float) -> int:
    """Says what came of the search; returns the exit status."""
    if plan is None:
        say("stopped before there was a plan: nothing was written")
        return 130
    if plan.status == "infeasible":
        # Otherwise they were told before the search.
        for reason in plan.reasons if quiet else ():
            say(finding(Violation(reason.rule, reason.ids, reason.text)))
        say("there is no plan: the locked sessions and commitments contradict the rules")
        return 1
    if not quiet:
        if stopped:
            say("stopped: the best plan so far was kept")
        say(_summary(problem, plan, elapsed))
    return 0


def _summary(problem: Problem, plan: Plan, elapsed: float) -> str:
    goals = ", ".join(
        f"{valued(g.goal, g.value)} " + ("(proven best)" if g.proven else f"(no plan can pass {g.bound:g})")
        for g in plan.goals
    )
    count = f"{len(plan.sessions)} sessions for {len(problem.citizens)} citizens"
    return f"{plan.status}: {count} in {elapsed:.1f} s; {goals}; no rule broken"
