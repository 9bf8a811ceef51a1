"""A dialog around a form: save, or leave without."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QSize, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from desktop.domain.consistency import UnitFault
from desktop.ui.forms.form import Form
from desktop.ui.forms.text_fields import TextField
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import column, frame, row, rule, scrolled
from desktop.ui.widgets.text import label

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")
translate = QCoreApplication.translate
_LEAST_WIDTH = 520
_SHARE = 0.85
"""How much of the screen's height a dialog takes at most."""


class FormDialog(QDialog, Generic[T]):
    """``save`` is called with the entity and the reason, and says what does not hold then: nothing closes
    the dialog, faults are shown at the fields. Enter and Ctrl+Enter save, Esc leaves; where something was
    changed, a bar asks first. ``title`` holds no personal data: window titles are seen by others."""

    def __init__(
        self,
        title: str,
        form: Form[T],
        save: Callable[[T, str], Sequence[UnitFault]],
        *,
        ask_reason: bool = False,
        name_of: Callable[[str], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``ask_reason`` shows a line for why; it goes into the audit trail. ``name_of``: see ``Form``."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.form = form
        self.reason = TextField(hint=translate("Forms", "For the audit trail; may be left out"))
        self.save_button = QPushButton(translate("Forms", "Save"))
        self.cancel_button = QPushButton(translate("Forms", "Cancel"))
        self.discard_bar = frame("banner")
        self.discard_button = QPushButton(translate("Forms", "Discard"))
        self.keep_button = QPushButton(translate("Forms", "Keep editing"))
        self._foot = QWidget()
        self._sized = False
        self._save = save
        self._name_of = name_of
        self._content = self._body()
        self._area = scrolled(self._content)
        self._build(ask_reason=ask_reason)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.reject)
        self.discard_button.clicked.connect(self.discard)
        self.keep_button.clicked.connect(self.keep)

    @Slot()
    def save(self) -> None:
        """Saves and closes, or shows what stands in the way."""
        self.discard_bar.hide()
        built = self.form.build()
        if built is not None:
            faults = self._save(built, self.reason.value())
            if not faults:
                self.accept()
                return
            self.form.show_faults(faults, self._name_of)
        shown = self.form.faulty()
        self._area.ensureWidgetVisible(self.form.problem if shown is None else shown)

    @Slot()
    def reject(self) -> None:
        """Leaves; asks first where that would lose something, and goes on editing when asked again."""
        if not self.form.dirty:
            super().reject()
        elif self.discard_bar.isHidden():
            self.discard_bar.show()
            self.keep_button.setFocus()
        else:
            self.keep()

    @Slot()
    def discard(self) -> None:
        """Leaves and loses what was typed."""
        super().reject()

    @Slot()
    def keep(self) -> None:
        """Goes on editing."""
        self.discard_bar.hide()
        shown = self.form.faulty() or next(iter(self.form.fields.values()))
        shown.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        if not event.spontaneous() and not self._sized:
            self._sized = True
            self.resize(self._fitting())
        super().showEvent(event)

    def _fitting(self) -> QSize:
        """As large as the form, within the screen. Not before it is shown: until then nothing is styled."""
        for widget in (self._content, *self._content.findChildren(QWidget)):
            widget.ensurePolished()
        wide = max(_LEAST_WIDTH, self._content.sizeHint().width() + GRID * 2)
        high = max(self._content.sizeHint().height(), self._content.heightForWidth(wide - GRID * 2))
        most = round(self.screen().availableGeometry().height() * _SHARE)
        return QSize(wide, min(most, high + self._foot.sizeHint().height() + GRID * 6))

    def _body(self) -> QWidget:
        body = QWidget()
        column(body, margin=GRID * 2).addWidget(self.form)
        return body

    def _build(self, *, ask_reason: bool) -> None:
        box = column(self, gap=0)
        box.addWidget(self._area, 1)
        asked = row(self.discard_bar, margin=GRID)
        asked.addWidget(label(translate("Forms", "Discard your changes?"), wrap=True), 1)
        asked.addWidget(self.keep_button)
        asked.addWidget(self.discard_button)
        self.discard_bar.hide()
        box.addWidget(rule())
        box.addWidget(self.discard_bar)
        foot = column(self._foot, margin=GRID * 2, gap=GRID * 2)
        self.reason.set_label(translate("Forms", "Reason for the change"))
        self.reason.setVisible(ask_reason)
        foot.addWidget(self.reason)
        buttons = row()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        foot.addLayout(buttons)
        box.addWidget(self._foot)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        next(iter(self.form.fields.values())).setFocus()
        self.save_button.setDefault(True)
        self.save_button.setProperty("look", "primary")
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
