"""Who somebody is: name, case, enrolment, whom and where they avoid."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QPushButton

from desktop.printing.order import in_order
from desktop.qt.editing import Editing
from desktop.services.editing import Refused
from desktop.services.ports import NotStored, Rejected
from desktop.services.removal import removal
from desktop.ui.forms.choice_fields import ManyField
from desktop.ui.forms.date_fields import SpanField
from desktop.ui.forms.form import FormItem
from desktop.ui.forms.text_fields import NoteField, TextField
from desktop.ui.people.sections.citizen_form import CitizenForm
from desktop.ui.people.sections.section import Subject
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import column, frame
from desktop.ui.widgets.text import label
from desktop.ui.words import not_stored_words

translate = QCoreApplication.translate


class MasterSection(CitizenForm):
    """Master data. Who is in no plan can be removed, which can be undone; anybody else is for Retention and
    erasure, which can't."""

    def __init__(self, editing: Editing) -> None:
        super().__init__(translate("PersonPage", "Person"), "person_saved", editing)
        self.remove = QPushButton(translate("PersonPage", "Remove person"))
        self.remove.setAutoDefault(False)
        self.head.addWidget(self.remove)
        self.problem = label("", wrap=True)
        self._problem_box = frame("problem")
        column(self._problem_box, margin=GRID).addWidget(self.problem)
        self._problem_box.hide()
        self.box.addWidget(self._problem_box)
        self.remove.clicked.connect(self.remove_person)
        self.guard(self.remove)

    def show_subject(self, subject: Subject) -> None:
        if self.subject is None or self.subject.citizen.id != subject.citizen.id:
            self._problem_box.hide()
        super().show_subject(subject)

    def choices(self, subject: Subject) -> object:
        return (
            tuple((each.id, each.name) for each in subject.unit.staff),
            tuple((each.id, each.name) for each in subject.unit.sites),
        )

    def items(self, subject: Subject) -> Sequence[FormItem]:
        staff = in_order([(each.id, each.name) for each in subject.unit.staff], lambda pair: pair[1])
        sites = in_order([(each.id, each.name) for each in subject.unit.sites], lambda pair: pair[1])
        return (
            *identity_items(),
            FormItem(
                "avoid_staff",
                translate("PersonPage", "Never planned with these staff"),
                lambda: ManyField(staff),
            ),
            FormItem(
                "avoid_sites",
                translate("PersonPage", "Never planned on these sites"),
                lambda: ManyField(sites),
                beside=True,
            ),
        )

    @Slot()
    def remove_person(self) -> None:
        """Removes the person with all that is theirs alone, where no plan names them."""
        if self.subject is None or self.read_only:
            return
        unit = self._editing.unit()
        person = next((each for each in unit.citizens if each.id == self.subject.citizen.id), None)
        if person is None:
            return
        self.discard()
        gone = removal(unit, person)
        try:
            self._editing.save("person_removed", gone.put, gone.remove)
        except (Rejected, Refused):
            self.problem.setText(
                translate(
                    "PersonPage",
                    "A week plan, or what was noted of its sessions, names this person, who can't be removed "
                    "here. Use Vault, Retention and erasure.",
                )
            )
            self._problem_box.show()
        except NotStored:
            self.problem.setText(not_stored_words())
            self._problem_box.show()
        else:
            self._problem_box.hide()
            self.said.emit(translate("PersonPage", "Removed. Ctrl+Z brings them back."))


def identity_items() -> tuple[FormItem, ...]:
    """The fields that a new person begins with, too."""
    return (
        FormItem("name", translate("PersonPage", "Name"), TextField),
        FormItem("case_number", translate("PersonPage", "Case number"), TextField, beside=True),
        FormItem("enrolled", translate("PersonPage", "With the unit"), SpanField),
        FormItem("note", translate("PersonPage", "Note"), lambda: NoteField(lines=2)),
    )
