"""The opened vault's backups, for the window."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from desktop.app.door import VaultDoor
from desktop.app.restoring import NO_SPACE, restored, with_backup
from desktop.domain.audit import AuditEvent, AuditKind
from desktop.qt.settings import Settings
from desktop.services.backups import (
    BackupFault,
    BackupNote,
    BackupState,
    DrillResult,
    RestoreAnswer,
)
from desktop.services.ports import Auditor, Clock, NotRecorded
from desktop.store import StoreError, StoreNotWritable
from desktop.vault import (
    BackupNotVerified,
    OpenedBackup,
    Source,
    Vault,
    VaultClosed,
    VaultDamaged,
    VaultError,
    is_sealed_by,
    kept_vaults,
    list_backups,
    make_backup,
    remove_backups,
    remove_kept_vaults,
    remove_leftovers,
    try_restoring,
)

TRAIL = "audit_"
"""How the tables of the audit trail begin."""
FOLDER = "backups"
"""In the vault's folder, for as long as nobody has chosen another place."""


class VaultBackups:
    """Backups of the vault that a door has opened. Made once a day and on demand, from any thread."""

    def __init__(
        self,
        door: VaultDoor,
        settings: Settings,
        clock: Clock,
        app: str,
        audit: Auditor | None = None,
    ) -> None:
        self._door = door
        self._settings = settings
        self._clock = clock
        self._app = app
        self._audit = audit
        self._fault: BackupFault | None = None
        # The day's backup and one that somebody asks for use the same copy of the database.
        self._one_at_a_time = threading.Lock()

    @property
    def folder(self) -> Path:
        return backup_folder(self._settings.for_thread(), self._door.folder)

    @property
    def on_this_pc(self) -> bool:
        return self._settings.for_thread().backup_folder is None

    def choose_folder(self, folder: Path) -> bool:
        probe = folder / ".sikkerplan-probe"
        try:
            probe.touch()
            probe.unlink()
        except OSError:
            return False
        self._settings.backup_folder = folder
        self._settings.save()
        self._fault = None
        return True

    def state(self) -> BackupState:
        last = self._settings.for_thread().last_backup
        # After a change of the data key, or while the vault is locked, the last one is known by what this
        # computer remembers of it.
        known = None if last is None else last.replace(microsecond=0)
        try:
            good = [
                note
                for note in self._found()
                if note.whole and note.made is not None and (note.certain or note.made == known)
            ]
        except OSError:
            return BackupState(last, last is not None, self._fault or BackupFault.FOLDER_GONE)
        return BackupState(good[0].made if good else None, True, self._fault, len(good))

    def make(self) -> BackupState:
        with self._one_at_a_time:
            self._make()
        return self.state()

    def _make(self) -> None:
        try:
            vault = self._door.vault()
        except VaultClosed as closed:
            self._fault = backup_fault(closed)
            return
        try:
            settings = self._settings.for_thread()
            source = vault.source(self._app)
            made = backed_up(source, self.folder, settings, self._clock, partial(_stay, vault))
        except VaultClosed:
            return
        except (OSError, VaultError, StoreError, NotRecorded, RuntimeError) as error:
            self._fault = backup_fault(error)
        else:
            self._fault = None
            self._record(AuditEvent(AuditKind.BACKUP, "backup", made))

    def listed(self) -> tuple[BackupNote, ...]:
        try:
            return self._found()
        except OSError:
            return ()

    def remove(self, paths: Sequence[Path]) -> int:
        return len(remove_backups(paths))

    def drill(self, path: Path, secret: str) -> DrillResult:
        result = DrillResult(RestoreAnswer.DONE)

        def compare(opened: OpenedBackup) -> None:
            nonlocal result
            done = try_restoring(opened, self._door.vault().source(self._app))
            # The trail grows with every backup and every look: that it has is no difference.
            different = tuple(
                (each.table, max(each.only_first, each.only_second))
                for each in done.differences
                if not each.table.startswith(TRAIL)
            )
            result = DrillResult(RestoreAnswer.DONE, done.made, done.rows, different)

        answer = with_backup(path, secret, compare, self._door.audit, self._door.patience)
        return result if answer is RestoreAnswer.DONE else DrillResult(answer)

    def restore(self, path: Path, secret: str) -> RestoreAnswer:
        door = self._door
        now = self._clock.now()
        answer = restored(path, secret, door.folder, now, door.audit, door.patience, self.folder)
        if answer is RestoreAnswer.DONE:
            self._record(AuditEvent(AuditKind.RESTORE, "vault", "vault"))
        return answer

    def kept_vaults(self) -> int:
        return len(kept_vaults(self._door.folder))

    def remove_kept_vaults(self) -> bool:
        try:
            remove_kept_vaults(self._door.folder)
        except OSError:
            return False
        return True

    def _found(self) -> tuple[BackupNote, ...]:
        folder = self.folder
        if self.on_this_pc and not folder.exists():
            return ()
        try:
            key = self._door.vault().subkeys
        except RuntimeError:
            # It was locked meanwhile: nothing is certain.
            key = None
        try:
            vault = self._door.vault_id()
        except ValueError:
            # No key file can be used: any vault's backup may be the one to restore.
            vault = None
        notes = [
            BackupNote(
                each.path,
                None if each.header is None else each.header.made,
                each.whole,
                each.size,
                key is not None and is_sealed_by(key, each),
            )
            for each in list_backups(folder, vault)
        ]
        return tuple(sorted(notes, key=lambda note: note.whole and not note.certain))

    def _record(self, event: AuditEvent) -> None:
        if self._audit is not None:
            try:
                self._audit.record(event)
            except NotRecorded:
                # The backup is good, whether or not the trail could be written.
                self._fault = self._fault or BackupFault.BUSY


def _stay(vault: Vault) -> None:
    """Ends the backup of a vault that was locked: its keys must be gone. It is made after the next unlock."""
    if vault.closed:
        raise VaultClosed("the vault was closed meanwhile")


def backup_folder(settings: Settings, vault: Path) -> Path:
    """Where the backups of a vault are put."""
    return settings.backup_folder or vault / FOLDER


def backed_up(
    source: Source,
    folder: Path,
    settings: Settings,
    clock: Clock,
    go_on: Callable[[], None] = lambda: None,
) -> str:
    """Makes a backup and remembers when; returns its random id. Raises as ``make_backup``."""
    if settings.backup_folder is None:
        folder.mkdir(mode=0o700, exist_ok=True)
    remove_leftovers(folder, source.keys.vault)
    now = clock.now()
    made = make_backup(source, folder, now, go_on=go_on)
    settings.last_backup = now
    settings.save()
    return "" if made.header is None else made.header.id


def backup_fault(error: Exception) -> BackupFault:
    """What went wrong, by what was raised."""
    if isinstance(error, BackupNotVerified | VaultDamaged):
        return BackupFault.NOT_VERIFIED
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return BackupFault.FOLDER_GONE
    if isinstance(error, OSError):
        return BackupFault.FULL if error.errno in NO_SPACE else BackupFault.NOT_WRITABLE
    return BackupFault.FULL if isinstance(error, StoreNotWritable) else BackupFault.BUSY
