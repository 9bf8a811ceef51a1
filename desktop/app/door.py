"""The way into a vault's folder: one process writes, others may read; wrong passphrases wait."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.app.audit_session import AuditSession
from desktop.app.claim import Claim
from desktop.app.keys import VaultKeys
from desktop.app.restoring import restored
from desktop.app.users import system_user
from desktop.services.backups import RestoreAnswer
from desktop.services.keys import KeyringFault, SlotKind
from desktop.services.ports import NotRecorded, Store
from desktop.services.recovery_text import MistypedRecoveryKey
from desktop.store import StoreError, system_time
from desktop.ui.door import Alarm, DoorAnswer, Holder
from desktop.ui.unlock.words import holder_text
from desktop.vault import (
    Argon2Cost,
    Keyring,
    KeyringUnusable,
    Patience,
    Seal,
    Source,
    SystemKeyring,
    Vault,
    VaultBusy,
    VaultClosed,
    VaultDamaged,
    VaultError,
    VaultTooNew,
    VaultUnfinished,
    WrongPassphrase,
    WrongRecoveryKey,
    create_vault,
    kept_secret,
    open_vault,
    open_vault_by_keyring,
    open_vault_by_recovery,
    remove_vault,
    vault_exists,
    vault_id,
    vault_slots,
)


class VaultDoor:
    """Opens or makes the vault of a folder, for one writing process at a time. Holds what it opened.

    A locked vault stays this process's own: nobody else can open it to write until ``close``.
    """

    def __init__(
        self,
        folder: Path,
        cost: Argon2Cost | None = None,
        audit: AuditSession | None = None,
        *,
        public: bool = False,
        keyring: Keyring | None = None,
        patience: Patience | None = None,
    ) -> None:
        """``public``: the vault is made with a passphrase that is no secret, such as the demo's."""
        self._folder = folder
        self._audit = audit or AuditSession(folder, system_user(), system_time)
        self._cost = cost or Argon2Cost()
        self._public = public
        self._keyring = keyring or SystemKeyring()
        self._turn = threading.Lock()
        self._claim = Claim(folder)
        self._patience = patience or Patience(folder)
        self._holding = threading.Lock()
        self._locks = 0
        self._vault: Vault | None = None
        self.before_migration: Callable[[Source], None] | None = None
        """Makes a backup of a vault of an older version before it is changed."""

    @property
    def folder(self) -> Path:
        return self._folder

    def exists(self) -> bool:
        return vault_exists(self._folder)

    @property
    def read_only(self) -> bool:
        """Whether the vault is open for reading only."""
        return self._vault is not None and self._vault.read_only

    def ways(self) -> frozenset[SlotKind]:
        try:
            return frozenset(slot.kind for slot in vault_slots(self._folder))
        except (VaultError, OSError):
            return frozenset()

    def create(self, passphrase: str) -> DoorAnswer:
        return self._open(lambda: self._made(passphrase))

    def unlock(self, passphrase: str) -> DoorAnswer:
        return self._counted(lambda: self._open(lambda: self._by_passphrase(passphrase)))

    def unlock_read_only(self, passphrase: str) -> DoorAnswer:
        """Opens the vault so that nothing can be written, whoever has it."""
        return self._counted(
            lambda: self._open(lambda: open_vault(self._folder, passphrase, read_only=True), writing=False)
        )

    def holder(self) -> Holder | None:
        """Who has the vault open now, where that is another process."""
        return self._claim.holder()

    def wait(self) -> float:
        """Seconds until the next passphrase may be tried; 0 where it may be now."""
        return self._patience.left()

    @property
    def patience(self) -> Patience:
        """Counts what was tried in vain, here and on the vault's backups."""
        return self._patience

    @property
    def audit(self) -> AuditSession:
        """The audit trail's part in opening and closing."""
        return self._audit

    def given_name(self) -> str:
        return self._audit.given

    def give_name(self, name: str) -> None:
        with suppress(NotRecorded):
            self._audit.name(name)

    def unlock_by_recovery(self, text: str) -> DoorAnswer:
        return self._open(lambda: open_vault_by_recovery(self._folder, text, self.before_migration))

    def unlock_by_keyring(self) -> DoorAnswer | KeyringFault:
        asked = self._locks
        try:
            # Asked before the door is taken, so that somebody who types the passphrase meanwhile gets in.
            kept = kept_secret(self._folder, self._keyring)
            return self._open(lambda: open_vault_by_keyring(self._folder, kept, self.before_migration), asked)
        except KeyringUnusable as told:
            return told.fault
        except VaultDamaged:
            return DoorAnswer.DAMAGED
        except (VaultError, OSError):
            return DoorAnswer.FAILED

    def keys(self) -> VaultKeys:
        """The opened vault's keys. Raises ``VaultClosed`` where the door was not opened, or is no more."""
        return VaultKeys(
            self._opened().keys, self._keyring, self._cost, self._audit.service(), self._patience
        )

    def make_anew(self, passphrase: str) -> DoorAnswer:
        """Removes the opened vault with all that it holds, and makes an empty one in its place.

        Raises ``RuntimeError`` where the door was not opened.
        """
        vault, self._vault = self._opened(), None
        self._audit.end()
        vault.close()

        def made() -> Vault:
            remove_vault(self._folder)
            return self._made(passphrase)

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
        """Makes a backup ready to take the place of what is in the folder, and gives it that place where
        nobody has the vault open. Takes a second or two."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError:
            return RestoreAnswer.NOT_WRITABLE
        claimed = DoorAnswer.IN_USE if self.read_only else self._claim.take()
        if claimed is not DoorAnswer.OPEN:
            # What can't be claimed although nobody has it takes no files.
            return RestoreAnswer.BUSY if claimed is DoorAnswer.IN_USE else RestoreAnswer.NOT_WRITABLE
        return restored(path, secret, self._folder, datetime.now(UTC), self._audit, self._patience)

    def seal(self) -> Seal:
        """What encrypts for the opened vault, also once it is locked. Raises as ``store``."""
        return self._opened().seal()

    def unseal(self, sealed: bytes) -> bytes:
        """What was sealed for the opened vault. Raises ``ValueError``; otherwise as ``store``."""
        return self._opened().unseal(sealed)

    def pseudonym_key(self) -> bytes:
        """What pseudonyms are made with in the opened vault. Raises as ``store``."""
        return self._opened().subkeys.pseudonyms()

    def lock(self) -> None:
        """Closes the vault and drops its keys, whatever is under way. Safe to repeat.

        Who is opening it at this moment, perhaps because a keyring answers late, opens nothing.
        """
        with self._holding:
            self._locks += 1
            vault, self._vault = self._vault, None
            self._audit.let_go()
        if vault is not None:
            vault.close()

    def close(self) -> None:
        """Locks the vault and lets another process have it. Safe to repeat."""
        self._audit.end()
        self.lock()
        self._claim.give_up()

    def _opened(self) -> Vault:
        if self._vault is None:
            raise VaultClosed("the vault is not open")
        return self._vault

    def _by_passphrase(self, passphrase: str) -> Vault:
        return open_vault(self._folder, passphrase, self.before_migration)

    def _made(self, passphrase: str) -> Vault:
        return create_vault(self._folder, passphrase, self._cost, public=self._public)

    def _counted(self, attempt: Callable[[], DoorAnswer]) -> DoorAnswer:
        """One attempt with a passphrase, which counts against the next where it was wrong."""
        patience = self._patience
        if patience.left() > 0:
            return DoorAnswer.WAIT
        if self.exists():
            patience.count()
        answer = attempt()
        if answer is DoorAnswer.OPEN:
            patience.forget()
        elif answer is DoorAnswer.WRONG_PASSPHRASE:
            patience.again()
        else:
            patience.take_back()
        return answer

    def _open(
        self, opened: Callable[[], Vault], asked: int | None = None, *, writing: bool = True
    ) -> DoorAnswer:
        """Opens the vault; to write, which one process alone may do. ``asked``: how often it had been locked
        when somebody asked for it; it stays locked where it was locked since."""
        asked = self._locks if asked is None else asked
        with self._turn:
            # The keyring may have opened it while somebody typed the passphrase.
            return DoorAnswer.OPEN if self._vault is not None else self._try(opened, asked, writing=writing)

    def _try(self, opened: Callable[[], Vault], asked: int, *, writing: bool) -> DoorAnswer:
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            claimed = self._claim.take() if writing else DoorAnswer.OPEN
            if claimed is not DoorAnswer.OPEN:
                return claimed
            vault = self._recorded(opened())
            with self._holding:
                if self._locks == asked:
                    self._vault = vault
                    return DoorAnswer.OPEN
                self._audit.let_go()
            vault.close()
        except KeyringUnusable:
            raise
        except WrongPassphrase:
            self._audit.failed()
            return DoorAnswer.WRONG_PASSPHRASE
        except WrongRecoveryKey:
            self._audit.failed()
            return DoorAnswer.WRONG_RECOVERY
        except MistypedRecoveryKey:
            return DoorAnswer.WRONG_RECOVERY
        except VaultDamaged:
            return DoorAnswer.DAMAGED
        except VaultTooNew:
            return DoorAnswer.TOO_NEW
        except VaultUnfinished:
            return DoorAnswer.UNFINISHED
        except VaultBusy:
            return DoorAnswer.IN_USE
        except (VaultError, StoreError, NotRecorded, OSError):
            return DoorAnswer.FAILED
        return DoorAnswer.FAILED

    def _recorded(self, vault: Vault) -> Vault:
        """Nobody works in a vault whose unlock could not be recorded."""
        try:
            self._audit.begin(vault.trail(), vault.keys.digest, read_only=vault.read_only)
            if Alarm.KEYS_EXCHANGED not in self._audit.alarms:
                vault.forget_displaced()
        except BaseException:
            self._audit.let_go()
            vault.close()
            raise
        return vault


def door_text(answer: DoorAnswer, folder: Path, holder: Holder | None = None) -> str:
    """Why a vault did not open, in plain words, and who has it where that is known."""
    translate = QCoreApplication.translate
    if no_folder(folder):
        return translate("Terminal", "The vault must be a folder, and this is a file: %1").replace(
            "%1", str(folder)
        )
    text = {
        DoorAnswer.OPEN: "",
        DoorAnswer.WRONG_PASSPHRASE: translate("Terminal", "The passphrase does not open the vault in %1"),
        DoorAnswer.WRONG_RECOVERY: translate("Terminal", "The recovery key does not open the vault in %1"),
        DoorAnswer.DAMAGED: translate(
            "Terminal", "The vault is damaged and was left as it is. Put a backup in its place: %1"
        ),
        DoorAnswer.TOO_NEW: translate(
            "Terminal",
            "A newer version of Sikkerplan has used this vault. Nothing was changed. Open it there: %1",
        ),
        DoorAnswer.IN_USE: translate("Terminal", "Sikkerplan is already open on this vault: %1"),
        DoorAnswer.WAIT: translate(
            "Terminal", "After wrong passphrases the vault lets nobody try again for up to a minute: %1"
        ),
        DoorAnswer.UNFINISHED: translate(
            "Unfinished",
            "Something was cut off here that reading alone can't finish. The vault is not damaged: whoever "
            "may write must open it first: %1",
        ),
        DoorAnswer.FAILED: translate(
            "Terminal",
            "The vault could not be opened. May this user write to its folder, and is there space? %1",
        ),
    }[answer]
    if answer is DoorAnswer.IN_USE and holder is not None:
        text = f"{text}\n{holder_text(holder)}"
    return text.replace("%1", str(folder))


def no_folder(folder: Path) -> bool:
    """Whether a file lies where the vault's folder should."""
    return folder.exists() and not folder.is_dir()
