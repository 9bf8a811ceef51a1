"""Where free texts name somebody, and what stands there instead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from desktop.domain.people import Citizen
from desktop.domain.staffing import StaffMember

T = TypeVar("T")

FREE_TEXTS = frozenset({"note", "reason", "source", "follow_up"})
"""The fields in which somebody writes as they please."""
SIGNATURES = frozenset(
    {"approved_by", "assessed_by", "contact", "created_by", "decided_by", "locked_by", "noted_by", "told_by"}
)
"""The fields that hold whoever did something or is to be asked: staff may stand there, and no citizen."""


class Names:
    """The names and case numbers of some people, to be found in texts as whole words, in whatever case.

    In a signature only those of the staff among them are names: somebody else may be called as a citizen is.
    """

    def __init__(self, people: Iterable[Citizen | StaffMember]) -> None:
        found = tuple(people)
        self._pattern = _pattern(word for person in found for word in _words_of(person))
        self._staff = _pattern(person.name for person in found if isinstance(person, StaffMember))

    def stand_in(self, text: str) -> bool:
        """Whether the text names one of them."""
        return self._pattern is not None and self._pattern.search(text) is not None

    def replaced(self, text: str, mark: str) -> str:
        """The text with ``mark`` in the place of each name."""
        return _marked(self._pattern, text, mark)

    def replaced_in(self, value: T, mark: str) -> T:
        """A dataclass with the names replaced in its free texts and signatures and in those of its parts;
        itself where there are none."""
        changed: dict[str, Any] = {}
        for each in fields(value) if is_dataclass(value) else ():
            before = getattr(value, each.name)
            after: Any = before
            if isinstance(before, str) and each.name in FREE_TEXTS:
                after = self.replaced(before, mark)
            elif isinstance(before, str) and each.name in SIGNATURES:
                after = _marked(self._staff, before, mark)
            elif isinstance(before, tuple):
                after = tuple(self.replaced_in(part, mark) for part in before)
            elif is_dataclass(before):
                after = self.replaced_in(before, mark)
            if after != before:
                changed[each.name] = after
        return rebuilt(value, changed)


def rebuilt(value: T, changed: Mapping[str, Any]) -> T:
    """A dataclass with these fields changed; itself, or any other value, where there are none."""
    made: T = replace(cast(Any, value), **changed) if changed else value
    return made


def _words_of(person: Citizen | StaffMember) -> tuple[str, ...]:
    return (person.name, person.case_number) if isinstance(person, Citizen) else (person.name,)


def _pattern(words: Iterable[str]) -> re.Pattern[str] | None:
    known = {word.strip() for word in words}
    # The longest first: a name that is a part of another one must not leave the rest of it.
    listed = "|".join(re.escape(word) for word in sorted(known, key=lambda each: (-len(each), each)))
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)", re.IGNORECASE) if known else None


def _marked(pattern: re.Pattern[str] | None, text: str, mark: str) -> str:
    return text if pattern is None else pattern.sub(lambda _: mark, text)
