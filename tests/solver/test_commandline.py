"""The command line, run as a user runs it: by files and exit statuses."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from solver.exchange import read_plan, write_plan, write_problem
from solver.plan import Plan
from solver.problem import Problem
from tests.bench.instances import realistic
from tests.solver.good_week import PROBLEM, Week, edited, monday, move

ROOT = Path(__file__).resolve().parents[2]
UNLOCKED = replace(PROBLEM, locked=())


def run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "solver", *arguments], input=stdin, capture_output=True, cwd=ROOT, check=False
    )


def save(folder: Path, problem: Problem, name: str = "problem.json") -> str:
    path = folder / name
    path.write_text(write_problem(problem), encoding="utf-8")
    return str(path)


def save_plan(folder: Path, plan: Plan) -> str:
    path = folder / "stated.json"
    path.write_text(write_plan(plan), encoding="utf-8")
    return str(path)


@pytest.fixture(scope="module")
def solved(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[bytes]]:
    """The folder and the outcome of one solve of the good week."""
    folder = tmp_path_factory.mktemp("solved")
    problem = save(folder, PROBLEM)
    return folder, run("solve", problem, "--out", str(folder / "plan.json"), "--seconds", "4")


def test_solve_writes_a_plan_that_check_finds_clean(
    solved: tuple[Path, subprocess.CompletedProcess[bytes]],
) -> None:
    folder, outcome = solved
    assert outcome.returncode == 0, outcome.stderr
    judged = run("check", str(folder / "problem.json"), str(folder / "plan.json"))
    assert judged.returncode == 0
    assert judged.stdout.decode().endswith("clean: no rule is broken\n")


def test_solve_shows_hours_bound_gap_and_time(
    solved: tuple[Path, subprocess.CompletedProcess[bytes]],
) -> None:
    said = solved[1].stderr.decode()
    for word in ("hours", "bound", "gap", " s\n", "no rule broken"):
        assert word in said
    assert solved[1].stdout == b""


def test_solve_leaves_nothing_but_the_plan_beside_the_problem(
    solved: tuple[Path, subprocess.CompletedProcess[bytes]],
) -> None:
    assert sorted(path.name for path in solved[0].iterdir()) == ["plan.json", "problem.json"]


def planned_with(folder: Path, problem: str, hash_seed: str, *effort: str) -> bytes:
    plan = folder / "plan.json"
    command = [sys.executable, "-m", "solver", "solve", problem, "--out", str(plan), *effort]
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    return plan.read_bytes()


@pytest.mark.parametrize("size", ["small", "large"])
def test_the_same_work_and_seed_give_the_same_bytes(tmp_path: Path, size: str) -> None:
    problem = save(tmp_path, monday(PROBLEM) if size == "small" else realistic(40, 2))
    work = ("--work", "300", "--workers", "1", "--seed", "7")
    first = planned_with(tmp_path, problem, "1", *work)
    assert planned_with(tmp_path, problem, "2", *work) == first
    if size == "large":
        assert planned_with(tmp_path, problem, "2", *work[:-1], "8") != first


def test_work_is_refused_with_more_than_one_worker_or_beside_a_time(tmp_path: Path) -> None:
    problem = save(tmp_path, PROBLEM)
    for other in (("--workers", "2"), ("--seconds", "5")):
        outcome = run("solve", problem, "--out", str(tmp_path / "plan.json"), "--work", "10", *other)
        assert outcome.returncode == 2
        assert b"--work" in outcome.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["problem.json"]


def test_locked_sessions_are_in_the_plan_as_they_stand(
    solved: tuple[Path, subprocess.CompletedProcess[bytes]],
) -> None:
    plan = read_plan((solved[0] / "plan.json").read_bytes())
    assert set(PROBLEM.locked) <= set(plan.sessions)


def test_a_pipe_from_solve_to_check_says_nothing_when_quiet(tmp_path: Path) -> None:
    problem = save(tmp_path, UNLOCKED)
    stdin = Path(problem).read_bytes()
    outcome = run("solve", "-", "--out", "-", "--seconds", "1", "--quiet", stdin=stdin)
    assert (outcome.returncode, outcome.stderr) == (0, b"")
    assert run("check", problem, "-", stdin=outcome.stdout).returncode == 0


def test_contradicting_locks_exit_1_with_reasons_and_an_empty_plan(tmp_path: Path) -> None:
    first = PROBLEM.locked[0]
    twin = replace(first, id="twin")
    problem = save(tmp_path, replace(PROBLEM, locked=(first, twin)))
    outcome = run("solve", problem, "--out", str(tmp_path / "plan.json"), "--seconds", "1")
    plan = read_plan((tmp_path / "plan.json").read_bytes())
    assert outcome.returncode == 1
    assert (plan.status, plan.sessions, plan.goals) == ("infeasible", (), ())
    assert {"R3", "R6"} <= {reason.rule for reason in plan.reasons}
    assert any("twin" in reason.ids for reason in plan.reasons)
    assert "R3" in outcome.stderr.decode()
    judged = run("check", problem, str(tmp_path / "plan.json"))
    assert judged.returncode == 0
    assert judged.stdout.decode().splitlines()[-1].startswith("infeasible: ")
    assert b"clean" not in judged.stdout


def test_bad_input_exits_2_names_every_place_and_writes_nothing(tmp_path: Path) -> None:
    wrong = json.loads(write_problem(PROBLEM))
    wrong["citizens"][1]["level"] = 99
    wrong["rooms"][0]["capacity"] = -1
    path = tmp_path / "problem.json"
    path.write_text(json.dumps(wrong), encoding="utf-8")
    outcome = run("solve", str(path), "--out", str(tmp_path / "plan.json"), "--seconds", "1")
    assert outcome.returncode == 2
    assert "citizens[1].level" in outcome.stderr.decode()
    assert "rooms[0].capacity" in outcome.stderr.decode()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["problem.json"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("solve", "missing.json", "--out", "plan.json"),
        ("check", "missing.json", "missing.json"),
        ("check", "-", "-"),
        ("solve", "-", "--out", "x", "--seconds", "0"),
        ("solve", "-", "--out", "x", "--seconds", "nan"),
        ("solve", "-", "--out", "x", "--workers", "0"),
        ("dance",),
    ],
)
def test_what_cannot_be_done_exits_2_without_a_traceback(arguments: tuple[str, ...]) -> None:
    outcome = run(*arguments)
    assert outcome.returncode == 2
    assert outcome.stderr
    assert b"Traceback" not in outcome.stderr


def test_a_folder_that_is_not_there_is_told_and_nothing_is_half_written(tmp_path: Path) -> None:
    problem = save(tmp_path, UNLOCKED)
    outcome = run("solve", problem, "--out", str(tmp_path / "no" / "plan.json"), "--seconds", "0.5")
    assert outcome.returncode == 2
    assert b"No such file" in outcome.stderr
    assert b"Traceback" not in outcome.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--seconds", "abc"), "must be a number above 0"),
        (("--workers", "1.5"), "must be a whole number from 1"),
        (("--seed", "x"), "must be a whole number from 0"),
    ],
)
def test_what_is_no_number_is_told_in_plain_words(arguments: tuple[str, str], says: str) -> None:
    outcome = run("solve", "-", "--out", "x", *arguments)
    assert outcome.returncode == 2
    assert says in outcome.stderr.decode()
    assert b"_" not in outcome.stderr.splitlines()[-1]


def test_check_names_rule_ids_and_a_sentence_and_recomputes_the_goals(tmp_path: Path) -> None:
    week = edited(move("s02", citizens="c03 c04 c03"))
    problem, plan = save(tmp_path, week.problem), save_plan(tmp_path, Week().plan())
    broken = json.loads(Path(plan).read_text(encoding="utf-8"))
    for session in broken["sessions"]:
        if session["id"] == "s02":
            session["citizens"] = ["c03", "c04", "c03"]
    Path(plan).write_text(json.dumps(broken), encoding="utf-8")
    outcome = run("check", problem, plan)
    said = outcome.stdout.decode().splitlines()
    assert outcome.returncode == 1
    assert any(line.startswith("R1 s02 c03: ") for line in said)
    assert any(line.startswith("hours ") for line in said)
    assert said[-1] == "not clean"


def test_check_exits_1_where_a_stated_goal_is_wrong(tmp_path: Path) -> None:
    good = Week().plan()
    boast = replace(good, goals=tuple(replace(g, value=g.value + 1) for g in good.goals))
    outcome = run("check", save(tmp_path, PROBLEM), save_plan(tmp_path, boast))
    assert outcome.returncode == 1
    assert "the plan says" in outcome.stdout.decode()
    assert any(line.startswith("goal: ") for line in outcome.stdout.decode().splitlines())


def test_check_of_an_empty_answer_does_not_call_it_clean(tmp_path: Path) -> None:
    outcome = run("check", save(tmp_path, PROBLEM), save_plan(tmp_path, Plan(PROBLEM.week, "unknown")))
    assert outcome.returncode == 0
    assert outcome.stdout.decode().splitlines()[-1].startswith("unknown: ")


@pytest.mark.skipif(sys.platform == "win32", reason="a broken pipe is another error there")
def test_check_is_quiet_where_its_reader_has_seen_enough(tmp_path: Path) -> None:
    problem, plan = save(tmp_path, PROBLEM), save_plan(tmp_path, Week().plan())
    ours, theirs = os.pipe()
    os.close(ours)
    command = [sys.executable, "-m", "solver", "check", problem, plan]
    outcome = subprocess.run(command, stdout=theirs, stderr=subprocess.PIPE, cwd=ROOT, check=False)
    os.close(theirs)
    assert (outcome.returncode, outcome.stderr) == (0, b"")
