"""Who came: a person's past sessions, each noted with a key, and what was done about a no-show."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QPushButton

from desktop.domain.attendance import Attendance, AttendanceState
from desktop.printing.words import short_day_text
from desktop.services.attendance import PastSession, attendance_rate, noted
from desktop.services.ids import random_ids
from desktop.ui.attendance.view import AttendanceView, state_buttons, state_column
from desktop.ui.context import WindowContext
from desktop.ui.forms.date_fields import DateField
from desktop.ui.forms.dates import written_day
from desktop.ui.forms.form import Form, FormItem
from desktop.ui.forms.saving import saved
from desktop.ui.forms.text_fields import NoteField, TextField
from desktop.ui.people.past_reader import PastReader
from desktop.ui.people.person_words import rate_text
from desktop.ui.people.sections.entry_editor import EntryEditor
from desktop.ui.people.sections.section import Section, Subject
from desktop.ui.table.columns import Column
from desktop.ui.table.model import RowsTableModel
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.text import label
from desktop.ui.words import times

translate = QCoreApplication.translate
LEAST_HEIGHT = 260


class AttendanceSection(Section):
    """The rate of the last weeks, and the sessions below it."""

    def __init__(self, context: WindowContext, past: PastReader) -> None:
        super().__init__(translate("PersonPage", "Attendance"), read_only=context.read_only)
        self._context = context
        self._past = past
        self._activities: dict[str, str] = {}
        self._open: PastSession | None = None
        self.rate = label("", wrap=True)
        self.keys = label(
            translate(
                "PersonPage", "Choose sessions and press 1 came, 2 excused, 3 did not show up, 0 not known."
            ),
            "muted",
            wrap=True,
        )
        self.buttons: dict[AttendanceState, QPushButton] = {}
        self.model = RowsTableModel(self._columns(), lambda one: f"{one.session.start.isoformat()}")
        self.view = AttendanceView(
            self.model, "attendance", context.settings, sort=("when", Qt.SortOrder.DescendingOrder)
        )
        self.editor = EntryEditor()
        self._build()
        past.changed.connect(self._show)

    @property
    def dirty(self) -> bool:
        return self.editor.is_open and self.editor.dirty

    def show_subject(self, subject: Subject) -> None:
        other = self.subject is None or self.subject.citizen.id != subject.citizen.id
        super().show_subject(subject)
        self._activities = {each.id: each.name for each in subject.unit.activities}
        if other or self._context.editing.concealed:
            self.editor.close_form()
        self._past.ask()
        self._show()

    def discard(self) -> None:
        self.editor.close_form()

    def go_to_unsaved(self) -> None:
        self.editor.ask_first()

    @Slot(object)
    def note(self, state: AttendanceState) -> None:
        """Notes how it was for the chosen sessions; a no-show asks at once what was done about it."""
        chosen = self.view.selected()
        if not chosen or self.read_only:
            return
        by, at, new_id = self._context.planning.user, self._context.clock.now(), random_ids()
        made = [noted(each, state, by=by, at=at, new_id=new_id) for each in chosen]
        faults = saved(self._context.editing, "attendance_noted", made)
        if faults:
            self.said.emit(translate("PersonPage", "This could not be noted."))
            return
        if len(chosen) == 1 and state is AttendanceState.NO_SHOW:
            self.open_details()
        elif not self.dirty:
            self.editor.close_form()

    @Slot()
    def open_details(self) -> None:
        """Opens the note of the chosen session, and what was done about a no-show."""
        chosen = self.view.selected()
        if len(chosen) != 1 or self.read_only:
            return
        past = chosen[0]
        if past.noted is None or past.state is AttendanceState.UNKNOWN:
            return
        self._open = past
        form: Form[Any] = Form(Attendance, self._items(past.state))
        entity = self._context.editing.shown_entity(past.noted)
        form.load(entity)
        if "follow_up" in form.fields:
            told, day = form.fields["follow_up"], form.fields["follow_up_on"]

            def date_it() -> None:
                if told.value() and day.is_readable() and day.value() is None and self.subject is not None:
                    day.set_value(self.subject.today)

            told.changed.connect(date_it)
        self.editor.open_form(form, ask_reason=False, concealed=self._context.editing.concealed)
        self.look_at.emit(self.editor)

    @Slot()
    def save_details(self) -> None:
        """Keeps the note and the follow-up."""
        form, past = self.editor.form, self._open
        if form is None or past is None:
            return
        built = form.build()
        if built is None:
            return
        faults = saved(self._context.editing, "attendance_followed_up", (built,))
        if faults:
            form.show_faults(faults)
            return
        self.editor.close_form()
        self.view.setFocus()

    @Slot()
    def _show(self) -> None:
        if self.subject is None:
            return
        sessions = self._past.of(self.subject.citizen.id)
        self.model.set_rows(sessions)
        if self._past.complete:
            self.rate.setText(rate_text(attendance_rate(sessions), self._past.weeks))
        else:
            self.rate.setText(translate("PersonPage", "Reading the last weeks …"))
        for widget in (self.view, self.keys, *self.buttons.values()):
            widget.setVisible(bool(sessions))
        if sessions and not self.view.selected():
            self.view.selectRow(0)

    def _items(self, state: AttendanceState) -> tuple[FormItem, ...]:
        note = FormItem("note", translate("PersonPage", "Note"), lambda: NoteField(lines=2))
        if state is not AttendanceState.NO_SHOW:
            return (note,)
        return (
            FormItem(
                "follow_up",
                translate("PersonPage", "What was done about it"),
                TextField,
                translate("PersonPage", "Empty: it still has to be followed up."),
            ),
            FormItem(
                "follow_up_on",
                translate("PersonPage", "Followed up on"),
                lambda: DateField(none=translate("PersonPage", "Not yet")),
            ),
            note,
        )

    def _columns(self) -> tuple[Column[PastSession], ...]:
        return (
            Column(
                "when",
                translate("PersonPage", "When"),
                lambda one: (
                    f"{short_day_text(one.session.start.date())} {times(one.session.start, one.session.end)}"
                ),
                sort=lambda one: one.session.start,
                width=34,
            ),
            Column(
                "what",
                translate("PersonPage", "Activity"),
                lambda one: self._activities.get(one.session.activity, one.session.activity),
                width=20,
            ),
            state_column(),
            Column("told", translate("PersonPage", "Follow-up and note"), self._told, width=22),
        )

    def _told(self, one: PastSession) -> str:
        if one.noted is None:
            return "–"
        kept = self._context.editing.shown_entity(one.noted)
        parts = []
        if one.noted.open:
            parts.append(translate("PersonPage", "Not followed up yet"))
        elif kept.follow_up_on is not None:
            parts.append(f"{written_day(kept.follow_up_on)}: {kept.follow_up}")
        parts += [kept.note] if kept.note else []
        return " · ".join(parts) or "–"

    def _build(self) -> None:
        line = FlowLayout()
        self.buttons.update(state_buttons(self.note))
        for button in self.buttons.values():
            line.addWidget(button)
        self.view.setAccessibleName(translate("PersonPage", "Past sessions"))
        self.view.setMinimumHeight(LEAST_HEIGHT)
        self.box.addWidget(self.rate)
        self.box.addWidget(self.keys)
        self.box.addLayout(line)
        self.box.addWidget(self.view)
        self.box.addWidget(self.editor)
        self.view.state_asked.connect(self.note)
        self.view.row_activated.connect(self.open_details)
        self.editor.save_asked.connect(self.save_details)
        self.editor.closed.connect(self.view.setFocus)
        self.guard(*self.buttons.values())
