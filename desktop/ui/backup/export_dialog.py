"""Everything out of the vault in plain text: with a warning, a reason, and a record of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QPushButton, QWidget

from desktop.ui.file_words import not_written
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import column, frame, row
from desktop.ui.widgets.save_file import ask_for_file
from desktop.ui.widgets.text import heading, label

FILE_NAME = "sikkerplan-export.json"


class ExportDialog(QDialog):
    """``write`` writes the file, given its path and the reason, and raises ``OSError`` where it can't."""

    def __init__(self, write: Callable[[Path, str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("guide", "backup")
        self._write = write
        self.setWindowTitle(self.tr("Export everything"))
        self.setMinimumWidth(560)
        self.reason = QLineEdit()
        self.understood = QCheckBox(self.tr("I know that nothing protects this file any more."))
        self.message = label("", "danger", wrap=True)
        self.ok = QPushButton(self.tr("Export …"))
        self._build()
        self._judge()

    def save(self, path: Path) -> bool:
        """Writes the export; says what went wrong."""
        try:
            self._write(path, self.reason.text().strip())
        except OSError:
            self.message.setText(not_written())
            return False
        return True

    def _build(self) -> None:
        box = column(self, margin=GRID * 3, gap=GRID)
        box.addWidget(heading(self.tr("Export everything"), 2))
        warning = frame("problem")
        told = self.tr(
            "The file holds every name, group, threat level, separation and plan in plain text. Whoever has "
            "the file can read it. Use a backup to keep your data safe, and an export only to move it to "
            "another system; delete it afterwards."
        )
        column(warning, margin=GRID).addWidget(label(told, wrap=True))
        box.addWidget(warning)
        name = label(self.tr("&Reason, for the record"))
        name.setBuddy(self.reason)
        box.addWidget(name)
        box.addWidget(self.reason)
        box.addWidget(self.understood)
        box.addWidget(self.message)
        box.addStretch(1)
        foot = row(gap=GRID)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.ok)
        box.addLayout(foot)
        self.ok.setProperty("look", "primary")
        self.ok.clicked.connect(self._ask)
        self.reason.textChanged.connect(self._judge)
        self.understood.toggled.connect(self._judge)

    @Slot()
    def _judge(self) -> None:
        self.ok.setEnabled(bool(self.reason.text().strip()) and self.understood.isChecked())

    @Slot()
    def _ask(self) -> None:
        path = ask_for_file(self, self.tr("Export everything"), FILE_NAME, self.tr("JSON files (*.json)"))
        if path is not None and self.save(path):
            self.accept()
