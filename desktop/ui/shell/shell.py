"""One page at a time beside the rail. Pages are made when they are first looked at, or ahead of that."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.qt.editing import Editing
from desktop.services.change import Change
from desktop.ui.page import Page
from desktop.ui.shell.rail import Entry, Rail
from desktop.ui.shell.unsafe_banner import UnsafeBanner
from desktop.ui.widgets.boxes import column, row


@dataclass(frozen=True, slots=True)
class PageSpec:
    """How a page stands on the rail, and how it is made in its parent.

    Whatever is put elsewhere is dressed once more with all that it holds, which takes the most of a page's
    time: it is made where it shall stand.
    """

    entry: Entry
    make: Callable[[QWidget], Page]


class Shell(QWidget):
    """``changed`` is sent when another page is shown, ``made`` with the key of a page once it is there;
    ``said`` carries a page's sentence for the window; ``ended`` is sent before the vault is closed."""

    changed = Signal()
    made = Signal(str)
    said = Signal(str)
    ended = Signal()

    def __init__(self, editing: Editing, specs: Sequence[PageSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._specs = {spec.entry.key: spec for spec in specs}
        self._pages: dict[str, Page] = {}
        self._ahead: dict[str, Page] = {}
        self._missed: dict[str, list[Change | None]] = {}
        self._places: dict[str, dict[str, str]] = {}
        self._editing = editing
        self._concealed = editing.concealed
        self.current = ""
        self.rail = Rail(tuple(spec.entry for spec in specs))
        self.unsafe = UnsafeBanner()
        self.stack = QStackedWidget()
        box = row(self, gap=0)
        box.addWidget(self.rail)
        right = column(gap=0)
        right.addWidget(self.unsafe)
        right.addWidget(self.stack, 1)
        box.addLayout(right, 1)
        self.unsafe.asked.connect(self.navigate)
        self.rail.picked.connect(self.show_page)
        editing.changed.connect(self._on_changed)

    def page(self, key: str) -> Page:
        """A page, made now where nobody has looked at it yet. Raises ``KeyError`` for an unknown key."""
        if key not in self._pages:
            page = self._ahead.pop(key, None) or self._specs[key].make(self.stack)
            page.navigate.connect(self.navigate)
            page.said.connect(self.said)
            if page.property("guide") is None:
                # A page of the guide that has its name is its own.
                page.setProperty("guide", key)
            self.stack.addWidget(page)
            self._pages[key] = page
            page.refresh(None)
            if key in self._places:
                page.go_to(self._places.pop(key))
            self.made.emit(key)
        return self._pages[key]

    def make_ahead(self, key: str) -> None:
        """Makes a page while nobody waits for it. Nobody has looked at it for all that."""
        if key not in self._pages and key not in self._ahead:
            self._ahead[key] = self._specs[key].make(self.stack)

    def page_made(self, key: str) -> Page | None:
        """A page, where somebody has looked at it."""
        return self._pages.get(key)

    def entries(self) -> tuple[tuple[str, str, str], ...]:
        """Each page's key, its name in one line, and its shortcut."""
        listed = (spec.entry for spec in self._specs.values())
        return tuple((each.key, each.text.replace("\n", " "), each.shortcut) for each in listed)

    def shown(self) -> Page | None:
        """The page that is looked at."""
        return self._pages.get(self.current)

    @Slot(str)
    def show_page(self, key: str) -> None:
        """Turns to a page."""
        before = self.shown()
        page = self.page(key)
        if before is not None and before is not page:
            before.leave()
        missed = self._missed.pop(key, [])
        if missed:
            page.refresh(missed[0] if len(missed) == 1 else None)
        self.current = key
        self.stack.setCurrentWidget(page)
        self.rail.show_page(key)
        self.changed.emit()

    @Slot(str, str)
    def navigate(self, key: str, subject: str) -> None:
        """Turns to a page and shows there what has the id ``subject``; empty for nothing in particular."""
        self.show_page(key)
        if subject:
            self.page(key).open(subject)

    def places(self) -> dict[str, dict[str, str]]:
        """What is looked at on each page, and under ``""`` the page that is shown."""
        found = self._places | {key: page.place() for key, page in self._pages.items()}
        return found | {"": {"page": self.current}}

    def go_to(self, places: dict[str, dict[str, str]]) -> None:
        """Looks at the same again; pages that nobody has looked at yet remember it until then."""
        for key, place in places.items():
            if key in self._pages:
                self._pages[key].go_to(place)
            elif key in self._specs:
                self._places[key] = place
        current = places.get("", {}).get("page", "")
        if current in self._specs:
            self.show_page(current)

    @property
    def unsaved(self) -> bool:
        """Whether something was typed on any page that is not saved."""
        return any(page.unsaved for page in self._pages.values())

    @property
    def undecided(self) -> bool:
        """Whether something was found on any page that nobody has kept or thrown away."""
        return any(page.undecided for page in self._pages.values())

    def leave(self) -> None:
        """The window goes or is locked."""
        for page in self._pages.values():
            page.leave()

    def end(self) -> None:
        """The vault is closed next: nothing is looked up any more."""
        self.leave()
        self.ended.emit()

    @Slot(object)
    def _on_changed(self, change: Change | None) -> None:
        if self._editing.concealed != self._concealed:
            self._concealed = self._editing.concealed
            self.said.emit("")
            for page in self._pages.values():
                page.forget_typed()
        for key, page in self._pages.items():
            if key == self.current:
                page.refresh(change)
            else:
                self._missed.setdefault(key, []).append(change)
