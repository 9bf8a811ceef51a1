"""What stands in the payloads of the audit trail, and how it is read again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from desktop.domain.audit import AuditEvent, AuditPayload
from desktop.services.trail.audit_chain import written

PEOPLE = "people"
ENTRIES = "entries"
BEFORE = "before"
AFTER = "after"
HAPPENED = "happened_at"


def content_of(event: AuditEvent, people: Sequence[str]) -> str:
    """What is kept of an event beside its entry. ``people`` are the ids of all whom it is about, sorted."""
    content = dict(event.payload or {})
    if people:
        content[PEOPLE] = list(people)
    return written(content)


def values_in(payload: AuditPayload | None) -> Mapping[str, Any]:
    """A payload's content; empty where it was emptied or can't be read."""
    if payload is None or payload.emptied:
        return {}
    try:
        content = json.loads(payload.content)
    except ValueError:
        return {}
    return content if isinstance(content, dict) else {}


def people_in(payload: AuditPayload) -> tuple[str, ...]:
    """The ids of those whom an entry is about."""
    people = values_in(payload).get(PEOPLE, [])
    return tuple(people) if isinstance(people, list) else ()


def number_spans(numbers: Iterable[int]) -> list[list[int]]:
    """Numbers as spans ``[first, last]``, sorted."""
    spans: list[list[int]] = []
    for number in sorted(set(numbers)):
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return spans


def erased_numbers(payload: AuditPayload) -> set[int]:
    """The numbers of the entries that an erasure emptied."""
    spans = values_in(payload).get(ENTRIES, [])
    return {number for first, last in spans for number in range(first, last + 1)}
