"""How the board was looked at is there again the next time; never at whom."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict
from datetime import date

from desktop.qt.settings import Settings
from desktop.ui.board.look import BoardLook
from desktop.ui.board.modes import Mode
from desktop.ui.board.panel import BoardPanel

NAME = "week.board"


def remember_board(board: BoardPanel, settings: Settings) -> None:
    """Looks at a board as it was left, and keeps how it is looked at from now on."""
    left = _look(settings.table_state(NAME))
    if left is not None:
        board.recall(left)

    def keep() -> None:
        look = board.look()
        if look is not None:
            state = {**asdict(look), "monday": look.monday.isoformat()}
            if state != settings.table_state(NAME):
                settings.keep_table_state(NAME, state)

    board.shown.connect(keep)


def _look(state: Mapping[str, object]) -> BoardLook | None:
    """None where nothing was kept, or nothing that can be understood."""
    with suppress(KeyError, ValueError):
        site, day = state["site"], state["day"]
        if isinstance(site, int) and isinstance(day, int):
            return BoardLook(
                Mode(str(state["mode"])),
                site,
                date.fromisoformat(str(state["monday"])),
                day,
                str(state["people"]),
                str(state["order"]),
            )
    return None
