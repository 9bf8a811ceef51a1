"""The commands of the menu Vault, and the line above the window's content that tells of its backups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from desktop.ui.backup.keeper import BackupKeeper
from desktop.ui.backup.line import BackupLine
from desktop.ui.context import WindowContext
from desktop.ui.menus import Menus
from desktop.ui.widgets.remembered import remember_size

if TYPE_CHECKING:
    from desktop.domain.unit import Unit
    from desktop.ui.backup.dialog import BackupDialog
    from desktop.ui.retention.dialog import RetentionDialog


class VaultCommands(QObject):
    """What can be done with the vault of ``context`` from ``window``.

    ``lock_asked`` is sent when somebody wants to lock it, ``erased`` when somebody was erased.
    ``keeper`` makes the day's backup; None while the vault is locked and where no backups are made.
    """

    lock_asked = Signal()
    erased = Signal()

    def __init__(self, context: WindowContext, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        self.keeper: BackupKeeper | None = None
        self.backup_line: BackupLine | None = None
        self.open(context)

    def open(self, context: WindowContext) -> None:
        """From now on the commands are about the vault of ``context``."""
        self.close()
        self._context = context
        if context.backups is not None:
            self.keeper = BackupKeeper(context.backups, context.clock, self)

    def close(self) -> None:
        """No backup is made of a locked vault: the one before was made when it was last opened."""
        if self.keeper is not None:
            self.keeper.deleteLater()
        self.keeper = None

    def look(self) -> None:
        """Makes the day's backup where it is missing."""
        if self.keeper is not None:
            self.keeper.look()

    def connect_menus(self, menus: Menus) -> None:
        """Joins the menu Vault with what is done here; offers what can be done with this vault."""
        context = self._context
        if context.demo:
            menus.never_lock()
        else:
            menus.add_lock_minutes(context.settings.lock_minutes, self._choose_lock_minutes)
        for action, act in (
            (menus.lock, self.lock_asked),
            (menus.keys, self.open_keys),
            (menus.back_up, self.back_up),
            (menus.backups, self.open_backups),
            (menus.restore, self.restore_backup),
            (menus.export, self.export_everything),
            (menus.retention, self.open_retention),
            (menus.audit, self.open_audit),
        ):
            action.triggered.connect(act)
        menus.offer_vault(
            keys=context.keys is not None,
            backups=self.keeper is not None,
            erasure=context.eraser is not None,
            export=context.export is not None,
            trail=context.trail is not None,
            note=self._why_not_all(),
        )

    def new_backup_line(self) -> BackupLine | None:
        """When the last good backup was made; None where none are made."""
        self.backup_line = None
        if self.keeper is not None:
            self.backup_line = BackupLine(self.keeper, self._context.clock)
            self.backup_line.asked.connect(self.open_backups)
        return self.backup_line

    @Slot()
    def open_keys(self) -> None:
        """Shows the ways to open the vault."""
        from desktop.ui.keys.dialog import KeysDialog

        if self._context.keys is not None:
            self._show(KeysDialog(self._context.keys, self._window))

    @Slot()
    def open_audit(self) -> None:
        """Shows the audit trail."""
        from desktop.ui.audit.dialog import AuditDialog

        if self._context.trail is not None:
            self._show(AuditDialog(self._context.trail, self._unit(), self._window, self._context.settings))

    @Slot()
    def back_up(self) -> None:
        """Makes a backup now."""
        if self.keeper is not None:
            self.keeper.make()

    @Slot()
    def open_backups(self) -> None:
        """Shows the backups: where, which, making, trying and restoring one."""
        dialog = self.backup_dialog()
        if dialog is not None:
            self._reopen_if(dialog)

    def backup_dialog(self) -> BackupDialog | None:
        """The backups; None where none are made."""
        from desktop.ui.backup.dialog import BackupDialog

        if self._context.backups is None or self.keeper is None:
            return None
        dialog = BackupDialog(self._context.backups, self.keeper, self._context.clock.today, self._window)
        remember_size(dialog, "backups", self._context.settings)
        return dialog

    @Slot()
    def restore_backup(self) -> None:
        """Restores a backup that somebody chooses; the vault then opens anew."""
        from desktop.ui.backup.restore_dialog import restore_dialog

        backups = self._context.backups
        if backups is not None:
            self._reopen_if(restore_dialog(backups.restore, backups.folder, parent=self._window))

    @Slot()
    def export_everything(self) -> None:
        """Writes everything to a plain file, for a reason that is recorded."""
        from desktop.ui.backup.export_dialog import ExportDialog

        if self._context.export is not None:
            self._show(ExportDialog(self._context.export, self._window))

    @Slot()
    def open_retention(self) -> None:
        """Shows what is due for erasure, the rules, and one person's rights."""
        dialog = self.retention_dialog()
        if dialog is not None:
            self._show(dialog)
            if self.keeper is not None:
                self.keeper.refresh()

    def retention_dialog(self) -> RetentionDialog | None:
        """Retention and erasure; None where nothing can be erased."""
        from desktop.ui.retention.dialog import RetentionDialog

        context = self._context
        if context.eraser is None or context.write_access is None:
            return None
        dialog = RetentionDialog(
            context.store, context.eraser, context.clock, context.write_access, context.backups, self._window
        )
        dialog.erased.connect(self.erased)
        remember_size(dialog, "retention", context.settings)
        return dialog

    def _why_not_all(self) -> str:
        if self._context.read_only:
            return self.tr("Open read-only: keys, backups and erasure wait for whoever has the vault")
        if self._context.demo:
            return self.tr("The demo has no keys and no backups of its own")
        return ""

    def _show(self, dialog: QDialog) -> bool:
        """Runs a dialog until it is closed; whether it was accepted."""
        done = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return done

    def _reopen_if(self, dialog: QDialog) -> None:
        """Runs a dialog; where a backup is then ready to take the vault's place, lets it."""
        if self._show(dialog):
            # The restored vault gets its place when this one is closed and somebody opens it anew.
            self.lock_asked.emit()

    def _unit(self) -> Unit | None:
        with self._context.store.begin() as work:
            return None if work.is_empty() else work.unit()

    def _choose_lock_minutes(self, minutes: int) -> None:
        self._context.settings.lock_minutes = minutes
        self._context.settings.save()
