"""``repair`` on the command line and asked of the worker: files, exit statuses, what is told to whom."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from solver.check import check
from solver.exchange import minute_text, plan_from_json, plan_to_json, problem_to_json, read_plan, write_plan
from solver.plan import Plan
from solver.problem import Problem, Separation
from tests.solver.exchange_cases import schema
from tests.solver.problems import hour
from tests.solver.test_commandline import run, save
from tests.solver.test_repair import OLD, held, week, with_citizen
from tests.solver.test_worker import said, tell, worker

APART = week(separations=(Separation(("c1", "c2"), "site", 60),))
PLAN = Plan(APART.week, "feasible", sessions=OLD)


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path)


class Files:
    """A folder with a problem and a plan, and what a repair of them leaves there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.out = folder / "out.json"

    def repair(self, problem: Problem, *more: str, plan: Plan = PLAN) -> tuple[int, list[str], str]:
        """Exit status, the lines on standard output, and standard error."""
        old = self.folder / "old.json"
        old.write_text(write_plan(plan), encoding="utf-8")
        outcome = run("repair", save(self.folder, problem), str(old), "--out", str(self.out), *more)
        return outcome.returncode, outcome.stdout.decode().splitlines(), outcome.stderr.decode()

    @property
    def names(self) -> list[str]:
        return sorted(path.name for path in self.folder.iterdir())


def test_a_repair_writes_a_clean_plan_and_lists_the_changes_by_person(files: Files) -> None:
    status, listed, told = files.repair(APART, "--workers", "1")
    assert status == 0
    assert check(APART, read_plan(files.out.read_bytes())).clean
    assert listed[0] in ("c1", "c2")
    assert "  - Mon 08:00–09:00 class on north" in listed
    assert any(line.startswith("  + ") for line in listed)
    assert "1 (proven least) of 4 people changed" in told
    assert "0 (proven least) hours lost" in told
    assert told.endswith("no rule broken\n")
    assert files.names == ["old.json", "out.json", "problem.json"]


def test_what_has_happened_is_kept_and_told(files: Files) -> None:
    now = minute_text(APART.week, hour(1))
    status, listed, told = files.repair(APART, "--now", now)
    assert status == 0
    assert OLD[0] in read_plan(files.out.read_bytes()).sessions
    assert any(line.startswith("already happened: R10 a c1 c2: ") for line in listed)
    assert "1 rules broken by what has happened, none by what is to come" in told


def test_other_staff_is_told_of_though_nobodys_week_changes(files: Files) -> None:
    ill = replace(APART.staff[0], available=())
    status, listed, _ = files.repair(week(staff=(ill, APART.staff[1])))
    assert status == 0
    assert listed == [
        "sessions with other staff or in another room",
        "  a Mon 08:00 class: without t1 with t2",
        "  b Mon 09:00 class: without t1 with t2",
    ]


def test_the_changes_are_written_as_the_schema_says(files: Files) -> None:
    path = files.folder / "changes.json"
    now = minute_text(APART.week, hour(1))
    apart = week(separations=(Separation(("c1", "c2"), "site", 0),))
    status, _, _ = files.repair(apart, "--json", str(path), "--quiet", "--now", now)
    assert status == 0
    changes = json.loads(path.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema("repair")).validate(changes)
    (person,) = changes["people"]
    assert person["removed"] == [
        {
            "activity": "class",
            "site": "north",
            "start": minute_text(APART.week, hour(1)),
            "end": minute_text(APART.week, hour(2)),
        }
    ]
    assert changes["people_changed"] == {"value": 1, "bound": 1, "proven": True}
    assert [each["rule"] for each in changes["happened"]] == ["R10"]


def test_the_schema_is_one_and_describes_every_key() -> None:
    whole = schema("repair")
    jsonschema.Draft202012Validator.check_schema(whole)
    for part in (whole, *whole["$defs"].values()):
        if "properties" in part:
            assert part["additionalProperties"] is False
            assert set(part["required"]) == set(part["properties"])
            assert all(value.get("description") for value in part["properties"].values())


def test_quiet_says_nothing_and_standard_output_can_hold_the_plan_or_the_changes(tmp_path: Path) -> None:
    old = tmp_path / "old.json"
    old.write_text(write_plan(PLAN), encoding="utf-8")
    problem = save(tmp_path, APART)
    outcome = run("repair", problem, str(old), "--out", "-", "--quiet")
    assert (outcome.returncode, outcome.stderr) == (0, b"")
    assert check(APART, read_plan(outcome.stdout)).clean
    outcome = run("repair", problem, str(old), "--out", str(tmp_path / "out.json"), "--json", "-")
    assert json.loads(outcome.stdout)["format"] == "sikkerplan-repair/1"
    assert run("repair", problem, str(old), "--out", "-", "--json", "-").returncode == 2


