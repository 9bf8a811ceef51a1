"""The values that the program itself chose, as the audit trail keeps them, in the words of the interface.

The trail keeps ``illness`` and ``site``: what such a word means depends on whose field it stands in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from desktop.domain.attendance import AttendanceState
from desktop.domain.conflicts import Scope
from desktop.domain.locks import LockKind
from desktop.domain.offers import ActivityKind, OfferKind, PlacementKind
from desktop.domain.people import AbsenceKind
from desktop.domain.places import SiteKind
from desktop.domain.plans import VersionState
from desktop.domain.retention import DataKind
from desktop.printing.kind_words import absence_text, placement_name, scope_text
from desktop.ui.door import Alarm, LockReason
from desktop.ui.kind_names import (
    activity_kind_name,
    attendance_text,
    data_kind_name,
    limit_name,
    lock_kind_name,
    offer_kind_name,
    site_kind_name,
    skill_name,
)
from desktop.ui.words import features

translate = QCoreApplication.translate
Words = Callable[[str], str]

_KINDS: Mapping[tuple[str, str], Words] = {
    ("absence", "kind"): lambda word: absence_text(AbsenceKind(word)),
    ("activity", "kind"): lambda word: activity_kind_name(ActivityKind(word)),
    ("attendance", "state"): lambda word: attendance_text(AttendanceState(word)),
    ("limit", "key"): limit_name,
    ("lock", "kind"): lambda word: lock_kind_name(LockKind(word)),
    ("offer", "kind"): lambda word: offer_kind_name(OfferKind(word)),
    ("placement", "kind"): lambda word: placement_name(PlacementKind(word)),
    ("plan_version", "state"): lambda word: _version_state(VersionState(word)),
    ("retention_rule", "kind"): lambda word: data_kind_name(DataKind(word)),
    ("separation", "scope"): lambda word: scope_text(Scope(word)),
    ("site", "kind"): lambda word: site_kind_name(SiteKind(word)),
    ("vault", "why"): lambda word: _lock_reason(LockReason(word)),
}
"""By the kind of the subject and its field."""


def kind_value(subject: str, name: str, word: str) -> str | None:
    """The words for what stands in a field; None where the program has none: somebody wrote it, or a newer
    version did."""
    try:
        if (subject, name) in _KINDS:
            return _KINDS[subject, name](word)
    except ValueError:
        return None
    match name:
        case "features" | "room_features":
            return features((word,))
        case "skill" | "skills":
            return skill_name(word)
        case "asked" | "done" | "failed" if subject.endswith("_key") or subject == "vault":
            return _of_keys(word)
        case "status" if subject == "plan_version":
            return _of_plan(word)
        case "goal":
            return _of_goal(word)
    return None


def alarm_words(word: str) -> str:
    """An alarm that was acknowledged, in few words; one of a newer version as it stands."""
    return {
        Alarm.CHANGES_MISSING.value: translate("AuditKinds", "the last changes were missing"),
        Alarm.TAMPERED.value: translate("AuditKinds", "the trail did not agree with what was kept of it"),
        Alarm.KEYS_EXCHANGED.value: translate("AuditKinds", "another key file was in place"),
        Alarm.CLOCK_SET_BACK.value: translate("AuditKinds", "the clock was set back"),
    }.get(word, word)


def _version_state(state: VersionState) -> str:
    return {
        VersionState.DRAFT: translate("AuditKinds", "draft"),
        VersionState.PUBLISHED: translate("AuditKinds", "published"),
    }[state]


def _lock_reason(reason: LockReason) -> str:
    return {
        LockReason.ASKED: translate("AuditKinds", "somebody locked it"),
        LockReason.IDLE: translate("AuditKinds", "nobody had touched it for a while"),
        LockReason.SYSTEM: translate("AuditKinds", "along with the computer"),
    }[reason]


def _of_keys(word: str) -> str | None:
    return {
        "set": translate("AuditKinds", "set"),
        "removed": translate("AuditKinds", "removed"),
        "last": translate("AuditKinds", "it was the last way in"),
        "wrong_passphrase": translate("AuditKinds", "wrong passphrase"),
        "wait": translate("AuditKinds", "tried again too soon"),
        "weak_passphrase": translate("AuditKinds", "too easy to guess"),
        "no_keyring": translate("AuditKinds", "the keyring could not be used"),
        "in_use": translate("AuditKinds", "the vault was being written"),
        "not_written": translate("AuditKinds", "it could not be written"),
    }.get(word)


def _of_plan(word: str) -> str | None:
    return {
        "optimal": translate("AuditKinds", "proven to be the best"),
        "feasible": translate("AuditKinds", "not proven to be the best"),
        "infeasible": translate("AuditKinds", "no week is possible"),
        "unknown": translate("AuditKinds", "no week was found"),
    }.get(word)


def _of_goal(word: str) -> str | None:
    return {
        "duties": translate("AuditKinds", "duties not met"),
        "hours": translate("AuditKinds", "hours"),
        "fairness": translate("AuditKinds", "hours shared out evenly"),
        "changes": translate("AuditKinds", "changes to the week before"),
        "gaps": translate("AuditKinds", "waiting time"),
        "cost": translate("AuditKinds", "cost"),
    }.get(word)
