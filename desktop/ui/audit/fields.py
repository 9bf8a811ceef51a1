"""The words for what stands in the payloads of the audit trail: the fields of the unit, and their values."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.printing.words import clock_text, date_text, time_span_text
from desktop.ui.audit.kinds import kind_value
from desktop.ui.words import yes_no

translate = QCoreApplication.translate
_DATED = re.compile(r"\d{4}-\d{2}-\d{2}(T[\d:.+-]+)?")


def field_words(name: str) -> str:
    """A field's name; the word in the code where it has no other."""
    return {
        "activity": translate("AuditField", "Activity"),
        "address": translate("AuditField", "Address"),
        "after": translate("AuditField", "After"),
        "agreement": translate("AuditField", "Comparison"),
        "alone_on_site": translate("AuditField", "Alone on the site"),
        "any_room": translate("AuditField", "Any room"),
        "assessed_by": translate("AuditField", "Assessed by"),
        "assessed_on": translate("AuditField", "Assessed on"),
        "assessments": translate("AuditField", "Threat level"),
        "availability": translate("AuditField", "Can come"),
        "avoid_sites": translate("AuditField", "Not at these sites"),
        "avoid_staff": translate("AuditField", "Not with these staff"),
        "before": translate("AuditField", "Before"),
        "blocks": translate("AuditField", "Hours of the week"),
        "capacity": translate("AuditField", "Seats"),
        "caps": translate("AuditField", "Hours that can be carried"),
        "case_number": translate("AuditField", "Case number"),
        "citizen": translate("AuditField", "Citizen"),
        "published_at": translate("InForce", "Published at"),
        "closed": translate("AuditField", "Closed"),
        "contact": translate("AuditField", "Contact"),
        "cost_per_citizen": translate("AuditField", "Cost per citizen"),
        "cost_per_session": translate("AuditField", "Cost per session"),
        "backup_made": translate("Restored", "The backup was made"),
        "count": translate("AuditField", "Number of entries"),
        "counts": translate("AuditField", "Counts as activation"),
        "created_at": translate("AuditField", "Made at"),
        "created_by": translate("AuditField", "Made by"),
        "daily_minutes": translate("AuditField", "Minutes a day"),
        "decided_by": translate("AuditField", "Decided by"),
        "digest": translate("AuditField", "Digest"),
        "employer": translate("AuditField", "Employer"),
        "end": translate("AuditField", "End"),
        "end_reviewed": translate("AuditField", "End judged to be right"),
        "enrolled": translate("AuditField", "Enrolled"),
        "entries": translate("AuditField", "Entries"),
        "features": translate("AuditField", "Equipment"),
        "follow_up": translate("AuditField", "Followed up"),
        "follow_up_on": translate("AuditField", "Followed up on"),
        "further": translate("AuditField", "Further ones, only counted"),
        "gap_minutes": translate("AuditField", "Minutes between"),
        "goals": translate("AuditField", "Goals"),
        "group": translate("AuditField", "Group"),
        "guards": translate("AuditField", "Guards"),
        "happened_at": translate("AuditField", "Happened at"),
        "holidays": translate("AuditField", "Public holidays"),
        "idle_interview": translate("AuditField", "Interview that fills gaps"),
        "key": translate("AuditField", "Key"),
        "kind": translate("AuditField", "Kind"),
        "lengths": translate("AuditField", "Lengths in minutes"),
        "level": translate("AuditField", "Level"),
        "max_group": translate("AuditField", "Largest group"),
        "max_per_day": translate("AuditField", "Most a day"),
        "max_sessions": translate("AuditField", "Most sessions"),
        "max_weekly_minutes": translate("AuditField", "Most minutes a week"),
        "min_group": translate("AuditField", "Smallest group"),
        "min_sessions": translate("AuditField", "Fewest sessions"),
        "minutes": translate("AuditField", "Minutes"),
        "name": translate("AuditField", "Name"),
        "names": translate("AuditField", "People as"),
        "needs_approval": translate("AuditField", "Needs approval"),
        "note": translate("AuditField", "Note"),
        "noted_at": translate("AuditField", "Noted at"),
        "noted_by": translate("AuditField", "Noted by"),
        "number": translate("AuditField", "Version"),
        "offer": translate("AuditField", "Offer"),
        "opening": translate("AuditField", "Open"),
        "own_opening": translate("AuditField", "Opening hours of its own"),
        "person": translate("AuditField", "Person"),
        "place": translate("AuditField", "Place"),
        "reason": translate("AuditField", "Reason"),
        "review_on": translate("AuditField", "Review on"),
        "room": translate("AuditField", "Room"),
        "room_features": translate("AuditField", "Rooms with"),
        "rooms": translate("AuditField", "Rooms"),
        "scope": translate("AuditField", "Kept apart"),
        "seconds": translate("AuditField", "Seconds of planning"),
        "side_a": translate("AuditField", "One side"),
        "side_b": translate("AuditField", "Other side"),
        "site": translate("AuditField", "Site"),
        "site_a": translate("AuditField", "One site"),
        "site_b": translate("AuditField", "Other site"),
        "skill": translate("AuditField", "Skill"),
        "skills": translate("AuditField", "Skills"),
        "slot_minutes": translate("AuditField", "Minutes of a slot"),
        "source": translate("AuditField", "Source"),
        "span": translate("AuditField", "From – to"),
        "staff": translate("AuditField", "Staff"),
        "start": translate("AuditField", "Start"),
        "starts": translate("AuditField", "Starts"),
        "startup_weeks": translate("AuditField", "Weeks of start-up"),
        "state": translate("AuditField", "State"),
        "status": translate("AuditField", "Result"),
        "supplier": translate("AuditField", "Supplier"),
        "valid_until": translate("AuditField", "Valid until"),
        "value": translate("AuditField", "Value"),
        "week": translate("AuditField", "Week"),
        "weekly_minutes": translate("AuditField", "Minutes a week"),
        "what": translate("AuditField", "What"),
        "whole": translate("AuditField", "Whole"),
        "contents": translate("AuditPrints", "Pages"),
        "only": translate("AuditPrints", "For"),
        "approved_at": translate("AuditLocks", "Approved at"),
        "told_at": translate("Told", "Told on"),
        "told_by": translate("Told", "Told by"),
        "approved_by": translate("AuditLocks", "Approved by"),
        "citizens": translate("AuditLocks", "Citizens"),
        "locked_at": translate("AuditLocks", "Locked at"),
        "locked_by": translate("AuditLocks", "Locked by"),
        "never_automatic": translate("AuditLocks", "Only a person places"),
        "session": translate("AuditLocks", "Session"),
        "sessions": translate("AuditLocks", "Sessions"),
        "subject": translate("AuditLocks", "What"),
        "asked": translate("AuditKinds", "Asked for"),
        "bound": translate("AuditKinds", "Nothing passes"),
        "changed_versions": translate("AuditKinds", "Week plans changed"),
        "done": translate("AuditKinds", "Done"),
        "duty": translate("AuditKinds", "Duty"),
        "erased": translate("AuditKinds", "People erased"),
        "failed": translate("AuditKinds", "Not done"),
        "goal": translate("AuditKinds", "Goal"),
        "months": translate("AuditKinds", "Months kept"),
        "proven": translate("AuditKinds", "Proven"),
        "read_only": translate("AuditKinds", "Read-only"),
        "removed": translate("AuditKinds", "Entries removed"),
        "unmet": translate("AuditKinds", "Duties not met"),
        "version": translate("AuditKinds", "Version"),
        "why": translate("AuditKinds", "Why"),
    }.get(name, name)


