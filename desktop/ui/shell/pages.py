"""The pages of the window: how each stands on the rail, and how it is made."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.ui.acute.page import AcutePage
from desktop.ui.conflicts.page import ConflictsPage
from desktop.ui.context import WindowContext
from desktop.ui.desk import Desk
from desktop.ui.levels.page import LevelsPage
from desktop.ui.people.page import PeoplePage
from desktop.ui.resources.page import ResourcesPage
from desktop.ui.shell.rail import Entry
from desktop.ui.shell.shell import PageSpec
from desktop.ui.start.page import StartPage
from desktop.ui.week.page import WeekPage

translate = QCoreApplication.translate


def page_specs(context: WindowContext, desk: Desk) -> tuple[PageSpec, ...]:
    """The window's pages from top to bottom. A line break in a text is one on the rail."""
    return (
        PageSpec(
            Entry(StartPage.key, translate("Pages", "Start"), "home", "Ctrl+1"),
            lambda parent: StartPage(context, desk.show_week, parent),
        ),
        PageSpec(
            Entry(WeekPage.key, translate("Pages", "Week"), "calendar", "Ctrl+2"),
            lambda parent: WeekPage(context, desk, parent),
        ),
        PageSpec(
            Entry(AcutePage.key, translate("Pages", "Acute"), "bolt", "Ctrl+3"),
            lambda parent: AcutePage(context, parent),
        ),
        PageSpec(
            Entry(PeoplePage.key, translate("Pages", "People"), "person", "Ctrl+4"),
            lambda parent: PeoplePage(context, desk, parent=parent),
        ),
        PageSpec(
            Entry(ConflictsPage.key, translate("Pages", "Conflicts"), "conflict", "Ctrl+5"),
            lambda parent: ConflictsPage(context, lambda: desk.week, parent),
        ),
        PageSpec(
            Entry(LevelsPage.key, translate("Pages", "Levels"), "shield", "Ctrl+6"),
            lambda parent: LevelsPage(context, parent),
        ),
        PageSpec(
            Entry(ResourcesPage.key, translate("Pages", "Resources"), "building", "Ctrl+7"),
            lambda parent: ResourcesPage(context, parent),
        ),
    )
