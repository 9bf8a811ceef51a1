"""What a session says of itself to the pointer and to a screen reader."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from desktop.printing.marks import GLYPHS
from desktop.printing.sheet import Block, Column, Sheet
from desktop.printing.words import day_inside, day_text, lane_text, people_text, time_span_text
from desktop.services.beside import Mark
from desktop.ui.words import level_name

translate = QCoreApplication.translate


def announce(widget: QWidget, text: str) -> None:
    """Has a screen reader say something at once."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def session_name(sheet: Sheet, block: Block, *, locked: bool = False, mark: Mark | None = None) -> str:
    """One line: activity, day, time, room, level, how many people, what is otherwise."""
    column = sheet.columns[block.column]
    parts = [
        block.title,
        day_inside(column.day),
        time_span_text(block.start, block.end),
        _place(column, block),
        translate("Board", "No level") if block.level is None else level_name(block.level),
        people_text(len(block.people)),
    ]
    if block.approval:
        parts.append(translate("Board", "needs a manual yes"))
    if locked:
        parts.append(translate("Board", "locked"))
    if mark is not None:
        parts.append(mark_words(mark))
    return ", ".join(parts)


def session_hint(sheet: Sheet, block: Block, *, mark: Mark | None = None) -> str:
    """The same on a few lines, with everybody's name."""
    column = sheet.columns[block.column]
    when = f"{day_text(column.day)} {time_span_text(block.start, block.end)}"
    level = translate("Board", "No level") if block.level is None else level_name(block.level)
    staff = ", ".join(person.name for person in block.staff)
    lines = [
        block.title,
        f"{when} · {_place(column, block)} · {level}",
        translate("Board", "People: %1").replace("%1", ", ".join(person.name for person in block.people)),
        translate("Board", "Staff: %1").replace("%1", staff),
    ]
    if block.approval:
        lines.append(translate("Board", "Needs a manual yes before it is held"))
    if mark is not None:
        lines.append(f"{GLYPHS[mark]} {mark_words(mark)}")
    return "\n".join(lines)


def mark_words(mark: Mark) -> str:
    """What is otherwise with a session than in the version that all are held against."""
    return {
        Mark.NEW: translate("BoardMarks", "new against the base"),
        Mark.GONE: translate("BoardMarks", "not in every other version"),
        Mark.MOVED: translate("BoardMarks", "at another time or place"),
        Mark.OTHERS: translate("BoardMarks", "other people or staff"),
    }[mark]


def _place(column: Column, block: Block) -> str:
    """The room, and whose lane it stands in where the lanes are not the rooms."""
    return f"{block.where} ({lane_text(column)})" if block.where else lane_text(column)
