"""What was done, in words: for undo, redo and the history."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def change_text(label: str) -> str:
    """What a change did, as a short phrase, ``week planned``. Raises ``KeyError`` for an unknown label."""
    return {
        "plan_accepted": translate("History", "week planned"),
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
    }[label]
