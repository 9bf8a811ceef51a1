"""Why somebody has no more hours, asked of an engine: the real one, and ones that misbehave."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.plans import PlanVersion
from desktop.qt.explain_process import ExplainProcess
from desktop.qt.explain_run import ExplainRun
from desktop.qt.explaining_run import ExplainFailure
from desktop.services.explaining import Explanation
from desktop.services.week.planning import PlanningService, Prepared
from tests.services.fakes import FakeClock, FakeStore
from tests.services.small_unit import WEEK
from tests.ui.kit import plan, unit

SAYS = "import sys; sys.stdin.readline(); print({line!r}, flush=True); sys.stdin.read()"


class Told:
    """Everything that a run tells, in order."""

    def __init__(self, run: ExplainRun) -> None:
        self.run = run
        self.events: list[tuple[str, object]] = []
        for name in ("progressed", "finished", "failed"):
            getattr(run, name).connect(lambda event, name=name: self.events.append((name, event)))

    def over(self) -> bool:
        return any(name in ("finished", "failed") for name, _ in self.events)

    @property
    def last(self) -> object:
        return self.events[-1][1]


@pytest.fixture
def week() -> tuple[Prepared, PlanVersion]:
    """A planned week in which c2 has fewer hours than they may carry."""
    planning = PlanningService(FakeStore(unit()), FakeClock(), "Koordinator")
    prepared = planning.prepare(WEEK)
    return prepared, planning.accept(prepared, plan(prepared.problem), 1.0).version


Begin = Callable[..., Told]


@pytest.fixture
def begin(qtbot: QtBot, week: tuple[Prepared, PlanVersion]) -> Iterator[Begin]:
    """Asks about c2; ``says`` is all that an engine of the test's own writes, None for the real one."""
    runs: list[ExplainRun] = []

    def start(says: str | None = None, version: PlanVersion | None = None) -> Told:
        def process() -> ExplainProcess:
            if says is None:
                return ExplainProcess()
            return ExplainProcess(sys.executable, ("-c", SAYS.format(line=says)), 500)

        run = ExplainRun(process)
        runs.append(run)
        told = Told(run)
        run.start(week[0], version or week[1], "c2", seconds=4, workers=1)
        return told

    yield start
    for run in runs:
        run.close()


def test_the_engine_explains_one_person_in_ids(begin: Begin, qtbot: QtBot) -> None:
    told = begin()
    qtbot.waitUntil(told.over, timeout=60_000)
    found = told.last
    assert isinstance(found, Explanation)
    assert (found.citizen, found.examined) == ("c2", True)
    assert found.hours < found.cap
    assert found.free is not None or found.obstacles or found.limits


def test_what_goes_to_the_engine_names_nobody(
    week: tuple[Prepared, PlanVersion], begin: Begin, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[str] = []
    monkeypatch.setattr(ExplainProcess, "_write", lambda _, message: sent.append(json.dumps(message)))
    begin("{}")
    assert '"citizen": "c2"' in sent[0]
    assert not any(person.name in sent[0] for person in week[0].unit.citizens)
    assert not any(person.case_number in sent[0] for person in week[0].unit.citizens)


def test_a_plan_that_breaks_a_rule_is_not_explained(
    begin: Begin, week: tuple[Prepared, PlanVersion], qtbot: QtBot
) -> None:
    version = week[1]
    first, *rest = version.sessions
    rivals = replace(version, sessions=(replace(first, citizens=("c1", "c3")), *rest))
    told = begin("{}", rivals)
    qtbot.waitUntil(told.over)
    assert told.last is ExplainFailure.UNSAFE


@pytest.mark.parametrize(
    ("line", "failure"),
    [
        ('{"type":"done","elapsed":1,"stopped":false,"explanation":{"format":"x"}}', "unreadable"),
        ('{"type":"done","elapsed":1,"stopped":true,"explanation":null}', "stopped"),
        ('{"type":"error","errors":[{"path":"plan","message":"not clean"}]}', "refused"),
    ],
)
def test_a_bad_answer_is_told_as_such(begin: Begin, qtbot: QtBot, line: str, failure: str) -> None:
    told = begin(line)
    qtbot.waitUntil(told.over)
    assert told.last is ExplainFailure(failure)
    assert [name for name, _ in told.events].count("failed") == 1


def test_an_engine_that_does_not_stop_is_killed(begin: Begin, qtbot: QtBot) -> None:
    told = begin('{"type":"progress","elapsed":0.1,"step":"offers","done":1,"of":3}')
    qtbot.waitUntil(lambda: bool(told.events))
    told.run.stop()
    qtbot.waitUntil(told.over)
    assert told.last is ExplainFailure.KILLED


def test_nothing_is_told_once_it_was_closed(begin: Begin) -> None:
    told = begin('{"type":"progress","elapsed":0.1,"step":"offers","done":1,"of":3}')
    told.run.close()
    assert not told.run.running
    assert told.events == []
