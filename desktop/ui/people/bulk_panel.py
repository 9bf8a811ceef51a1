"""Several people are chosen: one change for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from desktop.printing.words import people_text
from desktop.qt.editing import Editing
from desktop.services.telling_apart import told_apart
from desktop.ui.forms.form import Form
from desktop.ui.forms.saving import saved
from desktop.ui.people.bulk_actions import BulkAction, bulk_actions
from desktop.ui.people.list_rows import ListRow
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import column, frame, row, scrolled
from desktop.ui.widgets.tab_order import lead_through
from desktop.ui.widgets.text import heading, label, tooltip
from desktop.ui.words import listed, read_only_words

translate = QCoreApplication.translate
FEW = 12


class BulkPanel(QWidget):
    """``said`` carries a sentence for the window's foot."""

    said = Signal(str)

    def __init__(self, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editing = editing
        self._actions: tuple[BulkAction, ...] = bulk_actions()
        self._people: tuple[str, ...] = ()
        self._today = date.min
        self.title = heading("", 2)
        self.who = label("", "muted", wrap=True)
        self.action = QComboBox()
        self.apply = QPushButton()
        self.told = label("", wrap=True)
        self._told_box = frame("calm")
        self.form: Form[Any] | None = None
        self._build()

    @property
    def dirty(self) -> bool:
        return self.form is not None and self.form.dirty

    def show_people(self, rows: Sequence[ListRow], today: date) -> None:
        """Shows for whom it will be done."""
        ids = tuple(each.id for each in rows)
        if ids != self._people:
            self._told_box.hide()
        self._people, self._today = ids, today
        self.title.setText(self.tr("%1 are chosen").replace("%1", people_text(len(rows))))
        # Two of one name among all, not among the chosen alone: the other one may be meant.
        called = told_apart(self._editing.unit().citizens)
        names = [called.get(each.id, each.name) for each in rows[:FEW]]
        if len(rows) > FEW:
            names.append(self.tr("%1 more").replace("%1", str(len(rows) - FEW)))
        self.who.setText(listed(names))
        self.apply.setText(self.tr("Do it for %1").replace("%1", people_text(len(rows))))
        if self.form is None:
            self._make()

    def begin_anew(self) -> None:
        """Drops what was typed, and asks for it with the names that the screen may show by now."""
        if self.form is not None:
            self._make()

    @Slot()
    def apply_now(self) -> None:
        """Makes the one change for all of them."""
        if self.form is None or self._editing.read_only:
            return
        built = self.form.build()
        if built is None:
            return
        action = self._chosen()
        if action.rewrites and self._editing.concealed:
            self.told.setText(
                translate("BulkHours", "Names are concealed. Show them first: entries on record change.")
            )
            self._told_box.show()
            return
        bulk = action.make(self._editing.unit(), self._people, built)
        people = len(self._people)
        if bulk.put or bulk.remove:
            faults = saved(self._editing, action.label, bulk.put, bulk.remove)
            if faults:
                self.form.show_faults(faults)
                return
        self._tell(people - len(bulk.unchanged), len(bulk.unchanged))
        self._make()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.apply_now()
        else:
            super().keyPressEvent(event)

    def _tell(self, done: int, unchanged: int) -> None:
        text = self.tr("Done for %1.").replace("%1", people_text(done)) if done else ""
        if unchanged:
            more = self.tr("It was so already for %1.").replace("%1", people_text(unchanged))
            text = f"{text} {more}".strip()
        if done:
            back = self.tr("Ctrl+Z undoes it for all of them.")
            text = f"{text} {back}"
        self.told.setText(text)
        self._told_box.show()
        self.said.emit(text)

    def _chosen(self) -> BulkAction:
        return self._actions[max(0, self.action.currentIndex())]

    @Slot()
    def _make(self) -> None:
        """A fresh form for the chosen action."""
        if self.form is not None:
            self._box.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
        action = self._chosen()
        self.form = Form(action.kind, action.items(self._editing.unit()))
        self.form.start(**action.start(self._today))
        self._box.insertWidget(self._box.indexOf(self.action) + 1, self.form)
        lead_through(self.action, self.form, self.apply)
        self.form.setEnabled(not self._editing.read_only)

    def _build(self) -> None:
        content = QWidget()
        column(self).addWidget(scrolled(content))
        self._box = column(content, margin=GRID * 3, gap=GRID * 2)
        self.action.addItems([action.title for action in self._actions])
        self.action.setAccessibleName(self.tr("What to do for all of them"))
        self.apply.setProperty("look", "primary")
        self.apply.setAutoDefault(False)
        column(self._told_box, margin=GRID).addWidget(self.told)
        self._told_box.hide()
        foot = row()
        foot.addWidget(self.apply)
        foot.addStretch(1)
        for widget in (self.title, self.who, self.action):
            self._box.addWidget(widget)
        self._box.addLayout(foot)
        self._box.addWidget(self._told_box)
        self._box.addStretch(1)
        self.action.currentIndexChanged.connect(self._on_action)
        self.apply.clicked.connect(self.apply_now)
        # What was told need not be true after another change: it may have been undone.
        self._editing.changed.connect(self._told_box.hide)
        if self._editing.read_only:
            for control in (self.action, self.apply):
                control.setEnabled(False)
                control.setToolTip(tooltip(read_only_words()))

    @Slot()
    def _on_action(self) -> None:
        self._told_box.hide()
        if self._people:
            self._make()
