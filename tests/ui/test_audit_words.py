"""What the audit trail keeps is told in the words of the interface, never in those of the program."""

from __future__ import annotations

import enum
import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from typing import Any, get_args, get_type_hints

import pytest

from desktop.domain.audit import Actor, AuditEntry, AuditPayload
from desktop.domain.unit import Entity
from desktop.qt.language import Language
from desktop.services.ports import Kept
from desktop.services.trail.audit_changes import kind_word
from desktop.ui.audit.fields import field_words
from desktop.ui.audit.words import Labels, about_words, detail_lines, subject_words
from desktop.ui.door import Alarm, LockReason
from tests.services.small_unit import UNIT

pytestmark = pytest.mark.usefixtures("language")
LEFT_OUT = {"id", "weekday", "first", "last", "year"}
"""The parts of an entity that are told together with others, or not at all."""


def kept(subject: str, subject_id: str, people: tuple[str, ...] = (), **values: object) -> Kept:
    entry = AuditEntry(
        7, datetime(2026, 11, 26, 9, 0, tzinfo=UTC), Actor("x"), "change", subject, subject_id, b"", b"", b""
    )
    return Kept(entry, AuditPayload(b"", "", json.dumps(values)), people)


def told(of: Kept, labels: Labels | None = None) -> dict[str, str]:
    return dict(detail_lines(of, labels or Labels(UNIT)))


def parts(kind: type[Any]) -> Iterator[tuple[str, object]]:
    """Every field of a dataclass and of its parts, with its type's pieces."""
    for each in fields(kind):
        pieces: list[object] = [get_type_hints(kind)[each.name]]
        while pieces:
            piece = pieces.pop()
            pieces += get_args(piece)
            yield each.name, piece
            if isinstance(piece, type) and is_dataclass(piece):
                yield from parts(piece)


ENTITIES: tuple[type[Any], ...] = get_args(Entity)
CHOSEN = [
    (kind_word(entity), name, word)
    for entity in ENTITIES
    for name, piece in parts(entity)
    if isinstance(piece, type) and issubclass(piece, enum.StrEnum)
    for word in piece
]


@pytest.mark.parametrize("entity", ENTITIES, ids=kind_word)
def test_every_kind_of_entry_and_every_field_has_words(entity: type[Any]) -> None:
    unnamed = {name for name, _ in parts(entity) if field_words(name) == name} - LEFT_OUT
    assert not unnamed
    assert "_" not in subject_words(kind_word(entity))


@pytest.mark.parametrize(("subject", "name", "word"), CHOSEN)
def test_no_word_of_the_program_is_shown(subject: str, name: str, word: str, language: Language) -> None:
    language.install("da")
    danish = told(kept(subject, "x", before=None, after={name: str(word)}))
    language.install("en")
    english = told(kept(subject, "x", before=None, after={name: str(word)}))
    (shown,) = (text for text in english.values() if text not in (english["When"], english["Who"]))
    assert "_" not in shown
    assert word not in danish.values()


def test_a_change_says_in_words_from_what_to_what() -> None:
    absence = kept("absence", "x", ("c1",), before={"kind": "illness"}, after={"kind": "court"})
    assert told(absence)["Kind"] == "Illness → Court"
    apart = kept("separation", "x", before={"scope": "session"}, after={"scope": "site"})
    assert told(apart)["Kept apart"] == "never in one session → never on one site at the same time"
    room = kept("room", "r1", before={"features": ["two_exits"]}, after={"features": ["alarm", "two_exits"]})
    assert told(room)["Equipment"] == "two exits → alarm, two exits"
    staff = kept("staff_member", "m1", before={"skills": ["job_club"]}, after={"skills": []})
    assert told(staff)["Skills"] == "job club → –"


def test_a_limit_is_told_in_its_own_unit() -> None:
    hours = kept("limit", "i2", before={"value": 2220}, after={"value": 1800})
    assert told(hours)["Value"] == "37 hours → 30 hours"
    weeks = kept("limit", "gone", before=None, after={"key": "mentor_startup_weeks", "value": 4})
    assert told(weeks)["Value"] == "4 weeks"


def test_days_and_moments_are_written_as_everywhere_else() -> None:
    span = {"span": {"first": "2026-11-26", "last": None}, "assessed_on": "2026-11-02"}
    shown = told(kept("separation", "x", before=None, after=span))
    assert shown["From – to"] == "26 November 2026 –"
    assert shown["Assessed on"] == "2 November 2026"
    session = kept("session", "n1", starts="2026-11-23T09:00:00", week="2026-W48", number=1)
    assert told(session)["Starts"] == "23 November 2026, 09:00"


def test_what_is_no_person_is_called_by_its_name_also_after_it_has_gone() -> None:
    labels = Labels(UNIT)
    assert about_words(kept("limit", "i2"), labels).startswith("limit: Activation")
    assert about_words(kept("travel", "t1"), labels) == "travel time: Huset – Depotet"
    gone = kept("room", "r-gone", before={"name": "Lokale 9"}, after=None)
    assert about_words(gone, labels) == "room: Lokale 9"
    sides = ({"kind": "drafts", "months": months} for months in (3, 6))
    rule = kept("retention_rule", "rule-1", before=next(sides), after=next(sides))
    assert about_words(rule, labels) == "retention rule: Drafts of plans"


@pytest.mark.parametrize("alarm", list(Alarm))
def test_an_alarm_is_told_in_words(alarm: Alarm) -> None:
    assert alarm.value not in about_words(kept("alarm", alarm.value), Labels(UNIT))


@pytest.mark.parametrize("reason", list(LockReason))
def test_why_the_vault_was_locked_is_told_in_words(reason: LockReason) -> None:
    locked = kept("vault", "", why=reason.value)
    locked = replace(locked, entry=replace(locked.entry, kind="lock"))
    assert told(locked)["Why"] != reason.value


def test_what_a_newer_version_wrote_is_shown_as_it_stands() -> None:
    assert told(kept("absence", "x", before=None, after={"kind": "leave"}))["Kind"] == "leave"
