"""Who was told that their week is another one than they were told before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop.domain.errors import blank, fault_if, refuse
from desktop.domain.time import IsoWeek


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody was told what a version of a week's plan changes for them.

    ``version`` is its id; ``person`` the id of a citizen or of somebody of the staff; ``told_by`` who noted
    it, at ``told_at``, aware, UTC.
    """

    id: str
    week: IsoWeek
    version: str
    person: str
    told_by: str
    told_at: datetime

    def __post_init__(self) -> None:
        refuse(
            self,
            blank("version", self.version),
            blank("person", self.person),
            blank("told_by", self.told_by),
            fault_if(self.told_at.utcoffset() != timedelta(0), "told_at", "not_utc"),
        )
