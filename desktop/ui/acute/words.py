"""What is said of an acute day: what is not safe and why, what a repair takes, why there is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from desktop.domain.plans import PlannedSession
from desktop.domain.unit import Unit
from desktop.printing.words import hours_text, short_day_inside
from desktop.qt.repair_run import RepairFailure
from desktop.qt.run_words import engine_text
from desktop.qt.solver_process import Failure
from desktop.services.happenings import LowersLevel, NothingNew
from desktop.services.repairs import Least
from desktop.services.telling_apart import room_names
from desktop.services.week.not_free import NotFree, Why, bars_one
from desktop.services.week.unsafe import Danger, UnsafeSession
from desktop.ui.health.words import violation_words, why_not_free
from desktop.ui.words import listed, times
from solver.check import Violation

translate = QCoreApplication.translate
MOST_REASONS = 3
"""How many rules are told of one session; how many more there are is told behind them."""


class SessionWords:
    """Words sessions and broken rules with the unit's names."""

    def __init__(self, unit: Unit, now: datetime) -> None:
        self._unit = unit
        self._now = now
        self._today = now.date()
        self._people = {each.id: each.name for each in unit.citizens}
        self._people |= {each.id: each.name for each in unit.staff}
        self._activities = {each.id: each.name for each in unit.activities}
        self._rooms = {each.id: each.name for each in unit.rooms}
        self._rooms_alone = room_names(unit)
        self._sites = {each.id: each.name for each in unit.sites}
        self._site_of = {each.id: each.site for each in unit.rooms}

    @property
    def unit(self) -> Unit:
        """The unit whose names are told."""
        return self._unit

    @property
    def now(self) -> datetime:
        """The local moment."""
        return self._now

    def person(self, person: str) -> str:
        """A citizen's or a staff member's name."""
        return self._people.get(person, person)

    def names(self, people: Sequence[str]) -> str:
        return listed([self.person(each) for each in people])

    def moment(self, session: PlannedSession) -> str:
        """``today 10:00–12:00``, ``Fri 27 Nov 10:00–12:00``."""
        return f"{self.day(session.start)} {times(session.start, session.end)}"

    def day(self, moment: datetime) -> str:
        days = (moment.date() - self._today).days
        near = {0: translate("Acute", "today"), 1: translate("Acute", "tomorrow")}
        return near.get(days) or short_day_inside(moment.date())

    def place(self, session: PlannedSession) -> str:
        """``Jobklub, Lokale 1, Huset``."""
        site = self._sites.get(self._site_of.get(session.room, ""), "")
        parts = (
            self._activities.get(session.activity, session.activity),
            self._rooms.get(session.room, session.room),
            site,
        )
        return ", ".join(part for part in parts if part)

    def session(self, session: PlannedSession) -> str:
        """Both on one line."""
        return f"{self.moment(session)}, {self.place(session)}"

    def brief(self, session: PlannedSession) -> str:
        """When, and what."""
        return f"{self.moment(session)}, {self._activities.get(session.activity, session.activity)}"

    def moved(self, before: PlannedSession, after: PlannedSession) -> str:
        """What is another, and no more: ``Jobklub: tomorrow 11:00–12:00 → 10:30–12:00, Lokale 3``."""
        sites = self._site_of.get(before.room), self._site_of.get(after.room)
        old, new = self.moment(before), self.moment(after)
        if before.start.date() == after.start.date():
            new = times(after.start, after.end)
        parts = [new]
        if before.room != after.room:
            old = f"{old}, {self._rooms_alone.get(before.room, before.room)}"
            parts.append(self._rooms_alone.get(after.room, after.room))
        if sites[0] != sites[1]:
            parts.append(self._sites.get(sites[1] or "", sites[1] or ""))
        text = translate("Acute", "%1: %2 → %3", "activity, when and where before, when and where now")
        what = self._activities.get(after.activity, after.activity)
        return text.replace("%3", ", ".join(parts)).replace("%2", old).replace("%1", what)

    def reasons(self, unsafe: UnsafeSession) -> str:
        """Why a session is not safe, a sentence a rule."""
        together = {frozenset(each.ids[1:]) for each in unsafe.violations if each.rule == "R10"}
        told = [
            each
            for each in unsafe.violations
            # Whoever is in one session is on one site as well: that need not be said too.
            if each.rule != "R11" or frozenset(self._who(each)) not in together
        ]
        why = dict(unsafe.not_free)
        said = list(dict.fromkeys(self.rule(each, unsafe.session, why) for each in told))
        if len(said) > MOST_REASONS:
            more = translate("Acute", "And %1 more.").replace("%1", str(len(said) - MOST_REASONS))
            said = [*said[:MOST_REASONS], more]
        return " ".join(said)

    def mild(self, unsafe: UnsafeSession) -> str:
        """Who can't come or that the room is shut, and who must be told."""
        session, said = unsafe.session, []
        told = list(session.staff)
        if unsafe.absent:
            absent = translate("Absent", "Absent: %1.")
            said.append(absent.replace("%1", self.names(list(unsafe.absent))))
        if unsafe.shut:
            said.append(translate("Absent", "The room is shut."))
            told = [*(each for each in session.citizens if each not in unsafe.absent), *told]
        text = translate("Absent", "%1 must be told.").replace("%1", self.names(told))
        return " ".join([*said, text])

    def rule(
        self,
        violation: Violation,
        session: PlannedSession | None = None,
        not_free: Mapping[str, NotFree] = MappingProxyType({}),
    ) -> str:
        """A broken rule as a sentence; ``session`` is the one that it is told of, ``not_free`` says why whom
        it names are not free for it."""
        who = self.names(self._who(violation))
        why = not_free.get(violation.ids[1]) if bars_one(violation) else None
        if why is not None and why.why is not Why.AWAY and who:
            text = translate("NotFree", "%1 must not be there: %2.", "somebody, why")
            return text.replace("%2", why_not_free(why)).replace("%1", who)
        site = self._sites.get(self._site_of.get(session.room, ""), "") if session is not None else ""
        sentence = _sentences().get(violation.rule)
        if sentence is None or ("%1" in sentence and not who):
            return f"{violation_words(self._unit, violation.rule, violation.ids)}."
        return sentence.replace("%2", site or translate("Acute", "one site")).replace("%1", who)

    def _who(self, violation: Violation) -> list[str]:
        """The people whom a rule names, each once, whatever their order."""
        return sorted({each for each in violation.ids if each in self._people}, key=self.person)


