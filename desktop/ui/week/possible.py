"""Why something can't be done to the version that is shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.domain.plans import VersionState
from desktop.ui.desk import Desk
from desktop.ui.version_words import fixed_words
from desktop.ui.words import read_only_words

translate = QCoreApplication.translate


def why_not_changed(desk: Desk) -> str:
    """Why nothing can be changed now; empty where it can."""
    if desk.read_only:
        return read_only_words()
    if desk.planning:
        return translate("Handwork", "The week is being planned: wait for it, or stop it.")
    if desk.prepared is None or desk.version is None or desk.preview:
        return translate("Handwork", "There is no plan to change.")
    return ""


def why_not_published(desk: Desk) -> str:
    """Why nobody can be asked whether to publish; empty where that can be asked."""
    reason = why_not_changed(desk)
    if reason or desk.version is None:
        return reason
    return "" if desk.version.state is VersionState.DRAFT else fixed_words()
