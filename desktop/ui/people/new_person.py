"""Somebody new: the few fields that are needed to begin with."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.domain.people import Citizen
from desktop.domain.time import DateSpan
from desktop.qt.editing import Editing
from desktop.services.ids import random_ids
from desktop.ui.forms.form import Form
from desktop.ui.forms.saving import saved
from desktop.ui.people.sections.master import identity_items
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import column, row, scrolled
from desktop.ui.widgets.text import heading, label


class NewPerson(QWidget):
    """``made`` carries the new id, ``left`` that nobody was added."""

    made = Signal(str)
    left = Signal()

    def __init__(self, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editing = editing
        self.form: Form[Citizen] = Form(Citizen, identity_items())
        self.save_button = QPushButton(self.tr("Add person"))
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self._build()

    @property
    def dirty(self) -> bool:
        return self.form.dirty

    def begin(self, today: date) -> None:
        """Begins with empty fields."""
        self.form.start(id=random_ids()("citizen"), name="", case_number="", enrolled=DateSpan(today))
        next(iter(self.form.fields.values())).setFocus()

    @Slot()
    def save(self) -> None:
        """Adds the person, or shows what stands in the way."""
        built = self.form.build()
        if built is None:
            return
        faults = saved(self._editing, "person_added", (built,))
        if faults:
            self.form.show_faults(faults)
        else:
            self.made.emit(built.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        content = QWidget()
        column(self).addWidget(scrolled(content))
        box = column(content, margin=GRID * 3, gap=GRID * 2)
        box.addWidget(heading(self.tr("New person"), 2))
        text = self.tr(
            "Hours, threat level, groups and times are filled in next, on the person's page. Until then they "
            "are unknown, and the planner stays on the safe side."
        )
        box.addWidget(label(text, "muted", wrap=True))
        box.addWidget(self.form)
        foot = row()
        self.save_button.setProperty("look", "primary")
        for button in (self.save_button, self.cancel_button):
            button.setAutoDefault(False)
            foot.addWidget(button)
        foot.addStretch(1)
        box.addLayout(foot)
        box.addStretch(1)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.left)
