"""What the acute day is worked out with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from desktop.qt.editing import Editing
from desktop.qt.repair_run import RepairRun
from desktop.services.ids import NewId, random_ids
from desktop.services.ports import Clock, Store
from desktop.services.repairs import RepairService
from desktop.services.week.planning import PlanningService


@dataclass(frozen=True, slots=True)
class Parts:
    """What the desk works with."""

    store: Store
    planning: PlanningService
    repairs: RepairService
    editing: Editing
    clock: Clock
    new_run: Callable[[], RepairRun]
    new_id: NewId = field(default_factory=random_ids)
