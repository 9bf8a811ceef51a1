"""Making a vault on the first start, unlocking it later."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.services.keys import KeyringFault, SlotKind
from desktop.services.passphrases import LEAST_LENGTH
from desktop.services.recovery_text import MistypedRecoveryKey, recovery_secret
from desktop.ui.door import Door, DoorAnswer
from desktop.ui.keyring_words import keyring_words
from desktop.ui.secret_fields.new_passphrase import NewPassphrase
from desktop.ui.secret_fields.passphrase_edit import PassphraseEdit
from desktop.ui.secret_fields.recovery_edit import RecoveryEdit, mistyped_words
from desktop.ui.theme import GRID
from desktop.ui.unlock.countdown import Countdown
from desktop.ui.unlock.holder_note import HolderNote
from desktop.ui.unlock.words import answer_text
from desktop.ui.widgets.background import in_background, in_own_thread
from desktop.ui.widgets.boxes import column, frame, row
from desktop.ui.widgets.icons import app_icon, pixmap
from desktop.ui.widgets.text import heading, label, restyle

RESTORED = 2
"""The dialog's result where a backup was restored, and the vault is to be opened anew."""
LONGEST_NAME = 80


class UnlockDialog(QDialog):
    """Accepted once the door is open and it is known who works; rejected where the user gives up;
    ``RESTORED`` where a backup was restored.

    Where the keyring can open the vault it is asked at once, unless ``ask_keyring`` is False or somebody else
    has it open; meanwhile the passphrase can be typed all the same. ``embedded``: it is a part of a window,
    which tells what it is for and can't be given up.
    """

    def __init__(
        self,
        door: Door,
        parent: QWidget | None = None,
        *,
        ask_keyring: bool = True,
        embedded: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setProperty("guide", "keys-and-lock")
        self._embedded = embedded
        if embedded:
            self.setWindowFlags(Qt.WindowType.Widget)
        self._door = door
        self._new = not door.exists()
        self._ways = frozenset() if self._new else door.ways()
        self._busy = False
        self._asking = False
        self._open = False
        self.countdown = Countdown(door)
        self.holder_note = HolderNote(door)
        self._ask_at_once = ask_keyring and SlotKind.KEYRING in self._ways and not self.holder_note.held
        self._by_recovery = self._ways == {SlotKind.RECOVERY}
        self.setWindowTitle(self.tr("Sikkerplan"))
        self.setWindowIcon(app_icon())
        self.setMinimumWidth(560)
        self.new = NewPassphrase() if self._new else None
        self.first = PassphraseEdit(self.tr("Passphrase")) if self.new is None else self.new.first
        self.recovery = RecoveryEdit(self.tr("Recovery key"))
        self.name = QLineEdit(door.given_name())
        self.name.setAccessibleName(self.tr("Your name"))
        self.name.setMaxLength(LONGEST_NAME)
        self.caps = label(self.tr("Caps Lock seems to be on."), "warn")
        self.message = label("", wrap=True)
        self._message_box = frame("calm")
        self._working = label(self.tr("Working out the key …"), "muted")
        self.restore = QPushButton(self.tr("Restore a backup …"))
        self._field_name = label("")
        self._working = label("", "muted", wrap=True)
        self.keyring = QPushButton(self.tr("Open with the &keyring"))
        self.switch = QPushButton()
        self.ok = QPushButton(self.tr("Make the vault") if self._new else self.tr("Unlock"))
        self.cancel = QPushButton(self.tr("Quit"))
        self._build()
        self._show_way()
        self._judge()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._ask_at_once:
            self._ask_at_once = False
            self.ask_keyring()

    @property
    def busy(self) -> bool:
        """Whether a key is being worked out or asked for."""
        return self._busy or self._asking

    @Slot()
    def reject(self) -> None:
        """Gives up, but not while the key is being worked out."""
        if not self._busy and not self._embedded:
            super().reject()

    @Slot()
    def ask_keyring(self) -> None:
        """Asks the system's keyring to open the vault. It may ask somebody in turn."""
        if self._asking or self._busy:
            return
        self._asking = True
        self._door.give_name(self.name.text())
        self._message_box.hide()
        self._show_state()
        in_own_thread(self._door.unlock_by_keyring, self._keyring_answered)

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
        if self.new is not None:
            box.addWidget(self.new)
            self.new.changed.connect(self._judge)
        else:
            box.addWidget(self._field_name)
            for edit in (self.first, self.recovery):
                box.addWidget(edit)
                edit.textChanged.connect(self._judge)
        name = label(self.tr("Your &name, for the audit trail"))
        name.setBuddy(self.name)
        box.addWidget(name)
        box.addWidget(self.name)
        if not self._new and not self.name.text():
            self.name.setPlaceholderText(self.tr("The same as last time"))
        self.name.textChanged.connect(self._judge)
        box.addWidget(self.caps)
        inner = row(self._message_box, margin=GRID)
        inner.addWidget(self.message)
        box.addWidget(self._message_box)
        self._message_box.hide()
        box.addWidget(self.countdown)
        box.addStretch(1)
        self._add_buttons(box)
        self.caps.setVisible(False)
        self.countdown.over.connect(self._show_state)
        self.holder_note.changed.connect(self._show_state)
        self.countdown.look()
        for passphrase in (self.first, *([] if self.new is None else [self.new.second])):
            passphrase.caps_lock.connect(self.caps.setVisible)

    def _intro(self) -> str:
        if self._new:
            return self.tr(
                "Everything about the unit is kept encrypted in a vault on this computer. Choose a "
                "passphrase of at least %1 characters, such as four or five words that do not belong "
                "together. Without it the vault can't be opened, so print a recovery key afterwards, "
                "under Vault > Keys, and keep it in a safe place."
            ).replace("%1", str(LEAST_LENGTH))
        return self.tr("The unit's data is kept encrypted on this computer.")

    def _add_buttons(self, box: QVBoxLayout) -> None:
        self.ok.setProperty("look", "primary")
        self.ok.setDefault(True)
        for button in (self.cancel, self.keyring, self.switch):
            button.setAutoDefault(False)
        self.cancel.setVisible(not self._embedded)
        self.ok.clicked.connect(self._try)
        self.cancel.clicked.connect(self.reject)
        self.restore.setAutoDefault(False)
        self.restore.clicked.connect(self.ask_to_restore)
        # Where there is a vault that opens, its own menu restores; here it would only be in the way.
        self.restore.setVisible(self._new)
        self.keyring.clicked.connect(self.ask_keyring)
        self.switch.clicked.connect(self._switch)
        self.keyring.setVisible(SlotKind.KEYRING in self._ways)
        self.switch.setVisible({SlotKind.PASSPHRASE, SlotKind.RECOVERY} <= self._ways)
        others = row()
        others.addWidget(self.switch)
        others.addWidget(self.keyring)
        others.addStretch(1)
        box.addLayout(others)
        box.addWidget(self._working)
        box.addSpacing(GRID)
        buttons = row()
        buttons.addWidget(self.restore)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.ok)
        box.addLayout(buttons)

    @Slot()
    def ask_to_restore(self) -> None:
        """Lets somebody put a backup in the vault's place; then this asks for what opens it."""
        from desktop.ui.backup.restore_dialog import restore_dialog

        dialog = restore_dialog(self._door.restore, parent=self)
        done = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if done and self._embedded:
            # The page that it is a part of stays; what opens the backup now opens the vault.
            self._message_box.hide()
            self.restore.hide()
        elif done:
            self.done(RESTORED)

    @Slot()
    def _switch(self) -> None:
        self._by_recovery = not self._by_recovery
        self._message_box.hide()
        self._show_way()
        self._judge()

    def _show_way(self) -> None:
        """The field of the way that is chosen."""
        field: QLineEdit = self.recovery if self._by_recovery else self.first
        if self.new is None:
            self.first.setVisible(not self._by_recovery)
            self.recovery.setVisible(self._by_recovery)
            self._field_name.setText(
                self.tr("&Recovery key") if self._by_recovery else self.tr("&Passphrase")
            )
            self._field_name.setBuddy(field)
        self.switch.setText(
            self.tr("Use the pa&ssphrase") if self._by_recovery else self.tr("Use the &recovery key")
        )
        field.setFocus()

    @Slot()
    def _judge(self) -> None:
        """Says whether the two passphrases agree, and lets the button be pressed where it can help."""
        if self._open:
            self._show_state()
            return
        self._message_box.hide()
        if self.new is not None and self.new.differ:
            self._tell(self.tr("The two passphrases are not the same."))
        self._show_state()

    def _ready(self) -> bool:
        if self._open:
            return bool(self.name.text().strip())
        if self.new is not None:
            return self.new.passphrase is not None
        if self._by_recovery:
            return bool(self.recovery.text())
        return bool(self.first.text()) and not self.countdown.waiting

    @Slot()
    def _show_state(self) -> None:
        if not self._new and not self._open:
            read_only = self.holder_note.held and not self._by_recovery
            self.ok.setText(self.tr("Open read-only") if read_only else self.tr("Unlock"))
        self.ok.setEnabled(self._ready() and not self._busy)
        self.keyring.setEnabled(not self._asking and not self._busy and not self._open)
        self._working.setVisible(self._busy or self._asking)
        if self._busy:
            self._working.setText(self.tr("Working out the key …"))
        elif self._asking:
            self._working.setText(
                self.tr("Asking this computer's keyring … You can type the passphrase instead.")
                if not self._by_recovery
                else self.tr("Asking this computer's keyring …")
            )

    @Slot()
    def _try(self) -> None:
        if self._busy or not self.ok.isEnabled():
            return
        self._door.give_name(self.name.text())
        if self._open:
            self.accept()
            return
        if self._by_recovery:
            text = self.recovery.text()
            try:
                recovery_secret(text)
            except MistypedRecoveryKey as mistyped:
                self._tell(mistyped_words(mistyped))
                return
            act = partial(self._door.unlock_by_recovery, text)
        elif self._new:
            act = partial(self._door.create, self.first.text())
        elif self.holder_note.held:
            act = partial(self._door.unlock_read_only, self.first.text())
        else:
            act = partial(self._door.unlock, self.first.text())
        self._set_busy(True)
        in_background(act, self._answered)

    @Slot(object)
    def _answered(self, answer: object) -> None:
        self._set_busy(False)
        if answer is DoorAnswer.OPEN:
            self._leave()
            return
        self.restore.setVisible(self._new or answer is DoorAnswer.DAMAGED)
        self.holder_note.look()
        self.countdown.look()
        self._show_state()
        # Who has the vault, and how long to wait, is told already.
        told = answer is DoorAnswer.WAIT or (answer is DoorAnswer.IN_USE and self.holder_note.held)
        if not told:
            calm = answer in (DoorAnswer.WRONG_PASSPHRASE, DoorAnswer.WRONG_RECOVERY)
            self._tell(answer_text(answer, new=self._new), "calm" if calm else "problem")
        field: QLineEdit = self.recovery if self._by_recovery else self.first
        field.setFocus()
        field.selectAll()

    @Slot(object)
    def _keyring_answered(self, answer: object) -> None:
        self._asking = False
        if answer is DoorAnswer.OPEN and not self._busy:
            self._leave()
        elif isinstance(answer, KeyringFault):
            if self._by_recovery:
                self._tell(keyring_words(answer))
            else:
                self._tell(keyring_words(answer) + " " + self.tr("The passphrase opens the vault as always."))
        elif not self._busy:
            self._tell(answer_text(answer, new=self._new), "problem")
        self._show_state()

    def _leave(self) -> None:
        """The door is open; nothing typed stays in a field."""
        for edit in (self.first, self.recovery):
            edit.clear()
        if self.new is not None:
            self.new.clear()
        if not self.isVisible():
            return
        if self._door.given_name():
            self.accept()
        else:
            self._ask_for_name()

    def _ask_for_name(self) -> None:
        """The vault is open, but nobody of this name has worked in it yet."""
        self._open = True
        for widget in (self.first, self.recovery, self.switch):
            widget.setEnabled(False)
        if self.new is not None:
            self.new.setEnabled(False)
        self.ok.setText(self.tr("Continue"))
        self._tell(self.tr("Who are you? Your name is kept with everything that you change, read or print."))
        self.name.setPlaceholderText("")
        self.name.setFocus()
        self._judge()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        for widget in (self.first, self.recovery, self.name, self.switch, self.cancel):
            widget.setEnabled(not busy)
        if self.new is not None:
            self.new.setEnabled(not busy)
        self._show_state()

    def _tell(self, text: str, look: str = "calm") -> None:
        self.message.setText(text)
        self._message_box.setProperty("look", look)
        restyle(self._message_box)
        restyle(self.message)
        self._message_box.show()
