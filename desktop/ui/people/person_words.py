"""What is known of a person, in words. What is not on record is called unknown, never none."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from desktop.domain.levels import EffectiveLevel, LevelState
from desktop.domain.people import LevelAssessment
from desktop.domain.plans import PlanVersion, VersionState
from desktop.domain.time import DateSpan
from desktop.services.attendance import AttendanceRate
from desktop.services.people_overview import Standing
from desktop.ui.forms.dates import day_and_distance, written_day
from desktop.ui.words import level_name

translate = QCoreApplication.translate


def standing_text(standing: Standing) -> str:
    """Whether the unit activates somebody now."""
    return {
        Standing.CURRENT: translate("PersonWords", "With the unit"),
        Standing.COMING: translate("PersonWords", "Still to come"),
        Standing.ENDED: translate("PersonWords", "Has left"),
    }[standing]


def span_state_text(span: DateSpan, today: date) -> str:
    """What stands before an entry that does not hold today; nothing where it does."""
    if span.holds(today):
        return ""
    if span.first > today:
        return translate("PersonWords", "To come", "an entry that holds later")
    return translate("PersonWords", "Ended", "an entry that held before")


def why_level(level: EffectiveLevel, newest: LevelAssessment | None, today: date) -> str:
    """Why somebody counts as a level, in one or two sentences."""
    if newest is None or level.state is LevelState.NONE:
        text = translate("PersonWords", "No assessment on record: counted as the highest level there is.")
    elif level.state is LevelState.RUN_OUT:
        text = translate(
            "PersonWords",
            "%1 was assessed by %2 and ran out on %3. Until it is renewed they count as one level higher.",
        )
        text = text.replace("%3", day_and_distance(newest.valid_until, today))
    else:
        text = translate("PersonWords", "%1, assessed by %2 on %4. It holds until %3.")
        text = text.replace("%4", written_day(newest.assessed_on))
        text = text.replace("%3", day_and_distance(newest.valid_until, today))
    if newest is not None:
        text = text.replace("%1", level_name(newest.level)).replace("%2", newest.assessed_by)
    if not level.measured:
        more = translate(
            "PersonWords", "No measures are on record for that level in this week: nothing may be planned."
        )
        text = f"{text} {more}"
    elif level.level != level.asked:
        more = translate("PersonWords", "%1 has no measures in this week, so those of %2 hold.")
        more = more.replace("%2", level_name(level.level)).replace("%1", level_name(level.asked))
        text = f"{text} {more}"
    return text


def rate_text(rate: AttendanceRate, weeks: int) -> str:
    """How often somebody came in the last weeks; what was not noted is told apart."""
    if not rate.noted and not rate.unknown:
        text = translate("PersonWords", "No sessions in the last %1 weeks.")
        return text.replace("%1", str(weeks))
    if not rate.noted:
        text = translate("PersonWords", "Last %1 weeks: unknown, none of %2 sessions is noted.")
        return text.replace("%1", str(weeks)).replace("%2", str(rate.unknown))
    text = translate(
        "PersonWords", "Last %1 weeks: came to %2 of %3 noted sessions · excused: %4 · no-shows: %5"
    )
    for place, number in (
        ("%1", weeks),
        ("%2", rate.came),
        ("%3", rate.noted),
        ("%4", rate.excused),
        ("%5", rate.no_shows),
    ):
        text = text.replace(place, str(number))
    if rate.unknown:
        more = translate("PersonWords", "unknown: %1").replace("%1", str(rate.unknown))
        text = f"{text} · {more}"
    return text


def stand_words(version: PlanVersion, *, forced: PlanVersion | None) -> str:
    """Which version it is, and whether people go by it."""
    if version.state is VersionState.DRAFT:
        text = translate("PersonWeek", "version %1, a draft that is not published")
    elif forced is not None and forced.id != version.id:
        text = translate("PersonWeek", "version %1, no longer in force")
    else:
        text = translate("PersonWeek", "version %1, in force")
    return text.replace("%1", str(version.number))
