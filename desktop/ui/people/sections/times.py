"""When a person can come: the week as it usually is, and the days on which it is not so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta

from PySide6.QtCore import QCoreApplication

from desktop.domain.people import Absence, AbsenceKind
from desktop.domain.time import TimeSpan
from desktop.printing.kind_words import absence_text
from desktop.qt.editing import Editing
from desktop.services.ids import random_ids
from desktop.ui.forms.choice_fields import ChoiceField
from desktop.ui.forms.date_fields import TimeSpanField
from desktop.ui.forms.dates import moments_text
from desktop.ui.forms.form import FormItem
from desktop.ui.forms.text_fields import NoteField
from desktop.ui.forms.week_field import WeekPatternField
from desktop.ui.people.sections.citizen_form import CitizenForm
from desktop.ui.people.sections.entries import Line, OwnEntries
from desktop.ui.people.sections.section import Subject

translate = QCoreApplication.translate


class AvailabilitySection(CitizenForm):
    """The week, painted."""

    def __init__(self, editing: Editing) -> None:
        super().__init__(translate("PersonPage", "Can come"), "availability_saved", editing)

    def choices(self, subject: Subject) -> object:
        return subject.unit.settings.slot_minutes

    def items(self, subject: Subject) -> Sequence[FormItem]:
        empty = translate("PersonPage", "Unknown when they can come: nothing is planned.")
        slot = subject.unit.settings.slot_minutes
        return (
            FormItem(
                "availability",
                translate("PersonPage", "In a usual week"),
                lambda: WeekPatternField(empty=empty, slot_minutes=slot),
                translate("PersonPage", "Drag to paint, or arrow keys and Space."),
            ),
        )


class Absences(OwnEntries[Absence]):
    key = "absences"
    kind = Absence
    saved_as = "absence_saved"
    removed_as = "absence_removed"

    def title(self) -> str:
        return translate("PersonPage", "Cannot come: exceptions by date")

    def add_text(self) -> str:
        return translate("PersonPage", "Add exception …")

    def empty(self) -> str:
        return translate("PersonPage", "No exceptions are on record: the usual week holds.")

    def listed(self, subject: Subject) -> Sequence[Absence]:
        own = [each for each in subject.unit.absences if each.person == subject.citizen.id]
        return sorted(own, key=lambda each: (each.span.start, each.id), reverse=True)

    def line(self, subject: Subject, entry: Absence) -> Line:
        state = ""
        if entry.span.end <= datetime.combine(subject.today, time()):
            state = translate("PersonPage", "Over", "an absence")
        elif entry.span.start.date() > subject.today:
            state = translate("PersonPage", "To come", "an absence")
        return Line(f"{moments_text(entry.span)} · {absence_text(entry.kind)}", entry.note, state)

    def items(self, subject: Subject, entry: Absence | None) -> Sequence[FormItem]:
        del subject, entry
        return (
            FormItem(
                "kind",
                translate("PersonPage", "Why"),
                lambda: ChoiceField([(kind, absence_text(kind)) for kind in AbsenceKind]),
            ),
            FormItem("span", translate("PersonPage", "When"), TimeSpanField),
            FormItem("note", translate("PersonPage", "Note"), lambda: NoteField(lines=2)),
        )

    def start(self, subject: Subject) -> Mapping[str, object]:
        midnight = datetime.combine(subject.today, time())
        return {
            "id": random_ids()("absence"),
            "person": subject.citizen.id,
            "span": TimeSpan(midnight, midnight + timedelta(days=1)),
        }
