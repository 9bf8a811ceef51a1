"""``python -m tests.bench``: the app's start and its demo week, a drag's verdict, the board, the pages, and
the planner on weeks of every kind, peers beside it.

Everything is one run on one machine. The report is brought up to date after each instance, so that what was
measured is kept whenever it is stopped.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench import board, contest, desk, pages, quality, start
from tests.bench.families import FAMILIES, Case, cases, smallest
from tests.bench.instances import realistic
from tests.bench.peers import IN_VENV, MODULES
from tests.bench.plot import plot
from tests.bench.report import First, Measured, report

APP, FIRST, DESK, BOARD, PAGES = "app", "first", "desk", "board", "pages"
APART = frozenset({APP, DESK, BOARD, PAGES})
#: People, and the seconds from the start of the process in which the first checked plan is asked for.
FIRST_PLANS = ((70, 1.5), (700, 4.0))
REPORT = "report.md"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asked for; ``seconds`` and ``only`` None where it did not say."""

    out: Path
    quick: bool = False
    only: tuple[str, ...] | None = None
    match: str = ""
    seconds: float | None = None
    longer: float = 60.0
    starts: int = 5
    times: float = 1.0
    peers: tuple[tuple[str, str], ...] = ((contest.ALWAYS_HERE, sys.executable),)


@dataclass(slots=True)
class Run:
    """What has been measured so far, and the page that tells of it."""

    asked: Asked
    measured: list[Measured] = field(default_factory=list)
    firsts: list[First] = field(default_factory=list)
    plots: list[str] = field(default_factory=list)

    def write(self) -> None:
        self.asked.out.mkdir(parents=True, exist_ok=True)
        note = f"Ours with {contest.WORKERS} workers; peers with at most two threads, each in its own process"
        note += f", and {self.asked.times:g} times the seconds." if self.asked.times != 1 else "."
        page = report(self.measured, self.firsts, self.plots, note)
        (self.asked.out / REPORT).write_text(page, encoding="utf-8")

    def case(self, case: Case) -> None:
        """Measures one instance, all contestants one after the other."""
        problem, seconds = case.make(), self.asked.seconds or case.seconds
        results = [contest.ours(problem, seconds)]
        _tell(case.name, results[-1])
        if case.against:
            for name, python in self.asked.peers:
                results.append(contest.peer(name, problem, seconds * self.asked.times, python))
                _tell(case.name, results[-1])
        self.measured.append(Measured(case, seconds, tuple(results)))
        ours = results[0]
        if case.family == "realistic" and ours.hours is not None and ours.points:
            name = re.sub(r"\W+", "-", case.name) + ".svg"
            others = [(peer.name, peer.hours) for peer in results[1:] if peer.hours is not None]
            picture = plot(case.name, ours.points, others, ours.hours)
            self.asked.out.mkdir(parents=True, exist_ok=True)
            (self.asked.out / name).write_text(picture, encoding="utf-8")
            self.plots.append(name)
        self.write()

    def first_plans(self, wanted: Sequence[tuple[int, float]]) -> None:
        for people, most in wanted:
            seconds = contest.first_plan(realistic(people), self.asked.starts, 10 * most)
            self.firsts.append(First(people, self.asked.starts, seconds, most))
            print(
                f"first checked plan, {people} people: {seconds if seconds is None else round(seconds, 2)} s"
            )
            self.write()


def _tell(name: str, result: contest.Result) -> None:
    hours = "no plan" if result.hours is None else f"{result.hours:g} h, {result.duties:g} duties missing"
    bound = f", bound {result.bounds['hours']:g}" if "hours" in result.bounds else ""
    print(f"{name}: {result.name} {hours}{bound} ({result.status}, {result.seconds:.0f} s)", flush=True)


