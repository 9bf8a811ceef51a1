"""What was done, in words: for undo, redo and the history."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.services.change_labels import ChangeLabel

translate = QCoreApplication.translate


def change_text(label: ChangeLabel) -> str:
    """What a change did, as a short phrase, ``week planned``."""
    return labels()[label]


def labels() -> dict[ChangeLabel, str]:
    """Every label of a change, with its phrase."""
    return {**_unit(), **_people(), **_happenings(), **_week(), **_conflicts(), **_resources()}


def _unit() -> dict[ChangeLabel, str]:
    return {
        "unit_begun": translate("HistoryUnit", "unit begun"),
        "unit_imported": translate("HistoryUnit", "unit imported"),
        "everything_imported": translate("HistoryUnit", "everything imported"),
        "sheet_imported": translate("History", "table imported"),
        "retention_rule_set": translate("HistoryUnit", "retention rule set"),
    }


def _people() -> dict[ChangeLabel, str]:
    return {
        "person_added": translate("HistoryPeople", "person added"),
        "person_saved": translate("HistoryPeople", "person changed"),
        "person_removed": translate("HistoryPeople", "person removed"),
        "hours_decided": translate("HistoryPeople", "weekly hours decided"),
        "hours_removed": translate("HistoryPeople", "weekly hours removed"),
        "level_assessed": translate("HistoryPeople", "threat level assessed"),
        "assessment_removed": translate("HistoryPeople", "assessment removed"),
        "membership_saved": translate("HistoryPeople", "group membership changed"),
        "membership_removed": translate("HistoryPeople", "group membership removed"),
        "separation_saved": translate("HistoryPeople", "separation changed"),
        "separation_removed": translate("HistoryPeople", "separation removed"),
        "availability_saved": translate("HistoryPeople", "usual week changed"),
        "absence_saved": translate("HistoryPeople", "absence noted"),
        "absence_removed": translate("HistoryPeople", "absence removed"),
        "referral_saved": translate("HistoryPeople", "referral changed"),
        "referral_removed": translate("HistoryPeople", "referral removed"),
        "enrolment_saved": translate("HistoryPeople", "enrolment changed"),
        "enrolment_removed": translate("HistoryPeople", "enrolment removed"),
        "placement_saved": translate("HistoryPeople", "placement changed"),
        "placement_removed": translate("HistoryPeople", "placement removed"),
        "attendance_noted": translate("HistoryPeople", "attendance noted"),
        "attendance_followed_up": translate("HistoryPeople", "attendance followed up"),
        "many_absent": translate("HistoryPeople", "absence noted for several people"),
        "many_referred": translate("HistoryPeople", "several people referred"),
        "many_enrolled": translate("HistoryPeople", "several people enrolled"),
        "many_enrolments_ended": translate("HistoryPeople", "enrolments of several people ended"),
        "many_in_group": translate("HistoryPeople", "several people added to a group"),
        "many_avoid_site": translate("HistoryPeople", "site avoided for several people"),
        "many_hours_decided": translate("HistoryPeople", "hours of several people decided"),
        "many_assessed": translate("HistoryPeople", "levels of several people assessed"),
    }


def _happenings() -> dict[ChangeLabel, str]:
    return {
        "rivalry_reported": translate("History", "rivalry recorded"),
        "threat_reported": translate("History", "threat recorded"),
        "illness_reported": translate("History", "illness recorded"),
        "room_shut": translate("History", "room shut"),
        "staff_missing": translate("History", "missing colleague recorded"),
        "citizen_detained": translate("History", "detention recorded"),
        "citizen_released": translate("History", "release recorded"),
    }


def _week() -> dict[ChangeLabel, str]:
    return {
        "plan_accepted": translate("History", "week planned"),
        "repair_accepted": translate("History", "repaired week accepted"),
        "person_told": translate("Told", "somebody told of their changed week"),
        "person_not_told": translate("Told", "somebody not told after all"),
        "session_moved": translate("HistoryWeek", "session moved"),
        "session_resized": translate("HistoryWeek", "session made longer or shorter"),
        "citizen_joined": translate("HistoryWeek", "somebody put into a session"),
        "citizen_left": translate("HistoryWeek", "somebody taken out of a session"),
        "session_made": translate("HistoryWeek", "session made"),
        "session_removed": translate("HistoryWeek", "session removed"),
        "session_staffed": translate("HistoryWeek", "staff of a session changed"),
        "week_edited": translate("HistoryWeek", "week changed by hand"),
        "draft_duplicated": translate("HistoryWeek", "draft copied"),
        "draft_discarded": translate("HistoryWeek", "draft discarded"),
        "draft_taken_back": translate("DraftTold", "draft taken back"),
        "drafts_discarded": translate("HistoryWeek", "drafts discarded"),
        "week_published": translate("HistoryWeek", "week published"),
        "lock_set": translate("HistoryWeek", "locked"),
        "lock_lifted": translate("HistoryWeek", "unlocked"),
        "session_approved": translate("HistoryWeek", "session approved"),
        "approval_withdrawn": translate("HistoryWeek", "approval taken back"),
    }


def _conflicts() -> dict[ChangeLabel, str]:
    return {
        "group_saved": translate("HistoryConflicts", "conflict group saved"),
        "group_removed": translate("HistoryConflicts", "conflict group removed"),
        "member_saved": translate("HistoryConflicts", "member of a conflict group saved"),
        "conflict_renewed": translate("HistoryConflicts", "separation or membership renewed"),
        "conflict_ended": translate("HistoryConflicts", "separation or membership ended"),
        "conflict_removed": translate("HistoryConflicts", "separation or membership removed"),
        "end_reviewed": translate("HistoryConflicts", "end of a separation or membership reviewed"),
    }


def _resources() -> dict[ChangeLabel, str]:
    return {
        "level_saved": translate("History", "threat level saved"),
        "level_removed": translate("History", "threat level removed"),
        "site_saved": translate("History", "site saved"),
        "site_removed": translate("History", "site removed"),
        "travel_saved": translate("History", "way saved"),
        "travel_removed": translate("History", "way removed"),
        "room_saved": translate("History", "room saved"),
        "room_removed": translate("History", "room removed"),
        "supplier_saved": translate("History", "supplier saved"),
        "supplier_removed": translate("History", "supplier removed"),
        "staff_saved": translate("History", "staff member saved"),
        "staff_removed": translate("History", "staff member removed"),
        "offer_saved": translate("History", "offer saved"),
        "offer_removed": translate("History", "offer removed"),
        "activity_saved": translate("History", "activity saved"),
        "activity_removed": translate("History", "activity removed"),
        "settings_saved": translate("History", "unit's settings saved"),
        "limit_saved": translate("History", "limit saved"),
        "limit_removed": translate("History", "limit removed"),
        "closed_days_saved": translate("History", "closed days saved"),
        "closed_days_removed": translate("History", "closed days removed"),
    }
