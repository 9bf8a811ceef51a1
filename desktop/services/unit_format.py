"""The unit file, ``sikkerplan-unit/1``: its form, and the domain's values that each part becomes.

An id in the file is only a reference within the file; every entity gets a fresh one. The JSON Schema in
``resources/schemas/unit.schema.json`` is written from ``unit_schema``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from desktop.domain.conflicts import ConflictGroup, Membership, Scope, Separation
from desktop.domain.levels import ThreatLevel
from desktop.domain.offers import (
    Activity,
    ActivityKind,
    Enrolment,
    Offer,
    OfferKind,
    Placement,
    PlacementKind,
    Referral,
)
from desktop.domain.people import Absence, AbsenceKind, Citizen, HoursCap, LevelAssessment
from desktop.domain.places import Room, Site, SiteKind, Travel
from desktop.domain.settings import ClosedDays, Limit, UnitSettings
from desktop.domain.staffing import StaffMember, Supplier
from desktop.domain.time import DateSpan, TimeSpan, WeeklyBlock
from desktop.domain.unit import Entity
from desktop.services.shapes import (
    Choice,
    ClockTime,
    Day,
    Flag,
    Hours,
    Many,
    Maybe,
    Member,
    Moment,
    NewEntity,
    Reading,
    Record,
    Reference,
    Text,
    Whole,
)

FORMAT = "sikkerplan-unit/1"
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# The members of the file that hold entities with an id that the rest of the file refers to.
DEFINED = {
    "sites": "site",
    "rooms": "room",
    "suppliers": "supplier",
    "staff": "staff",
    "offers": "offer",
    "activities": "activity",
    "groups": "group",
    "citizens": "citizen",
}
RENAMED = {
    "first": "from",
    "last": "until",
    "span": "from",
    "weekly_minutes": "weekly_hours",
    "daily_minutes": "daily_hours",
    "max_weekly_minutes": "weekly_hours",
    "site_a": "between",
    "site_b": "between",
    "side_a": "between",
    "side_b": "between",
}
_PARTS = ("groups", "referrals", "enrolments", "placements", "absences")
_WORDS = Many(Text(filled=True), once=True)
_NOTE = Member(Text(), "")
_NAME = Member(Text(filled=True))
_SOURCE = Member(Text(filled=True))
_SPAN = {"from": Member(Day()), "until": Member(Maybe(Day()), None)}


class _Weekday:
    """``mon`` … ``sun``, read as 0 … 6."""

    def read(self, value: object, path: str, reading: Reading) -> Any:
        return WEEKDAYS.index(value) if value in WEEKDAYS else reading.refuse(path, "not_a_weekday")

    def schema(self) -> dict[str, Any]:
        return {"enum": list(WEEKDAYS)}


class _FormatName:
    def read(self, value: object, path: str, reading: Reading) -> Any:
        return value if value == FORMAT else reading.refuse(path, "unknown_format")

    def schema(self) -> dict[str, Any]:
        return {"const": FORMAT}


def _record(members: dict[str, Member], make: Callable[[dict[str, Any], Reading], Any]) -> Record:
    return Record(members, make, RENAMED)


def _dated(values: dict[str, Any]) -> dict[str, Any]:
    """The members of a span turned into the field that holds it."""
    kept = {name: value for name, value in values.items() if name not in _SPAN}
    return kept | {"span": DateSpan(values["from"], values["until"])}


def _rename(values: dict[str, Any], **renamed: str) -> dict[str, Any]:
    return {renamed.get(name, name): value for name, value in values.items()}


def _sets(values: dict[str, Any], *names: str) -> dict[str, Any]:
    return values | {name: frozenset(values[name]) for name in names}


@dataclass(frozen=True, slots=True)
class WithParts:
    """A person and what their record tells beside themself: memberships, absences and the like."""

    owner: Citizen | StaffMember
    parts: tuple[Entity, ...]

    @property
    def id(self) -> str:
        return self.owner.id


def _owning(
    make: Callable[[dict[str, Any]], Citizen | StaffMember],
) -> Callable[[dict[str, Any], Reading], WithParts]:
    """A person made of their own members; the parts, read before their owner was known, become theirs."""

    def owning(values: dict[str, Any], _: Reading) -> WithParts:
        owner = make({name: value for name, value in values.items() if name not in _PARTS})
        parts: list[Entity] = []
        for name in _PARTS:
            for part in values.get(name, ()):
                own = {"person": owner.id} if isinstance(part, Absence) else {"citizen": owner.id}
                parts.append(replace(part, **own))
        return WithParts(owner, tuple(parts))

    return owning


_BLOCK = _record(
    {"day": Member(_Weekday()), "start": Member(ClockTime()), "end": Member(ClockTime())},
    lambda values, _: WeeklyBlock(values["day"], values["start"], values["end"]),
)
_PATTERN = Many(_BLOCK)
_TIME_SPAN = _record(
    {"start": Member(Moment()), "end": Member(Moment())}, lambda values, _: TimeSpan(**values)
)
_SETTINGS = _record(
    {
        "name": _NAME,
        "slot_minutes": Member(Whole(1)),
        "opening": Member(_PATTERN),
        "idle_interview": Member(Maybe(Reference(("activity",)))),
        "holidays": Member(Text(filled=True), "DK"),
    },
    lambda values, _: UnitSettings(id="unit", **values),
)
_LIMIT = _record(
    {"key": _NAME, "value": Member(Whole(0)), **_SPAN, "source": _SOURCE},
    lambda values, reading: Limit(id=reading.new_id("limit"), **_dated(values)),
)
_CLOSED = _record(
    {**_SPAN, "reason": _NAME},
    lambda values, reading: ClosedDays(id=reading.new_id("closed_days"), **_dated(values)),
)
_LEVEL = _record(
    {
        "level": Member(Whole(1)),
        "name": _NAME,
        "max_group": Member(Whole(1)),
        "staff": Member(Whole(1)),
        "guards": Member(Whole(0)),
        "room_features": Member(_WORDS),
        "alone_on_site": Member(Flag()),
        "needs_approval": Member(Flag()),
        **_SPAN,
        "source": _SOURCE,
    },
    lambda values, reading: ThreatLevel(id=reading.new_id("level"), **_dated(_sets(values, "room_features"))),
)
_SITE = _record(
    {
        "id": Member(NewEntity("site")),
        "name": _NAME,
        "kind": Member(Choice(SiteKind)),
        "address": _NOTE,
        "opening": Member(Maybe(_PATTERN), None),
    },
    lambda values, _: Site(**values),
)
_TRAVEL = _record(
    {"between": Member(Many(Reference(("site",)), count=2)), "minutes": Member(Whole(0))},
    lambda values, reading: Travel(
        reading.new_id("travel"), values["between"][0], values["between"][1], values["minutes"]
    ),
)
_ROOM = _record(
    {
        "id": Member(NewEntity("room")),
        "site": Member(Reference(("site",))),
        "name": _NAME,
        "capacity": Member(Whole(1)),
        "features": Member(_WORDS, ()),
        "closed": Member(Many(_TIME_SPAN), ()),
    },
    lambda values, _: Room(**_sets(values, "features")),
)
_SUPPLIER = _record(
    {"id": Member(NewEntity("supplier")), "name": _NAME, "contact": _NOTE},
    lambda values, _: Supplier(**values),
)
_ABSENCE = _record(
    {"kind": Member(Choice(AbsenceKind)), "start": Member(Moment()), "end": Member(Moment()), "note": _NOTE},
    lambda values, reading: Absence(
        reading.new_id("absence"),
        "",
        values["kind"],
        TimeSpan(values["start"], values["end"]),
        values["note"],
    ),
)
_ABSENCES = Member(Many(_ABSENCE), ())
_STAFF = _record(
    {
        "id": Member(NewEntity("staff")),
        "name": _NAME,
        "supplier": Member(Maybe(Reference(("supplier",)))),
        "skills": Member(_WORDS),
        "availability": Member(_PATTERN),
        "weekly_hours": Member(Hours(168)),
        "absences": _ABSENCES,
    },
    _owning(lambda own: StaffMember(**_rename(_sets(own, "skills"), weekly_hours="max_weekly_minutes"))),
)
_OFFER = _record(
    {
        "id": Member(NewEntity("offer")),
        "name": _NAME,
        "kind": Member(Choice(OfferKind)),
        "supplier": Member(Maybe(Reference(("supplier",)))),
        **_SPAN,
        "startup_weeks": Member(Maybe(Whole(1)), None),
    },
    lambda values, _: Offer(**_dated(values)),
)
_ACTIVITY = _record(
    {
        "id": Member(NewEntity("activity")),
        "name": _NAME,
        "kind": Member(Choice(ActivityKind)),
        "offer": Member(Maybe(Reference(("offer",)))),
        "counts": Member(Flag()),
        "lengths": Member(Many(Whole(1), once=True)),
        "min_group": Member(Whole(1)),
        "max_group": Member(Whole(1)),
        "staff": Member(Whole(1)),
        "skill": _NAME,
        "room_features": Member(_WORDS, ()),
        "rooms": Member(Maybe(Many(Reference(("room",)), once=True)), None),
        "max_per_day": Member(Whole(1), 1),
        "cost_per_session": Member(Whole(0), 0),
        "cost_per_citizen": Member(Whole(0), 0),
    },
    lambda values, _: Activity(**_sets(values, "room_features")),
)
_GROUP = _record(
    {"id": Member(NewEntity("group", "citizen")), "name": _NAME, "note": _NOTE},
    lambda values, _: ConflictGroup(**values),
)
_CAP = _record(
    {
        **_SPAN,
        "weekly_hours": Member(Hours(168)),
        "daily_hours": Member(Hours(24)),
        "decided_by": _NAME,
        "review_on": Member(Maybe(Day()), None),
        "note": _NOTE,
    },
    lambda values, _: HoursCap(
        **_rename(_dated(values), weekly_hours="weekly_minutes", daily_hours="daily_minutes")
    ),
)
_ASSESSMENT = _record(
    {
        "level": Member(Whole(1)),
        "assessed_by": _NAME,
        "assessed_on": Member(Day()),
        "valid_until": Member(Day()),
        "note": _NOTE,
    },
    lambda values, _: LevelAssessment(**values),
)
_MEMBERSHIP = _record(
    {"group": Member(Reference(("group",))), **_SPAN, "source": _NOTE},
    lambda values, reading: Membership(id=reading.new_id("membership"), citizen="", **_dated(values)),
)
_REFERRAL = _record(
    {"offer": Member(Reference(("offer",))), **_SPAN},
    lambda values, reading: Referral(id=reading.new_id("referral"), citizen="", **_dated(values)),
)
_ENROLMENT = _record(
    {
        "activity": Member(Reference(("activity",))),
        "min_sessions": Member(Whole(0)),
        "max_sessions": Member(Whole(1)),
        **_SPAN,
    },
    lambda values, reading: Enrolment(id=reading.new_id("enrolment"), citizen="", **_dated(values)),
)
_PLACEMENT = _record(
    {
        "kind": Member(Choice(PlacementKind)),
        "employer": _NAME,
        "site": Member(Maybe(Reference(("site",)))),
        "blocks": Member(_PATTERN),
        **_SPAN,
        "offer": Member(Maybe(Reference(("offer",))), None),
    },
    lambda values, reading: Placement(id=reading.new_id("placement"), citizen="", **_dated(values)),
)
_CITIZEN = _record(
    {
        "id": Member(NewEntity("citizen", "group")),
        "name": _NAME,
        "case_number": _NAME,
        **_SPAN,
        "caps": Member(Many(_CAP)),
        "assessments": Member(Many(_ASSESSMENT)),
        "availability": Member(_PATTERN),
        "groups": Member(Many(_MEMBERSHIP)),
        "referrals": Member(Many(_REFERRAL), ()),
        "enrolments": Member(Many(_ENROLMENT), ()),
        "placements": Member(Many(_PLACEMENT), ()),
        "absences": _ABSENCES,
        "avoid_staff": Member(Many(Reference(("staff",)), once=True), ()),
        "avoid_sites": Member(Many(Reference(("site",)), once=True), ()),
        "note": _NOTE,
    },
    _owning(lambda own: Citizen(**_rename(_dated(own), span="enrolled"))),
)
_SEPARATION = _record(
    {
        "between": Member(Many(Reference(("citizen", "group")), count=2)),
        "scope": Member(Choice(Scope)),
        "gap_minutes": Member(Whole(0), 0),
        "reason": _NAME,
        **_SPAN,
        "source": _SOURCE,
    },
    lambda values, reading: Separation(
        reading.new_id("separation"),
        values["between"][0],
        values["between"][1],
        values["scope"],
        values["gap_minutes"],
        values["reason"],
        DateSpan(values["from"], values["until"]),
        values["source"],
    ),
)
UNIT_FILE = Record(
    {
        "format": Member(_FormatName()),
        "settings": Member(_SETTINGS),
        "limits": Member(Many(_LIMIT)),
        "closed_days": Member(Many(_CLOSED)),
        "levels": Member(Many(_LEVEL)),
        "sites": Member(Many(_SITE)),
        "travel": Member(Many(_TRAVEL)),
        "rooms": Member(Many(_ROOM)),
        "suppliers": Member(Many(_SUPPLIER)),
        "staff": Member(Many(_STAFF)),
        "offers": Member(Many(_OFFER)),
        "activities": Member(Many(_ACTIVITY)),
        "groups": Member(Many(_GROUP)),
        "citizens": Member(Many(_CITIZEN)),
        "separations": Member(Many(_SEPARATION)),
    }
)


def unit_schema() -> dict[str, Any]:
    """The unit file's form as a JSON Schema. References and the domain's own rules go beyond it."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FORMAT,
        **UNIT_FILE.schema(),
    }
