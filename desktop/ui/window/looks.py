"""How the pages looked when they were last there, for those that are made in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.qt.settings import Settings
from desktop.ui.shell.pages import WEEK, made_week, week_page
from desktop.ui.shell.shell import Shell

if TYPE_CHECKING:
    from desktop.ui.week.page import WeekView


class Looks:
    """Ids, numbers and words alone, which may be kept while the vault is locked. What else the window
    remembers of the page of the week is in ``settings``."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.places: dict[str, dict[str, str]] = {}
        self.week: WeekView | None = None

    def keep(self, shell: Shell) -> None:
        """Keeps how the pages look now; of one that nobody has looked at, what was kept before."""
        self.places = shell.places()
        page = made_week(shell)
        if page is not None:
            self._settings.splitter = page.state()
            self.week = page.view()

    def put_back(self, shell: Shell, key: str) -> None:
        """Gives a page that has just been made what its place does not tell."""
        if key != WEEK:
            return
        page, splitter = week_page(shell), self._settings.splitter
        if splitter is not None:
            page.restore(splitter)
        view, self.week = self.week, None
        if view is not None:
            page.show_view(view)
