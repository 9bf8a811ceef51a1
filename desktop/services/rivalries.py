"""Who is kept apart from whom as of a day: how each separation stands, pair by pair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import chain

from desktop.domain.conflicts import Membership, Scope, Separation
from desktop.domain.time import DateSpan
from desktop.domain.unit import Unit

LEAST_GAP = 30
"""Minutes between rivals on a site that are proposed where the unit has none on record yet."""
SOON_DAYS = 14
"""How many days ahead something that runs out is told."""
REVIEW_DAYS = 90
"""How long something that has run out is shown for review."""

Sides = tuple[str, str]
"""Two ids in order; the same one twice for a group whose own members are kept apart."""


class Stand(StrEnum):
    """How a separation or a membership stands on a day, the most pressing first."""

    RUN_OUT = "run_out"
    """It has ended, nothing that asks for as much follows, and nobody has judged that to be right."""
    SOON = "soon"
    """It holds and runs out soon, with nothing after it, and nobody has judged that to be right."""
    HOLDS = "holds"
    LATER = "later"
    """It begins later."""
    LET_END = "let_end"
    """It has ended, as somebody has judged to be right."""
    FOLLOWED = "followed"
    """It has ended, and another one went on from there."""


@dataclass(frozen=True, slots=True)
class Due:
    """Something that has run out, or does so soon, for somebody to judge."""

    record: Separation | Membership
    stand: Stand
    last: date


@dataclass(frozen=True, slots=True)
class PairStand:
    """What is on record of two sides on a day: all of it, the newest first.

    ``shown`` is what counts of it: the strictest that holds, else the next one to begin, else the one that
    ended last. ``stand`` is how that stands.
    """

    sides: Sides
    rows: tuple[Separation, ...]
    shown: Separation
    stand: Stand


def separation_stands(unit: Unit, today: date) -> Iterator[tuple[Separation, Stand]]:
    """Each separation with how it stands, in the unit's order."""
    pairs = _by_sides(unit.separations)
    for each in unit.separations:
        others = (other for other in pairs[each.sides] if other.id != each.id)
        yield each, _stand(each, (other.span for other in others if other.keeps_apart_like(each)), today)


def membership_stands(unit: Unit, today: date) -> Iterator[tuple[Membership, Stand]]:
    """Each membership with how it stands, in the unit's order."""
    alike: dict[Sides, list[Membership]] = defaultdict(list)
    for each in unit.memberships:
        alike[each.citizen, each.group].append(each)
    for each in unit.memberships:
        others = (other.span for other in alike[each.citizen, each.group] if other.id != each.id)
        yield each, _stand(each, others, today)


def due(unit: Unit, today: date) -> tuple[Due, ...]:
    """What is to be reviewed on a day, what ended first first.

    Nobody's membership is, where they leave the unit no later than it ends.
    """
    leaving = {each.id: each.enrolled.last for each in unit.citizens}
    found = []
    stands: Iterable[tuple[Separation | Membership, Stand]] = chain(
        separation_stands(unit, today), membership_stands(unit, today)
    )
    for record, stand in stands:
        last = record.span.last
        if last is None or stand not in (Stand.RUN_OUT, Stand.SOON):
            continue
        if last < today - timedelta(days=REVIEW_DAYS):
            continue
        gone = leaving.get(record.citizen) if isinstance(record, Membership) else None
        if gone is None or last < gone:
            found.append(Due(record, stand, last))
    return tuple(sorted(found, key=lambda each: (each.last, each.record.id)))


def pairs_of(unit: Unit, today: date) -> Mapping[Sides, PairStand]:
    """Every pair of sides of which anything is on record. What is not in it is not known to be safe."""
    stands = {each.id: stand for each, stand in separation_stands(unit, today)}
    found = {}
    for sides, rows in _by_sides(unit.separations).items():
        ordered = tuple(sorted(rows, key=lambda each: (each.span.first, each.id), reverse=True))
        shown = _shown(ordered, today)
        found[sides] = PairStand(sides, ordered, shown, stands[shown.id])
    return found


def strictness(separation: Separation) -> tuple[bool, int]:
    """Orders separations by how much they ask for."""
    return separation.scope is Scope.SITE, separation.gap_minutes


def cautious_gap(unit: Unit) -> int:
    """The minutes between rivals on a site that a new separation begins with: the most that the unit keeps
    anywhere."""
    return max((LEAST_GAP, *(each.gap_minutes for each in unit.separations if each.scope is Scope.SITE)))


def members_on(unit: Unit, group: str, day: date) -> frozenset[str]:
    """The citizens of the unit who belong to a group on a day."""
    enrolled = {each.id for each in unit.citizens if each.enrolled.holds(day)}
    return frozenset(
        each.citizen
        for each in unit.memberships
        if each.group == group and each.span.holds(day) and each.citizen in enrolled
    )


def concerned(unit: Unit, separation: Separation, today: date) -> frozenset[str]:
    """The citizens on either side: today, or on the nearest day on which the separation holds."""
    day = max(today, separation.span.first)
    day = day if separation.span.last is None else min(day, separation.span.last)
    found: set[str] = set()
    for side in separation.sides:
        members = members_on(unit, side, day)
        found |= members or {
            each.id for each in unit.citizens if each.id == side and each.enrolled.holds(day)
        }
    return frozenset(found)


def _by_sides(separations: Iterable[Separation]) -> dict[Sides, list[Separation]]:
    found: dict[Sides, list[Separation]] = defaultdict(list)
    for each in separations:
        found[each.sides].append(each)
    return found


def _stand(record: Separation | Membership, followers: Iterable[DateSpan], today: date) -> Stand:
    last = record.span.last
    if today < record.span.first:
        return Stand.LATER
    if last is None or last > today + timedelta(days=SOON_DAYS):
        return Stand.HOLDS
    followed = any(each.holds(last + timedelta(days=1)) for each in followers)
    if last >= today:
        return Stand.HOLDS if followed or record.is_let_end else Stand.SOON
    if followed:
        return Stand.FOLLOWED
    return Stand.LET_END if record.is_let_end else Stand.RUN_OUT


def _shown(rows: Sequence[Separation], today: date) -> Separation:
    """``rows`` come with the newest first."""
    holding = [each for each in rows if each.span.holds(today)]
    if holding:
        return max(holding, key=strictness)
    coming = [each for each in rows if each.span.first > today]
    if coming:
        return coming[-1]
    return max(rows, key=lambda each: each.span.last or date.max)