def test_locked_sessions_that_contradict_exit_1_with_reasons(files: Files) -> None:
    twins = week(locked=(held("x", 2, "c1"), held("y", 2, "c2")))
    status, listed, told = files.repair(twins)
    plan = read_plan(files.out.read_bytes())
    assert (status, listed, plan.status, plan.sessions) == (1, [], "infeasible", ())
    assert "R3 x y n1: " in told
    assert check(twins, plan).clean


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (("--now", "2026-11-30T00:30"), "--now: outside the week"),
        (("--now", "Monday"), "--now: expected a time"),
        (("--seconds", "0"), "must be a number above 0"),
        (("--workers", "0"), "must be a whole number from 1"),
    ],
)
def test_arguments_that_cannot_be_are_told_and_nothing_is_written(
    files: Files, more: tuple[str, str], says: str
) -> None:
    status, _, told = files.repair(APART, *more)
    assert status == 2
    assert says in told
    assert "Traceback" not in told
    assert files.names == ["old.json", "problem.json"]


def test_a_plan_that_cannot_be_one_is_told_at_its_places_and_nothing_is_written(files: Files) -> None:
    strange = (replace(OLD[0], start=OLD[0].start + 30, citizens=("c1", "c1")),)
    status, _, told = files.repair(APART, plan=replace(PLAN, sessions=strange))
    assert status == 2
    assert "sessions[0].start: off the problem's grid of 60 minutes from midnight\n" in told
    assert "sessions[0].citizens[1]: c1 is in the session already\n" in told
    assert files.names == ["old.json", "problem.json"]


def test_who_and_what_is_gone_is_told_and_written_as_the_schema_says(files: Files) -> None:
    happened = held("past", 0, "c1 c2", room="n9")
    coming = (held("x", 1, "c3 c9"), held("y", 2, "c4", room="n9"))
    plan = replace(PLAN, sessions=(happened, *coming))
    path = files.folder / "changes.json"
    now = minute_text(APART.week, hour(1))
    status, listed, _ = files.repair(week(), "--now", now, "--json", str(path), plan=plan)
    assert status == 0
    assert check(week(), read_plan(files.out.read_bytes())).clean
    assert "  - Mon 10:00–11:00 class on a site unknown by now" in listed
    assert "gone: citizen c9, planned in x" in listed
    assert "gone: room n9, planned in past, y" in listed
    assert "happened, and cannot be kept: past Mon 08:00 class in n9 with c1, c2" in listed
    changes = json.loads(path.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema("repair")).validate(changes)
    assert [each["id"] for each in changes["gone"]] == ["c9", "n9"]
    assert [each["session"] for each in changes["left_out"]] == ["past"]


def test_only_one_file_can_come_from_standard_input() -> None:
    assert run("repair", "-", "-", "--out", "x").returncode == 2


# --- the worker --------------------------------------------------------------------------------------------


def asked(problem: Problem, **fields: Any) -> str:
    return (
        json.dumps(
            {
                "type": "repair",
                "problem": problem_to_json(problem),
                "plan": plan_to_json(PLAN),
                "now": None,
                "seconds": 5,
                "workers": 1,
                "seed": 1,
                **fields,
            }
        )
        + "\n"
    )


def test_the_worker_streams_plans_and_ends_with_the_changes() -> None:
    with worker() as process:
        tell(process, asked(APART))
        messages = list(said(process))
        assert process.wait() == 0
    assert messages[0]["type"] == "plan"
    last = messages[-1]
    assert last["type"] == "done"
    assert all(check(APART, plan_from_json(each["plan"])).clean for each in messages)
    jsonschema.Draft202012Validator(schema("repair")).validate(last["changes"])
    assert last["changes"]["people_changed"]["value"] == 1


def test_the_worker_keeps_what_has_happened() -> None:
    with worker() as process:
        tell(process, asked(with_citizen(week(), "c1", available=()), now=hour(1)))
        last = list(said(process))[-1]
    assert OLD[0] in plan_from_json(last["plan"]).sessions
    assert [each["citizen"] for each in last["changes"]["people"]] == ["c1"]


def test_the_worker_tells_a_plan_that_cannot_be_one_and_a_request_that_is_none() -> None:
    strange = plan_to_json(replace(PLAN, sessions=(replace(OLD[0], citizens=("c1", "c1")),)))
    for line, path in (
        (asked(APART, plan=strange), "sessions[0].citizens[1]"),
        (asked(APART, plan={}), "format"),
        (asked(APART, now=-1), "now"),
        (asked(APART, now="soon"), "now"),
    ):
        with worker() as process:
            tell(process, line)
            (message,) = said(process)
            assert process.wait() == 2
        assert message["type"] == "error"
        assert path in [each["path"] for each in message["errors"]]


def test_a_stop_keeps_the_safe_week_there_is() -> None:
    with worker() as process:
        tell(process, asked(APART, seconds=900) + '{"type": "cancel"}\n')
        last = list(said(process))[-1]
        assert process.wait() == 0
    assert last["type"] == "done"
    assert check(APART, plan_from_json(last["plan"])).clean
