"""The way into a vault's folder: one process writes, others may read; wrong passphrases wait."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.app.audit_session import AuditSession
from desktop.app.claim import Claim
from desktop.app.users import system_user
from desktop.services.ports import NotRecorded, Store
from desktop.store import StoreError, system_time
from desktop.ui.context import DoorAnswer, Holder
from desktop.ui.unlock.words import holder_text
from desktop.vault import (
    Argon2Cost,
    Patience,
    Seal,
    Vault,
    VaultBusy,
    VaultDamaged,
    VaultError,
    WrongPassphrase,
    create_vault,
    open_vault,
    remove_vault,
    vault_exists,
    vault_id,
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
        patience: Patience | None = None,
    ) -> None:
        self._folder = folder
        self._audit = audit or AuditSession(folder, system_user(), system_time)
        self._cost = cost or Argon2Cost()
        self._claim = Claim(folder)
        self._patience = patience or Patience(folder)
        self._vault: Vault | None = None

    def exists(self) -> bool:
        return vault_exists(self._folder)

    @property
    def read_only(self) -> bool:
        """Whether the vault is open for reading only."""
        return self._vault is not None and self._vault.read_only

    def create(self, passphrase: str) -> DoorAnswer:
        return self._open(lambda: create_vault(self._folder, passphrase, self._cost))

    def unlock(self, passphrase: str) -> DoorAnswer:
        return self._try(lambda: self._open(lambda: open_vault(self._folder, passphrase)))

    def unlock_read_only(self, passphrase: str) -> DoorAnswer:
        """Opens the vault so that nothing can be written, whoever has it."""
        return self._try(
            lambda: self._opened_by(lambda: open_vault(self._folder, passphrase, read_only=True))
        )

    def holder(self) -> Holder | None:
        """Who has the vault open now, where that is another process."""
        return self._claim.holder()

    def wait(self) -> float:
        """Seconds until the next passphrase may be tried; 0 where it may be now."""
        return self._patience.left()

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

    def seal(self) -> Seal:
        """What encrypts for the opened vault, also once it is locked. Raises as ``store``."""
        return self._opened().seal()

    def unseal(self, sealed: bytes) -> bytes:
        """What was sealed for the opened vault. Raises ``ValueError``; otherwise as ``store``."""
        return self._opened().unseal(sealed)

    def lock(self) -> None:
        """Closes the vault and drops its keys, whatever is under way. Safe to repeat."""
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
            raise RuntimeError("the vault is not open")
        return self._vault

    def _try(self, attempt: Callable[[], DoorAnswer]) -> DoorAnswer:
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

    def _open(self, opened: Callable[[], Vault]) -> DoorAnswer:
        """Opens the vault to write, which one process alone may do."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError:
            return DoorAnswer.FAILED
        claimed = self._claim.take()
        return self._opened_by(opened) if claimed is DoorAnswer.OPEN else claimed

    def _opened_by(self, opened: Callable[[], Vault]) -> DoorAnswer:
        self.lock()
        try:
            self._vault = self._recorded(opened())
        except WrongPassphrase:
            self._audit.failed()
            return DoorAnswer.WRONG_PASSPHRASE
        except VaultDamaged:
            return DoorAnswer.DAMAGED
        except VaultBusy:
            return DoorAnswer.IN_USE
        except (VaultError, StoreError, NotRecorded, OSError):
            return DoorAnswer.FAILED
        return DoorAnswer.OPEN

    def _recorded(self, vault: Vault) -> Vault:
        """Nobody works in a vault whose unlock could not be recorded."""
        try:
            self._audit.begin(vault.trail(), read_only=vault.read_only)
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
        DoorAnswer.DAMAGED: translate(
            "Terminal", "The vault is damaged and was left as it is. Put a backup in its place: %1"
        ),
        DoorAnswer.IN_USE: translate("Terminal", "Sikkerplan is already open on this vault: %1"),
        DoorAnswer.WAIT: translate(
            "Terminal", "After wrong passphrases the vault lets nobody try again for up to a minute: %1"
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
