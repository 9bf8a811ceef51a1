"""What a version of a week is called, what is in it, and why it can't be changed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from desktop.domain.plans import PlanVersion, VersionState, in_force
from desktop.printing.words import hours_text, sessions_text
from desktop.services.concealing import HIDDEN
from desktop.ui.moments import local_clock

translate = QCoreApplication.translate


def fixed_words() -> str:
    """Why a published version can't be changed."""
    return translate("Versions", "A published version stays as it is.")


def version_name(version: PlanVersion, versions: Iterable[PlanVersion]) -> str:
    """``Version 3 · draft``. ``versions`` are those of the week, one of which is in force."""
    state = state_word(version, in_force(versions))
    text = translate("Versions", "Version %1 · %2", "number, draft or published")
    return text.replace("%1", str(version.number)).replace("%2", state)


def state_word(version: PlanVersion, forced: PlanVersion | None) -> str:
    """What a version is: ``forced`` is the one in force."""
    if version.state is VersionState.DRAFT:
        return translate("Versions", "draft")
    if forced is not None and version.id == forced.id:
        return translate("InForce", "in force")
    return translate("Versions", "published")


def version_figures(version: PlanVersion, *, concealed: bool = False, brief: bool = False) -> str:
    """When it was published or made, unless names are ``concealed`` by whom, and what is in it.
    ``brief``: its hours and duties are told elsewhere; here they are those that it was made with."""
    hours = next((goal.value for goal in version.goals if goal.goal == "hours"), None)
    maker = HIDDEN if concealed and version.created_by else version.created_by
    parts = [
        local_clock(version.published_at or version.created_at),
        maker,
        sessions_text(len(version.sessions)),
    ]
    if brief:
        return " · ".join(parts)
    made = []
    if hours is not None:
        made.append(translate("Versions", "%1 hours").replace("%1", hours_text(hours)))
    if version.unmet:
        one, more = translate("DutiesMissing", "1 duty missing"), translate("Versions", "%1 duties missing")
        missing = one if len(version.unmet) == 1 else more
        made.append(missing.replace("%1", str(len(version.unmet))))
    if made:
        parts.append(translate("FiguresMade", "when it was made: %1").replace("%1", ", ".join(made)))
    return " · ".join(parts)
