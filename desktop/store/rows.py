"""What all row classes share: the base, ids, spans of days, owned lists and references.

Two kinds of foreign key: an *owned* row goes with its owner; a *reference* to another entity is
checked at the end of the transaction, so that entities may be put and replaced in any order, and
refuses to let what it names be removed.

Constraints here hold for every database below. They repeat of the domain's rules only what a row
must never break whoever wrote it; the words and the reasons are the domain's.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, DateTime, Dialect, Enum, ForeignKey, MetaData, String, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, mapped_column, relationship
from sqlalchemy.orm.relationships import _RelationshipDeclared

ID_LENGTH = 64


class Row(DeclarativeBase):
    """Base of all rows. Its repr is the plain one of ``object``: it shows nothing of what a row holds."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class UtcTime(TypeDecorator[datetime]):
    """An aware moment, kept as UTC without zone, since not every database keeps zones."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


def words(kind: type[StrEnum], name: str) -> Enum:
    """The column type of an enum: its values as words, with a constraint ``name`` that admits no other."""
    return Enum(
        kind,
        name=name,
        native_enum=False,
        create_constraint=True,
        length=32,
        values_callable=lambda members: [member.value for member in members],
    )


def primary() -> MappedColumn[Any]:
    """The entity's own id."""
    return mapped_column(String(ID_LENGTH), primary_key=True)


def owner(column: str) -> MappedColumn[Any]:
    """The id of the entity that this row is a part of."""
    return mapped_column(String(ID_LENGTH), ForeignKey(column, ondelete="CASCADE"), primary_key=True)


def reference(column: str) -> MappedColumn[Any]:
    """The id of another entity, which can't be removed while this row names it."""
    return mapped_column(
        String(ID_LENGTH), ForeignKey(column, deferrable=True, initially="DEFERRED"), index=True
    )


def position() -> MappedColumn[Any]:
    """The place in the owner's list, from 0."""
    return mapped_column(primary_key=True, autoincrement=False)


def parts(order: Callable[[], Any]) -> _RelationshipDeclared[Any]:
    """The owned rows, in order, loaded for all owners together."""
    return relationship(lazy="selectin", order_by=order)


def told_apart(**options: str) -> dict[str, str]:
    """Mapper options of classes whose rows share one table of ids."""
    return options


class Positioned:
    """An owned row that keeps its place in a list."""

    position: Mapped[int] = position()


class Spanned:
    """A span of days, both included; no last day is until further notice."""

    first_day: Mapped[date]
    last_day: Mapped[date | None]


def span_check() -> CheckConstraint:
    return CheckConstraint("last_day IS NULL OR last_day >= first_day", name="span")


class Block(Positioned):
    """A block of a weekly pattern; see ``WeeklyBlock``."""

    weekday: Mapped[int]
    start_minute: Mapped[int]
    end_minute: Mapped[int]


def block_check() -> CheckConstraint:
    return CheckConstraint(
        "weekday BETWEEN 0 AND 6 AND 0 <= start_minute AND start_minute < end_minute AND end_minute <= 1440",
        name="block",
    )
