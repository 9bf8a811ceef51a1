"""The list of people with its search box."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelection,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QSortFilterProxyModel,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QHeaderView, QLineEdit, QTableView, QWidget

from desktop.domain.plans import PlanVersion
from desktop.printing.words import people_text
from desktop.services.people_weeks import people_weeks
from desktop.services.week.planning import Prepared
from desktop.ui.people.hours_delegate import HoursDelegate
from desktop.ui.people.level_delegate import LevelDelegate
from desktop.ui.people.name_delegate import NameDelegate
from desktop.ui.people.table_model import (
    PERSON_ROLE,
    SEARCH_ROLE,
    SORT_ROLE,
    Column,
    PeopleTableModel,
    PersonRow,
)
from desktop.ui.theme import GRID, tokens
from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.searching import fold
from desktop.ui.widgets.text import label
from solver.check import Report


class PeopleFilter(QSortFilterProxyModel):
    """Keeps those whose name, case number or group holds every word searched for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self._missing_only = False
        self.setSortRole(SORT_ROLE)

    def search(self, text: str, *, missing_only: bool) -> None:
        """``missing_only``: only people with a duty that is not met."""
        self.beginFilterChange()
        self._words = tuple(fold(text).split())
        self._missing_only = missing_only
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        if not self._words and not self._missing_only:
            return True
        index = self.sourceModel().index(row, Column.NAME, parent)
        person = index.data(PERSON_ROLE)
        if self._missing_only and isinstance(person, PersonRow) and not person.duties:
            return False
        text = str(index.data(SEARCH_ROLE))
        return all(word in text for word in self._words)


class PeoplePanel(QWidget):
    """``person_chosen`` carries a citizen's id, or an empty text where nobody is chosen; ``menu_asked``
    the id and the place on the screen."""

    person_chosen = Signal(str)
    menu_asked = Signal(str, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("guide", "people")
        self.model = PeopleTableModel(self)
        self.proxy = PeopleFilter(self)
        self.proxy.setSourceModel(self.model)
        self.search = QLineEdit(self)
        self.missing_only = QCheckBox(self.tr("Only those who miss something"), self)
        self._count = label("", "muted", self)
        self.table = QTableView(self)
        self._build()

    def show_week(
        self, prepared: Prepared | None, version: PlanVersion | None, report: Report | None
    ) -> None:
        """Shows the people of a week with what a version gives them."""
        chosen = self.chosen()
        unit = prepared.unit if prepared else None
        self.model.show_people(unit, people_weeks(prepared, version, report) if prepared else ())
        if chosen:
            self.choose(chosen)
        self._tell_count()

    def chosen(self) -> str:
        """The id of the citizen who is chosen; empty where nobody is."""
        rows = self.table.selectionModel().selectedRows()
        person = rows[0].data(PERSON_ROLE) if rows else None
        return person.week.citizen if isinstance(person, PersonRow) else ""

    def person_at(self, at: QPoint) -> str:
        """The id of the citizen at a point of the table; empty where nobody is."""
        person = self.table.indexAt(at).siblingAtColumn(Column.NAME).data(PERSON_ROLE)
        return person.week.citizen if isinstance(person, PersonRow) else ""

    @Slot(QPoint)
    def _open_menu(self, at: QPoint) -> None:
        citizen = self.person_at(at)
        if citizen:
            self.menu_asked.emit(citizen, self.table.viewport().mapToGlobal(at))

    def choose(self, citizen: str) -> None:
        """Chooses a citizen, and brings them into sight."""
        row_number = self.model.row_of(citizen)
        if row_number is None:
            self.table.clearSelection()
            return
        index = self.proxy.mapFromSource(self.model.index(row_number, Column.NAME))
        if index.isValid():
            self.table.selectRow(index.row())
            self.table.scrollTo(index)

    @Slot()
    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _build(self) -> None:
        box = column(self, gap=GRID)
        box.setContentsMargins(0, GRID, 0, 0)
        top = column(gap=GRID)
        top.setContentsMargins(GRID, 0, GRID, 0)
        self.search.setPlaceholderText(self.tr("Search name, case number or group"))
        self.search.setAccessibleName(self.tr("Search people"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(
            icon("search", tokens(self.palette()).muted), QLineEdit.ActionPosition.LeadingPosition
        )
        self.search.textChanged.connect(self._filter)
        self.missing_only.toggled.connect(self._filter)
        top.addWidget(self.search)
        line = FlowLayout()
        line.addWidget(self.missing_only)
        line.addWidget(self._count)
        top.addLayout(line)
        box.addLayout(top)
        box.addWidget(self.table, 1)
        self._build_table()

    def _build_table(self) -> None:
        table = self.table
        table.setModel(self.proxy)
        table.setAccessibleName(self.tr("People and their hours"))
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._open_menu)
        table.setItemDelegateForColumn(Column.NAME, NameDelegate(table))
        table.setItemDelegateForColumn(Column.HOURS, HoursDelegate(table))
        table.setItemDelegateForColumn(Column.LEVEL, LevelDelegate(table))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setAlternatingRowColors(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSortingEnabled(True)
        table.sortByColumn(Column.NAME, Qt.SortOrder.AscendingOrder)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() * 2 + GRID + 4)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        # Every row asks for the same width of these.
        header.setResizeContentsPrecision(0)
        for fixed in (Column.LEVEL, Column.HOURS):
            header.setSectionResizeMode(fixed, QHeaderView.ResizeMode.ResizeToContents)
        table.selectionModel().selectionChanged.connect(self._on_selection)

    @Slot()
    def _filter(self) -> None:
        self.proxy.search(self.search.text(), missing_only=self.missing_only.isChecked())
        self._tell_count()

    def _tell_count(self) -> None:
        shown, everybody = self.proxy.rowCount(), self.model.rowCount()
        if shown == everybody:
            self._count.setText(people_text(everybody))
        else:
            text = self.tr("%1 of %2", "people shown of all")
            self._count.setText(text.replace("%1", str(shown)).replace("%2", str(everybody)))

    @Slot(QItemSelection, QItemSelection)
    def _on_selection(self, _now: QItemSelection, _before: QItemSelection) -> None:
        self.person_chosen.emit(self.chosen())
