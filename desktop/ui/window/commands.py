"""Every command of the window, joined with what it does in what the window shows."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMainWindow, QMenuBar

from desktop.ui.context import WindowContext
from desktop.ui.desk import Desk
from desktop.ui.file_words import saved_as
from desktop.ui.menus import Menus
from desktop.ui.sheets.commands import TableCommands
from desktop.ui.shell.pages import WEEK, made_week
from desktop.ui.shell.shell import Shell
from desktop.ui.week.possible import why_not_published
from desktop.ui.window.language import LanguageChoice
from desktop.ui.window.names_asking import NamesAsking
from desktop.ui.window.print_commands import PrintCommands
from desktop.ui.window.undoing import Undoing
from desktop.ui.window.week_commands import WeekCommands


class Commands(QObject):
    """A menu bar of its own for what is shown: the one before goes with all that it holds.

    ``shell`` None: nothing of a unit is shown.
    """

    def __init__(self, window: QMainWindow, context: WindowContext, desk: Desk, shell: Shell | None) -> None:
        bar = QMenuBar()
        super().__init__(bar)
        window.setMenuBar(bar)
        self._window = window
        self._context = context
        self._desk = desk
        self._shell = shell
        self.menus = Menus(bar)
        self.names = NamesAsking(self.menus.conceal, window, self)
        self.undoing = Undoing(context.editing, context.settings, window, self)
        self.prints = PrintCommands(context, desk, shell, window, self)
        self.language = LanguageChoice(context, self._unsaved, self.menus)
        for commands in (self.undoing, self.prints, self.language):
            commands.said.connect(window.statusBar().showMessage)
        self.prints.saved.connect(self._tell_saved)
        self.language.connect_menus()
        self.menus.quit.triggered.connect(window.close)
        self.menus.about.triggered.connect(self._about)
        if shell is not None:
            self._join_pages(shell)

    def refresh(self) -> None:
        """Offers what can be done now."""
        desk, context = self._desk, self._context
        # Whether a week breaks a rule is found out, and told, by whoever prints it.
        self.menus.set_state(
            has_unit=self._shell is not None,
            has_plan=desk.has_plan,
            planning=desk.planning,
            why_not_published=why_not_published(desk),
            read_only=context.read_only,
            concealed=context.editing.concealed,
        )
        self.undoing.name(self.menus)

    def _join_pages(self, shell: Shell) -> None:
        menus, editing = self.menus, self._context.editing
        menus.add_pages(shell.entries(), shell.show_page)
        menus.search.triggered.connect(self._search)
        menus.conceal.setChecked(editing.concealed)
        menus.conceal.triggered.connect(editing.conceal)
        menus.names_wanted.connect(self.names.ask)
        self.undoing.connect_menus(menus)
        self.prints.connect_menus(menus)
        WeekCommands(self._desk, shell, self).connect_menus(menus)
        tables = TableCommands(self._context, self._desk, shell)
        tables.connect_menus(menus)
        tables.said.connect(self._window.statusBar().showMessage)
        shell.changed.connect(self._on_page)
        self._on_page()

    @Slot()
    def _on_page(self) -> None:
        self.menus.stop_by_key(self._shell is None or self._shell.current == WEEK)

    def _unsaved(self) -> bool:
        return self._shell is not None and self._shell.unsaved

    @Slot()
    def _search(self) -> None:
        page = None if self._shell is None else self._shell.shown()
        if page is not None:
            page.focus_search()

    @Slot(str)
    def _tell_saved(self, name: str) -> None:
        """On the page of the week, where that is looked at."""
        told = saved_as(name)
        week = None if self._shell is None else made_week(self._shell)
        if week is not None:
            week.tell(told)
        if week is None or not week.isVisible():
            self._window.statusBar().showMessage(told)

    @Slot()
    def _about(self) -> None:
        from desktop.ui.about.dialog import AboutDialog

        dialog = AboutDialog(self._window)
        dialog.exec()
        dialog.deleteLater()
