"""The list of one kind of record, and the form of the one that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QPushButton, QSplitter, QWidget

from desktop.domain.consistency import UnitFault
from desktop.domain.unit import Entity, Unit
from desktop.qt.editing import Editing
from desktop.qt.settings import Settings
from desktop.services.concealing import HIDEABLE
from desktop.services.ids import random_ids
from desktop.ui.forms.form import Form
from desktop.ui.forms.saving import saving
from desktop.ui.forms.text_fields import TextField
from desktop.ui.records.kind import RecordKind
from desktop.ui.records.removing import removed_together
from desktop.ui.records.row_actions import record_actions
from desktop.ui.table.panel import TablePanel
from desktop.ui.table.row_menu import RowAction
from desktop.ui.theme import GRID, tokens
from desktop.ui.widgets.boxes import column, frame, row, scrolled
from desktop.ui.widgets.icons import set_icon
from desktop.ui.widgets.remembered import remember_split
from desktop.ui.widgets.tab_order import lead_through
from desktop.ui.widgets.text import heading, label, tooltip
from desktop.ui.words import read_only_words

T = TypeVar("T", bound=Entity)
translate = QCoreApplication.translate


class RecordsPanel(QWidget, Generic[T]):
    """``said`` carries a sentence for the window's foot, ``chosen`` the record that is shown, or None.

    A record that was changed is saved by Save, by Ctrl+Return, and when another one is chosen; what cannot be
    saved stays in the form with its faults.
    """

    said = Signal(str)
    chosen = Signal(object)

    def __init__(
        self,
        kind: RecordKind[T],
        editing: Editing,
        settings: Settings,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self._editing = editing
        self._today = today
        self._shown: T | None = None
        self._new = False
        self._moving = False
        self._offered: Unit | None = None
        self.form: Form[T] | None = None
        self.table = TablePanel[T](
            kind.columns(editing.unit),
            lambda entity: entity.id,
            name=f"records.{kind.key}",
            title=kind.title,
            settings=settings,
            empty=kind.about,
        )
        self.add = QPushButton(kind.add)
        self.save_button = QPushButton(translate("Records", "Save"))
        self.revert = QPushButton(translate("Records", "Revert"))
        self.remove_button = QPushButton(translate("Records", "Remove"))
        self.reason = TextField(hint=translate("Records", "For the audit trail; may be left out"))
        self.refusal = label("", "danger", wrap=True)
        self.notice = label("", "warn", wrap=True)
        self.title = heading("", 1, wrap=True)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._side = frame("card")
        self._place = QWidget()
        self._left = column(gap=GRID)
        self._middle = column(self._side, gap=0)
        self._foot = QWidget()
        self._build()
        remember_split(self.splitter, f"records.{kind.key}", settings)
        self._connect()
        self._show(None)

    def refresh(self) -> None:
        """The unit has changed. What is being typed stays."""
        unit = self._editing.unit()
        self.notice.hide()
        self.table.set_filters(self.kind.filters(unit))
        self.table.set_rows(self.kind.rows(unit))
        if self.form is not None and (self._new or self.form.dirty):
            return
        if self._shown is not None:
            shown = next((each for each in self.kind.rows(unit) if each.id == self.shown()), None)
            # What a form offers is of the house: where that is the same, the form would be.
            if self.form is None or shown != self._shown or _house_of(unit) != self._offered:
                self._show(shown)

    @property
    def unsaved(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.form is not None and self.form.dirty

    def forget_typed(self) -> None:
        """Drops what was typed and searched for. What is shown is shown again by the refresh that follows."""
        self.table.forget_search()
        if self.form is not None:
            shown = self._shown
            self._show(None)
            self._shown = shown

    def unit(self) -> Unit:
        """The unit as it is shown."""
        return self._editing.unit()

    def add_below(self, widget: QWidget) -> None:
        """Puts something below the table."""
        self._left.addWidget(widget)

    def leave(self) -> None:
        """Another page comes: what was changed is saved where it can be; otherwise it stays in the form."""
        self._leave()

    def open(self, record: str) -> bool:
        """Shows the record of this id; False where there is none."""
        return self.table.choose(record)

    def shown(self) -> str:
        """The id of the record that is shown; empty for none and for a new one."""
        return "" if self._shown is None else self._shown.id

    @Slot()
    def begin(self) -> None:
        """Begins a new record in the form."""
        if not self._leave():
            return
        self._moving = True
        self.table.view.clearSelection()
        self._moving = False
        form = self._new_form()
        unit = self._editing.unit()
        form.start(id=random_ids()(self.kind.id_word), **self.kind.start(unit, self._today()))
        self._new, self._shown = True, None
        self._put(form, self.kind.add)
        next(iter(form.fields.values())).setFocus()

    @Slot()
    def save(self) -> bool:
        """Saves what the form says; False where something stands in the way, which is told at its field."""
        form = self.form
        if form is None or self._editing.read_only:
            return False
        built = form.build()
        if built is None:
            return False
        faults = self._save(built, self.reason.value())
        if faults:
            form.show_faults(faults, self._name_of)
            form.focus_fault()
            return False
        self._new, self._shown = False, built
        self._show(built)
        self.table.choose(built.id)
        self.said.emit(translate("Records", "Saved. Ctrl+Z takes it back."))
        return True

    @Slot()
    def remove(self) -> None:
        """Removes the records that are chosen, with what is about them alone."""
        removed = self.kind.removed
        if removed is None:
            return
        chosen = self.table.selected()
        if not chosen or self._editing.read_only:
            return
        gone = removed_together(self._editing, removed, chosen, self.reason.value())
        if not gone.done:
            self._refuse(gone.told)
            return
        # The table has chosen what stands there now.
        self._show(self.table.one_chosen())
        self.notice.setText(gone.besides)
        self.notice.setVisible(bool(gone.besides))
        self.said.emit(gone.told)

    def _refuse(self, why: str) -> None:
        """Says why nothing was removed, where it was asked for and in the window's foot."""
        self.refusal.setText(why)
        self.refusal.show()
        self.said.emit(why)

    @Slot()
    def _enter(self) -> None:
        """Enter in the list leads to the form."""
        if self.form is not None and self.form.fields:
            next(iter(self.form.fields.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def _row_actions(self, rows: list[T]) -> list[RowAction]:
        return record_actions(
            len(rows),
            self._enter,
            self.remove,
            self.begin,
            self.kind.add if self.kind.id_word else "",
            allowed=not self._editing.read_only,
        )

    def _save(self, entity: T, reason: str) -> Sequence[UnitFault]:
        return saving(self._editing, self.kind.saved)(entity, reason)

    def _name_of(self, entity_id: str) -> str:
        unit = self._editing.unit()
        found = next((each for each in self.kind.rows(unit) if each.id == entity_id), None)
        return "" if found is None else self.kind.name_of(unit, found)

    def _leave(self) -> bool:
        """Saves what was changed; False where it can't be, and stays in the form."""
        form = self.form
        return form is None or not form.dirty or self._editing.read_only or self.save()

    @Slot(object)
    def _on_chosen(self, entity: T | None) -> None:
        if self._moving:
            return
        before = self._shown
        if entity is not None and before is not None and entity.id == before.id:
            return
        if not self._leave():
            self._moving = True
            if before is None:
                self.table.view.clearSelection()
            else:
                self.table.choose(before.id)
            self._moving = False
            return
        self._show(entity)

    def _show(self, entity: T | None) -> None:
        self._new, self._shown = False, entity
        if entity is None:
            self._put(None, "")
        else:
            form = self._new_form()
            form.load(entity)
            self._put(form, self.kind.name_of(self._editing.unit(), entity))
        self.chosen.emit(entity)

    def _new_form(self) -> Form[T]:
        unit = self._editing.unit()
        self._offered = _house_of(unit)
        form = Form(self.kind.type, self.kind.items(unit), taken="sro", parent=self._cleared())
        form.changed.connect(self._on_edited)
        return form

    def _cleared(self) -> QWidget:
        """An empty place for a form, in place of what was there, which goes. What is made in its place is
        dressed once."""
        if self.form is not None:
            self.form.blockSignals(True)
        content = QWidget()
        column(content, margin=GRID * 2)
        area = scrolled(content)
        self._middle.replaceWidget(self._place, area)
        self._place.hide()
        self._place.deleteLater()
        self._place = area
        return content

    def _put(self, form: Form[T] | None, title: str) -> None:
        """Shows a form that was made in its place, or what the kind is for."""
        self.form = form
        content = self._cleared() if form is None else form.parentWidget()
        box = None if content is None else content.layout()
        assert isinstance(box, QBoxLayout)
        if form is None:
            box.addWidget(label(self.kind.about, "muted", wrap=True))
        else:
            form.setEnabled(not self._editing.read_only)
            if self._editing.concealed and not self._new:
                # What is typed over a hidden text would take its place unseen.
                for name in HIDEABLE & form.fields.keys():
                    form.fields[name].setEnabled(False)
            box.addWidget(form)
        box.addStretch(1)
        if form is not None:
            foot = (self.reason, self.save_button, self.revert, self.remove_button)
            lead_through(self.add, form, *foot)
        self.reason.set_value("")
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self._foot.setVisible(form is not None)
        self._on_edited()

    @Slot()
    def _on_edited(self) -> None:
        for told_before in (self.refusal, self.notice):
            told_before.hide()
        form, allowed = self.form, not self._editing.read_only
        changed = form is not None and (form.dirty or self._new)
        self.save_button.setEnabled(allowed and changed)
        self.revert.setEnabled(allowed and changed)
        self.remove_button.setEnabled(allowed and self._shown is not None and bool(self.kind.id_word))
        self.reason.setVisible(self.kind.ask_reason and changed)
        self.add.setEnabled(allowed)
        told = "" if allowed else read_only_words()
        for button in (self.save_button, self.revert, self.remove_button, self.add):
            button.setToolTip(tooltip(told))

    @Slot()
    def _revert(self) -> None:
        self._show(self._shown)

    def _build(self) -> None:
        left = QWidget()
        column(self, margin=GRID, gap=0).addWidget(self.splitter)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self._side)
        left.setLayout(self._left)
        self._left.addWidget(self.table, 1)
        self.table.bar.add_widget(self.add)
        self.add.setVisible(bool(self.kind.id_word))
        set_icon(self.add, "plus", tokens(self.palette()).text)
        head = row()
        head.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, 0)
        head.addWidget(self.title, 1)
        self._middle.addLayout(head)
        self._middle.addWidget(self._place, 1)
        told = row(margin=GRID)
        told.addWidget(self.refusal)
        told.addWidget(self.notice)
        self._middle.addLayout(told)
        self._middle.addWidget(self._foot)
        foot = column(self._foot, margin=GRID * 2)
        self.reason.set_label(translate("Records", "Reason for the change"))
        foot.addWidget(self.reason)
        buttons = row()
        self.save_button.setProperty("look", "primary")
        for button in (self.save_button, self.revert):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.remove_button)
        foot.addLayout(buttons)
        self.splitter.setHandleWidth(GRID)
        self.splitter.setProperty("look", "clear")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([640, 460])

    def _connect(self) -> None:
        self.table.chosen.connect(self._on_chosen)
        self.table.activated.connect(self._enter)
        self.table.view.remove_asked.connect(self.remove)
        self.table.row_actions = self._row_actions
        self.add.clicked.connect(self.begin)
        self.save_button.clicked.connect(self.save)
        self.revert.clicked.connect(self._revert)
        self.remove_button.clicked.connect(self.remove)
        for keys in ("Ctrl+Return", "Ctrl+Enter", "Ctrl+S"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save)


def _house_of(unit: Unit) -> Unit:
    """The unit without anything about its people."""
    return replace(
        unit,
        citizens=(),
        memberships=(),
        separations=(),
        referrals=(),
        enrolments=(),
        placements=(),
        absences=(),
    )
