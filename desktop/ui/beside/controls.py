"""Above the boards: which versions, held against which, which view of them, which site and day, how large."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QPushButton, QToolButton, QWidget

from desktop.domain.plans import PlanVersion
from desktop.domain.unit import Unit
from desktop.qt.settings import Settings
from desktop.ui.beside.legend import Legend
from desktop.ui.board.day_row import DayRow
from desktop.ui.board.mode_buttons import mode_buttons
from desktop.ui.board.modes import Mode
from desktop.ui.board.zoom import ZoomButtons
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import clear, column, frame, row
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.segment import segment
from desktop.ui.widgets.tab_order import lead_through, place_in_line
from desktop.ui.widgets.tabs import NarrowTabs
from desktop.ui.widgets.text import heading, label, tooltip

translate = QCoreApplication.translate
MOST = 4
"""How many versions stand beside each other at most."""
_LEAST_TAB = 64
_STATE = "week.beside.view"
_SMALL = 80


class ChoiceBar(QWidget):
    """``chosen`` and ``base_chosen`` carry the ids of versions: the one that was turned on or off, the one
    that the others are held against. ``people_asked``: whether the list of people is to be seen."""

    chosen = Signal(str)
    base_chosen = Signal(str)
    people_asked = Signal(bool)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: tuple[tuple[str, str], ...] = ()
        self.buttons: dict[str, QToolButton] = {}
        self._box = QWidget()
        self._flow = FlowLayout(self._box, gap=4)
        self._place = place_in_line(self)
        self.base = QComboBox()
        self.base.setAccessibleName(translate("Beside", "Differences against"))
        self.base.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.people = segment(translate("Beside", "Per person"))
        self.people.setChecked(True)
        self.people.setToolTip(tooltip(translate("Beside", "Shows or hides the list below the boards")))
        self.back = QPushButton(translate("Beside", "Back to the board"))
        flow = FlowLayout(self, gap=GRID)
        flow.setContentsMargins(GRID * 2, GRID // 2, GRID * 2, GRID // 2)
        flow.addWidget(heading(translate("Beside", "Side by side"), 0))
        flow.addWidget(self._box)
        flow.addWidget(label(translate("Beside", "held against", "versions, against one of them"), "muted"))
        flow.addWidget(self.base)
        flow.addWidget(self.people)
        flow.addWidget(self.back)
        self.base.activated.connect(self._on_base)
        self.back.clicked.connect(self.left)
        self.people.toggled.connect(self.people_asked)

    def show_versions(self, names: Mapping[str, str], chosen: Sequence[str], base: str) -> None:
        """Offers the versions in this order, each by its id with its name."""
        known = tuple(names.items())
        if known != self._known:
            self._known = known
            self._make_buttons()
        full = len(chosen) >= MOST
        for version, button in self.buttons.items():
            on = version in chosen
            button.setChecked(on)
            button.setEnabled(on or not full)
            hint = translate("Beside", "At most %1 stand beside each other.").replace("%1", str(MOST))
            button.setToolTip(tooltip("" if on or not full else hint))
        with QSignalBlocker(self.base):
            self.base.clear()
            for version, name in known:
                if version in chosen:
                    self.base.addItem(name, version)
            self.base.setCurrentIndex(max(0, self.base.findData(base)))

    def _make_buttons(self) -> None:
        had = next((version for version, each in self.buttons.items() if each.hasFocus()), None)
        clear(self._flow)
        self.buttons = {}
        for version, name in self._known:
            button = segment(name)
            button.clicked.connect(partial(self.chosen.emit, version))
            self.buttons[version] = button
            self._flow.addWidget(button)
            button.show()
        lead_through(self._place, *self.buttons.values())
        if had in self.buttons:
            self.buttons[had].setFocus()

    @Slot(int)
    def _on_base(self, place: int) -> None:
        self.base_chosen.emit(str(self.base.itemData(place)))


class ViewBar(QWidget):
    """``changed``: another view of all versions is asked for."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._sites: tuple[str, ...] = ()
        kept = settings.table_state(_STATE)
        zoom, mode = kept.get("zoom"), kept.get("mode")
        self.mode = Mode(mode) if isinstance(mode, str) and mode in set(Mode) else Mode.ROOMS
        self.modes = QButtonGroup(self)
        self.tabs = NarrowTabs(_LEAST_TAB)
        self.tabs.setAccessibleName(translate("Beside", "Site"))
        self.day_row = DayRow()
        self.zoom = ZoomButtons(zoom if isinstance(zoom, int) else _SMALL)
        self.only = QCheckBox(translate("Beside", "Only people who differ"))
        self.only.setChecked(True)
        self._build()

    @property
    def site(self) -> str:
        """The site in sight; empty where the unit has none with a room."""
        at = self.tabs.currentIndex()
        return self._sites[at] if 0 <= at < len(self._sites) else ""

    def days(self) -> tuple[date, ...]:
        """The days that all boards show."""
        return self.day_row.chosen_days() or self.day_row.days

    def show_week(self, unit: Unit, versions: Sequence[PlanVersion], differing: Mapping[str, int]) -> None:
        """Offers the sites and days of these versions. ``differing``: by site how many sessions differ; first
        the site with the most is shown."""
        self.day_row.show_versions(versions)
        held = {room.site for room in unit.rooms}
        sites = [site for site in unit.sites if site.id in held]
        before = self.site
        with QSignalBlocker(self.tabs):
            while self.tabs.count():
                self.tabs.removeTab(0)
            self._sites = tuple(site.id for site in sites)
            for site in sites:
                count = differing.get(site.id, 0)
                name = f"{site.name} · {count}" if count else site.name
                place = self.tabs.addTab(name.replace("&", "&&"))
                hint = translate("Beside", "%1: %2 sessions differ").replace("%2", str(count))
                self.tabs.setTabToolTip(place, tooltip(hint.replace("%1", site.name)))
            most = Counter(differing).most_common(1)
            wanted = before or (most[0][0] if most else "")
            if wanted in self._sites:
                self.tabs.setCurrentIndex(self._sites.index(wanted))

    def show_mode(self, mode: Mode) -> None:
        """Turns all boards to a view."""
        self.mode = mode
        self.modes.button(list(Mode).index(mode)).setChecked(True)
        self.tabs.setVisible(mode.by_site)
        self._remember()
        self.changed.emit()

    def _build(self) -> None:
        box = column(self, gap=0)
        upper, lower = row(gap=4), row(gap=GRID)
        upper.setContentsMargins(GRID * 2, 0, GRID, 0)
        lower.setContentsMargins(GRID, 0, GRID, 0)
        for button in mode_buttons(self.modes, self.mode, self.show_mode):
            upper.addWidget(button)
        upper.addSpacing(GRID)
        upper.addWidget(self.tabs, 1)
        upper.addStretch(0)
        upper.addWidget(self.only)
        lower.addWidget(self.day_row, 1)
        lower.addWidget(Legend())
        lower.addWidget(self.zoom)
        box.addLayout(upper)
        box.addLayout(lower)
        self.tabs.setVisible(self.mode.by_site)
        self.tabs.currentChanged.connect(self.changed)
        self.day_row.picked.connect(self.changed)
        self.zoom.zoomed.connect(self._on_zoom)
        self.only.toggled.connect(self.changed)

    @Slot()
    def _on_zoom(self) -> None:
        self._remember()
        self.changed.emit()

    def _remember(self) -> None:
        self._settings.keep_table_state(_STATE, {"zoom": self.zoom.percent, "mode": self.mode.value})


def bar_of(*widgets: QWidget) -> QWidget:
    """What stands above the boards, in a frame."""
    holder = frame("bar")
    box = column(holder, gap=0)
    for widget in widgets:
        box.addWidget(widget)
    return holder
