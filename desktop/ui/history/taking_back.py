"""What is said once something was undone or done again, or why it was not."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.qt.editing import Editing
from desktop.services.change import Change, Edit
from desktop.services.editing import Lasting, Outdated, Refused
from desktop.services.ports import NotStored, Rejected
from desktop.ui.history.less_words import less_words
from desktop.ui.history.subjects import subject_text, version_text
from desktop.ui.history.words import change_text
from desktop.ui.words import not_stored_words

translate = QCoreApplication.translate

KEPT = (Lasting, Outdated, Refused, Rejected, NotStored)
"""What keeps something from being undone or done again; it stays in the history."""


def why_not_words(error: Exception, change: Change) -> str:
    """Why ``change`` was not undone, or not done again."""
    version = change.published
    if isinstance(error, Lasting) and version is not None:
        text = translate(
            "TakingBack",
            "What was published can't be undone (%1), nor what was done before it. "
            "Make a new version instead.",
        )
        return text.replace("%1", version_text(version))
    if isinstance(error, NotStored):
        return not_stored_words()
    if isinstance(error, Refused):
        reason = translate(
            "TakingBack", "This can't be undone: what was recorded since would not fit any more."
        )
    elif isinstance(error, Rejected):
        reason = translate("TakingBack", "This can't be undone: something else needs it by now.")
    else:
        reason = translate("MainWindow", "This can no longer be undone: something else has changed it since.")
    stays = translate("TakingBack", "It stays in the history (%1).").replace("%1", change_text(change.label))
    return f"{reason} {stays}"


def undone_words(change: Change, editing: Editing) -> str:
    """What was undone and whom it is about."""
    text = translate("MainWindow", "Undone: %1").replace("%1", _told(change, editing))
    return _with_less(text, undone_less(change, editing))


def done_again_words(change: Change, editing: Editing) -> str:
    """What was done again and whom it is about."""
    text = translate("MainWindow", "Done again: %1").replace("%1", _told(change, editing))
    return _with_less(text, done_again_less(change, editing))


def undone_less(change: Change, editing: Editing) -> str:
    """What holds less since it was undone; empty where nothing does."""
    return less_words([Edit(each.after, each.before) for each in reversed(change.edits)], editing)


def done_again_less(change: Change, editing: Editing) -> str:
    """What holds less since it was done again; empty where nothing does."""
    return less_words(change.edits, editing)


def _with_less(text: str, less: str) -> str:
    return f"{text}. {less}" if less else text


def _told(change: Change, editing: Editing) -> str:
    subject = subject_text(change, editing)
    phrase = change_text(change.label)
    return f"{phrase}: {subject}" if subject else phrase
