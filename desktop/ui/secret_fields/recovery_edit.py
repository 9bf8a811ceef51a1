"""A field for the printed recovery key, and what is wrong with one that was mistyped."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.services.recovery_text import MistypedRecoveryKey

_LONGEST = 120


class RecoveryEdit(QLineEdit):
    """Takes the groups with or without hyphens, in capitals or not. It is read off paper, so it is shown."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.setMaxLength(_LONGEST)
        self.setMinimumWidth(400)
        self.setPlaceholderText("XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX")
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhPreferUppercase
        )


def mistyped_words(mistyped: MistypedRecoveryKey) -> str:
    """What to look at again."""
    translate = QCoreApplication.translate
    if mistyped.missing == 1:
        text = translate("RecoveryEdit", "One letter of the recovery key is missing.")
    elif mistyped.missing > 1:
        text = translate("RecoveryEdit", "%1 letters of the recovery key are missing.")
        text = text.replace("%1", str(mistyped.missing))
    elif mistyped.missing < 0:
        text = translate("RecoveryEdit", "The recovery key has letters too many: it has nine groups of four.")
    elif mistyped.groups:
        groups = ", ".join(str(group) for group in mistyped.groups)
        text = translate("RecoveryEdit", "Something is mistyped. Look again at group %1.").replace(
            "%1", groups
        )
    else:
        text = translate(
            "RecoveryEdit", "Something is mistyped in more than one place. Compare it with the paper."
        )
    return text
