"""A backup opened with what somebody typed, and what came of it as an answer for the window."""

from __future__ import annotations

import errno
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from desktop.services.backups import RestoreAnswer
from desktop.store import MigrationFailed, StoreBusy, StoreError, StoreNotWritable
from desktop.vault import (
    OpenedBackup,
    VaultError,
    VaultTooNew,
    WrongPassphrase,
    open_backup,
    restore_beside,
)

NO_SPACE = (errno.ENOSPC, errno.EDQUOT)


def restored(path: Path, secret: str, vault: Path, now: datetime) -> RestoreAnswer:
    """Makes a backup ready to take the place of the vault in a folder; ``now`` is aware. Takes a second or
    two."""
    return with_backup(path, secret, lambda opened: restore_beside(opened, vault, now))


def with_backup(path: Path, secret: str, act: Callable[[OpenedBackup], None]) -> RestoreAnswer:
    """Opens a backup and does something with it; what was raised becomes an answer."""
    try:
        opened = open_backup(path, secret)
    except OSError:
        return RestoreAnswer.UNREADABLE
    except WrongPassphrase:
        return RestoreAnswer.WRONG_SECRET
    except VaultTooNew:
        return RestoreAnswer.TOO_NEW
    except VaultError:
        return RestoreAnswer.DAMAGED
    try:
        act(opened)
    except VaultTooNew:
        return RestoreAnswer.TOO_NEW
    except (VaultError, MigrationFailed):
        return RestoreAnswer.DAMAGED
    except StoreBusy:
        return RestoreAnswer.BUSY
    except OSError as error:
        return RestoreAnswer.FULL if error.errno in NO_SPACE else RestoreAnswer.NOT_WRITABLE
    except StoreNotWritable:
        # The folder itself could be written.
        return RestoreAnswer.FULL
    except StoreError:
        return RestoreAnswer.NOT_WRITABLE
    return RestoreAnswer.DONE
