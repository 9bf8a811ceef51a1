"""A person's threat level: what they count as and why, and every assessment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from desktop.domain.levels import LevelState
from desktop.domain.people import LevelAssessment
from desktop.domain.unit import Unit
from desktop.qt.editing import Editing
from desktop.services.people_overview import Due, due
from desktop.ui.forms.choice_fields import ChoiceField
from desktop.ui.forms.date_fields import DateField
from desktop.ui.forms.dates import day_and_distance, written_day
from desktop.ui.forms.form import FormItem
from desktop.ui.forms.text_fields import NoteField, TextField
from desktop.ui.people.person_words import why_level
from desktop.ui.people.sections.entries import Line, PartEntries
from desktop.ui.people.sections.entry_list import EntryList
from desktop.ui.people.sections.section import Subject
from desktop.ui.widgets.text import restyle
from desktop.ui.words import level_name, level_words

translate = QCoreApplication.translate


class Assessments(PartEntries[LevelAssessment]):
    key = "assessments"
    kind = LevelAssessment
    field = "assessments"
    saved_as = "level_assessed"
    removed_as = "assessment_removed"
    ask_reason = True

    def title(self) -> str:
        return translate("PersonPage", "Threat level")

    def add_text(self) -> str:
        return translate("PersonPage", "New assessment …")

    def empty(self) -> str:
        return translate(
            "PersonPage",
            "Unknown: no assessment on record. They count as the highest level until there is one.",
        )

    def listed(self, subject: Subject) -> Sequence[LevelAssessment]:
        made = subject.citizen.assessments
        return sorted(made, key=lambda each: (each.assessed_on, each.level), reverse=True)

    def line(self, subject: Subject, entry: LevelAssessment) -> Line:
        newest = entry == subject.person.assessment
        text = translate("PersonPage", "%1, assessed on %2")
        text = text.replace("%2", written_day(entry.assessed_on)).replace("%1", level_name(entry.level))
        until = translate("PersonPage", "Source: %1 · holds until %2")
        day = day_and_distance(entry.valid_until, subject.today) if newest else written_day(entry.valid_until)
        until = until.replace("%2", day).replace("%1", entry.assessed_by)
        state = ""
        if entry.assessed_on > subject.today:
            state = translate("PersonPage", "To come", "an assessment")
        elif not newest:
            state = translate("PersonPage", "Earlier", "an assessment")
        warn = newest and due(entry.valid_until, subject.today) is not Due.LATER
        return Line(text, f"{until} · {entry.note}" if entry.note else until, state, warn)

    def items(self, subject: Subject, entry: LevelAssessment | None) -> Sequence[FormItem]:
        del entry
        return level_items(subject.unit)

    def start(self, subject: Subject) -> Mapping[str, object]:
        return {"assessed_on": subject.today}


def level_items(unit: Unit) -> Sequence[FormItem]:
    """The fields of an assessment."""
    numbers = sorted({level.level for level in unit.levels})
    return (
        FormItem(
            "level",
            translate("PersonPage", "Level"),
            lambda: ChoiceField([(number, level_name(number)) for number in numbers]),
        ),
        FormItem(
            "assessed_by",
            translate("PersonPage", "Source: who assessed it"),
            TextField,
            beside=True,
        ),
        FormItem("assessed_on", translate("PersonPage", "Assessed on"), DateField),
        FormItem("valid_until", translate("PersonPage", "Holds until"), DateField),
        FormItem("note", translate("PersonPage", "Note"), lambda: NoteField(lines=2)),
    )


class LevelSection(EntryList[LevelAssessment]):
    """The assessments, below what the person counts as and why."""

    def __init__(self, editing: Editing) -> None:
        super().__init__(Assessments(), editing)
        self.intro.show()

    def show_subject(self, subject: Subject) -> None:
        super().show_subject(subject)
        level, newest = subject.person.level, subject.person.assessment
        counts = translate("PersonPage", "Counts as: %1.").replace(
            "%1", level_words(level.level, level.state)
        )
        why = why_level(level, newest, subject.today)
        self.intro.setText(f"{counts} {why}" if newest is not None else counts)
        soon = newest is not None and due(newest.valid_until, subject.today) is not Due.LATER
        doubt = level.state is not LevelState.CURRENT or not level.measured
        self.intro.setProperty("look", "warn" if soon or doubt else "muted")
        restyle(self.intro)
