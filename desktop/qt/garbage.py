"""Python's garbage goes in the window's own thread alone.

What refers only to itself in a circle is found and ended by whichever thread happens to need memory: one
that makes a backup, or works out a key. Where an object of Qt's goes with it, such as a timer, a model or a
process, it would be ended outside of its thread, and may take the app down with it.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt, QTimer

LOOK_MS = 1000
FIRST_LOOK_MS = 5000
"""A start makes what stays: nobody waits for its window while it is looked through."""


def collect_due() -> None:
    """Collects the oldest generation that is due, by Python's own measure. For the window's thread."""
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation]:
            gc.collect(generation)
            return


@contextmanager
def garbage_kept_here(every_ms: int = LOOK_MS, first_ms: int = FIRST_LOOK_MS) -> Iterator[None]:
    """While it lasts, no other thread than this one collects garbage; this one looks for some now and then
    while its event loop runs."""
    timer = QTimer()
    timer.setInterval(first_ms)
    timer.timeout.connect(lambda: timer.setInterval(every_ms), Qt.ConnectionType.SingleShotConnection)
    timer.timeout.connect(collect_due)
    timer.start()
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        timer.stop()
        if before:
            gc.enable()
