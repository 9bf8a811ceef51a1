"""A new passphrase, typed twice, with how hard it is to guess."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QProgressBar, QWidget

from desktop.services.passphrases import LEAST_LENGTH, Judgement, PassphraseFault, Strength, judge, normalised
from desktop.ui.secret_fields.passphrase_edit import PassphraseEdit
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.text import label, restyle


class NewPassphrase(QWidget):
    """Two fields and a bar. ``changed`` is emitted with every letter; ``passphrase`` is what was chosen."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = PassphraseEdit(self.tr("Passphrase"))
        self.second = PassphraseEdit(self.tr("Passphrase once more"))
        self.bar = QProgressBar()
        self.strength_text = label("", "muted", wrap=True)
        box = column(self)
        for text, edit in (
            (self.tr("&Passphrase"), self.first),
            (self.tr("Passphrase &once more"), self.second),
        ):
            name = label(text)
            name.setBuddy(edit)
            box.addWidget(name)
            box.addWidget(edit)
            if edit is self.first:
                self.bar.setRange(0, int(Strength.STRONG))
                self.bar.setTextVisible(False)
                self.bar.setAccessibleName(self.tr("Strength of the passphrase"))
                box.addWidget(self.bar)
                box.addWidget(self.strength_text)
                box.addSpacing(GRID)
            edit.textChanged.connect(self._judge)
        self.setFocusProxy(self.first)
        self._judge()

    @property
    def passphrase(self) -> str | None:
        """What was chosen; None where it is refused or the two differ."""
        first = self.first.text()
        fine = judge(first).fault is None and first == self.second.text()
        return first if fine else None

    @property
    def differ(self) -> bool:
        """Whether the two can no longer become the same by typing on."""
        second = self.second.text()
        return bool(second) and not self.first.text().startswith(second)

    def clear(self) -> None:
        for edit in (self.first, self.second):
            edit.clear()

    @Slot()
    def _judge(self) -> None:
        passphrase = self.first.text()
        judgement = judge(passphrase)
        self.bar.setValue(int(judgement.strength))
        self.strength_text.setText(strength_words(passphrase, judgement))
        common = judgement.fault is PassphraseFault.COMMON
        self.strength_text.setProperty("look", "warn" if common else "muted")
        restyle(self.strength_text)
        self.changed.emit()


def strength_words(passphrase: str, judgement: Judgement) -> str:
    """What to say of a passphrase while it is typed."""
    translate = QCoreApplication.translate
    missing = LEAST_LENGTH - len(normalised(passphrase))
    if judgement.fault is PassphraseFault.COMMON:
        return translate(
            "NewPassphrase",
            "Refused: common words, names, dates and repeats are tried first. Choose four or five words that "
            "do not belong together.",
        )
    if judgement.fault is not None:
        if not passphrase or missing <= 0:
            text = translate("NewPassphrase", "At least %1 characters.")
            return text.replace("%1", str(LEAST_LENGTH))
        return translate("NewPassphrase", "Too short: %1 more needed.").replace("%1", str(missing))
    return {
        Strength.WEAK: translate("NewPassphrase", "Weak: easy to guess. Another word or two would help."),
        Strength.FAIR: translate("NewPassphrase", "Fair. One more word would make it strong."),
        Strength.STRONG: translate("NewPassphrase", "Strong."),
    }[judgement.strength]
