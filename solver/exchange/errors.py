"""What is wrong with a file, and where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class InputError:
    """One mistake. ``path`` leads to the value (``citizens[12].available[3].end``); it is
    ``line 3, column 5`` where the text is no JSON, and empty where the file as a whole is meant.

    ``message`` is a plain English sentence. It quotes ids, times and numbers, never other text: a name
    that somebody typed where none belongs must not reach a log.
    """

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}" if self.path else self.message


class ExchangeError(Exception):
    """A file that is not what the exchange format says, with every mistake found in it."""

    def __init__(self, errors: Iterable[InputError]) -> None:
        self.errors = tuple(errors)
        super().__init__(self.errors)

    def __str__(self) -> str:
        return "\n".join(str(error) for error in self.errors)
