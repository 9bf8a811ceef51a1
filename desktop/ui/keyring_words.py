"""Why the system's keyring can't be used, in plain words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.services.keys import KeyringFault


def keyring_words(fault: KeyringFault) -> str:
    """One sentence; what still works is told beside it."""
    translate = QCoreApplication.translate
    return {
        KeyringFault.NONE_THERE: translate("Keyring", "This computer has no keyring, or it does not run."),
        KeyringFault.LOCKED: translate("Keyring", "This computer's keyring is locked."),
        KeyringFault.FORBIDDEN: translate("Keyring", "A rule of this computer forbids to use its keyring."),
        KeyringFault.SILENT: translate("Keyring", "This computer's keyring did not answer in time."),
        KeyringFault.UNFAITHFUL: translate(
            "Keyring", "This computer's keyring did not give back what it was given, so it is not used."
        ),
        KeyringFault.EMPTY: translate("Keyring", "This computer's keyring holds no key of this vault."),
        KeyringFault.FAILED: translate("Keyring", "This computer's keyring failed."),
    }[fault]
