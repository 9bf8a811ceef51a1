"""What happens while nobody can write into the vault: wrong passphrases, and reads where it is read-only.

It waits in a file beside the vault until somebody opens it, and says nothing to who finds the file: each
record is encrypted with a key of its own, made by a one-way step out of the one before, which is then
forgotten (the way of Schneier and Kelsey, "Secure Audit Logs to Support Computer Forensics", 1999). Who has
the file can neither read nor alter nor drop what was recorded before; only the open vault, which made the
first key, can make them all again. A removed file is seen, since the vault knows which one it laid out. A
file put back as it was earlier is not seen, nor is a first key dug out of the disk's old blocks.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from desktop.vault.turns import turn

FILE = "sikkerplan.pending"
TURN = "sikkerplan.pending.turn"
FORMAT = "sikkerplan-pending/1"
PATIENCE_SECONDS = 3.0
MOST_RECORDS = 500
MOST_STEPS = 100_000
"""Further records are only counted, and that only so far: a robot that guesses fills no disk."""
SEED_BYTES = 16
BLOCK = 256
"""Records are filled up to this many bytes: their length tells no name."""
LARGEST_FILE = 4 * 1024 * 1024


class PendingState(StrEnum):
    """What became of the file since it was laid out."""

    WHOLE = "whole"
    NONE = "none"
    MISSING = "missing"
    EXCHANGED = "exchanged"
    ALTERED = "altered"


@dataclass(frozen=True, slots=True)
class Pending:
    """What waited. ``count`` is how many things were recorded, of which ``records`` tell the first."""

    state: PendingState
    records: tuple[Mapping[str, Any], ...] = ()
    count: int = 0


class PendingFile:
    """The file of a vault's folder."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE

    @contextmanager
    def alone(self) -> Iterator[None]:
        """A time in which nobody else adds to the file: whoever opens the vault takes what waits and lays out
        the next file, while others fail to open it or open it to read. Raises ``OSError``.
        """
        with turn(self._path.with_name(TURN), PATIENCE_SECONDS):
            yield

    @staticmethod
    def new_id() -> str:
        """An id for the next file to be laid out; the vault is to know it before the file is there."""
        return os.urandom(SEED_BYTES).hex()

    def lay_out(self, audit_key: bytes, file_id: str) -> bool:
        """Puts an empty file in place of what was taken. False where it can't be written."""
        try:
            self._write(file_id, _first_key(audit_key, bytes.fromhex(file_id)), [])
        except OSError:
            return False
        return True

    def whole_id(self, audit_key: bytes) -> str:
        """The id of the file that is there; empty where there is none, or it is not as it was written."""
        try:
            seed, _, _ = self._read()
        except (OSError, ValueError):
            return ""
        return seed if self.take(audit_key, seed).state is PendingState.WHOLE else ""

    def add(self, record: Mapping[str, Any]) -> bool:
        """Adds a record. False where there is no file to take it, or it can't be written."""
        try:
            with self.alone():
                seed, key, records = self._read()
                if len(records) < MOST_RECORDS:
                    records.append(_seal(key, record))
                self._write(seed, _next_key(key), records)
        except (OSError, ValueError):
            return False
        return True

    def take(self, audit_key: bytes, laid_out: str) -> Pending:
        """What waits in the file. ``laid_out``: the id of the one that should be there, or empty."""
        try:
            seed, last, sealed = self._read()
        except FileNotFoundError:
            return Pending(PendingState.MISSING if laid_out else PendingState.NONE)
        except (OSError, ValueError):
            return Pending(PendingState.ALTERED)
        if seed != laid_out:
            return Pending(PendingState.EXCHANGED)
        key = _first_key(audit_key, bytes.fromhex(seed))
        records: list[Mapping[str, Any]] = []
        for count in range(MOST_STEPS):
            if hmac.compare_digest(key, last):
                whole = len(records) == min(count, MOST_RECORDS) == len(sealed)
                state = PendingState.WHOLE if whole else PendingState.ALTERED
                return Pending(state, tuple(records), count)
            if count < min(len(sealed), MOST_RECORDS):
                with suppress(ValueError):
                    records.append(_unseal(key, sealed[count]))
            key = _next_key(key)
        return Pending(PendingState.ALTERED, tuple(records), len(records))

    def _read(self) -> tuple[str, bytes, list[str]]:
        """Raises ``OSError`` or ``ValueError``."""
        if self._path.stat().st_size > LARGEST_FILE:
            raise ValueError("the file is too large to be one of ours")
        try:
            value = json.loads(self._path.read_bytes())
            seed, key, records = value["seed"], b64decode(value["key"], validate=True), value["records"]
            known = value["format"] == FORMAT and len(bytes.fromhex(seed)) == SEED_BYTES
        except (KeyError, TypeError, RecursionError):
            raise ValueError("the file can't be read") from None
        if not known or not isinstance(records, list) or not all(isinstance(each, str) for each in records):
            raise ValueError("the file can't be read")
        return seed, key, records

    def _write(self, seed: str, key: bytes, records: list[str]) -> None:
        value = {"format": FORMAT, "seed": seed, "key": b64encode(key).decode("ascii"), "records": records}
        new = self._path.with_name(f"{FILE}.new")
        new.unlink(missing_ok=True)
        handle = os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(json.dumps(value).encode())
                file.flush()
                os.fsync(file.fileno())
            new.replace(self._path)
        except BaseException:
            new.unlink(missing_ok=True)
            raise


def _first_key(audit_key: bytes, seed: bytes) -> bytes:
    return _step(audit_key, b"sikkerplan pending/1 " + seed)


def _next_key(key: bytes) -> bytes:
    return _step(key, b"next")


def _step(key: bytes, label: bytes) -> bytes:
    return hmac.new(key, label, hashlib.sha256).digest()


def _seal(key: bytes, record: Mapping[str, Any]) -> str:
    text = json.dumps(record, separators=(",", ":")).encode()
    padded = text + b" " * (-len(text) % BLOCK)
    # Each key seals one record, so that one nonce will do for all.
    return b64encode(AESGCM(_step(key, b"record")).encrypt(bytes(12), padded, None)).decode("ascii")


def _unseal(key: bytes, sealed: str) -> Mapping[str, Any]:
    """Raises ``ValueError``."""
    try:
        text = AESGCM(_step(key, b"record")).decrypt(bytes(12), b64decode(sealed, validate=True), None)
    except InvalidTag:
        raise ValueError("a record was altered") from None
    record = json.loads(text)
    if not isinstance(record, dict):
        raise ValueError("a record is none of ours")  # noqa: TRY004 - it is no argument that is wrong
    return record
