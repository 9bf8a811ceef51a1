"""Above the people's lanes: whom to show, in what order, and a search that leads to somebody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from desktop.domain.conflicts import groups_in
from desktop.domain.time import IsoWeek
from desktop.domain.unit import Unit
from desktop.printing.sheet import Book
from desktop.ui.table.ordering import ranks
from desktop.ui.theme import GRID, tokens
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.searching import fold
from desktop.ui.words import level_name

translate = QCoreApplication.translate
NO_GROUP = "group:"
"""Whom no group is known of, among whom to show; a group's id follows it elsewhere."""


@dataclass(frozen=True, slots=True)
class _Person:
    id: str
    name: str
    searched: str
    level: int
    groups: tuple[str, ...]


class PeopleBar(QWidget):
    """``changed``: other people, or another order. ``sought`` carries the id of who was searched for."""

    changed = Signal()
    sought = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: tuple[_Person, ...] = ()
        self._left = ""
        self._known: tuple[int, tuple[tuple[str, str], ...]] | None = None
        self.search = QLineEdit()
        self.search.setPlaceholderText(translate("PeopleLanes", "Go to a person"))
        self.search.setAccessibleName(translate("PeopleLanes", "Go to a person"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(220)
        self.search.addAction(
            icon("search", tokens(self.palette()).muted), QLineEdit.ActionPosition.LeadingPosition
        )
        self.search.textChanged.connect(self._seek)
        self.search.returnPressed.connect(self._seek_again)
        self.shown = QComboBox()
        self.shown.setAccessibleName(translate("PeopleLanes", "Whom to show"))
        self.order = QComboBox()
        self.order.setAccessibleName(translate("PeopleLanes", "Order"))
        for key, text in (
            ("name", translate("PeopleLanes", "By name")),
            ("level", translate("PeopleLanes", "By level")),
            ("group", translate("PeopleLanes", "By group")),
        ):
            self.order.addItem(text, key)
        box = FlowLayout(self, gap=GRID)
        box.setContentsMargins(GRID, 0, GRID, GRID)
        for widget in (self.search, self.shown, self.order):
            box.addWidget(widget)
        self.shown.currentIndexChanged.connect(self._tell)
        self.order.currentIndexChanged.connect(self._tell)

    def show_unit(self, unit: Unit | None, week: IsoWeek | None) -> None:
        """Offers the people of a unit's week, their levels and groups."""
        if unit is None or week is None:
            self._people = ()
            return
        book, groups = Book(unit, week), groups_in(unit.memberships, week)
        self._people = tuple(
            _Person(
                each.id,
                each.name,
                fold(f"{each.name} {each.case_number}"),
                book.level(each.id) or 0,
                groups.get(each.id, ()),
            )
            for each in unit.citizens
            if each.enrolled_days(week)
        )
        levels = sorted({each.level for each in self._people})
        known = (len(levels), tuple((group.id, group.name) for group in unit.groups))
        if known == self._known:
            return
        self._known = known
        self.shown.blockSignals(True)
        chosen, self._left = self.shown.currentData() or self._left, ""
        self.shown.clear()
        self.shown.addItem(translate("PeopleLanes", "Everybody"), "")
        for level in levels:
            self.shown.addItem(level_name(level), f"level:{level}")
        for group in unit.groups:
            self.shown.addItem(group.name, f"group:{group.id}")
        self.shown.addItem(translate("PeopleLanes", "No group on record"), NO_GROUP)
        self.shown.setCurrentIndex(max(0, self.shown.findData(chosen)))
        self.shown.blockSignals(False)

    def look(self) -> tuple[str, str]:
        """Whom it shows and in what order, as far as that may be kept outside the vault: not which group."""
        shown = str(self.shown.currentData() or "")
        return ("" if shown.startswith("group:") and shown != NO_GROUP else shown), self.order.currentData()

    def recall(self, shown: str, order: str) -> None:
        """Shows the same once there are people to show."""
        self._left = shown
        self.order.setCurrentIndex(max(0, self.order.findData(order)))

    def people(self) -> tuple[str, ...]:
        """The ids of who is to be shown, in their order."""
        accepts = self._accepts()
        order: dict[str, Callable[[_Person], tuple[object, ...]]] = {
            "name": lambda each: (),
            "level": lambda each: (-each.level,),
            "group": lambda each: (not each.groups, each.groups),
        }
        key = order[str(self.order.currentData())]
        found = list(filter(accepts, self._people))
        places = dict(zip(found, ranks([each.name for each in found]), strict=True))
        return tuple(each.id for each in sorted(found, key=lambda each: (*key(each), places[each])))

    def show_everybody(self) -> None:
        """Leaves nobody out, so that whoever is chosen can be seen."""
        self.shown.setCurrentIndex(0)

    def _accepts(self) -> Callable[[_Person], bool]:
        kind, _, value = str(self.shown.currentData() or "").partition(":")
        if kind == "level":
            return lambda each: str(each.level) == value
        if kind == "group":
            return lambda each: (value in each.groups) if value else not each.groups
        return lambda each: True

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()

    @Slot()
    def _seek_again(self) -> None:
        self._seek(self.search.text())

    @Slot(str)
    def _seek(self, text: str) -> None:
        words = fold(text).split()
        if not words:
            return
        shown = set(self.people())
        hits = [each for each in self._people if all(word in each.searched for word in words)]
        found = next((each for each in hits if each.id in shown), next(iter(hits), None))
        if found is None:
            return
        if found.id not in shown:
            self.show_everybody()
        self.sought.emit(found.id)
