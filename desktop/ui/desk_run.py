"""What a run has to tell once it is over, and what goes on of it while the vault is locked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.qt.planning_run import PlanningRun, RunFailure, Step


class NoticeKind(StrEnum):
    """What a run has to tell once it is over."""

    CUT_SHORT = "cut_short"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Notice:
    """``reasons`` are the engine's sentences where it proved that there is no plan; they hold ids only."""

    kind: NoticeKind
    failure: RunFailure
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HeldPlanning:
    """A run that goes on while the vault is locked, with the figures that the desk had of it: no ids."""

    run: PlanningRun
    steps: tuple[Step, ...]
    seconds: float
    stopping: bool
