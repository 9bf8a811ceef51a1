"""Where free texts name somebody, and what stands there instead."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from desktop.domain.people import Citizen

T = TypeVar("T")

FREE_TEXTS = frozenset({"note", "reason", "source", "follow_up"})
"""The fields in which somebody writes as they please."""


class Names:
    """The names and case numbers of some people, to be found in texts as whole words, in whatever case."""

    def __init__(self, people: Iterable[Citizen]) -> None:
        known = {word.strip() for person in people for word in (person.name, person.case_number)}
        # The longest first: a name that is a part of another one must not leave the rest of it.
        listed = "|".join(re.escape(word) for word in sorted(known, key=lambda each: (-len(each), each)))
        self._pattern = re.compile(rf"(?<!\w)(?:{listed})(?!\w)", re.IGNORECASE) if known else None

    def stand_in(self, text: str) -> bool:
        """Whether the text names one of them."""
        return self._pattern is not None and self._pattern.search(text) is not None

    def replaced(self, text: str, mark: str) -> str:
        """The text with ``mark`` in the place of each name."""
        return text if self._pattern is None else self._pattern.sub(lambda _: mark, text)

    def replaced_in(self, value: T, mark: str) -> T:
        """A dataclass with the names replaced in its free texts and in those of its parts; itself where
        there are none."""
        changed: dict[str, Any] = {}
        for each in fields(value) if is_dataclass(value) else ():
            before = getattr(value, each.name)
            after: Any = before
            if isinstance(before, str) and each.name in FREE_TEXTS:
                after = self.replaced(before, mark)
            elif isinstance(before, tuple):
                after = tuple(self.replaced_in(part, mark) for part in before)
            elif is_dataclass(before):
                after = self.replaced_in(before, mark)
            if after != before:
                changed[each.name] = after
        return replace(value, **changed) if changed else value  # type: ignore[type-var]
