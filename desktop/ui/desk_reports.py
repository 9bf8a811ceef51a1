"""The check's reports of the desk's week, until the unit, the time or what people go by is another."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from desktop.domain.plans import PlanVersion, gone_by
from desktop.services.week.when_broken import Judged

_Key = tuple[str, str, datetime, str | None, str | None]


class Reports:
    """A report holds as long as people go by the same version, since what runs is judged by that one."""

    def __init__(self) -> None:
        self._kept: dict[_Key, Judged] = {}

    def of(self, version: PlanVersion, versions: Iterable[PlanVersion]) -> Judged | None:
        """The report of a version beside the week's ``versions``; None where none is kept."""
        return self._kept.get(_key(version, versions))

    def keep(self, version: PlanVersion, versions: Iterable[PlanVersion], report: Judged) -> None:
        self._kept[_key(version, versions)] = report

    def clear(self) -> None:
        """The unit or the time is another."""
        self._kept.clear()


def _key(version: PlanVersion, versions: Iterable[PlanVersion]) -> _Key:
    given = gone_by(versions)
    by = (None, None) if given is None else (given.id, given.digest)
    return (version.id, version.digest, version.created_at, *by)
