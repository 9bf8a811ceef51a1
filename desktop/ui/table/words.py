"""What every table says in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

translate = QCoreApplication.translate


def unknown() -> str:
    """What stands in a cell of which nothing is known."""
    return translate("Table", "Unknown")


def count_words(shown: int, of: int) -> str:
    """``12 of 70``, or ``70 in all`` where none is left out."""
    if shown == of:
        return translate("Table", "%1 in all", "rows of a table").replace("%1", QLocale().toString(of))
    text = translate("Table", "%1 of %2", "rows shown of all")
    return text.replace("%1", QLocale().toString(shown)).replace("%2", QLocale().toString(of))


def everything(title: str) -> str:
    """``Level: all``."""
    return translate("Table", "%1: all", "a filter that leaves nothing out").replace("%1", title)


def everything_there() -> str:
    """``All``, below the filter's title."""
    return translate("Table", "All", "a filter that leaves nothing out")


def filters_words(chosen: int) -> str:
    """``Filters``, or ``Filters (2)`` where so many are chosen."""
    text = translate("Table", "Filters")
    return f"{text} ({QLocale().toString(chosen)})" if chosen else text


def nothing_here() -> str:
    return translate("Table", "There is nothing here yet.")


def nothing_found() -> str:
    return translate("Table", "Nothing matches the search and the filters.")
