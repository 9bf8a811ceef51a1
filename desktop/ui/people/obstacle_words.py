"""What stands in the way of more hours, and what would help, in words: from rules and ids to sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from desktop.domain.plans import PlanVersion
from desktop.domain.staffing import GUARD
from desktop.domain.unit import Unit
from desktop.printing.kind_words import placement_name
from desktop.printing.words import hours_text, short_day_inside
from desktop.qt.explaining_run import ExplainFailure
from desktop.qt.run_words import engine_text
from desktop.qt.solver_process import Failure
from desktop.services.explaining import Finding, Gain, MoreSession, Obstacle, OfferKind, OutOfReach
from desktop.ui.forms.week_words import day_name
from desktop.ui.people.words import INTERVIEW
from desktop.ui.words import features, listed, times

translate = QCoreApplication.translate
MOST_NAMES = 6
MOST_SESSIONS = 3


class ExplainNames:
    """The names that the ids of a week have in the unit as the screen may show it."""

    def __init__(self, unit: Unit, version: PlanVersion | None) -> None:
        self.people = {each.id: each.name for each in unit.citizens}
        self.groups = {each.id: each.name for each in unit.groups}
        self.staff = {each.id: each.name for each in unit.staff}
        self.rooms = {each.id: each.name for each in unit.rooms}
        self.sites = {each.id: each.name for each in unit.sites}
        self.activities = {each.id: each.name for each in unit.activities}
        self.skills = {
            skill: listed([each.name for each in unit.activities if each.skill == skill])
            for skill in {each.skill for each in unit.activities}
        }
        self.placements = {
            each.id: f"{placement_name(each.kind)}, {each.employer}" for each in unit.placements
        }
        self.sessions = {
            each.id: f"{self.activities.get(each.activity, each.activity)} "
            f"{short_day_inside(each.start.date())} {times(each.start, each.end)}"
            for each in (version.sessions if version else ())
        }

    def of(self, word: str) -> str | None:
        """What an id is called; None for what is none of the unit's, such as a skill."""
        kinds: tuple[Mapping[str, str], ...] = (
            self.people, self.groups, self.staff, self.rooms, self.sites, self.activities, self.sessions
        )  # fmt: skip
        found = next((kind[word] for kind in kinds if word in kind), None)
        return found or self.placements.get(word.rpartition(".")[0])

    def listed(self, ids: Iterable[str], *kinds: Mapping[str, str]) -> str:
        """The names of those ids that are of these kinds, the first few and how many more."""
        known = list(dict.fromkeys(name for each in ids for kind in kinds if (name := kind.get(each))))
        if len(known) > MOST_NAMES:
            more = translate("Obstacles", "%1 more").replace("%1", str(len(known) - MOST_NAMES + 1))
            known = [*known[: MOST_NAMES - 1], more]
        return listed(known)


def obstacle_text(rules: Sequence[str]) -> str:
    """What stands in the way, by the rule: a short sentence for each."""
    return listed([_rules()[rule] for rule in rules])


def cause_text(finding: Finding, names: ExplainNames) -> str:
    """A cause in somebody's own data or in what the unit has."""
    ids = finding.ids
    rooms, sites = names.listed(ids, names.rooms), names.listed(ids, names.sites)
    staff, activities = names.listed(ids, names.staff), names.listed(ids, names.activities)
    placed = listed([name for each in ids if (name := names.placements.get(each.rpartition(".")[0]))])
    held = names.listed(ids, names.sessions)
    match finding.rule:
        case "R1":
            return _with(translate("Obstacles", "the opening hours of %1"), sites)
        case "R2" if rooms:
            return _with(translate("Obstacles", "of the rooms only %1 can be used"), rooms)
        case "R2":
            return _with(translate("Obstacles", "no room suits %1 at their level"), activities)
        case "R4":
            return _with(translate("Obstacles", "too few staff at the same time: %1"), staff)
        case "R5":
            asked = staff or listed([each for each in ids if names.of(each) is None])
            return _with(translate("Obstacles", "staff or guards are missing: %1"), asked)
        case "R6" if placed:
            return _with(translate("Obstacles", "the placement: %1"), placed)
        case "R6":
            return translate("Obstacles", "the times at which they can come")
        case "R7":
            return translate("Obstacles", "the hours a week and a day that they may carry")
        case "R8" if any(each in names.people for each in ids):
            return _with(translate("Obstacles", "how much they are enrolled for: %1"), activities)
        case "R8":
            return _with(translate("Obstacles", "how often a day nobody attends more: %1"), activities)
        case "R9":
            return _with(translate("Obstacles", "the size of the groups: %1"), activities)
        case "R13":
            both = names.listed(ids, names.sites, names.staff)
            return _with(translate("Obstacles", "sites and staff that they are kept from: %1"), both)
        case "R14":
            return _with(translate("Obstacles", "locked sessions: %1"), held)
        case "R10" | "R11":
            return _with(
                translate("Obstacles", "people they must not meet, in locked sessions or placements: %1"),
                listed([each for each in (held, placed) if each]),
            )
    return _rules()[finding.rule]


def broken_text(obstacle: Obstacle, names: ExplainNames, besides: str) -> str:
    """Whom and what the rules in the way are about, without the person themself."""
    ids = [each for finding in obstacle.broken for each in finding.ids if each != besides]
    return names.listed(
        ids, names.people, names.groups, names.staff, names.rooms, names.sites, names.activities
    )


