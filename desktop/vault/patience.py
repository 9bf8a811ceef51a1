"""How long a vault lets nobody try again after wrong passphrases: 1, 2, 4 … up to 60 seconds.

The count lies in a file beside the vault, so that a restart does not begin anew. It holds how many attempts
failed and when the last one did; no secret, and nothing of what was tried. An attempt is counted before it is
made: whoever ends the program in the middle of one has failed.

It hinders somebody at the keyboard. Somebody who takes the files away can take the count away too, and pays
for each guess with what Argon2id costs.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

LONGEST = 60.0
"""Seconds."""
MOST_COUNTED = 1000
NAME = "attempts.json"


def delay(failed: int) -> float:
    """Seconds to wait after so many failed attempts in a row."""
    return min(2.0 ** min(failed - 1, 10), LONGEST) if failed > 0 else 0.0


@dataclass(frozen=True, slots=True)
class _Count:
    failed: int
    at: datetime | None


class Patience:
    """Counts the wrong passphrases of the vault in a folder. Several processes may share the count.

    ``now`` is the wall clock, aware; it dates what is written. ``ticks`` gives seconds that nobody can set;
    it measures what is left of a delay that this process has begun.
    """

    def __init__(
        self,
        folder: Path,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        ticks: Callable[[], float] = monotonic,
    ) -> None:
        self._file = folder / NAME
        self._now = now
        self._ticks = ticks
        self._count = _Count(0, None)
        self._until = 0.0

    def left(self) -> float:
        """Seconds until the next attempt may be made; 0 where it may be made now."""
        kept = self._read()
        if kept is not None and kept != self._count:
            self._begin(kept)
        return max(0.0, self._until - self._ticks())

    def count(self) -> None:
        """An attempt begins: it counts as failed unless it is forgotten or taken back."""
        self.left()
        self._write(_Count(min(self._count.failed + 1, MOST_COUNTED), self._now()))
        self._until = self._ticks() + delay(self._count.failed)

    def again(self) -> None:
        """The attempt that was counted has failed: the delay begins now, however long it took."""
        self._write(_Count(self._count.failed, self._now()))
        self._until = self._ticks() + delay(self._count.failed)

    def take_back(self) -> None:
        """The attempt that was counted said nothing about the passphrase."""
        failed = max(self._count.failed - 1, 0)
        if failed == 0:
            self.forget()
        else:
            self._write(_Count(failed, self._now()))
            self._until = self._ticks()

    def forget(self) -> None:
        """The right passphrase was given."""
        self._count, self._until = _Count(0, None), 0.0
        with suppress(OSError):
            self._file.unlink(missing_ok=True)

    def _begin(self, kept: _Count) -> None:
        """Takes over what another process, or an earlier one, has counted."""
        whole = delay(kept.failed)
        now = self._now()
        gone = (now - kept.at).total_seconds() if kept.at is not None else 0.0
        if gone < 0 or kept.at is None:
            # A clock that was set back tells nothing: the whole delay begins again, and is dated anew.
            gone = 0.0
            kept = _Count(kept.failed, now)
            self._write(kept)
        self._count = kept
        self._until = self._ticks() + whole - min(gone, whole)

    def _read(self) -> _Count | None:
        """What is written; None where nothing is or it makes no sense."""
        try:
            value = json.loads(self._file.read_bytes())
            failed, at = value["failed"], datetime.fromisoformat(value["at"])
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            # Spoilt, perhaps with intent: it counts as much as can be.
            return None if self._count.failed else _Count(MOST_COUNTED, None)
        if type(failed) is not int or failed < 0 or at.tzinfo is None:
            return None if self._count.failed else _Count(MOST_COUNTED, None)
        return _Count(min(failed, MOST_COUNTED), at)

    def _write(self, count: _Count) -> None:
        self._count = count
        at = count.at or self._now()
        text = json.dumps({"failed": count.failed, "at": at.isoformat()}) + "\n"
        new = self._file.with_name(self._file.name + ".new")
        # In a folder that can't be written, the count holds for this process alone.
        with suppress(OSError):
            new.unlink(missing_ok=True)
            handle = os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
            new.replace(self._file)
