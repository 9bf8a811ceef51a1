"""What the services ask of the outside: a store, a clock, a solver. Concrete parts live beside."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self, TypeVar

if TYPE_CHECKING:
    from desktop.domain.attendance import Attendance
    from desktop.domain.audit import Actor, AuditEntry, AuditEvent, AuditHead, AuditPayload
    from desktop.domain.plans import PlanVersion
    from desktop.domain.time import IsoWeek
    from desktop.domain.unit import Entity, Unit

E = TypeVar("E", bound="Entity")


class UnitOfWork(Protocol):
    """One transaction. Leaving it without ``commit`` undoes everything done in it."""

    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
    def commit(self) -> None: ...
    def is_empty(self) -> bool:
        """Whether the store holds no unit yet."""

    def unit(self) -> Unit:
        """The whole unit. Raises ``LookupError`` where the store is empty."""

    def get(self, kind: type[E], entity_id: str) -> E | None: ...
    def all(self, kind: type[E]) -> tuple[E, ...]:
        """Every entity of a kind, ordered by id."""

    def put(self, entity: Entity) -> None:
        """Adds an entity or replaces the one of its kind and id."""

    def put_all(self, entities: Sequence[Entity]) -> None: ...
    def remove(self, kind: type[Entity], entity_id: str) -> None: ...
    def versions(self, week: IsoWeek) -> tuple[PlanVersion, ...]:
        """A week's plan versions, ordered by number."""

    def weeks_from(self, first: IsoWeek) -> tuple[IsoWeek, ...]:
        """The weeks from this one on that have a plan version, in order."""

    def attendances(self, first: date, last: date) -> tuple[Attendance, ...]:
        """What was noted of the sessions that started on these days, both included, by start and citizen."""

    def take_out(self, person: str) -> int:
        """Takes a citizen or somebody of the staff out of every plan version, published ones too, and of the
        sessions of locks and approvals; returns out of how many versions.

        Only for an erasure. A session stays with its time, its room and the others in it.
        """

    def sign_anew(self, version: str, created_by: str) -> None:
        """Changes whom a plan version says it was made by, of a published one too. Only for an erasure."""

    def erase_version(self, version: str) -> None:
        """Removes a plan version, a published one too. Only for an erasure. Raises ``LookupError``."""

    def record(self, event: AuditEvent) -> None:
        """Puts an entry into the audit trail, with this transaction or not at all."""

    def because(self, reason: str) -> None:
        """Says why this transaction's changes are made, for the audit trail."""

    def erase_from_trail(self, subject: str, naming: Callable[[str], bool] | None = None) -> None:
        """Empties what the audit trail says of a person, or of another entity, what this transaction adds
        to it included; also every payload whose text ``naming`` finds somebody in."""


class Store(Protocol):
    """An open, unlocked store."""

    def begin(self) -> UnitOfWork: ...
    def close(self) -> None: ...


class Rejected(Exception):
    """The store refused what was put or removed, and the transaction is undone.

    Something still refers to what would go, or a published plan version would change. ``rules`` are names of
    the schema, never of a person.
    """

    rules: tuple[str, ...] = ()


class NotScrubbed(Exception):
    """What was erased is gone from the store, but its files were busy: they may hold traces until it is
    closed."""


class NotStored(Exception):
    """A transaction could not be written: the disk is full or can't be written, or somebody else holds the
    store for too long. Nothing of it was kept."""


class Clock(Protocol):
    def now(self) -> datetime:
        """The present moment, aware, UTC."""

    def today(self) -> date:
        """Today's local date."""


def local_time(clock: Clock) -> datetime:
    """The local wall-clock time, without zone, as the unit's week is told in."""
    return clock.now().astimezone().replace(tzinfo=None)


class NotRecorded(Exception):
    """The audit trail could not be written. What was to be recorded must not be done, or not be shown."""


class Auditor(Protocol):
    """Records what is no change of the unit: reads, exports, prints, keys, backups. Changes record themselves
    with their transaction. Never called inside a unit of work: ``UnitOfWork.record`` is for there."""

    def record(self, *events: AuditEvent) -> None:
        """One or several, an entry each. Raises ``NotRecorded``."""

    def head(self) -> AuditHead: ...


@dataclass(frozen=True, slots=True)
class AuditQuery:
    """Which entries are looked for. Empty means any.

    ``text``: words that all stand in an entry, its reason or its values, in whatever case. ``person``: an id.
    ``since`` and ``before`` are aware moments; ``before`` itself is left out. ``refers_to``: ids one of which
    counts as the text, such as those of people whose name holds it.
    """

    text: str = ""
    kind: str = ""
    person: str = ""
    since: datetime | None = None
    before: datetime | None = None
    refers_to: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Kept:
    """An entry with all that is kept beside it. ``payload`` None: its row is missing."""

    entry: AuditEntry
    payload: AuditPayload | None
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Occurred:
    """An event with who did it and when, where that is not the one who works now, or not now."""

    event: AuditEvent
    who: Actor
    at: datetime


class AnchorUnreachable(Exception):
    """A place for anchors gives none now. ``reason`` is a word: ``none``, ``locked``, ``forbidden``,
    ``silent``, ``unreadable``."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"no anchor can be reached ({reason})")
        self.reason = reason


class AnchorPlace(Protocol):
    """Somewhere outside the vault where heads of the audit trail are kept."""

    @property
    def name(self) -> str:
        """The word for the place: ``keyring``, ``backup``."""

    def heads(self, vault: str | None = None) -> Sequence[AuditHead]:
        """What was kept there of a vault by its id, or of the folder's own. Raises ``AnchorUnreachable``."""

    def keep(self, head: AuditHead) -> None:
        """Keeps a head, where the place takes one at any time. Raises ``AnchorUnreachable``."""


class TrailStore(Protocol):
    """The audit trail of an open store. Every method raises ``NotRecorded`` where the store fails."""

    @property
    def who(self) -> Actor:
        """Who works now; every entry from now on names them."""

    def append(self, events: Iterable[AuditEvent | Occurred]) -> None: ...
    def head(self) -> AuditHead: ...
    def find(self, query: AuditQuery) -> Sequence[int]:
        """The numbers of the entries asked for, the newest first."""

    def read(self, numbers: Sequence[int]) -> tuple[Kept, ...]:
        """Those entries that are there, in the order of their numbers."""

    def read_span(self, first: int, last: int) -> tuple[Kept, ...]:
        """The entries from ``first`` to ``last``, both included, in the order of their numbers."""

    def strays(self) -> tuple[int, ...]:
        """The numbers of payloads and people that belong to no entry."""

    def key(self) -> bytes:
        """What seals the entries."""

    def count_full(self, before: datetime) -> int:
        """How many entries of before a moment say more than who did what when."""

    def empty(self, before: datetime) -> None:
        """Empties the payloads of those entries, and records which they were."""

    def last_given_name(self, system: str) -> str:
        """The name last given by a user of the system; empty where there is none."""
