"""Rows of who was told of a changed week."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.store.rows import ID_LENGTH, Row, UtcTime, primary, reference


class ToldRow(Row):
    """``version`` is no reference: a draft may go, and who was told of it stays."""

    __tablename__ = "told"
    __table_args__ = (
        CheckConstraint("iso_week BETWEEN 1 AND 53", name="week"),
        UniqueConstraint("version", "person"),
    )

    id: Mapped[str] = primary()
    iso_year: Mapped[int]
    iso_week: Mapped[int]
    version: Mapped[str] = mapped_column(String(ID_LENGTH))
    person: Mapped[str] = reference("subjects.id")
    told_by: Mapped[str]
    told_at: Mapped[datetime] = mapped_column(UtcTime)
