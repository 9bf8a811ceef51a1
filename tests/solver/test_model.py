"""The model allows what the independent check allows, and nothing else.

Every edited week of the checker's tests is put to the model with each of its literals fixed. Neither the
model nor the check knows the other, so a rule that either of them misread shows here.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from ortools.sat.python import cp_model

from solver.frame import Frame
from solver.model import WeekModel
from solver.model.candidates import candidates, whole_week
from solver.plan import Session
from solver.problem import Problem
from tests.solver import test_check_apart, test_check_session_rules, test_check_week_rules
from tests.solver.good_week import Case, named

CASES = {
    **test_check_session_rules.CASES,
    **test_check_week_rules.CASES,
    **test_check_apart.CASES,
}
#: Locked sessions are fixed before there is a model.
NOT_ASKED = {"R14"}


def allows(problem: Problem, sessions: tuple[Session, ...]) -> bool:
    """Whether the model has a solution that holds exactly these sessions."""
    frame = Frame(replace(problem, locked=()))
    keys = [key(frame, session) for session in sessions]
    if None in keys or len(set(keys)) < len(keys):
        return False
    possible = {(c.activity, c.room, c.start, c.length): c for c in candidates(frame, whole_week(frame))}
    if not set(keys) <= set(possible):
        return False
    week = WeekModel(frame, [possible[k] for k in keys if k is not None])
    for k, session in enumerate(sessions):
        week.model.add(week.variables.held[k] == 1)
        if not fix(week, k, session):
            return False
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    status = solver.solve(week.model)
    assert status in (cp_model.OPTIMAL, cp_model.INFEASIBLE)
    return bool(status == cp_model.OPTIMAL)


def key(frame: Frame, session: Session) -> tuple[int, int, int, int] | None:
    """Activity, room, start and length in slots; None for what has no place on the grid of the problem."""
    if session.start % frame.slot or session.end % frame.slot:
        return None
    if session.activity not in frame.activity_index or session.room not in frame.room_index:
        return None
    return (
        frame.activity_index[session.activity],
        frame.room_index[session.room],
        session.start // frame.slot,
        (session.end - session.start) // frame.slot,
    )


def fix(week: WeekModel, k: int, session: Session) -> bool:
    """Fixes who is in a session; whoever is staff may be so in either part. False where somebody cannot."""
    v, problem = week.variables, week.frame.problem
    citizens = {problem.citizens[i].id: literal for i, literal in v.attends[k].items()}
    staff: dict[str, list[cp_model.IntVar]] = {}
    for part in (v.serves[k], v.guards[k]):
        for m, literal in part.items():
            staff.setdefault(problem.staff[m].id, []).append(literal)
    for people in (session.citizens, session.staff):
        if len(set(people)) < len(people):
            return False
    if not set(session.citizens) <= set(citizens) or not set(session.staff) <= set(staff):
        return False
    for name, literal in citizens.items():
        week.model.add(literal == (name in session.citizens))
    for name, parts in staff.items():
        week.model.add(cp_model.LinearExpr.sum(parts) == (name in session.staff))
    return True


def is_asked(case: Case) -> bool:
    ids = [session.id for session in case.week().sessions]
    return len(set(ids)) == len(ids)


ASKED = {rule: [case for case in row if is_asked(case)] for rule, row in CASES.items()}


@pytest.mark.parametrize("case", named(ASKED))
def test_the_model_allows_what_the_check_allows(case: Case) -> None:
    week = case.week()
    broken = {violation.rule for violation in week.report().violations} - NOT_ASKED
    assert allows(week.problem, week.sessions) == (not broken), broken
