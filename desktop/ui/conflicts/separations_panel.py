"""Every separation in a table, of groups and of people."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.domain.conflicts import Separation
from desktop.domain.unit import Unit
from desktop.qt.settings import Settings
from desktop.services.rivalries import Stand, concerned, separation_stands, strictness
from desktop.ui.conflicts.actions import Actions
from desktop.ui.conflicts.costs import CostDesk, Told
from desktop.ui.conflicts.words import (
    Names,
    asked,
    cost_short,
    left_text,
    stand_icon,
    stand_name,
    stand_tone,
)
from desktop.ui.forms.dates import written_day
from desktop.ui.table.columns import RIGHT, Column
from desktop.ui.table.filter_bar import Filter, Option
from desktop.ui.table.panel import TablePanel
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.text import tooltip
from desktop.ui.words import read_only_words


@dataclass(frozen=True, slots=True)
class SeparationLine:
    """A row of the table. ``people`` counts those concerned; ``told`` is its cost, None before."""

    record: Separation
    name: str
    stand: Stand
    people: int
    personal: bool
    today: date
    told: Told | None = None
    outdated: bool = False


def lines_of(unit: Unit, costs: CostDesk, today: date) -> list[SeparationLine]:
    """A row for each separation."""
    names = Names(unit)
    people = {each.id for each in unit.citizens}
    found = []
    for record, stand in separation_stands(unit, today):
        told = costs.told(record.sides)
        found.append(
            SeparationLine(
                record,
                names.pair(record.sides),
                stand,
                len(concerned(unit, record, today)),
                not people.isdisjoint(record.sides),
                today,
                told,
                told is not None and costs.is_outdated(told),
            )
        )
    return found


class SeparationsPanel(QWidget):
    """``chosen``: the one row that is chosen, or None; ``activated``: Enter or a double click on a row."""

    chosen = Signal(object)
    activated = Signal(object)

    def __init__(
        self, actions: Actions, costs: CostDesk, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._costs = costs
        self.table: TablePanel[SeparationLine] = TablePanel(
            self._columns(),
            lambda line: line.record.id,
            name="separations",
            title=self.tr("Separations"),
            settings=settings,
            filters=self._filters(),
            sort=("stand", Qt.SortOrder.AscendingOrder),
            hint=self.tr("Search in separations"),
            empty=self.tr("No separation is on record. That does not mean that everybody may meet."),
        )
        self.renew_button = QPushButton(self.tr("Renew…"))
        self.end_button = QPushButton(self.tr("End…"))
        self.let_end_button = QPushButton(self.tr("Let it end…"))
        self.cost_button = QPushButton()
        box = column(self, margin=GRID * 2, gap=GRID)
        box.addWidget(self.table, 1)
        actions_box = QWidget()
        flow = FlowLayout(actions_box)
        for button in (self.renew_button, self.end_button, self.let_end_button, self.cost_button):
            button.setAutoDefault(False)
            flow.addWidget(button)
        box.addWidget(actions_box)
        self.renew_button.clicked.connect(partial(self._act, actions.renew, _any))
        self.end_button.clicked.connect(partial(self._act, actions.end, _goes_on))
        self.let_end_button.clicked.connect(partial(self._act, actions.let_end, _may_let_end))
        self.cost_button.clicked.connect(self._ask)
        self.table.selection_changed.connect(self.look)
        self.table.chosen.connect(self.chosen)
        self.table.activated.connect(self.activated)
        self.table.view.remove_asked.connect(self._remove)

    def show_lines(self, lines: Sequence[SeparationLine]) -> None:
        """Shows these rows."""
        self.table.set_rows(lines)
        self.look()

    @Slot()
    def look(self) -> None:
        """Offers what can be done with the chosen rows."""
        rows = self.table.selected()
        read_only = self._actions.editing.read_only
        for button, may in (
            (self.renew_button, _any),
            (self.end_button, _goes_on),
            (self.let_end_button, _may_let_end),
        ):
            button.setEnabled(any(map(may, rows)) and not read_only)
            button.setToolTip(tooltip(read_only_words()) if read_only else "")
        if self._costs.running:
            self.cost_button.setText(self.tr("Stop working out the costs"))
        elif len(rows) > 1:
            self.cost_button.setText(self.tr("Work out what the chosen ones cost"))
        else:
            self.cost_button.setText(self.tr("Work out what all of them cost"))
        self.cost_button.setEnabled(self._costs.running or bool(self.table.model.rowCount()))

    def _act(
        self, act: Callable[[Sequence[Separation]], bool], may: Callable[[SeparationLine], bool]
    ) -> None:
        """On those of the chosen rows for which it says anything."""
        act([line.record for line in self.table.selected() if may(line)])

    @Slot(object)
    def _remove(self, rows: list[SeparationLine]) -> None:
        if not self._actions.editing.read_only:
            self._actions.remove([line.record for line in rows])

    @Slot()
    def _ask(self) -> None:
        if self._costs.running:
            self._costs.stop()
            return
        chosen = self.table.selected()
        rows = chosen if len(chosen) > 1 else [self.table.model.row_at(at) for at in self._all()]
        self._costs.ask(list(dict.fromkeys(line.record.sides for line in rows)))

    def _all(self) -> range:
        return range(self.table.model.rowCount())

    def _columns(self) -> list[Column[SeparationLine]]:
        order = list(Stand)
        return [
            Column[SeparationLine]("sides", self.tr("Between"), lambda line: line.name, width=32),
            Column[SeparationLine](
                "asked",
                self.tr("How far apart"),
                lambda line: asked(line.record),
                sort=lambda line: strictness(line.record),
                width=26,
            ),
            Column[SeparationLine](
                "stand",
                self.tr("State"),
                lambda line: stand_name(line.stand),
                sort=lambda line: order.index(line.stand),
                badge=lambda line: stand_tone(line.stand),
                icon=lambda line: stand_icon(line.stand),
                width=28,
            ),
            Column[SeparationLine](
                "until",
                self.tr("Until"),
                lambda line: left_text(line.record.span, line.today),
                sort=lambda line: line.record.span.last or date.max,
                width=33,
            ),
            Column[SeparationLine](
                "people",
                self.tr("People"),
                lambda line: str(line.people),
                sort=lambda line: line.people,
                align=RIGHT,
                width=10,
            ),
            Column[SeparationLine](
                "cost",
                self.tr("Cost, hours"),
                self._cost,
                sort=lambda line: None if line.told is None else line.told.cost.least,
                align=RIGHT,
                width=20,
            ),
            Column[SeparationLine](
                "from",
                self.tr("From"),
                lambda line: written_day(line.record.span.first),
                sort=lambda line: line.record.span.first,
                width=14,
            ),
            Column[SeparationLine]("source", self.tr("Source"), lambda line: line.record.source, width=20),
            Column[SeparationLine]("reason", self.tr("Reason"), lambda line: line.record.reason, width=28),
        ]

    def _cost(self, line: SeparationLine) -> str:
        if line.told is None:
            return self.tr("not worked out")
        text = cost_short(line.told.cost)
        return self.tr("%1, outdated").replace("%1", text) if line.outdated else text

    def _filters(self) -> list[Filter[SeparationLine]]:
        stands = tuple(
            Option[SeparationLine](stand_name(stand), partial(_stands, stand), stand.value) for stand in Stand
        )
        kinds = (
            Option[SeparationLine](self.tr("Groups"), lambda line: not line.personal, "groups"),
            Option[SeparationLine](self.tr("With a person"), lambda line: line.personal, "people"),
        )
        return [
            Filter[SeparationLine]("stand", self.tr("State"), stands),
            Filter[SeparationLine]("kind", self.tr("Sides"), kinds),
        ]


def _stands(stand: Stand, line: SeparationLine) -> bool:
    return line.stand is stand


def _any(line: SeparationLine) -> bool:
    del line
    return True


def _goes_on(line: SeparationLine) -> bool:
    return line.record.span.holds(line.today) and line.record.span.last != line.today


def _may_let_end(line: SeparationLine) -> bool:
    return line.record.span.last is not None and not line.record.is_let_end
