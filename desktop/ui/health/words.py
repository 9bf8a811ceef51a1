"""What the check and the warnings say, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from desktop.domain.plans import PlannedSession
from desktop.domain.unit import Unit
from desktop.services.telling_apart import room_names
from desktop.services.week.not_free import NotFree, Why, bars_one, not_free
from desktop.services.week.warning_kinds import PlanWarning, WarningKind
from desktop.services.week.when_broken import Judged
from solver.check import Violation

translate = QCoreApplication.translate


def check_look(report: Judged) -> str:
    """How the check's result is drawn: ``danger`` where anybody may be in danger, ``warn`` where somebody
    can't come or a room is shut and that is all, or else ``ok``."""
    if not report.safe:
        return "danger"
    return "warn" if report.mild or not report.clean else "ok"


def check_words(report: Judged, *, goes: bool = True) -> str:
    """The check's result on one line, the worst first: what runs now, what may put somebody in danger, and
    only then who can't come. ``goes``: people go by the version; what another has still to come happens only
    if they do."""
    broken = len(report.grave) + len(report.wrong)
    if report.grave_now:
        now = translate("RunsNow", "A rule is broken right now")
        more = translate("RunsNow", "%1 · %2 more to come", "a rule is broken right now, how many")
        if not goes:
            more = translate(
                "NotGoneBy", "%1 · it would break %2 more", "a rule is broken right now, how many"
            )
        return more.replace("%2", str(broken)).replace("%1", now) if broken else now
    if broken:
        return _checked_words(broken, goes=goes)
    return mild_words(report.mild_sessions) or translate("Health", "Checked: no rule broken")


def _checked_words(broken: int, *, goes: bool) -> str:
    one = translate("Health", "Checked: 1 rule broken")
    more = translate("Health", "Checked: %1 rules broken")
    if not goes:
        one = translate("NotGoneBy", "Checked: it would break 1 rule")
        more = translate("NotGoneBy", "Checked: it would break %1 rules")
    return one if broken == 1 else more.replace("%1", str(broken))


def whole_check_words(report: Judged, *, goes: bool = True) -> str:
    """The same, and after what may put somebody in danger also who can't come."""
    told, mild = check_words(report, goes=goes), mild_words(report.mild_sessions)
    if report.safe or not mild:
        return told
    return f"{told} · {mild[0].lower()}{mild[1:]}"


def mild_words(sessions: int) -> str:
    """In how many sessions somebody can't come or the room is shut; empty for none."""
    if not sessions:
        return ""
    if sessions == 1:
        return translate("CheckMild", "In 1 session somebody can't come or the room is shut")
    text = translate("CheckMild", "In %1 sessions somebody can't come or the room is shut")
    return text.replace("%1", str(sessions))


def anew_words() -> str:
    """What is said where a version's own figures are others by now."""
    return translate(
        "FiguresAnew",
        "Its figures are worked out anew: something that they rest on was changed since it was made.",
    )


def over_words() -> str:
    """What is said of a week that has passed."""
    return translate("WeekOver", "This week is over")


def no_longer_words(count: int) -> str:
    """What of a week that is over does not fit the unit as it is by now."""
    if not count:
        return translate("WeekOver", "It is shown as it was planned.")
    text = translate(
        "WeekOver",
        "It is shown as it was planned. The lines below (%1) no longer fit the unit as it is today: "
        "somebody may have been erased since, or a rule changed. There is nothing to be done about it.",
    )
    return text.replace("%1", str(count))


def empty_words() -> str:
    """What is said of a plan without any session."""
    return translate("Health", "The plan is empty")


def warnings_words(count: int) -> str:
    if count == 1:
        return translate("Health", "1 warning")
    return translate("Health", "%1 warnings").replace("%1", str(count))


def rule_name(rule: str) -> str:
    """A hard rule's number and short name."""
    names = {
        "R1": translate("Health", "form"),
        "R2": translate("Health", "room"),
        "R3": translate("Health", "room once"),
        "R4": translate("Health", "staff free"),
        "R5": translate("Health", "staffing"),
        "R6": translate("Health", "citizen free"),
        "R7": translate("Health", "hours"),
        "R8": translate("Health", "enrolled"),
        "R9": translate("Health", "group size"),
        "R10": translate("Health", "apart in session"),
        "R11": translate("Health", "apart on site"),
        "R12": translate("Health", "alone on site"),
        "R13": translate("Health", "avoid"),
        "R14": translate("Health", "locked"),
        "R15": translate("Health", "budget"),
    }
    name = names.get(rule)
    return translate("Health", "the plan's own figures") if name is None else f"{rule} {name}"


