"""How many hours a person can carry: what holds now, when it is looked at again, and what held before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from desktop.domain.people import HoursCap
from desktop.domain.time import DAY_MINUTES, DateSpan
from desktop.qt.editing import Editing
from desktop.services.people_overview import Due, due, standing
from desktop.ui.forms.date_fields import DateField, SpanField
from desktop.ui.forms.dates import day_and_distance, span_text
from desktop.ui.forms.form import FormItem
from desktop.ui.forms.number_fields import HoursField
from desktop.ui.forms.text_fields import NoteField, TextField
from desktop.ui.people.person_words import span_state_text
from desktop.ui.people.sections.entries import Line, PartEntries
from desktop.ui.people.sections.entry_list import EntryList
from desktop.ui.people.sections.section import Subject
from desktop.ui.widgets.text import restyle
from desktop.ui.words import minutes_as_hours

translate = QCoreApplication.translate


class Caps(PartEntries[HoursCap]):
    key = "caps"
    kind = HoursCap
    field = "caps"
    saved_as = "hours_decided"
    removed_as = "hours_removed"
    ask_reason = True

    def title(self) -> str:
        return translate("PersonPage", "Weekly hours")

    def add_text(self) -> str:
        return translate("PersonPage", "New decision …")

    def empty(self) -> str:
        return translate(
            "PersonPage",
            "Unknown: no weekly hours on record. Nothing that counts as hours is planned until there are.",
        )

    def listed(self, subject: Subject) -> Sequence[HoursCap]:
        return sorted(subject.citizen.caps, key=lambda cap: cap.span.first, reverse=True)

    def line(self, subject: Subject, entry: HoursCap) -> Line:
        text = translate("PersonPage", "%1 hours a week, %2 a day, %3")
        text = text.replace("%1", minutes_as_hours(entry.weekly_minutes))
        text = text.replace("%2", minutes_as_hours(entry.daily_minutes)).replace("%3", span_text(entry.span))
        by = translate("PersonPage", "Decided by %1").replace("%1", entry.decided_by)
        over = entry.span.last is not None and entry.span.last < subject.today
        parts = [by]
        if entry.review_on is not None and not over:
            again = translate("PersonPage", "review on %1")
            parts.append(again.replace("%1", day_and_distance(entry.review_on, subject.today)))
        parts += [entry.note] if entry.note else []
        late = entry.review_on is not None and due(entry.review_on, subject.today) is Due.OVER
        return Line(text, " · ".join(parts), span_state_text(entry.span, subject.today), late and not over)

    def items(self, subject: Subject, entry: HoursCap | None) -> Sequence[FormItem]:
        del subject, entry
        return hours_items()

    def start(self, subject: Subject) -> Mapping[str, object]:
        return {"span": DateSpan(subject.today), "review_on": None}


def hours_items() -> Sequence[FormItem]:
    """The fields of a decision on hours."""
    return (
        FormItem("weekly_minutes", translate("PersonPage", "Hours a week"), HoursField),
        FormItem(
            "daily_minutes",
            translate("PersonPage", "Hours a day"),
            lambda: HoursField(DAY_MINUTES),
            beside=True,
        ),
        FormItem("span", translate("PersonPage", "In force"), SpanField),
        FormItem("decided_by", translate("PersonPage", "Decided by"), TextField),
        FormItem(
            "review_on",
            translate("PersonPage", "Look at it again on"),
            lambda: DateField(none=translate("PersonPage", "Not set")),
        ),
        FormItem("note", translate("PersonPage", "Note"), lambda: NoteField(lines=2)),
    )


class HoursSection(EntryList[HoursCap]):
    """The decisions, below a sentence on what holds."""

    def __init__(self, editing: Editing) -> None:
        super().__init__(Caps(), editing)
        self.intro.show()

    def show_subject(self, subject: Subject) -> None:
        super().show_subject(subject)
        self.intro.setText(_now(subject))
        review = subject.person.next_review
        late = review is not None and due(review, subject.today) is not Due.LATER
        self.intro.setProperty("look", "warn" if late else "muted")
        self.intro.setVisible(bool(subject.citizen.caps))
        restyle(self.intro)


def _now(subject: Subject) -> str:
    held = [cap for cap in subject.citizen.caps if standing(cap.span, subject.today).value == "current"]
    if not held:
        text = translate("PersonPage", "Nothing on record holds today: unknown, and no hours are planned.")
    else:
        text = translate("PersonPage", "Today: at most %1 hours a week.")
        text = text.replace("%1", minutes_as_hours(min(cap.weekly_minutes for cap in held)))
    review = subject.person.next_review
    if review is None:
        again = translate("PersonPage", "No review is set.")
    else:
        again = translate("PersonPage", "Next review: %1.")
        again = again.replace("%1", day_and_distance(review, subject.today))
    return f"{text} {again}"
