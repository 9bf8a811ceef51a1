"""The key file: its format version, the vault's id, and the key slots; twice, beside each other.

Neither file is ever changed in place: a new one is written beside it, brought to the disk, and put in its
place in one step, so that a power cut leaves either the old one or the new one. ``vault.json`` is written
first and counts; ``vault.json.copy`` stands in where the first is missing or damaged, which a checksum
tells. (The checksum keeps no attacker out; that each slot is authenticated does.) Where they differ and both
are whole, one may have been put back by somebody: what gives way is kept beside under a name of its own,
until the audit trail explains it or the keys are next changed.
"""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from desktop.store import sync_folder
from desktop.vault.errors import VaultDamaged, VaultMissing, VaultTooNew
from desktop.vault.keys import KEY_BYTES, DataKey, LastingKeys, Subkeys
from desktop.vault.slots import NONCE_BYTES, Slot, bytes_of, text_of

KEY_FILE = "vault.json"
KEY_FILE_COPY = "vault.json.copy"
KEPT = "vault.json.kept-"
"""How the name of one that gave way begins; a part of its SHA-256 follows."""
FORMAT = "sikkerplan-vault"
VERSION = 2
LARGEST_FILE = 1024 * 1024
MOST_DIGITS = 9
"""Of a format's version: Python reads no number of some thousands."""


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What the key file says. ``vault`` is a random id, which tells nothing of the unit.

    ``lasting`` is nonce and ciphertext of the keys that outlived a rotation, empty before the first one.
    ``version`` 1 is a file of the first released form, which is read and never written.
    """

    vault: str
    slots: tuple[Slot, ...]
    lasting: bytes = field(default=b"", repr=False)
    version: int = VERSION

    @property
    def digest(self) -> str:
        """The SHA-256 of the file that says so, in hex."""
        return hashlib.sha256(key_file_text(self)).hexdigest()

    def subkeys(self, data: DataKey) -> Subkeys:
        """The keys for each purpose. Raises ``VaultDamaged`` where the lasting ones were changed."""
        if not self.lasting:
            return Subkeys(data)
        nonce, wrapped = self.lasting[:NONCE_BYTES], self.lasting[NONCE_BYTES:]
        try:
            plain = AESGCM(data.lasting()).decrypt(nonce, wrapped, self.vault.encode())
            return Subkeys(data, LastingKeys(plain[:KEY_BYTES], plain[KEY_BYTES:]))
        except (InvalidTag, ValueError):
            raise VaultDamaged("the key file was changed") from None


def wrapped_lasting(vault: str, data: DataKey, keys: LastingKeys) -> bytes:
    """What goes into a key file's ``lasting``."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(data.lasting()).encrypt(nonce, keys.audit + keys.pseudonyms, vault.encode())


def read_keys(folder: Path) -> KeyFile:
    """The folder's key file, or its copy where that is missing or damaged.

    Raises ``VaultMissing``, ``VaultDamaged`` or ``VaultTooNew``; ``OSError`` where none can be read.
    """
    try:
        return read_key_file(folder / KEY_FILE)
    except (VaultMissing, VaultDamaged) as told:
        try:
            return read_key_file(folder / KEY_FILE_COPY)
        except VaultMissing:
            raise told from None


def write_keys(folder: Path, keys: KeyFile) -> None:
    """Replaces the key file, then its copy, and removes what once gave way.

    Raises ``OSError`` where the key file is still the old one.
    """
    text = key_file_text(keys)
    _write(folder / KEY_FILE, text)
    # An old copy opens what must no longer open: where it can't be replaced, it goes.
    copy = folder / KEY_FILE_COPY
    try:
        _write(copy, text)
    except OSError:
        with suppress(OSError):
            copy.unlink(missing_ok=True)
            sync_folder(folder)
    _remove_kept(folder)


