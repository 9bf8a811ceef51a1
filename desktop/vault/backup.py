"""Backups of a vault: made whole or not at all, verified, the last fourteen kept.

A backup is made in three steps. The open database is copied to a file of the vault's own folder, which is
on this PC, since SQLite on a network drive is no safe place to write. The copy is examined by all the
checks that the database has, its rows are counted against those counted in the same moment in the live one.
Then it becomes a part of the backup's file, which gets its name in the chosen folder when it has been read
back from there.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop.domain.audit import AuditHead
from desktop.services.ports import NotRecorded
from desktop.services.trail.audit_verify import verify_trail
from desktop.store import (
    DatabaseKey,
    StoreDamaged,
    copy_store,
    examine_store,
    remove_store,
    sync_folder,
    trail_of,
)
from desktop.vault.container import (
    SALT_BYTES,
    BackupKeys,
    Header,
    Sealed,
    check_whole,
    read_header,
    unseal,
    write_container,
)
from desktop.vault.errors import BackupNotVerified, VaultDamaged, VaultError, VaultTooNew
from desktop.vault.keyfile import KeyFile
from desktop.vault.keys import DataKey, Subkeys

KEPT = 14
LARGEST_NUMBER = 10**9
"""More than a vault will ever count to: what claims more is nobody's backup, unless the key says so."""
SUFFIX = ".backup"
PREFIX = "sikkerplan-"
PART = ".part"
COPY = "sikkerplan.db.copy"
"""The copy of the database, in the vault's folder while a backup is made."""
TRAIL = "audit_entries"
"""The table that a database with an audit trail has."""


