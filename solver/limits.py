"""How long a search may go on: the time it was given, and somebody's word to stop."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, Protocol

#: What may be asked of a search, by whoever starts it.
MOST_SECONDS: Final = 10_000_000.0
MOST_WORKERS: Final = 256
MOST_WORK: Final = 10**12
MOST_SEED: Final = 2**31 - 1


class Stoppable(Protocol):
    """What can be told to stop while it runs in another thread."""

    def stop_search(self) -> None: ...


class Limits:
    """Seconds from now, and a flag that any thread may set."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._begun = time.monotonic()
        self._stop = threading.Event()
        self._stopped_at = 0.0

    def stop(self) -> None:
        """Asks the search to end with the best that it has."""
        if not self._stop.is_set():
            self._stopped_at = time.monotonic()
        self._stop.set()

    def restart(self) -> None:
        """Begins to count the seconds anew: what came before was no part of the search."""
        self._begun = time.monotonic()

    @property
    def stopped(self) -> bool:
        return self._stop.is_set()

    @property
    def stopped_for(self) -> float:
        """Seconds since somebody said stop; 0 where nobody did."""
        return time.monotonic() - self._stopped_at if self.stopped else 0.0

    @property
    def elapsed(self) -> float:
        return time.monotonic() - self._begun

    @property
    def left(self) -> float:
        """Seconds left; 0 where time is up or somebody said stop."""
        return 0.0 if self.stopped else max(0.0, self.seconds - self.elapsed)

    def go_on(self) -> bool:
        return self.left > 0

    def until(self, moment: float) -> float:
        """The share (0 to 1) used of the time up to a moment in seconds from the beginning."""
        return 1.0 if self.stopped or moment <= 0 else min(1.0, self.elapsed / moment)

    @contextmanager
    def stopping(self, running: Stoppable) -> Iterator[None]:
        """While inside, a stop reaches ``running`` too.

        CP-SAT ignores a stop that comes before its search has begun, so it is told again and again.
        """
        ended = threading.Event()

        def watch() -> None:
            while not ended.wait(0.05):
                if self.stopped:
                    running.stop_search()

        watcher = threading.Thread(target=watch, daemon=True)
        watcher.start()
        try:
            yield
        finally:
            ended.set()
            watcher.join()
