"""The window: it joins the pages, the menu and the commands, and knows nothing of how they work."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from desktop.qt.editing import Editing
from desktop.qt.settings import Settings
from desktop.services.ports import NotStored
from desktop.ui.banners import alarm_banner, demo_banner, reading_banner, restored_banner
from desktop.ui.closing import Closing, Loss
from desktop.ui.context import WindowContext
from desktop.ui.desk import Desk
from desktop.ui.door import Door, LockReason
from desktop.ui.lock_screen.page import LockPage
from desktop.ui.lock_screen.state import Locked, Shown
from desktop.ui.lock_screen.windows import put_away_all_but
from desktop.ui.shell.pages import WEEK, week_page
from desktop.ui.shell.shell import Shell
from desktop.ui.unforeseen import unforeseen_words
from desktop.ui.vault_commands import VaultCommands
from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.enter import EnterPresses
from desktop.ui.widgets.focus import FocusKeeper
from desktop.ui.widgets.icons import app_icon
from desktop.ui.widgets.sizes import open_in
from desktop.ui.widgets.text import tooltip
from desktop.ui.window.commands import Commands
from desktop.ui.window.content import first_page, new_lock_page, new_shell, new_welcome
from desktop.ui.window.looks import Looks
from desktop.ui.words import not_saved_words

if TYPE_CHECKING:
    from desktop.ui.week.page import WeekPage
    from desktop.ui.welcome.page import WelcomePage

BUSY_MS = 200
"""How soon a window that could not be built anew looks again whether it can."""


class MainWindow(QMainWindow):
    """Shows the welcome page while the store is empty, the week once it holds a unit.

    Another language or another palette builds the widgets anew around the same desk, so that nothing that
    is shown or under way is lost. While the vault is locked the window holds nothing of the unit.

    ``lock_asked`` is sent when somebody wants to lock it, ``unlocked`` when the lock page's door is open,
    ``names_turned`` when names were concealed or shown.
    """

    lock_asked = Signal()
    unlocked = Signal()
    guide_asked = Signal()
    names_turned = Signal()

    def __init__(self, context: WindowContext, *, fill: bool = True) -> None:
        """``fill`` False: the first page is left to ``fill``, for once the window can be seen."""
        super().__init__()
        self._context = context
        self._stale = False
        self._locale = QLocale()
        self._locked: Locked | None = None
        self.desk = self._new_desk()
        self.welcome: WelcomePage | None = None
        self.shell: Shell | None = None
        self._looks = Looks(context.settings)
        self.lock_page: LockPage | None = None
        self.banner: QWidget | None = None
        self.reading: QWidget | None = None
        self.vault = VaultCommands(context, self)
        self.vault.lock_asked.connect(self.lock_asked)
        self.vault.erased.connect(self._on_erased)
        self._new_commands()
        EnterPresses(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._keeper = FocusKeeper(app, self)
        self.closing = Closing(self)
        context.settings.not_saved.connect(self._tell_not_saved)
        self.setWindowIcon(app_icon())
        self.setMinimumSize(860, 470)
        open_in(self, 1280, 720)
        if context.settings.geometry is not None:
            self.restoreGeometry(context.settings.geometry)
        # What is longer than the window is wide can be read all the same.
        self.statusBar().messageChanged.connect(lambda text: self.statusBar().setToolTip(tooltip(text)))
        self._watch(context.editing)
        self.desk.turn_to(self.desk.week)
        self._build_content()
        if fill:
            self.fill()
        self.vault.look()

    def fill(self) -> None:
        """Shows the page that was shown when the window was last there, otherwise the first one."""
        shell = self.shell
        if shell is not None and not shell.current:
            shell.go_to(self._looks.places)
            if not shell.current:
                shell.show_page(first_page(self._context))
        self._focus()

    def make_ahead(self) -> None:
        """Makes the page that takes longest, while somebody reads the first one."""
        if self.shell is not None:
            self.shell.make_ahead(WEEK)

    @property
    def week(self) -> WeekPage | None:
        """The page of the week, made now where nobody has looked at it yet; None where there is no unit."""
        return None if self.shell is None else week_page(self.shell)

    @property
    def context(self) -> WindowContext:
        """What the window was given; another one after each unlock."""
        return self._context

    @property
    def settings(self) -> Settings:
        """What the window remembers."""
        return self._context.settings

    @property
    def locked(self) -> bool:
        return self._locked is not None

    @property
    def unlocking(self) -> bool:
        """Whether the lock page works out a key at this moment."""
        return self.lock_page is not None and self.lock_page.busy

    def lock(self, door: Door, reason: LockReason) -> None:
        """Takes everything of the unit out of the window and shows the way back in through ``door``.

        Every other window is put away first. A run goes on by itself, encrypted. Nothing is written: whoever
        locks the vault closes it then.
        """
        put_away_all_but(self)
        if self._locked is not None:
            return
        desk, shell = self.desk, self.shell
        self._remember()
        shown = Shown(desk.week, desk.number, desk.session, self._looks.week, self._looks.places)
        undecided = shell is not None and shell.undecided
        self._locked = Locked(door, reason, shown, desk.hold(), undecided)
        self._context.editing.forget()
        self._context.planning.forget()
        self._change_desk()
        self.vault.close()
        self._build()
        # At once: the computer may be about to sleep with this picture.
        middle, layout = self.centralWidget(), self.layout()
        if middle is not None and layout is not None:
            middle.show()
            layout.activate()
        self.repaint()
        if shell is not None:
            shell.end()

    def lock_anew(self) -> None:
        """Shows the lock page as if nobody had begun to unlock."""
        if self._locked is not None:
            self._build()

    def open_again(self, context: WindowContext) -> None:
        """The vault is open again: shows what was shown, and takes up the run that went on."""
        locked, self._locked = self._locked, None
        if locked is None:
            return
        self._context = context
        self._watch(context.editing)
        self._change_desk()
        self.vault.open(context)
        shown = locked.shown
        self.desk.turn_to(shown.week)
        if shown.version is not None:
            self.desk.show_number(shown.version)
            self.desk.choose(shown.session)
        self._looks.week, self._looks.places = shown.view, shown.places
        self._build()
        if locked.planning is not None:
            self.desk.take_up(locked.planning)
        self.vault.look()

    @Slot()
    def plan(self) -> None:
        """Plans the week on the desk for as long as the bar says."""
        self.menus.plan.trigger()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ends a run; its best plan is stored. The window's size and place are remembered.

        Where something would be lost, it stays until somebody has agreed to that.
        """
        if not self._may_go():
            event.ignore()
            return
        self._remember()
        settings = self._context.settings
        settings.geometry = self.saveGeometry()
        settings.save()
        if self.shell is not None:
            self.shell.end()
        super().closeEvent(event)

    def _may_go(self) -> bool:
        """Saves what can be saved; whether nothing is lost that somebody has not agreed to lose."""
        if self.shell is not None:
            self.shell.leave()
        held = None if self._locked is None else self._locked.planning
        if not self.closing.may_lose(self._losses()):
            return False
        try:
            self.desk.close(drop=self.closing.has_agreed(Loss.PLAN))
        except NotStored:
            return self.closing.may_lose((Loss.PLAN,))
        if held is not None:
            held.run.close()
        return True

    def _losses(self) -> list[Loss]:
        """What goes with the window, but for a plan that can't be stored."""
        locked, shell = self._locked, self.shell
        repair = locked.undecided if locked is not None else shell is not None and shell.undecided
        found = {
            Loss.TYPED: self._typing(),
            Loss.HELD: locked is not None and locked.planning is not None,
            Loss.REPAIR: repair,
        }
        return [loss for loss, there in found.items() if there]

    def changeEvent(self, event: QEvent) -> None:
        language = event.type() == QEvent.Type.LanguageChange and QLocale() != self._locale
        if (language or event.type() == QEvent.Type.PaletteChange) and not self._stale:
            self._stale = True
            QTimer.singleShot(0, self, self._build_anew)
        super().changeEvent(event)

    @Slot()
    def _build_anew(self) -> None:
        """For another language or palette, once nothing is being typed that would be lost."""
        if not self._stale:
            return
        if self._typing():
            QTimer.singleShot(BUSY_MS, self, self._build_anew)
        else:
            self._build()

    @Slot()
    def _build(self) -> None:
        self._stale = False
        if self.locked and self.unlocking:
            # Whoever waits for the key keeps the page that waits with them.
            self._stale = True
            QTimer.singleShot(BUSY_MS, self, self._build)
            return
        self._remember()
        if self.shell is not None and not self.locked:
            # No engine of a page goes on once the page is gone; behind the lock it is ended once seen.
            self.shell.leave()
        self._build_content()
        self.fill()

    def _build_content(self) -> None:
        """All but the page that is looked at."""
        self._locale = QLocale()
        self.welcome = self.shell = self.lock_page = None
        content = self._new_content()
        self._new_commands()
        middle = QWidget()
        box = column(middle, gap=0)
        for above in self._above():
            box.addWidget(above)
        box.addWidget(content, 1)
        self.setCentralWidget(middle)
        self.statusBar().clearMessage()
        QTimer.singleShot(0, self._keeper, self._keeper.look)
        self._refresh()

    def _new_content(self) -> QWidget:
        context = self._context
        if self._locked is not None:
            self.lock_page = new_lock_page(context, self._locked)
            self.lock_page.unlocked.connect(self.unlocked)
            return self.lock_page
        if self._has_unit():
            self.shell = new_shell(context, self.desk, self._looks, self.statusBar())
            return self.shell
        self.welcome = new_welcome(context)
        self.welcome.imported.connect(self._on_imported)
        return self.welcome

    def _focus(self) -> None:
        shell = self.shell
        if shell is not None and shell.current == WEEK:
            week_page(shell).bar.plan.setFocus()
        elif shell is not None:
            shell.rail.button(shell.current).setFocus()
        elif self.lock_page is not None:
            self.lock_page.setFocus()

    def _watch(self, editing: Editing) -> None:
        editing.history_changed.connect(self._refresh)
        # What was told before an edit need not be true after it.
        editing.changed.connect(self.statusBar().clearMessage)

    def _above(self) -> list[QWidget]:
        """What stands above the content, from top to bottom."""
        context = self._context
        self.banner = demo_banner() if context.demo else None
        self.reading = reading_banner(context.holder) if context.read_only and not self.locked else None
        alarms = () if self.locked else context.alarms
        back = None if self.locked or context.restored is None else restored_banner(context.restored)
        told = [alarm_banner(alarm, context.acknowledge) for alarm in alarms]
        for each in told:
            each.acknowledged.connect(self._on_acknowledged)
        lines = (self.banner, self.reading, self.vault.new_backup_line(), back, *told)
        return [line for line in lines if line is not None]

    @Slot(object)
    def _on_acknowledged(self, alarm: object) -> None:
        left = tuple(each for each in self._context.alarms if each is not alarm)
        self._context = replace(self._context, alarms=left)

    def _new_desk(self) -> Desk:
        desk = Desk(self._context, self)
        desk.changed.connect(self._refresh)
        desk.outdated.connect(self._refresh)
        desk.planning_changed.connect(self._refresh)
        return desk

    def _change_desk(self) -> None:
        """An empty desk in place of the one before, which goes with all that it holds."""
        self.desk.deleteLater()
        self.desk = self._new_desk()

    def _new_commands(self) -> None:
        self.commands = Commands(self, self._context, self.desk, self.shell)
        menus = self.menus = self.commands.menus
        menus.guide.triggered.connect(self.guide_asked)
        menus.conceal.triggered.connect(self.names_turned)
        if self.welcome is not None:
            menus.import_unit.triggered.connect(self.welcome.ask_for_file)
        self.vault.connect_menus(menus)

    @Slot()
    def _on_erased(self) -> None:
        self._context.editing.reload()

    def _has_unit(self) -> bool:
        with self._context.store.begin() as work:
            return not work.is_empty()

    def _typing(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.shell is not None and self.shell.unsaved

    def _remember(self) -> None:
        if self.shell is not None:
            self._looks.keep(self.shell)

    @Slot()
    def _refresh(self) -> None:
        if self.locked:
            self.menus.set_locked()
            return
        self.commands.refresh()
        title = self.tr("Sikkerplan – demo") if self._context.demo else self.tr("Sikkerplan")
        self.setWindowTitle(title)

    @Slot()
    def tell_fault(self) -> None:
        """Says that something has gone wrong that nobody had thought of."""
        self.statusBar().showMessage(unforeseen_words())

    @Slot()
    def _tell_not_saved(self) -> None:
        self.statusBar().showMessage(not_saved_words())

    @Slot()
    def _on_imported(self) -> None:
        self._context.editing.reload()
        self._build()
