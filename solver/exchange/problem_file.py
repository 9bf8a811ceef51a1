"""How a problem stands in its file."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any, Final, get_args

from solver.exchange.plan_file import INTERVAL_KEYS, interval_check, session
from solver.exchange.shapes import (
    Check,
    Key,
    ListOf,
    Nullable,
    Once,
    Record,
    Reference,
    SetOf,
    Sole,
    constant,
)
from solver.exchange.source import Known, Source
from solver.exchange.text import Members
from solver.exchange.values import ID, Choice, Flag, Hours, SessionLength, Slot, Text, Week, Whole
from solver.plan import GOAL_NAMES
from solver.problem import (
    Activity,
    Citizen,
    Commitment,
    Enrolment,
    Interval,
    Level,
    Problem,
    Room,
    Scope,
    Separation,
    Site,
    StaffMember,
    Travel,
)

PROBLEM_FORMAT: Final = "sikkerplan-problem/1"
#: A week's quarters of an hour: no more sessions can be missing, since each takes at least one.
MOST_SESSIONS: Final = 7 * 24 * 4
_PEOPLE: Final = "citizens and groups"  # one name space
_LISTS: Final = {
    "site": "sites",
    "room": "rooms",
    "staff member": "staff",
    "group": "groups",
    "activity": "activities",
    "citizen": "citizens",
}


def known_ids(value: Mapping[str, object]) -> Known:
    """The ids of each kind in a problem's object; None for a kind whose list is too broken to tell."""
    ids = {kind: _listed(value, name, "id", str) for kind, name in _LISTS.items()}
    return {**ids, "level": _listed(value, "levels", "level", int)}


def _listed(value: Mapping[str, object], name: str, key: str, kind: type) -> frozenset[Hashable] | None:
    items = value.get(name)
    if not isinstance(items, list) or (isinstance(value, Members) and name in value.repeated):
        return None
    ids: set[Hashable] = set()
    for item in items:
        if not isinstance(item, dict) or (isinstance(item, Members) and key in item.repeated):
            return None
        found = item.get(key)
        if type(found) is not kind:
            return None
        ids.add(found)
    return frozenset(ids)


def _at_most(low: str, high: str) -> Check:
    """That one number is at most another of the same object."""

    def check(source: Source, path: str, good: Mapping[str, Any]) -> None:
        if {low, high} <= good.keys() and good[low] > good[high]:
            source.bad(f"{path}.{low}", f"{good[low]} is more than {high}, {good[high]}")

    return check


def _travel_check(source: Source, path: str, good: Mapping[str, Any]) -> None:
    if not {"from", "to"} <= good.keys():
        return
    if good["from"] == good["to"]:
        source.bad(f"{path}.to", "expected another site than the one travelled from")
        return
    first = source.first_at("travel", frozenset((good["from"], good["to"])), path)
    if first is not None:
        source.bad(path, f"the same two sites as {first}; a pair holds both ways and is given only once")


def _separation_check(source: Source, path: str, good: Mapping[str, Any]) -> None:
    sides = good.get("between")
    if sides is None or sides[0] != sides[1]:
        return
    groups = source.known.get("group")
    if groups is not None and sides[0] not in groups:
        what = "nobody can be kept apart from themself; only a group may stand on both sides"
        source.bad(f"{path}.between", what)


