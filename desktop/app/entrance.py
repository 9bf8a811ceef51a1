"""What stands before a vault is open: its folder, its door, the settings and the language.

The window that asks for a passphrase needs no more. Nothing is imported here that only an open vault needs.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from desktop.app.anchors import BackupWitness, KeyringPlace, NoKeyring, SystemSecrets
from desktop.app.asked import Options, Terminal
from desktop.app.audit_session import AuditSession
from desktop.app.backups import FOLDER, backed_up, backup_folder
from desktop.app.crash import Faults
from desktop.app.door import VaultDoor
from desktop.app.users import system_user
from desktop.qt.language import Language, system_language
from desktop.qt.settings import Settings
from desktop.qt.version import own_version
from desktop.services.ports import Clock
from desktop.vault import Argon2Cost, Source, data_folder, make_backup, vault_id

NAME = "Sikkerplan"
DEMO_FOLDER = "demo"
DEMO_COST = Argon2Cost(passes=1, memory_kib=8 * 1024, lanes=1)


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def today(self) -> date:
        return datetime.now().astimezone().date()


class Entrance:
    """The way to one vault, as the command line asks for it. ``clock`` None: the machine's."""

    def __init__(self, options: Options, terminal: Terminal, clock: Clock | None = None) -> None:
        folder = data_folder(options.vault)
        if options.demo and options.vault is None:
            folder /= DEMO_FOLDER
        self.options = options
        self.terminal = terminal
        self.folder = folder
        self.faults = Faults()
        self.clock: Clock = clock or SystemClock()
        # The demo leaves nothing behind outside of its folder.
        place = NoKeyring() if options.demo else KeyringPlace(SystemSecrets(), lambda: vault_id(folder))
        audit = AuditSession(folder, system_user(), self.clock.now, (place,))
        self.door = VaultDoor(folder, DEMO_COST if options.demo else None, audit, public=options.demo)
        if options.demo:
            audit.name(NAME)
        self.settings = Settings(folder / "sikkerplan.ini")
        self.language = Language()
        self.language.install(options.language or self.settings.language or system_language())
        if not options.demo:
            settings, door = self.settings, self.door
            door.before_migration = partial(_back_up_first, settings, folder, self.clock)
            shelf = partial(_shelf, settings, folder)
            audit.witnesses = (BackupWitness(shelf, lambda: door.vault().source()),)


def _shelf(settings: Settings, folder: Path) -> Path:
    return backup_folder(settings.for_thread(), folder)


def _back_up_first(settings: Settings, folder: Path, clock: Clock, source: Source) -> None:
    """A backup before anything is changed, made in the thread of the unlock: in the chosen folder, or, where
    that is gone or full, beside the vault."""
    settings = settings.for_thread()
    source = replace(source, app=own_version())
    try:
        backed_up(source, backup_folder(settings, folder), settings, clock)
    except OSError:
        beside = folder / FOLDER
        beside.mkdir(mode=0o700, exist_ok=True)
        make_backup(source, beside, clock.now())
