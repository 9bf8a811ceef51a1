"""Conflicts: groups and who is kept apart from whom, drawn and listed, and what is to be reviewed."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QSplitter, QStackedWidget, QTabBar, QWidget

from desktop.domain.conflicts import Membership, Separation
from desktop.domain.time import IsoWeek
from desktop.domain.unit import Unit
from desktop.services.change import Change
from desktop.services.ids import random_ids
from desktop.services.rivalries import Sides, due, members_on, pairs_of
from desktop.services.trail.audit_changes import people_of
from desktop.ui.audit.reads import VisitReads, unrecorded_words
from desktop.ui.conflicts.actions import Actions
from desktop.ui.conflicts.costs import CostDesk
from desktop.ui.conflicts.group_panel import GroupPanel
from desktop.ui.conflicts.matrix import MatrixView, pair_text
from desktop.ui.conflicts.matrix_delegate import Legend
from desktop.ui.conflicts.network_panel import NetworkPanel
from desktop.ui.conflicts.pair_panel import PairPanel
from desktop.ui.conflicts.review_panel import ReviewPanel
from desktop.ui.conflicts.separations_panel import SeparationLine, SeparationsPanel, lines_of
from desktop.ui.conflicts.words import Names
from desktop.ui.context import WindowContext
from desktop.ui.page import Page
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import column, rule, scrolled
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.remembered import remember_split
from desktop.ui.widgets.text import label, tooltip
from desktop.ui.words import read_only_words

SIDE = 408
MATRIX, NETWORK, TABLE, REVIEW = range(4)


class ConflictsPage(Page):
    """What is chosen on any of its tabs is shown at the right, to be edited. ``week`` is the one on the desk:
    what separations cost is asked of it."""

    key = "conflicts"

    def __init__(
        self, context: WindowContext, week: Callable[[], IsoWeek], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._editing = context.editing
        self._beside = ""
        self._areas: dict[str, QWidget] = {}
        self.acts = Actions(context.editing, context.clock.today, random_ids(), self)
        self.costs = CostDesk(context.planning, week, context.new_costs, self)
        self.tabs = QTabBar()
        self.stack = QStackedWidget()
        self.matrix = MatrixView()
        self.side = QStackedWidget()
        self.group_button = QPushButton(self.tr("New group…"))
        self.separation_button = QPushButton(self.tr("New separation…"))
        self.reads = VisitReads(context.audit, self)
        self._build()
        self._connect()

    # Each of these is made when it is first looked at.

    @cached_property
    def network(self) -> NetworkPanel:
        made = NetworkPanel()
        self._put(NETWORK, made)
        made.view.pair_picked.connect(self.show_pair)
        made.view.node_picked.connect(self._on_node)
        today = self._context.clock.today()
        made.show_unit(self._editing.unit(), pairs_of(self._editing.unit(), today), today)
        return made

    @cached_property
    def table(self) -> SeparationsPanel:
        made = SeparationsPanel(self.acts, self.costs, self._context.settings)
        self._put(TABLE, made)
        made.chosen.connect(self._on_line)
        made.activated.connect(self._enter_side)
        made.show_lines(lines_of(self._editing.unit(), self.costs, self._context.clock.today()))
        return made

    @cached_property
    def review(self) -> ReviewPanel:
        made = ReviewPanel(self.acts, self._context.settings)
        self._put(REVIEW, made)
        made.chosen.connect(self._on_due)
        made.table.activated.connect(self._enter_side)
        made.show_unit(self._editing.unit(), self._context.clock.today())
        return made

    @cached_property
    def pair(self) -> PairPanel:
        made = PairPanel(self.acts, self.costs, self._context.clock.today)
        self._areas["pair"] = scrolled(made)
        self.side.addWidget(self._areas["pair"])
        return made

    @cached_property
    def group(self) -> GroupPanel:
        made = GroupPanel(self.acts, self._context.clock.today)
        self._areas["group"] = scrolled(made)
        self.side.addWidget(self._areas["group"])
        made.person_asked.connect(lambda person: self.navigate.emit("people", person))
        made.pair_asked.connect(self.show_pair)
        return made

    def refresh(self, change: Change | None) -> None:
        del change
        unit = self._editing.unit()
        today = self._context.clock.today()
        self.costs.look()
        pairs = pairs_of(unit, today)
        groups = sorted(unit.groups, key=lambda each: each.name.casefold())
        members = {each.id: len(members_on(unit, each.id, today)) for each in groups}
        texts = {sides: pair_text(pair, today) for sides, pair in pairs.items()}
        self.matrix.show_groups(groups, members, pairs, Names(unit), texts)
        if self._is_made("network"):
            self.network.show_unit(unit, pairs, today)
        if self._is_made("table"):
            self.table.show_lines(lines_of(unit, self.costs, today))
        if self._is_made("review"):
            self.review.show_unit(unit, today)
        count = len(due(unit, today))
        text = self.tr("For review")
        self.tabs.setTabText(REVIEW, f"{text} ({count})" if count else text)
        self._show_side(unit)

    def forget_typed(self) -> None:
        if self._is_made("pair") and self.pair.sides is not None:
            self.pair.reload()
        if self._is_made("group"):
            self.group.reload()
        if self._is_made("table"):
            self.table.table.forget_search()
        if self._is_made("review"):
            self.review.table.forget_search()

    @property
    def unsaved(self) -> bool:
        return (self._beside == "pair" and self.pair.form.dirty) or (
            self._beside == "group" and self.group.form.dirty
        )

    def open(self, subject: str) -> None:
        unit = self._editing.unit()
        today = self._context.clock.today()
        record = next((each for each in unit.separations if each.id == subject), None)
        membership = next((each for each in unit.memberships if each.id == subject), None)
        if record is not None:
            waits = any(each.record.id == subject for each in due(unit, today))
            self.tabs.setCurrentIndex(REVIEW if waits else TABLE)
            if waits:
                self.review.table.choose(subject)
            else:
                self.table.table.choose(subject)
            self.show_pair(record.sides, record.id)
        elif membership is not None:
            self.tabs.setCurrentIndex(REVIEW)
            self.review.table.choose(subject)
            self.show_group(membership.group)
        elif any(each.id == subject for each in unit.groups):
            self.tabs.setCurrentIndex(MATRIX)
            self.matrix.choose(subject)
            self.show_group(subject)
        else:
            person = next((each.name for each in unit.citizens if each.id == subject), "")
            self.tabs.setCurrentIndex(TABLE)
            self.table.table.bar.search.setText(person)

    def place(self) -> dict[str, str]:
        found = {"tab": str(self.tabs.currentIndex())}
        if self._beside == "pair" and self.pair.sides is not None:
            found |= {"one": self.pair.sides[0], "other": self.pair.sides[1]}
            found |= {"record": "" if self.pair.record is None else self.pair.record.id}
        elif self._beside == "group":
            found |= {"group": self.group.group}
        return found

    def go_to(self, place: dict[str, str]) -> None:
        if place.get("tab", "").isdigit():
            self.tabs.setCurrentIndex(int(place["tab"]))
        names = Names(self._editing.unit())
        if names.known(place.get("group", "")):
            self.show_group(place["group"])
        elif names.known(place.get("one", "")) and names.known(place.get("other", "")):
            self.show_pair((place["one"], place["other"]), place.get("record", ""))

    def focus_search(self) -> None:
        if self.tabs.currentIndex() == REVIEW:
            self.review.table.focus_search()
        else:
            self.tabs.setCurrentIndex(TABLE)
            self.table.table.focus_search()

    def leave(self) -> None:
        # The vault may be locked next, and then no engine may go on that knows of the unit.
        self.costs.close()
        self.reads.end()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read()

    @Slot(object)
    def show_pair(self, sides: Sides, record: str = "") -> None:
        """Shows two sides at the right, unless something typed there would be lost."""
        shown = self._beside == "pair" and self.pair.sides == sides
        if self.unsaved and not (shown and record in ("", self._shown_record())):
            self._stay()
            return
        self.pair.show_pair(self._editing.unit(), sides, record)
        self._show_beside("pair", frozenset(sides))

    @Slot(str)
    def show_group(self, group: str) -> None:
        """Shows a group at the right, unless something typed there would be lost."""
        if self.unsaved and not (self._beside == "group" and self.group.group == group):
            self._stay()
            return
        self.group.show_group(self._editing.unit(), group)
        self._show_beside("group", frozenset((group,)))

    def _shown_record(self) -> str:
        return "" if self.pair.record is None else self.pair.record.id

    def _stay(self) -> None:
        """What is typed comes first: says so, and goes back to where it belongs."""
        self.said.emit(self.tr("Something is not saved yet: save or discard it first."))
        # Not from inside the table's own change of the cell.
        QTimer.singleShot(0, self, self._go_back)

    @Slot()
    def _go_back(self) -> None:
        if self._beside == "pair" and self.pair.sides is not None:
            self.matrix.choose(*self.pair.sides)
            self.pair.focus_form()
        elif self._beside == "group":
            self.matrix.choose(self.group.group)
            next(iter(self.group.form.fields.values())).setFocus()

    def _show_beside(self, what: str, marked: frozenset[str]) -> None:
        self._beside = what
        self.side.setCurrentWidget(self._areas[what])
        self._read()
        if self._is_made("network"):
            self.network.view.choose(marked)

    def _show_side(self, unit: Unit) -> None:
        """What is at the right, as it is by now."""
        names = Names(unit)
        if self._beside == "pair" and self.pair.sides is not None and all(map(names.known, self.pair.sides)):
            self.show_pair(self.pair.sides)
        elif self._beside == "group" and names.known(self.group.group):
            self.show_group(self.group.group)
        else:
            self._beside = ""
            self.side.setCurrentIndex(0)
            self._read()

    def _read(self) -> None:
        """Records whom the page shows, unless their names are concealed."""
        if self._editing.concealed or not self.isVisible():
            self.reads.show(())
            return
        unit, tab = self._editing.unit(), self.tabs.currentIndex()
        records: list[Separation | Membership] = []
        shown: set[str] = set()
        if self._beside == "pair" and self.pair.sides is not None:
            shown.update(self.pair.sides)
        elif self._beside == "group":
            records += (each for each in unit.memberships if each.group == self.group.group)
        if tab in (NETWORK, TABLE):
            records += unit.separations
        elif tab == REVIEW:
            records += (each.record for each in due(unit, self._context.clock.today()))
        shown.update(person for record in records for person in people_of(record))
        self.reads.show(shown & {each.id for each in unit.citizens})

    @Slot()
    def _tell_unrecorded(self) -> None:
        self.said.emit(unrecorded_words())

    def _is_made(self, name: str) -> bool:
        return name in vars(self)

    def _put(self, tab: int, widget: QWidget) -> None:
        column(self.stack.widget(tab), gap=0).addWidget(widget)

    def _build(self) -> None:
        first = QWidget()
        box = column(first, margin=GRID, gap=GRID)
        box.addWidget(self.matrix, 1)
        box.addWidget(Legend())
        for widget, text in (
            (first, self.tr("Groups and matrix")),
            (QWidget(), self.tr("Network")),
            (QWidget(), self.tr("Separations")),
            (QWidget(), self.tr("For review")),
        ):
            self.tabs.addTab(text)
            self.stack.addWidget(widget)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("Views of the conflicts"))
        main = QWidget()
        box = column(main, gap=0)
        line = FlowLayout()
        line.setContentsMargins(0, 4, GRID, 4)
        line.addWidget(self.tabs)
        for button in (self.group_button, self.separation_button):
            button.setAutoDefault(False)
            button.setEnabled(not self._context.read_only)
            button.setToolTip(tooltip(read_only_words()) if self._context.read_only else "")
            line.addWidget(button)
        box.addLayout(line)
        box.addWidget(rule())
        box.addWidget(self.stack, 1)
        hint = QWidget()
        text = self.tr("Choose a cell, a line of the network or a row: it is shown here and can be changed.")
        words = column(hint, margin=GRID * 2)
        words.addWidget(label(text, "muted", wrap=True))
        words.addStretch(1)
        self.side.addWidget(hint)
        self.side.setMinimumWidth(SIDE)
        split = QSplitter()
        split.addWidget(main)
        split.addWidget(self.side)
        split.setStretchFactor(0, 1)
        split.setSizes([10_000, SIDE])
        split.setCollapsible(0, False)
        remember_split(split, "conflicts", self._context.settings)
        column(self, gap=0).addWidget(split)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._turn)
        self.reads.failed.connect(self._tell_unrecorded)
        self.matrix.pair_picked.connect(self.show_pair)
        self.matrix.group_picked.connect(self.show_group)
        self.matrix.entered.connect(self._enter_side)
        self.group_button.clicked.connect(self.acts.add_group)
        self.separation_button.clicked.connect(self.acts.add_separation)
        self.costs.changed.connect(self._on_costs)

    @Slot(int)
    def _turn(self, tab: int) -> None:
        panels: dict[int, Callable[[], QWidget]] = {
            NETWORK: lambda: self.network,
            TABLE: lambda: self.table,
            REVIEW: lambda: self.review,
        }
        if tab in panels:
            panels[tab]()
        self.stack.setCurrentIndex(tab)
        self._read()

    @Slot()
    def _enter_side(self) -> None:
        if self._beside == "group":
            self.group.members.setFocus()
        elif self._beside == "pair":
            self.pair.focus_form()

    @Slot(str)
    def _on_node(self, node: str) -> None:
        unit = self._editing.unit()
        if any(each.id == node for each in unit.groups):
            self.show_group(node)
            return
        own = [sides for sides in pairs_of(unit, self._context.clock.today()) if node in sides]
        if own:
            self.show_pair(own[0])

    @Slot(object)
    def _on_line(self, line: SeparationLine | None) -> None:
        if line is not None:
            self.show_pair(line.record.sides, line.record.id)

    @Slot(object)
    def _on_due(self, record: Separation | Membership | None) -> None:
        if isinstance(record, Separation):
            self.show_pair(record.sides, record.id)
        elif record is not None:
            self.show_group(record.group)

    @Slot()
    def _on_costs(self) -> None:
        if self._is_made("table"):
            today = self._context.clock.today()
            self.table.show_lines(lines_of(self._editing.unit(), self.costs, today))
