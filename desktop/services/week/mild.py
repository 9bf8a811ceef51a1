"""By which broken rules nobody is in danger: somebody is away, or a room is shut that nobody is in yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from desktop.domain.plans import PlannedSession
from desktop.domain.time import IsoWeek
from desktop.domain.unit import Unit
from desktop.services.week.not_free import away
from desktop.services.week.versions import session_of
from desktop.services.week.week_time import runs
from solver.check import Violation
from solver.problem import Problem


def mild_of(
    problem: Problem,
    unit: Unit,
    planned: Iterable[PlannedSession],
    found: Iterable[Violation],
    now: datetime,
) -> tuple[Violation, ...]:
    """Those of the broken rules of a plan's sessions by which nobody is in danger at a local moment; ``unit``
    is what the problem was made of.

    A citizen counts as away only where their own record says so: whoever is kept from a session for any
    other reason may well sit in it.
    """
    broken = tuple(found)
    sessions = {each.id: each for each in planned}
    of_session: dict[str, list[Violation]] = defaultdict(list)
    for each in broken:
        if each.rule in ("R2", "R6") and each.ids and each.ids[0] in sessions:
            of_session[each.ids[0]].append(each)
    mild: set[Violation] = set()
    for one, told in of_session.items():
        mild.update(away(unit, sessions[one], told))
        if _is_shut(problem, sessions[one], told, now):
            mild.update(each for each in told if each.rule == "R2")
    return tuple(each for each in broken if each in mild)


def _is_shut(problem: Problem, session: PlannedSession, broken: Iterable[Violation], now: datetime) -> bool:
    """Whether a session is still to come, and all that is wrong with its room is that it is closed then;
    ``broken`` are all the rules of its own that it breaks."""
    if runs(session, now):
        return False
    held = session_of(IsoWeek.parse(problem.week), session)
    closed = next((each.closed for each in problem.rooms if each.id == session.room), ())
    shut = sum(each.start < held.end and held.start < each.end for each in closed)
    told = [each for each in broken if each.rule == "R2"]
    return bool(told) and len(told) == shut and all(each.ids == (session.id, session.room) for each in told)
