"""What tests of the window and its pictures build it with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop.qt.planning_run import PlanningRun
from desktop.qt.settings import Settings
from desktop.services.change import Change
from desktop.services.planning import PlanningService
from desktop.ui.context import DoorAnswer, WindowContext
from tests.ui.memory import FixedClock, MemoryStore

PASSPHRASE = "karrusel mellem fjorten glas"
BROKEN_UNIT_FILE = """{
    "format": "sikkerplan-unit/1",
    "settings": {"name": "", "slot_minutes": 20, "opening": [{"days": ["mon"], "start": "8"}]},
    "citizens": [{"id": "a b", "name": "Borger", "enrolled": {"first": "2026-13-01"}}],
    "rooms": [{"id": "r1", "site": "nowhere", "name": "Lokale", "capacity": -1}]
}"""


class FakeDoor:
    """Opens with one passphrase."""

    def __init__(self, *, exists: bool) -> None:
        self._exists = exists
        self.asked: list[str] = []

    def exists(self) -> bool:
        return self._exists

    def create(self, passphrase: str) -> DoorAnswer:
        self.asked.append(passphrase)
        return DoorAnswer.OPEN

    def unlock(self, passphrase: str) -> DoorAnswer:
        self.asked.append(passphrase)
        return DoorAnswer.OPEN if passphrase == PASSPHRASE else DoorAnswer.WRONG_PASSPHRASE


def context_of(
    store: MemoryStore,
    folder: Path,
    set_language: Callable[[str], None],
    *,
    new_run: Callable[[PlanningService], PlanningRun] = PlanningRun,
    import_unit: Callable[[bytes], Change] | None = None,
    demo: bool = False,
) -> WindowContext:
    """A window's parts around a store in memory."""
    planning = PlanningService(store, FixedClock(), "Koordinator")

    def no_import(_: bytes) -> Change:
        raise AssertionError("nothing was to be imported")

    return WindowContext(
        store=store,
        planning=planning,
        clock=FixedClock(),
        settings=Settings(folder / "sikkerplan.ini"),
        new_run=lambda: new_run(planning),
        import_unit=import_unit or no_import,
        set_language=set_language,
        open_demo=None if demo else lambda: None,
        demo=demo,
    )
