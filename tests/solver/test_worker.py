"""The process that the app talks to, spoken to as the app does."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from solver.check import check
from solver.exchange import plan_from_json, plan_to_json, problem_to_json
from solver.plan import Plan
from solver.worker import work
from tests.bench.instances import realistic
from tests.solver.good_week import PROBLEM

ROOT = Path(__file__).resolve().parents[2]
#: Too large to be proven: a search in it only ends when its time is up.
ENDLESS = realistic(70)


def request(**fields: Any) -> str:
    asked = {
        "type": "solve",
        "problem": problem_to_json(PROBLEM),
        "seconds": 2,
        "workers": 1,
        "seed": 1,
        **fields,
    }
    return json.dumps(asked) + "\n"


@contextmanager
def worker() -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-m", "solver", "worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as process:
        yield process


def said(process: subprocess.Popen[str]) -> Iterator[dict[str, Any]]:
    assert process.stdout is not None
    for line in process.stdout:
        yield json.loads(line)


def tell(process: subprocess.Popen[str], line: str) -> None:
    assert process.stdin is not None
    process.stdin.write(line)
    process.stdin.flush()


def refused(line: str) -> set[str]:
    """Where a request is wrong, as the worker tells before anything is done: no process is needed for it."""
    out = io.StringIO()
    assert work(io.StringIO(line), out) == 2
    message = json.loads(out.getvalue())
    assert message["type"] == "error"
    return {error["path"] for error in message["errors"]}


def test_plans_come_early_get_better_and_pass_the_check() -> None:
    with worker() as process:
        tell(process, request())
        messages = list(said(process))
        assert process.wait() == 0
    kinds = [message["type"] for message in messages]
    assert kinds[0] == "plan"
    assert kinds[-1] == "done"
    assert kinds.count("done") == 1
    plans = [plan_from_json(m["plan"]) for m in messages if "plan" in m]
    assert all(check(PROBLEM, plan).clean for plan in plans)
    values = [{goal.goal: goal.value for goal in plan.goals} for plan in plans]
    ranks = [(v["duties"], -v["hours"]) for v in values]
    assert ranks == sorted(ranks, reverse=True)


def test_progress_tells_each_goal_its_value_and_a_bound_that_it_never_crosses() -> None:
    problem = replace(PROBLEM, goals=("duties", "hours", "gaps"))
    with worker() as process:
        tell(process, request(problem=problem_to_json(problem)))
        progress = [message for message in said(process) if message["type"] == "progress"]
    assert progress
    for word in progress:
        assert set(word) == {"type", "elapsed", "goal", "goals", "preparing"}
        assert [each["goal"] for each in word["goals"]] == list(problem.goals)
        assert word["goal"] in problem.goals
        for each in word["goals"]:
            beyond = (
                each["bound"] - each["value"] if each["goal"] == "hours" else each["value"] - each["bound"]
            )
            assert beyond >= 0
            assert each["proven"] == (beyond == 0)


def test_cancel_ends_the_search_with_the_best_plan() -> None:
    with worker() as process:
        tell(process, request(problem=problem_to_json(ENDLESS), seconds=900))
        messages = said(process)
        first = next(messages)
        tell(process, '{"type": "cancel"}\n')
        last = list(messages)[-1]
        assert process.wait() == 0
    assert first["type"] == "plan"
    assert (last["type"], last["stopped"]) == ("done", True)
    assert check(ENDLESS, plan_from_json(last["plan"])).clean


def test_a_cancel_sent_with_the_request_still_gives_a_plan() -> None:
    with worker() as process:
        tell(process, request(seconds=900) + '{"type": "cancel"}\n')
        last = list(said(process))[-1]
    assert last["type"] == "done"
    assert check(PROBLEM, plan_from_json(last["plan"])).clean


def test_the_end_of_input_ends_the_worker() -> None:
    with worker() as process:
        tell(process, request(problem=problem_to_json(ENDLESS), seconds=900))
        messages = said(process)
        next(messages)
        assert process.stdin is not None
        process.stdin.close()
        assert list(messages)[-1]["stopped"]
        assert process.wait() == 0


def test_a_problem_with_mistakes_gets_each_at_its_path() -> None:
    wrong: dict[str, Any] = problem_to_json(PROBLEM)
    wrong["rooms"][0]["capacity"] = -1
    wrong["citizens"][1]["level"] = 99
    with worker() as process:
        tell(process, request(problem=wrong))
        (message,) = said(process)
        assert process.wait() == 2
    assert message["type"] == "error"
    assert {"rooms[0].capacity", "citizens[1].level"} <= {error["path"] for error in message["errors"]}


def test_a_line_that_is_no_request_is_told_and_nothing_else_happens() -> None:
    for line in ("", "\n", "[]\n", '{"type": "dance"}\n', request(workers=0), "[" * 100_000 + "\n"):
        with worker() as process:
            tell(process, line)
            assert process.stdin is not None
            process.stdin.close()
            (message,) = said(process)
            assert process.wait() == 2
            assert process.stderr is not None
            assert process.stderr.read() == ""
        assert message["type"] == "error"


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C cannot be sent to one process there")
def test_ctrl_c_in_the_terminal_is_left_to_the_app() -> None:
    with worker() as process:
        tell(process, request(problem=problem_to_json(ENDLESS), seconds=900))
        messages = said(process)
        next(messages)
        process.send_signal(signal.SIGINT)
        assert any(message["type"] == "progress" for message in messages)
        tell(process, '{"type": "cancel"}\n')
        assert list(messages)[-1]["type"] == "done"
        assert process.wait() == 0


@pytest.mark.parametrize("kind", ["solve", "repair", "explain"])
def test_what_is_no_number_or_out_of_range_is_told_at_its_path(kind: str) -> None:
    plan = plan_to_json(Plan(PROBLEM.week, "unknown"))
    for wrong in (
        {"seconds": float("nan")},
        {"seconds": float("inf")},
        {"seconds": True},
        {"seconds": "9"},
        {"seconds": 0},
        {"workers": 10**12},
        {"workers": float("inf")},
        {"workers": 1.9},
        {"workers": True},
        {"seed": 2**40},
        {"seed": -1},
        {"seed": None, "workers": False},
    ):
        assert refused(request(type=kind, plan=plan, now=0, **wrong)) == set(wrong)


def test_a_repair_from_a_moment_that_is_none_is_refused() -> None:
    for now in (-1, 10_081, 1.5, True):
        plan = plan_to_json(Plan(PROBLEM.week, "unknown"))
        assert refused(request(type="repair", plan=plan, now=now)) == {"now"}


def test_no_second_has_more_than_five_lines() -> None:
    with worker() as process:
        tell(process, request(problem=problem_to_json(ENDLESS), seconds=3, workers=2))
        at = [message["elapsed"] for message in said(process)]
    # How many there are is the machine's speed.
    assert len(at) > 1
    assert all(sum(begun <= other < begun + 1 for other in at) <= 5 for begun in at)


def test_a_bad_byte_after_the_request_ends_the_search_with_the_best_plan() -> None:
    with worker() as process:
        tell(process, request(problem=problem_to_json(ENDLESS), seconds=900))
        messages = said(process)
        next(messages)
        assert process.stdin is not None
        os.write(process.stdin.fileno(), b"\xff\xff\n")
        process.stdin.close()
        assert list(messages)[-1]["type"] == "done"
