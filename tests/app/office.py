"""What tests of opening, backing up and restoring a vault share: a computer of an office."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from desktop.app.anchors import KeyringPlace
from desktop.app.audit_session import AuditSession
from desktop.app.door import VaultDoor
from desktop.services.ports import AnchorPlace, AnchorUnreachable, AuditQuery, Kept
from desktop.services.trail.audit import AuditService
from desktop.vault import Argon2Cost, Patience

CHEAP = Argon2Cost(passes=1, memory_kib=64, lanes=1)
PASSPHRASE = "karrusel mellem fjorten glas"
START = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)


class MemoryKeyring:
    """Holds what it is given, and can be locked."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}
        self.locked = False

    def get(self, name: str) -> bytes | None:
        self._answer()
        return self.kept.get(name)

    def put(self, name: str, secret: bytes) -> None:
        self._answer()
        self.kept[name] = secret

    def _answer(self) -> None:
        if self.locked:
            raise AnchorUnreachable("locked")


class Office:
    """A computer with a vault, a keyring and a clock."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.keyring = MemoryKeyring()
        self.now = START
        # Whoever fails waits as long as it takes before the next attempt.
        self._ticks = count(0.0, 100.0).__next__

    def copied(self, folder: Path) -> Office:
        """Another computer of the same kind: a copy of the closed vault, of the keyring and of the time."""
        made = Office(folder)
        shutil.copytree(self.folder, folder)
        made.keyring.kept, made.now = dict(self.keyring.kept), self.now
        return made

    def door(self, user: str = "lnx01", *places: AnchorPlace) -> VaultDoor:
        door = VaultDoor(self.folder, CHEAP)
        kept = places or (KeyringPlace(self.keyring, door.vault_id),)
        session = AuditSession(self.folder, user, self._time, kept)
        return VaultDoor(
            self.folder, CHEAP, session, patience=Patience(self.folder, lambda: self.now, self._ticks)
        )

    def _time(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def told(trail: AuditService) -> list[Kept]:
    return list(trail.read(trail.find(AuditQuery())))


def kinds(trail: AuditService) -> list[str]:
    return [kept.entry.kind for kept in told(trail)]
