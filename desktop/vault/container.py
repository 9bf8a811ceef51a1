"""A backup as one file, ``sikkerplan-backup/1``.

========================  =========================================================================
``sikkerplan-backup/1``   and a line feed: what the file is
8 bytes                   the header's length in bytes, a whole number, the highest byte first
header                    JSON in UTF-8: what may be read without a key, and the sealed part
database                  a SQLCipher 4 database of ``database.bytes`` bytes
32 bytes                  SHA-256 of all that stands before
========================  =========================================================================

The header holds ``format``, the backup's own ``id``, its ``number``, when it was ``made`` (UTC), the
``app``'s version, the ``schema``'s revision, the ``database``'s length and SHA-256, ``keys``, which is the
text of ``vault.json`` as it was, with the vault's id and the slots that open it, a ``salt``, a ``nonce``,
and ``sealed``: the number of rows by table and the audit's head, encrypted (AES-256-GCM), since they tell
how many people a unit has. The tag of the sealed part also covers the rest of the header, so that nobody
without the key can have changed a letter of it or a byte of the database.

Both keys are derived (HKDF-SHA256) from the vault's backup key and the backup's own salt: ``header`` for
the sealed part, ``database`` for the database, whose SQLCipher salt is the backup's own too. So the
database cut out of a backup does not open as the vault's: nobody can put yesterday's in the place of
today's behind the owner's back.

The last 32 bytes tell damage (a bad disk, a copy cut short) without any key; they are no proof of who wrote
it.
"""

from __future__ import annotations

import hashlib
import json
import os
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desktop.domain.audit import AuditHead
from desktop.store import DatabaseKey, sync_folder
from desktop.vault.errors import VaultDamaged, VaultTooNew
from desktop.vault.keyfile import KeyFile, key_file_text, parse_key_file
from desktop.vault.keys import DataKey, Subkeys

NAME = b"sikkerplan-backup/"
VERSION = 1
LARGEST_HEADER = 4 * 1024 * 1024
SALT_BYTES = 16
NONCE_BYTES = 12
DIGEST_BYTES = 32
PIECE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Header:
    """What a backup tells without a key. ``made`` is aware, UTC; ``number`` counts a vault's backups.

    ``database_at`` is where the database begins in the file.
    """

    id: str
    number: int
    made: datetime
    app: str
    schema: str
    keys: KeyFile
    database_bytes: int
    database_sha256: str
    database_at: int = 0
    salt: bytes = field(default=b"", repr=False)
    nonce: bytes = field(default=b"", repr=False)
    sealed: bytes = field(default=b"", repr=False)

    def open(self) -> dict[str, Any]:
        """The header's open members, as the file has them."""
        return {
            "format": f"{NAME.decode()}{VERSION}",
            "id": self.id,
            "number": self.number,
            "made": self.made.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "app": self.app,
            "schema": self.schema,
            "database": {"bytes": self.database_bytes, "sha256": self.database_sha256},
            "salt": b64encode(self.salt).decode(),
            "nonce": b64encode(self.nonce).decode(),
            "keys": key_file_text(self.keys).decode(),
        }


@dataclass(frozen=True, slots=True)
class Sealed:
    """What a backup tells to the holder of its key alone."""

    rows: Mapping[str, int]
    audit: AuditHead | None


@dataclass(frozen=True, slots=True)
class BackupKeys:
    """The two keys of one backup. Its repr shows neither."""

    header: bytes = field(repr=False)
    database: DatabaseKey = field(repr=False)

    @classmethod
    def of(cls, key: DataKey | Subkeys, salt: bytes) -> BackupKeys:
        derived = {
            purpose: HKDF(hashes.SHA256(), 32, salt, b"sikkerplan/backup/" + purpose).derive(key.backup())
            for purpose in (b"header", b"database")
        }
        return cls(derived[b"header"], DatabaseKey(derived[b"database"], salt))


def write_container(
    path: Path,
    header: Header,
    sealed: Sealed,
    keys: BackupKeys,
    database: Path,
    go_on: Callable[[], None] = lambda: None,
) -> Header:
    """Writes a backup to ``path``, brought to the disk, readable by its owner alone.

    ``header`` gets its nonce and its sealed part here. ``go_on`` is called before each piece. Raises
    ``OSError``, or what ``go_on`` raises; then nothing is left of it.
    """
    nonce = os.urandom(NONCE_BYTES)
    audit = None if sealed.audit is None else {"count": sealed.audit.count, "digest": sealed.audit.digest}
    secret = json.dumps({"rows": dict(sealed.rows), "audit": audit}).encode()
    bare = _with(header, nonce=nonce)
    closed = AESGCM(keys.header).encrypt(nonce, secret, _associated(bare))
    whole = bare.open() | {"sealed": b64encode(closed).decode()}
    text = json.dumps(whole, indent=1).encode()
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(handle, "wb") as file, database.open("rb") as source:
            digest = hashlib.sha256()
            start = NAME + f"{VERSION}\n".encode() + len(text).to_bytes(8, "big") + text
            for piece in (start, *iter(lambda: source.read(PIECE), b"")):
                go_on()
                digest.update(piece)
                file.write(piece)
            file.write(digest.digest())
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise
    sync_folder(path.parent)
    return read_header(path)


