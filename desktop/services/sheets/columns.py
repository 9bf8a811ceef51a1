"""The kinds of tables, their columns, and how a heading tells which column it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop.services.sheets.values import day_of, folded, minutes_of


class Kind(StrEnum):
    """What a row of a table is about."""

    PEOPLE = "people"
    GROUPS = "groups"
    SEPARATIONS = "separations"
    ROOMS = "rooms"
    STAFF = "staff"
    ABSENCES = "absences"


@dataclass(frozen=True, slots=True)
class Column:
    """``needed``: every row must say it, since a row is known by it. ``new``: a new one can't be without.
    ``heads`` are other words for it in Danish and English."""

    key: str
    heads: tuple[str, ...]
    needed: bool = False
    new: bool = False


WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_DAYS = tuple(
    Column(key, heads)
    for key, heads in zip(
        WEEKDAYS,
        (
            ("mandag", "man", "ma", "monday", "mon"), ("tirsdag", "tir", "ti", "tuesday", "tue"),
            ("onsdag", "ons", "on", "wednesday", "wed"), ("torsdag", "tor", "to", "thursday", "thu"),
            ("fredag", "fre", "fr", "friday", "fri"), ("lørdag", "lør", "lø", "saturday", "sat"),
            ("søndag", "søn", "sø", "sunday", "sun"),
        ),
        strict=True,
    )
)  # fmt: skip
_NOTE = Column("note", ("bemærkning", "bemærkninger", "note", "noter", "notes", "kommentar", "comment"))
_NAME = ("navn", "name", "fulde navn", "full name")
_FROM = (
    "fra",
    "from",
    "start",
    "startdato",
    "start date",
    "fra dato",
    "gælder fra",
    "valid from",
    "first day",
)
_UNTIL = (
    "til", "until", "to", "slut", "slutdato", "end", "end date", "til dato", "gælder til", "valid to",
    "last day", "udløber", "til og med",
)  # fmt: skip
_SOURCE = ("kilde", "source", "oplyst af", "told by")

COLUMNS: Mapping[Kind, tuple[Column, ...]] = {
    Kind.PEOPLE: (
        Column("case_number", (
            "sagsnummer", "sagsnr", "sag", "sags id", "sagsid", "journalnummer", "journalnr", "case number",
            "case no", "case", "case id",
        ), needed=True),
        Column("name", (*_NAME, "borger", "borgerens navn", "borgernavn", "citizen", "person"), new=True),
        Column("enrolled_from", (
            "tilmeldt fra", "indskrevet fra", "tilmeldt", "indskrevet", "startdato", "start", "fra",
            "enrolled from", "enrolled", "enrolled since", "start date", "from",
        ), new=True),
        Column("enrolled_until", (
            "tilmeldt til", "indskrevet til", "udskrevet", "slutdato", "slut", "enrolled until",
            "enrolled to", "end date", "until",
        )),
        Column("weekly_hours", (
            "timer om ugen", "timer pr uge", "ugentlige timer", "timer uge", "timeloft", "ugentligt loft",
            "timetal", "timer", "hours a week", "weekly hours", "hours per week", "weekly hours cap",
            "weekly cap", "hours",
        )),
        Column("daily_hours", (
            "timer om dagen", "højst om dagen", "timer pr dag", "daglige timer", "dagligt loft",
            "max pr dag", "maks pr dag", "maks om dagen", "hours a day", "daily hours", "hours per day",
            "daily cap", "most a day",
        )),
        Column("decided_by", (
            "timer besluttet af", "besluttet af", "fastsat af", "hours decided by", "decided by",
        )),
        Column("hours_from", ("timer gælder fra", "timer fra", "hours from", "hours hold from", "cap from")),
        Column("hours_until", (
            "timer gælder til", "timer til", "hours until", "hours hold until", "cap until",
        )),
        Column("review_on", (
            "timer vurderes igen", "vurderes igen", "næste opfølgning", "opfølgning", "hours review on",
            "review on", "next review", "review",
        )),
        Column("level", (
            "trusselsniveau", "niveau", "sikkerhedsniveau", "threat level", "level", "security level",
        )),
        Column("assessed_by", ("vurderet af", "niveau vurderet af", "assessed by", "level assessed by")),
        Column("assessed_on", (
            "vurderet den", "vurderet", "vurderingsdato", "niveau vurderet den", "assessed on", "assessed",
            "assessment date",
        )),
        Column("valid_until", (
            "vurdering gælder til", "niveau gælder til", "gyldig til", "vurdering udløber", "gælder til",
            "assessment valid until", "valid until", "level valid until", "assessment expires",
        )),
        Column("groups", (
            "konfliktgrupper", "konfliktgruppe", "grupper", "gruppe", "tilhørsforhold", "conflict groups",
            "conflict group", "groups", "group", "gang",
        )),
        Column("offers", (
            "tilbud", "henvist til", "henvisninger", "offers", "offer", "referred to", "referrals",
        )),
        Column("activities", (
            "aktiviteter", "aktivitet", "tilmeldinger", "deltager i", "activities", "activity", "enrolments",
            "enrollments", "takes part in",
        )),
        *_DAYS,
        _NOTE,
    ),
    Kind.GROUPS: (
        Column("name", (*_NAME, "konfliktgruppe", "gruppe", "conflict group", "group"), needed=True),
        _NOTE,
    ),
    Kind.SEPARATIONS: (
        Column("side_a", (
            "den ene side", "part a", "part 1", "side a", "side 1", "a", "one side", "party a", "first side",
        ), needed=True),
        Column("side_b", (
            "den anden side", "part b", "part 2", "side b", "side 2", "b", "other side", "the other side",
            "party b", "second side",
        ), needed=True),
        Column("from", _FROM, needed=True),
        Column("until", _UNTIL),
        Column("scope", (
            "holdes adskilt", "omfang", "gælder", "adskilles på", "kept apart", "scope", "apart in",
        ), new=True),
        Column("gap", (
            "minutter imellem", "minutter mellem", "afstand i minutter", "afstand", "pause",
            "minutes between", "gap", "gap minutes",
        )),
        Column("reason", ("grund", "begrundelse", "årsag", "reason", "why"), new=True),
        Column("source", _SOURCE, new=True),
    ),
    Kind.ROOMS: (
        Column("name", (*_NAME, "lokale", "lokalenavn", "rum", "room", "room name"), needed=True),
        Column("site", ("sted", "adresse", "bygning", "site", "building", "place"), new=True),
        Column("capacity", (
            "pladser", "antal pladser", "kapacitet", "seats", "capacity", "places",
        ), new=True),
        Column("features", ("udstyr", "indretning", "faciliteter", "equipment", "features", "facilities")),
    ),
    Kind.STAFF: (
        Column("name", (
            *_NAME, "medarbejder", "medarbejders navn", "staff", "employee", "staff member",
        ), needed=True),
        Column("supplier", ("leverandør", "ansat hos", "firma", "supplier", "employer", "company")),
        Column("skills", ("kompetencer", "kompetence", "opgaver", "skills", "skill", "competences")),
        Column("weekly_hours", (
            "timer om ugen", "timer pr uge", "ugentlige timer", "timer", "arbejdstid", "hours a week",
            "weekly hours", "hours per week", "hours", "working hours",
        ), new=True),
        *_DAYS,
    ),
    Kind.ABSENCES: (
        Column("person", (
            "person", "sagsnummer eller medarbejder", "sagsnummer", "sagsnr", "medarbejder", "navn", "hvem",
            "borger", "case number or staff", "case number", "staff", "name", "who", "citizen",
        ), needed=True),
        Column("from", _FROM, needed=True),
        Column("until", _UNTIL, new=True),
        Column("kind", (
            "slags", "type", "årsag", "fraværsårsag", "fravær", "kind", "absence", "cause",
        ), new=True),
        _NOTE,
    ),
}  # fmt: skip

_BESIDE = re.compile(r"\(.*?\)|\[.*?\]")
_SIGN = re.compile(r"[^\w]+|_")


def column_keys(kind: Kind) -> tuple[str, ...]:
    return tuple(column.key for column in COLUMNS[kind])


def head_key(head: str) -> str:
    """A heading as it is compared and remembered: its words alone."""
    return folded(_SIGN.sub(" ", head))


def guessed(kind: Kind, heads: Sequence[str], remembered: Mapping[str, str]) -> dict[int, str]:
    """Which column each heading tells, by its place; those that tell none are left out, none is told twice.

    ``remembered``: column keys by ``head_key``, as somebody chose them before; an empty one for none.
    """
    found: dict[int, str] = {}
    keys = frozenset(column_keys(kind))
    for at, head in enumerate(heads):
        chosen = remembered.get(head_key(head))
        if chosen in keys and chosen not in found.values():
            found[at] = chosen
    for beside in (False, True):
        for at, head in enumerate(heads):
            known = head_key(_BESIDE.sub(" ", head) if beside else head)
            if at in found or head_key(head) in remembered or not known:
                continue
            # Of two columns that share a word, the one that is still free: "from" after "enrolled from".
            for column in COLUMNS[kind]:
                if known in column.heads and column.key not in found.values():
                    found[at] = column.key
                    break
    return found


def without(kind: Kind, mapping: Mapping[int, str]) -> tuple[str, ...]:
    """The columns that every row needs and no heading tells."""
    told = set(mapping.values())
    return tuple(column.key for column in COLUMNS[kind] if column.needed and column.key not in told)


def looks_like_data(heads: Sequence[str]) -> bool:
    """Whether the first row holds values rather than headings: a date or a number tells."""
    return any(day_of(head) is not None or minutes_of(head) is not None for head in heads if head)


def worth_remembering(
    kind: Kind, heads: Sequence[str], mapping: Mapping[int, str], names: Iterable[str]
) -> dict[str, str]:
    """What was chosen otherwise than it is guessed, by ``head_key``; an empty word for no column.

    It is kept in the clear. So nothing is kept that may be no heading at all but somebody's name or number;
    and of a row in which no heading is known, or one is a date or a number, nothing at all: it may be the
    first row of a table without headings.
    """
    guess = guessed(kind, heads, {})
    if not guess or looks_like_data(heads):
        return {}
    known = {word for name in names for word in head_key(name).split()}
    found: dict[str, str] = {}
    for at, head in enumerate(heads):
        key = head_key(head)
        safe = key and len(key) <= 40 and not any(letter.isdigit() for letter in key)
        if safe and guess.get(at) != mapping.get(at) and not known & set(key.split()):
            found[key] = mapping.get(at, "")
    return found
