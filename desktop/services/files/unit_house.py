"""The unit file's parts about the house: its settings and limits, places, suppliers, offers and groups."""

from __future__ import annotations

from desktop.domain.conflicts import ConflictGroup
from desktop.domain.levels import ThreatLevel
from desktop.domain.offers import Activity, ActivityKind, Offer, OfferKind
from desktop.domain.places import Room, Site, SiteKind, Travel
from desktop.domain.settings import ClosedDays, Limit, UnitSettings
from desktop.domain.staffing import Supplier
from desktop.services.files.shapes import Choice, Flag, Many, Maybe, Member, NewEntity, Reference, Text, Whole
from desktop.services.files.unit_common import (
    NAME,
    NOTE,
    PATTERN,
    SOURCE,
    SPAN,
    TIME_SPAN,
    WORDS,
    dated,
    record,
    sets,
)

SETTINGS = record(
    "The unit's own settings.",
    {
        "name": NAME,
        "slot_minutes": Member(Whole(1), about="15, 30 or 60: the grid that plans lie on."),
        "opening": Member(PATTERN, about="When sessions may run."),
        "idle_interview": Member(
            Maybe(Reference(("activity",))),
            about="The activity to which those without activation are called each week.",
        ),
        "holidays": Member(
            Text(filled=True), "DK", about="The country, by ISO 3166, whose public holidays close the unit."
        ),
    },
    lambda values, _: UnitSettings(id="unit", **values),
)
LIMIT = record(
    "A limit from law, budget or police, dated. Known keys: offers_budget_per_year (kroner), "
    "mentor_startup_weeks (weeks), weekly_activation_minutes (minutes a citizen a week).",
    {"key": NAME, "value": Member(Whole(0)), **SPAN, "source": SOURCE},
    lambda values, reading: Limit(id=reading.new_id("limit"), **dated(values)),
)
CLOSED = record(
    "Days on which the unit is closed beside the public holidays.",
    {**SPAN, "reason": NAME},
    lambda values, reading: ClosedDays(id=reading.new_id("closed_days"), **dated(values)),
)
LEVEL = record(
    "A threat level and its measures. A level may have several entries whose days do not overlap.",
    {
        "level": Member(Whole(1)),
        "name": NAME,
        "max_group": Member(Whole(1), about="People in a session at most."),
        "staff": Member(Whole(1), about="Staff of a session at least, beside the guards."),
        "guards": Member(Whole(0), about="Guards of a session at least: staff with the skill guard."),
        "room_features": Member(WORDS, about="What a room must have, such as alarm or two_exits."),
        "alone_on_site": Member(Flag(), about="Nobody else may be on the site meanwhile."),
        "needs_approval": Member(Flag(), about="Each session needs a manual yes."),
        "never_automatic": Member(Flag(), False, about="Only a person places somebody, never the planner."),
        **SPAN,
        "source": SOURCE,
    },
    lambda values, reading: ThreatLevel(id=reading.new_id("level"), **dated(sets(values, "room_features"))),
)
SITE = record(
    "A building; a workplace too, where citizens are placed.",
    {
        "id": Member(NewEntity("site")),
        "name": NAME,
        "kind": Member(Choice(SiteKind)),
        "address": NOTE,
        "opening": Member(
            Maybe(PATTERN),
            None,
            about="Its own hours, null where the unit's hold; a workplace keeps its own on public holidays.",
        ),
    },
    lambda values, _: Site(**values),
)
TRAVEL = record(
    "Minutes between two sites, both ways. A pair that is not named counts as the longest that is.",
    {"between": Member(Many(Reference(("site",)), count=2)), "minutes": Member(Whole(0))},
    lambda values, reading: Travel(
        reading.new_id("travel"), values["between"][0], values["between"][1], values["minutes"]
    ),
)
ROOM = record(
    "A room of a site.",
    {
        "id": Member(NewEntity("room")),
        "site": Member(Reference(("site",))),
        "name": NAME,
        "capacity": Member(Whole(1)),
        "features": Member(WORDS, (), about="What the room has, such as alarm, two_exits or workshop."),
        "closed": Member(Many(TIME_SPAN), ()),
    },
    lambda values, _: Room(**sets(values, "features")),
)
SUPPLIER = record(
    "Somebody who carries out offers for the unit.",
    {"id": Member(NewEntity("supplier")), "name": NAME, "contact": NOTE},
    lambda values, _: Supplier(**values),
)
OFFER = record(
    "An offer of one of the three kinds.",
    {
        "id": Member(NewEntity("offer")),
        "name": NAME,
        "kind": Member(Choice(OfferKind)),
        "supplier": Member(Maybe(Reference(("supplier",))), about="null for a municipal offer."),
        **SPAN,
        "startup_weeks": Member(
            Maybe(Whole(1)),
            None,
            about="The clarifying start of a mentor_company offer; null for the other kinds.",
        ),
    },
    lambda values, _: Offer(**dated(values)),
)
ACTIVITY = record(
    "What sessions are planned of.",
    {
        "id": Member(NewEntity("activity")),
        "name": NAME,
        "kind": Member(Choice(ActivityKind)),
        "offer": Member(
            Maybe(Reference(("offer",))),
            about="The offer it is part of, to which its citizens must be referred; null for the unit's own.",
        ),
        "counts": Member(Flag(), about="Whether its sessions count as hours."),
        "lengths": Member(Many(Whole(1), once=True), about="The lengths a session may have, in minutes."),
        "min_group": Member(Whole(1)),
        "max_group": Member(Whole(1)),
        "staff": Member(Whole(1), about="Staff of a session at least."),
        "skill": NAME,
        "room_features": Member(WORDS, ()),
        "rooms": Member(
            Maybe(Many(Reference(("room",)), once=True)),
            None,
            about="The only rooms it may be in; null where any will do.",
        ),
        "max_per_day": Member(Whole(1), 1, about="Sessions of it for one citizen a day at most."),
        "cost_per_session": Member(Whole(0), 0, about="Whole kroner."),
        "cost_per_citizen": Member(Whole(0), 0, about="Whole kroner for each citizen of a session."),
    },
    lambda values, _: Activity(**sets(values, "room_features")),
)
GROUP = record(
    "A conflict group. Groups and citizens share one name space.",
    {"id": Member(NewEntity("group", "citizen")), "name": NAME, "note": NOTE},
    lambda values, _: ConflictGroup(**values),
)
