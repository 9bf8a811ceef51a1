"""What a run of the benchmarks leaves behind."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from solver.problem import Problem
from tests.bench.__main__ import REPORT, Asked, measure
from tests.bench.contest import Point, Result
from tests.bench.families import Case, Target
from tests.bench.plot import plot
from tests.bench.report import First, Measured, report


def no_problem() -> Problem:
    raise AssertionError("a report solves nothing")


def measured(target: Target, *peers: Result, best: float | None = None) -> Measured:
    case = Case("realistic", "realistic 70, seed 1", no_problem, 60, target, best, against=True)
    ours = Result(
        "ours", "ended", 1, 760, 60, 300, {"hours": 800, "duties": 1}, {"duties": True, "hours": False}
    )
    return Measured(case, 60, (ours, *peers))


def test_a_quick_run_leaves_a_table_and_a_plot(tmp_path: Path) -> None:
    measure(Asked(tmp_path / "new", quick=True, only=("realistic",), seconds=1))
    page = (tmp_path / "new" / REPORT).read_text(encoding="utf-8")
    assert "| realistic 10, seed 1 | 1 |" in page
    assert "greedy" in page
    assert "no plan" not in page
    picture = (tmp_path / "new" / "realistic-10-seed-1.svg").read_text(encoding="utf-8")
    assert "(realistic-10-seed-1.svg)" in page
    ElementTree.fromstring(picture)
    assert picture.count('class="curve value"') == 2
    assert "greedy: " in picture


def test_targets_are_told_with_what_is_missing() -> None:
    page = report([measured(Target(gap=0.01, proven=True))], [], [], "")
    assert "proven: not proven; gap ≤ 1.0%: missed by 4.00%" in page
    assert "| 5.00% |" in page
    met = report([measured(Target(gap=0.05, share=0.9), best=800)], [], [], "")
    assert "90.0% of the best: met" in met
    assert "gap ≤ 5.0%: met" in met


def test_every_peer_has_its_place_whatever_became_of_it() -> None:
    better = Result("greedy", "done", 3, 380, 1, 50, {}, {})
    gone = Result("HiGHS", "ended from outside after its time", None, None, 75, 50, {}, {})
    page = report([measured(Target(), better, gone)], [], [], "")
    assert "| 50.0%, 3 missing (done) | no plan: ended from outside after its time |" in page


def test_the_first_plan_is_told_against_its_target() -> None:
    page = report([], [First(70, 5, 1.25, 1.5), First(700, 5, 4.5, 4.0), First(10, 1, None, 1.5)], [], "")
    assert "| 70 | 1.25 (median) | 5 | 1.5 s: met |" in page
    assert "| 700 | 4.50 (median) | 5 | 4 s: missed by 0.50 s |" in page
    assert "| 10 | no plan | 1 | 1.5 s: missed |" in page


@pytest.mark.parametrize("hours", [0.0, 5.0, 7354.5])
def test_a_plot_holds_together_whatever_the_numbers(hours: float) -> None:
    points = [Point(0.4, None, 2 * hours), Point(1.0, hours / 2, hours)]
    picture = plot("a <b>", points, [("greedy", hours / 3)], hours)
    root = ElementTree.fromstring(picture)
    assert any(element.text == "a <b>" for element in root.iter())
