"""``explain`` as a user runs it, and as the app asks the worker for it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from solver.contradictions import reasons
from solver.exchange import plan_to_json, problem_to_json, write_plan, write_problem
from solver.plan import Plan
from solver.problem import Problem, Separation
from solver.solve import Options, solve
from tests.bench.instances import realistic
from tests.solver.exchange_cases import schema
from tests.solver.good_week import PROBLEM, SESSIONS, truthful
from tests.solver.problems import hour, tiny
from tests.solver.test_worker import said, tell, worker

ROOT = Path(__file__).resolve().parents[2]
#: c2's class keeps its rival c1 away; the teacher could go on for an hour more.
RIVALS = tiny(3, separations=(Separation(("c1", "c2"), "site", 60),))
KEPT_AWAY = truthful(
    RIVALS, (replace(SESSIONS[0], id="s1", start=hour(0), end=hour(1), staff=("teacher",), citizens=("c2",)),)
)

UNCLEAN = replace(
    KEPT_AWAY, sessions=(*KEPT_AWAY.sessions, replace(KEPT_AWAY.sessions[0], id="s2", citizens=("c1",)))
)

#: Seconds that are given to an explanation of these two, one after the other; the first are plenty as a rule.
PATIENCE = (2, 10, 60)


def run(*arguments: str, hash_seed: str = "0") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "solver", "explain", *arguments],
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONIOENCODING": "utf-8"},
        encoding="utf-8",
        check=False,
    )


Saved = Callable[[Problem, Plan], tuple[str, str]]


@pytest.fixture
def saved(tmp_path: Path) -> Saved:
    """Writes a problem and a plan; returns their paths."""

    def save(problem: Problem, plan: Plan) -> tuple[str, str]:
        for name, text in (("problem", write_problem(problem)), ("plan", write_plan(plan))):
            (tmp_path / f"{name}.json").write_text(text, encoding="utf-8")
        return str(tmp_path / "problem.json"), str(tmp_path / "plan.json")

    return save


def test_each_person_below_their_cap_is_told_why_and_what_would_help(saved: Saved) -> None:
    files = saved(RIVALS, KEPT_AWAY)
    outcome = run(*files, "--work", "50")
    assert (outcome.returncode, outcome.stderr) == (0, "")
    lines = outcome.stdout.splitlines()
    assert "c1: 0 h of 40 h, 40 h missing. Alone in the world they could have 2 h." in lines
    without = lines.index("  Without R11 apart on site they could have 1 h more:")
    assert lines[without + 1] == "    - a new class (new1) in n1 Mon 09:00–10:00, with teacher"
    assert any("c2 in session s1 (Mon 08:00–09:00)" in line and "R11" in line for line in lines)
    assert "What would help:" in lines
    assert max(map(len, lines)) <= 100
    assert "  +2 h, the most there can be: c1 and c2 no longer kept apart." in lines


def test_one_citizen_is_explained_alone(saved: Saved) -> None:
    outcome = run(*saved(RIVALS, KEPT_AWAY), "--work", "1", "--citizen", "c2")
    assert [line[:3] for line in outcome.stdout.splitlines() if line[:1] == "c"] == ["c2:"]


def test_the_json_is_what_its_schema_says_and_stands_alone_on_standard_output(saved: Saved) -> None:
    outcome = run(*saved(PROBLEM, truthful(PROBLEM, SESSIONS)), "--work", "20", "--json", "-")
    assert outcome.returncode == 0
    told = json.loads(outcome.stdout)
    validator = jsonschema.Draft202012Validator(schema("explain"))
    validator.check_schema(validator.schema)
    validator.validate(told)
    assert {person["citizen"] for person in told["people"]} >= {"c02", "c03"}
    assert any(person["obstacles"] for person in told["people"])
    assert told["help"]["offers"]


def test_the_json_file_is_written_beside_the_text(saved: Saved, tmp_path: Path) -> None:
    target = tmp_path / "why.json"
    outcome = run(*saved(RIVALS, KEPT_AWAY), "--work", "5", "--json", str(target))
    assert outcome.stdout.startswith("c1: ")
    assert json.loads(target.read_text(encoding="utf-8"))["week"] == RIVALS.week
    assert sorted(path.name for path in tmp_path.iterdir()) == ["plan.json", "problem.json", "why.json"]


def test_a_plan_that_is_not_clean_is_not_explained(saved: Saved) -> None:
    outcome = run(*saved(RIVALS, UNCLEAN))
    assert (outcome.returncode, outcome.stdout) == (1, "")
    assert outcome.stderr.splitlines()[-1] == "the plan is not clean: nothing is explained"
    assert "R3 s1" in outcome.stderr


@pytest.mark.parametrize(
    ("plan", "arguments", "word"),
    [
        (KEPT_AWAY, ("--citizen", "nobody"), "citizen: the problem has no citizen with this id"),
        (replace(KEPT_AWAY, week="2026-W49"), (), "week: the plan is for 2026-W49, the problem for 2026-W48"),
    ],
)
def test_bad_input_is_told_before_anything_is_looked_at(
    saved: Saved, plan: Plan, arguments: tuple[str, ...], word: str
) -> None:
    outcome = run(*saved(RIVALS, plan), *arguments)
    assert (outcome.returncode, outcome.stdout, outcome.stderr) == (2, "", word + "\n")


def test_contradicting_locks_are_told_with_the_smallest_set(saved: Saved) -> None:
    lock = KEPT_AWAY.sessions[0]
    problem = replace(
        RIVALS, locked=(lock, replace(lock, id="s2", citizens=("c1",), start=hour(1), end=hour(2)))
    )
    outcome = run(*saved(problem, Plan(problem.week, "infeasible", reasons=reasons(problem))), "--work", "5")
    assert outcome.returncode == 0
    first, second, *others = outcome.stdout.splitlines()
    assert first == "Impossible: session s1 and session s2 cannot be in one plan. No smaller set does."
    assert second.startswith("  R11 apart on site: c2 in session s1")
    # It goes on below, further in.
    assert all(line.startswith("      ") for line in others)


def test_solve_tells_what_is_out_of_reach_before_it_searches(saved: Saved, tmp_path: Path) -> None:
    problem = replace(RIVALS, staff=(replace(RIVALS.staff[0], skills=frozenset()),))
    name, _ = saved(problem, KEPT_AWAY)
    command = [sys.executable, "-m", "solver", "solve", name, "--out", str(tmp_path / "out.json")]
    outcome = subprocess.run(
        [*command, "--seconds", "1"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    assert outcome.stderr.splitlines()[:2] == [
        "Out of reach: c1, c2 cannot have every class they must have, even alone in the world.",
        "  R5 staffing: No staff member has the skill teach.",
    ]


def test_the_same_work_gives_the_same_words_and_bytes(saved: Saved, tmp_path: Path) -> None:
    problem = realistic(10, 3)
    files = saved(problem, solve(problem, Options(1.0, 1, 1, work=100)))
    outcomes = []
    for number, workers in ((1, "1"), (2, "2")):
        target = tmp_path / f"{number}.json"
        work = ("--work", "30", "--workers", workers, "--json", str(target))
        outcomes.append((run(*files, *work, hash_seed=str(number)).stdout, target.read_bytes()))
    assert outcomes[0] == outcomes[1]
    assert outcomes[0][0]


# --- the worker ---------------------------------------------------------------------------------------------


def asked(problem: Problem, plan: Plan, **other: Any) -> str:
    request = {
        "type": "explain",
        "problem": problem_to_json(problem),
        "plan": plan_to_json(plan),
        "citizen": None,
        "seconds": 5,
        "workers": 1,
        "seed": 1,
        **other,
    }
    return json.dumps(request) + "\n"


def explained(enough: Callable[[dict[str, Any]], bool], **other: Any) -> list[dict[str, Any]]:
    """What the worker says once ``enough`` of an explanation is there: on a machine that has much else to do
    too little time is no answer, and it is asked again with more."""
    for seconds in PATIENCE:
        with worker() as process:
            tell(process, asked(RIVALS, KEPT_AWAY, seconds=seconds, **other))
            words = list(said(process))
            assert process.wait() == 0
        if enough(words[-1]["explanation"]):
            break
    return words


def test_the_worker_explains_with_progress_in_between() -> None:
    *progress, last = explained(lambda found: not found["people_not_examined"])
    assert progress
    assert all(set(word) == {"type", "elapsed", "step", "done", "of"} for word in progress)
    assert (last["type"], last["stopped"]) == ("done", False)
    jsonschema.validate(last["explanation"], schema("explain"))
    assert [person["citizen"] for person in last["explanation"]["people"]] == ["c1", "c2"]


def test_the_worker_says_what_keeping_two_apart_costs() -> None:
    last = explained(lambda found: not found["help"]["not_examined"], apart=[["c2", "c1"]])[-1]
    jsonschema.validate(last["explanation"], schema("explain"))
    (cost,) = last["explanation"]["help"]["offers"]
    assert (cost["kind"], cost["ids"], cost["hours"]) == ("separation", ["c1", "c2"], 2)


def test_a_cancel_ends_the_explanation_with_what_there_is() -> None:
    problem = realistic(40)
    plan = solve(problem, Options(1.0, 1, 1, work=50))
    with worker() as process:
        tell(process, asked(problem, plan, seconds=900))
        messages = said(process)
        next(word for word in messages if word["done"])
        tell(process, '{"type": "cancel"}\n')
        last = list(messages)[-1]
        assert process.wait() == 0
    assert (last["type"], last["stopped"]) == ("done", True)
    jsonschema.validate(last["explanation"], schema("explain"))
    assert last["explanation"]["people"]


def test_the_worker_refuses_what_it_cannot_explain() -> None:
    for line, status, path in (
        (asked(RIVALS, KEPT_AWAY, citizen="nobody"), 2, "citizen"),
        (asked(RIVALS, KEPT_AWAY, seconds=0), 2, "seconds"),
        (asked(RIVALS, KEPT_AWAY, citizen=3), 2, "citizen"),
        (asked(RIVALS, KEPT_AWAY, apart=[["c1", "c2"], ["c1", "c3"]]), 2, "apart[1]"),
        (asked(RIVALS, KEPT_AWAY, apart="c1"), 2, "apart[0]"),
        (asked(RIVALS, UNCLEAN), 1, "plan"),
    ):
        with worker() as process:
            tell(process, line)
            (message,) = said(process)
            assert process.wait() == status
        assert message["type"] == "error"
        assert message["errors"][0]["path"] == path
