"""The command line: files in, a plan or a verdict out, and an exit status that a script can trust.

0: a plan was written, or the plan is clean. 1: there is no plan, or the plan is not clean. 2: bad input.
3: a fault of the program itself.
"""

from __future__ import annotations

import argparse
import contextlib
import errno
import os
import signal
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from solver import worker
from solver.check import Violation, check
from solver.exchange import ExchangeError, InputError, read_plan, read_problem, write_plan
from solver.limits import Limits
from solver.plan import Plan
from solver.problem import Problem

if TYPE_CHECKING:
    from solver.solve import Progress

_UNITS = {"hours": " h", "gaps": " min", "cost": " kr.", "fairness": " squared slots"}


def main(arguments: Sequence[str]) -> int:
    """Runs one command; returns its exit status."""
    options = _parser().parse_args(arguments)
    try:
        if options.command == "solve":
            return _solve(options)
        if options.command == "check":
            return _check(options)
    except ExchangeError as error:
        _say(str(error))
        return 2
    except OSError as error:
        # The file's name was the user's own word; the error's text adds what went wrong.
        _say(f"{error.filename or 'file'}: {error.strerror or 'cannot be read or written'}")
        return 2
    # Ctrl-C in a terminal reaches the whole process group: when to stop is the app's to say.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    return worker.work(sys.stdin, sys.stdout)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m solver",
        description="Plans a week, and checks plans, in the Sikkerplan exchange format.",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    solve = commands.add_parser(
        "solve", help="plan a week: exit 0 with a plan, 1 where there is none, 2 on bad input"
    )
    solve.add_argument("problem", metavar="PROBLEM", help="problem file, - for standard input")
    solve.add_argument(
        "--out", required=True, metavar="PLAN", help="plan file to write, - for standard output"
    )
    solve.add_argument("--seconds", type=_positive, default=60.0, metavar="N", help="time to search (60)")
    solve.add_argument("--workers", type=_count, default=2, metavar="W", help="threads (2)")
    solve.add_argument(
        "--seed", type=_seed, default=1, metavar="S", help="seed of everything drawn by chance (1)"
    )
    solve.add_argument("--quiet", action="store_true", help="say nothing but errors")
    judge = commands.add_parser(
        "check", help="check a plan: exit 0 where it is clean, 1 where not, 2 on bad input"
    )
    judge.add_argument("problem", metavar="PROBLEM", help="problem file, - for standard input")
    judge.add_argument("plan", metavar="PLAN", help="plan file, - for standard input")
    commands.add_parser("worker", help="serve the app by JSON lines on standard input and output")
    return parser


def _positive(text: str) -> float:
    value = float(text)
    if not 0 < value < 1e7:
        raise argparse.ArgumentTypeError("must be above 0")
    return value


def _count(text: str) -> int:
    value = int(text)
    if not 1 <= value <= 256:
        raise argparse.ArgumentTypeError("must be from 1 to 256")
    return value


def _seed(text: str) -> int:
    value = int(text)
    if not 0 <= value < 2**31:
        raise argparse.ArgumentTypeError("must be from 0 to 2147483647")
    return value


# --- solve ----------------------------------------------------------------------------------------------


def _solve(options: argparse.Namespace) -> int:
    problem = read_problem(_read(options.problem))
    if options.out != "-" and not Path(options.out).parent.is_dir():
        # Said now, not after the search.
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(Path(options.out).parent))
    limits = Limits(options.seconds)
    bar = _Bar(options.seconds, options.quiet)
    if not options.quiet:
        for warning in check(problem, Plan(problem.week, "unknown", sessions=problem.locked)).warnings:
            _say(f"warning: {_line(warning)}")
    with _interruptible(limits):
        # ortools takes a second to import; an error in the files is told without it.
        from solver.solve import Observer, Options, UnsoundPlanError, solve

        try:
            plan = solve(
                problem,
                Options(options.seconds, options.workers, options.seed),
                Observer(progress=bar.show),
                limits,
            )
        except UnsoundPlanError as error:
            bar.end()
            _say(f"a plan broke {error}, a fault of the program: nothing was written")
            return 3
        bar.end()
        _write(options.out, write_plan(plan))
    if plan.status == "infeasible":
        for reason in plan.reasons:
            _say(_line(Violation(reason.rule, reason.ids, reason.text)))
        _say("there is no plan: the locked sessions and commitments contradict the rules")
        return 1
    if not options.quiet:
        if limits.stopped:
            _say("stopped: the best plan so far was kept")
        _say(_summary(problem, plan, limits.elapsed))
    return 0


