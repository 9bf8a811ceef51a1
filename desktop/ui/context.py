"""What the window is given: ``desktop/app.py`` builds the concrete parts and fills these in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from desktop.qt.planning_run import PlanningRun
from desktop.qt.settings import Settings
from desktop.services.access import Section
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


@dataclass(frozen=True, slots=True)
class WindowContext:
    """``new_run`` makes one planning run. ``import_unit`` takes a unit file's bytes and raises what
    ``services.importing.import_unit`` raises. ``set_language`` installs the translations of ``"da"`` or
    ``"en"``. ``open_demo`` opens the demo in a vault of its own; None where that is not offered.
    ``backups`` are the vault's, None where none are made; ``eraser`` erases from the store. ``reopen``
    closes the window and asks for the passphrase anew, for a restored vault. ``export`` writes everything
    to a file for a reason, ``write_access`` the answer to a request of access; both raise ``OSError``.
    ``audit`` None: nothing is recorded.
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
    audit: Auditor | None = None
