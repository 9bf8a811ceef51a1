"""The window: it joins the pages, the menu and the commands, and knows nothing of how they work."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QMainWindow, QMenuBar, QPushButton, QWidget

from desktop.domain.unit import Unit
from desktop.qt.settings import Settings
from desktop.ui.about.dialog import AboutDialog
from desktop.ui.audit.dialog import AuditDialog
from desktop.ui.backup.dialog import BackupDialog
from desktop.ui.backup.export_dialog import ExportDialog
from desktop.ui.backup.keeper import BackupKeeper
from desktop.ui.backup.line import BackupLine
from desktop.ui.backup.restore_dialog import restore_dialog
from desktop.ui.context import Alarm, Door, LockReason, WindowContext
from desktop.ui.keys.dialog import KeysDialog
from desktop.ui.lock.page import LockPage
from desktop.ui.lock.state import Locked, Shown
from desktop.ui.lock.windows import put_away_all_but
from desktop.ui.menus import Menus
from desktop.ui.prints.dialog import PrintDialog
from desktop.ui.retention.dialog import RetentionDialog
from desktop.ui.theme import GRID
from desktop.ui.unlock.words import holder_text
from desktop.ui.week.desk import Desk
from desktop.ui.week.page import WeekPage
from desktop.ui.welcome.page import WelcomePage
from desktop.ui.widgets.boxes import column, frame, row
from desktop.ui.widgets.icons import app_icon
from desktop.ui.widgets.text import label

translate = QCoreApplication.translate

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

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        self._context = context
        self._stale = False
        self._locked: Locked | None = None
        self.desk = self._new_desk()
        self.welcome: WelcomePage | None = None
        self.week: WeekPage | None = None
        self.lock_page: LockPage | None = None
        self.banner: QWidget | None = None
        self.reading: QWidget | None = None
        self.backup_line: BackupLine | None = None
        self.keeper = self._new_keeper()
        self.menus = self._new_menus()
        self.setWindowIcon(app_icon())
        self.setMinimumSize(1000, 640)
        self.resize(1280, 720)
        if context.settings.geometry is not None:
            self.restoreGeometry(context.settings.geometry)
        if self._has_unit():
            self.desk.reload()
        self._build()
        if self.keeper is not None:
            self.keeper.look()

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
        desk, week = self.desk, self.week
        shown = Shown.of(desk, week)
        self._remember()
        self._locked = Locked(door, reason, shown, desk.hold())
        self._change_desk()
        self._change_keeper(None)
        self._build()
        # At once: the computer may be about to sleep with this picture.
        middle, layout = self.centralWidget(), self.layout()
        if middle is not None and layout is not None:
            middle.show()
            layout.activate()
        self.repaint()
        if week is not None:
            week.flush_reads()

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
        self._change_desk()
        self._change_keeper(self._new_keeper())
        shown = locked.shown
        if self._has_unit():
            self.desk.show_week(shown.week)
            self.desk.show_number(shown.version)
            self.desk.choose(shown.session)
        self._build()
        if self.week is not None and shown.view is not None:
            self.week.show_view(shown.view)
        if locked.planning is not None:
            self.desk.take_up(locked.planning)
        if self.keeper is not None:
            self.keeper.look()

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
        if self.week is not None:
            self.week.flush_reads()
        self._remember()
        settings = self._context.settings
        settings.geometry = self.saveGeometry()
        settings.save()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange) and not self._stale:
            self._stale = True
            QTimer.singleShot(0, self, self._build)
        super().changeEvent(event)

    @Slot()
    def _build(self) -> None:
        self._stale = False
        if self.locked and self.unlocking:
            # Whoever waits for the key keeps the page that waits with them.
            self._stale = True
            QTimer.singleShot(BUSY_MS, self, self._build)
            return
        self._remember()
        self.menus = self._new_menus()
        self._connect_menus()
        self.welcome = self.week = self.lock_page = None
        content: QWidget
        if self._locked is not None:
            content = self.lock_page = self._new_lock_page(self._locked)
        elif self._has_unit():
            self.week = WeekPage(self._context, self.desk)
            if self._context.settings.splitter is not None:
                self.week.restore(self._context.settings.splitter)
            content = self.week
        else:
            self.welcome = WelcomePage(self._context)
            self.welcome.imported.connect(self._on_imported)
            content = self.welcome
        middle = QWidget()
        box = column(middle, gap=0)
        self.banner = self._banner(self.tr("Demo – fictional people")) if self._context.demo else None
        reading = self._context.read_only and not self.locked
        self.reading = self._banner(self._reading_text()) if reading else None
        for banner in (self.banner, self.reading):
            if banner is not None:
                box.addWidget(banner)
        self.backup_line = None
        if self.keeper is not None:
            self.backup_line = BackupLine(self.keeper, self._context.clock)
            self.backup_line.asked.connect(self.open_backups)
            box.addWidget(self.backup_line)
        if not self.locked:
            for alarm in self._context.alarms:
                box.addWidget(self._alarm(alarm))
        box.addWidget(content, 1)
        self.setCentralWidget(middle)
        if self.week is not None:
            self.week.bar.plan.setFocus()
        elif self.lock_page is not None:
            self.lock_page.setFocus()
        self._refresh()

    def _new_menus(self) -> Menus:
        """A menu bar of its own: the one before goes with all that it holds."""
        bar = QMenuBar()
        self.setMenuBar(bar)
        return Menus(bar)

    def _new_desk(self) -> Desk:
        desk = Desk(self._context, self)
        desk.changed.connect(self._refresh)
        desk.planning_changed.connect(self._refresh)
        return desk

    def _change_desk(self) -> None:
        """An empty desk in place of the one before, which goes with all that it holds."""
        self.desk.deleteLater()
        self.desk = self._new_desk()

    def _new_keeper(self) -> BackupKeeper | None:
        context = self._context
        return None if context.backups is None else BackupKeeper(context.backups, context.clock, self)

    def _change_keeper(self, keeper: BackupKeeper | None) -> None:
        """No backup is made of a locked vault: the one before was made when it was last opened."""
        if self.keeper is not None:
            self.keeper.deleteLater()
        self.keeper = keeper

    def _new_lock_page(self, locked: Locked) -> LockPage:
        page = LockPage(
            locked.door,
            locked.reason,
            planning=locked.planning is not None,
            passphrase=self._context.demo_passphrase,
        )
        page.unlocked.connect(self.unlocked)
        return page

    def _reading_text(self) -> str:
        told = self.tr("Open read-only: nothing can be changed here.")
        holder = self._context.holder
        return f"{told} {holder_text(holder)}" if holder is not None else told

    def _banner(self, text: str) -> QWidget:
        banner = frame("banner")
        line = row(banner)
        line.setContentsMargins(GRID * 2, 4, GRID * 2, 4)
        line.addWidget(label(text, wrap=True), 1)
        return banner

    def _alarm(self, alarm: Alarm) -> QWidget:
        """What the audit trail noticed; it stays until the window is closed."""
        told = frame("note" if alarm is Alarm.CLOCK_SET_BACK else "problem")
        line = row(told)
        line.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        text = {
            Alarm.CHANGES_MISSING: translate(
                "Alarm",
                "The last changes are missing: when the app or the computer ended, the database's log was "
                "damaged before it could be read. What was stored before them is whole. Vault > Audit trail "
                "tells how many entries there were; a backup may hold them.",
            ),
            Alarm.TAMPERED: self.tr(
                "The audit trail does not agree with what was kept of it outside the vault: an older copy of "
                "the vault was put in place, or entries were changed. See Vault > Audit trail > Verify."
            ),
            Alarm.CLOCK_SET_BACK: self.tr(
                "The computer's clock is behind the last entry of the audit trail. Is its date right?"
            ),
        }[alarm]
        line.addWidget(label(text, wrap=True), 1)
        if alarm is Alarm.CHANGES_MISSING and self._context.backups is not None:
            backups = QPushButton(translate("Alarm", "Backups …"))
            backups.setAutoDefault(False)
            backups.clicked.connect(self.open_backups)
            line.addWidget(backups)
        return told

    def _connect_menus(self) -> None:
        menus = self.menus
        menus.add_languages(self._language(), self._choose_language)
        menus.add_lock_minutes(self._context.settings.lock_minutes, self._choose_lock_minutes)
        menus.keys.setEnabled(self._context.keys is not None)
        for action, act in (
            (menus.import_unit, self._import),
            (menus.print, self.open_print),
            (menus.pdf, self.save_pdf),
            (menus.quit, self.close),
            (menus.plan, self.plan),
            (menus.stop, self.desk.stop),
            (menus.previous, self._go_back),
            (menus.next, self._go_on),
            (menus.this, self._go_home),
            (menus.search, self._search),
            (menus.zoom_in, self._zoom_in),
            (menus.zoom_out, self._zoom_out),
            (menus.zoom_reset, self._zoom_reset),
            (menus.lock, self.lock_asked),
            (menus.keys, self._open_keys),
            (menus.back_up, self._back_up),
            (menus.backups, self.open_backups),
            (menus.restore, self.restore_backup),
            (menus.export, self.export_everything),
            (menus.retention, self.open_retention),
            (menus.audit, self.open_audit),
            (menus.about, self._about),
        ):
            action.triggered.connect(act)
        menus.offer_vault(
            backups=self.keeper is not None,
            erasure=self._context.eraser is not None,
            export=self._context.export is not None,
        )

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

    @Slot()
    def open_audit(self) -> None:
        """Shows the audit trail."""
        if self._context.trail is not None:
            dialog = AuditDialog(self._context.trail, self._unit(), self)
            dialog.exec()
            dialog.deleteLater()

    def print_dialog(self) -> PrintDialog | None:
        """The print of the version on the board; None where there is none or it breaks a rule."""
        desk = self.desk
        if desk.prepared is None or desk.version is None or desk.report is None or not desk.report.clean:
            return None
        context = self._context
        dialog = PrintDialog(desk.prepared, desk.version, desk.report, context.settings, context.audit, self)
        dialog.saved.connect(self._tell_saved)
        return dialog

    @Slot()
    def open_backups(self) -> None:
        """Shows the backups: where, which, making, trying and restoring one."""
        dialog = self.backup_dialog()
        if dialog is not None:
            self._reopen_if(dialog)

    def backup_dialog(self) -> BackupDialog | None:
        """The backups; None where none are made."""
        if self._context.backups is None or self.keeper is None:
            return None
        return BackupDialog(self._context.backups, self.keeper, self._context.clock.today, self)

    @Slot()
    def restore_backup(self) -> None:
        """Restores a backup that somebody chooses; the vault then opens anew."""
        backups = self._context.backups
        if backups is not None:
            self._reopen_if(restore_dialog(backups.restore, backups.folder, parent=self))

    @Slot()
    def export_everything(self) -> None:
        """Writes everything to a plain file, for a reason that is recorded."""
        if self._context.export is not None:
            dialog = ExportDialog(self._context.export, self)
            dialog.exec()
            dialog.deleteLater()

    @Slot()
    def open_retention(self) -> None:
        """Shows what is due for erasure, the rules, and one person's rights."""
        dialog = self.retention_dialog()
        if dialog is not None:
            dialog.exec()
            dialog.deleteLater()
            if self.keeper is not None:
                self.keeper.refresh()

    def retention_dialog(self) -> RetentionDialog | None:
        """Retention and erasure; None where nothing can be erased."""
        context = self._context
        if context.eraser is None or context.write_access is None:
            return None
        dialog = RetentionDialog(
            context.store, context.eraser, context.clock, context.write_access, context.backups, self
        )
        dialog.erased.connect(self._on_erased)
        return dialog

    def _reopen_if(self, dialog: QDialog) -> None:
        """Runs a dialog; where a backup is then ready to take the vault's place, lets it."""
        done = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if done:
            # The restored vault gets its place when this one is closed and somebody opens it anew.
            self.lock_asked.emit()

    @Slot()
    def _on_erased(self) -> None:
        if self._has_unit():
            self.desk.reload()

    @Slot()
    def _back_up(self) -> None:
        if self.keeper is not None:
            self.keeper.make()

    def _has_unit(self) -> bool:
        with self._context.store.begin() as work:
            return not work.is_empty()

    def _unit(self) -> Unit | None:
        with self._context.store.begin() as work:
            return None if work.is_empty() else work.unit()

    def _language(self) -> str:
        return "da" if QLocale().language() is QLocale.Language.Danish else "en"

    def _choose_language(self, code: str) -> None:
        self._context.settings.language = code
        self._context.settings.save()
        self._context.set_language(code)

    def _choose_lock_minutes(self, minutes: int) -> None:
        self._context.settings.lock_minutes = minutes
        self._context.settings.save()

    def _remember(self) -> None:
        if self.week is not None:
            self._context.settings.splitter = self.week.state()

    @Slot()
    def _refresh(self) -> None:
        desk = self.desk
        if self.locked:
            self.menus.set_locked()
            return
        self.menus.audit.setEnabled(self._context.trail is not None)
        self.menus.set_state(
            has_unit=self.week is not None,
            has_plan=desk.version is not None and not desk.preview,
            clean=desk.report is not None and desk.report.clean,
            planning=desk.planning,
            read_only=self._context.read_only,
        )
        title = self.tr("Sikkerplan – demo") if self._context.demo else self.tr("Sikkerplan")
        self.setWindowTitle(title)

    @Slot(str)
    def _tell_saved(self, name: str) -> None:
        if self.week is not None:
            self.week.tell(self.tr("Saved as %1").replace("%1", name))

    @Slot()
    def _on_imported(self) -> None:
        self.desk.reload()
        self._build()

    @Slot()
    def _import(self) -> None:
        if self.welcome is not None:
            self.welcome.ask_for_file()

    @Slot()
    def _go_back(self) -> None:
        self.desk.show_week(self.desk.week.previous())

    @Slot()
    def _go_on(self) -> None:
        self.desk.show_week(self.desk.week.next())

    @Slot()
    def _go_home(self) -> None:
        self.desk.show_week(self.desk.this_week)

    @Slot()
    def _search(self) -> None:
        if self.week is not None:
            self.week.focus_search()

    @Slot()
    def _zoom_in(self) -> None:
        if self.week is not None:
            self.week.board.zoom_in()

    @Slot()
    def _zoom_out(self) -> None:
        if self.week is not None:
            self.week.board.zoom_out()

    @Slot()
    def _zoom_reset(self) -> None:
        if self.week is not None:
            self.week.board.zoom_reset()

    @Slot()
    def _open_keys(self) -> None:
        if self._context.keys is not None:
            dialog = KeysDialog(self._context.keys, self)
            dialog.exec()
            dialog.deleteLater()

    @Slot()
    def _about(self) -> None:
        dialog = AboutDialog(self)
        dialog.exec()
        dialog.deleteLater()
