"""The groups that a person belongs to, and whom they must not meet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.domain.conflicts import Membership, Scope, Separation
from desktop.domain.time import DateSpan
from desktop.printing.kind_words import scope_text
from desktop.printing.order import in_order
from desktop.services.ids import random_ids
from desktop.services.rivalries import cautious_gap
from desktop.services.telling_apart import told_apart
from desktop.ui.forms.choice_fields import ChoiceField
from desktop.ui.forms.date_fields import SpanField
from desktop.ui.forms.dates import span_text
from desktop.ui.forms.form import Form, FormItem
from desktop.ui.forms.number_fields import NumberField
from desktop.ui.forms.scope import watch_scope
from desktop.ui.forms.text_fields import NoteField, TextField
from desktop.ui.people.person_words import span_state_text
from desktop.ui.people.sections.entries import Line, OwnEntries
from desktop.ui.people.sections.section import Subject

translate = QCoreApplication.translate


class Memberships(OwnEntries[Membership]):
    key = "memberships"
    kind = Membership
    saved_as = "membership_saved"
    removed_as = "membership_removed"

    def title(self) -> str:
        return translate("PersonPage", "Conflict groups")

    def add_text(self) -> str:
        return translate("PersonPage", "Add group …")

    def empty(self) -> str:
        return translate(
            "PersonPage", "Unknown: no conflict group on record. That does not mean that there is none."
        )

    def listed(self, subject: Subject) -> Sequence[Membership]:
        own = [each for each in subject.unit.memberships if each.citizen == subject.citizen.id]
        return sorted(own, key=lambda each: (each.span.first, each.id), reverse=True)

    def line(self, subject: Subject, entry: Membership) -> Line:
        name = next((group.name for group in subject.unit.groups if group.id == entry.group), entry.group)
        return Line(
            f"{name}, {span_text(entry.span)}",
            source_text(entry.source),
            span_state_text(entry.span, subject.today),
        )

    def items(self, subject: Subject, entry: Membership | None) -> Sequence[FormItem]:
        del entry
        groups = in_order([(group.id, group.name) for group in subject.unit.groups], lambda pair: pair[1])
        return (
            FormItem("group", translate("PersonPage", "Group"), lambda: ChoiceField(groups)),
            FormItem("span", translate("PersonPage", "Member"), SpanField),
            FormItem("source", translate("PersonPage", "Source"), TextField),
        )

    def start(self, subject: Subject) -> Mapping[str, object]:
        return {
            "id": random_ids()("membership"),
            "citizen": subject.citizen.id,
            "span": DateSpan(subject.today),
        }


class Separations(OwnEntries[Separation]):
    """Those of the person, and those of their groups, which are changed on the page of conflicts."""

    key = "separations"
    kind = Separation
    saved_as = "separation_saved"
    removed_as = "separation_removed"
    ask_reason = True

    def title(self) -> str:
        return translate("PersonPage", "Kept apart from")

    def add_text(self) -> str:
        return translate("PersonPage", "Keep apart from …")

    def empty(self) -> str:
        return translate("PersonPage", "No separation is on record, neither of them nor of their groups.")

    def listed(self, subject: Subject) -> Sequence[Separation]:
        sides = {subject.citizen.id, *_groups(subject)}
        found = [each for each in subject.unit.separations if sides & {each.side_a, each.side_b}]
        return sorted(
            found,
            key=lambda each: (
                not self.editable(subject, each),
                not each.span.holds(subject.today),
                each.span.first,
                each.id,
            ),
        )

    def line(self, subject: Subject, entry: Separation) -> Line:
        names = told_apart(subject.unit.citizens)
        names |= {each.id: each.name for each in subject.unit.groups}
        own = self.editable(subject, entry)
        mine = {subject.citizen.id} if own else set(_groups(subject))
        other = entry.side_b if entry.side_a in mine else entry.side_a
        text = f"{names.get(other, other)}: {scope_text(entry.scope)}"
        if entry.gap_minutes:
            gap = translate("PersonPage", "%1 minutes between").replace("%1", str(entry.gap_minutes))
            text = f"{text}, {gap}"
        if not own:
            through = entry.side_a if other == entry.side_b else entry.side_b
            said = translate("PersonPage", "%2 (through %1)").replace("%1", names.get(through, through))
            text = said.replace("%2", text)
        parts = (span_text(entry.span), entry.reason, source_text(entry.source))
        state = span_state_text(entry.span, subject.today)
        # What has run out is looked at again, not silently dropped.
        over = entry.span.last is not None and entry.span.last < subject.today
        return Line(text, " · ".join(part for part in parts if part), state, over)

    def items(self, subject: Subject, entry: Separation | None) -> Sequence[FormItem]:
        me = subject.citizen.id
        people = in_order(told_apart(subject.unit.citizens).items(), lambda pair: pair[1])
        groups = in_order([(each.id, each.name) for each in subject.unit.groups], lambda pair: pair[1])
        others = [pair for pair in (*groups, *people) if pair[0] != me]
        side = "side_a" if entry is not None and entry.side_a != me else "side_b"
        return (
            FormItem(side, translate("PersonPage", "Group or person"), lambda: ChoiceField(others)),
            FormItem(
                "scope",
                translate("PersonPage", "How far apart"),
                lambda: ChoiceField([(scope, scope_text(scope)) for scope in Scope]),
            ),
            FormItem(
                "gap_minutes",
                translate("PersonPage", "Minutes between two stays on a site"),
                lambda: NumberField(0, 1440, unit=translate("PersonPage", "minutes"), stride=15),
            ),
            FormItem("span", translate("PersonPage", "In force"), SpanField),
            FormItem(
                "reason",
                translate("PersonPage", "Why they must not meet"),
                lambda: NoteField(lines=2),
            ),
            FormItem("source", translate("PersonPage", "Source"), TextField),
        )

    def start(self, subject: Subject) -> Mapping[str, object]:
        return {
            "id": random_ids()("separation"),
            "side_a": subject.citizen.id,
            "scope": Scope.SITE,
            "gap_minutes": cautious_gap(subject.unit),
            "span": DateSpan(subject.today),
        }

    def watch(self, form: Form[Any], subject: Subject) -> None:
        watch_scope(form, lambda: cautious_gap(subject.unit))

    def editable(self, subject: Subject, entry: Separation) -> bool:
        return subject.citizen.id in (entry.side_a, entry.side_b)


def source_text(source: str) -> str:
    """Where something is known from; unknown where nobody said so."""
    if not source.strip():
        return translate("PersonPage", "Source unknown")
    return translate("PersonPage", "Source: %1").replace("%1", source)


def _groups(subject: Subject) -> tuple[str, ...]:
    return tuple(
        each.group
        for each in subject.unit.memberships
        if each.citizen == subject.citizen.id and (each.span.last is None or each.span.last >= subject.today)
    )
