"""The command line: files in, a plan or a verdict out, and an exit status that a script can trust.

0: a plan was written, or the plan is clean. 1: there is no plan, or the plan is not clean. 2: bad input.
3: a fault of the program itself.
"""

from __future__ import annotations

import argparse
import contextlib
import errno
import multiprocessing
import os
import secrets
import shutil
import signal
import stat
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from multiprocessing import resource_tracker
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, BinaryIO

from solver import worker
from solver.check import Report, Violation, check
from solver.exchange import ExchangeError, InputError, read_plan, read_problem, write_plan
from solver.limits import MOST_SECONDS, MOST_SEED, MOST_WORKERS, Limits
from solver.plan import Plan
from solver.problem import Problem

if TYPE_CHECKING:
    from solver.solve import Progress

#: Seconds between two looks at the search, at Ctrl-C and at the clock.
_LOOK = 0.1

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
        if isinstance(error, BrokenPipeError):
            _deafen()
        # The file's name was the user's own word; the error's text adds what went wrong.
        _say(f"{error.filename or 'file'}: {error.strerror or 'cannot be read or written'}")
        return 2
    # Ctrl-C in a terminal reaches the whole process group: when to stop is the app's to say.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _block_interrupts()
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
    solve.add_argument("--seconds", type=_seconds, default=60.0, metavar="N", help="time to search (60)")
    solve.add_argument("--workers", type=_whole(1, MOST_WORKERS), default=2, metavar="W", help="threads (2)")
    solve.add_argument(
        "--seed",
        type=_whole(0, MOST_SEED),
        default=1,
        metavar="S",
        help="seed of everything drawn by chance (1)",
    )
    solve.add_argument("--quiet", action="store_true", help="say nothing but errors")
    judge = commands.add_parser(
        "check", help="check a plan: exit 0 where it is clean, 1 where not, 2 on bad input"
    )
    judge.add_argument("problem", metavar="PROBLEM", help="problem file, - for standard input")
    judge.add_argument("plan", metavar="PLAN", help="plan file, - for standard input")
    commands.add_parser("worker", help="serve the app by JSON lines on standard input and output")
    return parser


def _seconds(text: str) -> float:
    with contextlib.suppress(ValueError):
        if 0 < (value := float(text)) <= MOST_SECONDS:
            return value
    raise argparse.ArgumentTypeError(f"must be a number above 0 and at most {MOST_SECONDS:.0f}")


def _whole(least: int, most: int) -> Callable[[str], int]:
    def whole(text: str) -> int:
        with contextlib.suppress(ValueError):
            if least <= (value := int(text)) <= most:
                return value
        raise argparse.ArgumentTypeError(f"must be a whole number from {least} to {most}")

    return whole


# --- solve ----------------------------------------------------------------------------------------------


def _solve(options: argparse.Namespace) -> int:
    problem = read_problem(_read(options.problem))
    with _Target(options.out) as target:
        limits = Limits(options.seconds)
        if not options.quiet:
            for warning in check(problem, Plan(problem.week, "unknown", sessions=problem.locked)).warnings:
                _say(f"warning: {_line(warning)}")
        with _Signals() as signals:
            search = _Search(problem, options, limits)
            try:
                plan = search.watch(signals)
            except Exception as error:
                from solver.solve import UnsoundPlanError

                if not isinstance(error, UnsoundPlanError):
                    raise
                _say(f"a plan broke {error}, a fault of the program: nothing was written")
                return 3
            stopped, elapsed = limits.stopped, limits.elapsed
            if plan is not None:
                target.write(write_plan(plan))
    status = _told(problem, plan, options.quiet, stopped, elapsed)
    if search.running:
        # CP-SAT may be at work in that thread, and ending the interpreter under it is not safe.
        for child in multiprocessing.active_children():
            child.terminate()
        sys.stderr.flush()
        os._exit(status)
    return status


def _told(problem: Problem, plan: Plan | None, quiet: bool, stopped: bool, elapsed: float) -> int:
    """Says what came of the search; returns the exit status."""
    if plan is None:
        _say("stopped before there was a plan: nothing was written")
        return 130
    if plan.status == "infeasible":
        for reason in plan.reasons:
            _say(_line(Violation(reason.rule, reason.ids, reason.text)))
        _say("there is no plan: the locked sessions and commitments contradict the rules")
        return 1
    if not quiet:
        if stopped:
            _say("stopped: the best plan so far was kept")
        _say(_summary(problem, plan, elapsed))
    return 0


def _summary(problem: Problem, plan: Plan, elapsed: float) -> str:
    goals = ", ".join(
        f"{g.goal} {g.value:g}{_UNITS.get(g.goal, '')} "
        + ("(proven best)" if g.proven else f"(no plan can pass {g.bound:g})")
        for g in plan.goals
    )
    count = f"{len(plan.sessions)} sessions for {len(problem.citizens)} citizens"
    return f"{plan.status}: {count} in {elapsed:.1f} s; {goals}; no rule broken"