def violation_words(unit: Unit, rule: str, ids: tuple[str, ...]) -> str:
    """A broken rule with the names that go with its ids."""
    return _broken_words(_names(unit), rule, ids)


def violations_in_words(
    unit: Unit, found: Iterable[Violation], *, goes: bool = True, sessions: Sequence[PlannedSession] = ()
) -> tuple[str, ...]:
    """Many broken rules: the names are looked up once for all. ``goes`` as in ``check_words``; ``sessions``
    are those of the version, where it is to be told why somebody is not free."""
    names, held = _names(unit), {each.id: each for each in sessions}
    told = []
    for each in found:
        text = _broken_words(names, each.rule, each.ids, goes=goes)
        session = held.get(each.ids[0]) if bars_one(each) else None
        why = "" if session is None else why_not_free(not_free(unit, session, each.ids[1]))
        told.append(f"{text} ({why})" if why else text)
    return tuple(told)


def why_not_free(found: NotFree) -> str:
    """Why somebody is not free for a session, amid a sentence."""
    text = {
        Why.AWAY: translate("NotFree", "away then"),
        Why.UNMEASURED: translate("NotFree", "the measures of threat level %1 are not on record all week"),
        Why.NOT_ENROLLED: translate("NotFree", "not enrolled with the unit then"),
        Why.NO_HOURS: translate("NotFree", "no weekly hours on record for that day"),
        Why.LOCKED: translate("NotFree", "a lock holds the person or the day"),
    }[found.why]
    return text.replace("%1", str(found.level))


def mild_line(unit: Unit, violation: Violation) -> str:
    """That somebody can't come to a session, or that its room is shut."""
    if violation.rule == "R2":
        return translate("Absent", "The room is shut.")
    return translate("Absent", "Absent: %1.").replace("%1", _names(unit).get(violation.ids[1], ""))


def _broken_words(names: Mapping[str, str], rule: str, ids: tuple[str, ...], *, goes: bool = True) -> str:
    who = ", ".join(names[each] for each in ids if each in names)
    if not goes:
        text = (
            translate("NotGoneBy", "%1 would be broken: %2")
            if who
            else translate("NotGoneBy", "%1 would be broken")
        )
        return text.replace("%1", rule_name(rule)).replace("%2", who)
    text = translate("Health", "%1 is broken") if not who else translate("Health", "%1 is broken: %2")
    return text.replace("%1", rule_name(rule)).replace("%2", who)


def no_longer_line(unit: Unit, rule: str, ids: tuple[str, ...]) -> str:
    """One thing of a week that is over: which rule, with the names that go with its ids."""
    names = _names(unit)
    who = ", ".join(names[each] for each in ids if each in names)
    text = (
        translate("WeekOver", "No longer fits: %1 (%2)")
        if who
        else translate("WeekOver", "No longer fits: %1")
    )
    return text.replace("%1", rule_name(rule)).replace("%2", who)


def warnings_in_words(unit: Unit, warnings: Iterable[PlanWarning]) -> tuple[str, ...]:
    """Many warnings: the names are looked up once for all."""
    names, patterns = _names(unit), _patterns()
    told = []
    for warning in warnings:
        text = patterns[warning.kind]
        for place, each in enumerate(warning.ids, start=1):
            text = text.replace(f"%{place}", names.get(each, each), 1)
        told.append(text)
    return tuple(told)


