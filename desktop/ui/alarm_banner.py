"""A line above the window's content for what the audit trail noticed; it stays until it is acknowledged."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QWidget

from desktop.ui.door import Alarm
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import column, row
from desktop.ui.widgets.text import label

Acknowledge = Callable[[Alarm, str], bool]
"""Records that somebody knows of an alarm, and why it needs to be told no more; False where it can't be."""


class AlarmBanner(QFrame):
    """``acknowledge``: see above; None where this alarm, or any in this window, goes by itself.

    ``acknowledged`` is sent with the alarm once that is recorded.
    """

    acknowledged = Signal(object)

    def __init__(
        self, alarm: Alarm, text: str, acknowledge: Acknowledge | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "note" if alarm is Alarm.CLOCK_SET_BACK else "problem")
        self.setProperty("guide", "audit")
        self.alarm = alarm
        self._acknowledge = acknowledge
        self.ask = QPushButton(self.tr("Acknowledge …"))
        self.reason = QLineEdit()
        self.record = QPushButton(self.tr("Acknowledge"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.message = label("", "danger", wrap=True)
        self._asking = QWidget()
        self._build(text)

    def _build(self, text: str) -> None:
        box = column(self, gap=GRID)
        box.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        told = row(gap=GRID * 2)
        told.addWidget(label(text, wrap=True), 1)
        told.addWidget(self.ask)
        box.addLayout(told)
        name = label(self.tr("What was found out about it, for the record"))
        name.setBuddy(self.reason)
        self.reason.setAccessibleName(name.text())
        asking = row(self._asking, gap=GRID)
        asking.addWidget(name)
        asking.addWidget(self.reason, 1)
        asking.addWidget(self.record)
        asking.addWidget(self.cancel)
        box.addWidget(self._asking)
        box.addWidget(self.message)
        self.record.setProperty("look", "primary")
        self.ask.setVisible(self._acknowledge is not None)
        self._asking.hide()
        self.message.hide()
        self.ask.clicked.connect(self._open)
        self.cancel.clicked.connect(self._close)
        self.record.clicked.connect(self._try)
        self.reason.returnPressed.connect(self._try)
        self.reason.textChanged.connect(self._judge)
        self._judge()

    @Slot()
    def _judge(self) -> None:
        self.record.setEnabled(bool(self.reason.text().strip()))

    @Slot()
    def _open(self) -> None:
        self.ask.hide()
        self._asking.show()
        self.reason.setFocus()

    @Slot()
    def _close(self) -> None:
        self.reason.clear()
        self.message.hide()
        self._asking.hide()
        self.ask.show()
        self.ask.setFocus()

    @Slot()
    def _try(self) -> None:
        reason = self.reason.text().strip()
        if not reason or self._acknowledge is None:
            return
        if self._acknowledge(self.alarm, reason):
            self.hide()
            self.acknowledged.emit(self.alarm)
            return
        self.message.setText(self.tr("It could not be recorded, and stays."))
        self.message.show()
