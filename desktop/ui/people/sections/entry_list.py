"""A list of entries, each added, changed and removed in a form below it and saved at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidgetItem, QPushButton

from desktop.domain.consistency import UnitFault
from desktop.domain.errors import Fault
from desktop.qt.editing import Editing
from desktop.ui.forms.form import Form
from desktop.ui.forms.saving import saved
from desktop.ui.people.sections.entries import Entries, Line
from desktop.ui.people.sections.entry_editor import EntryEditor
from desktop.ui.people.sections.section import Section, Subject, concealed_text
from desktop.ui.theme import tokens
from desktop.ui.widgets.boxes import row
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.lists import GrowingList
from desktop.ui.widgets.text import label, tooltip

translate = QCoreApplication.translate
T = TypeVar("T")
MOST_HEIGHT = 320
ENTRY = Qt.ItemDataRole.UserRole


class _List(GrowingList):
    """Enter changes an entry, Delete removes it, Insert begins a new one."""

    def __init__(self, owner: EntryList[Any]) -> None:
        super().__init__(MOST_HEIGHT)
        self._owner = owner

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = {
            Qt.Key.Key_Return: self._owner.change_entry,
            Qt.Key.Key_Enter: self._owner.change_entry,
            Qt.Key.Key_Delete: self._owner.remove_entry,
            Qt.Key.Key_Insert: self._owner.add_entry,
        }.get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        else:
            act()


class EntryList(Section, Generic[T]):
    """Shows what ``entries`` lists. A removal is done at once and can be undone; where a reason is asked, the
    line for it comes first."""

    def __init__(self, entries: Entries[T], editing: Editing) -> None:
        super().__init__(entries.title(), read_only=editing.read_only)
        self.entries = entries
        self._editing = editing
        self.intro = label("", "muted", wrap=True)
        self.list = _List(self)
        self.nothing = label(entries.empty(), "muted", wrap=True)
        self.add = QPushButton(entries.add_text())
        self.change = QPushButton(translate("PersonPage", "Change …"))
        self.remove = QPushButton(translate("PersonPage", "Remove"))
        self.editor = EntryEditor()
        self._before: T | None = None
        self._citizen = ""
        self._build()

    @property
    def dirty(self) -> bool:
        return self.editor.is_open and self.editor.dirty

    def show_subject(self, subject: Subject) -> None:
        super().show_subject(subject)
        other = subject.citizen.id != self._citizen
        self._citizen = subject.citizen.id
        listed = list(self.entries.listed(subject))
        gone = self._before is not None and self._before not in listed
        if other or gone:
            self.editor.close_form()
        self._fill(listed)

    def discard(self) -> None:
        self.editor.close_form()
        self._judge()

    def go_to_unsaved(self) -> None:
        self.editor.ask_first()

    def chosen(self) -> T | None:
        """The entry that is chosen in the list."""
        at = self.list.currentRow()
        found: T | None = self.list.item(at).data(ENTRY) if at >= 0 else None
        return found

    @Slot()
    def add_entry(self) -> None:
        """Opens a form for a new entry."""
        if self.subject is None or self.read_only:
            return
        self._before = None
        form = self._form(None)
        form.start(**self.entries.start(self.subject))
        self._open(form)

    @Slot()
    def change_entry(self) -> None:
        """Opens the chosen entry in the form."""
        entry = self.chosen()
        if entry is None or not self.change.isEnabled():
            return
        self._before = entry
        form = self._form(entry)
        form.load(entry)
        self._open(form)

    @Slot()
    def remove_entry(self) -> None:
        """Takes the chosen entry away; asks for a reason first where one is asked."""
        entry = self.chosen()
        if entry is None or not self.remove.isEnabled():
            return
        self._before = entry
        if self.entries.ask_reason:
            self.editor.open_reason(translate("PersonPage", "Remove"))
            self.look_at.emit(self.editor)
            self._judge()
        else:
            self._write(None, "")

    @Slot()
    def save(self) -> None:
        """Saves the form that is open, or removes after the reason was given."""
        if not self.editor.is_open or self.subject is None:
            return
        reason = self.editor.reason_text()
        if self.editor.form is None:
            self._write(None, reason)
            return
        built = self.editor.form.build()
        if built is not None:
            self._write(built, reason)

    def _write(self, after: T | None, reason: str) -> None:
        assert self.subject is not None
        before = self._before
        writing = self.entries.put(self.subject, before, after)
        label_key = self.entries.removed_as if after is None else self.entries.saved_as
        form = self.editor.form
        faults = saved(self._editing, label_key, writing.put, writing.remove, reason=reason)
        if faults:
            if form is None:
                text = translate("PersonPage", "This can't be removed: something else still needs it.")
                self.said.emit(text)
            else:
                form.show_faults(self._as_fields(faults))
            return
        self.editor.close_form()
        self._before = None
        self._choose(after)
        self._judge()
        (self.list if self.list.count() else self.add).setFocus()

    def _as_fields(self, faults: Iterable[UnitFault]) -> list[UnitFault | Fault]:
        """A fault at a part of the citizen, told at the field of the form."""
        found: list[UnitFault | Fault] = []
        for fault in faults:
            own = fault.entity == self._citizen and "]." in fault.field
            found.append(Fault(fault.field.rsplit("].", 1)[1], fault.key) if own else fault)
        return found

    def _form(self, entry: T | None) -> Form[Any]:
        assert self.subject is not None
        return Form(self.entries.kind, self.entries.items(self.subject, entry))

    def _open(self, form: Form[Any]) -> None:
        assert self.subject is not None
        self.entries.watch(form, self.subject)
        concealed = self._editing.concealed and self._before is not None
        self.editor.open_form(form, ask_reason=self.entries.ask_reason, concealed=concealed)
        self.look_at.emit(self.editor)
        self._judge()

    def _fill(self, listed: list[T]) -> None:
        assert self.subject is not None
        before = self.chosen()
        self.list.clear()
        colours = tokens(self.palette())
        for entry in listed:
            line = self.entries.line(self.subject, entry)
            item = QListWidgetItem(_shown(line))
            item.setData(ENTRY, entry)
            item.setToolTip(tooltip(_shown(line)))
            if line.warn:
                item.setIcon(icon("warn", colours.warn))
            if line.state:
                item.setForeground(QColor(colours.muted))
            self.list.addItem(item)
        self.list.fit()
        self._choose(before)
        self.list.setVisible(bool(listed))
        self.nothing.setVisible(not listed)
        self._judge()

    def _choose(self, entry: T | None) -> None:
        places = [at for at in range(self.list.count()) if self.list.item(at).data(ENTRY) == entry]
        if entry is not None and places:
            self.list.setCurrentRow(places[0])
        elif self.list.count():
            self.list.setCurrentRow(0)

    @Slot()
    def _judge(self) -> None:
        entry = self.chosen()
        open_now = self.editor.is_open
        free = self.subject is not None and entry is not None and self.entries.editable(self.subject, entry)
        self.add.setEnabled(not open_now)
        self.list.setEnabled(not open_now)
        self.change.setEnabled(free and not open_now)
        self.remove.setEnabled(free and not open_now)
        hidden = entry is not None and not free and self._editing.concealed
        self.change.setToolTip(tooltip(concealed_text() if hidden else ""))
        for button in (self.change, self.remove):
            button.setVisible(self.list.count() > 0)
        self.guard(self.add, self.change, self.remove)

    def _build(self) -> None:
        self.add.setAutoDefault(False)
        self.head.addWidget(self.add)
        self.add.setAccessibleName(f"{self.entries.title()}: {self.add.text()}")
        self.intro.hide()
        self.list.setAccessibleName(self.entries.title())
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.box.addWidget(self.intro)
        self.box.addWidget(self.list)
        self.box.addWidget(self.nothing)
        line = row()
        for button in (self.change, self.remove):
            button.setAutoDefault(False)
            button.setAccessibleName(f"{self.entries.title()}: {button.text()}")
            line.addWidget(button)
        line.addStretch(1)
        self.box.addLayout(line)
        self.box.addWidget(self.editor)
        self.add.clicked.connect(self.add_entry)
        self.change.clicked.connect(self.change_entry)
        self.remove.clicked.connect(self.remove_entry)
        self.list.itemDoubleClicked.connect(self.change_entry)
        self.list.currentRowChanged.connect(self._judge)
        self.editor.save_asked.connect(self.save)
        self.editor.closed.connect(self._on_closed)
        self._judge()

    @Slot()
    def _on_closed(self) -> None:
        self._before = None
        self._judge()
        (self.list if self.list.count() else self.add).setFocus()


def _shown(line: Line) -> str:
    head = f"{line.state}: {line.text}" if line.state else line.text
    return f"{head}\n{line.detail}" if line.detail else head
