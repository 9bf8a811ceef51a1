"""The words after an error that nobody had thought of: the door needs them before anything else is there."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def unforeseen_words() -> str:
    """What is said after an error that nobody had thought of."""
    return translate(
        "Unforeseen",
        "Something went wrong in Sikkerplan. What you did last may not have been done: look before you go "
        "on. It was noted in crash-note.txt beside the vault, without names.",
    )
