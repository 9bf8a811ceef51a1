"""The schema's history, one revision a module in ``versions``.

A revision is written by hand and imports nothing of the app, so that it still does the same when
the rows have moved on. Tests hold that the last revision's schema equals the row classes', to the
letter, and show the difference where it does not.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class History:
    """Where the revisions lie, and the last of them, which a database of this version of the app has."""

    folder: Path
    head: str


HISTORY = History(Path(__file__).parent, "0009")
"""A store that has this head is opened without asking Alembic."""
