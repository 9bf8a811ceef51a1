"""Fresh ids that tell nothing: they go to the planning engine and into files that may leave the unit."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Callable

NewId = Callable[[str], str]
"""Makes an id, never given before, for a kind of entity such as ``"citizen"``."""

_PREFIXES = {
    "absence": "abs",
    "activity": "a",
    "approval": "appr",
    "attendance": "att",
    "citizen": "c",
    "closed_days": "closed",
    "enrolment": "enr",
    "group": "g",
    "level": "lvl",
    "limit": "lim",
    "lock": "lock",
    "membership": "mem",
    "offer": "o",
    "placement": "pl",
    "referral": "ref",
    "room": "r",
    "rule": "rule",
    "separation": "sep",
    "site": "site",
    "staff": "m",
    "supplier": "sup",
    "told": "told",
    "travel": "way",
}


def random_ids() -> NewId:
    """Ids from the operating system's random source: neither the order nor the number of entities shows."""
    return lambda kind: f"{_PREFIXES[kind]}-{secrets.token_hex(8)}"


def sequential_ids() -> NewId:
    """``c001``, ``c002`` …: for the demo unit, so that the same seed gives the same plan."""
    given: Counter[str] = Counter()

    def new_id(kind: str) -> str:
        given[kind] += 1
        return f"{_PREFIXES[kind]}{given[kind]:03d}"

    return new_id
