"""What a mapper is, and the small ones that every kind of entity shares."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypedDict, TypeVar

from desktop.domain.time import DateSpan, WeeklyBlock
from desktop.domain.unit import Entity
from desktop.store.rows import Block, Row, Spanned

E = TypeVar("E", bound=Entity)
R = TypeVar("R", bound=Row)
B = TypeVar("B", bound=Block)


@dataclass(frozen=True, slots=True)
class Mapping(Generic[E, R]):
    """How one kind of entity is kept: its row class and the way there and back."""

    entity: type[E]
    row: type[R]
    to_row: Callable[[E], R]
    to_entity: Callable[[R], E]


class SpanColumns(TypedDict):
    """The two columns of a span of days."""

    first_day: date
    last_day: date | None


def span_columns(span: DateSpan) -> SpanColumns:
    return {"first_day": span.first, "last_day": span.last}


def span_of(row: Spanned) -> DateSpan:
    return DateSpan(row.first_day, row.last_day)


def block_rows(row: Callable[..., B], blocks: Iterable[WeeklyBlock]) -> list[B]:
    return [
        row(position=place, weekday=block.weekday, start_minute=block.start, end_minute=block.end)
        for place, block in enumerate(blocks)
    ]


def blocks_of(rows: Iterable[Block]) -> tuple[WeeklyBlock, ...]:
    return tuple(WeeklyBlock(row.weekday, row.start_minute, row.end_minute) for row in rows)