def value_words(value: object, label: Callable[[str], str], subject: str = "", name: str = "") -> str:
    """A value as somebody reads it. ``label`` gives the name that goes with an id; ``subject`` is the kind of
    what has the field ``name``, and tells what a word of the program means there."""
    if value is None or value in ("", []):
        return "–"
    if isinstance(value, bool):
        return yes_no(value)
    if isinstance(value, Mapping):
        return _parts_words(value, label, subject)
    if isinstance(value, list):
        between = "\n" if any(isinstance(each, Mapping) for each in value) else ", "
        return between.join(value_words(each, label, subject, name) for each in value)
    if not isinstance(value, str):
        return str(value)
    if (chosen := kind_value(subject, name, value)) is not None:
        return chosen
    words = {
        "audit_extract": translate("AuditField", "extract of the audit trail"),
        "full": translate("AuditField", "names in full"),
        "case_numbers": translate("AuditField", "case numbers only"),
        "table_people": translate("AuditField", "table of citizens"),
        "table_groups": translate("AuditField", "table of conflict groups"),
        "table_separations": translate("AuditField", "table of separations"),
        "table_rooms": translate("AuditField", "table of rooms"),
        "table_staff": translate("AuditField", "table of staff"),
        "table_absences": translate("AuditField", "table of absences"),
        "cut_off": translate("AuditField", "more entries than there are"),
        "differs": translate("AuditField", "another entry"),
        "keyring": translate("AuditField", "the system's keyring"),
        "last_entry": translate("AuditField", "the file that names the last entry"),
        "backup": translate("AuditField", "a backup"),
        "missing": translate("AuditField", "the file was removed"),
        "exchanged": translate("AuditField", "another file was put in its place"),
        "altered": translate("AuditField", "the file was altered"),
        "by_rooms": translate("AuditPrints", "by room"),
        "by_staff": translate("AuditPrints", "a page for each member of the staff"),
        "by_people": translate("AuditPrints", "a page for each person"),
        "by_groups": translate("AuditPrints", "by conflict group"),
    }
    return words.get(value) or (date_words(value) if _DATED.fullmatch(value) else label(value))


def date_words(text: str) -> str:
    """A day, or a moment in local time where it is one of a time zone, out of the trail's form."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    if "T" not in text:
        return date_text(moment.date())
    local = moment if moment.tzinfo is None else moment.astimezone()
    return f"{date_text(local.date())}, {clock_text(local.hour * 60 + local.minute)}"


def _parts_words(parts: Mapping[str, object], label: Callable[[str], str], subject: str) -> str:
    match parts:
        case {"first": first, "last": last}:
            return " – ".join(date_words(str(day)) if day else "" for day in (first, last)).strip()
        case {"weekday": int(weekday), "start": int(start), "end": int(end)}:
            day = QLocale().dayName(weekday + 1, QLocale.FormatType.ShortFormat)
            return f"{day} {time_span_text(start, end)}"
        case {"year": int(year), "week": int(week)}:
            return f"{year}-W{week:02d}"
    # The id of a part is the program's own affair.
    shown = ((name, value) for name, value in parts.items() if name != "id" and value not in (None, "", []))
    return "; ".join(
        f"{field_words(name)}: {value_words(value, label, subject, name)}" for name, value in shown
    )
