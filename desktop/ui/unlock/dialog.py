"""Making a vault on the first start, unlocking it later."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop.ui.context import Door, DoorAnswer
from desktop.ui.theme import GRID
from desktop.ui.unlock.countdown import Countdown
from desktop.ui.unlock.holder_note import HolderNote
from desktop.ui.unlock.passphrase_edit import PassphraseEdit
from desktop.ui.unlock.strength import LEAST_LENGTH, Strength, strength
from desktop.ui.widgets.background import in_background
from desktop.ui.widgets.boxes import column, frame, row
from desktop.ui.widgets.icons import app_icon, pixmap
from desktop.ui.widgets.text import heading, label, restyle

LONGEST_NAME = 80


class UnlockDialog(QDialog):
    """Accepted once the door is open; rejected where the user gives up.

    ``embedded``: it is a part of a window, which tells what it is for and can't be given up.
    """

    def __init__(self, door: Door, parent: QWidget | None = None, *, embedded: bool = False) -> None:
        super().__init__(parent)
        self._embedded = embedded
        if embedded:
            self.setWindowFlags(Qt.WindowType.Widget)
        self._door = door
        self._new = not door.exists()
        self._busy = False
        self._open = False
        self.setWindowTitle(self.tr("Sikkerplan"))
        self.setWindowIcon(app_icon())
        self.setMinimumWidth(560)
        self.first = PassphraseEdit(self.tr("Passphrase"))
        self.second = PassphraseEdit(self.tr("Passphrase once more"))
        self.name = QLineEdit(door.given_name())
        self.name.setAccessibleName(self.tr("Your name"))
        self.name.setMaxLength(LONGEST_NAME)
        self._strength = QProgressBar()
        self.strength_text = label("", "muted", wrap=True)
        self.caps = label(self.tr("Caps Lock seems to be on."), "warn")
        self.message = label("", wrap=True)
        self._message_box = frame("calm")
        self._working = label(self.tr("Working out the key …"), "muted")
        self.ok = QPushButton(self.tr("Make the vault") if self._new else self.tr("Unlock"))
        self.cancel = QPushButton(self.tr("Quit"))
        self.countdown = Countdown(door)
        self.holder_note = HolderNote(door)
        self._build()
        self._judge()
        self.first.setFocus()

    @property
    def busy(self) -> bool:
        """Whether a key is being worked out."""
        return self._busy

    @Slot()
    def reject(self) -> None:
        """Gives up, but not while the key is being worked out."""
        if not self._busy and not self._embedded:
            super().reject()

    def _build(self) -> None:
        outer = row(self, margin=0 if self._embedded else GRID * 4, gap=GRID * 3)
        box = column()
        if not self._embedded:
            sign = QLabel()
            sign.setPixmap(pixmap("sikkerplan", "#000000", 48, self.devicePixelRatioF()))
            outer.addWidget(sign, alignment=Qt.AlignmentFlag.AlignTop)
            title = self.tr("Make the vault") if self._new else self.tr("Unlock the vault")
            box.addWidget(heading(title, 3))
            box.addWidget(label(self._intro(), "muted", wrap=True))
            box.addSpacing(GRID)
        outer.addLayout(box, 1)
        box.addWidget(self.holder_note)
        self._add_field(box, self.tr("&Passphrase"), self.first)
        if self._new:
            self._add_strength(box)
            self._add_field(box, self.tr("Passphrase &once more"), self.second)
        self._add_field(box, self.tr("Your &name, for the audit trail"), self.name)
        if not self._new and not self.name.text():
            self.name.setPlaceholderText(self.tr("The same as last time"))
        box.addWidget(self.caps)
        inner = row(self._message_box, margin=GRID)
        inner.addWidget(self.message)
        box.addWidget(self._message_box)
        self._message_box.hide()
        box.addWidget(self.countdown)
        box.addStretch(1)
        self._add_buttons(box)
        self.caps.setVisible(False)
        for edit in (self.first, self.second):
            edit.textChanged.connect(self._judge)
            edit.caps_lock.connect(self.caps.setVisible)
        self.countdown.over.connect(self._allow)
        self.holder_note.changed.connect(self._allow)
        self.countdown.look()
        self.name.textChanged.connect(self._judge)

    def _intro(self) -> str:
        if self._new:
            return self.tr(
                "Everything about the unit is kept encrypted in a vault on this computer. Choose a "
                "passphrase of at least %1 characters, such as four or five words that do not belong "
                "together. Nobody can open the vault without it, so keep it in a safe place."
            ).replace("%1", str(LEAST_LENGTH))
        return self.tr("The unit's data is kept encrypted on this computer.")

    def _add_field(self, box: QVBoxLayout, text: str, edit: QLineEdit) -> None:
        name = label(text)
        name.setBuddy(edit)
        box.addWidget(name)
        box.addWidget(edit)

    def _add_strength(self, box: QVBoxLayout) -> None:
        self._strength.setRange(0, int(Strength.STRONG))
        self._strength.setTextVisible(False)
        self._strength.setAccessibleName(self.tr("Strength of the passphrase"))
        box.addWidget(self._strength)
        box.addWidget(self.strength_text)
        box.addSpacing(GRID)

    def _add_buttons(self, box: QVBoxLayout) -> None:
        self._working.setVisible(False)
        self.ok.setProperty("look", "primary")
        self.ok.setDefault(True)
        self.cancel.setAutoDefault(False)
        self.cancel.setVisible(not self._embedded)
        self.ok.clicked.connect(self._try)
        self.cancel.clicked.connect(self.reject)
        buttons = row()
        buttons.addWidget(self._working, 1)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.ok)
        box.addSpacing(GRID)
        box.addLayout(buttons)

    @Slot()
    def _judge(self) -> None:
        """Says how strong a new passphrase is, and whether the two agree."""
        if self._open:
            self.ok.setEnabled(bool(self.name.text().strip()))
            return
        self._message_box.hide()
        first, second = self.first.text(), self.second.text()
        if not self._new:
            self._allow()
            return
        found = strength(first)
        self._strength.setValue(int(found))
        self.strength_text.setText(self._strength_words(first, found))
        differ = bool(second) and not first.startswith(second)
        if differ:
            self._tell(self.tr("The two passphrases are not the same."))
        self.ok.setEnabled(found is not Strength.SHORT and first == second and not self._busy)

    @Slot()
    def _allow(self) -> None:
        """Lets a passphrase be tried once there is one and nobody has to wait, and says for what."""
        if not self._new and not self._open:
            read_only = self.holder_note.held
            self.ok.setText(self.tr("Open read-only") if read_only else self.tr("Unlock"))
            self.ok.setEnabled(bool(self.first.text()) and not self._busy and not self.countdown.waiting)

    def _strength_words(self, passphrase: str, found: Strength) -> str:
        if not passphrase:
            return self.tr("At least %1 characters.").replace("%1", str(LEAST_LENGTH))
        if found is Strength.SHORT:
            missing = LEAST_LENGTH - len(passphrase)
            return self.tr("Too short: %1 more needed.").replace("%1", str(missing))
        return {
            Strength.WEAK: self.tr("Weak: easy to guess. Another word or two would help."),
            Strength.FAIR: self.tr("Fair. One more word would make it strong."),
            Strength.STRONG: self.tr("Strong."),
        }[found]

    @Slot()
    def _try(self) -> None:
        if self._busy or not self.ok.isEnabled():
            return
        self._door.give_name(self.name.text())
        if self._open:
            self.accept()
            return
        passphrase = self.first.text()
        self._set_busy(True)
        act = self._door.create if self._new else self._door.unlock
        if self.holder_note.held:
            act = self._door.unlock_read_only
        in_background(partial(act, passphrase), self._answered)

    @Slot(object)
    def _answered(self, answer: object) -> None:
        self._set_busy(False)
        if answer is DoorAnswer.OPEN:
            for edit in (self.first, self.second):
                edit.clear()
            if self._door.given_name():
                self.accept()
            else:
                self._ask_for_name()
            return
        self.holder_note.look()
        self.countdown.look()
        self._allow()
        # Who has the vault, and how long to wait, is told already.
        told = answer is DoorAnswer.WAIT or (answer is DoorAnswer.IN_USE and self.holder_note.held)
        if not told:
            calm = answer is DoorAnswer.WRONG_PASSPHRASE
            self._tell(self._answer_words(answer), "calm" if calm else "problem")
        self.first.setFocus()
        self.first.selectAll()

    def _ask_for_name(self) -> None:
        """The vault is open, but nobody of this name has worked in it yet."""
        self._open = True
        for edit in (self.first, self.second):
            edit.setEnabled(False)
        self.ok.setText(self.tr("Continue"))
        self._tell(self.tr("Who are you? Your name is kept with everything that you change, read or print."))
        self.name.setPlaceholderText("")
        self.name.setFocus()
        self._judge()

    def _answer_words(self, answer: object) -> str:
        if answer is DoorAnswer.WRONG_PASSPHRASE:
            return self.tr(
                "This passphrase does not open the vault. Nothing has happened to the "
                "data: you can try again."
            )
        if answer is DoorAnswer.DAMAGED:
            return self.tr(
                "The vault's files are damaged or belong to another version. Nothing has been changed. "
                "Restore them from a backup."
            )
        if answer is DoorAnswer.IN_USE:
            return self.tr("The vault is already open in another window of Sikkerplan.")
        if self._new:
            return self.tr("The vault could not be made. Is there room on the disk, and may you write there?")
        return self.tr("The vault could not be opened. Can its folder be read?")

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._working.setVisible(busy)
        for widget in (self.first, self.second, self.name, self.ok, self.cancel):
            widget.setEnabled(not busy)

    def _tell(self, text: str, look: str = "calm") -> None:
        self.message.setText(text)
        self._message_box.setProperty("look", look)
        restyle(self._message_box)
        restyle(self.message)
        self._message_box.show()