class _Search:
    """A search in a thread of its own, so that the main one can listen and keep the clock going."""

    def __init__(self, problem: Problem, options: argparse.Namespace, limits: Limits) -> None:
        self._problem, self._options, self._limits = problem, options, limits
        self._bar = _Bar(options.seconds, options.quiet)
        self._best: Plan | None = None
        self._done = Future[Plan]()

    @property
    def running(self) -> bool:
        return not self._done.done()

    def watch(self, signals: _Signals) -> Plan | None:
        """The plan. The first signal stops the search, which then hands over its best; the second waits for
        nothing more: the last plan that was told, None where there is none."""
        ended = threading.Event()
        self._done.add_done_callback(lambda _: ended.set())
        self._bar.draw(0.0)
        threading.Thread(target=self._run, daemon=True).start()
        try:
            while not ended.is_set():
                self._bar.draw(self._limits.elapsed)
                ended.wait(_LOOK)
                if signals.came():
                    if self._limits.stopped:
                        return self._done.result() if ended.is_set() else self._best
                    self._limits.stop()
        finally:
            self._bar.end()
        return self._done.result()

    def _run(self) -> None:
        try:
            # ortools takes a second to import: an error in the files is told without it.
            from solver.solve import Observer, Options, solve

            options = self._options
            self._done.set_result(
                solve(
                    self._problem,
                    Options(options.seconds, options.workers, options.seed),
                    Observer(self._bar.show, self._keep),
                    self._limits,
                )
            )
        except BaseException as error:
            self._done.set_exception(error)

    def _keep(self, plan: Plan) -> None:
        self._best = plan


class _Bar:
    """Progress on standard error: one line that is written over, or one every few seconds into a file."""

    CELLS = 20
    FEWEST_CELLS = 4

    def __init__(self, seconds: float, quiet: bool) -> None:
        self.seconds, self.quiet = seconds, quiet
        self.live = sys.stderr.isatty()
        self._progress: Progress | None = None
        self._drawn = ""
        self._last = -1.0

    def show(self, progress: Progress) -> None:
        """Takes what the search says, from its thread."""
        self._progress = progress

    def draw(self, elapsed: float) -> None:
        """Draws what was said last, ``elapsed`` seconds on. A terminal sees the time go where nothing was."""
        if self.quiet:
            return
        if self.live:
            columns = _columns() - 1  # In the last column some terminals go to the next line.
            line = self._line(elapsed, columns)
            if line != self._drawn:
                _put("\r" + line.ljust(min(len(self._drawn), columns)))
                self._drawn = line
            return
        progress = self._progress
        if progress is not None and (self._last < 0 or progress.elapsed - self._last >= 2.0):
            self._last = progress.elapsed
            _say(self._line(progress.elapsed, sys.maxsize))

    def _line(self, elapsed: float, columns: int) -> str:
        """In so many columns: cells of the bar are left out first, then the figures that matter least."""
        text = ""
        for figures in self._figures():
            text = f"{figures}  {elapsed:.1f} s"
            if len(text) <= columns:
                break
        cells = min(self.CELLS, columns - len(text) - len("[] "))
        if cells < self.FEWEST_CELLS:
            return text[:columns]
        full = round(cells * min(1.0, elapsed / self.seconds))
        return f"[{'#' * full}{'.' * (cells - full)}] {text}"

    def _figures(self) -> tuple[str, ...]:
        """Hours, bound, gap and the duties missing, where any is; then the same in ever fewer words."""
        progress = self._progress
        if progress is None or progress.hours is None:
            return ("no plan yet",)
        bound = progress.hours_bound
        share = (bound - progress.hours) / bound if bound else 0.0
        hours, gap = f"hours {progress.hours:g}", f"gap {share:.1%}"
        most = f"{hours}  bound {bound:g}  {gap}"
        every = f"{most}  duties missing {progress.duties}" if progress.duties else most
        return every, most, f"{hours}  {gap}", hours

    def end(self) -> None:
        if self._drawn:
            _put("\n")


def _columns() -> int:
    """Columns of the terminal that standard error writes to; 80 where nobody knows."""
    try:
        size = os.get_terminal_size(sys.stderr.fileno())
    except (OSError, ValueError):
        size = os.terminal_size((0, 0))
    return shutil.get_terminal_size(size).columns or 80


