"""A week repaired before the user's eyes: what is shown, and what is not."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from desktop.qt.repair_run import RepairFailure, RepairRun
from desktop.qt.solver_process import SolverProcess
from desktop.services.repairs import Repaired
from solver.exchange import plan_to_json
from solver.plan import Plan, Session
from tests.services.acute_week import NOW, PLANNED, club, local, plan_of_sessions, planned
from tests.services.fakes import FakeClock
from tests.services.small_unit import WEEK
from tests.services.test_repairs import MENDED, rival_week

FAKE = Path(__file__).parents[1] / "fake_solver.py"
REPAIRS = Path(__file__).parents[1] / "repair_solver.py"
LESS = PLANNED[:4]


class Told:
    """Everything that a run tells, in order."""

    def __init__(self, run: RepairRun) -> None:
        self.run = run
        self.events: list[tuple[str, object]] = []
        for name in ("improved", "finished", "failed"):
            getattr(run, name).connect(lambda event, name=name: self.events.append((name, event)))

    def names(self) -> list[str]:
        return [name for name, _ in self.events]

    def over(self) -> bool:
        return bool({"finished", "failed"} & set(self.names()))

    @property
    def last(self) -> object:
        return self.events[-1][1]


Begin = Callable[..., Told]


@pytest.fixture
def begin(qtbot: QtBot) -> Iterator[Begin]:
    """Starts a repair of the rivals' week with an engine of a test's own."""
    runs: list[RepairRun] = []

    def start(*arguments: str, patience_ms: int = 2000, real: bool = False) -> Told:
        def process() -> SolverProcess:
            return SolverProcess() if real else SolverProcess(sys.executable, arguments, patience_ms)

        run = RepairRun(FakeClock(), process)
        runs.append(run)
        told = Told(run)
        run.start(rival_week(), planned(), NOW, seconds=5, workers=1)
        return told

    yield start
    for run in runs:
        run.close()


def found(*sessions: Session) -> dict[str, Any]:
    return {
        "type": "plan",
        "elapsed": 0.5,
        "plan": plan_to_json(plan_of_sessions(rival_week().problem, *sessions)),
    }


def done(*sessions: Session, changes: object = None) -> dict[str, Any]:
    return {**found(*sessions), "type": "done", "elapsed": 1.5, "stopped": False, "changes": changes}


@pytest.fixture
def sends(begin: Begin, tmp_path: Path) -> Callable[..., Told]:
    """Starts a repair with an engine that sends these lines."""

    def start(*lines: dict[str, Any]) -> Told:
        path = tmp_path / "lines.json"
        path.write_text(json.dumps(lines), encoding="utf-8")
        return begin(str(REPAIRS), str(path))

    return start


Sends = Callable[..., Told]


def weeks(told: Told) -> list[int]:
    """How many sessions each repaired week has."""
    return [len(event.version.sessions) for _, event in told.events if isinstance(event, Repaired)]


def test_better_repairs_are_shown_as_they_come(sends: Sends, qtbot: QtBot) -> None:
    said = {"hours_lost": {"value": 2, "bound": 2, "proven": True}}
    told = sends(found(*LESS), found(*MENDED), done(*MENDED, changes=said))
    qtbot.waitUntil(told.over)

    assert told.names() == ["improved", "improved", "finished"]
    assert weeks(told) == [4, 5, 5]
    last = told.last
    assert isinstance(last, Repaired)
    assert last.costs.hours.proven
    assert last.seconds == 1.5
    assert last.version.sessions[4].citizens == ("c1",)
    assert not told.run.running


def test_what_is_not_safe_is_never_shown(sends: Sends, qtbot: QtBot) -> None:
    told = sends(found(*PLANNED), done(*PLANNED))
    qtbot.waitUntil(told.over)
    assert told.events == [("failed", RepairFailure.UNSAFE)]


def test_another_past_is_never_shown(sends: Sends, qtbot: QtBot) -> None:
    told = sends(done(club("s1", 0, "c1"), *MENDED[1:]))
    qtbot.waitUntil(told.over)
    assert told.events == [("failed", RepairFailure.PAST_CHANGED)]


def test_a_bad_last_answer_leaves_the_best_safe_one(sends: Sends, qtbot: QtBot) -> None:
    told = sends(found(*MENDED), done(*PLANNED))
    qtbot.waitUntil(told.over)
    assert told.names() == ["improved", "finished"]
    assert weeks(told) == [5, 5]


def test_a_repair_that_takes_more_is_not_shown_in_the_place_of_a_better_one(
    sends: Sends, qtbot: QtBot
) -> None:
    told = sends(found(*MENDED), found(*LESS), done(*LESS))
    qtbot.waitUntil(told.over)
    assert weeks(told) == [5, 5]


def test_stopping_keeps_what_was_found(sends: Sends, qtbot: QtBot) -> None:
    told = sends(found(*MENDED))
    qtbot.waitUntil(lambda: "improved" in told.names())
    told.run.stop()
    qtbot.waitUntil(told.over)
    assert told.names() == ["improved", "finished"]


def test_a_closed_run_tells_nothing_any_more(sends: Sends, qtbot: QtBot) -> None:
    told = sends(found(*MENDED))
    qtbot.waitUntil(lambda: "improved" in told.names())
    told.run.close()
    assert not told.run.running
    assert told.names() == ["improved"]


@pytest.mark.parametrize(
    ("part", "reason"),
    [
        ("crash_at_once", RepairFailure.CRASHED),
        ("garbage", RepairFailure.UNREADABLE),
        ("refuse", RepairFailure.REFUSED),
        ("infeasible", RepairFailure.CONTRADICTION),
        ("unknown", RepairFailure.NO_PLAN),
    ],
)
def test_without_an_answer_it_says_why(begin: Begin, qtbot: QtBot, part: str, reason: RepairFailure) -> None:
    told = begin(str(FAKE), part)
    qtbot.waitUntil(told.over)
    assert told.events == [("failed", reason)]


def test_locks_that_contradict_are_told_as_such(sends: Sends, qtbot: QtBot) -> None:
    nothing = {**done(), "plan": plan_to_json(Plan(str(WEEK), "unknown"))}
    told = sends({**nothing, "changes": {"reasons": [{"rule": "R10", "ids": [], "text": ""}]}})
    qtbot.waitUntil(told.over)
    assert told.last is RepairFailure.CONTRADICTION


def test_a_version_that_nobody_can_read_is_told_once_the_loop_runs(qtbot: QtBot) -> None:
    run = RepairRun(FakeClock())
    told = Told(run)
    run.start(rival_week(), replace(planned(), status="sung"), local("2026-11-25"))
    assert told.events == []
    qtbot.waitUntil(told.over)
    assert told.last is RepairFailure.REFUSED


def test_the_real_engine_repairs_a_small_week(begin: Begin, qtbot: QtBot) -> None:
    """The two rivals are never together again, and what had begun stands."""
    told = begin(real=True)
    qtbot.waitUntil(told.over, timeout=60_000)
    last = told.last
    assert isinstance(last, Repaired)
    coming = [each for each in last.version.sessions if each.start >= NOW]
    assert not any({"c1", "c2"} <= set(each.citizens) for each in coming)
    assert last.version.sessions[:3] == planned().sessions[:3]
    assert last.costs.duties.proven


def test_a_run_that_is_closed_before_it_could_say_why_not_says_nothing_more(qtbot: QtBot) -> None:
    run = RepairRun(FakeClock(), SolverProcess)
    told = Told(run)
    run.start(rival_week(), replace(planned(), status="odd"), NOW, seconds=1)
    run.close()
    QCoreApplication.processEvents()
    assert told.names() == []
