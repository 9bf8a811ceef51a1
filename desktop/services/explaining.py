"""What the engine says of somebody's hours: rules, ids and numbers.

Its own sentences are left where they are: the interface has words of its own, with names, in the language of
whoever reads.

The form is that of ``resources/schemas/explain.schema.json``. Nothing that the engine writes is trusted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from math import isfinite
from typing import TypeVar

T = TypeVar("T")
_FORMAT = "sikkerplan-explanation/1"
_RULE = re.compile(r"R([1-9]|1[0-5])")


class Unreadable(ValueError):
    """What the engine sent is no explanation."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule and the ids concerned."""

    rule: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnLimit:
    """What of somebody's own data keeps them below their cap even alone in the world, and the hours that they
    could have without it."""

    hours: float
    finding: Finding


@dataclass(frozen=True, slots=True)
class MoreSession:
    """A session as it would be. ``joined``: the plan has it already. Local times."""

    joined: bool
    activity: str
    room: str
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Obstacle:
    """``rules`` stand in the way of so many ``hours`` in these sessions; none do where it is free."""

    rules: tuple[str, ...]
    hours: float
    sessions: tuple[MoreSession, ...]
    broken: tuple[Finding, ...]


class OfferKind(StrEnum):
    """What could be offered to win hours, by what its ids are."""

    STAFF = "staff"
    """(skill), on a day."""
    ROOM = "room"
    """(site, features …)."""
    OPENING = "opening"
    """(site), or () for all of them, an hour more on a day."""
    GAP = "gap"
    """(side, side): a shorter one."""
    SEPARATION = "separation"
    """(side, side): no more."""
    LEVEL = "level"
    """(citizen): renewed one lower, which here asks for the lower one's measures."""


@dataclass(frozen=True, slots=True)
class Gain:
    """An offer with the ``hours`` that it wins over the whole week, as found by solving, and the most that it
    could win. ``day`` is 0 for Monday, None for the whole week."""

    kind: OfferKind
    ids: tuple[str, ...]
    day: int | None
    hours: float
    bound: float


@dataclass(frozen=True, slots=True)
class OutOfReach:
    """A duty that no week could meet, with sets of causes, each enough by itself."""

    duty: str
    missing: int
    causes: tuple[tuple[Finding, ...], ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why one person has no more hours.

    Hours. ``alone`` is the most that they could have alone in the world, None where there was no time for it.
    ``examined`` is False where there was no time for them at all. ``gains`` None: nothing was worked out.
    """

    citizen: str
    examined: bool
    hours: float = 0.0
    cap: float = 0.0
    alone: float | None = None
    limits: tuple[OwnLimit, ...] = ()
    free: Obstacle | None = None
    obstacles: tuple[Obstacle, ...] = ()
    out_of_reach: tuple[OutOfReach, ...] = ()
    contradictions: tuple[tuple[Finding, ...], ...] = ()
    gains: tuple[Gain, ...] | None = None
    left_out: int = 0

    @property
    def missing(self) -> float:
        return max(0.0, self.cap - self.hours)


def read_explanation(value: object, citizen: str) -> Explanation | None:
    """What the engine sent about one person; None where it was stopped too early for anything.

    Raises ``ValueError``, mostly ``Unreadable``, for what is no explanation.
    """
    if value is None:
        return None
    told = _object(value)
    if told.get("format") != _FORMAT:
        raise Unreadable("unknown format")
    people = _list(told.get("people"), _object)
    person = next((each for each in people if each.get("citizen") == citizen), None)
    unreached = [each for each in _list(told.get("out_of_reach"), _object) if each.get("citizen") == citizen]
    found = Explanation(
        citizen,
        examined=person is not None,
        out_of_reach=tuple(map(_out_of_reach, unreached)),
        contradictions=tuple(
            _list(each.get("broken"), _finding) for each in _list(told.get("contradictions"), _object)
        ),
    )
    if person is None:
        return found
    help_told = None if told.get("help") is None else _object(told.get("help"))
    return Explanation(
        citizen,
        examined=True,
        hours=_number(person.get("hours")),
        cap=_number(person.get("cap")),
        alone=None if person.get("alone") is None else _number(person.get("alone")),
        limits=_list(person.get("limits"), _limit),
        free=None if person.get("free") is None else _obstacle(person.get("free")),
        obstacles=_list(person.get("obstacles"), _obstacle),
        out_of_reach=found.out_of_reach,
        contradictions=found.contradictions,
        gains=None if help_told is None else _list(help_told.get("offers"), _gain),
        left_out=0 if help_told is None else len(_list(help_told.get("not_examined"), _object)),
    )


def _limit(value: object) -> OwnLimit:
    return OwnLimit(_number(_object(value).get("hours")), _finding(value))


def _obstacle(value: object) -> Obstacle:
    told = _object(value)
    return Obstacle(
        rules=_list(told.get("rules"), lambda rule: _rule(_object(rule).get("rule"))),
        hours=_number(told.get("hours")),
        sessions=_list(told.get("sessions"), _session),
        broken=_list(told.get("broken"), _finding),
    )


def _session(value: object) -> MoreSession:
    told = _object(value)
    return MoreSession(
        joined=told.get("joined") is True,
        activity=_word(told.get("activity")),
        room=_word(told.get("room")),
        start=datetime.fromisoformat(_word(told.get("start"))),
        end=datetime.fromisoformat(_word(told.get("end"))),
    )


def _out_of_reach(told: Mapping[str, object]) -> OutOfReach:
    return OutOfReach(
        duty=_word(told.get("duty")),
        missing=round(_number(told.get("missing"))),
        causes=_list(told.get("causes"), lambda causes: _list(causes, _finding)),
    )


def _gain(value: object) -> Gain:
    told = _object(value)
    day = told.get("day")
    if day is not None and (type(day) is not int or not 0 <= day <= 6):
        raise Unreadable("no day of the week")
    return Gain(
        kind=OfferKind(_word(told.get("kind"))),
        ids=_list(told.get("ids"), _word),
        day=day,
        hours=_number(told.get("hours")),
        bound=_number(told.get("bound")),
    )


def _finding(value: object) -> Finding:
    told = _object(value)
    return Finding(_rule(told.get("rule")), _list(told.get("ids"), _word))


def _rule(value: object) -> str:
    if not isinstance(value, str) or not _RULE.fullmatch(value):
        raise Unreadable("no rule")
    return value


def _word(value: object) -> str:
    if not isinstance(value, str):
        raise Unreadable("no text")
    return value


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        raise Unreadable("no number")
    return float(value)


def _object(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise Unreadable("no object")
    return value


def _list(value: object, read: Callable[[object], T]) -> tuple[T, ...]:
    if not isinstance(value, list):
        raise Unreadable("no list")
    return tuple(read(each) for each in value)
