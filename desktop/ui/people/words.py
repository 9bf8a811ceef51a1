"""What the list of people says in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from desktop.printing.kind_words import placement_name
from desktop.services.people_weeks import PersonWeek
from desktop.ui.words import group_words, level_words, listed, minutes_as_hours

translate = QCoreApplication.translate
INTERVIEW = "interview"


def hours_words(week: PersonWeek) -> str:
    """``12.5 of 20``; a cap that is not on record is told as unknown. Hours in sessions are not known before
    there is a plan: ``? of 20``, or ``12 + ? of 20`` with hours in placements."""
    cap = translate("People", "unknown") if week.cap_minutes is None else minutes_as_hours(week.cap_minutes)
    text = translate("People", "%1 of %2", "hours planned of the weekly cap")
    hours = minutes_as_hours(week.counted_minutes)
    if week.unmet is None:
        hours = f"{hours} + ?" if week.counted_minutes else "?"
    return text.replace("%1", hours).replace("%2", cap)


def hours_said(week: PersonWeek) -> str:
    """The same without a sign that has to be guessed at."""
    words = hours_words(week)
    return f"{words}: {not_planned_yet()}" if week.unmet is None else words


def not_planned_yet() -> str:
    return translate("PeopleHours", "unknown, not planned yet")


def missing_words(unmet: Sequence[str] | None, activities: Mapping[str, str]) -> tuple[str, ...]:
    """One line for each duty that is missing, with how many times."""
    found = []
    for duty, count in Counter(unmet or ()).items():
        name = (
            translate("People", "the weekly interview") if duty == INTERVIEW else activities.get(duty, duty)
        )
        if count > 1:
            text = translate("People", "%1 (%2 times)", "a duty that is missing more than once")
            name = text.replace("%2", str(count)).replace("%1", name)
        found.append(name)
    return tuple(found)


def below_name(groups: Sequence[str], duties: Sequence[str]) -> str:
    """The line below a name: what is missing, else the groups."""
    if duties:
        return translate("People", "Missing: %1").replace("%1", listed(duties))
    return group_words(groups)


def hint(name: str, case_number: str, groups: Sequence[str], duties: Sequence[str], week: PersonWeek) -> str:
    """Everything about a person's week on a few lines."""
    lines = [
        f"{name} · {case_number}",
        f"{level_words(week.level, week.level_state)} · {group_words(groups)}",
        _in_sessions(week),
    ]
    if week.placement_minutes or week.placements:
        kinds = listed(sorted({placement_name(kind) for kind in week.placements}))
        text = translate("People", "In placements: %1 hours (%2)")
        lines.append(text.replace("%1", minutes_as_hours(week.placement_minutes)).replace("%2", kinds))
    if week.cap_minutes is None:
        lines.append(translate("People", "No weekly hours on record: nothing that counts is planned"))
    else:
        text = translate("People", "May carry %1 hours a week")
        lines.append(text.replace("%1", minutes_as_hours(week.cap_minutes)))
    if duties:
        lines.append(translate("People", "Missing: %1").replace("%1", listed(duties)))
    return "\n".join(lines)


def _in_sessions(week: PersonWeek) -> str:
    if week.unmet is None:
        return translate("PeopleHours", "In sessions: unknown, not planned yet")
    text = translate("People", "In sessions: %1 hours (%2 sessions)")
    return text.replace("%1", minutes_as_hours(week.session_minutes)).replace("%2", str(week.sessions))
