"""A form with every kind of field, for tests and pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from PySide6.QtWidgets import QLineEdit

from desktop.domain.conflicts import Scope
from desktop.domain.errors import blank, none_in, outside, refuse
from desktop.domain.people import HoursCap
from desktop.domain.time import DateSpan, TimeSpan, WeeklyBlock
from desktop.printing.words import hours_text
from desktop.ui.forms.choice_fields import ChoiceField, ManyField
from desktop.ui.forms.date_fields import DateField, MomentField, SpanField, TimeSpanField
from desktop.ui.forms.dates import written_day
from desktop.ui.forms.form import Form, FormItem
from desktop.ui.forms.number_fields import HoursField, LengthsField, MoneyField, NumberField
from desktop.ui.forms.rows_field import RowsField
from desktop.ui.forms.tags_field import TagsField
from desktop.ui.forms.text_fields import NoteField, SwitchField, TextField
from desktop.ui.forms.week_field import WeekPatternField

SINCE = DateSpan(date(2026, 1, 5))
SCOPES = ((Scope.SESSION, "Never in one session"), (Scope.SITE, "Never on one site"))
KNOWN = (("alarm", "alarm"), ("two_exits", "two exits"), ("kitchen", "kitchen"))
PEOPLE = tuple((f"c{number}", f"Borger {number}") for number in range(1, 31))
ROOMS = tuple((f"r{number}", f"Lokale {number}") for number in range(1, 6))


@dataclass(frozen=True, slots=True)
class Everything:
    """One attribute for each kind of field."""

    id: str
    name: str
    note: str = ""
    seats: int | None = None
    weekly: int = 450
    day: date = date(2026, 11, 26)
    review: date | None = None
    span: DateSpan = SINCE
    seen: datetime = datetime(2026, 11, 26, 9, 30)  # noqa: DTZ001 local wall-clock time
    away: TimeSpan = field(
        default=TimeSpan(datetime(2026, 11, 27, 8), datetime(2026, 11, 27, 16))  # noqa: DTZ001 local wall-clock time
    )
    scope: Scope = Scope.SITE
    person: str | None = None
    rooms: tuple[str, ...] | None = ("r1", "r3")
    features: frozenset[str] = frozenset({"alarm", "kitchen"})
    counts: bool = True
    cost: int = 12_500
    lengths: tuple[int, ...] = (60, 90)
    caps: tuple[HoursCap, ...] = (HoursCap(SINCE, 1350, 360, "Enheden"),)
    availability: tuple[WeeklyBlock, ...] = (
        *(WeeklyBlock(day, 480, 960) for day in range(4)),
        WeeklyBlock(4, 480, 725),
    )

    def __post_init__(self) -> None:
        refuse(
            self,
            blank("name", self.name),
            outside("weekly", self.weekly, 0, 2220),
            none_in("lengths", self.lengths),
        )


def cap_form() -> Form[HoursCap]:
    return Form(
        HoursCap,
        (
            FormItem("span", "In force", SpanField),
            FormItem("weekly_minutes", "A week", HoursField),
            FormItem("daily_minutes", "A day", lambda: HoursField(1440), beside=True),
            FormItem("decided_by", "Decided by", TextField),
            FormItem("review_on", "Review", lambda: DateField(none="Not set")),
        ),
    )


def describe_cap(cap: HoursCap) -> str:
    return f"{written_day(cap.span.first)}: {hours_text(cap.weekly_minutes / 60)}, {cap.decided_by}"


def items() -> Sequence[FormItem]:
    return (
        FormItem("name", "Name", TextField, "As it stands in the case system.", section="Person"),
        FormItem("note", "Note", NoteField),
        FormItem("seats", "Seats", lambda: NumberField(1, 40, unit="people", none="Unknown")),
        FormItem("weekly", "Hours a week", HoursField, beside=True),
        FormItem("day", "Assessed on", DateField, section="Time"),
        FormItem("review", "Review on", lambda: DateField(none="Unknown")),
        FormItem("span", "In force", SpanField),
        FormItem("seen", "Seen", MomentField),
        FormItem("away", "Away", TimeSpanField),
        FormItem("scope", "How far apart", lambda: ChoiceField(SCOPES), section="Choices"),
        FormItem("person", "Contact", lambda: ChoiceField(PEOPLE, none="Unknown"), beside=True),
        FormItem("rooms", "Rooms", lambda: ManyField(ROOMS, none="Any room will do")),
        FormItem("features", "Features", lambda: TagsField(KNOWN)),
        FormItem("counts", "Counts as activation", SwitchField),
        FormItem("cost", "Cost of a session", MoneyField),
        FormItem("lengths", "Lengths", LengthsField, beside=True),
        FormItem("caps", "Weekly hours", lambda: RowsField(cap_form, describe_cap), section="History"),
        FormItem("availability", "Can come", WeekPatternField),
    )


def demo_form() -> Form[Everything]:
    return Form(Everything, items())


def spoil(form: Form[Everything]) -> None:
    """Types what cannot be kept into every field that takes it."""
    fields = form.fields
    for name, text in (
        ("name", ""), ("seats", "99"), ("weekly", "abc"), ("day", "31-02-2026"), ("lengths", "")
    ):  # fmt: skip
        edit = fields[name].focus
        assert isinstance(edit, QLineEdit)
        edit.setText(text)
    span, seen, person, caps = fields["span"], fields["seen"], fields["person"], fields["caps"]
    assert isinstance(span, SpanField) and isinstance(seen, MomentField)
    assert isinstance(person, ChoiceField) and isinstance(caps, RowsField)
    span.last.set_value(date(2025, 12, 24))
    seen.clock.setText("99")
    person.combo.setEditText("Nobody")
    caps.add_line()
    fields["rooms"].set_value(None)
    fields["availability"].set_value(())
