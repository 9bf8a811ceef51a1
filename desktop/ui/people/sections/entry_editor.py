"""The place below a list where an entry is filled in: a form, why, save or leave."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from desktop.services.concealing import HIDEABLE
from desktop.ui.forms.form import Form
from desktop.ui.forms.text_fields import TextField
from desktop.ui.people.sections.section import concealed_text
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import column, row
from desktop.ui.widgets.tab_order import lead_through, place_in_line
from desktop.ui.widgets.text import label, tooltip

translate = QCoreApplication.translate


class EntryEditor(QFrame):
    """``save_asked``: Enter or the button; ``closed``: Esc or the other one, after which nothing is kept."""

    save_asked = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "note")
        self.form: Form[Any] | None = None
        self.reason = TextField(hint=translate("PersonPage", "For the audit trail; may be left out"))
        self.save_button = QPushButton()
        self.cancel_button = QPushButton(translate("PersonPage", "Cancel"))
        self.unsaved = label(translate("PersonPage", "Save this or cancel it first."), "warn", wrap=True)
        self._place = place_in_line(self)
        self._box = column(self, margin=GRID * 2, gap=GRID * 2)
        self._open = False
        self._build()

    @property
    def is_open(self) -> bool:
        return self._open

    @property
    def dirty(self) -> bool:
        """Whether something was typed."""
        return bool(self.reason.value()) or (self.form is not None and self.form.dirty)

    def reason_text(self) -> str:
        """Why, as far as it was asked."""
        return self.reason.value()

    def open_form(self, form: Form[Any], *, ask_reason: bool, concealed: bool) -> None:
        """Shows a form. ``concealed``: what may name anybody is hidden in it and can't be changed."""
        self._drop_form()
        self.form = form
        for name, field in form.fields.items():
            if concealed and name in HIDEABLE:
                field.setEnabled(False)
                field.setToolTip(tooltip(concealed_text()))
        self._box.insertWidget(0, form)
        lead_through(self._place, form, self.reason, self.save_button, self.cancel_button)
        self._show(translate("PersonPage", "Save"), ask_reason=ask_reason)
        next(iter(form.fields.values())).setFocus()

    def open_reason(self, act: str) -> None:
        """Asks only why. ``act`` is what the button says."""
        self._drop_form()
        self._show(act, ask_reason=True)
        self.reason.setFocus()

    def ask_first(self) -> None:
        """Says that this is to be saved or left before anything else."""
        self.unsaved.show()
        (self.reason if self.form is None else next(iter(self.form.fields.values()))).setFocus()

    def close_form(self) -> None:
        """Drops what was typed; tells nobody."""
        self._drop_form()
        self._open = False
        self.hide()

    @Slot()
    def leave(self) -> None:
        """Closes without saving."""
        self.close_form()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save_asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _show(self, act: str, *, ask_reason: bool) -> None:
        self.reason.set_value("")
        self.reason.setVisible(ask_reason)
        self.save_button.setText(act)
        self.unsaved.hide()
        self._open = True
        self.show()

    def _drop_form(self) -> None:
        if self.form is not None:
            self._box.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    def _build(self) -> None:
        self.reason.set_label(translate("PersonPage", "Reason for the change"))
        self._box.addWidget(self.reason)
        self._box.addWidget(self.unsaved)
        foot = row()
        self.save_button.setProperty("look", "primary")
        for button in (self.save_button, self.cancel_button):
            button.setAutoDefault(False)
            foot.addWidget(button)
        foot.addStretch(1)
        self._box.addLayout(foot)
        self.save_button.clicked.connect(self.save_asked)
        self.cancel_button.clicked.connect(self.leave)
        self.hide()
