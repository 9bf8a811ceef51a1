"""What is done with a separation or a membership that runs out: it goes on, it ends, or that was right."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from desktop.domain.conflicts import Membership, Separation
from desktop.domain.errors import blank, fault_if, refuse
from desktop.domain.time import DateSpan
from desktop.services.ids import NewId

R = TypeVar("R", bound=Separation | Membership)


@dataclass(frozen=True, slots=True)
class Renewal:
    """The days on which it goes on, and who says so."""

    span: DateSpan
    source: str

    def __post_init__(self) -> None:
        refuse(self, blank("source", self.source))


@dataclass(frozen=True, slots=True)
class Ending:
    """The last day of something that held until further notice or longer, and why it ends."""

    last: date
    reason: str

    def __post_init__(self) -> None:
        refuse(self, blank("reason", self.reason))


@dataclass(frozen=True, slots=True)
class Decision:
    """Why something is right as it is."""

    reason: str

    def __post_init__(self) -> None:
        refuse(self, blank("reason", self.reason))


def renewed(record: R, renewal: Renewal, new_id: NewId) -> R:
    """Another one after ``record``, for other days and by another source; the first one stays on record."""
    kind = "separation" if isinstance(record, Separation) else "membership"
    return replace(record, id=new_id(kind), span=renewal.span, source=renewal.source, end_reviewed=None)


def next_span(record: Separation | Membership, today: date) -> DateSpan:
    """The days to propose for going on: from where it ends, but not in the past, until further notice."""
    last = record.span.last
    return DateSpan(today if last is None else max(today, last + timedelta(days=1)))


def ended(record: R, last: date) -> R:
    """``record`` with its last day. It is judged along with that. Raises ``DomainError`` before its first."""
    refuse(record, fault_if(last < record.span.first, "last", "before_first"))
    return replace(record, span=DateSpan(record.span.first, last), end_reviewed=last)


def let_end(record: R) -> R:
    """``record`` with its last day judged to be right."""
    return replace(record, end_reviewed=record.span.last)
