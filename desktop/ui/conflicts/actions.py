"""What a coordinator does with groups, memberships and separations: a form each, one change each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.conflicts import ConflictGroup, Membership, Scope, Separation
from desktop.domain.consistency import UnitFault
from desktop.domain.errors import DomainError
from desktop.domain.time import DateSpan
from desktop.domain.unit import Entity, Unit
from desktop.printing.kind_words import scope_text
from desktop.printing.order import in_order
from desktop.printing.words import with_capital
from desktop.qt.editing import Editing
from desktop.services.change_labels import ChangeLabel
from desktop.services.conflict_edits import Decision, Ending, Renewal, ended, let_end, next_span, renewed
from desktop.services.ids import NewId
from desktop.services.removal import removal
from desktop.services.rivalries import cautious_gap
from desktop.services.telling_apart import told_apart
from desktop.ui.conflicts.words import Names, members_text
from desktop.ui.forms.choice_fields import ChoiceField
from desktop.ui.forms.date_fields import DateField, SpanField
from desktop.ui.forms.dialog import FormDialog
from desktop.ui.forms.form import Form, FormItem
from desktop.ui.forms.number_fields import NumberField
from desktop.ui.forms.saving import saved, saving
from desktop.ui.forms.scope import watch_scope
from desktop.ui.forms.text_fields import NameField, NoteField, TextField

translate = QCoreApplication.translate
DAY_MINUTES = 24 * 60
Record = Separation | Membership


def separation_items() -> list[FormItem]:
    """The fields of a separation, without its two sides."""
    scopes = [(each, with_capital(scope_text(each))) for each in (Scope.SITE, Scope.SESSION)]
    return [
        FormItem("scope", translate("Conflicts", "How far apart"), lambda: ChoiceField(scopes)),
        FormItem(
            "gap_minutes",
            translate("Conflicts", "Time between their stays on a site"),
            lambda: NumberField(0, 7 * DAY_MINUTES, unit=translate("Conflicts", "minutes"), stride=15),
        ),
        FormItem("span", translate("Conflicts", "Holds"), SpanField),
        FormItem("source", translate("Conflicts", "Source"), TextField),
        FormItem("reason", translate("Conflicts", "Reason"), lambda: NoteField(lines=2)),
    ]


@dataclass(frozen=True, slots=True)
class Actions:
    """``parent`` is what the dialogs stand over. Titles of dialogs hold no names: others see them."""

    editing: Editing
    today: Callable[[], date]
    new_id: NewId
    parent: QWidget

    def save(
        self, label: ChangeLabel, put: Iterable[Entity] = (), remove: Iterable[Entity] = (), reason: str = ""
    ) -> Sequence[UnitFault]:
        """One change; what does not hold, where nothing was changed."""
        return saved(self.editing, label, put, remove, reason=reason)

    def add_group(self) -> bool:
        form: Form[ConflictGroup] = Form(ConflictGroup, group_items(self.editing.unit))
        form.start(id=self.new_id("group"))
        title = translate("Conflicts", "New conflict group")
        return self._ask(title, form, saving(self.editing, "group_saved"), reason=False)

    def add_member(self, group: str) -> bool:
        unit = self.editing.unit()
        there = {each.citizen for each in unit.memberships if each.group == group and each.span.last is None}
        people = [person for person in _people(unit) if person[0] not in there]
        items = [
            FormItem("citizen", translate("Conflicts", "Person"), lambda: ChoiceField(people)),
            FormItem("span", translate("Conflicts", "Belongs to it"), SpanField),
            FormItem("source", translate("Conflicts", "Source"), TextField),
        ]
        form: Form[Membership] = Form(Membership, items)
        form.start(id=self.new_id("membership"), group=group, span=DateSpan(self.today()))
        title = translate("Conflicts", "New member")
        return self._ask(title, form, saving(self.editing, "member_saved"), reason=False)

    def add_separation(self) -> bool:
        """Asks for both sides, too."""
        sides = _sides(self.editing.unit())
        items = [
            FormItem("side_a", translate("Conflicts", "One side"), lambda: ChoiceField(sides)),
            FormItem(
                "side_b",
                translate("Conflicts", "Other side"),
                lambda: ChoiceField(sides),
                translate("Conflicts", "The same group twice keeps its own members apart."),
            ),
            *separation_items(),
        ]
        form: Form[Separation] = Form(Separation, items)
        gap = cautious_gap(self.editing.unit())
        form.start(
            id=self.new_id("separation"), scope=Scope.SITE, gap_minutes=gap, span=DateSpan(self.today())
        )
        watch_scope(form, lambda: gap)
        title = translate("Conflicts", "New separation")
        return self._ask(title, form, saving(self.editing, "separation_saved"), reason=False)

    def renew(self, records: Sequence[Record]) -> bool:
        """Lets each go on as another one after it."""
        items = [
            FormItem("span", translate("Conflicts", "Goes on"), SpanField, self._names(records)),
            FormItem(
                "source",
                translate("Conflicts", "Source"),
                TextField,
                translate("Conflicts", "Who says that it goes on. What was on record stays there."),
            ),
        ]
        form: Form[Renewal] = Form(Renewal, items)
        # The earliest of them: to be kept apart twice does no harm, a day without does.
        form.start(span=min((next_span(each, self.today()) for each in records), key=lambda each: each.first))

        def save(renewal: Renewal, why: str) -> Sequence[UnitFault]:
            stored = [self._stored(each) for each in records]
            # Whoever lets it go on has judged its end, even where days lie between.
            put = [let_end(each) for each in stored]
            put += [renewed(each, renewal, self.new_id) for each in stored]
            return self.save("conflict_renewed", put, reason=why)

        return self._ask(translate("Conflicts", "Renew"), form, save)

    def end(self, records: Sequence[Record]) -> bool:
        """Gives each a last day, today unless said otherwise."""
        items = [
            FormItem("last", translate("Conflicts", "Last day"), DateField, self._names(records)),
            _why(translate("Conflicts", "From the day after, they may meet again.")),
        ]
        form: Form[Ending] = Form(Ending, items)
        form.start(last=self.today())

        def save(ending: Ending, _: str) -> Sequence[UnitFault]:
            try:
                put = [ended(each, ending.last) for each in records]
            except DomainError as error:
                return tuple(UnitFault("", fault.field, fault.key) for fault in error.faults)
            return self.save("conflict_ended", put, reason=ending.reason)

        return self._ask(translate("Conflicts", "End"), form, save, reason=False)

    def let_end(self, records: Sequence[Record]) -> bool:
        """Notes that it is right that each ends on its last day."""
        form: Form[Decision] = Form(Decision, [_why(self._names(records))])
        form.start()

        def save(decision: Decision, _: str) -> Sequence[UnitFault]:
            return self.save("end_reviewed", [let_end(each) for each in records], reason=decision.reason)

        return self._ask(translate("Conflicts", "Let it end"), form, save, reason=False)

    def remove(self, records: Sequence[Record]) -> bool:
        """Takes what was never right off the record."""
        text = translate("Conflicts", "As if it had never been. To stop it from today, end it instead.")
        form: Form[Decision] = Form(Decision, [_why(f"{self._names(records)}\n{text}")])
        form.start()

        def save(decision: Decision, _: str) -> Sequence[UnitFault]:
            return self.save("conflict_removed", remove=records, reason=decision.reason)

        return self._ask(translate("Conflicts", "Remove"), form, save, reason=False)

    def remove_group(self, group: ConflictGroup) -> bool:
        """Takes a group off the record, with all that is about it alone."""
        found = removal(self.editing.unit(), group)
        form: Form[Decision] = Form(Decision, [_why(goes_along(found.remove))])
        form.start()

        def save(decision: Decision, _: str) -> Sequence[UnitFault]:
            return self.save("group_removed", found.put, found.remove, decision.reason)

        return self._ask(translate("Conflicts", "Remove group"), form, save, reason=False)

    def _ask(
        self,
        title: str,
        form: Form[Any],
        save: Callable[[Any, str], Sequence[UnitFault]],
        *,
        reason: bool = True,
    ) -> bool:
        dialog = FormDialog(title, form, save, ask_reason=reason, parent=self.parent)
        done = bool(dialog.exec())
        dialog.deleteLater()
        return done

    def _stored(self, record: Record) -> Record:
        """With the texts that are hidden on the screen: a copy must have them."""
        return self.editing.stored(type(record), record.id) or record

    def _names(self, records: Sequence[Record]) -> str:
        names = Names(self.editing.unit())
        shown = [names.record(each) for each in records[:5]]
        if len(records) > 5:
            shown.append(translate("Conflicts", "and %1 more").replace("%1", str(len(records) - 5)))
        return "\n".join(shown)


def group_items(unit: Callable[[], Unit]) -> list[FormItem]:
    """The fields of a group. Two of one name could be taken for each other where somebody is kept apart."""

    def taken() -> Iterable[str]:
        return (each.name for each in unit().groups)

    return [
        FormItem("name", translate("Conflicts", "Name"), lambda: NameField(taken)),
        FormItem("note", translate("Conflicts", "Note"), lambda: NoteField(lines=2)),
    ]


def goes_along(gone: Sequence[Entity]) -> str:
    """What is removed along with a group, in words."""
    members = sum(isinstance(each, Membership) for each in gone)
    separations = sum(isinstance(each, Separation) for each in gone)
    text = translate(
        "Conflicts", "Along with it go %1 on record and separations: %2. Ctrl+Z brings everything back."
    )
    return text.replace("%2", str(separations)).replace("%1", members_text(members))


def _why(help_text: str) -> FormItem:
    return FormItem("reason", translate("Conflicts", "Why"), lambda: NoteField(lines=2), help_text)


def _sides(unit: Unit) -> list[tuple[str, str]]:
    groups = in_order(((each.id, each.name) for each in unit.groups), lambda side: side[1])
    return [*groups, *_people(unit)]


def _people(unit: Unit) -> list[tuple[str, str]]:
    return in_order(told_apart(unit.citizens).items(), lambda person: person[1])
