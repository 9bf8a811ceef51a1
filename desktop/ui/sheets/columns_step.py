"""The second step: which column of the file says what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from desktop.services.sheets.columns import Kind, column_keys, guessed, looks_like_data, without
from desktop.services.sheets.heads import Headed, headed, is_told
from desktop.services.sheets.table import Table
from desktop.ui.sheets.words import column_words
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import column, frame, row, scrolled
from desktop.ui.widgets.text import heading, label, tooltip
from desktop.ui.words import listed

translate = QCoreApplication.translate
SAMPLE_LETTERS = 60


class ColumnBox(QComboBox):
    """Chosen by a click or a key: the wheel scrolls the list around it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ColumnsStep(QWidget):
    """``changed``: another choice, or another sheet."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheets = QComboBox()
        self.boxes: list[ColumnBox] = []
        self.message = label("", wrap=True)
        self._message_box = frame("problem")
        self.above = label("", "muted", wrap=True)
        self._tables: tuple[Headed, ...] = ()
        self._kind = Kind.PEOPLE
        self._remembered: Mapping[str, str] = {}
        self._sheet_line = QWidget()
        self._area = scrolled(QWidget())
        self._build()

    def show_tables(self, tables: tuple[Table, ...], kind: Kind, remembered: Mapping[str, str]) -> None:
        """Offers the tables of a file; ``remembered`` as ``guessed`` takes it."""
        self._kind, self._remembered = kind, remembered
        self._tables = tuple(headed(kind, table, remembered) for table in tables)
        told = [at for at, each in enumerate(self._tables) if is_told(kind, each.table, remembered)]
        self.sheets.blockSignals(True)
        self.sheets.clear()
        self.sheets.addItems([table.name for table in tables])
        # A workbook may begin with a cover; the first sheet that is such a table is meant.
        self.sheets.setCurrentIndex(told[0] if told else 0)
        self.sheets.blockSignals(False)
        self._sheet_line.setVisible(len(tables) > 1)
        self._show_columns()

    @property
    def table(self) -> Table:
        return self._shown.table

    @property
    def _shown(self) -> Headed:
        return self._tables[max(0, self.sheets.currentIndex())]

    def mapping(self) -> dict[int, str]:
        """Which column stands where, as it is chosen now."""
        chosen = ((at, str(box.currentData())) for at, box in enumerate(self.boxes))
        return {at: key for at, key in chosen if key}

    @property
    def ready(self) -> bool:
        """Whether the rows can be read by what is chosen."""
        return bool(self._tables) and not self._problem()

    def _build(self) -> None:
        box = column(self, gap=GRID)
        line = row(self._sheet_line, gap=GRID)
        asked = label(self.tr("&Sheet"))
        asked.setBuddy(self.sheets)
        line.addWidget(asked)
        line.addWidget(self.sheets)
        line.addStretch(1)
        box.addWidget(self._sheet_line)
        told = self.tr(
            "Each heading of the file, and what it says. Choose otherwise where the guess is wrong."
        )
        box.addWidget(label(told, "muted", wrap=True))
        box.addWidget(self.above)
        card = frame("card")
        column(card, margin=1).addWidget(self._area)
        box.addWidget(card, 1)
        column(self._message_box, margin=GRID).addWidget(self.message)
        box.addWidget(self._message_box)
        self.sheets.currentIndexChanged.connect(self._show_columns)

    @Slot()
    def _show_columns(self) -> None:
        guess = guessed(self._kind, self.table.heads, self._remembered)
        above = translate("SheetHeads", "The headings stand in row %1. What stands above it is left out.")
        self.above.setText(above.replace("%1", str(self._shown.row or "")))
        self.above.setVisible(self._shown.row is not None)
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        grid.setHorizontalSpacing(GRID * 2)
        grid.setColumnStretch(1, 1)
        titles = (self.tr("Heading"), self.tr("The first values"), self.tr("Says"))
        for at, title in enumerate(titles):
            grid.addWidget(label(title, "muted"), 0, at)
        self.boxes = []
        for at, head in enumerate(self.table.heads):
            self._add_line(grid, at, head, guess.get(at, ""))
        grid.setRowStretch(len(self.table.heads) + 1, 1)
        self._area.setWidget(content)
        content.setAutoFillBackground(False)
        self._judge()

    def _add_line(self, grid: QGridLayout, at: int, head: str, chosen: str) -> None:
        shown = head or self.tr("(no heading)")
        name = heading(shown, 0)
        samples = " · ".join(self.table.samples(at))
        values = label(
            samples if len(samples) <= SAMPLE_LETTERS else f"{samples[: SAMPLE_LETTERS - 1]}…", "muted"
        )
        values.setToolTip(tooltip(samples))
        box = ColumnBox()
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.setAccessibleName(self.tr("What “%1” says").replace("%1", shown))
        box.addItem(self.tr("Not used"), "")
        for key in column_keys(self._kind):
            box.addItem(column_words(key), key)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        box.currentIndexChanged.connect(self._judge)
        self.boxes.append(box)
        grid.addWidget(name, at + 1, 0)
        grid.addWidget(values, at + 1, 1)
        grid.addWidget(box, at + 1, 2)

    @Slot()
    def _judge(self) -> None:
        problem = self._problem()
        self.message.setText(problem)
        self._message_box.setVisible(bool(problem))
        self.changed.emit()

    def _problem(self) -> str:
        """Why the rows can't be read yet."""
        mapping = self.mapping()
        if looks_like_data(self.table.heads):
            return self.tr(
                "The first row holds values, not headings. Put a row with headings above it and try again."
            )
        twice = [key for key, count in Counter(mapping.values()).items() if count > 1]
        if twice:
            told = self.tr("More than one heading says: %1. Choose one of them.")
            return told.replace("%1", listed([column_words(key) for key in twice]))
        lacking = without(self._kind, mapping)
        if lacking:
            told = self.tr("No heading says: %1. Without it nobody can tell what a row is about.")
            return told.replace("%1", listed([column_words(key) for key in lacking]))
        if not self.table.lines:
            return self.tr("There are headings and no rows below them.")
        return ""