def _summary(problem: Problem, plan: Plan, elapsed: float) -> str:
    goals = ", ".join(
        f"{g.goal} {g.value:g}{_UNITS.get(g.goal, '')} "
        + ("(proven best)" if g.proven else f"(no plan can pass {g.bound:g})")
        for g in plan.goals
    )
    count = f"{len(plan.sessions)} sessions for {len(problem.citizens)} citizens"
    return f"{plan.status}: {count} in {elapsed:.1f} s; {goals}; no rule broken"


class _Bar:
    """Progress on standard error: one line that is written over, or one every few seconds into a file."""

    def __init__(self, seconds: float, quiet: bool) -> None:
        self.seconds, self.quiet = seconds, quiet
        self.live = sys.stderr.isatty()
        self._width = 0
        self._last = -1.0

    def show(self, progress: Progress) -> None:
        if self.quiet or (not self.live and progress.elapsed - self._last < 2.0 and self._last >= 0):
            return
        self._last = progress.elapsed
        done = min(1.0, progress.elapsed / self.seconds)
        bar = "#" * round(20 * done) + "." * (20 - round(20 * done))
        line = f"[{bar}] {self._figures(progress)}  {progress.elapsed:.1f} s"
        if self.live:
            sys.stderr.write("\r" + line.ljust(self._width))
            sys.stderr.flush()
            self._width = len(line)
        else:
            _say(line)

    @staticmethod
    def _figures(progress: Progress) -> str:
        if progress.hours is None:
            return "no plan yet"
        gap = (progress.hours_bound - progress.hours) / progress.hours_bound if progress.hours_bound else 0.0
        duties = f"  duties missing {progress.duties}" if progress.duties else ""
        return f"hours {progress.hours:g}  bound {progress.hours_bound:g}  gap {gap:.1%}{duties}"

    def end(self) -> None:
        if self.live and self._width:
            sys.stderr.write("\n")


@contextlib.contextmanager
def _interruptible(limits: Limits) -> Iterator[None]:
    """Inside, Ctrl-C stops the search and keeps what it has; the second one ends the program."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        limits.stop()
        signal.signal(signal.SIGINT, signal.default_int_handler)

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


# --- check ----------------------------------------------------------------------------------------------


def _check(options: argparse.Namespace) -> int:
    if options.problem == "-" == options.plan:
        raise ExchangeError([InputError("", "only one of the two files can come from standard input")])
    problem = read_problem(_read(options.problem))
    plan = read_plan(_read(options.plan))
    report = check(problem, plan)
    for found in (*report.violations, *report.wrong):
        sys.stdout.write(_line(found) + "\n")
    for warning in report.warnings:
        sys.stdout.write(f"warning: {_line(warning)}\n")
    stated = {goal.goal: goal.value for goal in plan.goals}
    for goal, value in report.goals:
        said = "" if goal not in stated or stated[goal] == value else f" (the plan says {stated[goal]:g})"
        sys.stdout.write(f"{goal} {value:g}{_UNITS.get(goal, '')}{said}\n")
    sys.stdout.write("clean: no rule is broken\n" if report.clean else "not clean\n")
    return 0 if report.clean else 1


def _line(found: Violation) -> str:
    return f"{found.rule} {' '.join(found.ids)}: {found.text}"


# --- files ----------------------------------------------------------------------------------------------


def _say(line: str) -> None:
    sys.stderr.write(line + "\n")


def _read(name: str) -> bytes:
    return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()


def _write(name: str, text: str) -> None:
    """Writes the whole file or nothing: beside it first, then in its place."""
    if name == "-":
        sys.stdout.write(text)
        return
    target = Path(name)
    handle, beside = tempfile.mkstemp(prefix=".", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        Path(beside).replace(target)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
