"""``explain``: why people have no more hours in a plan, and what would help."""

from __future__ import annotations

import argparse
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING

from solver.exchange import read_plan, read_problem, render
from solver.explain.request import refuse_others
from solver.limits import MOST_SECONDS, MOST_WORK, Limits
from solver.plan import Plan
from solver.problem import Problem
from solver.terminal.arguments import add_seed, add_workers, seconds, whole
from solver.terminal.files import Target, read, read_only_once
from solver.terminal.running import Running
from solver.terminal.signals import Signals
from solver.terminal.words import finding, put, say, write_lines

if TYPE_CHECKING:
    from solver.explain.explanation import Explanation
    from solver.terminal.arguments import Commands


def add_parser(commands: Commands) -> None:
    parser = commands.add_parser(
        "explain", help="say why people have no more hours in a plan, and what would help: exit 0"
    )
    parser.add_argument("problem", metavar="PROBLEM", help="problem file, - for standard input")
    parser.add_argument("plan", metavar="PLAN", help="plan file, - for standard input")
    parser.add_argument("--citizen", metavar="ID", help="only this one; otherwise everybody below their cap")
    effort = parser.add_mutually_exclusive_group()
    effort.add_argument("--seconds", type=seconds, default=20.0, metavar="N", help="time to take (20)")
    effort.add_argument(
        "--work",
        type=whole(1, MOST_WORK),
        metavar="N",
        help="rounds of search for each offer instead of a time: the same words on every machine",
    )
    add_workers(parser)
    add_seed(parser)
    parser.add_argument(
        "--json", metavar="FILE", help="write it as JSON too; - for standard output, instead of the text"
    )
    parser.add_argument("--quiet", action="store_true", help="show no progress")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    read_only_once(options.problem, options.plan)
    problem = read_problem(read(options.problem))
    plan = read_plan(read(options.plan))
    refuse_others(problem, plan, options.citizen)
    with ExitStack() as files:
        target = None if options.json is None else files.enter_context(Target(options.json))
        limits = Limits(options.seconds if options.work is None else MOST_SECONDS)
        with Signals() as signals:
            progress = _Progress(options.quiet)
            running = _running(problem, plan, options, limits, progress)
            try:
                explanation = running.watch(signals, progress.draw)
            except Exception as error:
                from solver.explain.explanation import NotCleanError
                from solver.explain.gains import UnsoundWeekError

                if isinstance(error, UnsoundWeekError):
                    say(f"a week broke {error}, a fault of the program: nothing was told")
                    return 3
                if not isinstance(error, NotCleanError):
                    raise
                for found in (*error.report.violations, *error.report.wrong):
                    say(finding(found))
                say("the plan is not clean: nothing is explained")
                return 1
            finally:
                progress.end()
            if explanation is None or (limits.stopped and not explanation.told):
                say("stopped before there was anything to tell")
                return running.leave(130)
            if target is not None:
                from solver.explain.json_form import explanation_to_json

                target.write(render(explanation_to_json(explanation)))
            if options.json != "-":
                _print(explanation)
            if limits.stopped:
                say("stopped: there may be more to tell")
    return running.leave(0)


def _running(
    problem: Problem, plan: Plan, options: argparse.Namespace, limits: Limits, progress: _Progress
) -> Running[Explanation]:
    def work() -> Explanation:
        from solver.explain.explanation import Observer, Options, explain

        asked = Options(options.citizen, options.workers, options.seed, options.work)
        return explain(problem, plan, asked, limits, Observer(progress.show, running.keep))

    running = Running(work, limits)
    return running


def _print(explanation: Explanation) -> None:
    from solver.explain.sentences import sentences

    write_lines(sentences(explanation))


class _Progress:
    """How many people or offers were looked at, on standard error: one line that is written over."""

    def __init__(self, quiet: bool) -> None:
        self._silent = quiet or not sys.stderr.isatty()
        self._text = ""
        self._drawn = 0

    def show(self, step: str, done: int, of: int) -> None:
        self._text = f"{step} {done}/{of}"

    def draw(self, elapsed: float) -> None:
        if not self._silent:
            line = f"{self._text or 'reading'}  {elapsed:.1f} s"
            put("\r" + line.ljust(self._drawn))
            self._drawn = len(line)

    def end(self) -> None:
        if self._drawn:
            put("\n")
