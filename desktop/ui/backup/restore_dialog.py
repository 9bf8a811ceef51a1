"""Opening a backup with the passphrase or the recovery key: to restore it, or to see whether that would
work."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QProgressBar, QPushButton, QWidget

from desktop.services.backups import DrillResult, RestoreAnswer
from desktop.ui.backup.words import answer_words, drill_words
from desktop.ui.secret_fields.passphrase_edit import PassphraseEdit
from desktop.ui.theme import GRID
from desktop.ui.widgets.background import in_background
from desktop.ui.widgets.boxes import column, frame, row
from desktop.ui.widgets.text import heading, label, restyle

Answer = RestoreAnswer | DrillResult
translate = QCoreApplication.translate


class OpenBackupDialog(QDialog):
    """Asks for a file and what opens it. ``act`` runs outside the window's thread; accepted once it is done.

    Where ``act`` is a trial, its result is shown and the dialog stays.
    """

    def __init__(
        self,
        act: Callable[[Path, str], Answer],
        texts: tuple[str, str, str],
        path: Path | None = None,
        folder: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``texts``: the title, what happens, and the button's."""
        super().__init__(parent)
        self.setProperty("guide", "backup")
        self._act = act
        self._path = path
        self._folder = folder
        self._busy = False
        title, intro, button = texts
        self.setWindowTitle(title)
        self.setMinimumWidth(560)
        self.file = label("", wrap=True)
        self.choose = QPushButton(self.tr("Choose a backup …"))
        self.secret = PassphraseEdit(self.tr("Passphrase or recovery key"))
        self.message = label("", wrap=True)
        self._message_box = frame("calm")
        self._working = QProgressBar()
        # How long a key takes to work out, and a database to be copied, nobody knows beforehand.
        self._working.setRange(0, 0)
        self._working.setTextVisible(False)
        self._working.setAccessibleName(self.tr("Working …"))
        self.ok = QPushButton(button)
        self.cancel = QPushButton(self.tr("Close"))
        self._build(title, intro)
        self._show()
        (self.choose if path is None else self.secret).setFocus()

    @Slot()
    def reject(self) -> None:
        """Gives up, but not in the middle of it."""
        if not self._busy:
            self.secret.clear()
            super().reject()

    def take_file(self, path: Path) -> None:
        """Takes a backup as if it had been chosen."""
        self._path = path
        self._message_box.hide()
        self._show()

    @Slot()
    def ask_for_file(self) -> None:
        """Lets somebody choose a backup."""
        name, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Choose a backup"),
            "" if self._folder is None else str(self._folder),
            self.tr("Backups (*.backup);;All files (*)"),
        )
        if name:
            self.take_file(Path(name))

    def _build(self, title: str, intro: str) -> None:
        box = column(self, margin=GRID * 3, gap=GRID)
        box.addWidget(heading(title, 2))
        box.addWidget(label(intro, "muted", wrap=True))
        box.addSpacing(GRID)
        line = row(gap=GRID)
        line.addWidget(self.file, 1)
        line.addWidget(self.choose)
        box.addLayout(line)
        name = label(self.tr("&Passphrase or recovery key of that day"))
        name.setBuddy(self.secret)
        box.addWidget(name)
        box.addWidget(self.secret)
        column(self._message_box, margin=GRID).addWidget(self.message)
        box.addWidget(self._message_box)
        self._message_box.hide()
        box.addStretch(1)
        self._working.hide()
        foot = row(gap=GRID)
        foot.addWidget(self._working, 1)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.ok)
        box.addSpacing(GRID)
        box.addLayout(foot)
        self.ok.setProperty("look", "primary")
        self.ok.setDefault(True)
        for button in (self.choose, self.cancel):
            button.setAutoDefault(False)
        self.choose.clicked.connect(self.ask_for_file)
        self.cancel.clicked.connect(self.reject)
        self.ok.clicked.connect(self._try)
        self.secret.textChanged.connect(self._show)

    @Slot()
    def _show(self) -> None:
        self.file.setText(self.tr("No backup is chosen.") if self._path is None else self._path.name)
        self.ok.setEnabled(self._path is not None and bool(self.secret.text()) and not self._busy)

    @Slot()
    def _try(self) -> None:
        if self._path is None or self._busy:
            return
        self._set_busy(True)
        in_background(partial(self._act, self._path, self.secret.text()), self._answered)

    @Slot(object)
    def _answered(self, answer: object) -> None:
        self._set_busy(False)
        if answer is RestoreAnswer.DONE:
            self.secret.clear()
            self.accept()
            return
        if isinstance(answer, DrillResult):
            fine = answer.answer is RestoreAnswer.DONE
            if fine:
                self.secret.clear()
            self._tell(drill_words(answer), "calm" if fine else "problem")
        elif isinstance(answer, RestoreAnswer):
            self._tell(answer_words(answer), "problem")
        self.secret.setFocus()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._working.setVisible(busy)
        for widget in (self.choose, self.secret, self.cancel):
            widget.setEnabled(not busy)
        self._show()

    def _tell(self, text: str, look: str) -> None:
        self.message.setText(text)
        self._message_box.setProperty("look", look)
        restyle(self._message_box)
        restyle(self.message)
        self._message_box.show()


def restore_dialog(
    act: Callable[[Path, str], RestoreAnswer],
    folder: Path | None = None,
    path: Path | None = None,
    parent: QWidget | None = None,
) -> OpenBackupDialog:
    """Asks for a backup to restore."""
    texts = (
        translate("Backup", "Restore a backup"),
        translate(
            "Backup",
            "The backup takes the place of the vault here. What is in the vault now is kept beside it, "
            "until you say that it may go. Afterwards the vault opens as it did when the backup was made.",
        ),
        translate("Backup", "Restore"),
    )
    return OpenBackupDialog(act, texts, path, folder, parent)


def drill_dialog(
    act: Callable[[Path, str], DrillResult], path: Path, parent: QWidget | None = None
) -> OpenBackupDialog:
    """Asks for what opens a backup, and says whether it could be restored."""
    texts = (
        translate("Backup", "Try to restore"),
        translate(
            "Backup",
            "The backup is restored into a temporary folder, which goes again, and compared with the vault "
            "entry by entry. Type what you would type on another PC: so you know that it works.",
        ),
        translate("Backup", "Try it"),
    )
    return OpenBackupDialog(act, texts, path, path.parent, parent)
