"""What the kinds that the domain tells apart are called in the window, wherever they are shown.

Those that are printed too are in ``desktop.printing.kind_words``.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.domain.attendance import AttendanceState
from desktop.domain.locks import LockKind
from desktop.domain.offers import ActivityKind, OfferKind
from desktop.domain.places import SiteKind
from desktop.domain.retention import DataKind
from desktop.domain.settings import LimitKey
from desktop.domain.staffing import GUARD
from desktop.printing.words import hours_text
from desktop.ui.words import money

translate = QCoreApplication.translate


def skill_name(skill: str) -> str:
    """A skill; one that the program has no word for is shown as the unit wrote it."""
    known = {
        GUARD: translate("Resources", "guard"),
        "anger_management": translate("Skills", "anger management"),
        "company": translate("Skills", "company"),
        "interview": translate("Skills", "interview"),
        "job_club": translate("Skills", "job club"),
        "mentor": translate("Skills", "mentor"),
        "teaching": translate("Skills", "teaching"),
        "workshop": translate("Skills", "workshop"),
    }
    return known.get(skill, skill)


def site_kind_name(kind: SiteKind) -> str:
    return {
        SiteKind.UNIT: translate("Resources", "The unit's own site"),
        SiteKind.SUPPLIER: translate("Resources", "Supplier's site"),
        SiteKind.WORKPLACE: translate("Resources", "Workplace"),
    }[kind]


def offer_kind_name(kind: OfferKind) -> str:
    return {
        OfferKind.SPECIAL: translate("Resources", "Special offer"),
        OfferKind.MENTOR_COMPANY: translate("Resources", "Mentor-based company offer"),
        OfferKind.COMMUNITY_WORK: translate("Resources", "Community work"),
    }[kind]


def activity_kind_name(kind: ActivityKind) -> str:
    return {
        ActivityKind.GROUP_TEACHING: translate("Resources", "Group teaching"),
        ActivityKind.MENTORING: translate("Resources", "Mentoring"),
        ActivityKind.INTERVIEW: translate("Resources", "Job interview"),
        ActivityKind.WORKSHOP: translate("Resources", "Workshop"),
    }[kind]


def limit_name(key: str) -> str:
    """What a limit is about, with its unit; a key of a newer version as it stands."""
    return {
        LimitKey.OFFERS_BUDGET_PER_YEAR.value: translate("Resources", "Money for offers, kroner a year"),
        LimitKey.MENTOR_STARTUP_WEEKS.value: translate("Resources", "Clarifying start, weeks at most"),
        LimitKey.WEEKLY_ACTIVATION_MINUTES.value: translate("Limits", "Activation, hours a week"),
    }.get(key, key)


def limit_value(key: str, value: int) -> str:
    """How much a limit allows, as people say it; a plain number for a key of a newer version."""
    if key == LimitKey.OFFERS_BUDGET_PER_YEAR:
        return money(value)
    if key == LimitKey.WEEKLY_ACTIVATION_MINUTES:
        return translate("Resources", "%1 hours").replace("%1", hours_text(value / 60))
    if key == LimitKey.MENTOR_STARTUP_WEEKS:
        one = translate("Limits", "1 week")
        return one if value == 1 else translate("Limits", "%1 weeks").replace("%1", str(value))
    return str(value)


def attendance_text(state: AttendanceState) -> str:
    return {
        AttendanceState.CAME: translate("PersonWords", "Came"),
        AttendanceState.ABSENT_EXCUSED: translate("PersonWords", "Absent, excused"),
        AttendanceState.NO_SHOW: translate("PersonWords", "Did not show up"),
        AttendanceState.UNKNOWN: translate("PersonWords", "Unknown: not noted"),
    }[state]


def data_kind_name(kind: DataKind) -> str:
    return {
        DataKind.CITIZENS: translate("Retention", "People who have left"),
        DataKind.STAFF: translate("RetentionStaff", "Staff without hours at work"),
        DataKind.ABSENCES: translate("PeopleWords", "Absences and attendance"),
        DataKind.MEMBERSHIPS: translate("Retention", "Memberships of groups"),
        DataKind.SEPARATIONS: translate("Retention", "Separations"),
        DataKind.ASSESSMENTS: translate("Retention", "Earlier threat levels"),
        DataKind.OFFERS: translate("Retention", "Referrals, activities and placements"),
        DataKind.DRAFTS: translate("Retention", "Drafts of plans"),
        DataKind.PLANS: translate("Retention", "Published plans"),
        DataKind.AUDIT: translate("Retention", "Details in the audit trail"),
    }[kind]


def lock_kind_name(kind: LockKind) -> str:
    """What is locked."""
    return {
        LockKind.SESSION: translate("Locks", "Session"),
        LockKind.PERSON: translate("Locks", "Person"),
        LockKind.DAY: translate("Locks", "Day"),
    }[kind]
