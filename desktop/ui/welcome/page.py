"""An empty vault's first page: import a unit file, or try the demo unit."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QHeaderView, QLabel, QPushButton, QTableView, QWidget

from desktop.services.files.importing import StoreNotEmpty, UnitFileError
from desktop.services.ports import NotStored
from desktop.ui.context import WindowContext
from desktop.ui.theme import GRID, tokens
from desktop.ui.welcome.begin import begin_dialog
from desktop.ui.welcome.errors_table_model import ErrorsTableModel
from desktop.ui.widgets.boxes import column, frame, row, scrolled
from desktop.ui.widgets.icons import pixmap, set_icon
from desktop.ui.widgets.text import heading, label
from desktop.ui.words import not_stored_words

WIDTH = 760


class WelcomePage(QWidget):
    """``imported`` is sent once the vault holds a unit."""

    imported = Signal()

    def __init__(self, context: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("guide", "start")
        self._context = context
        self.begin_button = QPushButton(self.tr("Begin with an empty unit …"))
        self.import_button = QPushButton(self.tr("Import unit file …"))
        self.demo_button = QPushButton(self.tr("Try the demo unit"))
        self.message = label("", wrap=True)
        self.errors = ErrorsTableModel(self)
        self.table = QTableView()
        self._message_box = frame("problem")
        self._build()

    def import_file(self, path: Path) -> bool:
        """Imports a unit file; what is wrong with it is listed, and then nothing is imported."""
        self._tell("")
        try:
            content = path.read_bytes()
        except OSError:
            self._tell(self.tr("The file could not be read."))
            return False
        try:
            self._context.import_unit(content)
        except UnitFileError as wrong:
            self.errors.show_errors(wrong.errors)
            self.table.show()
            self._tell(self._errors_words(len(wrong.errors)))
            return False
        except StoreNotEmpty:
            self._tell(self.tr("The vault holds a unit already."))
            return False
        except NotStored:
            self._tell(not_stored_words())
            return False
        self.imported.emit()
        return True

    @Slot()
    def ask_for_file(self) -> None:
        """Lets somebody choose a unit file and imports it."""
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Import unit file"), "", self.tr("Unit files (*.json);;All files (*)")
        )
        if name:
            self.import_file(Path(name))

    @Slot()
    def begin(self) -> None:
        """Asks for the unit's name and hours and begins with nothing else."""
        context = self._context
        dialog = begin_dialog(context.store, context.clock.today(), self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.imported.emit()
        dialog.deleteLater()

    def _build(self) -> None:
        content = QWidget()
        column(self).addWidget(scrolled(content))
        across = row(content, margin=GRID * 4)
        middle = QWidget()
        middle.setMaximumWidth(WIDTH)
        across.addStretch(1)
        across.addWidget(middle, 20)
        across.addStretch(1)
        box = column(middle, gap=GRID)
        box.addStretch(2)
        sign = QLabel()
        sign.setPixmap(pixmap("sikkerplan", "#000000", 56, self.devicePixelRatioF()))
        box.addWidget(sign)
        box.addSpacing(GRID)
        box.addWidget(heading(self.tr("Welcome to Sikkerplan"), 4))
        intro = self.tr(
            "Sikkerplan plans the week of a special unit: as many hours of activation as each person can "
            "carry, with rivals never meeting, groups small and staff safe. The vault is empty so far."
        )
        box.addWidget(label(intro, "muted", wrap=True))
        box.addSpacing(GRID * 2)
        buttons = row()
        colours = tokens(self.palette())
        self.begin_button.setProperty("look", "primary")
        self.begin_button.clicked.connect(self.begin)
        self.begin_button.setEnabled(not self._context.read_only)
        buttons.addWidget(self.begin_button)
        set_icon(self.import_button, "import", colours.text)
        self.import_button.clicked.connect(self.ask_for_file)
        self.import_button.setEnabled(not self._context.read_only)
        buttons.addWidget(self.import_button)
        if self._context.open_demo is not None:
            self.demo_button.clicked.connect(self._open_demo)
            buttons.addWidget(self.demo_button)
        buttons.addStretch(1)
        box.addLayout(buttons)
        if self._context.open_demo is not None:
            told = self.tr(
                "The demo has a vault of its own with 70 fictional people. It touches nothing here."
            )
            box.addWidget(label(told, "muted", wrap=True))
        box.addSpacing(GRID * 2)
        column(self._message_box, margin=GRID).addWidget(self.message)
        box.addWidget(self._message_box)
        box.addWidget(self.table, 8)
        box.addStretch(3)
        self._build_table()
        self._tell("")

    def _build_table(self) -> None:
        self.table.setModel(self.errors)
        self.table.setAccessibleName(self.tr("Errors in the unit file"))
        self.table.setShowGrid(False)
        self.table.setAlternatingRowColors(True)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + GRID)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setMinimumHeight(96)

    def _errors_words(self, count: int) -> str:
        if count == 1:
            return self.tr("The file has 1 error. Nothing was imported.")
        text = self.tr("The file has %1 errors. Nothing was imported.")
        return text.replace("%1", str(count))

    def _tell(self, text: str) -> None:
        self.message.setText(text)
        self._message_box.setVisible(bool(text))
        if not text:
            self.errors.show_errors(())
            self.table.hide()

    @Slot()
    def _open_demo(self) -> None:
        if self._context.open_demo is not None:
            self._context.open_demo()
