"""What can be said of a session: each fact with its numbers, worded by the interface.

``holds`` is read from the numbers beside it and is there to be looked at: whether a plan may be used at all
is for ``solver.check`` alone to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desktop.domain.levels import LevelState
from desktop.domain.plans import PlannedSession


@dataclass(frozen=True, slots=True)
class Attendee:
    """A citizen in the session. ``groups`` is empty where no membership is on record."""

    citizen: str
    level: int
    level_state: LevelState
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Carrier:
    """A staff member in the session: has the activity's skill, may serve as a guard."""

    staff: str
    skilled: bool
    guard: bool


@dataclass(frozen=True, slots=True)
class RoomHolds:
    """R2: how many the room holds and how many come."""

    capacity: int
    people: int

    @property
    def holds(self) -> bool:
        return self.people <= self.capacity


@dataclass(frozen=True, slots=True)
class RoomFeatures:
    """R2: what the activity and the levels ask of the room; ``missing`` of that is not there."""

    asked: frozenset[str]
    missing: frozenset[str]

    @property
    def holds(self) -> bool:
        return not self.missing


@dataclass(frozen=True, slots=True)
class GroupSize:
    """R9: from ``least`` to ``most`` by the activity, and how many come."""

    least: int
    most: int
    people: int

    @property
    def holds(self) -> bool:
        return self.least <= self.people <= self.most


@dataclass(frozen=True, slots=True)
class LevelGroupSize:
    """R9: the largest group that a level in the session allows, and how many come."""

    level: int
    most: int
    people: int

    @property
    def holds(self) -> bool:
        return self.people <= self.most


@dataclass(frozen=True, slots=True)
class Staffing:
    """R5: staff and guards needed; ``level`` is the level that asks for the most, None where it is the
    activity that does. ``given`` counts everybody, ``guards_given`` and ``skilled`` those of them who can
    guard and who have the activity's skill; ``lacking``: how many more would have to be found, a skill that
    nobody has who need not guard counted as one."""

    needed: int
    guards_needed: int
    level: int | None
    given: int
    guards_given: int
    skilled: int
    lacking: int

    @property
    def holds(self) -> bool:
        return not self.lacking

    @property
    def skill_guards(self) -> bool:
        """Whether all that is lacking is somebody with the skill who is not bound as a guard."""
        enough = self.given >= self.needed + self.guards_needed and self.guards_given >= self.guards_needed
        return enough and self.skilled > 0 and self.lacking > 0


@dataclass(frozen=True, slots=True)
class Stay:
    """Somebody on the site before, after or during the session. ``minutes`` lie between the two, 0 where
    they touch or overlap; ``after``: the stay starts at the session's end or later."""

    citizen: str
    start: datetime
    end: datetime
    minutes: int
    after: bool
    overlaps: bool


@dataclass(frozen=True, slots=True)
class KeptApart:
    """R10, R11: ``citizens`` of the session must not meet ``against``, a group or a citizen.

    ``rivals`` counts those whom they must not meet. ``nearest`` is the nearest stay of such a rival on this
    site on this day, None where there is none. ``unknown_places`` counts the rivals who are that day at a
    workplace that is not on record.
    """

    citizens: tuple[str, ...]
    against: str
    on_site: bool
    gap_minutes: int
    rivals: int
    together: tuple[str, ...]
    nearest: Stay | None
    unknown_places: int

    @property
    def holds(self) -> bool:
        if self.together:
            return False
        near = self.nearest
        return not self.on_site or near is None or (not near.overlaps and near.minutes >= self.gap_minutes)


@dataclass(frozen=True, slots=True)
class AloneOnSite:
    """R12: somebody whose level asks for an empty site; ``nearest`` is the nearest other stay there."""

    citizen: str
    level: int
    others: int
    nearest: Stay | None

    @property
    def holds(self) -> bool:
        return self.others == 0 and (self.nearest is None or not self.nearest.overlaps)


@dataclass(frozen=True, slots=True)
class AloneBeside:
    """R12: somebody outside the session who must be alone on its site and has a stay there on that day.

    ``nearest`` is the stay that lies nearest to the session; None where the citizen is at a workplace that
    is not on record, which may be here.
    """

    citizen: str
    nearest: Stay | None

    @property
    def holds(self) -> bool:
        return self.nearest is None or not self.nearest.overlaps


@dataclass(frozen=True, slots=True)
class Avoids:
    """R13: staff and sites that a citizen in the session must not be put with or on."""

    citizen: str
    staff: tuple[str, ...]
    sites: tuple[str, ...]
    met: bool

    @property
    def holds(self) -> bool:
        return not self.met


@dataclass(frozen=True, slots=True)
class NeedsApproval:
    """A level of these citizens asks for a manual yes before each session."""

    citizens: tuple[str, ...]

    @property
    def holds(self) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class Cost:
    """R15: what the session and the whole week cost; ``budget`` None where none is on record. Kroner."""

    session: int
    week: int
    budget: int | None

    @property
    def holds(self) -> bool:
        return self.budget is None or self.week <= self.budget


Fact = (
    RoomHolds | RoomFeatures | GroupSize | LevelGroupSize | Staffing | KeptApart | AloneOnSite
    | AloneBeside | Avoids | NeedsApproval | Cost
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """A session with its people, its staff and what is to be watched. It is no check: a rule may apply of
    which nothing is said here."""

    session: PlannedSession
    site: str
    people: tuple[Attendee, ...]
    staff: tuple[Carrier, ...]
    facts: tuple[Fact, ...]
