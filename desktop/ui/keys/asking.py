"""The dialogs that ask for what a change of the keys needs."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from desktop.ui.keys.recovery_page import RecoveryPage
from desktop.ui.secret_fields.new_passphrase import NewPassphrase
from desktop.ui.secret_fields.passphrase_edit import PassphraseEdit
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import column, fitting, row
from desktop.ui.widgets.text import heading, label


class Asking(QDialog):
    """A heading, what is asked, and two buttons; ``ok`` is enabled once everything is there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("guide", "keys-and-lock")
        self.setMinimumWidth(560)
        self.ok = QPushButton()
        self.cancel = QPushButton(self.tr("Cancel"))
        outer = column(self, margin=GRID * 3, gap=GRID)
        self._heading = heading("", 2)
        outer.addWidget(self._heading)
        content = QWidget()
        self.box: QVBoxLayout = column(content, gap=GRID)
        outer.addWidget(fitting(content))
        outer.addSpacing(GRID)
        outer.addStretch(1)
        buttons = row()
        buttons.addStretch(1)
        self.ok.setProperty("look", "primary")
        self.ok.setDefault(True)
        self.cancel.setAutoDefault(False)
        self.ok.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.ok)
        outer.addLayout(buttons)

    def name(self, title: str, ok: str) -> None:
        """Says what is asked, and what the button does."""
        self.setWindowTitle(title)
        self._heading.setText(title)
        self.ok.setText(ok)

    def ready(self) -> bool:
        return True

    @Slot()
    def look(self) -> None:
        """Enables the button where everything is there."""
        self.ok.setEnabled(self.ready())


class NewPassphraseDialog(Asking):
    """Asks for a passphrase, twice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name(self.tr("Choose a passphrase"), self.tr("Use this passphrase"))
        self.new = NewPassphrase()
        self.message = label("", "warn", wrap=True)
        self.box.addWidget(self.new)
        self.box.addWidget(self.message)
        self.new.changed.connect(self.look)
        self.new.setFocus()
        self.look()

    def ready(self) -> bool:
        self.message.setText(self.tr("The two passphrases are not the same.") if self.new.differ else "")
        return self.new.passphrase is not None


class NewRecoveryDialog(Asking):
    """Shows a new recovery key until somebody says that it is on paper."""

    def __init__(self, text: str, replaces: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name(self.tr("New recovery key"), self.tr("Use this key"))
        if replaces:
            self.box.addWidget(label(self.tr("The key before it will no longer open the vault."), wrap=True))
        self.page = RecoveryPage(text)
        self.box.addWidget(self.page)
        self.page.kept_changed.connect(self.look)
        self.page.print_button.setFocus()
        self.look()

    def ready(self) -> bool:
        return self.page.kept.isChecked()


class RotateDialog(Asking):
    """Says what a new data key means, and asks for what the ways to open the vault need.

    ``recovery`` is the text of a new recovery key, None where the vault has none.
    """

    def __init__(self, recovery: str | None, has_passphrase: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name(self.tr("Make a new data key"), self.tr("Encrypt everything anew"))
        self.box.addWidget(
            label(
                self.tr(
                    "Everything is encrypted anew, with a key that no older copy of the vault's files knows. "
                    "Do it when a passphrase, a recovery key or a copy of the files may be in wrong hands. "
                    "Backups made before keep the old key."
                ),
                wrap=True,
            )
        )
        self.page = RecoveryPage(recovery) if recovery is not None else None
        if self.page is not None:
            self.box.addWidget(label(self.tr("The recovery key becomes a new one:"), wrap=True))
            self.box.addWidget(self.page)
            self.page.kept_changed.connect(self.look)
        self.passphrase = PassphraseEdit(self.tr("Passphrase")) if has_passphrase else None
        if self.passphrase is not None:
            name = label(self.tr("The vault's &passphrase, which stays the same"))
            name.setBuddy(self.passphrase)
            self.box.addWidget(name)
            self.box.addWidget(self.passphrase)
            self.passphrase.textChanged.connect(self.look)
            self.passphrase.setFocus()
        self.look()

    def ready(self) -> bool:
        kept = self.page is None or self.page.kept.isChecked()
        return kept and (self.passphrase is None or bool(self.passphrase.text()))


class RemoveDialog(Asking):
    """Asks once more before a way to open the vault is removed."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name(self.tr("Remove: %1").replace("%1", name), self.tr("Remove"))
        self.box.addWidget(
            label(
                self.tr(
                    "It will no longer open the vault. A copy of the vault's files that was made before, "
                    "such as a backup, still opens with it; a new data key does away with that for what is "
                    "written from then on."
                ),
                wrap=True,
            )
        )
        self.cancel.setFocus()
