"""The menu bar: every command of the window with its shortcut."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from desktop.qt.settings import LOCK_MINUTES
from desktop.ui.lock_screen.words import minutes_text
from desktop.ui.widgets.text import tooltip

LANGUAGES = (("da", "Dansk"), ("en", "English"))
"""Each language in its own words, so that everybody finds theirs."""


class Menus(QObject):
    """Fills a menu bar. The actions that depend on what is going on are attributes.

    ``names_wanted`` carries an action that shows names in full, asked for while they are concealed.
    """

    names_wanted = Signal(QAction)

    def __init__(self, bar: QMenuBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._offered: set[QAction] = set()
        self._file = bar.addMenu(self.tr("&File"))
        self._edit = bar.addMenu(self.tr("&Edit"))
        self._week = bar.addMenu(self.tr("&Week"))
        self._view = bar.addMenu(self.tr("&View"))
        self._vault = bar.addMenu(self.tr("V&ault"))
        self._help = bar.addMenu(self.tr("&Help"))
        self._instead: dict[QAction, QAction] = {}
        self.import_unit = self._add(self._file, self.tr("&Import unit file …"))
        self.import_table = self._add(self._file, self.tr("Import a &table …"))
        self.export_table = self._add(self._file, self.tr("&Export a table …"))
        self._file.addSeparator()
        self.print = self._add(self._file, self.tr("&Print …"), QKeySequence("Ctrl+P"))
        self.pdf = self._add(self._file, self.tr("&Save as PDF …"), QKeySequence("Ctrl+Shift+P"))
        self._file.addSeparator()
        self.quit = self._add(self._file, self.tr("&Quit"), QKeySequence("Ctrl+Q"))
        self.undo = self._add(self._edit, self.tr("&Undo"), QKeySequence("Ctrl+Z"))
        self.redo = self._add(self._edit, self.tr("&Redo"), QKeySequence("Ctrl+Y"))
        self.redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        self.history = self._add(self._edit, self.tr("&History …"), QKeySequence("Ctrl+Alt+Z"))
        self._edit.addSeparator()
        self.copy_week = self._add(
            self._edit, self.tr("&Copy the week for a spreadsheet"), QKeySequence("Ctrl+Shift+C")
        )
        self.plan = self._add(self._week, self.tr("&Plan the week"), QKeySequence("F5"))
        self.stop = self._add(self._week, self.tr("&Stop and keep the best"), QKeySequence("Esc"))
        self._week.addSeparator()
        self.new_session = self._add(
            self._week,
            QCoreApplication.translate("NewSession", "Ne&w session …"),
            QKeySequence("Ctrl+Shift+N"),
        )
        self.publish = self._add(
            self._week,
            QCoreApplication.translate("PublishCommand", "Pu&blish …"),
            QKeySequence("Ctrl+Shift+O"),
        )
        # What never changes afterwards is asked once for one press, however long the keys are held.
        self.publish.setAutoRepeat(False)
        self._week.addSeparator()
        self.previous = self._add(self._week, self.tr("P&revious week"), QKeySequence("Alt+Left"))
        self.next = self._add(self._week, self.tr("&Next week"), QKeySequence("Alt+Right"))
        self.this = self._add(self._week, self.tr("&This week"), QKeySequence("Alt+Home"))
        self._pages = self._view.addMenu(self.tr("&Go to"))
        self.search = self._add(self._view, self.tr("&Search"), QKeySequence("Ctrl+F"))
        self.conceal = self._add(self._view, self.tr("Conceal &names"), QKeySequence("Ctrl+Shift+H"))
        self.conceal.setCheckable(True)
        self._view.addSeparator()
        self.zoom_in = self._add(self._view, self.tr("Zoom &in"), QKeySequence("Ctrl++"))
        self.zoom_in.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        self.zoom_out = self._add(self._view, self.tr("Zoom &out"), QKeySequence("Ctrl+-"))
        self.zoom_reset = self._add(self._view, self.tr("Zoom to &100 %"), QKeySequence("Ctrl+0"))
        self._view.addSeparator()
        self.note = self._add(self._vault, "")
        self.note.setEnabled(False)
        self.note.setVisible(False)
        self.lock = self._add(self._vault, self.tr("&Lock now"), QKeySequence("Ctrl+L"))
        self.lock_minutes = QActionGroup(self)
        self._lock_minutes = self._vault.addMenu(self.tr("Lock when nobody &touches it"))
        self.keys = self._add(self._vault, self.tr("&Keys …"))
        self.languages = QActionGroup(self)
        self._languages = self._view.addMenu(self.tr("&Language"))
        self.back_up = self._add(self._vault, self.tr("&Back up now"))
        self.backups = self._add(self._vault, self.tr("Back&ups …"))
        self.restore = self._add(self._vault, self.tr("&Restore a backup …"))
        self.export = self._add(self._vault, self.tr("&Export everything …"))
        self.retention = self._add(self._vault, self.tr("Re&tention and erasure …"))
        self.audit = self._add(self._vault, self.tr("&Audit trail …"))
        self.guide = self._add(self._help, self.tr("&Guide"), QKeySequence("F1"))
        self.about = self._add(self._help, self.tr("&About Sikkerplan"))
        naming = (self.import_table, self.export_table, self.print, self.pdf, self.export, self.retention)
        for action in (*naming, self.audit):
            self._stand_in_for(action)

    def add_languages(self, current: str, choose: Callable[[str], None]) -> None:
        """Lists the languages; ``choose`` is called with the code of the one that was chosen."""
        group = self.languages
        for code, name in LANGUAGES:
            action = self._add(self._languages, name)
            action.setCheckable(True)
            action.setChecked(code == current)
            action.setData(code)
            group.addAction(action)
        group.triggered.connect(lambda action: choose(str(action.data())))

    def add_pages(self, pages: Iterable[tuple[str, str, str]], show: Callable[[str], None]) -> None:
        """Lists the pages, each with its key, name and shortcut; ``show`` is called with a key."""
        for key, name, shortcut in pages:
            action = self._add(self._pages, name, QKeySequence(shortcut))
            action.triggered.connect(partial(show, key))

    def never_lock(self) -> None:
        """Says that the vault never locks itself, as the demo's, and offers no minutes."""
        self._lock_minutes.setTitle(
            QCoreApplication.translate("MenusDemo", "Never locks by itself: this is the demo")
        )
        self._lock_minutes.menuAction().setEnabled(False)

    def name_history(self, undo: str | None, redo: str | None) -> None:
        """Says what would be undone and done again; None where there is nothing."""
        self.undo.setText(self.tr("&Undo: %1").replace("%1", undo) if undo else self.tr("&Undo"))
        self.redo.setText(self.tr("&Redo: %1").replace("%1", redo) if redo else self.tr("&Redo"))
        self.undo.setEnabled(undo is not None)
        self.redo.setEnabled(redo is not None)

    def stop_by_key(self, on: bool) -> None:
        """Whether Esc stops the planning: on other pages than the week's it cancels what is typed there."""
        self.stop.setShortcut(QKeySequence("Esc") if on else QKeySequence())

    def add_lock_minutes(self, current: int, choose: Callable[[int], None]) -> None:
        """Lists after how many minutes the vault locks itself; ``choose`` is called with the chosen one."""
        for minutes in LOCK_MINUTES:
            action = self._add(self._lock_minutes, minutes_text(minutes))
            action.setCheckable(True)
            action.setChecked(minutes == current)
            action.setData(minutes)
            self.lock_minutes.addAction(action)
        self.lock_minutes.triggered.connect(lambda action: choose(int(action.data())))

    def set_locked(self) -> None:
        """Leaves what needs no open vault: quit, the language, the guide, what the app is."""
        left = {self.quit, self.guide, self.about, *self.languages.actions()}
        for menu in self._bar.findChildren(QMenu):
            for action in menu.actions():
                if action.menu() is None:
                    action.setEnabled(action in left)

    def set_state(
        self,
        *,
        has_unit: bool,
        has_plan: bool,
        planning: bool,
        why_not_published: str,
        read_only: bool = False,
        concealed: bool = False,
    ) -> None:
        """Enables what can be done now; nothing that writes where the vault is open to read only.

        ``why_not_published`` says why the shown version can't be. What shows or writes names in full asks
        first to show them, while they are concealed.
        """
        self.import_unit.setEnabled(not has_unit and not read_only)
        printed = has_plan and not planning
        for action, offered in (
            (self.import_table, has_unit and not read_only),
            (self.export_table, has_unit),
            *((each, each in self._offered) for each in (self.audit, self.retention, self.export)),
            (self.print, printed),
            (self.pdf, printed),
        ):
            action.setEnabled(offered and not concealed)
            action.setVisible(not (offered and concealed))
            instead = self._instead[action]
            instead.setEnabled(offered and concealed)
            instead.setVisible(offered and concealed)
        self.plan.setEnabled(has_unit and not planning and not read_only)
        self.new_session.setEnabled(has_plan and not planning and not read_only)
        self.publish.setEnabled(not why_not_published)
        self.publish.setToolTip(tooltip(why_not_published))
        self.publish.setStatusTip(why_not_published)
        self._week.setToolTipsVisible(bool(why_not_published))
        self.stop.setEnabled(planning)
        self.history.setEnabled(has_unit)
        self.copy_week.setEnabled(has_plan)
        for action in (self.previous, self.next, self.this):
            action.setEnabled(has_unit and not planning)
        for action in (self.search, self.conceal, self.zoom_in, self.zoom_out, self.zoom_reset):
            action.setEnabled(has_unit)

    def offer_vault(
        self, *, keys: bool, backups: bool, erasure: bool, export: bool, trail: bool, note: str = ""
    ) -> None:
        """Enables what can be done with the vault at all. ``note`` says why the rest is not offered."""
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.keys.setEnabled(keys)
        self._offered = {
            action
            for action, offered in ((self.audit, trail), (self.retention, erasure), (self.export, export))
            if offered
        }
        for action in (self.back_up, self.backups, self.restore):
            action.setEnabled(backups)

    def _stand_in_for(self, action: QAction) -> None:
        """What stands in an action's place while names are concealed."""
        instead = QAction(action.text(), self)
        instead.setShortcuts(action.shortcuts())
        instead.setVisible(False)
        instead.setEnabled(False)
        instead.triggered.connect(partial(self.names_wanted.emit, action))
        (menu,) = (each for each in (self._file, self._vault) if action in each.actions())
        menu.insertAction(action, instead)
        self._instead[action] = instead

    def instead_of(self, action: QAction) -> QAction:
        """What stands in the place of an action while names are concealed."""
        return self._instead[action]

    def _add(self, menu: QMenu, text: str, shortcut: QKeySequence | None = None) -> QAction:
        action = menu.addAction(text)
        if shortcut is not None:
            action.setShortcut(shortcut)
        return action