def measure(asked: Asked) -> None:
    """Measures what was asked for and writes the report."""
    run = Run(asked)
    wanted = asked.only or (FIRST, *FAMILIES)
    contest.warm_up(realistic(35))
    if FIRST in wanted:
        run.first_plans(((10, 1.5),) if asked.quick else FIRST_PLANS)
    for case in smallest() if asked.quick else cases():
        if case.family in wanted and asked.match in case.name:
            run.case(case)
    run.write()
    print(f"Written to {asked.out / REPORT}")


def measure_app(asked: Asked) -> int:
    """The app's start and memory, its demo week, and how much of a longer search a short one finds."""
    short = asked.seconds or 10.0
    with tempfile.TemporaryDirectory() as folder:
        vault = Path(folder) / "demo"
        print(start.words(start.measure(Path(folder), asked.starts)), flush=True)
        plan = [sys.executable, "-m", "desktop", "--demo", "--vault", str(vault), "--seconds", f"{short:g}"]
        ended = subprocess.run(plan, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, check=False)
    workers = min(contest.WORKERS, os.cpu_count() or 1)
    print(quality.head(short, asked.longer))
    for name, problem in quality.weeks().items():
        results = (quality.measure(problem, seconds, workers) for seconds in (short, asked.longer))
        print(quality.words(name, *results), flush=True)
    return ended.returncode


def _asked(arguments: Sequence[str] | None = None) -> Asked:
    parser = argparse.ArgumentParser(prog="python packaging/dev.py bench", description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help="the smallest weeks only, a couple of minutes in all"
    )
    parser.add_argument(
        "--only",
        action="append",
        choices=(APP, DESK, BOARD, PAGES, FIRST, *FAMILIES),
        help="this part alone; may be given again",
    )
    parser.add_argument("--match", default="", metavar="TEXT", help="instances with TEXT in their name alone")
    parser.add_argument("--seconds", type=float, metavar="N", help="plan each week for N seconds")
    parser.add_argument("--longer", type=float, default=60, metavar="N", help="app: then for N seconds (60)")
    parser.add_argument(
        "--starts", type=int, default=5, metavar="N", help="what is a median: of N starts (5)"
    )
    parser.add_argument("--peers", action="store_true", help="all peers beside ours, not the greedy alone")
    parser.add_argument(
        "--peers-python",
        default=sys.executable,
        metavar="FILE",
        help="the Python that the peers are installed in",
    )
    parser.add_argument(
        "--times", type=float, default=1, metavar="N", help="peers have N times the seconds (1)"
    )
    parser.add_argument(
        "--out",
        type=Path,
        default=Path("build") / "bench",
        metavar="FOLDER",
        help="for the report (build/bench)",
    )
    given = parser.parse_args(arguments)
    names = tuple(MODULES) if given.peers else (contest.ALWAYS_HERE,)
    return Asked(
        given.out,
        given.quick,
        None if given.only is None else tuple(given.only),
        given.match,
        given.seconds,
        given.longer,
        1 if given.quick else given.starts,
        given.times,
        tuple((name, sys.executable if name in IN_VENV else given.peers_python) for name in names),
    )


def main() -> int:
    asked = _asked()
    code = 0
    if APP in (asked.only or (() if asked.quick else (APP,))):
        code = measure_app(asked)
    if DESK in (asked.only or (() if asked.quick else (DESK,))):
        for people, most in desk.SIZES:
            print(desk.measure(people, most, asked.seconds or 5.0).words(), flush=True)
    if BOARD in (asked.only or (() if asked.quick else (BOARD,))):
        for copies in board.COPIES:
            print(board.measure(copies, asked.seconds or 5.0).words(), flush=True)
    if PAGES in (asked.only or (() if asked.quick else (PAGES,))):
        with tempfile.TemporaryDirectory() as folder:
            print(start.words(start.measure(Path(folder), asked.starts)), flush=True)
        for copies, most in pages.COPIES:
            print(pages.measure(copies, most, asked.seconds or 5.0).words(), flush=True)
    if asked.only is None or set(asked.only) - APART:
        measure(asked)
    return code


if __name__ == "__main__":
    sys.exit(main())
