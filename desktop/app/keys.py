"""The vault's keys as the window asks for them: what goes wrong becomes an answer."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from desktop.domain.audit import AuditEvent, AuditKind
from desktop.services.keys import KeyAnswer, KeyOutcome, KeyringFault, SlotInfo, SlotKind
from desktop.services.ports import Auditor, NotRecorded
from desktop.services.trail.audit_keys import ASKED, DONE, FAILED
from desktop.services.trail.audit_restored import KEYS
from desktop.store import StoreBusy, StoreError
from desktop.vault import (
    Argon2Cost,
    KeyChest,
    Keyring,
    KeyringUnusable,
    LastSlot,
    MustReopen,
    PassphraseRefused,
    Patience,
    VaultError,
    WrongPassphrase,
    draft_recovery,
)

#: What the trail says of a change: what was changed, a slot or the data key, and how.
DATA_KEY, SET, REMOVED = "data", "set", "removed"


class VaultKeys:
    """Changes an open vault's keys, its passphrase at a given cost, with the system's keyring or another.

    A change is recorded before it is made, since what cannot be recorded is not done, and once more with what
    came of it: the key file that there is now, or why it is still the old one.
    """

    def __init__(
        self, chest: KeyChest, keyring: Keyring, cost: Argon2Cost, audit: Auditor, patience: Patience
    ) -> None:
        self._audit = audit
        self._chest = chest
        self._keyring = keyring
        self._cost = cost
        self._patience = patience

    def slots(self) -> tuple[SlotInfo, ...]:
        return self._chest.slots()

    def prove(self, secret: str) -> KeyOutcome:
        """Asks for a secret again before a change. A wrong one is recorded, and makes the next one wait."""
        if self._patience.left() > 0:
            return KeyOutcome(KeyAnswer.WAIT)
        self._patience.count()
        outcome = _outcome(lambda: self._chest.prove(secret))
        if outcome.answer is not KeyAnswer.WRONG_PASSPHRASE:
            self._patience.forget()
            return outcome
        self._patience.again()
        with suppress(NotRecorded):
            failed = {FAILED: outcome.answer.value}
            self._audit.record(AuditEvent(AuditKind.KEY_CHANGE, "vault", payload=failed))
        return outcome

    def draft_recovery(self) -> str:
        return draft_recovery()

    def set_passphrase(self, passphrase: str) -> KeyOutcome:
        return self._recorded(
            SlotKind.PASSPHRASE, SET, lambda: self._chest.set_passphrase(passphrase, self._cost)
        )

    def set_recovery(self, text: str) -> KeyOutcome:
        return self._recorded(SlotKind.RECOVERY, SET, lambda: self._chest.set_recovery(text))

    def set_keyring(self) -> KeyOutcome:
        return self._recorded(SlotKind.KEYRING, SET, lambda: self._chest.set_keyring(self._keyring))

    def remove(self, kind: SlotKind) -> KeyOutcome:
        return self._recorded(kind, REMOVED, lambda: self._chest.remove(kind, self._keyring))

    def rotate(self, passphrase: str | None, recovery: str | None) -> KeyOutcome:
        return self._recorded(
            DATA_KEY, SET, lambda: self._chest.rotate(passphrase, recovery, self._keyring, self._cost)
        )

    def _recorded(self, what: str, how: str, act: Callable[[], KeyringFault | None]) -> KeyOutcome:
        try:
            self._audit.record(AuditEvent(AuditKind.KEY_CHANGE, f"{what}_key", payload={ASKED: how}))
        except NotRecorded:
            return KeyOutcome(KeyAnswer.NOT_WRITTEN)
        outcome = _outcome(act)
        came: dict[str, object] = {FAILED: outcome.answer.value}
        # Where the vault must be opened again it is done.
        if outcome.answer in (KeyAnswer.DONE, KeyAnswer.REOPEN):
            came = {DONE: how, KEYS: self._chest.digest}
        with suppress(NotRecorded):
            self._audit.record(AuditEvent(AuditKind.KEY_CHANGE, f"{what}_key", payload=came))
        return outcome


def _outcome(act: Callable[[], KeyringFault | None]) -> KeyOutcome:
    try:
        return KeyOutcome(KeyAnswer.DONE, act())
    except KeyringUnusable as told:
        return KeyOutcome(KeyAnswer.NO_KEYRING, told.fault)
    except LastSlot:
        return KeyOutcome(KeyAnswer.LAST)
    except WrongPassphrase:
        return KeyOutcome(KeyAnswer.WRONG_PASSPHRASE)
    except PassphraseRefused:
        return KeyOutcome(KeyAnswer.WEAK_PASSPHRASE)
    except MustReopen:
        return KeyOutcome(KeyAnswer.REOPEN)
    except StoreBusy:
        return KeyOutcome(KeyAnswer.IN_USE)
    except (StoreError, VaultError, OSError):
        return KeyOutcome(KeyAnswer.NOT_WRITTEN)
