"""The way into a vault's folder, for one process at a time."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLockFile

from desktop.app.audit_session import AuditSession
from desktop.app.restoring import restored
from desktop.app.users import system_user
from desktop.services.backups import RestoreAnswer
from desktop.services.ports import NotRecorded, Store
from desktop.store import StoreError, system_time
from desktop.ui.context import DoorAnswer
from desktop.vault import (
    Argon2Cost,
    Source,
    Vault,
    VaultBusy,
    VaultDamaged,
    VaultError,
    VaultTooNew,
    WrongPassphrase,
    create_vault,
    open_vault,
    remove_vault,
    vault_exists,
    vault_id,
)


class VaultDoor:
    """Opens or makes the vault of a folder, for one process at a time. Holds what it opened."""

    def __init__(
        self, folder: Path, cost: Argon2Cost | None = None, audit: AuditSession | None = None
    ) -> None:
        self._folder = folder
        self._audit = audit or AuditSession(folder, system_user(), system_time)
        self._cost = cost or Argon2Cost()
        self._lock = QLockFile(str(folder / "sikkerplan.lock"))
        # Only a process that has died leaves a lock behind that may be taken.
        self._lock.setStaleLockTime(0)
        self._vault: Vault | None = None
        self.before_migration: Callable[[Source], None] | None = None
        """Makes a backup of a vault of an older version before it is changed."""

    @property
    def folder(self) -> Path:
        return self._folder

    def exists(self) -> bool:
        return vault_exists(self._folder)

    def create(self, passphrase: str) -> DoorAnswer:
        return self._open(lambda: create_vault(self._folder, passphrase, self._cost))

    def unlock(self, passphrase: str) -> DoorAnswer:
        return self._open(lambda: open_vault(self._folder, passphrase, self.before_migration))

    @property
    def audit(self) -> AuditSession:
        """The audit trail's part in opening and closing."""
        return self._audit

    def given_name(self) -> str:
        return self._audit.given

    def give_name(self, name: str) -> None:
        with suppress(NotRecorded):
            self._audit.name(name)

    def make_anew(self, passphrase: str) -> DoorAnswer:
        """Removes the opened vault with all that it holds, and makes an empty one in its place.

        Raises ``RuntimeError`` where the door was not opened.
        """
        vault, self._vault = self._opened(), None
        self._audit.end()
        vault.close()

        def made() -> Vault:
            remove_vault(self._folder)
            return create_vault(self._folder, passphrase, self._cost)

        return self._open(made)

    def vault_id(self) -> str:
        """The random id of the folder's vault. Raises ``OSError``, or ``ValueError`` where there is none."""
        try:
            return vault_id(self._folder)
        except VaultError:
            raise ValueError("there is no vault") from None

    def store(self) -> Store:
        """The opened vault's store. Raises ``RuntimeError`` where the door was not opened."""
        return self._opened().store()

    def vault(self) -> Vault:
        """The opened vault. Raises ``RuntimeError`` where the door was not opened."""
        return self._opened()

    def restore(self, path: Path, secret: str) -> RestoreAnswer:
        """Makes a backup ready to take the place of what is in the folder. Takes a second or two."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError:
            return RestoreAnswer.NOT_WRITABLE
        if not self._lock.isLocked() and not self._lock.tryLock(0):
            return RestoreAnswer.BUSY
        return restored(path, secret, self._folder, datetime.now(UTC))

    def close(self) -> None:
        """Closes the vault and lets another process open it. Safe to repeat."""
        vault, self._vault = self._vault, None
        self._audit.end()
        if vault is not None:
            vault.close()
        self._lock.unlock()

    def _opened(self) -> Vault:
        if self._vault is None:
            raise RuntimeError("the vault is not open")
        return self._vault

    def _open(self, opened: Callable[[], Vault]) -> DoorAnswer:
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not self._lock.isLocked() and not self._lock.tryLock(0):
                taken = self._lock.error() is QLockFile.LockError.LockFailedError
                return DoorAnswer.IN_USE if taken else DoorAnswer.FAILED
            self._vault = self._recorded(opened())
        except WrongPassphrase:
            self._audit.failed()
            return DoorAnswer.WRONG_PASSPHRASE
        except VaultDamaged:
            return DoorAnswer.DAMAGED
        except VaultTooNew:
            return DoorAnswer.TOO_NEW
        except VaultBusy:
            return DoorAnswer.IN_USE
        except (VaultError, StoreError, NotRecorded, OSError):
            return DoorAnswer.FAILED
        return DoorAnswer.OPEN

    def _recorded(self, vault: Vault) -> Vault:
        """Nobody works in a vault whose unlock could not be recorded."""
        try:
            self._audit.begin(vault.trail())
        except BaseException:
            self._audit.end()
            vault.close()
            raise
        return vault


def door_text(answer: DoorAnswer, folder: Path) -> str:
    """Why a vault did not open, in plain words."""
    translate = QCoreApplication.translate
    if no_folder(folder):
        return translate("Terminal", "The vault must be a folder, and this is a file: %1").replace(
            "%1", str(folder)
        )
    text = {
        DoorAnswer.OPEN: "",
        DoorAnswer.WRONG_PASSPHRASE: translate("Terminal", "The passphrase does not open the vault in %1"),
        DoorAnswer.DAMAGED: translate(
            "Terminal", "The vault is damaged and was left as it is. Put a backup in its place: %1"
        ),
        DoorAnswer.TOO_NEW: translate(
            "Terminal",
            "A newer version of Sikkerplan has used this vault. Nothing was changed. Open it there: %1",
        ),
        DoorAnswer.IN_USE: translate("Terminal", "Sikkerplan is already open on this vault: %1"),
        DoorAnswer.FAILED: translate(
            "Terminal",
            "The vault could not be opened. May this user write to its folder, and is there space? %1",
        ),
    }[answer]
    return text.replace("%1", str(folder))


def no_folder(folder: Path) -> bool:
    """Whether a file lies where the vault's folder should."""
    return folder.exists() and not folder.is_dir()