WORDS: Final = SetOf(Text(least=1))
TIMES: Final = ListOf(Record(Interval, INTERVAL_KEYS, (interval_check,)))
SITE: Final = Record(Site, (Key("id", Once(ID)), Key("open_hours", TIMES, optional=True)))
TRAVEL: Final = Record(
    Travel,
    (
        Key("from", Reference(ID, ("site",)), "from_site"),
        Key("to", Reference(ID, ("site",)), "to_site"),
        Key("minutes", Whole()),
    ),
    (_travel_check,),
)
ROOM: Final = Record(
    Room,
    (
        Key("id", Once(ID)),
        Key("site", Reference(ID, ("site",))),
        Key("capacity", Whole()),
        Key("features", WORDS),
        Key("closed", TIMES),
    ),
)
STAFF_MEMBER: Final = Record(
    StaffMember,
    (
        Key("id", Once(ID)),
        Key("skills", WORDS),
        Key("available", TIMES),
        Key("max_hours", Hours(), "max_minutes"),
    ),
)
GROUP: Final = Sole("id", Once(ID, _PEOPLE))
SEPARATION: Final = Record(
    Separation,
    (
        Key("between", ListOf(Reference(ID, ("citizen", "group")), 2, 2)),
        Key("scope", Choice(get_args(Scope))),
        Key("gap_minutes", Whole()),
    ),
    (_separation_check,),
)
LEVEL: Final = Record(
    Level,
    (
        Key("level", Once(Whole())),
        Key("max_group", Whole()),
        Key("staff", Whole()),
        Key("guards", Whole()),
        Key("room_features", WORDS),
        Key("alone_on_site", Flag()),
    ),
)
ACTIVITY: Final = Record(
    Activity,
    (
        Key("id", Once(ID)),
        Key("counts", Flag()),
        Key("minutes", ListOf(Once(SessionLength()), 1)),
        Key("min_group", Whole()),
        Key("max_group", Whole()),
        Key("staff", Whole()),
        Key("skill", Text(least=1)),
        Key("room_features", WORDS),
        Key("rooms", Nullable(SetOf(Reference(ID, ("room",))))),
        Key("max_per_day", Whole()),
        Key("cost_per_session", Whole()),
        Key("cost_per_citizen", Whole()),
    ),
    (_at_most("min_group", "max_group"),),
)
ENROLMENT: Final = Record(
    Enrolment,
    (
        Key("activity", Once(Reference(ID, ("activity",)))),
        Key("min_sessions", Whole(most=MOST_SESSIONS)),
        Key("max_sessions", Whole()),
    ),
    (_at_most("min_sessions", "max_sessions"),),
)
CITIZEN: Final = Record(
    Citizen,
    (
        Key("id", Once(ID, _PEOPLE)),
        Key("level", Reference(Whole(), ("level",))),
        Key("groups", ListOf(Once(Reference(ID, ("group",))))),
        Key("available", TIMES),
        Key("max_hours", Hours(), "max_minutes"),
        Key("max_daily_hours", Hours(), "max_daily_minutes"),
        Key("activities", ListOf(ENROLMENT)),
        Key("avoid_staff", SetOf(Reference(ID, ("staff member",)))),
        Key("avoid_sites", SetOf(Reference(ID, ("site",)))),
    ),
)
COMMITMENT: Final = Record(
    Commitment,
    (
        Key("id", Once(ID)),
        Key("citizens", ListOf(Once(Reference(ID, ("citizen",))))),
        Key("site", Nullable(Reference(ID, ("site",)))),
        *INTERVAL_KEYS,
        Key("counts", Flag()),
    ),
    (interval_check,),
)
SESSIONS: Final = ListOf(session(people_once=True))
PROBLEM: Final = Record(
    Problem,
    (
        constant("format", PROBLEM_FORMAT),
        Key("week", Week()),
        Key("slot_minutes", Slot()),
        Key("open_hours", TIMES),
        Key("sites", ListOf(SITE)),
        Key("travel", ListOf(TRAVEL)),
        Key("rooms", ListOf(ROOM)),
        Key("staff", ListOf(STAFF_MEMBER)),
        Key("groups", ListOf(GROUP)),
        Key("separations", ListOf(SEPARATION)),
        Key("levels", ListOf(LEVEL)),
        Key("activities", ListOf(ACTIVITY)),
        Key("citizens", ListOf(CITIZEN)),
        Key("commitments", ListOf(COMMITMENT)),
        Key("idle_interview", Nullable(Reference(ID, ("activity",)))),
        Key("budget", Nullable(Whole())),
        Key("locked", SESSIONS),
        Key("reference", Nullable(SESSIONS)),
        Key("goals", ListOf(Once(Choice(GOAL_NAMES)))),
    ),
)