def danger_text(danger: Danger, unapproved: int = 0, *, happened: bool) -> str:
    """How many sessions are not safe, or, where none is, how many still lack their manual yes.

    ``happened``: something is about to be recorded.
    """
    count, mild = len(danger.grave), _mild_text(len(danger.mild), alone=not danger.grave)
    if mild and not danger.week:
        graver = danger_text(replace(danger, sessions=danger.grave), happened=happened)
        return f"{graver} · {mild}" if count else mild
    if count and not danger.mendable:
        one = translate("Acute", "1 session that runs now is not safe")
        more = translate("Acute", "%1 sessions that run now are not safe")
        return one if count == 1 else more.replace("%1", str(count))
    if count == 0 and danger.week:
        return translate("Acute", "A rule of the whole week is broken")
    if count == 0 and unapproved:
        one = translate(
            "AcuteApprovals", "No rule is broken from now on, but 1 session still needs a manual yes"
        )
        more = translate(
            "AcuteApprovals", "No rule is broken from now on, but %1 sessions still need a manual yes"
        )
        return one if unapproved == 1 else more.replace("%1", str(unapproved))
    if count == 0:
        return translate("Acute", "Every session from now on is safe")
    if count == 1:
        one = translate("Acute", "1 session from now on is no longer safe")
        return one if happened else translate("Acute", "1 session from now on is not safe")
    more = translate("Acute", "%1 sessions from now on are no longer safe")
    text = more if happened else translate("Acute", "%1 sessions from now on are not safe")
    return text.replace("%1", str(count))


