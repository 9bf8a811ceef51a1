"""The unit file's parts about people: staff, citizens and all that is theirs, and who is kept apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from desktop.domain.conflicts import Membership, Scope, Separation
from desktop.domain.offers import Enrolment, Placement, PlacementKind, Referral
from desktop.domain.people import Absence, AbsenceKind, Citizen, HoursCap, LevelAssessment
from desktop.domain.staffing import StaffMember
from desktop.domain.time import DAY_MINUTES, DateSpan, TimeSpan
from desktop.domain.unit import Entity
from desktop.services.files.shapes import (
    Choice,
    Day,
    Hours,
    Many,
    Maybe,
    Member,
    Moment,
    NewEntity,
    Reading,
    Reference,
    Whole,
)
from desktop.services.files.unit_common import (
    NAME,
    NOTE,
    PATTERN,
    SOURCE,
    SPAN,
    WORDS,
    dated,
    record,
    rename,
    sets,
)

WEEK_MINUTES = 7 * DAY_MINUTES
# One each quarter of an hour, day and night: what the exchange format takes.
MOST_SESSIONS = WEEK_MINUTES // 15
_PARTS = ("groups", "referrals", "enrolments", "placements", "absences")


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


ABSENCE = record(
    "A time in which the person cannot come. Local wall-clock time, half-open; may last for weeks.",
    {"kind": Member(Choice(AbsenceKind)), "start": Member(Moment()), "end": Member(Moment()), "note": NOTE},
    lambda values, reading: Absence(
        reading.new_id("absence"),
        "",
        values["kind"],
        TimeSpan(values["start"], values["end"]),
        values["note"],
    ),
)
_ABSENCES = Member(Many(ABSENCE), ())
STAFF = record(
    "Somebody who carries out sessions.",
    {
        "id": Member(NewEntity("staff")),
        "name": NAME,
        "supplier": Member(Maybe(Reference(("supplier",))), about="null for the unit's own staff."),
        "skills": Member(WORDS, about="Such as job_club, mentor, interview or guard."),
        "availability": Member(PATTERN, about="The weekly pattern in which they can be planned."),
        "weekly_hours": Member(Hours(168), about="Hours in sessions a week at most."),
        "absences": _ABSENCES,
    },
    _owning(lambda own: StaffMember(**rename(sets(own, "skills"), weekly_hours="max_weekly_minutes"))),
)
CAP = record(
    "How many hours of activation the citizen can carry, judged individually.",
    {
        **SPAN,
        "weekly_hours": Member(Hours(168)),
        "daily_hours": Member(Hours(24)),
        "decided_by": NAME,
        "review_on": Member(Maybe(Day()), None, about="When it is to be judged again."),
        "note": NOTE,
    },
    lambda values, _: HoursCap(
        **rename(dated(values), weekly_hours="weekly_minutes", daily_hours="daily_minutes")
    ),
)
ASSESSMENT = record(
    "An assessed threat level. One that has run out counts as one level higher.",
    {
        "level": Member(Whole(1)),
        "assessed_by": NAME,
        "assessed_on": Member(Day()),
        "valid_until": Member(Day(), about="The last day on which it holds."),
        "note": NOTE,
    },
    lambda values, _: LevelAssessment(**values),
)
END_REVIEWED = Member(
    Maybe(Day()), None, about="The last day that somebody has judged to be right; null where nobody has."
)
MEMBERSHIP = record(
    "Membership of a conflict group.",
    {"group": Member(Reference(("group",))), **SPAN, "source": NOTE, "end_reviewed": END_REVIEWED},
    lambda values, reading: Membership(id=reading.new_id("membership"), citizen="", **dated(values)),
)
REFERRAL = record(
    "The citizen is referred to an offer.",
    {"offer": Member(Reference(("offer",))), **SPAN},
    lambda values, reading: Referral(id=reading.new_id("referral"), citizen="", **dated(values)),
)
ENROLMENT = record(
    "The citizen takes part in an activity.",
    {
        "activity": Member(Reference(("activity",))),
        "min_sessions": Member(Whole(0, MOST_SESSIONS), about="Sessions a week that should be planned."),
        "max_sessions": Member(Whole(1), about="Sessions a week at most."),
        **SPAN,
    },
    lambda values, reading: Enrolment(id=reading.new_id("enrolment"), citizen="", **dated(values)),
)
PLACEMENT = record(
    "Fixed weekly blocks at a workplace; they count as hours. They fall away on public holidays, "
    "unless the workplace has opening hours of its own on that weekday.",
    {
        "kind": Member(Choice(PlacementKind)),
        "employer": NAME,
        "site": Member(
            Maybe(Reference(("site",))),
            about="The workplace; null where it is not known, and then nobody can be kept apart there.",
        ),
        "blocks": Member(PATTERN),
        **SPAN,
        "offer": Member(Maybe(Reference(("offer",))), None),
    },
    lambda values, reading: Placement(id=reading.new_id("placement"), citizen="", **dated(values)),
)
CITIZEN = record(
    "Somebody whom the unit activates. No assessment counts as the highest level; no cap on record "
    "means that no counted hours are planned.",
    {
        "id": Member(NewEntity("citizen", "group")),
        "name": NAME,
        "case_number": NAME,
        **SPAN,
        "caps": Member(Many(CAP)),
        "assessments": Member(Many(ASSESSMENT)),
        "availability": Member(PATTERN, about="The weekly pattern in which they can come."),
        "groups": Member(Many(MEMBERSHIP)),
        "referrals": Member(Many(REFERRAL), ()),
        "enrolments": Member(Many(ENROLMENT), ()),
        "placements": Member(Many(PLACEMENT), ()),
        "absences": _ABSENCES,
        "avoid_staff": Member(
            Many(Reference(("staff",)), once=True), (), about="Staff whom they must not be planned with."
        ),
        "avoid_sites": Member(
            Many(Reference(("site",)), once=True), (), about="Sites on which they must not be planned."
        ),
        "note": NOTE,
    },
    _owning(lambda own: Citizen(**rename(dated(own), span="enrolled"))),
)
SEPARATION = record(
    "Two sides that must not meet, from the first to the last day. Each is a group or a citizen; "
    "the same group twice keeps its own members apart.",
    {
        "between": Member(Many(Reference(("citizen", "group")), count=2)),
        "scope": Member(
            Choice(Scope), about="session: never in one session. site: never on one site at the same time."
        ),
        "gap_minutes": Member(
            Whole(0, WEEK_MINUTES), 0, about="For the scope site: minutes that must lie between their stays."
        ),
        "reason": NAME,
        **SPAN,
        "source": SOURCE,
        "end_reviewed": END_REVIEWED,
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
        values["end_reviewed"],
    ),
)
