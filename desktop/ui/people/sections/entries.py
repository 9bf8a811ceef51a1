"""What a list of entries on a person's page holds, told apart from how it is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Generic, TypeVar

from desktop.domain.people import Citizen, HoursCap, LevelAssessment
from desktop.domain.unit import Entity
from desktop.services.change_labels import ChangeLabel
from desktop.services.concealing import HIDDEN
from desktop.ui.forms.form import Form, FormItem
from desktop.ui.people.sections.section import Subject

T = TypeVar("T")
E = TypeVar("E", bound=Entity)
P = TypeVar("P", bound=HoursCap | LevelAssessment)


@dataclass(frozen=True, slots=True)
class Line:
    """An entry in words. ``state`` stands before it where it doesn't hold now; ``warn``: it wants a look."""

    text: str
    detail: str = ""
    state: str = ""
    warn: bool = False


@dataclass(frozen=True, slots=True)
class Writing:
    """What is put and removed to save or to remove an entry."""

    put: tuple[Entity, ...] = ()
    remove: tuple[Entity, ...] = ()


class Entries(Generic[T]):
    """One kind of entry. ``saved_as`` and ``removed_as`` are labels of changes; ``ask_reason``: the audit
    trail is to know why. ``key`` tells the list from the others."""

    key: str
    kind: type[Any]
    saved_as: ChangeLabel
    removed_as: ChangeLabel
    ask_reason = False

    def title(self) -> str:
        raise NotImplementedError

    def add_text(self) -> str:
        """What the button says that begins a new entry."""
        raise NotImplementedError

    def empty(self) -> str:
        """What is said where nothing is on record."""
        raise NotImplementedError

    def watch(self, form: Form[Any], subject: Subject) -> None:
        """Joins fields of a form that belong together."""

    def listed(self, subject: Subject) -> Sequence[T]:
        """The entries in the order in which they are shown."""
        raise NotImplementedError

    def line(self, subject: Subject, entry: T) -> Line:
        raise NotImplementedError

    def items(self, subject: Subject, entry: T | None) -> Sequence[FormItem]:
        """The fields of the form; ``entry`` None for a new one."""
        raise NotImplementedError

    def start(self, subject: Subject) -> Mapping[str, object]:
        """What a new entry begins with."""
        raise NotImplementedError

    def editable(self, subject: Subject, entry: T) -> bool:
        """Whether it is changed here."""
        del subject, entry
        return True

    def put(self, subject: Subject, before: T | None, after: T | None) -> Writing:
        """How a new entry (``before`` None), a changed one or one that goes (``after`` None) is kept."""
        raise NotImplementedError


class OwnEntries(Entries[E]):
    """Entries that are entities of their own."""

    def put(self, subject: Subject, before: E | None, after: E | None) -> Writing:
        del subject
        if after is None:
            return Writing(remove=() if before is None else (before,))
        return Writing(put=(after,))


class PartEntries(Entries[P]):
    """Entries that are parts of the citizen, in the field ``field``."""

    field: str

    def put(self, subject: Subject, before: P | None, after: P | None) -> Writing:
        held: list[P] = list(getattr(subject.citizen, self.field))
        if before is not None:
            at = held.index(before)
            held[at : at + 1] = [] if after is None else [after]
        elif after is not None:
            held.append(after)
        changes: dict[str, Any] = {self.field: tuple(held)}
        changed: Citizen = replace(subject.citizen, **changes)
        return Writing(put=(changed,))

    def editable(self, subject: Subject, entry: P) -> bool:
        # While names are concealed a part shows no text of its own, and would lose the one that is kept.
        del subject
        return all(getattr(entry, each.name) != HIDDEN for each in fields(entry))