def read_header(path: Path) -> Header:
    """A backup's header. Raises ``VaultDamaged`` where it is none, ``VaultTooNew``, or ``OSError``."""
    with path.open("rb") as file:
        return _header(file)


def check_whole(path: Path) -> Header:
    """The header, once every byte of the file is as it was written.

    Raises ``VaultDamaged``; ``VaultTooNew`` where a newer version has written what is whole; or ``OSError``.
    """
    with path.open("rb") as file:
        length = file.seek(0, os.SEEK_END)
        file.seek(0)
        digest, left = hashlib.sha256(), length - DIGEST_BYTES
        while left > 0 and (piece := file.read(min(PIECE, left))):
            digest.update(piece)
            left -= len(piece)
        # Before anything is read out of it: a version whose last letter has turned is damage, too.
        if file.read(DIGEST_BYTES) != digest.digest():
            raise VaultDamaged("the backup is no backup, or was damaged after it was made")
        file.seek(0)
        header = _header(file)
        if length != header.database_at + header.database_bytes + DIGEST_BYTES:
            raise VaultDamaged("the backup is cut short or has been added to")
        # The digest at the end is anybody's to make; the header's may be sealed, and vouches for these bytes.
        if _database_digest(file, header) != header.database_sha256:
            raise VaultDamaged("the backup's database is not the one that its header names")
    return header


def unseal(header: Header, keys: BackupKeys) -> Sealed:
    """The sealed part. Raises ``VaultDamaged`` where the header is not as the key's holder wrote it."""
    try:
        value = json.loads(AESGCM(keys.header).decrypt(header.nonce, header.sealed, _associated(header)))
        rows = {str(table): int(count) for table, count in value["rows"].items()}
        mark = value["audit"]
        return Sealed(rows, None if mark is None else AuditHead(int(mark["count"]), str(mark["digest"])))
    except (InvalidTag, ValueError, KeyError, TypeError, AttributeError):
        raise VaultDamaged("the backup's header was changed after it was made") from None


def take_out(path: Path, header: Header, target: Path) -> None:
    """Writes the backup's database, as it stands in it, to a new file. Raises ``VaultDamaged`` or
    ``OSError``."""
    digest = hashlib.sha256()
    handle = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(handle, "wb") as file, path.open("rb") as source:
            source.seek(header.database_at)
            left = header.database_bytes
            while left > 0 and (piece := source.read(min(PIECE, left))):
                digest.update(piece)
                file.write(piece)
                left -= len(piece)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    if digest.hexdigest() != header.database_sha256:
        target.unlink()
        raise VaultDamaged("the backup's database was damaged after it was made")


def _database_digest(file: BinaryIO, header: Header) -> str:
    file.seek(header.database_at)
    digest, left = hashlib.sha256(), header.database_bytes
    while left > 0 and (piece := file.read(min(PIECE, left))):
        digest.update(piece)
        left -= len(piece)
    return digest.hexdigest()


def _associated(header: Header) -> bytes:
    return json.dumps(header.open(), sort_keys=True, separators=(",", ":")).encode()


def _with(header: Header, *, nonce: bytes) -> Header:
    return Header(
        header.id,
        header.number,
        header.made,
        header.app,
        header.schema,
        header.keys,
        header.database_bytes,
        header.database_sha256,
        salt=header.salt,
        nonce=nonce,
    )


def _header(file: BinaryIO) -> Header:
    start = file.read(len(NAME) + 16)
    name, separator, _ = start.partition(b"\n")
    version = name.removeprefix(NAME)
    if not start.startswith(NAME) or not separator or not version.isdigit():
        raise VaultDamaged("the file is no backup")
    if int(version) > VERSION:
        raise VaultTooNew("the backup is of a newer version of the app")
    at = len(name) + 1
    file.seek(at)
    length = int.from_bytes(file.read(8), "big")
    if not 0 < length <= LARGEST_HEADER:
        raise VaultDamaged("the backup's header can't be read")
    text = file.read(length)
    try:
        value = json.loads(text)
        keys = parse_key_file(_text(value["keys"]).encode())
        return Header(
            id=_text(value["id"]),
            number=_whole(value["number"]),
            made=datetime.strptime(value["made"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC),
            app=_text(value["app"]),
            schema=_text(value["schema"]),
            keys=keys,
            database_bytes=_whole(value["database"]["bytes"]),
            database_sha256=_text(value["database"]["sha256"]),
            database_at=at + 8 + length,
            salt=_bytes(value["salt"], SALT_BYTES),
            nonce=_bytes(value["nonce"], NONCE_BYTES),
            sealed=b64decode(value["sealed"], validate=True),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise VaultDamaged("the backup's header can't be read") from None


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("a text is needed")
    return value


def _whole(value: Any) -> int:
    if type(value) is not int or value < 0:
        raise TypeError("a whole number is needed")
    return value


def _bytes(value: Any, count: int) -> bytes:
    found = b64decode(_text(value), validate=True)
    if len(found) != count:
        raise ValueError("the wrong number of bytes")
    return found
