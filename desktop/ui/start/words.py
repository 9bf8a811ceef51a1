"""The first page's matters and steps in words."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop.domain.time import IsoWeek
from desktop.domain.unit import Unit
from desktop.services.attention import Item, Matter, Step, WeekStand, WeekState
from desktop.ui.forms.dates import day_and_distance
from desktop.ui.health.meetings import meeting_brief
from desktop.ui.words import untold_words

translate = QCoreApplication.translate

_SEPARATIONS = (Matter.SEPARATION_RUN_OUT, Matter.SEPARATION_SOON)
_MEMBERSHIPS = (Matter.MEMBERSHIP_RUN_OUT, Matter.MEMBERSHIP_SOON)


def matter_title(matter: Matter) -> str:
    """What a group of items is about."""
    return {
        Matter.PLACED_TOGETHER: translate(
            "PlacedTogether", "Brought together by placements: change the placement"
        ),
        Matter.UNAPPROVED: translate("StartApprovals", "Sessions to come without their manual yes"),
        Matter.UNTOLD: translate("StartUntold", "Not yet told of their changed week"),
        Matter.LEVEL_NONE: translate("Start", "No threat level on record: counted as the highest"),
        Matter.LEVEL_RUN_OUT: translate("Start", "Threat level run out: counted one level higher"),
        Matter.LEVEL_SOON: translate("Start", "Threat level runs out soon"),
        Matter.SEPARATION_RUN_OUT: translate("Start", "Separation run out: no longer kept apart"),
        Matter.SEPARATION_SOON: translate("Start", "Separation runs out soon"),
        Matter.NO_INTERVIEW: translate("NoInterview", "Nobody is called to the weekly interview"),
        Matter.MEMBERSHIP_RUN_OUT: translate(
            "StartMemberships", "Membership run out: no longer kept apart as one of the group"
        ),
        Matter.MEMBERSHIP_SOON: translate("StartMemberships", "Membership of a group runs out soon"),
        Matter.NO_SHOW: translate("StartNoShows", "Did not show up: still to be followed up"),
        Matter.CAP_NONE: translate("Start", "No weekly hours on record: no hours are planned"),
        Matter.REVIEW_DUE: translate("Start", "Weekly hours to be judged anew"),
        Matter.MISSING_DUTY: translate("Start", "Below their minimum in this week's plan"),
        Matter.ENROLMENT_SOON: translate("Start", "Leaves the unit soon"),
        Matter.MEASURES_SOON: translate("Start", "Measures of a threat level run out soon"),
    }[matter]


def is_urgent(matter: Matter) -> bool:
    """Whether something is planned on the safe side, or not at all, until somebody has looked at it."""
    return matter in (
        Matter.PLACED_TOGETHER,
        Matter.UNAPPROVED,
        Matter.UNTOLD,
        Matter.LEVEL_NONE,
        Matter.LEVEL_RUN_OUT,
        Matter.SEPARATION_RUN_OUT,
        Matter.NO_INTERVIEW,
        Matter.MEMBERSHIP_RUN_OUT,
        Matter.CAP_NONE,
        Matter.MISSING_DUTY,
    )


def page_of(matter: Matter) -> str:
    """The page on which it is seen to."""
    if matter in (*_SEPARATIONS, *_MEMBERSHIPS):
        return "conflicts"
    if matter is Matter.NO_INTERVIEW:
        return "resources"
    if matter is Matter.UNTOLD:
        return "acute"
    if matter is Matter.UNAPPROVED:
        return "week"
    return "levels" if matter is Matter.MEASURES_SOON else "people"


def subject_of(item: Item) -> str:
    """What is opened on that page: of people who are placed together, their placements."""
    return f"{item.subject}#offers" if item.meeting is not None else item.subject


def item_text(unit: Unit, item: Item, now: datetime) -> str:
    """Who or what an item is about, and since or until when."""
    if item.matter is Matter.NO_INTERVIEW:
        one = translate(
            "NoInterview", "1 person is not in activation: choose the activity they are called to"
        )
        more = translate(
            "NoInterview", "%1 people are not in activation: choose the activity they are called to"
        )
        return one if item.count == 1 else more.replace("%1", str(item.count))
    if item.matter is Matter.UNAPPROVED:
        return _unapproved_text(item, now)
    if item.matter is Matter.UNTOLD:
        week, _, number = item.subject.partition(".")
        return untold_words(item.count, IsoWeek.parse(week), int(number))
    if item.meeting is not None:
        return meeting_brief(unit, item.meeting, now)
    name = subject_name(unit, item)
    if item.matter is Matter.MISSING_DUTY:
        if item.count == 1:
            return translate("Start", "%1: 1 session missing").replace("%1", name)
        text = translate("Start", "%1: %2 sessions missing")
        return text.replace("%2", str(item.count)).replace("%1", name)
    return name if item.day is None else f"{name}: {day_and_distance(item.day, now.date())}"


def _unapproved_text(item: Item, now: datetime) -> str:
    one = translate("StartApprovals", "Week %1: 1 session, %3")
    more = translate("StartApprovals", "Week %1: %2 sessions, the first %3")
    text = (one if item.count == 1 else more).replace("%2", str(item.count))
    if item.day is not None:
        text = text.replace("%3", day_and_distance(item.day, now.date()))
    return text.replace("%1", str(IsoWeek.parse(item.subject.partition(".")[0]).week))


def subject_name(unit: Unit, item: Item) -> str:
    """The name of what an item is about; a separation is told by its two sides, a membership by
    the person and the group."""
    if item.matter in _MEMBERSHIPS:
        sides = next(
            ((each.citizen, each.group) for each in unit.memberships if each.id == item.subject), ("", "")
        )
        return " – ".join(_side(unit, each) for each in sides)
    if item.matter in _SEPARATIONS:
        sides = next(
            ((each.side_a, each.side_b) for each in unit.separations if each.id == item.subject), ("", "")
        )
        return " – ".join(_side(unit, each) for each in sides)
    if item.matter is Matter.MEASURES_SOON:
        return next((each.name for each in unit.levels if each.id == item.subject), "")
    return next((each.name for each in unit.citizens if each.id == item.subject), "")


def stand_text(state: WeekState) -> str:
    """How far a week is, in one line."""
    number = str(state.version.number) if state.version is not None else ""
    if state.stand is WeekStand.UNSAFE and state.broken == 1:
        text = translate("Start", "No longer safe: version %1 breaks 1 rule by now")
    elif state.stand is WeekStand.CANNOT and state.version is not None:
        text = translate(
            "UncheckedWeek",
            "Version %1 can't be checked: no threat level has measures on every day of the week",
        )
    else:
        text = {
            WeekStand.CANNOT: translate("Start", "Cannot be planned: no threat level has measures all week"),
            WeekStand.NOT_PLANNED: translate("Start", "Not planned yet"),
            WeekStand.DRAFT: translate("Start", "Version %1 is a draft: nothing is published"),
            WeekStand.PUBLISHED: translate("Start", "Version %1 is published"),
            WeekStand.UNSAFE: translate("Start", "No longer safe: version %1 breaks %2 rules by now"),
        }[state.stand]
    text = text.replace("%2", str(state.broken)).replace("%1", number)
    if state.mild:
        text = f"{text} · {_mild_text(state.mild)}"
    if state.newer_draft:
        text = f"{text} · {translate('Start', 'a newer draft is not published')}"
    return text


def _mild_text(count: int) -> str:
    if count == 1:
        return translate("StartAbsent", "in 1 session somebody can't come or the room is shut")
    text = translate("StartAbsent", "in %1 sessions somebody can't come or the room is shut")
    return text.replace("%1", str(count))


def step_text(step: Step) -> str:
    """A step on the way to the first planned week."""
    return {
        "rooms": translate("Start", "Enter the sites and their rooms"),
        "staff": translate("Start", "Enter the staff with their skills and hours"),
        "activities": translate("Start", "Enter the activities: what sessions are planned of"),
        "levels": translate("Start", "Decide the measures of each threat level"),
        "groups": translate("Start", "Enter the conflict groups and who must be kept apart"),
        "people": translate("Start", "Enter the people, or import them from a spreadsheet"),
        "enrolments": translate("Start", "Say which activities each person takes part in"),
        "week": translate("Start", "Plan the week"),
    }[step.key]


def _side(unit: Unit, side: str) -> str:
    groups = (each.name for each in unit.groups if each.id == side)
    people = (each.name for each in unit.citizens if each.id == side)
    return next(groups, None) or next(people, "")
