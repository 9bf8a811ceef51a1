"""Where heads of the audit trail are kept outside the vault: the system's keyring, and every backup."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from desktop.domain.audit import MAC_BYTES, AuditHead
from desktop.services.keys import KeyringFault
from desktop.services.ports import AnchorPlace, AnchorUnreachable
from desktop.services.trail.audit_verify import Anchor, Unreached
from desktop.vault import KeyringUnusable, Source, SystemKeyring, VaultError, backup_heads

#: Seconds that an anchor waits for the keyring: nobody should have to unlock it only for the trail.
PATIENCE_SECONDS = 3.0


class Secrets(Protocol):
    """A keyring: small secrets by name. Both raise ``AnchorUnreachable`` where it does not answer."""

    def get(self, name: str) -> bytes | None: ...
    def put(self, name: str, secret: bytes) -> None: ...


class SystemSecrets:
    """The system's keyring, which does not keep anybody waiting."""

    def __init__(self, keyring: SystemKeyring | None = None) -> None:
        self._keyring = keyring or SystemKeyring(patience=PATIENCE_SECONDS)

    def get(self, name: str) -> bytes | None:
        try:
            return self._keyring.get(name)
        except KeyringUnusable as told:
            raise AnchorUnreachable(_reason(told.fault)) from None

    def put(self, name: str, secret: bytes) -> None:
        try:
            self._keyring.put(name, secret)
        except KeyringUnusable as told:
            raise AnchorUnreachable(_reason(told.fault)) from None


def _reason(fault: KeyringFault) -> str:
    return {
        KeyringFault.NONE_THERE: "none",
        KeyringFault.UNFAITHFUL: "unreadable",
        KeyringFault.LOCKED: "locked",
        KeyringFault.FORBIDDEN: "forbidden",
    }.get(fault, "silent")


class KeyringPlace:
    """Keeps one head in the keyring, the last one. ``vault`` tells the vault's random id."""

    name = "keyring"

    def __init__(self, secrets: Secrets, vault: Callable[[], str]) -> None:
        self._secrets = secrets
        self._vault = vault

    def heads(self, vault: str | None = None) -> Sequence[AuditHead]:
        kept = self._secrets.get(self._entry(vault))
        return () if kept is None else (_head(kept),)

    def keep(self, head: AuditHead) -> None:
        self._secrets.put(self._entry(None), f"{head.count} {head.digest}".encode("ascii"))

    def _entry(self, vault: str | None) -> str:
        return f"audit {vault or self._vault()}"


class NoKeyring:
    """Stands where this computer offers no keyring: the trail then has no anchor but backups and prints."""

    name = "keyring"

    def heads(self, vault: str | None = None) -> Sequence[AuditHead]:
        raise AnchorUnreachable("none")

    def keep(self, head: AuditHead) -> None:
        raise AnchorUnreachable("none")


class Anchoring:
    """Keeps heads in their places in a thread of its own: a keyring may let one wait, and nobody should."""

    def __init__(self, places: Sequence[AnchorPlace]) -> None:
        self._places = tuple(places)
        self._changed = threading.Condition()
        self._wanted: AuditHead | None = None
        self._working = False

    def keep(self, head: AuditHead) -> None:
        """Keeps the head soon, in place of one that was to be kept and is not yet."""
        with self._changed:
            self._wanted = head
            if self._working or not self._places:
                return
            self._working = True
        # A keyring that never answers must not keep the program from ending.
        threading.Thread(target=self._work, name="anchors", daemon=True).start()

    def wait(self, seconds: float) -> None:
        """Waits until what was to be kept is kept, but no longer than that."""
        with self._changed:
            self._changed.wait_for(lambda: not self._working, seconds)

    def _work(self) -> None:
        while True:
            with self._changed:
                head, self._wanted = self._wanted, None
                if head is None:
                    self._working = False
                    self._changed.notify_all()
                    return
            for place in self._places:
                # The key file, which tells the vault's id, may be damaged or gone by now.
                with suppress(AnchorUnreachable, VaultError, OSError):
                    place.keep(head)


class BackupWitness:
    """The backups in the folder where they are put, as far as the open vault's key opens them.

    ``source`` tells the vault and its key, and raises ``RuntimeError`` where it is closed.
    """

    name = "backup"

    def __init__(self, folder: Callable[[], Path], source: Callable[[], Source]) -> None:
        self._folder = folder
        self._source = source

    def look(self) -> tuple[Sequence[Anchor], Sequence[Unreached]]:
        """The heads of the folder's backups, the newest first."""
        try:
            folder, source = self._folder(), self._source()
            found = backup_heads(folder, source.keys.vault, source.key)
        except (OSError, RuntimeError, VaultError):
            return (), (Unreached(self.name, "gone"),)
        held, silent = [], []
        for each in found:
            if each.head is not None:
                held.append(Anchor(self.name, each.head, each.made))
            else:
                reason = "other_key" if each.whole else "unreadable"
                silent.append(Unreached(self.name, reason, each.made))
        return held, silent


def _head(kept: bytes) -> AuditHead:
    """Raises ``AnchorUnreachable`` for what is no head."""
    try:
        count, _, digest = kept.decode("ascii").partition(" ")
        if count.isdecimal() and len(bytes.fromhex(digest)) == (MAC_BYTES if int(count) else 0):
            return AuditHead(int(count), digest)
    except ValueError:
        pass
    raise AnchorUnreachable("unreadable")
