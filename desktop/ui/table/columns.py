"""What a table shows of its rows, told as data: one ``Column`` for each thing that is known of a row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyledItemDelegate, QWidget

from desktop.ui.table.words import unknown

T = TypeVar("T")
LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight


class Tone(StrEnum):
    """How a badge is coloured. The words in it say the same: colour is never the only sign."""

    PLAIN = "plain"
    OK = "ok"
    WARN = "warn"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class LevelMark:
    """A threat level as the board marks it; with a question mark where it is ``doubtful``."""

    level: int
    doubtful: bool = False


# Without slots: a generic class that has them can't be made as ``Column[Row](…)``.
@dataclass(frozen=True)
class Column(Generic[T]):
    """``key`` names the column in the settings and must stay the same.

    ``text``: what stands in the cell; None or nothing where it isn't known, which is shown as "Unknown": a
    thing that is known to be none says so in words. ``sort``: the value to sort by, else the text; texts are
    compared as the language has it, None comes last in both directions. ``spoken``: what a screen reader
    says, else the text. ``filter_text``: what the search looks at, else the text. ``tooltip``: else the text.
    ``badge``: frames the text, or draws a level's mark in its place. ``icon``: the name of an icon before
    the text. ``width``: in letters. ``delegate``: paints the cell instead; it finds the row at ``ROW_ROLE``.
    """

    key: str
    title: str
    text: Callable[[T], str | None]
    sort: Callable[[T], object] | None = None
    tooltip: Callable[[T], str] | None = None
    align: Qt.AlignmentFlag = LEFT
    badge: Callable[[T], Tone | LevelMark | None] | None = None
    icon: Callable[[T], str | None] | None = None
    filter_text: Callable[[T], str] | None = None
    spoken: Callable[[T], str] | None = None
    visible: bool = True
    width: int = 16
    delegate: Callable[[QWidget], QStyledItemDelegate] | None = None

    def shown(self, row: T) -> str:
        """The words in the cell; never none."""
        return self.text(row) or unknown()

    def is_unknown(self, row: T) -> bool:
        """Whether the cell says "Unknown"."""
        return not self.text(row)

    def said(self, row: T) -> str:
        """What a screen reader says."""
        return self.spoken(row) if self.spoken else self.shown(row)

    def hint(self, row: T) -> str:
        """What the pointer is told, as plain text."""
        return self.tooltip(row) if self.tooltip else self.shown(row)

    def searched(self, row: T) -> str:
        """What the search looks at."""
        return self.filter_text(row) if self.filter_text else self.shown(row)

    def sorting(self, row: T) -> object:
        """The value to sort by; None for what isn't known."""
        return self.sort(row) if self.sort else self.text(row) or None
