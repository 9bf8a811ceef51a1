"""The planning engine's process, with an engine that plays a part and with the real one."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from desktop.qt.solver_process import Failed, Failure, Finished, Progress, SolverProcess
from solver.plan import Plan
from solver.problem import Activity, Citizen, Enrolment, Interval, Level, Problem, Room, Site, StaffMember

FAKE = Path(__file__).parents[1] / "fake_solver.py"
EMPTY = Problem("2026-W48", 30, (), (), (), (), (), (), ())
Play = Callable[..., "Heard"]


class Heard:
    """Everything that an engine's process tells, in order."""

    def __init__(self, process: SolverProcess) -> None:
        self.process = process
        self.events: list[object] = []
        for each in (process.progressed, process.plan_found, process.finished, process.failed):
            each.connect(self.events.append)

    def of(self, kind: type[Any]) -> list[Any]:
        return [event for event in self.events if isinstance(event, kind)]

    @property
    def last(self) -> object:
        return self.events[-1]

    def over(self) -> bool:
        return bool(self.of(Finished) or self.of(Failed))


@pytest.fixture
def play(qtbot: QtBot) -> Iterator[Play]:
    """Starts an engine that plays a part; all of them are ended after the test."""
    started: list[SolverProcess] = []

    def start(part: str, problem: Problem = EMPTY, patience_ms: int = 2000) -> Heard:
        process = SolverProcess(sys.executable, [str(FAKE), part], patience_ms)
        started.append(process)
        heard = Heard(process)
        process.start(problem, seconds=5, workers=1, seed=1)
        return heard

    yield start
    for process in started:
        process.close()


def gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def test_progress_plans_and_the_answer_come_in_order(play: Play, qtbot: QtBot) -> None:
    heard = play("good")
    qtbot.waitUntil(heard.over)

    assert [type(event) for event in heard.events] == [Progress, Plan, Progress, Finished]
    assert heard.events[0] == Progress(0.1, None, None, None, None, preparing=True)
    assert heard.events[2] == Progress(0.6, 2, 0, 10.0, 20.0)
    (answer,) = heard.of(Finished)
    assert (answer.plan.week, answer.plan.status, answer.elapsed, answer.stopped) == (
        "2026-W48", "feasible", 1.5, False,
    )  # fmt: skip


def test_the_process_ends_once_it_has_answered(play: Play, qtbot: QtBot) -> None:
    heard = play("good")
    qtbot.waitUntil(lambda: heard.over() and not heard.process.running)

    assert len(heard.of(Finished)) == 1
    assert heard.of(Failed) == []


def test_a_stop_is_asked_for_politely(play: Play, qtbot: QtBot) -> None:
    heard = play("until_cancelled")
    qtbot.waitUntil(lambda: bool(heard.of(Plan)))
    heard.process.stop()
    heard.process.stop()
    qtbot.waitUntil(heard.over)

    (answer,) = heard.of(Finished)
    assert answer.stopped


def test_an_engine_that_does_not_stop_is_killed_and_its_best_plan_kept(play: Play, qtbot: QtBot) -> None:
    heard = play("deaf", patience_ms=50)
    qtbot.waitUntil(lambda: bool(heard.of(Plan)))
    heard.process.stop()
    qtbot.waitUntil(heard.over)

    (failed,) = heard.of(Failed)
    assert failed.reason is Failure.KILLED
    assert failed.best == heard.of(Plan)[-1]
    assert not heard.process.running


def test_a_crash_in_mid_run_keeps_the_best_plan(play: Play, qtbot: QtBot) -> None:
    heard = play("crash")
    qtbot.waitUntil(heard.over)

    (failed,) = heard.of(Failed)
    assert (failed.reason, failed.best) == (Failure.CRASHED, heard.of(Plan)[0])


def test_a_crash_before_the_first_plan_has_none(play: Play, qtbot: QtBot) -> None:
    heard = play("crash_at_once")
    qtbot.waitUntil(heard.over)

    (failed,) = heard.of(Failed)
    assert (failed.reason, failed.best) == (Failure.CRASHED, None)


