"""What stands in the middle of the window: the pages beside their rail, the welcome page or the lock page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStatusBar

from desktop.ui.context import WindowContext
from desktop.ui.desk import Desk
from desktop.ui.lock_screen.page import LockPage
from desktop.ui.lock_screen.state import Locked
from desktop.ui.shell.pages import ACUTE, START, WEEK, page_specs
from desktop.ui.shell.shell import Shell
from desktop.ui.week.watch import WeekWatch
from desktop.ui.window.force_watch import ForceWatch
from desktop.ui.window.looks import Looks

if TYPE_CHECKING:
    from desktop.ui.welcome.page import WelcomePage


def new_shell(context: WindowContext, desk: Desk, looks: Looks, status: QStatusBar) -> Shell:
    """The pages, none of which is made yet. A week that is no longer safe is told on the rail, whatever page
    made it so."""
    shell = Shell(context.editing, page_specs(context, desk))
    shell.said.connect(status.showMessage)
    shell.made.connect(partial(looks.put_back, shell))
    shell.rail.show_page(first_page(context))
    watch = WeekWatch(desk, shell)
    watch.broken.connect(partial(shell.rail.alarm, WEEK))
    watch.running.connect(partial(shell.rail.alarm, ACUTE))
    watch.worse.connect(status.showMessage)
    shell.ended.connect(watch.end)
    watch.begin()
    force = ForceWatch(context, shell)
    force.found.connect(shell.unsafe.show_weeks)
    shell.ended.connect(force.end)
    force.begin()
    return shell


def first_page(context: WindowContext) -> str:
    """The demo plans its week before everybody's eyes."""
    return WEEK if context.demo else START


def new_welcome(context: WindowContext) -> WelcomePage:
    """What a vault without a unit shows."""
    from desktop.ui.welcome.page import WelcomePage

    return WelcomePage(context)


def new_lock_page(context: WindowContext, locked: Locked) -> LockPage:
    """What a locked window shows. The demo's passphrase is no secret."""
    return LockPage(
        locked.door,
        locked.reason,
        planning=locked.planning is not None,
        passphrase=context.demo_passphrase,
    )
