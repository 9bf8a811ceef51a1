"""The ways in which people may be less protected after an edit than before."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.unit import Entity


class Less(StrEnum):
    """What is less. Each says what ``was`` and ``now`` are."""

    APART = "apart"
    """A separation or a membership is gone, or is one of others. Neither."""
    SITE = "site"
    """Two are kept out of the same session alone, and no longer apart on a site. Neither."""
    GAP = "gap"
    """Less time lies between their stays on a site: minutes."""
    DAYS = "days"
    """A separation or a membership does not hold on every day on which it held. Neither."""
    LEVEL = "level"
    """Somebody is met at a lower level: the levels."""
    AVOIDED = "avoided"
    """Somebody is no longer kept from the staff and the sites whose ids are in ``ids``. Neither."""
    HIGHEST = "highest"
    """Whoever has no assessment is met at a lower level: the levels."""
    KNOWN = "known"
    """Nothing could be planned at the ``level``, and now it can. Neither."""
    GROUP = "group"
    """A level, or an activity, allows a larger group: how many."""
    STAFF = "staff"
    """A level, or an activity, asks for fewer staff: how many."""
    GUARDS = "guards"
    """A level asks for fewer guards: how many."""
    FEATURES = "features"
    """A level, or an activity, no longer asks for the features in ``ids`` of a room. Neither."""
    ALONE = "alone"
    """A level no longer asks that its people are alone on a site. Neither."""
    APPROVAL = "approval"
    """A level no longer asks for a manual yes before each session. Neither."""
    BY_HAND = "by_hand"
    """A level no longer asks that only a person places its people. Neither."""
    ROOM = "room"
    """A room counts as having the features in ``ids``, which it did not have. Neither."""
    GUARD = "guard"
    """Somebody counts as a guard who did not. Neither."""
    WORKPLACE = "workplace"
    """Nobody is kept apart from somebody any more where they were placed, at the site in ``ids``. Neither."""
    WORK_TIMES = "work_times"
    """The same at some of the times at which they were there. Neither."""
    TRAVEL = "travel"
    """The way between the sites in ``ids`` counts as shorter: minutes."""


@dataclass(frozen=True, slots=True)
class Loosened:
    """One thing that is less. ``record`` is what it is read from, as it was before; None where it is the
    threat ``level`` of that number, or all of them."""

    less: Less
    record: Entity | None = None
    was: int = 0
    now: int = 0
    ids: tuple[str, ...] = ()
    level: int = 0