def more_sessions_text(sessions: Sequence[MoreSession], names: ExplainNames) -> str:
    """By which sessions they could have more hours."""
    lines = []
    for each in sessions[:MOST_SESSIONS]:
        text = (
            translate("Obstacles", "join %1, %2, %3")
            if each.joined
            else translate("Obstacles", "a new %1, %2, %3")
        )
        when = f"{short_day_inside(each.start.date())} {times(each.start, each.end)}"
        text = text.replace("%3", names.rooms.get(each.room, each.room)).replace("%2", when)
        lines.append(text.replace("%1", names.activities.get(each.activity, each.activity)))
    if len(sessions) > MOST_SESSIONS:
        more = translate("Obstacles", "%1 more").replace("%1", str(len(sessions) - MOST_SESSIONS))
        lines.append(more)
    return "; ".join(lines)


def out_of_reach_text(each: OutOfReach, names: ExplainNames) -> str:
    """A duty that no week could meet, and why."""
    interview = translate("Obstacles", "the weekly interview")
    duty = interview if each.duty == INTERVIEW else names.activities.get(each.duty, each.duty)
    text = translate("Obstacles", "No week can give them %1 (missing: %2).")
    text = text.replace("%2", str(each.missing)).replace("%1", duty)
    if each.causes:
        why = listed([cause_text(cause, names) for cause in each.causes[0]])
        blamed = translate("Obstacles", "In the way: %1.").replace("%1", why)
        text = f"{text} {blamed}"
    return text


def gain_text(gain: Gain, names: ExplainNames) -> str:
    """What could be offered, without what it wins."""
    ids = gain.ids
    day = "" if gain.day is None else day_name(gain.day, inside=True)
    named = [names.of(each) or each for each in ids]
    match gain.kind:
        case OfferKind.STAFF:
            if ids == (GUARD,):
                return translate("Obstacles", "One more guard, %1").replace("%1", day)
            text = translate("Obstacles", "One more member of staff for %1, %2")
            return text.replace("%2", day).replace(
                "%1", listed([names.skills.get(each, each) for each in ids])
            )
        case OfferKind.ROOM:
            with_features = features(ids[1:])
            if with_features:
                text = translate("Obstacles", "One more room at %1 with %2")
            else:
                text = translate("Obstacles", "One more room at %1")
            return text.replace("%2", with_features).replace("%1", named[0] if named else "")
        case OfferKind.OPENING:
            if not ids:
                return translate("Obstacles", "All sites open an hour longer, %1").replace("%1", day)
            text = translate("Obstacles", "%1 open an hour longer, %2")
            return text.replace("%2", day).replace("%1", named[0])
        case OfferKind.GAP:
            text = translate("Obstacles", "Less time between %1 and %2; only who decided it may")
            return text.replace("%2", named[-1]).replace("%1", named[0])
        case OfferKind.SEPARATION:
            if len(set(ids)) == 1:
                text = translate(
                    "Obstacles", "%1 no longer kept apart from each other; only who decided it may"
                )
                return text.replace("%1", named[0])
            text = translate("Obstacles", "%1 and %2 no longer kept apart; only who decided it may")
            return text.replace("%2", named[-1]).replace("%1", named[0])
        case OfferKind.LEVEL:
            text = translate("Obstacles", "%1 assessed one level lower; only who assesses may")
            return text.replace("%1", named[0])


def won_text(gain: Gain) -> str:
    """``+2 hours, at most 3.5``."""
    text = translate("Obstacles", "+%1 hours in the whole week (at most %2)")
    return text.replace("%1", hours_text(gain.hours)).replace("%2", hours_text(gain.bound))


def failure_text(failure: ExplainFailure) -> str:
    """Why there is no answer."""
    own = {
        ExplainFailure.KILLED: translate("Obstacles", "Stopped."),
        ExplainFailure.UNSAFE: translate(
            "Obstacles", "The plan breaks a rule as the unit stands now. Mend or plan the week first."
        ),
        ExplainFailure.STOPPED: translate("Obstacles", "Stopped before there was an answer."),
    }.get(failure)
    return own or engine_text(Failure(failure))


def _with(text: str, names: str) -> str:
    """The text with names in it; without their place where there are none."""
    if names:
        return text.replace("%1", names)
    return text.replace(": %1", "").replace(" %1", "")


def _rules() -> dict[str, str]:
    return {
        "R1": translate("Obstacles", "the opening hours"),
        "R2": translate("Obstacles", "no suitable room is free"),
        "R3": translate("Obstacles", "the rooms are taken"),
        "R4": translate("Obstacles", "the staff are busy or away"),
        "R5": translate("Obstacles", "too few staff or guards for the level"),
        "R6": translate("Obstacles", "they can't come then"),
        "R7": translate("Obstacles", "their hours a week or a day"),
        "R8": translate("Obstacles", "what they are enrolled in, and how often"),
        "R9": translate("Obstacles", "the size of the groups"),
        "R10": translate("Obstacles", "people they must not sit with"),
        "R11": translate("Obstacles", "people they must not meet on the site"),
        "R12": translate("Obstacles", "somebody must be alone on the site"),
        "R13": translate("Obstacles", "staff or sites they are kept from"),
        "R14": translate("Obstacles", "locked sessions"),
        "R15": translate("Obstacles", "the budget"),
    }
