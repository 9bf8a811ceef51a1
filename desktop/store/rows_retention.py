"""Rows of the retention rules, and of the erasures under way."""

from __future__ import annotations

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.domain.retention import DataKind
from desktop.store.rows import Row, Spanned, primary, span_check, words


class RetentionRuleRow(Spanned, Row):
    __tablename__ = "retention_rules"
    __table_args__ = (span_check(), CheckConstraint("months BETWEEN 0 AND 1200", name="months"))

    id: Mapped[str] = primary()
    kind: Mapped[DataKind] = mapped_column(words(DataKind, "kind"))
    months: Mapped[int]
    source: Mapped[str]


class OpenErasureRow(Row):
    """A published plan version that this very transaction takes something out of, or removes.

    The triggers that keep published versions look here. Outside of such a transaction the table is empty.
    """

    __tablename__ = "open_erasures"

    version_id: Mapped[str] = primary()
