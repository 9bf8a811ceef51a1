"""Plan versions as they are once somebody has published them."""

from __future__ import annotations

from datetime import datetime

from desktop.domain.plans import PlanVersion, handed_out


def published(draft: PlanVersion, at: datetime | None = None) -> PlanVersion:
    """A draft that was published at an aware UTC time, or just when it was made."""
    return handed_out(draft, (), draft.created_at if at is None else at)
