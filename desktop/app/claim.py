"""Who has a vault's folder: one process at a time, told to the others, freed when that process dies.

Qt's lock file knows the process and the computer, and finds out whether that process still runs, also after
the computer was started anew. What that overlooks (a file without its content, since its process died in the
middle of it; another process of the same number) the system knows: it keeps the file locked only for somebody
who lives. A file beside it tells who it is and since when, for another start to show.
"""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QLockFile, QSysInfo

from desktop.app.users import system_user
from desktop.ui.door import DoorAnswer, Holder

LOCK = "sikkerplan.lock"
NOTE = "sikkerplan.holder"
PATIENCE_MS = 200
"""Another process may hold the lock for a moment, only to find out whether it is free."""
LONGEST_NOTE = 4096


class Claim:
    """This process's claim on a folder, until ``give_up`` or its end. ``now`` is the wall clock, aware."""

    def __init__(self, folder: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._note = folder / NOTE
        self._now = now
        self._lock = QLockFile(str(folder / LOCK))
        # Only a process that has died leaves a lock behind that may be taken.
        self._lock.setStaleLockTime(0)

    def take(self) -> DoorAnswer:
        """``OPEN`` where the folder is ours, ``IN_USE`` where it is another's, else ``FAILED``."""
        if self._lock.isLocked():
            return DoorAnswer.OPEN
        if not self._lock.tryLock(PATIENCE_MS) and not self._take_from_the_dead():
            return DoorAnswer.IN_USE if self._is_taken() else DoorAnswer.FAILED
        self._tell()
        return DoorAnswer.OPEN

    def holder(self) -> Holder | None:
        """Who has the folder, where that is another process."""
        lock = self._lock
        if lock.isLocked():
            return None
        if lock.tryLock(0):
            lock.unlock()
            return None
        process, host, _ = lock.getLockInfo()
        if not self._is_taken() or process == 0:
            return None
        told = self._told()
        return told if told is not None and told.process == process else Holder("", host, process, None)

    def give_up(self) -> None:
        """Lets another process have the folder. Safe to repeat."""
        if self._lock.isLocked():
            with suppress(OSError):
                self._note.unlink(missing_ok=True)
            self._lock.unlock()

    def _is_taken(self) -> bool:
        return self._lock.error() is QLockFile.LockError.LockFailedError

    def _take_from_the_dead(self) -> bool:
        """Takes a lock that nobody living holds on this computer; of another computer that can't be known."""
        if not self._is_taken():
            return False
        _, host, _ = self._lock.getLockInfo()
        ours = host in ("", QSysInfo.machineHostName())
        # Fails while a living process has the file.
        return ours and self._lock.removeStaleLockFile() and self._lock.tryLock(0)

    def _tell(self) -> None:
        note = {
            "user": system_user(),
            "host": socket.gethostname(),
            "process": os.getpid(),
            "since": self._now().isoformat(),
        }
        new = self._note.with_name(f"{NOTE}.new")
        # Without the note others are told the process and the computer.
        with suppress(OSError):
            new.unlink(missing_ok=True)
            handle = os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(note, file)
            new.replace(self._note)

    def _told(self) -> Holder | None:
        try:
            with self._note.open("rb") as file:
                note = json.loads(file.read(LONGEST_NOTE))
            since = datetime.fromisoformat(note["since"])
            holder = Holder(str(note["user"]), str(note["host"]), int(note["process"]), since)
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None
        return holder if since.tzinfo is not None else None
