"""The backups: where they are put, which there are, making one, trying one, restoring one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPushButton,
    QWidget,
)

from desktop.services.backups import BackupNote, Backups
from desktop.ui.backup.keeper import BackupKeeper
from desktop.ui.backup.restore_dialog import drill_dialog, restore_dialog
from desktop.ui.backup.words import note_words, state_words
from desktop.ui.theme import GRID
from desktop.ui.widgets.background import in_background
from desktop.ui.widgets.boxes import column, frame, row
from desktop.ui.widgets.sizes import open_in
from desktop.ui.widgets.text import heading, label, restyle

_NOTE = Qt.ItemDataRole.UserRole


class BackupDialog(QDialog):
    """Accepted where a backup is ready to take the vault's place, which the caller then lets happen."""

    def __init__(
        self,
        backups: Backups,
        keeper: BackupKeeper,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("guide", "backup")
        self._backups = backups
        self._keeper = keeper
        self._today = today
        self.setWindowTitle(self.tr("Backups"))
        open_in(self, 680, 520)
        self.state = label("", wrap=True)
        self._state_box = frame("calm")
        self.folder = label("", wrap=True)
        self.change = QPushButton(self.tr("Choose another folder …"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Backups in the folder"))
        self.make = QPushButton(self.tr("Back up now"))
        self.drill = QPushButton(self.tr("Try to restore …"))
        self.restore = QPushButton(self.tr("Restore …"))
        self.kept = label("", "muted", wrap=True)
        self.remove_kept = QPushButton(self.tr("Remove it"))
        self._build()
        keeper.changed.connect(self._refresh)
        self._refresh()

    @Slot()
    def ask_for_folder(self) -> None:
        """Lets somebody say where backups are put from now on."""
        name = QFileDialog.getExistingDirectory(
            self, self.tr("Where backups are put"), str(self._backups.folder)
        )
        if name:
            self.use_folder(Path(name))

    def use_folder(self, folder: Path) -> None:
        """Puts backups into a folder from now on, the first at once."""
        if self._backups.choose_folder(folder):
            self._keeper.make()
        else:
            self.state.setText(self.tr("That folder can't be written to. Backups go where they went before."))
            self._look("problem")

    def chosen(self) -> BackupNote | None:
        """The backup that is marked in the list."""
        notes = [item.data(_NOTE) for item in self.list.selectedItems()]
        return notes[0] if notes else None

    def _build(self) -> None:
        box = column(self, margin=GRID * 3, gap=GRID)
        box.addWidget(heading(self.tr("Backups"), 2))
        about = self.tr(
            "Each is one encrypted file with everything in it. It is made once a day and before a new "
            "version changes the vault; the last 14 are kept. It opens with the passphrase or the recovery "
            "key of its day, here or on another PC."
        )
        box.addWidget(label(about, "muted", wrap=True))
        column(self._state_box, margin=GRID).addWidget(self.state)
        box.addWidget(self._state_box)
        line = row(gap=GRID)
        line.addWidget(self.folder, 1)
        line.addWidget(self.change)
        box.addLayout(line)
        box.addWidget(self.list, 1)
        kept = row(gap=GRID)
        kept.addWidget(self.kept, 1)
        kept.addWidget(self.remove_kept)
        box.addLayout(kept)
        foot = row(gap=GRID)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.reject)
        foot.addWidget(self.restore)
        foot.addWidget(self.drill)
        foot.addStretch(1)
        foot.addWidget(close)
        foot.addWidget(self.make)
        box.addLayout(foot)
        self.make.setProperty("look", "primary")
        for button in (self.change, self.drill, self.restore, self.remove_kept, close, self.make):
            button.setAutoDefault(False)
        self.make.setDefault(True)
        self.change.clicked.connect(self.ask_for_folder)
        self.make.clicked.connect(self._keeper.make)
        self.drill.clicked.connect(self._drill)
        self.restore.clicked.connect(self.ask_to_restore)
        self.remove_kept.clicked.connect(self._remove_kept)
        self.list.currentItemChanged.connect(self._on_chosen)
        self.list.setFocus()

    @Slot()
    def _refresh(self) -> None:
        busy, state = self._keeper.busy, self._keeper.state
        if busy or state is None:
            self.state.setText(self.tr("A backup is being made …"))
            self._look("calm")
        else:
            self.state.setText(state_words(state, self._today()))
            self._look("problem" if state.fault is not None or state.last is None else "calm")
        where = str(self._backups.folder)
        if self._backups.on_this_pc:
            where = self.tr(
                "In the vault's own folder: lost with this PC. Choose a folder elsewhere, such as a network "
                "drive."
            )
        self.folder.setText(where)
        self.make.setEnabled(not busy)
        kept = self._backups.kept_vaults()
        self.kept.setText(
            self.tr("What was in the vault before it was restored is still kept beside it.") if kept else ""
        )
        self.kept.setVisible(kept > 0)
        self.remove_kept.setVisible(kept > 0)
        if not busy:
            in_background(self._backups.listed, self._listed)

    @Slot(object)
    def _listed(self, notes: object) -> None:
        self.list.clear()
        for note in notes if isinstance(notes, tuple) else ():
            item = QListWidgetItem(note_words(note))
            item.setData(_NOTE, note)
            self.list.addItem(item)
        if self.list.count():
            self.list.setCurrentRow(0)
        self._on_chosen()

    @Slot()
    def _on_chosen(self) -> None:
        note = self.chosen()
        self.drill.setEnabled(note is not None and note.whole)

    @Slot()
    def _drill(self) -> None:
        note = self.chosen()
        if note is not None:
            dialog = drill_dialog(self._backups.drill, note.path, self)
            dialog.exec()
            dialog.deleteLater()

    @Slot()
    def ask_to_restore(self) -> None:
        """Lets somebody choose a backup and restores it."""
        note = self.chosen()
        path = note.path if note is not None and note.whole else None
        dialog = restore_dialog(self._backups.restore, self._backups.folder, path, self)
        done = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if done:
            self.accept()

    @Slot()
    def _remove_kept(self) -> None:
        text = self.tr("Remove what was in the vault before it was restored? It can't be brought back.")
        box = QMessageBox(QMessageBox.Icon.Question, self.windowTitle(), "", parent=self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(text)
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No)
        box.setDefaultButton(QMessageBox.StandardButton.No)
        if box.exec() == QMessageBox.StandardButton.Yes:
            self._backups.remove_kept_vaults()
            self._refresh()

    def _look(self, look: str) -> None:
        self._state_box.setProperty("look", look)
        restyle(self._state_box)
        restyle(self.state)