def _mild_text(count: int, *, alone: bool) -> str:
    """In how many sessions somebody can't come, or the room is shut, and nothing else is wrong."""
    if not count:
        return ""
    if alone and count == 1:
        return translate("Absent", "No session is unsafe; in 1 somebody can't come or the room is shut")
    if alone:
        text = translate("Absent", "No session is unsafe; in %1 somebody can't come or the room is shut")
    elif count == 1:
        text = translate("Absent", "in 1 more somebody can't come or the room is shut")
    else:
        text = translate("Absent", "in %1 more somebody can't come or the room is shut")
    return text.replace("%1", str(count))


def placed_text(count: int) -> str:
    """How often placements bring together people who must not be."""
    if count == 1:
        return translate("PlacedTogether", "Placements bring 2 people together who must not be")
    return translate("PlacedTogether", "Placements bring people together who must not be: %1 times").replace(
        "%1", str(count)
    )


def refusal_text(error: Exception) -> str:
    """Why something can't be recorded."""
    if isinstance(error, LowersLevel):
        return translate("Acute", "The level would be lower than the one that they are met at now.")
    if isinstance(error, NothingNew):
        return translate("Acute", "There is nothing to record: no detention is on record, or they have left.")
    return translate("Acute", "This can't be recorded: it contradicts what is on record.")


def proof_text(least: Least, *, hours: bool = False) -> str:
    """How good a cost of a repair is known to be."""
    if least.proven:
        return translate("Acute", "proven least")
    if not least.bound:
        return ""
    bound = hours_text(least.bound) if hours else str(round(least.bound))
    return translate("Acute", "proven: at least %1").replace("%1", bound)


def failure_text(failure: RepairFailure) -> str:
    """Why there is no repaired week, in one or two sentences."""
    own = {
        RepairFailure.KILLED: translate("Acute", "The search was ended before a safe week was found."),
        RepairFailure.UNSAFE: translate(
            "Acute", "The independent check refused the repaired week. Nothing of it is shown."
        ),
        RepairFailure.PAST_CHANGED: translate(
            "Acute", "The repaired week would change what has begun already. Nothing of it is shown."
        ),
        RepairFailure.CONTRADICTION: translate(
            "Acute",
            "What is locked breaks a rule since this happened, so there is no safe week. Unlock it in the "
            "week, then repair again.",
        ),
        RepairFailure.NO_PLAN: translate("Acute", "No repaired week was found."),
        RepairFailure.OVERTAKEN: translate(
            "AcuteTime",
            "Time has passed: a session that the repair would change has begun. Nothing was kept: repair the "
            "week again.",
        ),
    }.get(failure)
    return own or engine_text(Failure(failure))


def _sentences() -> dict[str, str]:
    """By rule. %1 are the people whom it names, %2 the site of the session."""
    return {
        "R2": translate("Acute", "The room can't be used: it is shut, too small or lacks what is needed."),
        "R4": translate("Acute", "%1 can't be there."),
        "R5": translate("Acute", "There are too few staff or guards, or nobody with the skill."),
        "R6": translate("Acute", "%1 can't come."),
        "R7": translate("Acute", "%1 has more hours than allowed."),
        "R8": translate("Acute", "%1 is not enrolled in this, or too often in it."),
        "R9": translate("Acute", "The group is too large or too small for the people in it."),
        "R10": translate("Acute", "%1 must not be in one session."),
        "R11": translate("Acute", "%1 would meet at %2, or with too little time between."),
        "R12": translate("Acute", "%1 would be at %2 at once, and one of them must be alone there."),
        "R13": translate("Acute", "%1: a member of staff or a site that must be avoided."),
    }