def test_a_kill_from_outside_is_told_as_a_crash(play: Play, qtbot: QtBot) -> None:
    heard = play("deaf")
    qtbot.waitUntil(lambda: bool(heard.of(Plan)))
    os.kill(heard.process.process_id, signal.SIGTERM)
    qtbot.waitUntil(heard.over)

    assert heard.of(Failed)[0].reason is Failure.CRASHED


def test_a_program_that_is_not_there_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    process = SolverProcess(str(tmp_path / "nothing"))
    heard = Heard(process)
    process.start(EMPTY, seconds=1, workers=1, seed=1)
    qtbot.waitUntil(heard.over)

    assert [event.reason for event in heard.of(Failed)] == [Failure.NOT_STARTED]


def test_noise_is_passed_over_and_told_to_nobody(
    play: Play, qtbot: QtBot, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    heard = play("noise")
    qtbot.waitUntil(heard.over, timeout=20_000)

    assert [type(event) for event in heard.events] == [Progress, Plan, Progress, Finished]
    told = capfd.readouterr()
    assert "secret" not in told.out + told.err + caplog.text


def test_lines_come_together_from_pieces(play: Play, qtbot: QtBot) -> None:
    heard = play("pieces")
    qtbot.waitUntil(lambda: heard.over() and not heard.process.running)

    assert [type(event) for event in heard.events] == [Plan, Finished]


def test_an_engine_that_speaks_no_protocol_is_told(play: Play, qtbot: QtBot) -> None:
    heard = play("garbage")
    qtbot.waitUntil(heard.over)

    assert heard.of(Failed)[0].reason is Failure.UNREADABLE


def test_a_refused_problem_tells_where(play: Play, qtbot: QtBot) -> None:
    heard = play("refuse")
    qtbot.waitUntil(heard.over)

    (failed,) = heard.of(Failed)
    assert (failed.reason, failed.paths) == (Failure.REFUSED, ("citizens[3].available",))


def test_close_ends_the_process_at_once_and_says_nothing_more(play: Play, qtbot: QtBot) -> None:
    heard = play("deaf")
    qtbot.waitUntil(lambda: bool(heard.of(Plan)))
    pid, before = heard.process.process_id, len(heard.events)
    heard.process.close()

    assert gone(pid)
    QCoreApplication.processEvents()
    assert len(heard.events) == before


def test_the_end_of_the_app_ends_the_process(play: Play, qtbot: QtBot) -> None:
    heard = play("deaf")
    qtbot.waitUntil(lambda: bool(heard.of(Plan)))
    pid = heard.process.process_id
    app = QCoreApplication.instance()
    assert app is not None

    app.aboutToQuit.emit()

    assert gone(pid)


@pytest.mark.qt_log_ignore("QProcess: Destroyed while process")
def test_the_process_does_not_outlive_its_object(qtbot: QtBot) -> None:
    process = SolverProcess(sys.executable, [str(FAKE), "deaf"])
    with qtbot.waitSignal(process.plan_found):
        process.start(EMPTY, seconds=5, workers=1, seed=1)
    pid = process.process_id

    process.deleteLater()
    del process
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert gone(pid)


def small_problem() -> Problem:
    """Two citizens, one lesson that both may attend twice."""
    week = tuple(Interval(day * 1440 + 480, day * 1440 + 960) for day in range(5))
    people = tuple(Citizen(name, 1, (), week, 600, 240, (Enrolment("a1", 1, 2),)) for name in ("c1", "c2"))
    return Problem(
        week="2026-W48",
        slot_minutes=30,
        open_hours=week,
        sites=(Site("h1"),),
        rooms=(Room("r1", "h1", 4),),
        staff=(StaffMember("m1", frozenset({"teach"}), week, 2220),),
        levels=(Level(1, 4, 1, 0),),
        activities=(Activity("a1", True, (60,), 1, 4, 1, "teach"),),
        citizens=people,
    )


def test_the_real_engine_plans_a_small_week_wherever_the_app_was_started(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    process = SolverProcess()
    heard = Heard(process)
    process.start(small_problem(), seconds=20, workers=1, seed=1)
    qtbot.waitUntil(heard.over, timeout=60_000)

    (answer,) = heard.of(Finished)
    assert answer.plan.status == "optimal"
    # Both attend two lessons of an hour.
    assert [goal.value for goal in answer.plan.goals] == [0, 4]
    assert heard.of(Plan)
    process.close()
