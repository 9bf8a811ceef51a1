"""The commands of the menus Week and View that work on the page of the week.

The page is made for them where nobody has looked at it yet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop.ui.desk import Desk
from desktop.ui.menus import Menus
from desktop.ui.shell.pages import WEEK, week_page
from desktop.ui.shell.shell import Shell
from desktop.ui.week.possible import why_not_published

if TYPE_CHECKING:
    from desktop.ui.board.zoom import ZoomButtons
    from desktop.ui.week.page import WeekPage


class WeekCommands(QObject):
    """What can be done to the week that ``desk`` shows, on its page in ``shell``."""

    def __init__(self, desk: Desk, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shell = shell

    def connect_menus(self, menus: Menus) -> None:
        """Joins the menus with what is done here."""
        desk = self._desk
        for action, act in (
            (menus.plan, self.plan),
            (menus.stop, desk.stop),
            (menus.new_session, self.new_session),
            (menus.publish, self.publish),
            (menus.previous, desk.go_back),
            (menus.next, desk.go_on),
            (menus.this, desk.go_home),
            (menus.copy_week, self.copy),
            (menus.zoom_in, self.zoom_in),
            (menus.zoom_out, self.zoom_out),
            (menus.zoom_reset, self.zoom_reset),
        ):
            action.triggered.connect(act)

    @Slot()
    def plan(self) -> None:
        """Plans the week on the desk for as long as the bar says."""
        self._page().bar.ask_to_plan()

    @Slot()
    def new_session(self) -> None:
        """Asks for a new session on the board."""
        self._shell.show_page(WEEK)
        page = self._page()
        page.catch_up()
        page.commands.make()

    @Slot()
    def publish(self) -> None:
        """Asks whether the shown draft is to become a version that never changes."""
        self._shell.show_page(WEEK)
        page = self._page()
        page.catch_up()
        reason = why_not_published(self._desk) or page.hand.why_not()
        if reason:
            page.hand.told.emit(reason)
        else:
            page.versioning.ask_beside(page.bar.versions)

    @Slot()
    def copy(self) -> None:
        """Copies what the board shows for a spreadsheet."""
        page = self._page()
        page.catch_up()
        page.commands.copy()

    @Slot()
    def zoom_in(self) -> None:
        self._zoom().zoom_in()

    @Slot()
    def zoom_out(self) -> None:
        self._zoom().zoom_out()

    @Slot()
    def zoom_reset(self) -> None:
        self._zoom().zoom_reset()

    def _page(self) -> WeekPage:
        return week_page(self._shell)

    def _zoom(self) -> ZoomButtons:
        return self._page().board.zoom