@dataclass(frozen=True, slots=True)
class Source:
    """What a backup is made of: a database, its keys, and the key file whose slots open them."""

    database: Path
    key: Subkeys
    keys: KeyFile
    app: str = ""


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was found in a folder. ``whole``: every byte is as it was written."""

    path: Path
    header: Header | None
    whole: bool

    @property
    def size(self) -> int:
        """In bytes; 0 where it is gone by now."""
        try:
            return self.path.stat().st_size
        except OSError:
            return 0


def make_backup(
    source: Source,
    folder: Path,
    now: datetime,
    *,
    keep: int = KEPT,
    go_on: Callable[[], None] = lambda: None,
) -> Backup:
    """Makes a verified backup in ``folder``, and then removes all but the last ``keep`` good ones of this
    vault, as ``prune`` does.

    ``now`` is aware. ``go_on`` is called at every step; what it raises ends the backup there. Raises
    ``OSError`` (the folder is gone, full or can't be written), a ``StoreError``, or ``BackupNotVerified``;
    then the folder is as it was.
    """
    if not folder.is_dir():
        raise FileNotFoundError("the backup folder is gone")
    found = list_backups(folder, source.keys.vault)
    number = 1 + _last_number(found, source.key)
    copy = source.database.with_name(COPY)
    remove_store(copy)
    salt = os.urandom(SALT_BYTES)
    keys = BackupKeys.of(source.key, salt)
    name = f"{PREFIX}{now:%Y%m%dT%H%M%SZ}-{source.keys.vault[:6]}-{number:04d}{SUFFIX}"
    part = folder / f"{name}{PART}"
    try:
        counted = copy_store(source.database, source.key.database(), copy, keys.database)
        go_on()
        head = _verify(copy, keys.database, counted.rows, source.key.audit(), go_on)
        header = Header(
            id=os.urandom(8).hex(),
            number=number,
            made=now,
            app=source.app,
            schema=counted.revision,
            keys=source.keys,
            database_bytes=copy.stat().st_size,
            database_sha256=_sha256(copy),
            salt=salt,
        )
        part.unlink(missing_ok=True)
        write_container(part, header, Sealed(counted.rows, head), keys, copy, go_on)
        _read_back(part, keys, counted.rows)
        part.replace(folder / name)
        sync_folder(folder)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    finally:
        remove_store(copy)
    made = Backup(folder / name, read_header(folder / name), True)
    prune(folder, source.keys.vault, source.key, keep)
    return made


def list_backups(folder: Path, vault: str | None = None) -> tuple[Backup, ...]:
    """The backups in a folder, the newest first; of one vault, and those that can't be read, which may be
    its.

    Raises ``OSError`` where the folder can't be read.
    """
    found = []
    for path in sorted(folder.iterdir()):
        if not path.name.startswith(PREFIX) or path.suffix != SUFFIX or not path.is_file():
            continue
        backup = look_at(path)
        if vault is None or backup.header is None or backup.header.keys.vault == vault:
            found.append(backup)
    return tuple(sorted(found, key=_age, reverse=True))


def look_at(path: Path) -> Backup:
    """What a file is as a backup, without a key."""
    try:
        return Backup(path, check_whole(path), True)
    except (VaultError, OSError):
        with suppress(VaultError, OSError):
            return Backup(path, read_header(path), False)
        return Backup(path, None, False)


def is_sealed_by(key: DataKey | Subkeys, backup: Backup) -> bool:
    """Whether a whole backup was made with the key: nobody without it can have written such a file."""
    return backup.whole and _unseals(key, backup)


def prune(folder: Path, vault: str, key: DataKey | Subkeys, keep: int = KEPT) -> tuple[Path, ...]:
    """Removes all but the last ``keep`` good backups of a vault; what is damaged is left to be looked at.

    The last is the one with the highest number, whatever the clock said. Those that the key has made come
    first, each once: others, and copies, fill only what room they leave. Made with a key of before or forged,
    they can't be told apart, and must push out none that is certain.
    """
    certain: dict[str, Path] = {}
    others: list[Path] = []
    for each in list_backups(folder, vault):
        if each.header is None or not each.whole:
            continue
        if each.header.id not in certain and _unseals(key, each):
            certain[each.header.id] = each.path
        else:
            others.append(each.path)
    keep = max(1, keep)
    first = list(certain.values())
    return remove_backups([*first[keep:], *others[max(0, keep - len(first)) :]])


def remove_backups(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Removes files; returns those that were. One that can't be is left, and is there to be seen."""
    gone = []
    for path in paths:
        with suppress(OSError):
            path.unlink()
            gone.append(path)
    for folder in {path.parent for path in gone}:
        sync_folder(folder)
    return tuple(gone)


def remove_leftovers(folder: Path, vault: str) -> None:
    """Removes what a backup that was killed has left in the folder."""
    with suppress(OSError):
        for path in folder.iterdir():
            name = path.name
            if name.startswith(PREFIX) and name.endswith(SUFFIX + PART) and f"-{vault[:6]}-" in name:
                path.unlink(missing_ok=True)


def _age(backup: Backup) -> tuple[int, str]:
    number = -1 if backup.header is None else backup.header.number
    return (number if number <= LARGEST_NUMBER else -1), backup.path.name


def _last_number(found: Iterable[Backup], key: Subkeys) -> int:
    """The highest number of those that the key has made; without any, the highest that may be true, which
    leaves room to count on from."""
    certain, others = [0], [0]
    for each in found:
        if each.header is not None:
            (certain if _unseals(key, each) else others).append(each.header.number)
    likely = [number for number in others if number <= LARGEST_NUMBER // 2]
    return max(certain) or max(likely)


def _unseals(key: DataKey | Subkeys, backup: Backup) -> bool:
    header = backup.header
    try:
        return header is not None and unseal(header, BackupKeys.of(key, header.salt)) is not None
    except VaultDamaged:
        return False


def _verify(
    copy: Path,
    key: DatabaseKey,
    counted: Mapping[str, int],
    audit_key: bytes,
    go_on: Callable[[], None],
) -> AuditHead | None:
    """The head of the copy's audit trail; None where it is of a version without one."""
    try:
        facts = examine_store(copy, key)
    except StoreDamaged:
        raise BackupNotVerified("the copy of the database is not whole") from None
    if facts.rows != counted:
        raise BackupNotVerified("the copy has not as many rows as the database")
    if TRAIL not in facts.rows:
        return None
    try:
        with trail_of(copy, key, audit_key) as trail:
            verdict = verify_trail(trail, watch=lambda _done, _all: go_on())
    except NotRecorded:
        raise BackupNotVerified("the audit trail of the copy can't be read") from None
    # What an unlock once noticed is known and stays in the trail: that must not end the backups.
    if not all(finding.fault.noticed for finding in verdict.findings):
        raise BackupNotVerified("the audit trail of the copy is broken")
    return verdict.head


def _read_back(path: Path, keys: BackupKeys, counted: object) -> None:
    try:
        if unseal(check_whole(path), keys).rows != counted:
            raise BackupNotVerified("the backup says something else than was written")
    except (VaultDamaged, VaultTooNew):
        raise BackupNotVerified("the backup did not come back from the disk as it was written") from None


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
