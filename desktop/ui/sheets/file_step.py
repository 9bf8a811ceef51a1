"""The first step: what the table is about, and where it is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QFileDialog, QPushButton, QWidget

from desktop.printing.files import write_whole
from desktop.services.sheets.columns import COLUMNS, Kind
from desktop.services.sheets.export import empty_sheet
from desktop.services.sheets.reading import read_file, read_pasted
from desktop.services.sheets.table import MOST_BYTES, NoTable, Refusal, Table
from desktop.services.sheets.writing import to_xlsx
from desktop.ui.file_words import not_written
from desktop.ui.sheets.fault_words import refusal_words
from desktop.ui.sheets.words import column_words, kind_explained, kind_words
from desktop.ui.theme import GRID, tokens
from desktop.ui.unforeseen import unforeseen_words
from desktop.ui.widgets.background import in_background
from desktop.ui.widgets.boxes import column, frame, row
from desktop.ui.widgets.icons import set_icon
from desktop.ui.widgets.save_file import ask_for_file
from desktop.ui.widgets.text import label
from desktop.ui.words import listed

translate = QCoreApplication.translate
Found = tuple[Table, ...] | Refusal


class FileStep(QWidget):
    """``found`` carries the tables of a file, or of the clipboard; ``refused``: there are none."""

    found = Signal(object)
    refused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kinds = QComboBox()
        for kind in Kind:
            self.kinds.addItem(kind_words(kind), kind.value)
        self.about = label("", "muted", wrap=True)
        self.columns = label("", "muted", wrap=True)
        self.choose_button = QPushButton(self.tr("&Choose file …"))
        self.paste_button = QPushButton(self.tr("&Paste a table"))
        self.empty_button = QPushButton(self.tr("&Save an empty table …"))
        self.message = label("", wrap=True)
        self._message_box = frame("problem")
        self._source: Path | None = None
        self.setAcceptDrops(True)
        self._build()
        self._tell_kind()

    @property
    def kind(self) -> Kind:
        return Kind(self.kinds.currentData())

    def read(self, path: Path) -> None:
        """Reads a file beside the window's thread; ``found`` or the message tells what came of it."""
        self._source = path
        self._wait_for_it()
        in_background(lambda: _read(path), self._on_read)

    @property
    def has_source(self) -> bool:
        """Whether the table came out of a file, that may be read again."""
        return self._source is not None

    def read_again(self) -> None:
        """Reads the same file anew."""
        if self._source is not None:
            self.read(self._source)

    @Slot()
    def paste(self) -> None:
        """Reads the table that a spreadsheet has put on the clipboard."""
        text = QGuiApplication.clipboard().text()
        self._source = None
        self._wait_for_it()
        in_background(lambda: _pasted(text), self._on_read)

    def save_empty(self, path: Path) -> bool:
        """Writes the headings of the chosen kind; says what went wrong."""
        heads = [column_words(key) for key in empty_sheet(self.kind).columns]
        try:
            write_whole(path, to_xlsx(kind_words(self.kind), heads, ()))
        except OSError:
            self._tell(not_written())
            return False
        self._tell("")
        return True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.read(Path(event.mimeData().urls()[0].toLocalFile()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        box = column(self, gap=GRID)
        line = row(gap=GRID)
        asked = label(self.tr("&What is in the table?"))
        asked.setBuddy(self.kinds)
        line.addWidget(asked)
        line.addWidget(self.kinds)
        line.addStretch(1)
        box.addLayout(line)
        box.addWidget(self.about)
        box.addWidget(self.columns)
        box.addSpacing(GRID)
        zone = frame("card")
        inner = column(zone, margin=GRID * 3, gap=GRID * 2)
        told = self.tr(
            "Drop a file here, choose one, or copy the rows in your spreadsheet and paste them. CSV and XLSX "
            "are read; the first row holds the headings. Nothing changes before you have seen what would."
        )
        inner.addWidget(label(told, wrap=True))
        buttons = row(gap=GRID)
        colours = tokens(self.palette())
        self.choose_button.setProperty("look", "primary")
        set_icon(self.choose_button, "import", colours.on_accent)
        self.choose_button.clicked.connect(self._ask_for_file)
        self.paste_button.clicked.connect(self.paste)
        self.empty_button.clicked.connect(self._ask_where)
        for button in (self.choose_button, self.paste_button, self.empty_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        inner.addLayout(buttons)
        box.addWidget(zone)
        column(self._message_box, margin=GRID).addWidget(self.message)
        box.addWidget(self._message_box)
        box.addStretch(1)
        self.kinds.currentIndexChanged.connect(self._tell_kind)
        self._tell("")

    @Slot()
    def _tell_kind(self) -> None:
        self.about.setText(kind_explained(self.kind))
        told = self.tr("Columns that are understood: %1.")
        names = [column_words(each.key) for each in COLUMNS[self.kind]]
        self.columns.setText(told.replace("%1", listed(names)))

    def _wait_for_it(self) -> None:
        self._tell(translate("SheetAgain", "The file is being read …"))
        for button in (self.choose_button, self.paste_button):
            button.setEnabled(False)

    @Slot(object)
    def _on_read(self, found: object) -> None:
        for button in (self.choose_button, self.paste_button):
            button.setEnabled(True)
        if isinstance(found, Refusal):
            self._tell(refusal_words(found))
            self.choose_button.setFocus()
            self.refused.emit()
        elif isinstance(found, Exception):
            self._tell(unforeseen_words())
            self.refused.emit()
        else:
            self._tell("")
            self.found.emit(found)

    def _tell(self, text: str) -> None:
        self.message.setText(text)
        self._message_box.setVisible(bool(text))

    @Slot()
    def _ask_for_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Choose a table"),
            "",
            self.tr("Tables (*.xlsx *.xlsm *.csv *.txt *.tsv);;All files (*)"),
        )
        if name:
            self.read(Path(name))

    @Slot()
    def _ask_where(self) -> None:
        path = ask_for_file(
            self,
            self.tr("Save an empty table"),
            f"sikkerplan-{self.kind.value}.xlsx",
            self.tr("Excel workbooks (*.xlsx)"),
        )
        if path is not None:
            self.save_empty(path)


def _read(path: Path) -> Found:
    try:
        with path.open("rb") as file:
            return read_file(file.read(MOST_BYTES + 1))
    except NoTable as none:
        return none.refusal
    except OSError:
        return Refusal.UNREADABLE


def _pasted(text: str) -> Found:
    try:
        return read_pasted(text)
    except NoTable as none:
        return none.refusal
