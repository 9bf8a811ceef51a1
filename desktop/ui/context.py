"""What the window is given: ``desktop/app.py`` builds the concrete parts and fills these in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from desktop.qt.planning_run import PlanningRun
from desktop.qt.settings import Settings
from desktop.services.access import Section
from desktop.services.audit import AuditService, NoTrail
from desktop.services.backups import Backups, RestoreAnswer
from desktop.services.change import Change
from desktop.services.erasure import Eraser
from desktop.services.planning import PlanningService
from desktop.services.ports import Auditor, Clock, Store


class DoorAnswer(StrEnum):
    """What came of an attempt to make or to open a vault."""

    OPEN = "open"
    WRONG_PASSPHRASE = "wrong_passphrase"
    DAMAGED = "damaged"
    TOO_NEW = "too_new"
    IN_USE = "in_use"
    FAILED = "failed"


class Alarm(StrEnum):
    """What the audit trail has noticed at the opening, and everybody should know."""

    TAMPERED = "tampered"
    CLOCK_SET_BACK = "clock_set_back"


class Door(Protocol):
    """The way into a vault. ``create`` and ``unlock`` derive a key, which takes a second or more: the
    dialog calls them outside the window's thread. The one who made the door takes the opened vault from it.
    """

    def exists(self) -> bool:
        """Whether a vault has been made in the folder."""

    def create(self, passphrase: str) -> DoorAnswer: ...
    def unlock(self, passphrase: str) -> DoorAnswer: ...
    def restore(self, path: Path, secret: str) -> RestoreAnswer:
        """Makes a backup ready to take the place of what is in the folder, which ``unlock`` then opens."""

    def given_name(self) -> str:
        """The name of the one who works, for the audit trail: given here before, or remembered in the vault
        once it is open. Empty where none is known."""

    def give_name(self, name: str) -> None:
        """Says who works, before an attempt to open the vault or after it."""


@dataclass(frozen=True, slots=True)
class WindowContext:
    """``new_run`` makes one planning run. ``import_unit`` takes a unit file's bytes and raises what
    ``services.importing.import_unit`` raises. ``set_language`` installs the translations of ``"da"`` or
    ``"en"``. ``open_demo`` opens the demo in a vault of its own; None where that is not offered.
    ``backups`` are the vault's, None where none are made; ``eraser`` erases from the store. ``reopen``
    closes the window and asks for the passphrase anew, for a restored vault. ``export`` writes everything
    to a file for a reason, ``write_access`` the answer to a request of access; both raise ``OSError``.
    ``audit`` records reads, exports and prints; ``trail`` looks into the audit trail, None where there is
    none; ``alarms`` is what it noticed at the opening.
    """

    store: Store
    planning: PlanningService
    clock: Clock
    settings: Settings
    new_run: Callable[[], PlanningRun]
    import_unit: Callable[[bytes], Change]
    set_language: Callable[[str], None]
    open_demo: Callable[[], None] | None = None
    demo: bool = False
    backups: Backups | None = None
    eraser: Eraser | None = None
    reopen: Callable[[], None] | None = None
    export: Callable[[Path, str], None] | None = None
    write_access: Callable[[str, Path, frozenset[Section]], None] | None = None
    audit: Auditor = field(default_factory=NoTrail)
    trail: AuditService | None = None
    alarms: tuple[Alarm, ...] = ()
