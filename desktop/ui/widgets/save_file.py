"""Where somebody wants a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def ask_for_file(parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
    """The path that somebody chooses, always with the suffix of ``name``; None for none.

    The dialog asks before a file is replaced. It asks of the name that was typed: where the suffix makes that
    the name of another file, it is opened again on that one.
    """
    suffix, proposed = Path(name).suffix, name
    while True:
        typed, _ = QFileDialog.getSaveFileName(parent, title, proposed, kinds)
        if not typed:
            return None
        chosen = Path(typed)
        if chosen.suffix.lower() == suffix.lower():
            return chosen
        path = chosen.with_name(f"{chosen.name}{suffix}")
        if not path.exists():
            return path
        proposed = str(path)
