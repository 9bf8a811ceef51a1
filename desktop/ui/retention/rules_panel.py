"""How long each kind of data is kept: what the unit has decided, and what is only proposed."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QSpinBox, QWidget

from desktop.domain.errors import DomainError
from desktop.domain.retention import MOST_MONTHS, DataKind
from desktop.printing.words import date_text
from desktop.services.ids import random_ids
from desktop.services.ports import Clock, NotStored, Store
from desktop.services.retention import InForce, rules_in_force, set_rule
from desktop.ui.kind_names import data_kind_name
from desktop.ui.retention.words import counted_words
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import column, rule, scrolled
from desktop.ui.widgets.text import label, tooltip
from desktop.ui.words import not_stored_words


class RuleRow:
    """The widgets of one kind's rule."""

    def __init__(self, kind: DataKind) -> None:
        self.kind = kind
        self.months = QSpinBox()
        self.months.setRange(0, MOST_MONTHS)
        self.months.setAccessibleName(data_kind_name(kind))
        self.source = QLineEdit()
        self.state = label("", "muted", wrap=True)
        self.decide = QPushButton()
        self.decide.setAutoDefault(False)


class RulesPanel(QWidget):
    """``changed`` is sent when a rule was decided."""

    changed = Signal()

    def __init__(self, store: Store, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._clock = clock
        self.rows = {kind: RuleRow(kind) for kind in DataKind}
        self._build()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Shows the rules in force today."""
        with self._store.begin() as work:
            rules = rules_in_force(work, self._clock.today())
        for each in rules:
            self._show(self.rows[each.kind], each)

    def decide(self, kind: DataKind) -> bool:
        """Makes what stands in a row the rule from today on; False where it is none."""
        each = self.rows[kind]
        try:
            set_rule(
                self._store,
                kind,
                each.months.value(),
                each.source.text(),
                self._clock.today(),
                random_ids(),
            )
        except DomainError:
            each.state.setText(self.tr("Say who has decided it, or where it stands."))
            return False
        except NotStored:
            each.state.setText(not_stored_words())
            return False
        self.refresh()
        self.changed.emit()
        return True

    def _show(self, each: RuleRow, held: InForce) -> None:
        each.months.setValue(held.months)
        each.source.setText(held.source)
        each.source.setCursorPosition(0)
        each.source.setToolTip(tooltip(held.source))
        if held.since is None:
            each.state.setText(self.tr("A proposal: nobody has decided it yet."))
            each.decide.setText(self.tr("Confirm"))
        else:
            each.state.setText(self.tr("Decided on %1.").replace("%1", date_text(held.since)))
            each.decide.setText(self.tr("Change"))

    def _build(self) -> None:
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(GRID // 2)
        about = self.tr(
            "The months are counted as it stands beside them. What is proposed is no legal advice: let the "
            "unit's data protection officer and archive confirm or change it. What held before stays on "
            "record."
        )
        grid.addWidget(label(about, "muted", wrap=True), 0, 0, 1, 4)
        for at, (kind, each) in enumerate(self.rows.items()):
            line = 1 + at * 3
            grid.addWidget(rule(), line, 0, 1, 4)
            grid.setRowMinimumHeight(line, GRID * 2)
            line += 1
            each.months.setSuffix(self.tr(" months"))
            grid.addWidget(label(data_kind_name(kind), wrap=True), line, 0)
            grid.addWidget(each.months, line, 1)
            grid.addWidget(label(counted_words(kind), "muted", wrap=True), line, 2)
            grid.addWidget(each.decide, line, 3)
            each.source.setAccessibleName(self.tr("Source: %1").replace("%1", data_kind_name(kind)))
            grid.addWidget(each.source, line + 1, 0, 1, 3)
            grid.addWidget(each.state, line + 1, 3)
            each.decide.clicked.connect(lambda _=False, kind=kind: self.decide(kind))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 2)
        grid.setColumnMinimumWidth(3, 170)
        column(self).addWidget(scrolled(content))
