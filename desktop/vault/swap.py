"""A restored vault takes the place of the one that was there, whatever moment the power goes.

The restored vault is made whole in a folder of its own inside the vault's folder. Giving that folder its
final name is the one step that decides: before it the old vault is the vault, after it the new one, and
every opening first finishes what is left to do. Each file of the old vault goes into a folder beside, which
is kept until somebody says that it may go; then the new file takes its name. A file that still lies in the
restored folder has not been put in place.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from desktop.store import DatabaseKey, copy_store, sync_folder
from desktop.vault.keyfile import KEY_FILE, KEY_FILE_COPY

DATABASE = "sikkerplan.db"
READY_PREFIX = "restored-"
KEPT_PREFIX = "before-restore-"
UPGRADED_PREFIX = "before-upgrade-"
PART = "restore.part"


def ready_name(now: datetime) -> str:
    """The name of a restored vault that is whole and waits for its place. ``now`` is aware, UTC."""
    return f"{READY_PREFIX}{now:%Y%m%dT%H%M%SZ}"


def restore_is_ready(folder: Path) -> bool:
    """Whether a restored vault waits for its place."""
    return bool(_ready(folder))


def finish_restoring(folder: Path) -> None:
    """Puts a restored vault that is ready in its place. Nobody may have the old one open. Raises
    ``OSError``.

    What a restore or a trial of one has left behind that was cut off goes: it is an older store, and may hold
    somebody who is erased since.
    """
    for part in _folders(folder, PART):
        shutil.rmtree(part, ignore_errors=True)
    for ready in _ready(folder):
        kept = folder / (KEPT_PREFIX + ready.name.removeprefix(READY_PREFIX))
        for name in (DATABASE, KEY_FILE, KEY_FILE_COPY):
            if (ready / name).exists():
                _make_room(folder, kept, name)
                (ready / name).replace(folder / name)
                sync_folder(folder)
        shutil.rmtree(ready)
        sync_folder(folder)


def kept_vaults(folder: Path) -> tuple[Path, ...]:
    """The folders of vaults as they were: before a restored one took their place, the newest first, and
    before a first version was brought up to this one."""
    found = (*_folders(folder, KEPT_PREFIX), *_folders(folder, UPGRADED_PREFIX))
    return tuple(sorted(found, reverse=True))


def keep_copy(folder: Path, key: DatabaseKey) -> None:
    """Keeps a vault of the first version as it is, database and key file, in a folder beside.

    Its key file's form goes into no backup. Raises ``OSError`` or a ``StoreError``.
    """
    part, kept = folder / f"{PART}.upgrade", folder / f"{UPGRADED_PREFIX}1"
    for old in (part, kept):
        if old.exists():
            shutil.rmtree(old)
    part.mkdir(mode=0o700)
    copy_store(folder / DATABASE, key, part / DATABASE, key)
    shutil.copy2(folder / KEY_FILE, part / KEY_FILE)
    sync_folder(part)
    part.rename(kept)
    sync_folder(folder)


def remove_kept_vaults(folder: Path) -> None:
    """Removes the vaults that were kept as they were, for good. Raises ``OSError``."""
    for path in kept_vaults(folder):
        shutil.rmtree(path)
    sync_folder(folder)


def _make_room(folder: Path, kept: Path, name: str) -> None:
    """Moves a file of the old vault, and what belongs to it, out of the way."""
    old = [path for path in folder.iterdir() if path.is_file() and path.name.startswith(name)]
    if not old:
        return
    kept.mkdir(mode=0o700, exist_ok=True)
    # The file itself goes last: what belongs to it is never left beside another one of its name.
    for path in sorted(old, key=lambda each: (each.name == name, each.name)):
        path.replace(kept / path.name)
    sync_folder(kept)
    sync_folder(folder)


def _ready(folder: Path) -> list[Path]:
    return sorted(_folders(folder, READY_PREFIX))


def _folders(folder: Path, prefix: str) -> list[Path]:
    with suppress(OSError):
        return [path for path in folder.iterdir() if path.name.startswith(prefix) and path.is_dir()]
    return []
