"""What has run out or does so soon: it goes on, or somebody says that it was right to end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.domain.conflicts import Separation
from desktop.domain.unit import Unit
from desktop.qt.settings import Settings
from desktop.services.rivalries import REVIEW_DAYS, SOON_DAYS, Due, due
from desktop.ui.conflicts.actions import Actions
from desktop.ui.conflicts.words import (
    Names,
    asked,
    left_text,
    stand_icon,
    stand_name,
    stand_tone,
)
from desktop.ui.table.columns import Column
from desktop.ui.table.panel import TablePanel
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.text import label, tooltip
from desktop.ui.words import read_only_words


@dataclass(frozen=True, slots=True)
class DueLine:
    """A row of the list."""

    due: Due
    name: str
    today: date

    @property
    def is_separation(self) -> bool:
        return isinstance(self.due.record, Separation)


class ReviewPanel(QWidget):
    """``chosen``: the one separation or membership that is chosen, or None."""

    chosen = Signal(object)

    def __init__(self, actions: Actions, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.table: TablePanel[DueLine] = TablePanel(
            self._columns(),
            lambda line: line.due.record.id,
            name="conflicts_due",
            title=self.tr("For review"),
            settings=settings,
            sort=("until", Qt.SortOrder.AscendingOrder),
            hint=self.tr("Search what is due"),
            empty=self.tr("Nothing has run out that nobody has looked at."),
        )
        self.renew_button = QPushButton(self.tr("Renew…"))
        self.renew_button.setProperty("look", "primary")
        self.let_end_button = QPushButton(self.tr("Let it end…"))
        text = self.tr(
            "What has run out in the last %1 days with nothing after it that asks for as much, and what runs "
            "out within %2 days. It stays here until somebody renews it or says why it may end."
        )
        text = text.replace("%2", str(SOON_DAYS)).replace("%1", str(REVIEW_DAYS))
        box = column(self, margin=GRID * 2, gap=GRID)
        box.addWidget(label(text, "muted", wrap=True))
        box.addWidget(self.table, 1)
        line = QWidget()
        flow = FlowLayout(line)
        for button in (self.renew_button, self.let_end_button):
            button.setAutoDefault(False)
            flow.addWidget(button)
        box.addWidget(line)
        self.renew_button.clicked.connect(self._renew)
        self.let_end_button.clicked.connect(self._let_end)
        self.table.selection_changed.connect(self._look)
        self.table.chosen.connect(self._tell)
        self._look()

    def show_unit(self, unit: Unit, today: date) -> int:
        """Shows what is due, and says how much that is."""
        names = Names(unit)
        lines = [DueLine(each, names.record(each.record), today) for each in due(unit, today)]
        self.table.set_rows(lines)
        self._look()
        return len(lines)

    @Slot()
    def _renew(self) -> None:
        self._actions.renew([line.due.record for line in self.table.selected()])

    @Slot()
    def _let_end(self) -> None:
        self._actions.let_end([line.due.record for line in self.table.selected()])

    @Slot(object)
    def _tell(self, line: DueLine | None) -> None:
        self.chosen.emit(None if line is None else line.due.record)

    @Slot()
    def _look(self) -> None:
        read_only = self._actions.editing.read_only
        for button in (self.renew_button, self.let_end_button):
            button.setEnabled(bool(self.table.selected()) and not read_only)
            button.setToolTip(tooltip(read_only_words()) if read_only else "")

    def _columns(self) -> list[Column[DueLine]]:
        return [
            Column[DueLine]("name", self.tr("About"), lambda line: line.name, width=34),
            Column[DueLine](
                "kind",
                self.tr("What"),
                lambda line: self.tr("Separation") if line.is_separation else self.tr("Membership"),
                width=16,
            ),
            Column[DueLine](
                "stand",
                self.tr("State"),
                lambda line: stand_name(line.due.stand),
                badge=lambda line: stand_tone(line.due.stand),
                icon=lambda line: stand_icon(line.due.stand),
                width=28,
            ),
            Column[DueLine](
                "until",
                self.tr("Until"),
                lambda line: left_text(line.due.record.span, line.today),
                sort=lambda line: line.due.last,
                width=33,
            ),
            Column[DueLine]("asked", self.tr("How far apart"), self._asked, width=26),
            Column[DueLine](
                "source",
                self.tr("Source"),
                lambda line: line.due.record.source,
                width=20,
            ),
        ]

    def _asked(self, line: DueLine) -> str:
        record = line.due.record
        if isinstance(record, Separation):
            return asked(record)
        return self.tr("as its group", "how far apart somebody is kept")
