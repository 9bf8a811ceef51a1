"""Where and when a new session is to be, with the keys: a room, a day, a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.domain.time import DAY_MINUTES, IsoWeek
from desktop.domain.unit import Unit
from desktop.printing.words import clock_text, short_day_text
from desktop.ui.widgets.boxes import column, row

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Outline:
    """What was drawn: a room and a time."""

    room: str
    start: datetime
    end: datetime


class PlaceFields(QWidget):
    """``changed`` is sent when another place is chosen. The length stays that of the outline."""

    changed = Signal()

    def __init__(self, unit: Unit, slot: int, outline: Outline, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._length = outline.end - outline.start
        self.room, self.day, self.start = QComboBox(), QComboBox(), QComboBox()
        sites = {site.id: site.name for site in unit.sites}
        for each in unit.rooms:
            self.room.addItem(f"{each.name}, {sites.get(each.site, each.site)}", each.id)
        for day in IsoWeek.containing(outline.start.date()).days:
            self.day.addItem(short_day_text(day), day)
        for minute in range(0, DAY_MINUTES, slot):
            self.start.addItem(clock_text(minute), minute)
        begins = outline.start.hour * 60 + outline.start.minute
        self.room.setCurrentIndex(self.room.findData(outline.room))
        self.day.setCurrentIndex(outline.start.weekday())
        self.start.setCurrentIndex(begins // slot)
        box = column(self)
        line = row()
        for field, name, layout in (
            (self.room, translate("MakeSession", "Room"), box),
            (self.day, translate("MakeSession", "Day"), line),
            (self.start, translate("MakeSession", "Start"), line),
        ):
            field.setAccessibleName(name)
            # As narrow as it is asked to be: a long name must not widen the question.
            field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            field.setMinimumContentsLength(6)
            field.setMaxVisibleItems(16)
            layout.addWidget(field)
            field.currentIndexChanged.connect(self.changed)
        line.setStretchFactor(self.day, 1)
        box.addLayout(line)

    def outline(self) -> Outline:
        """The place that is chosen."""
        start = datetime.combine(self.day.currentData(), time()) + timedelta(minutes=self.start.currentData())
        return Outline(str(self.room.currentData()), start, start + self._length)