def mend_keys(folder: Path, keys: KeyFile) -> Path | None:
    """Makes both files say ``keys`` where one does not, and removes what a crash left half written.

    One that says something else and is whole is kept beside; returns where. A folder that can't be written
    stays as it is.
    """
    text = key_file_text(keys)
    kept: Path | None = None
    for name in (KEY_FILE, KEY_FILE_COPY):
        path = folder / name
        with suppress(OSError):
            _beside(path).unlink(missing_ok=True)
            old = path.read_bytes() if path.is_file() else b""
            if old != text:
                if _says_else(old, keys):
                    beside = folder / f"{KEPT}{hashlib.sha256(old).hexdigest()[:12]}"
                    _write(beside, old)
                    kept = beside
                _write(path, text)
    return kept


def key_files_exist(folder: Path) -> bool:
    return (folder / KEY_FILE).exists() or (folder / KEY_FILE_COPY).exists()


def remove_keys(folder: Path) -> None:
    """Removes both for good. Raises ``OSError``."""
    for name in (KEY_FILE, KEY_FILE_COPY):
        (folder / name).unlink(missing_ok=True)
    _remove_kept(folder)
    sync_folder(folder)


def read_key_file(path: Path) -> KeyFile:
    """One key file. Raises ``VaultMissing``, ``VaultDamaged`` or ``VaultTooNew``."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise VaultDamaged("the key file is too large to be one")
        text = path.read_bytes()
    except FileNotFoundError:
        raise VaultMissing("there is no vault here") from None
    return parse_key_file(text)


def parse_key_file(text: bytes) -> KeyFile:
    """What a key file's bytes say. Raises ``VaultDamaged`` or ``VaultTooNew``."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        raise VaultDamaged("the key file can't be read") from None
    if not isinstance(value, dict):
        raise VaultDamaged("the key file can't be read")
    version = _version(value.get("format"))
    # From the second version on each has this checksum: so a newer one and a damaged one are told apart.
    if version > 1 and value.pop("sha256", None) != _digest(value):
        raise VaultDamaged("the key file is damaged")
    if version > VERSION:
        raise VaultTooNew("the vault is of a newer version of the app")
    vault, slots = value.get("vault"), value.get("slots")
    if not isinstance(vault, str) or not isinstance(slots, list):
        raise VaultDamaged("the key file can't be read")
    try:
        lasting = bytes_of(value.get("lasting", ""))
    except (TypeError, ValueError):
        raise VaultDamaged("the key file can't be read") from None
    return KeyFile(vault, tuple(Slot.from_json(vault, slot, version) for slot in slots), lasting, version)


def key_file_text(keys: KeyFile) -> bytes:
    """The bytes of a key file of this version."""
    value: dict[str, Any] = {
        "format": f"{FORMAT}/{VERSION}",
        "vault": keys.vault,
        "slots": [slot.to_json() for slot in keys.slots],
    }
    if keys.lasting:
        value["lasting"] = text_of(keys.lasting)
    return (json.dumps({**value, "sha256": _digest(value)}, indent=2) + "\n").encode()


def _write(path: Path, text: bytes) -> None:
    new = _beside(path)
    new.unlink(missing_ok=True)
    handle = os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def _says_else(text: bytes, keys: KeyFile) -> bool:
    """Whether it is a whole key file, but another one."""
    try:
        return parse_key_file(text).digest != keys.digest
    except VaultTooNew:
        return True
    except VaultDamaged:
        return False


def _remove_kept(folder: Path) -> None:
    with suppress(OSError):
        for path in folder.glob(f"{KEPT}*"):
            path.unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    return path.with_name(path.name + ".new")


def _digest(value: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _version(value: Any) -> int:
    name, _, version = value.partition("/") if isinstance(value, str) else ("", "", "")
    is_number = version.isascii() and version.isdecimal() and len(version) <= MOST_DIGITS
    if name != FORMAT or not is_number or int(version) < 1:
        raise VaultDamaged("the key file can't be read")
    return int(version)
