"""A verdict in words: whether, why, and what it wins or costs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.domain.plans import PlannedSession
from desktop.domain.unit import Unit
from desktop.services.hand.verdicts import Verdict, VerdictKind
from desktop.services.telling_apart import room_names
from desktop.ui.health.reasons import Reasons
from desktop.ui.words import listed, minutes_as_hours, money, when

translate = QCoreApplication.translate
MOST_REASONS = 4
MOST_NAMES = 3


@dataclass(frozen=True, slots=True)
class Told:
    """``title``: whether it may be. ``place``: where and when it would be. ``lines``: the reasons."""

    kind: VerdictKind
    title: str
    place: str
    lines: tuple[str, ...]

    def whole(self) -> str:
        """All of it in one line, for the line at the window's foot and for screen readers."""
        place = f"{self.place}: " if self.place else ""
        return " ".join((f"{place}{self.title}.", *self.lines))


class VerdictWords:
    """Words verdicts with a unit's names."""

    def __init__(self, unit: Unit) -> None:
        self._reasons = Reasons(unit)
        self._names = {each.id: each.name for kind in (unit.citizens, unit.staff) for each in kind}
        self._activities = {each.id: each.name for each in unit.activities}
        self._rooms = room_names(unit)

    def tell(self, verdict: Verdict) -> Told:
        """A verdict in words."""
        if verdict.past:
            lines: tuple[str, ...] = (_past(),)
        else:
            lines = tuple(self._broken(verdict) if verdict.broken else self._balance(verdict))
        place = self.place(verdict.sessions[-1]) if verdict.sessions else ""
        return Told(verdict.kind, kind_name(verdict.kind), place, lines)

    def place(self, session: PlannedSession) -> str:
        """When and where a session is."""
        return f"{when(session.start, session.end)} · {self._rooms.get(session.room, session.room)}"

    def sign(self, verdict: Verdict) -> str:
        """The few words behind a name in a list."""
        if verdict.past:
            return _past()
        if verdict.broken:
            return self._reasons.sentence(verdict.broken[0])
        return next(iter(self._balance(verdict)), kind_name(verdict.kind))

    def _broken(self, verdict: Verdict) -> Iterator[str]:
        sentences = self._reasons.sentences(verdict.broken)
        yield from sentences[:MOST_REASONS]
        more = len(sentences) - MOST_REASONS
        if more > 0:
            yield translate("Verdicts", "… and %1 more.").replace("%1", str(more))

    def _balance(self, verdict: Verdict) -> Iterator[str]:
        won = [(who, minutes) for who, minutes in verdict.minutes_won if minutes > 0]
        lost = [(who, -minutes) for who, minutes in verdict.minutes_won if minutes < 0]
        for found, text in (
            (won, translate("Verdicts", "%1 hours more a week for %2.")),
            (lost, translate("Verdicts", "%1 hours less a week for %2.")),
        ):
            if found:
                hours = minutes_as_hours(sum(minutes for _, minutes in found))
                yield text.replace("%1", hours).replace("%2", self._people(who for who, _ in found))
        for duties, text in (
            (verdict.duties_met, translate("Verdicts", "Duty met: %1.")),
            (verdict.duties_lost, translate("Verdicts", "Duty missing: %1.")),
        ):
            if duties:
                named = [
                    f"{self._activities.get(each.duty, '')} {self._named(each.citizen)}".strip()
                    for each in duties
                ]
                yield text.replace("%1", listed(named[:MOST_NAMES]))
        for change in verdict.staff_changed:
            text = translate("Verdicts", "Staff: %1 instead of %2.")
            new = [each for each in change.after if each not in change.before]
            old = [each for each in change.before if each not in change.after]
            yield text.replace("%1", self._people(iter(new))).replace("%2", self._people(iter(old)))
        if verdict.cost:
            text = (
                translate("Verdicts", "Costs %1 more.")
                if verdict.cost > 0
                else translate("Verdicts", "Saves %1.")
            )
            yield text.replace("%1", money(abs(verdict.cost)))
        if verdict.told:
            yield translate("Verdicts", "To be told: %1.").replace("%1", self._people(iter(verdict.told)))

    def _named(self, person: str) -> str:
        return self._names.get(person, person)

    def _people(self, people: Iterator[str]) -> str:
        names = [self._named(each) for each in people]
        if not names:
            return translate("Verdicts", "nobody")
        if len(names) > MOST_NAMES + 1:
            more = translate("Verdicts", "%1 more", "people, at the end of a list")
            return listed([*names[:MOST_NAMES], more.replace("%1", str(len(names) - MOST_NAMES))])
        return listed(names)


def _past() -> str:
    return translate("VerdictsPast", "What has begun stays as people know it.")


def kind_name(kind: VerdictKind) -> str:
    """Whether something may be."""
    return {
        VerdictKind.ALLOWED: translate("Verdicts", "Allowed"),
        VerdictKind.SOFT: translate("Verdicts", "Allowed, at a cost"),
        VerdictKind.FORBIDDEN: translate("Verdicts", "Not possible"),
    }[kind]
