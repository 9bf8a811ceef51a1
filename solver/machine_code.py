"""The search's machine code: made once on a machine, before any clock runs, and kept for the next start."""

from __future__ import annotations

import shutil
from dataclasses import replace
from itertools import count
from pathlib import Path

import numba

from solver.compiled import LOADED, sources_digest
from solver.frame import Frame
from solver.plan import GOAL_NAMES, Session
from solver.problem import Activity, Citizen, Enrolment, Interval, Level, Problem, Room, Site, StaffMember
from solver.relaxation import hours_bounds
from solver.search import Search

_OPEN = (Interval(480, 540),)
#: As little to plan as can be: what is compiled is the same for every week.
_TINY = Problem(
    week="2026-W01",
    slot_minutes=60,
    open_hours=_OPEN,
    sites=(Site("s"),),
    rooms=(Room("r", "s", 1),),
    staff=(StaffMember("m", frozenset({"k"}), _OPEN, 60),),
    levels=(Level(1, 1, 1, 0),),
    activities=(Activity("a", True, (60,), 1, 1, 1, "k"),),
    citizens=(Citizen("c", 1, (), _OPEN, 60, 60, (Enrolment("a", 0, 1),)),),
    reference=(Session("s", "a", "r", 480, 540, ("m",), ("c",)),),
    goals=GOAL_NAMES,
)


class SourcesChangedError(Exception):
    """The search's sources are no longer those that this process began with: nothing it compiled is kept."""

    def __init__(self) -> None:
        super().__init__("the program's files were changed while the search was compiled: start it again")


def is_made() -> bool:
    """Whether all of it is there."""
    return _marker().exists()


def make() -> None:
    """Compiles what is not there yet: up to some minutes, and no time where nothing is missing.

    Raises ``SourcesChangedError`` where somebody changed the sources meanwhile, by a checkout for instance:
    what was compiled may be of either version.
    """
    frame = Frame(_TINY)
    few = count()
    list(hours_bounds(frame, [1], 0, lambda: next(few) / 8))
    # Backwards they begin with cost, which takes ways of its own.
    for goals in (GOAL_NAMES, GOAL_NAMES[::-1]):
        search = Search(Frame(replace(_TINY, goals=goals)), seed=1)
        search.hold(search.start().sessions)
        search.recall()
        for stage in range(len(search.stages)):
            search.run(stage, map(float, count()).__next__)
    if sources_digest() != LOADED:
        shutil.rmtree(_marker().parent, ignore_errors=True)
        raise SourcesChangedError
    _marker().touch()


def _marker() -> Path:
    """A file beside the machine code, which the search keeps in a folder named after its sources."""
    # Numba makes the names of its settings while it runs.
    folder: str = numba.config.CACHE_DIR  # type: ignore[attr-defined]
    return Path(folder) / "made"
