"""What kinds of tables, columns, states and values are called."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from desktop.services.sheets.cells import Value
from desktop.services.sheets.columns import Kind
from desktop.services.sheets.export import Week
from desktop.services.sheets.preview import Preview, State
from desktop.ui.kind_names import skill_name
from desktop.ui.words import features

translate = QCoreApplication.translate


def kind_words(kind: Kind | Week) -> str:
    return {
        Kind.PEOPLE: translate("Sheets", "Citizens"),
        Kind.GROUPS: translate("Sheets", "Conflict groups"),
        Kind.SEPARATIONS: translate("Sheets", "Separations"),
        Kind.ROOMS: translate("Sheets", "Rooms"),
        Kind.STAFF: translate("Sheets", "Staff"),
        Kind.ABSENCES: translate("Sheets", "Absences"),
        Week.HOURS: translate("Sheets", "Hours of the week"),
        Week.PLAN: translate("Sheets", "Plan of the week"),
    }[kind]


def kind_explained(kind: Kind) -> str:
    """What a row of the kind must say, and by what it is known."""
    return {
        Kind.PEOPLE: translate(
            "Sheets",
            "A row for each citizen, known by the case number. A new one needs a name and the day of "
            "enrolment. Hours, groups, offers and activities hold from today where no day is given; those "
            "of a new citizen from the day of enrolment.",
        ),
        Kind.GROUPS: translate("Sheets", "A row for each conflict group, known by its name."),
        Kind.SEPARATIONS: translate(
            "Sheets",
            "A row for each separation, known by its two sides and its first day. A side is the name of a "
            "group or the case number of a citizen.",
        ),
        Kind.ROOMS: translate(
            "Sheets", "A row for each room, known by its name and site. The site must be in the unit already."
        ),
        Kind.STAFF: translate("Sheets", "A row for each colleague, known by name."),
        Kind.ABSENCES: translate(
            "Sheets",
            "A row for each absence, known by the person and its start. The person is a case number or the "
            "name of a colleague.",
        ),
    }[kind]


def column_words(column: str) -> str:
    """The heading of a column; its key where it has no other."""
    return {
        "activities": translate("Sheets", "Activities"),
        "activity": translate("Sheets", "Activity"),
        "assessed_by": translate("Sheets", "Assessed by"),
        "assessed_on": translate("Sheets", "Assessed on"),
        "cap_hours": translate("Sheets", "Hours that can be carried"),
        "capacity": translate("Sheets", "Seats"),
        "case_number": translate("Sheets", "Case number"),
        "citizens": translate("Sheets", "Citizens"),
        "count": translate("Sheets", "Number of citizens"),
        "daily_hours": translate("Sheets", "Hours a day"),
        "date": translate("Sheets", "Date"),
        "decided_by": translate("Sheets", "Hours decided by"),
        "end": translate("Sheets", "Ends"),
        "enrolled_from": translate("Sheets", "Enrolled from"),
        "enrolled_until": translate("Sheets", "Enrolled until"),
        "features": translate("Sheets", "Equipment"),
        "from": translate("Sheets", "From"),
        "gap": translate("Sheets", "Minutes between"),
        "groups": translate("Sheets", "Conflict groups"),
        "hours_from": translate("Sheets", "Hours hold from"),
        "hours_until": translate("Sheets", "Hours hold until"),
        "kind": translate("Sheets", "Kind"),
        "level": translate("Sheets", "Threat level"),
        "level_state": translate("Sheets", "State of the level"),
        "missing": translate("Sheets", "Missing sessions"),
        "name": translate("Sheets", "Name"),
        "note": translate("Sheets", "Note"),
        "offers": translate("Sheets", "Offers"),
        "person": translate("Sheets", "Case number or staff"),
        "placement_hours": translate("Sheets", "Hours at placements"),
        "reason": translate("Sheets", "Reason"),
        "review_on": translate("Sheets", "Hours review on"),
        "room": translate("Sheets", "Room"),
        "scope": translate("Sheets", "Kept apart"),
        "session_hours": translate("Sheets", "Hours in sessions"),
        "sessions": translate("Sheets", "Sessions"),
        "side_a": translate("Sheets", "One side"),
        "side_b": translate("Sheets", "Other side"),
        "site": translate("Sheets", "Site"),
        "skills": translate("Sheets", "Skills"),
        "source": translate("Sheets", "Source"),
        "staff": translate("Sheets", "Staff"),
        "start": translate("Sheets", "Starts"),
        "supplier": translate("Sheets", "Supplier"),
        "total_hours": translate("Sheets", "Hours in all"),
        "until": translate("Sheets", "Until"),
        "valid_until": translate("Sheets", "Assessment valid until"),
        "weekday": translate("Sheets", "Weekday"),
        "weekly_hours": translate("Sheets", "Hours a week"),
        **_weekdays(),
    }.get(column, column)


def state_words(state: State) -> str:
    return {
        State.NEW: translate("Sheets", "New"),
        State.CHANGED: translate("Sheets", "Changed"),
        State.UNCHANGED: translate("Sheets", "Unchanged"),
        State.WRONG: translate("Sheets", "Error"),
    }[state]


def imported_text(preview: Preview) -> str:
    """What an import has done, and how it is taken back."""
    text = translate("SheetAgain", "Imported: %1 new, %2 changed. Ctrl+Z takes all of it back.")
    new, changed = preview.count(State.NEW), preview.count(State.CHANGED)
    return text.replace("%1", str(new)).replace("%2", str(changed))


def choice_words(key: str) -> str:
    """What stands in a cell for a choice of the program: the words of ``services.sheets.cells.Word``."""
    kind, _, name = key.partition(".")
    if kind == "feature":
        return features((name,))
    if kind == "skill":
        return skill_name(name)
    if kind == "weekday":
        return _weekdays().get(name, name)
    return {
        "absence.illness": translate("Sheets", "illness"),
        "absence.holiday": translate("Sheets", "holiday"),
        "absence.court": translate("Sheets", "court"),
        "absence.detained": translate("Sheets", "detained"),
        "absence.other": translate("Sheets", "other"),
        "level.current": translate("Sheets", "current"),
        "level.run_out": translate("Sheets", "run out: counts one higher"),
        "level.none": translate("Sheets", "none on record: counts as the highest"),
        "scope.session": translate("Sheets", "session"),
        "scope.site": translate("Sheets", "site"),
        "unknown": translate("Sheets", "not known"),
    }.get(key, name or key)


def value_words(value: Value) -> str:
    """A cell as somebody reads it; a dash where nothing is on record."""
    if value is None:
        return "–"
    if isinstance(value, date):
        pattern = translate("Sheets", "d MMM yyyy", "date format of Qt")
        return QLocale().toString(QDate(value.year, value.month, value.day), pattern)
    if isinstance(value, Decimal):
        return f"{value.normalize():f}".replace(".", QLocale().decimalPoint())
    return str(value)


def _weekdays() -> dict[str, str]:
    return {
        "mon": translate("Sheets", "Monday"),
        "tue": translate("Sheets", "Tuesday"),
        "wed": translate("Sheets", "Wednesday"),
        "thu": translate("Sheets", "Thursday"),
        "fri": translate("Sheets", "Friday"),
        "sat": translate("Sheets", "Saturday"),
        "sun": translate("Sheets", "Sunday"),
    }