class _Signals:
    """Inside, Ctrl-C and SIGTERM interrupt nothing: they are asked for. Afterwards they are ignored."""

    def __init__(self) -> None:
        self._noted = False

    def came(self) -> bool:
        """Whether one came since the last time of asking."""
        if sys.platform != "win32" and signal.SIGINT in signal.sigpending():
            signal.sigwait({signal.SIGINT})
            self._noted = True
        noted, self._noted = self._noted, False
        return noted

    def __enter__(self) -> _Signals:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._note)
        _block_interrupts()
        return self

    def __exit__(self, *_: object) -> None:
        # The plan is written and its exit status stands: only a few words are left to be said.
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_IGN)

    def _note(self, _signal: int, _frame: FrameType | None) -> None:
        self._noted = True


def _block_interrupts() -> None:
    """Ctrl-C reaches no handler from here on, in any later thread or process of ours; the system keeps it.

    CP-SAT sets a handler of its own for it, which aborts where the search is not in the main thread, and
    afterwards leaves none: Ctrl-C would end the program without a plan.
    """
    if sys.platform != "win32":
        # It is begun with the first process of ours, and unblocks Ctrl-C as it is: so before.
        resource_tracker.ensure_running()
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})


# --- check ----------------------------------------------------------------------------------------------


def _check(options: argparse.Namespace) -> int:
    if options.problem == "-" == options.plan:
        raise ExchangeError([InputError("", "only one of the two files can come from standard input")])
    problem = read_problem(_read(options.problem))
    plan = read_plan(_read(options.plan))
    report = check(problem, plan)
    try:
        for line in _verdict(plan, report):
            sys.stdout.write(line + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has seen enough (``| head``): no fault.
        _deafen()
    return 0 if report.clean else 1


def _verdict(plan: Plan, report: Report) -> Iterator[str]:
    for found in (*report.violations, *report.wrong):
        yield _line(found)
    for warning in report.warnings:
        yield f"warning: {_line(warning)}"
    stated = {goal.goal: goal.value for goal in plan.goals}
    for goal, value in report.goals:
        said = "" if goal not in stated or stated[goal] == value else f" (the plan says {stated[goal]:g})"
        yield f"{goal} {value:g}{_UNITS.get(goal, '')}{said}"
    if not report.clean:
        yield "not clean"
    elif plan.status == "infeasible":
        yield "infeasible: no week can hold the locked sessions and commitments"
    elif plan.status == "unknown" and not plan.sessions:
        yield "unknown: the file holds no week, and does not say that there is none"
    else:
        yield "clean: no rule is broken"


def _line(found: Violation) -> str:
    return f"{' '.join((found.rule, *found.ids))}: {found.text}"


# --- files ----------------------------------------------------------------------------------------------


def _say(line: str) -> None:
    _put(line + "\n")


def _put(text: str) -> None:
    # A reader of these words that has gone away must not cost the plan.
    with contextlib.suppress(OSError):
        sys.stderr.write(text)
        sys.stderr.flush()


def _deafen() -> None:
    """After a reader has gone away: what standard output still holds must not be flushed into it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _read(name: str) -> bytes:
    return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()


class _Target:
    """Where the plan goes, opened before the search, so that what cannot be written is told before it.

    A file is written whole or not at all: beside it first, then in its place, with the mode of the one that
    was there; a link stays a link. What is no file (a pipe, a device) is written to. Every ``OSError`` names
    the path as the user gave it.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self._file: BinaryIO | None = None
        self._open_files = contextlib.ExitStack()
        self._beside: Path | None = None
        self._target = Path()

    def __enter__(self) -> _Target:
        with self._named():
            if self.name != "-":
                self._open()
        return self

    def _open(self) -> None:
        try:
            there: os.stat_result | None = Path(self.name).stat()
        except FileNotFoundError:
            there = None
        self._target = Path(self.name).resolve()
        if self._target.is_dir() or self.name.endswith(os.sep):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if there is not None and not stat.S_ISREG(there.st_mode):
            stream = os.open(self.name, os.O_WRONLY)
            self._file = self._open_files.enter_context(os.fdopen(stream, "wb"))
            return
        if there is not None and not os.access(self._target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        beside = self._target.parent / f".{secrets.token_hex(8)}.part"
        self._file = self._open_files.enter_context(beside.open("xb"))
        self._beside = beside
        if there is not None:
            beside.chmod(stat.S_IMODE(there.st_mode))

    def write(self, text: str) -> None:
        """Writes the plan: once, and all of it."""
        with self._named():
            file = self._file or sys.stdout.buffer
            file.write(text.encode())
            file.flush()
            if self._beside is not None:
                os.fsync(file.fileno())
                file.close()
                self._beside.replace(self._target)
                self._beside = None

    def __exit__(self, *_: object) -> None:
        with self._named():
            # What a reader that went away did not take is told by the write.
            with contextlib.suppress(BrokenPipeError):
                self._open_files.close()
            if self._beside is not None:
                self._beside.unlink(missing_ok=True)

    @contextlib.contextmanager
    def _named(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise OSError(error.errno, error.strerror, self.name) from error
