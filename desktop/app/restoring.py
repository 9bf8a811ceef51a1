"""A backup opened with what somebody typed, and what came of it as an answer for the window."""

from __future__ import annotations

import errno
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.app.audit_session import AuditSession
from desktop.domain.audit import AuditHead
from desktop.services.backups import RestoreAnswer
from desktop.services.ports import NotRecorded
from desktop.store import MigrationFailed, StoreBusy, StoreError, StoreNotWritable
from desktop.vault import (
    OpenedBackup,
    Patience,
    VaultClosed,
    VaultError,
    VaultTooNew,
    WrongPassphrase,
    backup_heads,
    open_backup,
    restore_beside,
)

if TYPE_CHECKING:
    from desktop.store.audit import SqlTrail

NO_SPACE = (errno.ENOSPC, errno.EDQUOT)


def restored(
    path: Path,
    secret: str,
    vault: Path,
    now: datetime,
    audit: AuditSession,
    patience: Patience,
    shelf: Path | None = None,
) -> RestoreAnswer:
    """Makes a backup ready to take the place of the vault in a folder; ``now`` is aware. Takes a second or
    two.

    The restored trail says so itself, and which heads it leaves behind: those in the backups beside it, and
    on the ``shelf`` where backups are put now.
    """

    def restore(opened: OpenedBackup) -> None:
        keys = opened.header.keys

        def record(trail: SqlTrail) -> None:
            heads: list[AuditHead] = []
            for folder in {path.parent, shelf or path.parent}:
                with suppress(OSError):
                    found = backup_heads(folder, keys.vault, opened.key)
                    heads += (each.head for each in found if each.head is not None)
            audit.note_restore(trail, keys.vault, opened.header.made, heads, keys.digest)

        restore_beside(opened, vault, now, record)

    return with_backup(path, secret, restore, audit, patience)


def with_backup(
    path: Path, secret: str, act: Callable[[OpenedBackup], None], audit: AuditSession, patience: Patience
) -> RestoreAnswer:
    """Opens a backup and does something with it; what was raised becomes an answer.

    A backup opens with what opened the vault, and often still does: a wrong guess counts against the next one
    as at the vault's door, and is recorded. A right one says nothing of the vault: it may be of an older day,
    or of a backup that somebody has brought along.
    """
    if patience.left() > 0:
        return RestoreAnswer.WAIT
    patience.count()
    opened = _opened(path, secret)
    if opened is RestoreAnswer.WRONG_SECRET:
        patience.again()
        audit.failed("backup")
        return opened
    patience.take_back()
    return opened if isinstance(opened, RestoreAnswer) else _done(opened, act)


def _opened(path: Path, secret: str) -> OpenedBackup | RestoreAnswer:
    try:
        return open_backup(path, secret)
    except OSError:
        return RestoreAnswer.UNREADABLE
    except WrongPassphrase:
        return RestoreAnswer.WRONG_SECRET
    except VaultTooNew:
        return RestoreAnswer.TOO_NEW
    except VaultError:
        return RestoreAnswer.DAMAGED


def _done(opened: OpenedBackup, act: Callable[[OpenedBackup], None]) -> RestoreAnswer:
    try:
        act(opened)
    except VaultTooNew:
        return RestoreAnswer.TOO_NEW
    except (VaultClosed, StoreBusy):
        return RestoreAnswer.BUSY
    except (VaultError, MigrationFailed):
        return RestoreAnswer.DAMAGED
    except OSError as error:
        return RestoreAnswer.FULL if error.errno in NO_SPACE else RestoreAnswer.NOT_WRITABLE
    except StoreNotWritable:
        # The folder itself could be written.
        return RestoreAnswer.FULL
    except (StoreError, NotRecorded):
        return RestoreAnswer.NOT_WRITABLE
    return RestoreAnswer.DONE
