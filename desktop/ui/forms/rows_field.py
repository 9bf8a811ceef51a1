"""A small list of records inside an entity, such as the history of somebody's weekly hours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QPushButton, QWidget

from desktop.ui.forms.field import Field, plain, unreadable
from desktop.ui.forms.form import Form
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import column, row
from desktop.ui.widgets.lists import fit_height

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")
translate = QCoreApplication.translate
_LEAST_LINES, _MOST_LINES = 2, 6


class RowsField(Field[tuple[T, ...]]):
    """Lines that are added, changed and removed; one at a time is open in a form below the list.

    ``make_form`` makes that form, ``describe`` writes a record in one line, ``new`` gives the values that a
    new record begins with. While an open line holds what is not yet taken over, the field has no value.
    """

    def __init__(
        self,
        make_form: Callable[[], Form[T]],
        describe: Callable[[T], str],
        new: Callable[[], Mapping[str, object]] = dict,
        *,
        parent: QWidget | None = None,
    ) -> None:
        self.list = QListWidget()
        self.add = QPushButton(translate("Forms", "Add …"))
        self.change = QPushButton(translate("Forms", "Change …"))
        self.remove = QPushButton(translate("Forms", "Remove"))
        self.form = make_form()
        self.take = QPushButton(translate("Forms", "Take over"))
        self.drop = QPushButton(translate("Forms", "Cancel"))
        self._editor = _LineEditor(self.take_over, self.close_line)
        content = QWidget()
        super().__init__(content, self.list, parent)
        self._describe_row = describe
        self._new = new
        self._rows: list[T] = []
        self._at: int | None = None
        self._first = next(iter(self.form.fields.values()))
        self._lay_out(content)
        self.add.clicked.connect(self.add_line)
        self.change.clicked.connect(self.change_line)
        self.remove.clicked.connect(self.remove_line)
        self.take.clicked.connect(self.take_over)
        self.drop.clicked.connect(self.close_line)
        self.list.itemDoubleClicked.connect(self.change_line)
        self.list.currentRowChanged.connect(self._enable)
        self.form.changed.connect(self.changed)
        self._show()

    def value(self) -> tuple[T, ...]:
        if self.is_open and self.form.dirty:
            unreadable("unfinished")
        return tuple(self._rows)

    def set_value(self, value: tuple[T, ...]) -> None:
        self._rows = list(value)
        self._editor.hide()
        self._show()
        self.changed.emit()

    def stand_ins(self) -> tuple[tuple[T, ...], tuple[T, ...]]:
        return tuple(self._rows), tuple(self._rows)

    def set_label(self, text: str, help_text: str = "") -> None:
        super().set_label(text, help_text)
        for button in (self.add, self.change, self.remove):
            button.setAccessibleName(f"{plain(text)}: {button.text()}")

    def go_to_fault(self) -> None:
        if self.is_open:
            self._first.setFocus()
        else:
            super().go_to_fault()

    @property
    def is_open(self) -> bool:
        """Whether a line is open in the form below."""
        return not self._editor.isHidden()

    @Slot()
    def add_line(self) -> None:
        """Opens a new line."""
        self.form.start(**self._new())
        self._open(None)

    @Slot()
    def change_line(self) -> None:
        """Opens the line that is chosen."""
        at = self.list.currentRow()
        if at >= 0:
            self.form.load(self._rows[at])
            self._open(at)

    @Slot()
    def remove_line(self) -> None:
        """Takes the chosen line away."""
        at = self.list.currentRow()
        if at >= 0:
            del self._rows[at]
            self._show(min(at, len(self._rows) - 1))
            self.changed.emit()

    @Slot()
    def take_over(self) -> None:
        """Puts the open line into the list, where it is right."""
        built = self.form.build()
        if built is None:
            return
        if self._at is None:
            self._rows.append(built)
        else:
            self._rows[self._at] = built
        at = len(self._rows) - 1 if self._at is None else self._at
        self._editor.hide()
        self._show(at)
        self.list.setFocus()
        self.changed.emit()

    @Slot()
    def close_line(self) -> None:
        """Closes the open line and leaves the list as it was."""
        self._editor.hide()
        self._enable()
        self.list.setFocus()
        self.changed.emit()

    def _open(self, at: int | None) -> None:
        self._at = at
        self._editor.show()
        self._enable()
        self._first.setFocus()

    def _show(self, at: int = -1) -> None:
        self.list.clear()
        self.list.addItems([self._describe_row(each) for each in self._rows])
        self.list.setCurrentRow(at if at >= 0 else len(self._rows) - 1)
        fit_height(self.list, len(self._rows), _LEAST_LINES, _MOST_LINES)
        self._enable()

    @Slot()
    def _enable(self) -> None:
        chosen = self.list.currentRow() >= 0
        self.list.setEnabled(not self.is_open)
        self.add.setEnabled(not self.is_open)
        for button in (self.change, self.remove):
            button.setEnabled(chosen and not self.is_open)

    def _lay_out(self, content: QWidget) -> None:
        box = column(content, gap=GRID)
        self.list.setProperty("look", "field")
        self.list.setWordWrap(True)
        box.addWidget(self.list)
        buttons = row()
        for button in (self.add, self.change, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        box.addLayout(buttons)
        inner = column(self._editor, margin=GRID * 2, gap=GRID * 2)
        inner.addWidget(self.form)
        foot = row()
        foot.addWidget(self.take)
        foot.addWidget(self.drop)
        foot.addStretch(1)
        inner.addLayout(foot)
        box.addWidget(self._editor)
        self._editor.hide()


class _LineEditor(QFrame):
    """Enter takes the open line over and Esc closes it, instead of the whole dialog."""

    def __init__(self, take: Callable[[], None], drop: Callable[[], None]) -> None:
        super().__init__()
        self.setProperty("look", "note")
        self._take = take
        self._drop = drop

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif event.key() == Qt.Key.Key_Escape:
            self._drop()
        else:
            super().keyPressEvent(event)
