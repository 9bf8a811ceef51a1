"""What is printed: by what the pages are, and for whom."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from desktop.domain.plans import PlanVersion
from desktop.domain.unit import Unit
from desktop.printing.contents import Choice, Contents, offered
from desktop.printing.fitting import Names
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import row
from desktop.ui.widgets.text import label

translate = QCoreApplication.translate


def contents_name(contents: Contents) -> str:
    """What a print is called where one chooses it."""
    return {
        Contents.ROOMS: translate("PrintContents", "The whole week by room"),
        Contents.STAFF: translate("PrintContents", "For the staff: a page each"),
        Contents.PEOPLE: translate("PrintContents", "For the people: a page each, with nobody else on it"),
        Contents.GROUPS: translate("PrintContents", "By conflict group: a page for each site and day"),
    }[contents]


def _all_of(contents: Contents) -> str:
    return {
        Contents.ROOMS: translate("PrintContents", "All rooms, with an overview"),
        Contents.STAFF: translate("PrintContents", "All who serve (%1)"),
        Contents.PEOPLE: translate("PrintContents", "All who come (%1)"),
        Contents.GROUPS: translate("PrintContents", "All sites"),
    }[contents]


class ChoiceBar(QWidget):
    """``changed`` is sent when something else is to be printed."""

    changed = Signal()

    def __init__(self, unit: Unit, version: PlanVersion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit, self._version = unit, version
        self._names = Names.FULL
        self.contents = QComboBox()
        for each in Contents:
            self.contents.addItem(contents_name(each), each)
        self.only = QComboBox()
        self.only.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.only.setMaxVisibleItems(20)
        line = row(self, gap=GRID)
        line.setContentsMargins(GRID * 2, 0, GRID * 2, GRID)
        for text, field, share in (
            (translate("PrintContents", "P&rint"), self.contents, 0),
            (translate("PrintContents", "F&or"), self.only, 1),
        ):
            told = label(text, "muted")
            told.setBuddy(field)
            line.addWidget(told)
            line.addWidget(field, share)
        line.addStretch(1)
        self._fill()
        self.contents.currentIndexChanged.connect(self._on_contents)
        self.only.currentIndexChanged.connect(self.changed)

    def choice(self) -> Choice:
        """What is chosen."""
        return Choice(Contents(self.contents.currentData()), str(self.only.currentData() or ""))

    def choose(self, choice: Choice) -> None:
        """Chooses what is printed, as far as the week has it."""
        self.contents.setCurrentIndex(list(Contents).index(choice.contents))
        self.only.setCurrentIndex(max(0, self.only.findData(choice.only)))

    def call(self, names: Names) -> None:
        """Calls people by their names or by their case numbers."""
        if names is not self._names:
            self._names, kept = names, self.choice()
            self._fill()
            self.only.blockSignals(True)
            self.only.setCurrentIndex(max(0, self.only.findData(kept.only)))
            self.only.blockSignals(False)

    @Slot()
    def _on_contents(self) -> None:
        self._fill()
        self.changed.emit()

    def _fill(self) -> None:
        contents = Contents(self.contents.currentData())
        found = offered(self._unit, self._version, contents)
        by_number = contents is Contents.PEOPLE and self._names is Names.CASE_NUMBERS
        self.only.blockSignals(True)
        self.only.clear()
        self.only.addItem(_all_of(contents).replace("%1", str(len(found))), "")
        for key, names in found:
            self.only.addItem((names[1] or key) if by_number else " · ".join(filter(None, names)), key)
        self.only.blockSignals(False)
