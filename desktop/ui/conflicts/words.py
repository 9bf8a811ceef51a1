"""Separations, memberships and how they stand, in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from desktop.domain.conflicts import Membership, Scope, Separation
from desktop.domain.time import DateSpan, IsoWeek
from desktop.domain.unit import Unit
from desktop.printing.words import hours_text
from desktop.qt.explaining_run import ExplainFailure
from desktop.qt.run_words import engine_text
from desktop.qt.solver_process import Failure
from desktop.services.rivalries import Sides, Stand
from desktop.services.separation_costs import Cost
from desktop.services.telling_apart import told_apart
from desktop.ui.forms.dates import written_day
from desktop.ui.table.columns import Tone

translate = QCoreApplication.translate


class Names:
    """What the sides of a separation are called: groups and people of the unit as the screen may show it."""

    def __init__(self, unit: Unit) -> None:
        self._names = {each.id: each.name for each in unit.groups}
        self._names |= told_apart(unit.citizens)

    def known(self, side: str) -> bool:
        return side in self._names

    def side(self, side: str) -> str:
        return self._names.get(side, "")

    def pair(self, sides: Sides) -> str:
        """``A – B``; of one group twice, that its own members are meant."""
        one, other = (self.side(each) for each in sides)
        if sides[0] == sides[1]:
            return translate("Conflicts", "%1: its own members").replace("%1", one)
        return f"{one} – {other}" if one.casefold() <= other.casefold() else f"{other} – {one}"

    def record(self, record: Separation | Membership) -> str:
        """What a separation or a membership is about."""
        if isinstance(record, Separation):
            return self.pair(record.sides)
        text = translate("Conflicts", "%1 in %2", "a person, a conflict group")
        return text.replace("%2", self.side(record.group)).replace("%1", self.side(record.citizen))


def asked(separation: Separation) -> str:
    """What a separation asks for, in few words: ``Site, 30 minutes between``."""
    if separation.scope is Scope.SESSION:
        return translate("Conflicts", "Session", "scope of a separation")
    if not separation.gap_minutes:
        return translate("Conflicts", "Site", "scope of a separation")
    return translate("Conflicts", "Site, %1 min. between").replace("%1", str(separation.gap_minutes))


def asked_shortly(separation: Separation) -> str:
    """The same in a cell of the matrix, beside the sign of the scope."""
    if separation.scope is Scope.SITE and separation.gap_minutes:
        return translate("Conflicts", "%1 min.").replace("%1", str(separation.gap_minutes))
    return asked(separation)


def scope_icon(scope: Scope) -> str:
    return "building" if scope is Scope.SITE else "conflict"


def stand_name(stand: Stand) -> str:
    return {
        Stand.RUN_OUT: translate("Conflicts", "Run out"),
        Stand.SOON: translate("Conflicts", "Runs out soon"),
        Stand.HOLDS: translate("Conflicts", "Holds"),
        Stand.LATER: translate("Conflicts", "Begins later"),
        Stand.LET_END: translate("Conflicts", "Ended, reviewed"),
        Stand.FOLLOWED: translate("Conflicts", "Followed by another"),
    }[stand]


def stand_tone(stand: Stand) -> Tone:
    return {Stand.RUN_OUT: Tone.DANGER, Stand.SOON: Tone.WARN, Stand.HOLDS: Tone.OK}.get(stand, Tone.PLAIN)


def stand_icon(stand: Stand) -> str:
    return {
        Stand.RUN_OUT: "danger",
        Stand.SOON: "warn",
        Stand.HOLDS: "ok",
        Stand.LATER: "next",
        Stand.LET_END: "stop",
        Stand.FOLLOWED: "stop",
    }[stand]


def when_shortly(span: DateSpan, stand: Stand) -> str:
    """The day that matters in a cell of the matrix, behind the sign of how it stands; nothing for what holds
    for long."""
    if stand is Stand.LATER:
        return _day_and_month(span.first)
    return "" if span.last is None or stand is Stand.HOLDS else _day_and_month(span.last)


def until_text(span: DateSpan) -> str:
    return translate("Conflicts", "until further notice") if span.last is None else written_day(span.last)


def left_text(span: DateSpan, today: date) -> str:
    """The last day, and how far away it is: ``03/12/2026 (7 days left)``."""
    if span.last is None:
        return until_text(span)
    days = (span.last - today).days
    if days < 0:
        ago = translate("Conflicts", "1 day ago") if days == -1 else translate("Conflicts", "%1 days ago")
        far = ago.replace("%1", str(-days))
    elif days == 0:
        far = translate("Conflicts", "last day today")
    else:
        left = translate("Conflicts", "1 day left") if days == 1 else translate("Conflicts", "%1 days left")
        far = left.replace("%1", QLocale().toString(days))
    return f"{written_day(span.last)} ({far})"


def members_text(count: int) -> str:
    if count == 1:
        return translate("Conflicts", "1 member")
    return translate("Conflicts", "%1 members").replace("%1", str(count))


def people_count(count: int) -> str:
    if count == 1:
        return translate("Conflicts", "1 person")
    return translate("Conflicts", "%1 people").replace("%1", str(count))


def no_groups() -> str:
    """What stands in the place of the matrix and the drawing while there is no group."""
    return translate(
        "NoGroups",
        "No conflict group is on record. That does not mean that there are none: add the first one.",
    )


def nothing_on_record() -> str:
    return translate("Conflicts", "Nothing on record: nobody has assessed these two")


def cost_short(cost: Cost) -> str:
    """``0``, ``5.5–19`` or ``at most 12`` hours."""
    if cost.most == 0:
        return "0"
    if cost.least == cost.most:
        return hours_text(cost.least)
    if cost.least == 0:
        return translate("Conflicts", "at most %1", "hours").replace("%1", hours_text(cost.most))
    return f"{hours_text(cost.least)}–{hours_text(cost.most)}"


def cost_text(cost: Cost, week: IsoWeek, best: float) -> str:
    """What a separation costs a week, as a finding with its two bounds."""
    if cost.most == 0:
        text = translate("Conflicts", "Week %1 loses no hours by it: no week without it could have more.")
    elif cost.least == 0:
        text = translate(
            "Conflicts",
            "In week %1 no hours were found that it costs. Without it, the week could have at most %3 hours "
            "more than the best week found with it (%4 hours).",
        )
    elif cost.least == cost.most:
        text = translate(
            "Conflicts",
            "It costs week %1 %2 hours: that many more would be possible without it than in the best week "
            "found with it (%4 hours), and no more.",
        )
    else:
        text = translate(
            "Conflicts",
            "It costs week %1 hours: without it, at least %2 and at most %3 hours more would be possible "
            "than in the best week found with it (%4 hours).",
        )
    text = text.replace("%4", hours_text(best)).replace("%3", hours_text(cost.most))
    return text.replace("%2", hours_text(cost.least)).replace("%1", str(week.week))


def cost_failure(failure: ExplainFailure) -> str:
    own = {
        ExplainFailure.UNSAFE: translate(
            "Conflicts",
            "The week's plan breaks a rule by now. Plan it again, then ask what this costs.",
        ),
        ExplainFailure.STOPPED: translate("Conflicts", "Stopped before anything was found."),
    }.get(failure)
    return own or engine_text(Failure(failure))


def _day_and_month(day: date) -> str:
    pattern = translate("Conflicts", "d/M", "date format of Qt in a small cell: day, month")
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)
