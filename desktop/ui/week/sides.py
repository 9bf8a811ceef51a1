"""The panels beside the board: tabs, and a column of their own for the people where there is room for it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QSplitter, QTabWidget, QWidget

from desktop.ui.widgets.tabs import NarrowTabs

translate = QCoreApplication.translate
WIDE = 1640
"""From this width on the people have a column of their own."""
SIDE = 360
_LEAST_TAB = 40


class Sides(QSplitter):
    """The board in the middle, and two columns of tabs, the second for a wide window alone."""

    def __init__(self, middle: QWidget, people: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._panels: dict[str, QWidget] = {}
        self._people = people
        self.side, self.far_side = QTabWidget(), QTabWidget()
        self.addWidget(middle)
        self.setCollapsible(0, False)
        self.setStretchFactor(0, 1)

    def fill(self, panels: dict[str, QWidget]) -> None:
        """Puts the panels beside the middle, once that is filled: Tab leads through it first. ``panels`` by
        name, the people among them; in the order of their tabs."""
        self._panels = panels
        for tabs in (self.side, self.far_side):
            tabs.setTabBar(NarrowTabs(_LEAST_TAB, tabs))
            self.addWidget(tabs)
            self.setCollapsible(self.indexOf(tabs), False)
            self.setStretchFactor(self.indexOf(tabs), 0)
            tabs.setDocumentMode(True)
            tabs.tabBar().setAccessibleName(translate("WeekPage", "Panels beside the board"))
            tabs.setMinimumWidth(300)
        for name, panel in self._panels.items():
            self.side.setTabToolTip(self.side.addTab(panel, _names()[name]), _names()[name])
        self.side.setCurrentWidget(self._people)
        self.setHandleWidth(1)
        self.setSizes([1000, SIDE, SIDE])
        self.far_side.hide()

    def shown(self) -> str:
        """The name of the panel in sight in the first column."""
        widget = self.side.currentWidget()
        return next((name for name, panel in self._panels.items() if panel is widget), "")

    def show_panel(self, name: str) -> None:
        """Brings a panel into sight, in whichever column it stands."""
        panel = self._panels.get(name)
        for tabs in (self.side, self.far_side):
            if panel is not None and tabs.indexOf(panel) >= 0:
                tabs.setCurrentWidget(panel)

    def number(self, name: str, count: int) -> None:
        """Says behind a tab's name how many things it lists."""
        for tabs in (self.side, self.far_side):
            at = tabs.indexOf(self._panels[name])
            if at >= 0:
                text = _names()[name]
                tabs.setTabText(at, f"{text} ({count})" if count else text)
                tabs.setTabToolTip(at, text)

    def share(self, width: int) -> None:
        """Gives the people a column of their own where there is room for it."""
        wide = width >= WIDE
        if wide == (self.far_side.count() > 0):
            return
        current = self.side.currentWidget()
        title = _names()["people"]
        if wide:
            self.far_side.addTab(self._people, title)
        else:
            self.side.insertTab(1, self._people, title)
        self.far_side.setVisible(wide)
        if current is not self._people:
            self.side.setCurrentWidget(current)
        whole = self.width()
        if wide:
            self.setSizes([whole - 2 * SIDE - 40, SIDE, SIDE + 40])
        else:
            self.setSizes([whole - SIDE, SIDE, 0])


def _names() -> dict[str, str]:
    return {
        "session": translate("WeekPage", "Session"),
        "people": translate("WeekPage", "People"),
        "health": translate("WeekPage", "Check"),
        "locks": translate("WeekPage", "Locks"),
        "versions": translate("WeekPage", "Versions"),
    }
