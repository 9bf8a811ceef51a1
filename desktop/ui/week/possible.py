"""Why something can't be done to the version that is shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.ui.desk import Desk
from desktop.ui.version_words import fixed_words
from desktop.ui.words import read_only_words

translate = QCoreApplication.translate


def why_not_changed(desk: Desk) -> str:
    """Why nothing can be changed now; empty where it can."""
    if desk.read_only:
        return read_only_words()
    if desk.planning:
        return _being_planned()
    if desk.prepared is None or desk.version is None or desk.preview:
        return _no_plan()
    return ""


def why_not_published(desk: Desk) -> str:
    """Why nobody can be asked whether to publish what was last shown; empty where that can be asked. It does
    not bring the week up to date: the menus ask at every edit."""
    if desk.read_only:
        return read_only_words()
    if desk.planning:
        return _being_planned()
    if not desk.has_plan:
        return _no_plan()
    return fixed_words() if desk.is_fixed else ""


def _being_planned() -> str:
    return translate("Handwork", "The week is being planned: wait for it, or stop it.")


def _no_plan() -> str:
    return translate("Handwork", "There is no plan to change.")
