"""Ctrl-C and SIGTERM, asked for instead of interrupting."""

from __future__ import annotations

import signal
import sys
from multiprocessing import resource_tracker
from types import FrameType


class Signals:
    """Inside, Ctrl-C and SIGTERM interrupt nothing: they are asked for. Afterwards they are ignored."""

    def __init__(self) -> None:
        self._noted = False

    def came(self) -> bool:
        """Whether one came since the last time of asking."""
        if sys.platform != "win32" and signal.SIGINT in signal.sigpending():
            signal.sigwait({signal.SIGINT})
            self._noted = True
        noted, self._noted = self._noted, False
        return noted

    def __enter__(self) -> Signals:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._note)
        block_interrupts()
        return self

    def __exit__(self, *_: object) -> None:
        # The plan is written and its exit status stands: only a few words are left to be said.
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_IGN)

    def _note(self, _signal: int, _frame: FrameType | None) -> None:
        self._noted = True


def block_interrupts() -> None:
    """Ctrl-C reaches no handler from here on, in any later thread or process of ours; the system keeps it.

    CP-SAT sets a handler of its own for it, which aborts where the search is not in the main thread, and
    afterwards leaves none: Ctrl-C would end the program without a plan.
    """
    if sys.platform != "win32":
        # It is begun with the first process of ours, and unblocks Ctrl-C as it is: so before.
        resource_tracker.ensure_running()
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
