"""The page of the threat levels: an editable table, and what the chosen level means."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.domain.levels import ThreatLevel
from desktop.domain.time import IsoWeek
from desktop.domain.unit import Unit
from desktop.services.change import Change
from desktop.ui.context import WindowContext
from desktop.ui.levels.meaning import LevelMeaning
from desktop.ui.levels.records import level_records
from desktop.ui.page import Page
from desktop.ui.records.panel import RecordsPanel
from desktop.ui.widgets.boxes import column


class LevelsPage(Page):
    key = "levels"

    def __init__(self, context: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.panel = RecordsPanel[ThreatLevel](
            level_records(), context.editing, context.settings, context.clock.today
        )
        self.meaning = LevelMeaning()
        self._told: tuple[Unit, ThreatLevel | None, IsoWeek] | None = None
        self.panel.add_below(self.meaning)
        self.panel.said.connect(self.said)
        self.panel.chosen.connect(self._show)
        column(self, gap=0).addWidget(self.panel)

    def refresh(self, change: Change | None) -> None:
        del change
        self.panel.refresh()
        if self.panel.table.one_chosen() is None and self.panel.table.model.rows():
            self.panel.open(self.panel.table.model.rows()[0].id)
        self._show(self.panel.table.one_chosen())

    def forget_typed(self) -> None:
        self.panel.forget_typed()

    @property
    def unsaved(self) -> bool:
        return self.panel.unsaved

    def open(self, subject: str) -> None:
        self.panel.open(subject)

    def place(self) -> dict[str, str]:
        return {"record": self.panel.shown()}

    def go_to(self, place: dict[str, str]) -> None:
        if place.get("record"):
            self.panel.open(place["record"])

    def focus_search(self) -> None:
        self.panel.table.focus_search()

    def leave(self) -> None:
        self.panel.leave()

    @Slot(object)
    def _show(self, level: ThreatLevel | None) -> None:
        now = (self._context.editing.unit(), level, IsoWeek.containing(self._context.clock.today()))
        if now != self._told:
            self._told = now
            self.meaning.show_level(*now)
