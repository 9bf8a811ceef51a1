"""The heads of the audit trail that lie in a vault's backups."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop.domain.audit import AuditHead
from desktop.vault.backup import Backup, list_backups
from desktop.vault.container import BackupKeys, unseal
from desktop.vault.errors import VaultDamaged
from desktop.vault.keys import DataKey, Subkeys


@dataclass(frozen=True, slots=True)
class BackupHead:
    """What a backup tells of the trail. ``made`` is aware, None where the file does not say it.

    ``head`` None: it tells nothing. Then either the file is not ``whole``, or another key than the vault's
    present one opens it.
    """

    made: datetime | None
    head: AuditHead | None
    whole: bool


def backup_heads(folder: Path, vault: str, key: DataKey | Subkeys) -> tuple[BackupHead, ...]:
    """The heads in the backups of a vault, the newest first. What they say is sealed under the vault's key.

    Raises ``OSError`` where the folder can't be read.
    """
    return tuple(_told(backup, key) for backup in list_backups(folder, vault))


def _told(backup: Backup, key: DataKey | Subkeys) -> BackupHead:
    header = backup.header
    if header is None:
        return BackupHead(None, None, backup.whole)
    try:
        # Also where the database behind it is damaged: the seal vouches for the head.
        head = unseal(header, BackupKeys.of(key, header.salt)).audit
    except VaultDamaged:
        head = None
    return BackupHead(header.made, head, backup.whole)
