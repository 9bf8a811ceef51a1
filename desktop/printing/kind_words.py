"""What the kinds that the domain tells apart are called, on paper and in the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.domain.conflicts import Scope
from desktop.domain.offers import PlacementKind
from desktop.domain.people import AbsenceKind
from desktop.domain.plans import PlanVersion, VersionState

translate = QCoreApplication.translate


def absence_text(kind: AbsenceKind) -> str:
    """Why somebody is away."""
    return {
        AbsenceKind.ILLNESS: translate("Kinds", "Illness"),
        AbsenceKind.HOLIDAY: translate("Kinds", "Holiday"),
        AbsenceKind.COURT: translate("Kinds", "Court"),
        AbsenceKind.DETAINED: translate("Kinds", "Detained"),
        AbsenceKind.OTHER: translate("Kinds", "Other reason"),
    }[kind]


def placement_name(kind: PlacementKind) -> str:
    return {
        PlacementKind.INTERNSHIP: translate("Kinds", "Internship"),
        PlacementKind.WAGE_SUBSIDY: translate("Kinds", "Wage subsidy"),
        PlacementKind.COMMUNITY_WORK: translate("Kinds", "Community work"),
    }[kind]


def scope_text(scope: Scope) -> str:
    """How far apart two sides are kept, as a phrase within a sentence."""
    return {
        Scope.SESSION: translate("Kinds", "never in one session"),
        Scope.SITE: translate("Kinds", "never on one site at the same time"),
    }[scope]


def version_name(version: PlanVersion) -> str:
    """``Version 3, published``."""
    text = {
        VersionState.DRAFT: translate("Kinds", "Version %1, draft"),
        VersionState.PUBLISHED: translate("Kinds", "Version %1, published"),
    }[version.state]
    return text.replace("%1", str(version.number))
