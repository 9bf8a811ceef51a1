"""The vault: a folder with a key file, its copy, and an encrypted database.

A vault is made whole or not at all. The database is made under another name and closed; then the
key file is written; then the database gets its name. What a crash can leave, and what becomes of it:

- a database under its other name without a key file: no key opens it, the next creation removes it;
- that and a key file: the next opening gives the database its name;
- a key file without its copy, or the other way round: the next opening writes the missing one;
- a second database under another key: ``chest.settle`` tells which one counts;
- anything else that is not both files is damage, and is never mended by making an empty one.
"""

from __future__ import annotations

import os
from pathlib import Path

from desktop.services.keys import SlotInfo
from desktop.store import create_store, remove_store, sync_folder
from desktop.vault.chest import DATABASE, REKEYED, slot_infos
from desktop.vault.errors import VaultDamaged, VaultExists
from desktop.vault.keyfile import KeyFile, key_files_exist, read_keys, remove_keys, write_keys
from desktop.vault.keys import DataKey
from desktop.vault.last_entry import LastEntry
from desktop.vault.opening import UNFINISHED, open_with
from desktop.vault.passphrase import Argon2Cost, admit
from desktop.vault.slots import passphrase_slot
from desktop.vault.swap import restore_is_ready
from desktop.vault.vault import Vault

VAULT_ID_BYTES = 16
DEFAULT_COST = Argon2Cost()


def vault_exists(folder: Path) -> bool:
    """Whether there is a vault to open in the folder, whole or not, or one restored that waits for its
    place."""
    return key_files_exist(folder) or (folder / DATABASE).exists() or restore_is_ready(folder)


def create_vault(
    folder: Path, passphrase: str, cost: Argon2Cost = DEFAULT_COST, *, public: bool = False
) -> Vault:
    """Makes a vault with an empty store, and opens it. Takes a second or two.

    ``public``: the passphrase is no secret, so that even a common one is taken.

    Raises ``PassphraseRefused``; ``VaultExists``; ``VaultDamaged`` where there is a database without its key
    file; ``OSError`` where the folder can't be written.
    """
    if not public:
        admit(passphrase)
    if key_files_exist(folder):
        raise VaultExists("there is a vault already")
    if (folder / DATABASE).exists():
        raise VaultDamaged("there is a database without its key file")
    _make_folder(folder)
    data = DataKey.random()
    unfinished = folder / UNFINISHED
    remove_store(unfinished)
    remove_store(folder / REKEYED)
    LastEntry(folder).remove()
    create_store(unfinished, data.database()).close()
    sync_folder(folder)
    vault = os.urandom(VAULT_ID_BYTES).hex()
    keys = KeyFile(vault, (passphrase_slot(vault, data.secret(), passphrase, cost),))
    write_keys(folder, keys)
    return open_with(folder, keys, data)


def vault_id(folder: Path) -> str:
    """The random id of the folder's vault, which tells nothing of the unit.

    Raises ``VaultMissing``, ``VaultDamaged`` or ``VaultTooNew``; ``OSError`` where it can't be read.
    """
    return read_keys(folder).vault


def vault_slots(folder: Path) -> tuple[SlotInfo, ...]:
    """The ways to open the folder's vault. Raises as ``vault_id``."""
    return slot_infos(read_keys(folder))


def remove_vault(folder: Path) -> None:
    """Removes a vault that nobody has open, for good. Raises ``OSError``.

    It goes the way that it was made, backwards: a crash leaves it whole or as good as gone.
    """
    if (folder / DATABASE).exists():
        (folder / DATABASE).replace(folder / UNFINISHED)
    remove_keys(folder)
    for name in (DATABASE, REKEYED, UNFINISHED):
        remove_store(folder / name)
    LastEntry(folder).remove()


def _make_folder(folder: Path) -> None:
    # Missing folders above are made as closed as the vault's own: they will often hold just it.
    if not folder.parent.exists():
        _make_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    # A folder that holds other things is somebody's own: the vault's files in it are closed to others anyway.
    if not any(folder.iterdir()):
        folder.chmod(0o700)
