"""What dates the trail where no other clock is given."""

from __future__ import annotations

from datetime import UTC, datetime


def system_time() -> datetime:
    """The machine's clock, UTC."""
    return datetime.now(UTC)
