"""A card that edits fields of the citizen in a form that is always open; save and undo come with a change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.domain.people import Citizen
from desktop.qt.editing import Editing
from desktop.services.change_labels import ChangeLabel
from desktop.services.concealing import HIDEABLE
from desktop.ui.forms.form import Form, FormItem
from desktop.ui.forms.saving import saved
from desktop.ui.people.sections.section import Section, Subject, concealed_text
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import row
from desktop.ui.widgets.text import label, tooltip
from desktop.ui.words import read_only_words

translate = QCoreApplication.translate
HIDDEN_WHEN_CONCEALED = HIDEABLE | {"name", "case_number"}


class CitizenForm(Section):
    """``label_key`` is the label of the change. Enter saves, Esc brings back what is on record."""

    def __init__(self, title: str, label_key: ChangeLabel, editing: Editing) -> None:
        super().__init__(title, read_only=editing.read_only)
        self._label = label_key
        self._editing = editing
        self._shown: Citizen | None = None
        self._choices: object = None
        self.form: Form[Citizen] | None = None
        self.bar = QWidget()
        self.save_button = QPushButton(translate("PersonPage", "Save"))
        self.cancel_button = QPushButton(translate("PersonPage", "Cancel"))
        self.unsaved = label(translate("PersonPage", "Not saved yet"), "warn")
        self._build()

    def items(self, subject: Subject) -> Sequence[FormItem]:
        """The fields."""
        raise NotImplementedError

    def choices(self, subject: Subject) -> object:
        """What the fields offer: where it differs, the form is made anew."""
        del subject
        return None

    @property
    def dirty(self) -> bool:
        return self.form is not None and self.form.dirty

    def show_subject(self, subject: Subject) -> None:
        super().show_subject(subject)
        other = self._shown is None or subject.citizen.id != self._shown.id
        if self.dirty and not other:
            return
        choices = self.choices(subject)
        if self.form is None or choices != self._choices:
            self._choices = choices
            self._make(subject)
        assert self.form is not None
        self._shown = subject.citizen
        self.form.load(subject.citizen)
        self._guard_fields()
        self._judge()

    def discard(self) -> None:
        if self.form is not None and self._shown is not None:
            self.form.load(self._shown)
        self._judge()

    def go_to_unsaved(self) -> None:
        self.unsaved.setText(translate("PersonPage", "Save this or cancel it first."))
        if self.form is not None:
            next(iter(self.form.fields.values())).setFocus()

    @Slot()
    def save(self) -> None:
        """Saves what was changed, on top of what others have changed of the citizen meanwhile."""
        if self.form is None or self.subject is None:
            return
        built = self.form.build()
        if built is None:
            return
        changes: dict[str, Any] = {name: getattr(built, name) for name in self.form.fields}
        now = replace(self.subject.citizen, **changes)
        # What is saved is what stands there: the refresh that comes with it finds nothing unsaved.
        before, self._shown = self._shown, now
        self.form.load(now)
        faults = saved(self._editing, self._label, (now,))
        if faults:
            assert before is not None
            self._shown = before
            self.form.load(before)
            for name, value in changes.items():
                self.form.fields[name].set_value(value)
            self.form.show_faults(faults)
        self._judge()

    @Slot()
    def cancel(self) -> None:
        """Brings back what is on record."""
        self.discard()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.dirty:
            self.save()
        elif event.key() == Qt.Key.Key_Escape and self.dirty:
            self.cancel()
        else:
            super().keyPressEvent(event)

    def _make(self, subject: Subject) -> None:
        if self.form is not None:
            self.box.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
        self.form = Form(Citizen, self.items(subject))
        self.form.changed.connect(self._judge)
        self.box.insertWidget(1, self.form)

    def _guard_fields(self) -> None:
        assert self.form is not None
        for name, field in self.form.fields.items():
            hidden = self._editing.concealed and name in HIDDEN_WHEN_CONCEALED
            field.setEnabled(not self.read_only and not hidden)
            why = read_only_words() if self.read_only else concealed_text() if hidden else ""
            field.setToolTip(tooltip(why))

    @Slot()
    def _judge(self) -> None:
        if not self.dirty:
            self.unsaved.setText(translate("PersonPage", "Not saved yet"))
        self.bar.setVisible(self.dirty)

    def _build(self) -> None:
        line = row(self.bar, gap=GRID)
        self.save_button.setProperty("look", "primary")
        for button in (self.save_button, self.cancel_button):
            button.setAutoDefault(False)
            line.addWidget(button)
        line.addWidget(self.unsaved, 1)
        self.box.addWidget(self.bar)
        self.bar.hide()
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.cancel)
