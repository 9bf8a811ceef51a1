"""Vault > Keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from desktop.services.keys import KeyAnswer, KeyOutcome, SlotKind
from desktop.ui.door import Keys
from desktop.ui.keys.asking import NewPassphraseDialog, NewRecoveryDialog, RemoveDialog, RotateDialog
from desktop.ui.keys.proving import ProveDialog
from desktop.ui.keys.recovery_page import ask_on_top
from desktop.ui.keys.words import fault_words, kind_name, kind_words, rotated_words, state_words
from desktop.ui.theme import GRID
from desktop.ui.widgets.background import in_background
from desktop.ui.widgets.boxes import column, fitting, frame, row
from desktop.ui.widgets.text import heading, label, restyle

ORDER = (SlotKind.PASSPHRASE, SlotKind.RECOVERY, SlotKind.KEYRING)


class SlotCard(QWidget):
    """One way to open the vault: what it is, since when, and what can be done with it."""

    def __init__(self, kind: SlotKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self.state = label("", "muted")
        self.change = QPushButton()
        self.remove = QPushButton(self.tr("Remove …"))
        outer = column(self)
        card = frame("card")
        outer.addWidget(card)
        line = row(card, margin=GRID * 2, gap=GRID * 2)
        texts = column(gap=GRID // 2)
        line.addLayout(texts, 1)
        top = row(gap=GRID)
        top.addWidget(heading(kind_name(kind), 1))
        top.addWidget(self.state)
        top.addStretch(1)
        texts.addLayout(top)
        texts.addWidget(label(kind_words(kind), "muted", wrap=True))
        for button in (self.change, self.remove):
            button.setAutoDefault(False)
            line.addWidget(button)
        self.remove.setAccessibleName(self.tr("Remove: %1").replace("%1", kind_name(kind)))

    def show_slot(self, text: str, there: bool, enabled: bool) -> None:
        self.state.setText(text)
        if not there:
            word = self.tr("Set up …")
        elif self.kind is SlotKind.KEYRING:
            word = self.tr("Renew")
        else:
            word = self.tr("Change …")
        self.change.setText(word)
        self.change.setAccessibleName(f"{word} {kind_name(self.kind)}")
        self.change.setEnabled(enabled)
        self.remove.setVisible(there)
        self.remove.setEnabled(enabled)


class KeysDialog(QDialog):
    """Lists the ways to open the vault and changes them. What takes seconds is done beside the window."""

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("guide", "keys-and-lock")
        self._keys = keys
        self._busy = False
        self.proven = False
        """Whether somebody has shown, since the dialog is open, that they can open the vault."""
        self._done: Callable[[KeyOutcome], str] = fault_words
        self.setWindowTitle(self.tr("Keys"))
        self.setMinimumWidth(720)
        self.cards = {kind: SlotCard(kind) for kind in ORDER}
        self.rotate = QPushButton(self.tr("New data key …"))
        self.message = label("", wrap=True)
        self._message_box = frame("calm")
        self._working = label(self.tr("Working out the key …"), "muted")
        self.close_button = QPushButton(self.tr("Close"))
        self._build()
        self._show()

    @Slot()
    def reject(self) -> None:
        """Closes, but not while a key is being changed."""
        if not self._busy:
            super().reject()

    def _build(self) -> None:
        outer = column(self, margin=GRID * 3, gap=GRID)
        content = QWidget()
        box = column(content, gap=GRID)
        outer.addWidget(fitting(content))
        box.addWidget(heading(self.tr("Ways to open the vault"), 2))
        box.addWidget(label(self.tr("Each of them opens the vault by itself."), "muted", wrap=True))
        for kind, card in self.cards.items():
            box.addWidget(card)
            card.change.clicked.connect(
                {
                    SlotKind.PASSPHRASE: self.change_passphrase,
                    SlotKind.RECOVERY: self.change_recovery,
                    SlotKind.KEYRING: self.change_keyring,
                }[kind]
            )
        self.cards[SlotKind.PASSPHRASE].remove.clicked.connect(self._remove_passphrase)
        self.cards[SlotKind.RECOVERY].remove.clicked.connect(self._remove_recovery)
        self.cards[SlotKind.KEYRING].remove.clicked.connect(self._remove_keyring)
        box.addSpacing(GRID)
        line = row(gap=GRID * 2)
        line.addWidget(
            label(
                self.tr(
                    "A new data key encrypts everything anew, when the old one may be known. Old backups "
                    "keep the old key."
                ),
                "muted",
                wrap=True,
            ),
            1,
        )
        line.addWidget(self.rotate)
        box.addLayout(line)
        inner = row(self._message_box, margin=GRID)
        inner.addWidget(self.message)
        outer.addWidget(self._message_box)
        self._message_box.hide()
        outer.addStretch(1)
        buttons = row()
        buttons.addWidget(self._working, 1)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        outer.addLayout(buttons)
        self.rotate.setAutoDefault(False)
        self.rotate.clicked.connect(self.make_new_data_key)
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.reject)

    def _is_owner(self) -> bool:
        """Asks once for what opens the vault: an unlocked session alone must lock nobody out."""
        if not self.proven:
            dialog = ProveDialog(self._keys.prove, self)
            self.proven = ask_on_top(dialog)
            dialog.secret.clear()
        return self.proven

    @Slot()
    def change_passphrase(self) -> None:
        if not self._is_owner():
            return
        dialog = NewPassphraseDialog(self)
        if ask_on_top(dialog) and dialog.new.passphrase is not None:
            told = self.tr("The passphrase is changed. The one before no longer opens the vault.")
            self._do(partial(self._keys.set_passphrase, dialog.new.passphrase), told)
        dialog.new.clear()

    @Slot()
    def change_recovery(self) -> None:
        if not self._is_owner():
            return
        dialog = NewRecoveryDialog(self._keys.draft_recovery(), SlotKind.RECOVERY in self._kinds(), self)
        if ask_on_top(dialog):
            told = self.tr("The recovery key opens the vault.")
            self._do(partial(self._keys.set_recovery, dialog.page.text), told)

    @Slot()
    def change_keyring(self) -> None:
        if not self._is_owner():
            return
        told = self.tr("This computer's keyring opens the vault from now on.")
        self._do(self._keys.set_keyring, told)

    @Slot()
    def make_new_data_key(self) -> None:
        """Asks for what is needed, and encrypts everything anew."""
        kinds = self._kinds()
        # Where there is a passphrase, it is asked for anyway.
        if SlotKind.PASSPHRASE not in kinds and not self._is_owner():
            return
        recovery = self._keys.draft_recovery() if SlotKind.RECOVERY in kinds else None
        dialog = RotateDialog(recovery, SlotKind.PASSPHRASE in kinds, self)
        if ask_on_top(dialog):
            passphrase = None if dialog.passphrase is None else dialog.passphrase.text()
            self._do(partial(self._keys.rotate, passphrase, recovery), rotated_words)
        if dialog.passphrase is not None:
            dialog.passphrase.clear()

    @Slot()
    def _remove_passphrase(self) -> None:
        self._remove(SlotKind.PASSPHRASE)

    @Slot()
    def _remove_recovery(self) -> None:
        self._remove(SlotKind.RECOVERY)

    @Slot()
    def _remove_keyring(self) -> None:
        self._remove(SlotKind.KEYRING)

    def _remove(self, kind: SlotKind) -> None:
        if self._is_owner() and ask_on_top(RemoveDialog(kind_name(kind), self)):
            told = self.tr("%1 no longer opens the vault.").replace("%1", kind_name(kind))
            self._do(partial(self._keys.remove, kind), told)

    def _do(self, act: Callable[[], KeyOutcome], told: str | Callable[[KeyOutcome], str]) -> None:
        self._done = (lambda _: told) if isinstance(told, str) else told
        self._message_box.hide()
        self._set_busy(True)
        in_background(act, self._answered)

    @Slot(object)
    def _answered(self, outcome: object) -> None:
        self._set_busy(False)
        if not isinstance(outcome, KeyOutcome):
            return
        done = outcome.answer is KeyAnswer.DONE
        self.message.setText(self._done(outcome) if done else fault_words(outcome))
        self._message_box.setProperty("look", "calm" if done else "problem")
        restyle(self._message_box)
        restyle(self.message)
        self._message_box.show()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._show()

    def _kinds(self) -> set[SlotKind]:
        return {slot.kind for slot in self._keys.slots()}

    def _show(self) -> None:
        slots = {slot.kind: slot for slot in self._keys.slots()}
        for kind, card in self.cards.items():
            card.show_slot(state_words(slots.get(kind)), kind in slots, not self._busy)
        self.rotate.setEnabled(not self._busy)
        self.close_button.setEnabled(not self._busy)
        self._working.setVisible(self._busy)
