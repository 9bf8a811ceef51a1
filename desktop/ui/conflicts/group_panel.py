"""A conflict group: its name and note, its members with their days, and whom it is kept apart from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QSizePolicy, QWidget

from desktop.domain.conflicts import ConflictGroup, Membership
from desktop.domain.unit import Unit
from desktop.services.rivalries import Stand, members_on, membership_stands, pairs_of
from desktop.ui.conflicts.actions import Actions, group_items
from desktop.ui.conflicts.words import (
    Names,
    asked,
    members_text,
    stand_icon,
    stand_name,
)
from desktop.ui.forms.dates import span_text
from desktop.ui.forms.form import Form
from desktop.ui.theme import GRID, tokens
from desktop.ui.widgets.boxes import clear, column, row, rule
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.icons import icon, set_icon
from desktop.ui.widgets.lists import fit_height
from desktop.ui.widgets.text import heading, label, tooltip
from desktop.ui.words import read_only_words


class MemberList(QListWidget):
    """``opened``: Enter or a double click, with the row."""

    opened = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self.opened.emit(self.currentRow())
            event.accept()
        else:
            super().keyPressEvent(event)


class GroupPanel(QWidget):
    """``person_asked`` carries the id of a person to be shown, ``pair_asked`` two sides."""

    person_asked = Signal(str)
    pair_asked = Signal(object)

    def __init__(self, actions: Actions, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._today = today
        self._group: ConflictGroup | None = None
        self._members: list[Membership] = []
        self.title = heading("", 1, wrap=True)
        self.count = label("", "muted")
        self.form: Form[ConflictGroup] = Form(ConflictGroup, group_items(actions.editing.unit))
        self.save_button = QPushButton(self.tr("Save"))
        self.discard_button = QPushButton(self.tr("Discard"))
        self.remove_button = QPushButton(self.tr("Remove group…"))
        self.members = MemberList()
        self.add_button = QPushButton(self.tr("New member…"))
        self.open_button = QPushButton(self.tr("Open person"))
        self.renew_button = QPushButton(self.tr("Renew…"))
        self.end_button = QPushButton(self.tr("End…"))
        self.let_end_button = QPushButton(self.tr("Let it end…"))
        self.remove_member_button = QPushButton(self.tr("Remove…"))
        self.rivals: list[QPushButton] = []
        self._rivals = column(gap=2)
        self._build()
        self._connect()

    @property
    def group(self) -> str:
        """The id of the group that is shown; empty for none."""
        return "" if self._group is None else self._group.id

    def show_group(self, unit: Unit, group: str) -> None:
        """Shows a group; what somebody is typing stays, as long as it was not changed meanwhile."""
        found = next((each for each in unit.groups if each.id == group), None)
        if found is None:
            self._group = None
            return
        if found != self._group or not self.form.dirty:
            self.form.load(found)
        self._group = found
        self.title.setText(found.name)
        self.count.setText(members_text(len(members_on(unit, group, self._today()))))
        self._show_members(unit)
        self._show_rivals(unit)
        self._look()

    @Slot()
    def save(self) -> None:
        """Keeps the name and the note."""
        built = self.form.build()
        if built is None:
            return
        before, self._group = self._group, built
        faults = self._actions.save("group_saved", (built,))
        if faults:
            self._group = before
            self.form.show_faults(faults)
            return
        self.form.load(self._group)
        self._look()

    def _show_members(self, unit: Unit) -> None:
        names, today = Names(unit), self._today()
        order = list(Stand)
        rows = [
            (each, stand)
            for each, stand in membership_stands(unit, today)
            if each.group == self.group and stand is not Stand.FOLLOWED
        ]
        rows.sort(key=lambda each: (order.index(each[1]), names.side(each[0].citizen).casefold()))
        at = self._chosen()
        self._members = [each for each, _ in rows]
        self.members.clear()
        colours = tokens(self.palette())
        for each, stand in rows:
            text = f"{names.side(each.citizen)}\n{span_text(each.span)}"
            if stand is not Stand.HOLDS:
                text = f"{text} · {stand_name(stand)}"
            item = QListWidgetItem(text)
            ink = {Stand.RUN_OUT: colours.danger, Stand.SOON: colours.warn, Stand.HOLDS: colours.ok}
            item.setIcon(icon(stand_icon(stand), ink.get(stand, colours.muted)))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{text}. {stand_name(stand)}")
            item.setToolTip(tooltip(each.source))
            self.members.addItem(item)
        fit_height(self.members, 2 * len(rows), 2, 12)
        kept = next((n for n, each in enumerate(self._members) if at and each.id == at.id), None)
        if kept is not None:
            self.members.setCurrentRow(kept)

    def _show_rivals(self, unit: Unit) -> None:
        clear(self._rivals)
        self.rivals = []
        names, colours = Names(unit), tokens(self.palette())
        pairs = [each for sides, each in pairs_of(unit, self._today()).items() if self.group in sides]
        for pair in sorted(pairs, key=lambda each: list(Stand).index(each.stand)):
            other = pair.sides[1] if pair.sides[0] == self.group else pair.sides[0]
            name = self.tr("Its own members") if other == self.group else names.side(other)
            line = QPushButton(f"{name}: {asked(pair.shown)} · {stand_name(pair.stand)}".replace("&", "&&"))
            line.setProperty("look", "line")
            set_icon(line, stand_icon(pair.stand), colours.muted)
            line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            line.setToolTip(tooltip(line.text().replace("&&", "&")))
            line.clicked.connect(partial(self.pair_asked.emit, pair.sides))
            self._rivals.addWidget(line)
            self.rivals.append(line)
        if not pairs:
            text = self.tr("Nothing on record. Choose a cell of the matrix to keep it apart from another.")
            self._rivals.addWidget(label(text, "muted", wrap=True))

    def _chosen(self) -> Membership | None:
        at = self.members.currentRow()
        return self._members[at] if 0 <= at < len(self._members) else None

    def _act(self, act: Callable[[list[Membership]], bool]) -> None:
        chosen = self._chosen()
        if chosen is not None:
            act([chosen])

    @Slot()
    def _open(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.person_asked.emit(chosen.citizen)

    @Slot()
    def reload(self) -> None:
        """Shows what is on record, and forgets what was typed."""
        if self._group is not None:
            self.form.load(self._group)
            self._look()

    @Slot()
    def _look(self) -> None:
        read_only = self._actions.editing.read_only
        concealed = self._actions.editing.concealed
        chosen, today = self._chosen(), self._today()
        last = None if chosen is None else chosen.span.last
        dirty = self._group is not None and self.form.dirty
        ends = chosen is not None and chosen.span.first <= today and (last is None or last > today)
        for widget, on in (
            # A name that is hidden can't be changed: nobody would see into what.
            (self.form, not concealed),
            (self.save_button, dirty),
            (self.discard_button, dirty),
            (self.remove_button, True),
            (self.add_button, True),
            (self.renew_button, chosen is not None),
            (self.end_button, ends),
            (self.let_end_button, chosen is not None and last is not None and not chosen.is_let_end),
            (self.remove_member_button, chosen is not None),
        ):
            widget.setEnabled(on and not read_only)
            widget.setToolTip(tooltip(read_only_words()) if read_only else "")
        self.open_button.setEnabled(chosen is not None)

    def _build(self) -> None:
        self.members.setProperty("look", "field")
        self.members.setAccessibleName(self.tr("Members"))
        box = column(self, margin=GRID * 2, gap=GRID)
        box.addWidget(self.title)
        box.addWidget(self.count)
        box.addWidget(self.form)
        line = row()
        self.save_button.setProperty("look", "primary")
        for button in (self.remove_button, None, self.discard_button, self.save_button):
            if button is None:
                line.addStretch(1)
            else:
                line.addWidget(button)
        box.addLayout(line)
        box.addWidget(rule())
        box.addWidget(heading(self.tr("Members"), 0))
        box.addWidget(self.members)
        actions = QWidget()
        flow = FlowLayout(actions)
        for button in (
            self.add_button,
            self.open_button,
            self.renew_button,
            self.end_button,
            self.let_end_button,
            self.remove_member_button,
        ):
            button.setAutoDefault(False)
            flow.addWidget(button)
        box.addWidget(actions)
        box.addWidget(rule())
        box.addWidget(heading(self.tr("Kept apart from"), 0))
        box.addLayout(self._rivals)
        box.addStretch(1)

    def _connect(self) -> None:
        self.form.changed.connect(self._look)
        self.save_button.clicked.connect(self.save)
        self.discard_button.clicked.connect(self.reload)
        self.members.currentRowChanged.connect(self._look)
        self.members.itemDoubleClicked.connect(self._open)
        self.members.opened.connect(self._open)
        self.open_button.clicked.connect(self._open)
        self.add_button.clicked.connect(self._add)
        self.remove_button.clicked.connect(self._remove_group)
        self.renew_button.clicked.connect(partial(self._act, self._actions.renew))
        self.end_button.clicked.connect(partial(self._act, self._actions.end))
        self.let_end_button.clicked.connect(partial(self._act, self._actions.let_end))
        self.remove_member_button.clicked.connect(partial(self._act, self._actions.remove))

    @Slot()
    def _add(self) -> None:
        self._actions.add_member(self.group)

    @Slot()
    def _remove_group(self) -> None:
        if self._group is not None:
            self._actions.remove_group(self._group)
