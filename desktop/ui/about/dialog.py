"""Help > About."""

from __future__ import annotations

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from desktop.qt.version import own_version
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import column, row
from desktop.ui.widgets.icons import pixmap
from desktop.ui.widgets.text import heading, label


class AboutDialog(QDialog):
    """Name, version, licence, and that no data leaves the computer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Sikkerplan"))
        self.setMinimumWidth(480)
        outer = row(self, margin=GRID * 3, gap=GRID * 3)
        sign = QLabel()
        sign.setPixmap(pixmap("sikkerplan", "#000000", 64, self.devicePixelRatioF()))
        outer.addWidget(sign, alignment=Qt.AlignmentFlag.AlignTop)
        box = column(gap=GRID)
        outer.addLayout(box, 1)
        box.addWidget(heading(self.tr("Sikkerplan"), 3))
        box.addWidget(label(self.tr("Version %1").replace("%1", own_version()), "muted"))
        for text in (
            self.tr("Plans the activation week of a special unit, with rivals kept apart as a hard rule."),
            self.tr("All data stays encrypted on this computer. Sikkerplan uses no network."),
            self.tr("Licence: EUPL-1.2. The window is made with Qt %1 under the LGPL.").replace(
                "%1", qVersion()
            ),
        ):
            box.addWidget(label(text, wrap=True))
        box.addSpacing(GRID)
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = row()
        buttons.addStretch(1)
        buttons.addWidget(close)
        box.addLayout(buttons)
