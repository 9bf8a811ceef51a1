"""People whom placements bring together and who must not be, in words."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop.domain.unit import Unit
from desktop.services.week.placed_meetings import PlacedMeeting
from desktop.ui.health.running import runs_now_line
from desktop.ui.words import listed, when_inside

translate = QCoreApplication.translate
MOST_TIMES = 3


def meeting_line(unit: Unit, meeting: PlacedMeeting, now: datetime) -> str:
    """Who meets whom, where, when next, and why that may not be."""
    names = _names(unit)
    one, other = (names.get(each, each) for each in meeting.people)
    if meeting.alone:
        text = translate("PlacedTogether", "%1 must be alone at %3, but %2 is there too: %4")
    else:
        text = translate("PlacedTogether", "%1 and %2 must be kept apart, but are both at %3: %4")
    line = text.replace("%4", meeting_times(meeting)).replace("%3", names.get(meeting.site, meeting.site))
    line = line.replace("%2", other).replace("%1", one)
    return runs_now_line(line) if meeting.runs(now) else line


def meeting_brief(unit: Unit, meeting: PlacedMeeting, now: datetime) -> str:
    """Who meets whom, where, and when next, for a line of its own under what it is about."""
    names = _names(unit)
    one, other, site = (names.get(each, each) for each in (*meeting.people, meeting.site))
    line = f"{one} – {other} · {site} · {when_inside(*meeting.times[0])}"
    return runs_now_line(line) if meeting.runs(now) else line


def meeting_times(meeting: PlacedMeeting) -> str:
    """The next times; how many more there are is told behind them."""
    told = [when_inside(start, end) for start, end in meeting.times[:MOST_TIMES]]
    more = len(meeting.times) - MOST_TIMES
    if more > 0:
        told.append(
            translate("PlacedTogether", "%1 more", "times, at the end of a list").replace("%1", str(more))
        )
    return listed(told)


def meeting_help() -> str:
    """What can be done about it."""
    return translate(
        "PlacedTogether", "No repair of the sessions can help: one of the placements must be changed."
    )


def to_call(unit: Unit, meeting: PlacedMeeting) -> str:
    """The employers and both people."""
    names = _names(unit)
    employers = dict.fromkeys(
        f"{each.employer} ({names.get(each.citizen, each.citizen)})"
        for each in unit.placements
        if each.id in meeting.placements
    )
    people = (names.get(each, each) for each in meeting.people)
    return translate("PlacedTogether", "Call %1.").replace("%1", listed([*employers, *people]))


def _names(unit: Unit) -> dict[str, str]:
    kinds = (unit.citizens, unit.sites)
    return {each.id: each.name for kind in kinds for each in kind}
