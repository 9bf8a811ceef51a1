"""Qt, imported without its look at every other import.

PySide6 puts an import of its own in place of Python's. It reads the source of every module that comes after
it, only to know whether the module may switch to names like ``set_text``, which nothing here does. That is a
fifth of the time of a start, and the text of every source stays in memory.
"""

from __future__ import annotations

import builtins


def import_qt() -> None:
    """Imports Qt's core; Python's own import stays as it is."""
    plain = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = plain
