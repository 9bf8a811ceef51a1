"""Asks for a passphrase or the recovery key before the keys of an unlocked vault are changed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.services.keys import KeyAnswer, KeyOutcome
from desktop.ui.keys.asking import Asking
from desktop.ui.secret_fields.passphrase_edit import PassphraseEdit
from desktop.ui.widgets.background import in_background
from desktop.ui.widgets.text import label


class ProveDialog(Asking):
    """Accepted once ``prove`` has said yes, which takes a second or two beside the window's thread."""

    def __init__(self, prove: Callable[[str], KeyOutcome], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prove = prove
        self._busy = False
        self.name(self.tr("Is it you?"), self.tr("Go on"))
        self.secret = PassphraseEdit(self.tr("Passphrase or recovery key"))
        self.message = label("", "danger", wrap=True)
        told = self.tr(
            "The vault is open, and anybody could sit here. Before a key is changed, type the passphrase or "
            "the recovery key that opens the vault now."
        )
        self.box.addWidget(label(told, wrap=True))
        name = label(self.tr("&Passphrase or recovery key"))
        name.setBuddy(self.secret)
        self.box.addWidget(name)
        self.box.addWidget(self.secret)
        self.box.addWidget(self.message)
        self.secret.textChanged.connect(self.look)
        self.secret.setFocus()
        self.look()

    def ready(self) -> bool:
        return bool(self.secret.text()) and not self._busy

    @Slot()
    def accept(self) -> None:
        """Asks whether the secret is the vault's."""
        if self.ready():
            self._set_busy(True)
            self.message.setText("")
            in_background(partial(self._prove, self.secret.text()), self._answered)

    @Slot(object)
    def _answered(self, outcome: object) -> None:
        self._set_busy(False)
        if not self.isVisible() or not isinstance(outcome, KeyOutcome):
            return
        if outcome.answer is KeyAnswer.DONE:
            super().accept()
            return
        wrong = self.tr("That does not open the vault.")
        wait = self.tr("After a wrong one nobody may try again for a while, up to a minute.")
        other = self.tr("The key file can't be read now.")
        told = {KeyAnswer.WRONG_PASSPHRASE: wrong, KeyAnswer.WAIT: wait}
        self.message.setText(told.get(outcome.answer, other))
        self.secret.setFocus()
        self.secret.selectAll()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.secret.setEnabled(not busy)
        self.look()