def _patterns() -> dict[WarningKind, str]:
    return {
        WarningKind.LEVEL_RUN_OUT: translate(
            "Health", "%1: the threat assessment has run out. Planned one level higher until it is renewed."
        ),
        WarningKind.LEVEL_NONE: translate(
            "Health", "%1: no threat assessment. Planned at the highest level until there is one."
        ),
        WarningKind.LEVEL_WITHOUT_MEASURES: translate(
            "Health",
            "%1: the measures of their threat level are unknown in this week. Nothing is planned.",
        ),
        WarningKind.LEVEL_GAP: translate(
            "Health",
            "Threat level %1 has no measures on record for the whole week. The next level above is taken; "
            "where there is none, nothing is planned.",
        ),
        WarningKind.NEEDS_APPROVAL: translate(
            "Health", "%1: the level asks for a manual yes before each session."
        ),
        WarningKind.NEVER_AUTOMATIC: translate(
            "HealthLocks", "%1: the level asks that only a person places them. The planner leaves them alone."
        ),
        WarningKind.NO_CAP: translate(
            "Health", "%1: no weekly hours on record. Nothing that counts as hours is planned."
        ),
        WarningKind.CAP_PART_OF_WEEK: translate(
            "Health",
            "%1: weekly hours are on record for a part of the week only. The other days are left out.",
        ),
        WarningKind.CAP_REVIEW_DUE: translate("Health", "%1: the weekly hours are due for review."),
        WarningKind.NO_AVAILABILITY: translate(
            "Health", "%1: no times on record at which they can come. Nothing is planned."
        ),
        WarningKind.MEMBERSHIP_UNKNOWN: translate(
            "Health", "%1: no conflict group on record. That does not mean that there is none."
        ),
        WarningKind.RIVALS_PLACED_TOGETHER: translate(
            "Health", "%1 and %2 must be kept apart, but are placed at %3 at the same time or too close."
        ),
        WarningKind.ALONE_SHARES_SITE: translate(
            "Health",
            "%1: the threat level asks for nobody else on the site, but %2 is placed at %3 at the same time.",
        ),
        WarningKind.PLACEMENT_SITE_UNKNOWN: translate(
            "Health",
            "%1: the workplace of the placement is unknown. Nobody can be kept apart from them there, and no "
            "time is kept for the way.",
        ),
        WarningKind.PLACED_NOT_ENROLLED: translate(
            "Health",
            "%1: at a placement, but not enrolled with the unit in this week. Others are kept apart from "
            "them there; nothing is planned.",
        ),
        WarningKind.ENROLMENT_PART_OF_WEEK: translate(
            "Health",
            "%1: the enrolment in %2, its offer or the referral to it covers a part of the week only. It is "
            "planned from the first whole week.",
        ),
        WarningKind.ENROLMENT_NOT_BOUGHT: translate(
            "Health",
            "%1: enrolled in %2, but its offer does not run in this week, or there is no referral to it. It "
            "is not planned.",
        ),
        WarningKind.NO_INTERVIEW: translate(
            "NoInterview",
            "No activity is chosen as the weekly interview: whoever is not in activation is called to none.",
        ),
        WarningKind.INTERVIEW_NOT_OFFERED: translate(
            "Health",
            "The offer of %1 does not run all week. Those without activation may not be called to it.",
        ),
        WarningKind.STARTUP_OVER: translate(
            "Health", "%1: the clarifying start of %2 is over, and there is no placement yet."
        ),
        WarningKind.ACTIVITY_OFF_GRID: translate(
            "Health", "%1: none of its lengths fits the planning grid. It is not planned."
        ),
        WarningKind.TRAVEL_UNKNOWN: translate(
            "Health",
            "The way between %1 and %2 is unknown. The longest known way is taken, and at least an hour.",
        ),
        WarningKind.NO_HOURS_LIMIT: translate(
            "Health", "The law's weekly hours are not on record. Planned by each person's own hours alone."
        ),
        WarningKind.NO_STARTUP_LIMIT: translate(
            "Health", "%1: how long its clarifying start may last is not on record. Its own length is taken."
        ),
        WarningKind.NO_BUDGET: translate("Health", "No yearly budget on record. Planned without one."),
        WarningKind.CLOSED: translate("Health", "The unit has no opening hours in this week."),
        WarningKind.LOCK_LEFT_OUT: translate(
            "HealthLocks",
            "A locked session names somebody or something that is not in this week. The week is planned "
            "without it; see the list of locks.",
        ),
        WarningKind.LOCK_AT_FAULT: translate(
            "HealthLocks",
            "A locked session breaks a rule as the unit stands now. Nothing can be planned until it is "
            "unlocked; see the list of locks.",
        ),
    }


def _names(unit: Unit) -> dict[str, str]:
    found: dict[str, str] = {}
    people = (unit.citizens, unit.staff, unit.groups)
    for kind in (*people, unit.sites, unit.activities, unit.offers):
        found |= {each.id: each.name for each in kind}
    return found | room_names(unit)
