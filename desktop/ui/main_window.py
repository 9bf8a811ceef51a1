"""The window: it joins the pages, the menu and the commands, and knows nothing of how they work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QLocale, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QMenuBar, QWidget

from desktop.qt.editing import Editing
from desktop.qt.settings import Settings
from desktop.services.change import Change
from desktop.services.editing import Outdated, Refused
from desktop.services.ports import NotStored
from desktop.ui.about.dialog import AboutDialog
from desktop.ui.banners import alarm_banner, demo_banner, reading_banner, restored_banner
from desktop.ui.context import Door, LockReason, WindowContext
from desktop.ui.desk import Desk
from desktop.ui.file_words import saved_as
from desktop.ui.history.dialog import HistoryDialog
from desktop.ui.history.words import change_text
from desktop.ui.lock.page import LockPage
from desktop.ui.lock.state import Locked, Shown
from desktop.ui.lock.windows import put_away_all_but
from desktop.ui.menus import Menus
from desktop.ui.prints.dialog import PrintDialog
from desktop.ui.sheets.commands import TableCommands
from desktop.ui.shell.pages import page_specs
from desktop.ui.shell.shell import Shell
from desktop.ui.start.page import StartPage
from desktop.ui.vault_commands import VaultCommands
from desktop.ui.week.page import WeekPage
from desktop.ui.week.watch import WeekWatch
from desktop.ui.welcome.page import WelcomePage
from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.enter import EnterPresses
from desktop.ui.widgets.icons import app_icon
from desktop.ui.words import not_stored_words

BUSY_MS = 200
"""How soon a window that could not be built anew looks again whether it can."""


class MainWindow(QMainWindow):
    """Shows the welcome page while the store is empty, the week once it holds a unit.

    Another language or another palette builds the widgets anew around the same desk, so that nothing that
    is shown or under way is lost. While the vault is locked the window holds nothing of the unit.

    ``lock_asked`` is sent when somebody wants to lock it, ``unlocked`` when the lock page's door is open.
    """

    lock_asked = Signal()
    unlocked = Signal()
    guide_asked = Signal()

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        self._context = context
        self._stale = False
        self._locked: Locked | None = None
        self.desk = self._new_desk()
        self.welcome: WelcomePage | None = None
        self.shell: Shell | None = None
        self.week: WeekPage | None = None
        self.lock_page: LockPage | None = None
        self.banner: QWidget | None = None
        self.reading: QWidget | None = None
        self.vault = VaultCommands(context, self)
        self.vault.lock_asked.connect(self.lock_asked)
        self.vault.erased.connect(self._on_erased)
        self.menus = self._new_menus()
        EnterPresses(self)
        self.setWindowIcon(app_icon())
        self.setMinimumSize(1000, 640)
        self.resize(1280, 720)
        if context.settings.geometry is not None:
            self.restoreGeometry(context.settings.geometry)
        self._watch(context.editing)
        if self._has_unit():
            self.desk.reload()
        self._build()
        self.vault.look()

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
        shown = Shown.of(desk, self.week, {} if shell is None else shell.places())
        self._remember()
        self._context.editing.forget()
        self._context.planning.forget()
        self._locked = Locked(door, reason, shown, desk.hold())
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
            shell.leave()

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
        if self._has_unit():
            self.desk.show_week(shown.week)
            self.desk.show_number(shown.version)
            self.desk.choose(shown.session)
        self._build()
        if self.week is not None and shown.view is not None:
            self.week.show_view(shown.view)
        if self.shell is not None:
            self.shell.go_to(shown.places)
        if locked.planning is not None:
            self.desk.take_up(locked.planning)
        self.vault.look()

    @Slot()
    def plan(self) -> None:
        """Plans the week on the desk for as long as the bar says."""
        if self.week is not None:
            self.week.bar.ask_to_plan()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ends a run; its best plan is stored. The window's size and place are remembered."""
        self.desk.close()
        if self._locked is not None and self._locked.planning is not None:
            # It can't be stored without the key, and is thrown away.
            self._locked.planning.run.close()
        if self.shell is not None:
            self.shell.leave()
        self._remember()
        settings = self._context.settings
        settings.geometry = self.saveGeometry()
        settings.save()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange) and not self._stale:
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
        places = {} if self.shell is None else self.shell.places()
        view = None if self.week is None else self.week.view()
        self.menus = self._new_menus()
        self.welcome = self.shell = self.week = self.lock_page = None
        content: QWidget
        if self._locked is not None:
            content = self.lock_page = self._new_lock_page(self._locked)
        elif self._has_unit():
            content = self.shell = Shell(self._context.editing, page_specs(self._context, self.desk))
            self.week = self._fill(self.shell, places)
            self._watch_week(self.shell)
            if self.week is not None and view is not None:
                self.week.show_view(view)
        else:
            self.welcome = WelcomePage(self._context)
            self.welcome.imported.connect(self._on_imported)
            content = self.welcome
        self._connect_menus()
        middle = QWidget()
        box = column(middle, gap=0)
        for above in self._above():
            box.addWidget(above)
        box.addWidget(content, 1)
        self.setCentralWidget(middle)
        self.statusBar().clearMessage()
        if self.week is not None and self.shell is not None and self.shell.current == WeekPage.key:
            self.week.bar.plan.setFocus()
        elif self.shell is not None:
            self.shell.rail.button(self.shell.current).setFocus()
        elif self.lock_page is not None:
            self.lock_page.setFocus()
        self._refresh()

    def _fill(self, shell: Shell, places: dict[str, dict[str, str]]) -> WeekPage | None:
        """Shows a new shell's pages where they were; returns the week's."""
        shell.said.connect(self.statusBar().showMessage)
        week = shell.page(WeekPage.key)
        if isinstance(week, WeekPage) and self._context.settings.splitter is not None:
            week.restore(self._context.settings.splitter)
        # The demo plans its week before everybody's eyes.
        shell.show_page(WeekPage.key if self._context.demo else StartPage.key)
        shell.go_to(places)
        return week if isinstance(week, WeekPage) else None

    def _watch(self, editing: Editing) -> None:
        editing.history_changed.connect(self._refresh)
        # What was told before an edit need not be true after it.
        editing.changed.connect(self.statusBar().clearMessage)

    def _watch_week(self, shell: Shell) -> None:
        """A week that is no longer safe is told on the rail, whatever page made it so."""
        watch = WeekWatch(self.desk, shell)
        watch.broken.connect(partial(shell.rail.alarm, WeekPage.key))
        watch.worse.connect(self.statusBar().showMessage)
        watch.look()

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

    def _new_menus(self) -> Menus:
        """A menu bar of its own: the one before goes with all that it holds."""
        bar = QMenuBar()
        self.setMenuBar(bar)
        return Menus(bar)

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

    def _new_lock_page(self, locked: Locked) -> LockPage:
        page = LockPage(
            locked.door,
            locked.reason,
            planning=locked.planning is not None,
            passphrase=self._context.demo_passphrase,
        )
        page.unlocked.connect(self.unlocked)
        return page

    def _connect_menus(self) -> None:
        menus = self.menus
        menus.add_languages(self._language(), self._choose_language)
        for action, act in (
            (menus.print, self.open_print),
            (menus.pdf, self.save_pdf),
            (menus.quit, self.close),
            (menus.plan, self.plan),
            (menus.stop, self.desk.stop),
            (menus.previous, self.desk.go_back),
            (menus.next, self.desk.go_on),
            (menus.this, self.desk.go_home),
            (menus.guide, self.guide_asked),
            (menus.about, self._about),
        ):
            action.triggered.connect(act)
        if self.shell is not None:
            menus.add_pages(self.shell.entries(), self.shell.show_page)
            menus.search.triggered.connect(self._search)
            menus.undo.triggered.connect(self._undo)
            menus.redo.triggered.connect(self._redo)
            menus.history.triggered.connect(self._show_history)
            menus.conceal.setChecked(self._context.editing.concealed)
            menus.conceal.triggered.connect(self._context.editing.conceal)
            tables = TableCommands(self._context, self.desk, self.shell)
            tables.connect_menus(menus)
            tables.said.connect(self.statusBar().showMessage)
        if self.week is not None:
            menus.copy_week.triggered.connect(self.week.catch_up)
            menus.copy_week.triggered.connect(self.week.commands.copy)
            menus.zoom_in.triggered.connect(self.week.board.zoom.zoom_in)
            menus.zoom_out.triggered.connect(self.week.board.zoom.zoom_out)
            menus.zoom_reset.triggered.connect(self.week.board.zoom.zoom_reset)
        if self.welcome is not None:
            menus.import_unit.triggered.connect(self.welcome.ask_for_file)
        self.vault.connect_menus(menus)

    @Slot()
    def open_print(self) -> None:
        """Shows the print of the version on the board, with Print and Save as PDF."""
        dialog = self.print_dialog()
        if dialog is not None:
            dialog.exec()
            dialog.deleteLater()

    @Slot()
    def save_pdf(self) -> None:
        """Saves the version on the board as a PDF where somebody says."""
        dialog = self.print_dialog()
        if dialog is not None:
            dialog.ask_for_pdf()
            dialog.deleteLater()

    def print_dialog(self) -> PrintDialog | None:
        """The print of the version on the board; None where there is none. A broken rule is told."""
        desk = self.desk
        desk.catch_up()
        if desk.prepared is None or desk.version is None or desk.report is None:
            return None
        if not desk.report.clean:
            self.statusBar().showMessage(self.tr("Not printed: the plan breaks a rule by now."))
            return None
        context = self._context
        dialog = PrintDialog(desk.prepared, desk.version, desk.report, context.settings, context.audit, self)
        dialog.saved.connect(self._tell_saved)
        return dialog

    @Slot()
    def _on_erased(self) -> None:
        self._context.editing.reload()

    @Slot()
    def _search(self) -> None:
        page = None if self.shell is None else self.shell.shown()
        if page is not None:
            page.focus_search()

    @Slot()
    def _undo(self) -> None:
        self._take_back(self._context.editing.undo, self.tr("Undone: %1"))

    @Slot()
    def _show_history(self) -> None:
        dialog = HistoryDialog(self._context.editing, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    @Slot()
    def _redo(self) -> None:
        self._take_back(self._context.editing.redo, self.tr("Done again: %1"))

    def _take_back(self, act: Callable[[], Change | None], told: str) -> None:
        try:
            change = act()
        except (Outdated, Refused):
            text = self.tr("This can no longer be undone: something else has changed it since.")
        except NotStored:
            text = not_stored_words()
        else:
            text = "" if change is None else told.replace("%1", change_text(change.label))
        self.statusBar().showMessage(text)

    def _has_unit(self) -> bool:
        with self._context.store.begin() as work:
            return not work.is_empty()

    def _language(self) -> str:
        return "da" if QLocale().language() is QLocale.Language.Danish else "en"

    def _typing(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.shell is not None and self.shell.unsaved

    def _choose_language(self, code: str) -> None:
        if self._typing():
            for action in self.menus.languages.actions():
                action.setChecked(action.data() == self._language())
            text = self.tr("Something is not saved yet: save or leave it first, then choose the language.")
            self.statusBar().showMessage(text)
            return
        self._context.settings.language = code
        self._context.settings.save()
        self._context.set_language(code)

    def _remember(self) -> None:
        if self.week is not None:
            self._context.settings.splitter = self.week.state()

    @Slot()
    def _refresh(self) -> None:
        desk = self.desk
        if self.locked:
            self.menus.set_locked()
            return
        # Whether an outdated week is clean is found out by whoever prints it.
        self.menus.set_state(
            has_unit=self.week is not None,
            has_plan=desk.number is not None,
            clean=desk.is_outdated or (desk.report is not None and desk.report.clean),
            planning=desk.planning,
            read_only=self._context.read_only,
            concealed=self._context.editing.concealed,
        )
        editing = self._context.editing
        undo, redo = editing.history[-1:], editing.undone[:1]
        self.menus.name_history(
            change_text(undo[0].change.label) if undo else "",
            change_text(redo[0].change.label) if redo else "",
        )
        title = self.tr("Sikkerplan – demo") if self._context.demo else self.tr("Sikkerplan")
        self.setWindowTitle(title)

    @Slot(str)
    def _tell_saved(self, name: str) -> None:
        if self.week is not None:
            self.week.tell(saved_as(name))

    @Slot()
    def _on_imported(self) -> None:
        self._context.editing.reload()
        self._build()

    @Slot()
    def _about(self) -> None:
        dialog = AboutDialog(self)
        dialog.exec()
        dialog.deleteLater()
