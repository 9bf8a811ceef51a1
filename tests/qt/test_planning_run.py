"""A week planned before the user's eyes: what is shown, what is stored, what is told."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.plans import PlanVersion
from desktop.domain.unit import Unit
from desktop.qt.planning_run import PlanningRun, RunFailure, Step
from desktop.qt.solver_process import SolverProcess
from desktop.services.ports import NotStored
from desktop.services.week.planning import Accepted, PlanningService
from tests.printing.week import WEEK, citizen, unit
from tests.services.fakes import FakeClock, FakeStore, FakeWork
from tests.services.small_unit import UNIT

FAKE = Path(__file__).parents[1] / "fake_solver.py"
Begin = Callable[..., "Told"]


class Told:
    """Everything that a run tells, by signal, in order."""

    def __init__(self, run: PlanningRun, store: FakeStore, planning: PlanningService) -> None:
        self.run = run
        self.store = store
        self._planning = planning
        self.events: list[tuple[str, object]] = []
        for name in ("progressed", "improved", "cut_short", "finished", "failed"):
            getattr(run, name).connect(lambda event, name=name: self.events.append((name, event)))

    def names(self) -> list[str]:
        return [name for name, _ in self.events]

    def over(self) -> bool:
        return bool({"finished", "failed"} & set(self.names()))

    @property
    def last(self) -> object:
        return self.events[-1][1]

    @property
    def stored(self) -> tuple[PlanVersion, ...]:
        return self._planning.versions(WEEK)


@pytest.fixture
def begin(qtbot: QtBot) -> Iterator[Begin]:
    """Starts runs with an engine that plays a part.

    The unit has no citizens, so that a plan without any session is clean.
    """
    runs: list[PlanningRun] = []

    def start(
        part: str,
        of: Unit | None = None,
        store: FakeStore | None = None,
        patience_ms: int = 2000,
        *,
        whole: bool = False,
    ) -> Told:
        kept = store or FakeStore(of or unit(citizens=()))
        planning = PlanningService(kept, FakeClock(), "Koordinator K")
        run = PlanningRun(planning, lambda: SolverProcess(sys.executable, [str(FAKE), part], patience_ms))
        runs.append(run)
        told = Told(run, kept, planning)
        run.start(WEEK, seconds=5, workers=1, whole=whole)
        return told

    yield start
    for run in runs:
        run.close()


def test_a_plan_is_shown_then_stored(begin: Begin, qtbot: QtBot) -> None:
    told = begin("good")
    qtbot.waitUntil(told.over)

    assert told.names() == ["progressed", "improved", "progressed", "finished"]
    accepted = told.last
    assert isinstance(accepted, Accepted)
    assert accepted.report.clean
    assert told.stored == (accepted.version,)
    assert (accepted.version.number, accepted.version.created_by, accepted.version.seconds) == (
        1,
        "Koordinator K",
        1.5,
    )
    assert not told.run.running


def test_a_week_of_which_nothing_is_left_is_not_planned(qtbot: QtBot) -> None:
    clock = FakeClock(datetime(2026, 11, 28, 9, 0, tzinfo=UTC))
    store = FakeStore(UNIT)
    run = PlanningRun(PlanningService(store, clock, "K"), lambda: pytest.fail("the engine was asked"))
    with qtbot.waitSignal(run.failed) as told:
        run.start(WEEK, seconds=5)
    assert told.args == [RunFailure.NOTHING_LEFT]
    run.close()


def test_to_try_things_on_a_week_never_planned_is_planned_whole(begin: Begin, qtbot: QtBot) -> None:
    for whole, first in ((False, 540), (True, 0)):
        told = begin("until_cancelled", whole=whole)
        assert told.run.prepared is not None
        assert told.run.prepared.minute == first
    once = begin("good")
    qtbot.waitUntil(once.over)
    again = begin("until_cancelled", store=once.store, whole=True)
    assert again.run.prepared is not None
    assert again.run.prepared.minute == 540


def test_progress_tells_the_gap_once_both_ends_are_known(begin: Begin, qtbot: QtBot) -> None:
    told = begin("good")
    qtbot.waitUntil(told.over)

    steps = [event for _, event in told.events if isinstance(event, Step)]
    assert [step.gap for step in steps] == [None, 0.5]
    assert (steps[1].hours, steps[1].hours_bound, steps[1].duties, steps[1].elapsed) == (10, 20, 2, 0.6)


def test_what_is_shown_meanwhile_is_not_stored(begin: Begin, qtbot: QtBot) -> None:
    told = begin("until_cancelled")
    qtbot.waitUntil(lambda: "improved" in told.names())

    shown = told.last
    assert isinstance(shown, PlanVersion)
    assert (shown.week, shown.number) == (WEEK, 1)
    assert told.stored == ()


def test_stopping_keeps_the_best_plan(begin: Begin, qtbot: QtBot) -> None:
    told = begin("until_cancelled")
    qtbot.waitUntil(lambda: "improved" in told.names())
    told.run.stop()
    qtbot.waitUntil(told.over)

    assert told.names()[-1] == "finished"
    assert len(told.stored) == 1


@pytest.mark.parametrize(
    ("part", "reason"), [("crash", RunFailure.CRASHED), ("lies_at_last", RunFailure.UNSAFE)]
)
def test_a_bad_end_keeps_the_best_clean_plan_and_says_so(
    begin: Begin, qtbot: QtBot, part: str, reason: RunFailure
) -> None:
    told = begin(part)
    qtbot.waitUntil(told.over)

    assert told.names() == ["improved", "cut_short", "finished"]
    assert told.events[1][1] is reason
    assert len(told.stored) == 1


def test_an_engine_that_hangs_is_killed_and_its_plan_kept(begin: Begin, qtbot: QtBot) -> None:
    told = begin("deaf", patience_ms=50)
    qtbot.waitUntil(lambda: "improved" in told.names())
    told.run.stop()
    qtbot.waitUntil(told.over)

    assert told.names() == ["improved", "cut_short", "finished"]
    assert told.events[1][1] is RunFailure.KILLED


@pytest.mark.parametrize(
    ("part", "reason"),
    [
        ("crash_at_once", RunFailure.CRASHED),
        ("garbage", RunFailure.UNREADABLE),
        ("refuse", RunFailure.REFUSED),
        ("infeasible", RunFailure.INFEASIBLE),
        ("unknown", RunFailure.NO_PLAN),
        ("lies", RunFailure.UNSAFE),
    ],
)
def test_no_plan_stores_nothing_and_says_why(
    begin: Begin, qtbot: QtBot, part: str, reason: RunFailure
) -> None:
    told = begin(part)
    qtbot.waitUntil(told.over)

    assert told.names() == ["failed"]
    assert told.last is reason
    assert told.stored == ()


def test_an_unsafe_plan_is_never_shown(begin: Begin, qtbot: QtBot) -> None:
    # The engine says that nothing is missing, but one citizen has neither hours nor an interview.
    told = begin("until_cancelled", unit(citizens=(citizen(1, "A B"),)))
    told.run.stop()
    qtbot.waitUntil(told.over)

    assert told.names() == ["failed"]
    assert told.last is RunFailure.UNSAFE


def test_reasons_are_kept_where_there_can_be_no_plan(begin: Begin, qtbot: QtBot) -> None:
    told = begin("infeasible")
    qtbot.waitUntil(told.over)

    assert [reason.rule for reason in told.run.reasons] == ["R3"]


def test_closing_in_mid_run_ends_the_engine_and_loses_nothing(begin: Begin, qtbot: QtBot) -> None:
    told = begin("deaf")
    qtbot.waitUntil(lambda: "improved" in told.names())

    kept = told.run.close()

    assert kept is not None
    assert told.stored == (kept.version,)
    assert not told.run.running
    assert told.names() == ["improved"]
    assert told.run.close() is None


class FullWork(FakeWork):
    def commit(self) -> None:
        raise NotStored


class FullStore(FakeStore):
    """Takes nothing more."""

    def begin(self) -> FakeWork:
        return FullWork(self.rows)


@pytest.mark.parametrize("part", ["good", "crash"])
def test_a_plan_that_does_not_fit_on_the_disk_is_told(begin: Begin, qtbot: QtBot, part: str) -> None:
    store = FullStore()
    store.rows = FakeStore(unit(citizens=())).rows
    told = begin(part, store=store)
    qtbot.waitUntil(told.over)

    assert told.names()[-1] == "failed"
    assert told.last is RunFailure.NOT_STORED
    assert not told.run.running


def test_closing_where_nothing_can_be_stored_goes_on_until_somebody_drops_it(
    begin: Begin, qtbot: QtBot
) -> None:
    store = FullStore()
    store.rows = FakeStore(unit(citizens=())).rows
    told = begin("deaf", store=store)
    qtbot.waitUntil(lambda: "improved" in told.names())

    with pytest.raises(NotStored):
        told.run.close()
    assert told.run.running
    assert told.run.close(drop=True) is None
    assert "failed" not in told.names()
    assert told.stored == ()


def test_closing_before_the_first_plan_stores_nothing(begin: Begin) -> None:
    told = begin("deaf")

    assert told.run.close() is None
    assert told.stored == ()


def test_a_unit_changed_meanwhile_is_not_given_an_old_plan(begin: Begin, qtbot: QtBot) -> None:
    told = begin("until_cancelled")
    qtbot.waitUntil(lambda: "improved" in told.names())
    with told.store.begin() as work:
        work.put(replace(work.unit().rooms[0], capacity=1))
        work.commit()
    told.run.stop()
    qtbot.waitUntil(told.over)

    assert told.last is RunFailure.UNIT_CHANGED
    assert told.stored == ()


def test_an_empty_store_is_told_once_the_loop_runs(begin: Begin, qtbot: QtBot) -> None:
    told = begin("good", store=FakeStore())

    assert told.events == []
    qtbot.waitUntil(told.over)
    assert told.last is RunFailure.EMPTY


def test_a_unit_without_levels_is_told(begin: Begin, qtbot: QtBot) -> None:
    told = begin("good", replace(unit(citizens=()), levels=()))
    qtbot.waitUntil(told.over)

    assert told.last is RunFailure.CANNOT_PLAN


def test_the_next_version_is_numbered_after_the_last(begin: Begin, qtbot: QtBot) -> None:
    first = begin("good")
    qtbot.waitUntil(first.over)
    second = begin("good", store=first.store)
    qtbot.waitUntil(second.over)

    assert [version.number for version in second.stored] == [1, 2]
    shown = [event for name, event in second.events if name == "improved"]
    assert isinstance(shown[0], PlanVersion)
    assert shown[0].number == 2
