"""A page of several kinds of record, a tab each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QTabWidget, QWidget

from desktop.services.change import Change
from desktop.ui.context import WindowContext
from desktop.ui.page import Page
from desktop.ui.records.kind import RecordKind
from desktop.ui.records.panel import RecordsPanel
from desktop.ui.widgets.boxes import column

translate = QCoreApplication.translate


class RecordsPage(Page):
    """Tabs are made when they are first looked at, and filled whenever they are looked at again."""

    def __init__(
        self, context: WindowContext, kinds: Sequence[RecordKind[Any]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._kinds = {kind.key: kind for kind in kinds}
        self._panels: dict[str, RecordsPanel[Any]] = {}
        self._stale: set[str] = set()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(translate("Records", "Kinds of record"))
        self._places: dict[str, QWidget] = {}
        for kind in kinds:
            self._places[kind.key] = QWidget()
            self.tabs.addTab(self._places[kind.key], kind.title)
        self.tabs.currentChanged.connect(self._fill)
        column(self, gap=0).addWidget(self.tabs)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The keys of the kinds, in the order of their tabs."""
        return tuple(self._kinds)

    def panel(self, key: str) -> RecordsPanel[Any]:
        """A kind's panel, made now where nobody has looked at it yet. Raises ``KeyError`` for no kind."""
        if key not in self._panels:
            context = self._context
            panel = RecordsPanel(self._kinds[key], context.editing, context.settings, context.clock.today)
            panel.said.connect(self.said)
            column(self._places[key], gap=0).addWidget(panel)
            self._panels[key] = panel
            self._stale.add(key)
        return self._panels[key]

    def refresh(self, change: Change | None) -> None:
        del change
        self._stale = set(self._panels)
        self._fill()

    def forget_typed(self) -> None:
        for panel in self._panels.values():
            panel.forget_typed()

    @property
    def unsaved(self) -> bool:
        return any(panel.unsaved for panel in self._panels.values())

    def open(self, subject: str) -> None:
        unit = self._context.editing.unit()
        for key, kind in self._kinds.items():
            if any(each.id == subject for each in kind.rows(unit)):
                self.show_tab(key)
                self.panel(key).open(subject)
                return

    def place(self) -> dict[str, str]:
        shown = self._shown()
        return {"tab": shown, "record": self.panel(shown).shown()} if shown else {}

    def go_to(self, place: dict[str, str]) -> None:
        if place.get("tab") in self._kinds:
            self.show_tab(place["tab"])
            if place.get("record"):
                self.panel(place["tab"]).open(place["record"])

    def focus_search(self) -> None:
        shown = self._shown()
        if shown:
            self.panel(shown).table.focus_search()

    def show_tab(self, key: str) -> None:
        """Turns to a kind. Raises ``KeyError`` for an unknown one."""
        self.tabs.setCurrentWidget(self._places[key])
        self._fill()

    def leave(self) -> None:
        for panel in self._panels.values():
            panel.leave()

    def _shown(self) -> str:
        current = self.tabs.currentWidget()
        return next((key for key, place in self._places.items() if place is current), "")

    @Slot()
    def _fill(self) -> None:
        shown = self._shown()
        if not shown:
            return
        panel = self.panel(shown)
        if shown in self._stale:
            self._stale.discard(shown)
            panel.refresh()
