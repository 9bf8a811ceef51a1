"""The pages of the window: how each stands on the rail, and how it is made once somebody looks at it.

A page is imported when it is made: the window is there before the pages that nobody has asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.ui.context import WindowContext
from desktop.ui.desk import Desk
from desktop.ui.page import Page
from desktop.ui.shell.rail import Entry
from desktop.ui.shell.shell import PageSpec, Shell

if TYPE_CHECKING:
    from desktop.ui.week.page import WeekPage

translate = QCoreApplication.translate
START, WEEK, ACUTE = "start", "week", "acute"
"""The keys of the pages that the window itself knows."""


def page_specs(context: WindowContext, desk: Desk) -> tuple[PageSpec, ...]:
    """The window's pages from top to bottom. A line break in a text is one on the rail."""

    def start(parent: QWidget) -> Page:
        from desktop.ui.start.page import StartPage

        return StartPage(context, desk.show_week, parent)

    def week(parent: QWidget) -> Page:
        from desktop.ui.week.page import WeekPage

        desk.catch_up()
        return WeekPage(context, desk, parent)

    def acute(parent: QWidget) -> Page:
        from desktop.ui.acute.page import AcutePage

        return AcutePage(context, parent)

    def people(parent: QWidget) -> Page:
        from desktop.ui.people.page import PeoplePage

        return PeoplePage(context, desk, parent=parent)

    def conflicts(parent: QWidget) -> Page:
        from desktop.ui.conflicts.page import ConflictsPage

        return ConflictsPage(context, lambda: desk.week, parent)

    def levels(parent: QWidget) -> Page:
        from desktop.ui.levels.page import LevelsPage

        return LevelsPage(context, parent)

    def resources(parent: QWidget) -> Page:
        from desktop.ui.resources.page import ResourcesPage

        return ResourcesPage(context, parent)

    return (
        PageSpec(Entry(START, translate("Pages", "Start"), "home", "Ctrl+1"), start),
        PageSpec(Entry(WEEK, translate("Pages", "Week"), "calendar", "Ctrl+2"), week),
        PageSpec(Entry(ACUTE, translate("Pages", "Something\nhappened"), "bolt", "Ctrl+3"), acute),
        PageSpec(Entry("people", translate("Pages", "People"), "person", "Ctrl+4"), people),
        PageSpec(Entry("conflicts", translate("Pages", "Conflicts"), "conflict", "Ctrl+5"), conflicts),
        PageSpec(Entry("levels", translate("Pages", "Levels"), "shield", "Ctrl+6"), levels),
        PageSpec(Entry("resources", translate("Pages", "Resources"), "building", "Ctrl+7"), resources),
    )


def load_pages() -> None:
    """Imports every page beforehand, in any thread: whoever turns to one does not wait for it then."""
    import desktop.ui.acute.page
    import desktop.ui.conflicts.page
    import desktop.ui.levels.page
    import desktop.ui.people.page
    import desktop.ui.resources.page
    import desktop.ui.start.page
    import desktop.ui.week.page  # noqa: F401


def week_page(shell: Shell) -> WeekPage:
    """The page of the week, made now where nobody has looked at it yet."""
    return cast("WeekPage", shell.page(WEEK))


def made_week(shell: Shell) -> WeekPage | None:
    """The page of the week, where somebody has looked at it."""
    return cast("WeekPage | None", shell.page_made(WEEK))
