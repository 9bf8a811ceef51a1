"""What the shell asks of a page."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.services.change import Change


class Page(QWidget):
    """One entry of the rail.

    ``navigate`` carries the key of a page and the id of what it should show there, empty for nothing in
    particular; ``said`` a sentence for the line at the window's foot.
    """

    key: ClassVar[str] = ""
    navigate = Signal(str, str)
    said = Signal(str)

    def refresh(self, change: Change | None) -> None:
        """The unit has changed: by ``change``, or in any way where it is None. Comes before the page is next
        seen, and with None for several changes that it missed."""

    def forget_typed(self) -> None:
        """Names were concealed or shown: what was typed or searched for may name somebody, and goes. A
        refresh follows."""

    @property
    def unsaved(self) -> bool:
        """Whether something was typed that is not saved."""
        return False

    @property
    def undecided(self) -> bool:
        """Whether something was found that nobody has kept or thrown away, and that goes with the window."""
        return False

    def open(self, subject: str) -> None:
        """Shows what has this id, where the page has it."""

    def place(self) -> dict[str, str]:
        """What is looked at: ids, numbers and words, so that it can be kept while the vault is locked."""
        return {}

    def go_to(self, place: dict[str, str]) -> None:
        """Looks at the same again, as far as it is still there."""

    def focus_search(self) -> None:
        """Leads to the page's search box."""

    def leave(self) -> None:
        """Another page comes, or the window goes: what is noted only after a while is noted now."""
