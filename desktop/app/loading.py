"""What an open vault's window is made of, imported while somebody still types the passphrase.

An import takes the better part of a second: the window that asks for the passphrase is shown before it.
"""

from __future__ import annotations

import gc
import sys
import threading

SWITCH_SECONDS = 0.001
"""How soon the window gets its turn beside the imports: a letter must not wait for them."""


class Loading:
    """Imports in a thread of its own, from ``begin`` on."""

    def __init__(self) -> None:
        self._thread = threading.Thread(target=self._work, name="loading")
        self._before = sys.getswitchinterval()

    def begin(self) -> None:
        """Begins, where it has not begun yet."""
        if self._thread.ident is None:
            sys.setswitchinterval(SWITCH_SECONDS)
            self._thread.start()

    def wait(self) -> None:
        """Waits until all is there."""
        self.begin()
        self._thread.join()

    def _work(self) -> None:
        try:
            load()
            _load_first_page()
            settle()
        finally:
            sys.setswitchinterval(self._before)


def load() -> None:
    """Imports what opens a vault, and its window. Pages and dialogs come when they are asked for."""
    from desktop.store import get_ready

    get_ready()
    import desktop.app.parts
    import desktop.ui.main_window  # noqa: F401


def _load_first_page() -> None:
    """Imports the page that is shown first, and what makes the week ready that it tells of."""
    from desktop.domain import calendar

    calendar.get_ready()
    import desktop.ui.start.page  # noqa: F401


def settle() -> None:
    """From now on what has gone is looked for again; not among what is there now, which stays."""
    gc.freeze()
    gc.enable()
