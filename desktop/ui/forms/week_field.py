"""When in the week: painted, and told in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Slot
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from desktop.domain.time import DAY_MINUTES, WeeklyBlock
from desktop.ui.forms.field import Field
from desktop.ui.forms.week_grid import DAYS, WeekGrid
from desktop.ui.forms.week_words import pattern_text
from desktop.ui.widgets.boxes import column, row
from desktop.ui.widgets.text import label

translate = QCoreApplication.translate


class WeekPatternField(Field[tuple[WeeklyBlock, ...] | None]):
    """A weekly pattern. ``empty`` says in words what an empty one means, such as "Not known when they can
    come". ``none`` says what None means, such as "The unit's hours hold"; without it None is no value."""

    def __init__(
        self,
        *,
        empty: str | None = None,
        none: str | None = None,
        slot_minutes: int = 30,
        parent: QWidget | None = None,
    ) -> None:
        self.grid = WeekGrid(slot_minutes)
        self.none = QCheckBox(none or "")
        self.whole = QCheckBox(translate("Forms", "The whole day"))
        self.clear = QPushButton(translate("Forms", "Clear"))
        self.summary = label("", "muted", wrap=True)
        content = QWidget()
        super().__init__(content, self.grid, parent)
        self._empty = empty or translate("Forms", "No hours on record: unknown")
        box = column(content, gap=4)
        box.addWidget(self.none)
        box.addWidget(self.grid)
        box.addWidget(self.summary)
        line = row()
        line.addWidget(self.whole)
        line.addWidget(self.clear)
        line.addStretch(1)
        box.addLayout(line)
        self.none.setVisible(none is not None)
        self.grid.painted.connect(self._on_change)
        self.grid.moved.connect(self._describe)
        self.none.toggled.connect(self._on_none)
        self.whole.toggled.connect(self.grid.show_whole_day)
        self.clear.clicked.connect(self.clear_all)
        self._tell()

    def value(self) -> tuple[WeeklyBlock, ...] | None:
        return None if self.none.isChecked() else self.grid.blocks()

    def set_value(self, value: tuple[WeeklyBlock, ...] | None) -> None:
        with QSignalBlocker(self):
            self.none.setChecked(value is None)
        self.grid.set_blocks(value or ())
        self.whole.setChecked(self.grid.reaches_outside())
        self._on_change()

    def stand_ins(self) -> tuple[tuple[WeeklyBlock, ...], tuple[WeeklyBlock, ...]]:
        return (), tuple(WeeklyBlock(day, 0, DAY_MINUTES) for day in range(DAYS))

    def description(self) -> str:
        parts = (self.grid.place(), self.summary.text(), super().description())
        return ". ".join(part for part in parts if part)

    @Slot()
    def clear_all(self) -> None:
        """Erases the whole week."""
        self.grid.set_blocks(())
        self._on_change()

    @Slot()
    def _on_change(self) -> None:
        self._tell()
        self.changed.emit()

    @Slot(bool)
    def _on_none(self, none: bool) -> None:
        for widget in (self.grid, self.whole, self.clear):
            widget.setEnabled(not none)
        self._lead = self.none if none else self.grid
        self._on_change()

    def _tell(self) -> None:
        blocks = self.grid.blocks()
        if self.none.isChecked():
            self.summary.setText(self.none.text())
        else:
            self.summary.setText(pattern_text(blocks) or self._empty)
        self.clear.setEnabled(bool(blocks) and not self.none.isChecked())
        self._describe()
