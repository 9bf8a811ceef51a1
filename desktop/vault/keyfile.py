"""The file ``vault.json``: its format version, the vault's id, and the key slots.

It is never changed in place: a new one is written beside it, brought to the disk, and put in its place
in one step, so that a power cut leaves either the old one or the new one.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.vault.errors import VaultDamaged, VaultMissing, VaultTooNew
from desktop.vault.slots import Slot

FORMAT = "sikkerplan-vault"
VERSION = 1
LARGEST_FILE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What ``vault.json`` says. ``vault`` is a random id, which tells nothing of the unit."""

    vault: str
    slots: tuple[Slot, ...]


def read_key_file(path: Path) -> KeyFile:
    """Raises ``VaultMissing``, ``VaultDamaged`` or ``VaultTooNew``."""
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
    _refuse_other_format(value.get("format"))
    vault, slots = value.get("vault"), value.get("slots")
    if not isinstance(vault, str) or not isinstance(slots, list):
        raise VaultDamaged("the key file can't be read")
    return KeyFile(vault, tuple(Slot.from_json(vault, slot) for slot in slots))


def key_file_text(keys: KeyFile) -> bytes:
    """The file's bytes."""
    value = {
        "format": f"{FORMAT}/{VERSION}",
        "vault": keys.vault,
        "slots": [slot.to_json() for slot in keys.slots],
    }
    return (json.dumps(value, indent=2) + "\n").encode()


def write_key_file(path: Path, keys: KeyFile) -> None:
    """Writes or replaces the file in one step, readable by its owner alone. Raises ``OSError``."""
    text = key_file_text(keys)
    new = path.with_name(path.name + ".new")
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


def sync_folder(folder: Path) -> None:
    """Brings the folder's list of names to the disk, where the system can (Windows can't)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _refuse_other_format(value: Any) -> None:
    name, _, version = value.partition("/") if isinstance(value, str) else ("", "", "")
    if name != FORMAT or not version.isascii() or not version.isdecimal():
        raise VaultDamaged("the key file can't be read")
    if int(version) > VERSION:
        raise VaultTooNew("the vault is of a newer version of the app")
    if int(version) < VERSION:
        raise VaultDamaged("the key file can't be read")
