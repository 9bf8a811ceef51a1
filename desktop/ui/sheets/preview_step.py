"""The third step: what every row would do, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.domain.unit import Unit
from desktop.qt.settings import Settings
from desktop.services.sheets.columns import Kind
from desktop.services.sheets.preview import Preview, RowResult, State, judged
from desktop.services.sheets.table import Table
from desktop.ui.sheets.fault_words import fault_words
from desktop.ui.sheets.words import column_words, state_words, value_words
from desktop.ui.table.columns import RIGHT, Column, Tone
from desktop.ui.table.filter_bar import Filter, Option
from desktop.ui.table.panel import TablePanel
from desktop.ui.table.row_menu import RowAction
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import column, frame, row, scrolled
from desktop.ui.widgets.text import heading, label

DETAIL_HEIGHT = 120
_TONES = {State.NEW: Tone.OK, State.CHANGED: Tone.WARN, State.UNCHANGED: Tone.PLAIN, State.WRONG: Tone.DANGER}


class PreviewStep(QWidget):
    """``changed``: other rows are left out."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview = Preview()
        self._unit: Unit | None = None
        self._kind = Kind.PEOPLE
        self._read: tuple[RowResult, ...] = ()
        self._cells: dict[tuple[int, str], str] = {}
        self._left_out: set[int] = set()
        self.summary = heading("", 1, wrap=True)
        self.panel: TablePanel[RowResult] = self._new_panel(settings)
        self.leave_button = QPushButton(self.tr("&Leave out"))
        self.take_button = QPushButton(self.tr("&Take in"))
        self.errors_button = QPushButton(self.tr("Leave out all with &errors"))
        self.details = label("", wrap=True)
        self._build()

    def show_rows(
        self, unit: Unit, kind: Kind, read: tuple[RowResult, ...], table: Table, mapping: Mapping[int, str]
    ) -> None:
        """Shows what was read; every row is taken in but those that were left out of the same file before."""
        gone = {row.identity for row in self._read if row.number in self._left_out}
        self._unit, self._kind, self._read = unit, kind, read
        self._cells = {
            (line.number, key): line.cell(at) for line in table.lines for at, key in mapping.items()
        }
        self._left_out = {row.number for row in read if row.identity is not None and row.identity in gone}
        self.panel.bar.clear()
        self._judge()

    def forget(self) -> None:
        """Another file comes: what was left out of the one before tells nothing of it."""
        self._read = ()
        self._left_out.clear()

    @Slot()
    def leave_out(self) -> None:
        """Leaves the chosen rows out."""
        self._left_out |= {row.number for row in self.panel.selected()}
        self._judge()

    @Slot()
    def take_in(self) -> None:
        """Takes the chosen rows in again."""
        self._left_out -= {row.number for row in self.panel.selected()}
        self._judge()

    @Slot()
    def leave_errors_out(self) -> None:
        """Leaves out every row with an error."""
        self._left_out |= {row.number for row in self.preview.rows if row.state is State.WRONG}
        self._judge()

    def _new_panel(self, settings: Settings) -> TablePanel[RowResult]:
        columns = (
            Column[RowResult](
                "row",
                self.tr("Row"),
                lambda row: str(row.number),
                sort=lambda row: row.number,
                align=RIGHT,
                width=13,
            ),
            Column[RowResult]("state", self.tr("State"), self._state, badge=_tone, width=16),
            Column[RowResult]("subject", self.tr("Who or what"), lambda row: row.subject or "–", width=26),
            Column[RowResult]("what", self.tr("What happens"), self._what, width=70),
        )
        states = (
            Option[RowResult](self.tr("Only errors"), lambda row: row.state is State.WRONG),
            Option[RowResult](state_words(State.NEW), lambda row: row.state is State.NEW),
            Option[RowResult](state_words(State.CHANGED), lambda row: row.state is State.CHANGED),
            Option[RowResult](state_words(State.UNCHANGED), lambda row: row.state is State.UNCHANGED),
            Option[RowResult](self.tr("Left out"), lambda row: row.left_out),
        )
        return TablePanel(
            columns,
            lambda row: str(row.number),
            name="sheet_import",
            title=self.tr("Rows of the table"),
            settings=settings,
            filters=(Filter("state", self.tr("State"), states),),
            sort=("row", Qt.SortOrder.AscendingOrder),
            hint=self.tr("Search"),
        )

    def _build(self) -> None:
        box = column(self, gap=GRID)
        box.addWidget(self.summary)
        box.addWidget(self.panel, 1)
        buttons = row(gap=GRID)
        for button, act in (
            (self.leave_button, self.leave_out),
            (self.take_button, self.take_in),
            (self.errors_button, self.leave_errors_out),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(act)
            buttons.addWidget(button)
        buttons.addStretch(1)
        box.addLayout(buttons)
        note = frame("note")
        inside = QWidget()
        column(inside, margin=GRID).addWidget(self.details)
        self.details.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        area = scrolled(inside, self.tr("The chosen row"))
        column(note).addWidget(area)
        note.setFixedHeight(DETAIL_HEIGHT)
        box.addWidget(note)
        self.panel.selection_changed.connect(self._on_selection)
        self.panel.chosen.connect(self._tell_details)
        self.panel.view.remove_asked.connect(self.leave_out)
        self.panel.row_actions = self._row_actions

    def _row_actions(self, rows: list[RowResult]) -> list[RowAction]:
        return [
            RowAction(
                self.tr("&Leave out"),
                self.leave_out,
                enabled=any(not row.left_out for row in rows),
                key=Qt.Key.Key_Delete,
            ),
            RowAction(self.tr("&Take in"), self.take_in, enabled=any(row.left_out for row in rows)),
        ]

    def _judge(self) -> None:
        assert self._unit is not None
        self.preview = judged(self._unit, self._kind, self._read, self._left_out)
        self.panel.set_rows(self.preview.rows)
        self.summary.setText(self._summary())
        wrong = self.preview.count(State.WRONG)
        self.errors_button.setEnabled(wrong > 0)
        self._on_selection()
        self._tell_details()
        self.changed.emit()

    def _summary(self) -> str:
        counts = (
            (self.tr("%1 new"), self.preview.count(State.NEW)),
            (self.tr("%1 changed"), self.preview.count(State.CHANGED)),
            (self.tr("%1 unchanged"), self.preview.count(State.UNCHANGED)),
            (self.tr("%1 with errors"), self.preview.count(State.WRONG)),
            (self.tr("%1 left out"), self.preview.left_out),
        )
        parts = [text.replace("%1", str(count)) for text, count in counts if count]
        return ", ".join(parts)

    def _state(self, row: RowResult) -> str:
        return self.tr("Left out") if row.left_out else state_words(row.state)

    def _what(self, row: RowResult) -> str:
        return "; ".join(self._lines(row)) or self.tr("nothing changes")

    def _lines(self, row: RowResult) -> list[str]:
        if row.faults:
            return [
                fault_words(fault, self._cells.get((row.number, fault.column), "")) for fault in row.faults
            ]
        lines = []
        for each in row.differences:
            after = value_words(each.after)
            shown = after if row.state is State.NEW else f"{value_words(each.before)} → {after}"
            lines.append(f"{column_words(each.column)}: {shown}")
        return lines

    @Slot()
    def _on_selection(self) -> None:
        chosen = self.panel.selected()
        self.leave_button.setEnabled(any(not row.left_out for row in chosen))
        self.take_button.setEnabled(any(row.left_out for row in chosen))

    @Slot()
    def _tell_details(self) -> None:
        chosen = self.panel.one_chosen()
        if chosen is None:
            self.details.setText(self.tr("Choose a row to read all that happens to it."))
            return
        lines = self._lines(chosen) or [self.tr("nothing changes")]
        title = self.tr("Row %1 · %2").replace("%1", str(chosen.number)).replace("%2", self._state(chosen))
        self.details.setText("\n".join((title, *lines)))


def _tone(row: RowResult) -> Tone:
    return Tone.PLAIN if row.left_out else _TONES[row.state]
