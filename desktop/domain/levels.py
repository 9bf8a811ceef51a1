"""Threat levels and the security measures that each asks for."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.time import DateSpan


@dataclass(frozen=True, slots=True)
class ThreatLevel:
    """A level's measures: dated, editable, with the source that decided them.

    ``needs_approval``: a manual yes before each session. Two rows may share a ``level`` with spans that
    follow each other.
    """

    id: str
    level: int
    name: str
    max_group: int
    staff: int
    guards: int
    room_features: frozenset[str]
    alone_on_site: bool
    needs_approval: bool
    span: DateSpan
    source: str
