"""Which entry of the audit trail was the last to be committed, told in a file beside the database.

After a crash SQLite takes what was committed last out of its write-ahead log, up to the first frame that is
not as it was written, and says nothing of what came after. Every change is an entry of the trail: where the
trail ends before the entry that this file names, the log was damaged and changes are missing.

The file is written over in place after each commit and not flushed: after a power cut it may name an older
entry, never one that was not committed. It is sealed with a key of the trail, so that nobody makes up a loss.
Who puts an older copy of it and of the database in place is found out by an anchor alone.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from contextlib import suppress
from pathlib import Path

from desktop.domain.audit import MAC_BYTES, AuditHead

FILE = "sikkerplan.db.last"
"""Named after the database, so that it goes along where that makes room for a restored one."""
_DIGITS = 20
_LENGTH = _DIGITS + 2 * 2 * MAC_BYTES + 3


class LastEntry:
    """The file of a vault's folder."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE

    def keep(self, audit_key: bytes, head: AuditHead) -> None:
        """Names the trail's head, which is committed. Where it can't be written, another stays named."""
        text = f"{head.count:0{_DIGITS}} {head.digest}"
        line = f"{text} {_seal(audit_key, text)}\n".encode("ascii")
        with suppress(OSError):
            # In place: the disk has room for it already, and one short write is never seen half done.
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            with os.fdopen(handle, "wb", buffering=0) as file:
                file.write(line)

    def read(self, audit_key: bytes) -> AuditHead | None:
        """The head that was kept; None where there is none, or the file is not as it was written."""
        try:
            line = self._path.read_bytes()
            count, digest, seal = line.decode("ascii").split()
            whole = len(line) == _LENGTH and hmac.compare_digest(seal, _seal(audit_key, f"{count} {digest}"))
            return AuditHead(int(count), digest) if whole else None
        except (OSError, ValueError):
            return None

    def remove(self) -> None:
        """Raises ``OSError``."""
        self._path.unlink(missing_ok=True)


def _seal(audit_key: bytes, text: str) -> str:
    key = hmac.new(audit_key, b"sikkerplan last entry/1", hashlib.sha256).digest()
    return hmac.new(key, text.encode("ascii"), hashlib.sha256).hexdigest()
