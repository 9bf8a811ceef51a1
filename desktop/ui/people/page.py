"""The people of the unit: a list to find, sort and choose in, and one person's page beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from operator import is_

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QSplitter, QStackedWidget, QWidget

from desktop.domain.plans import in_force
from desktop.domain.time import IsoWeek
from desktop.qt.explain_run import ExplainRun
from desktop.services.change import Change
from desktop.services.people_overview import people_overview
from desktop.services.people_weeks import people_weeks
from desktop.services.trail.audit_changes import read_event
from desktop.ui.audit.reads import Reads, unrecorded_words
from desktop.ui.context import WindowContext
from desktop.ui.desk import Desk
from desktop.ui.page import Page
from desktop.ui.people.bulk_panel import BulkPanel
from desktop.ui.people.list_columns import person_columns, person_filters
from desktop.ui.people.list_rows import ListRow, list_rows
from desktop.ui.people.new_person import NewPerson
from desktop.ui.people.past_reader import PastReader
from desktop.ui.people.person_view import PersonView
from desktop.ui.people.sections.section import Subject
from desktop.ui.table.panel import TablePanel
from desktop.ui.table.row_menu import RowAction
from desktop.ui.theme import GRID, tokens
from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.icons import set_icon
from desktop.ui.widgets.remembered import remember_split
from desktop.ui.widgets.text import label, tooltip
from desktop.ui.words import read_only_words

translate = QCoreApplication.translate
LIST_SHARE = 44


class PeoplePage(Page):
    """The week looked at is the one on the desk. It holds nothing of the unit beyond what it shows."""

    key = "people"

    def __init__(
        self,
        context: WindowContext,
        desk: Desk,
        new_run: Callable[[], ExplainRun] = ExplainRun,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._desk = desk
        self._shown: tuple[tuple[object, ...], tuple[IsoWeek, date]] | None = None
        self._turning = False
        self.past = PastReader(context.store, context.clock, self)
        self.reads = Reads(context.audit, self)
        self.list: TablePanel[ListRow] = TablePanel(
            person_columns(),
            lambda one: one.id,
            name="people",
            title=self.tr("People"),
            settings=context.settings,
            sort=("name", Qt.SortOrder.AscendingOrder),
            hint=self.tr("Search people"),
            empty=self.tr("Nobody is on record yet. Add the first person."),
        )
        self.add = QPushButton(self.tr("Add person"))
        self.person = PersonView(context, self.past, new_run)
        self.bulk = BulkPanel(context.editing)
        self._new: NewPerson | None = None
        self.nobody = label(
            self.tr("Choose somebody in the list, or several to change them at once."), "muted"
        )
        self.side = QStackedWidget()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._build()
        remember_split(self.splitter, "people", context.settings)
        self._connect()

    def refresh(self, change: Change | None) -> None:
        self.past.take_in(change)
        self._show_rows()

    def forget_typed(self) -> None:
        self.person.discard()
        self.bulk.begin_anew()
        self.list.forget_search()
        self._shown = None
        if self._adding:
            self._on_left()

    @property
    def unsaved(self) -> bool:
        shown = self.side.currentWidget()
        return (
            self.person.dirty or (self._adding and self.new.dirty) or (shown is self.bulk and self.bulk.dirty)
        )

    def open(self, subject: str) -> None:
        """``subject`` is a person, or one with the sheet to be shown: ``c1#offers``."""
        person, _, sheet = subject.partition("#")
        if self.list.choose(person):
            self.person.open_sheet(sheet)
            self.list.view.setFocus()

    def place(self) -> dict[str, str]:
        chosen = self.list.one_chosen()
        return {"person": "" if chosen is None else chosen.id, "sheet": self.person.sheet}

    def go_to(self, place: dict[str, str]) -> None:
        self.person.open_sheet(place.get("sheet", ""))
        if person := place.get("person", ""):
            self.list.choose(person)

    def focus_search(self) -> None:
        self.list.focus_search()

    def leave(self) -> None:
        self.reads.flush()

    @property
    def new(self) -> NewPerson:
        """The fields of somebody new, made when they are first asked for."""
        if self._new is None:
            self._new = NewPerson(self._context.editing)
            self._new.made.connect(self._on_made)
            self._new.left.connect(self._on_left)
            self.side.addWidget(self._new)
        return self._new

    @property
    def _adding(self) -> bool:
        return self._new is not None and self.side.currentWidget() is self._new

    @Slot()
    def add_person(self) -> None:
        """Opens the fields of somebody new."""
        if self._context.read_only or not self._may_leave():
            return
        self.side.setCurrentWidget(self.new)
        self.new.begin(self._context.clock.today())

    def _show_rows(self) -> None:
        """The list as things stand: only where the unit, the week or its plan is another."""
        desk, unit, today = self._desk, self._context.editing.unit(), self._context.clock.today()
        now = (unit, desk.prepared, desk.version)
        shown = self._shown
        if shown is not None and shown[1] == (desk.week, today) and all(map(is_, now, shown[0])):
            return
        self._shown = (now, (desk.week, today))
        weeks = people_weeks(desk.prepared, desk.version, desk.judged) if desk.prepared is not None else ()
        self.list.set_filters(person_filters(unit))
        self.list.set_rows(list_rows(unit, people_overview(unit, desk.week, today, weeks), today))
        self._show_chosen()

    @Slot()
    def _show_chosen(self) -> None:
        rows = self.list.selected()
        if self._adding and self.new.dirty:
            return
        if len(rows) == 1:
            self._show_person(rows[0])
        elif rows:
            self.bulk.show_people(rows, self._context.clock.today())
            self.side.setCurrentWidget(self.bulk)
            self.reads.opened(None)
        else:
            self.side.setCurrentWidget(self.nobody)
            self.reads.opened(None)

    def _show_person(self, row: ListRow) -> None:
        desk = self._desk
        self.person.show_subject(
            Subject(
                unit=self._context.editing.unit(),
                person=row.person,
                today=row.today,
                week=desk.week,
                prepared=desk.prepared,
                version=desk.version,
                safe=desk.report is not None and desk.report.safe,
                forced=in_force(desk.versions),
            )
        )
        self.side.setCurrentWidget(self.person)
        self.reads.opened(read_event("citizen", row.id))

    def _may_leave(self) -> bool:
        """Whether nothing that was typed would be lost; else leads to it."""
        if self.side.currentWidget() is self.person and self.person.dirty:
            self.said.emit(self.tr("Something is not saved yet: save or cancel it first."))
            self.person.go_to_unsaved()
            return False
        if self._adding and self.new.dirty:
            self.said.emit(self.tr("The new person is not added yet: add or cancel first."))
            next(iter(self.new.form.fields.values())).setFocus()
            return False
        return True

    @Slot()
    def _on_selection(self) -> None:
        if self._turning:
            return
        shown = self.person.subject
        rows = self.list.selected()
        same = len(rows) == 1 and shown is not None and rows[0].id == shown.citizen.id
        if same and self.side.currentWidget() is self.person:
            self._show_person(rows[0])
            return
        there = shown is not None and self.list.model.place_of(shown.citizen.id) is not None
        if self.side.currentWidget() is self.person and self.person.dirty and there:
            assert shown is not None
            self._turning = True
            self.list.choose(shown.citizen.id)
            self._turning = False
            self._may_leave()
            return
        if self._adding and not self._may_leave():
            return
        self._show_chosen()

    @Slot(str)
    def _on_made(self, citizen: str) -> None:
        self.side.setCurrentWidget(self.nobody)
        self.list.choose(citizen)
        self.person.open_sheet("hours")
        self.said.emit(self.tr("Added. Hours, level, groups and times are still unknown."))

    @Slot()
    def _on_left(self) -> None:
        self.new.begin(self._context.clock.today())
        self.side.setCurrentWidget(self.nobody)
        self._show_chosen()
        self.list.view.setFocus()

    @Slot()
    def _enter(self) -> None:
        """Enter in the list leads to the person's sheets."""
        if self.side.currentWidget() is self.person:
            self.person.tabs.tabBar().setFocus(Qt.FocusReason.TabFocusReason)

    def _row_actions(self, rows: list[ListRow]) -> list[RowAction]:
        if len(rows) > 1:
            text = translate("PeopleMenu", "Change %1 people &together …").replace("%1", str(len(rows)))
            first = RowAction(text, self.bulk.action.setFocus)
        else:
            text = translate("PeopleMenu", "Open the person's &sheets")
            first = RowAction(text, self._enter, enabled=bool(rows), key=Qt.Key.Key_Enter)
        add = RowAction(
            translate("PeopleMenu", "Add &person …"), self.add_person, enabled=not self._context.read_only
        )
        return [first, add]

    @Slot()
    def _tell_unrecorded(self) -> None:
        self.said.emit(unrecorded_words())

    @Slot()
    def _on_desk(self) -> None:
        if self.isVisible():
            self._show_rows()

    def showEvent(self, event: QShowEvent) -> None:
        self._show_rows()
        super().showEvent(event)

    def _connect(self) -> None:
        self._desk.changed.connect(self._on_desk)
        self.list.selection_changed.connect(self._on_selection)
        self.list.activated.connect(self._enter)
        self.list.row_actions = self._row_actions
        self.add.clicked.connect(self.add_person)
        self.person.said.connect(self.said)
        self.person.navigate.connect(self.navigate)
        self.bulk.said.connect(self.said)
        self.reads.failed.connect(self._tell_unrecorded)

    def _build(self) -> None:
        self.add.setAutoDefault(False)
        set_icon(self.add, "person", tokens(self.palette()).text)
        self.list.bar.add_widget(self.add)
        if self._context.read_only:
            self.add.setEnabled(False)
            self.add.setToolTip(tooltip(read_only_words()))
        left = QWidget()
        column(self, gap=0).addWidget(self.splitter)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.side)
        column(left, margin=GRID, gap=GRID).addWidget(self.list)
        self.nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for widget in (self.nobody, self.person, self.bulk):
            self.side.addWidget(widget)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.setSizes([LIST_SHARE * 100, (100 - LIST_SHARE) * 100])
