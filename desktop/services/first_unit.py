"""An empty unit to begin with: its settings and a proposal of threat levels, for somebody to decide."""

from __future__ import annotations

from datetime import date

from desktop.domain.levels import ThreatLevel
from desktop.domain.settings import UnitSettings
from desktop.domain.time import DateSpan, WeeklyBlock
from desktop.domain.unit import Entity
from desktop.services.change import Change, Edit
from desktop.services.files.importing import StoreNotEmpty
from desktop.services.ids import random_ids
from desktop.services.ports import Store

PROPOSED = (
    # level, largest group, staff, guards, room features, alone on the site
    (1, 6, 1, 0, (), False),
    (2, 4, 1, 0, ("alarm",), False),
    (3, 2, 2, 0, ("alarm", "two_exits"), False),
    (4, 1, 2, 1, ("alarm", "two_exits"), True),
)
"""The measures that the city's memo proposes to begin with (BI9, Sikker By 2021-2024)."""


def begin_unit(
    store: Store,
    name: str,
    opening: tuple[WeeklyBlock, ...],
    slot_minutes: int,
    *,
    level_names: tuple[str, str, str, str],
    source: str,
    today: date,
) -> Change:
    """Puts an empty unit into an empty store: settings and the proposed levels, from today on.

    ``source`` says in the interface's language that the levels are a proposal. Raises ``StoreNotEmpty``, and
    ``DomainError`` for settings that no unit can have.
    """
    new_id = random_ids()
    settings = UnitSettings("unit", name, slot_minutes, opening, None)
    levels = tuple(
        ThreatLevel(
            id=new_id("level"),
            level=level,
            name=level_name,
            max_group=most,
            staff=staff,
            guards=guards,
            room_features=frozenset(features),
            alone_on_site=alone,
            needs_approval=False,
            span=DateSpan(today),
            source=source,
        )
        for (level, most, staff, guards, features, alone), level_name in zip(
            PROPOSED, level_names, strict=True
        )
    )
    with store.begin() as work:
        if not work.is_empty():
            raise StoreNotEmpty
        work.put_all((settings, *levels))
        work.commit()
    made: tuple[Entity, ...] = (settings, *levels)
    return Change("unit_begun", tuple(Edit(None, each) for each in made))
