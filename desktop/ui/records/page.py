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
    """Tabs are filled when they are first looked at."""

    def __init__(
        self, context: WindowContext, kinds: Sequence[RecordKind[Any]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(translate("Records", "Kinds of record"))
        self.panels: dict[str, RecordsPanel[Any]] = {}
        for kind in kinds:
            panel = RecordsPanel(kind, context.editing, context.settings, context.clock.today)
            panel.said.connect(self.said)
            self.panels[kind.key] = panel
            self.tabs.addTab(panel, kind.title)
        self._stale = set(self.panels)
        self.tabs.currentChanged.connect(self._fill)
        column(self, gap=0).addWidget(self.tabs)

    def refresh(self, change: Change | None) -> None:
        del change
        self._stale = set(self.panels)
        self._fill()

    def forget_typed(self) -> None:
        for panel in self.panels.values():
            panel.forget_typed()

    @property
    def unsaved(self) -> bool:
        return any(panel.unsaved for panel in self.panels.values())

    def open(self, subject: str) -> None:
        for key, panel in self.panels.items():
            if any(each.id == subject for each in panel.kind.rows(panel.unit())):
                self.show_tab(key)
                panel.open(subject)
                return

    def place(self) -> dict[str, str]:
        shown = self._shown()
        return {"tab": shown, "record": self.panels[shown].shown()} if shown else {}

    def go_to(self, place: dict[str, str]) -> None:
        if place.get("tab") in self.panels:
            self.show_tab(place["tab"])
            if place.get("record"):
                self.panels[place["tab"]].open(place["record"])

    def focus_search(self) -> None:
        shown = self._shown()
        if shown:
            self.panels[shown].table.focus_search()

    def show_tab(self, key: str) -> None:
        """Turns to a kind. Raises ``KeyError`` for an unknown one."""
        self.tabs.setCurrentWidget(self.panels[key])
        self._fill()

    def leave(self) -> None:
        for panel in self.panels.values():
            panel.leave()

    def _shown(self) -> str:
        current = self.tabs.currentWidget()
        return next((key for key, panel in self.panels.items() if panel is current), "")

    @Slot()
    def _fill(self) -> None:
        shown = self._shown()
        if shown in self._stale:
            self._stale.discard(shown)
            self.panels[shown].refresh()
