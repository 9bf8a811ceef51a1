"""What an open vault's window is made of, imported beside what somebody sees and does already.

An import takes the better part of a second. The window that asks for the passphrase is shown before it, and
the main window before the pages that nobody has turned to.
"""

from __future__ import annotations

import gc
import threading

LONGEST_SECONDS = 5.0
"""How long the pages that may follow are put off at most."""


class Loading:
    """Imports in a thread of its own, from ``begin`` on. A letter that is typed meanwhile waits for a few
    milliseconds at most."""

    def __init__(self) -> None:
        self._ready = threading.Event()
        self._unhindered = threading.Event()
        self._thread = threading.Thread(target=self._work, name="loading")

    def begin(self) -> None:
        """Begins, or goes on with what was put off by ``wait``."""
        self._unhindered.set()
        if self._thread.ident is None:
            self._thread.start()

    @property
    def done(self) -> bool:
        """Whether everything is there."""
        return self._thread.ident is not None and not self._thread.is_alive()

    def wait(self) -> None:
        """Waits until the window and its first page are there. The other pages are put off, so that nothing
        competes with the showing of it, until the next ``begin``."""
        self.begin()
        self._unhindered.clear()
        self._ready.wait()

    def _work(self) -> None:
        try:
            load()
            settle()
            _load_first_page()
            settle()
        finally:
            self._ready.set()
        # Not for ever: the window may have been closed before its first page was seen.
        self._unhindered.wait(LONGEST_SECONDS)
        from desktop.ui.shell.pages import load_pages

        load_pages()
        settle()


def load() -> None:
    """Imports what opens a vault, and its window without a page."""
    from desktop.store import get_ready

    get_ready()
    import desktop.app.parts
    import desktop.ui.main_window  # noqa: F401


def _load_first_page() -> None:
    """With what makes the week ready that it tells of."""
    from desktop.domain import calendar

    calendar.get_ready()
    import desktop.ui.start.page  # noqa: F401


def settle() -> None:
    """What is there now stays for the most part: from now on it is not looked through for what has gone."""
    gc.freeze()
