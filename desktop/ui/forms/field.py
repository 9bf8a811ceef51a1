"""What every field of a form is and can do."""

from __future__ import annotations

from functools import partial
from typing import Any, Generic, NoReturn, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QSizePolicy, QWidget

from desktop.domain.errors import DomainError, Fault
from desktop.ui.fault_words import fault_text
from desktop.ui.theme import GRID, tokens
from desktop.ui.widgets.boxes import column, row
from desktop.ui.widgets.icons import pixmap
from desktop.ui.widgets.text import label, restyle

V = TypeVar("V")
_RATIO = 2.0


def unreadable(key: str) -> NoReturn:
    """Raises the ``DomainError`` by which a field says that what stands in it is no value."""
    raise DomainError("Field", (Fault("", key),))


class Field(QWidget, Generic[V]):
    """A caption, an editor, help, and what is wrong, below each other.

    ``changed`` is sent whenever somebody or ``set_value`` may have changed the value. A subclass reads and
    shows values of its type; where None is a value, it is told in words and never looks like an empty field.
    """

    changed = Signal()

    def __init__(self, content: QWidget, focus: QWidget, parent: QWidget | None = None) -> None:
        """``content`` is the whole editor; ``focus`` the part of it that takes the keyboard first."""
        super().__init__(parent)
        self.focus = focus
        self.caption = QLabel()
        self.caption.setTextFormat(Qt.TextFormat.PlainText)
        self.help = label("", "muted", wrap=True)
        self.fault = label("", "danger", wrap=True)
        self._icon = QLabel()
        self._marked: list[QWidget] = []
        self._fault_line = QWidget()
        self._build(content)
        self._lead = focus

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        # Not by a focus proxy: Tab would pass over all that stands before it in the field.
        self._lead.setFocus(reason)

    def value(self) -> V:
        """What stands in the field. Raises ``DomainError`` with one fault where that is no value."""
        raise NotImplementedError

    def set_value(self, value: V) -> None:
        """Shows a value."""
        raise NotImplementedError

    def stand_ins(self) -> tuple[V, V]:
        """The least and the largest value: what the other fields are judged by while this one has none."""
        raise NotImplementedError

    def words(self, key: str) -> str:
        """What a fault of the domain says under this field."""
        return fault_text(key)

    def set_label(self, text: str, help_text: str = "") -> None:
        """Names the field; ``&`` stands before the letter that leads to it with Alt."""
        self.caption.setText(text)
        self.caption.setBuddy(self.focus)
        self.caption.setVisible(bool(text))
        self.help.setText(help_text)
        self.help.setVisible(bool(help_text))
        self.focus.setAccessibleName(plain(text))
        self._describe()

    def set_fault(self, text: str | None) -> None:
        """Says under the field what is wrong with it; nothing where ``text`` is None."""
        if (text or "") == self.fault.text():
            return
        self.fault.setText(text or "")
        self._fault_line.setVisible(text is not None)
        self._icon.setPixmap(pixmap("danger", tokens(self.palette()).danger, 16, _RATIO))
        for widget in self._marked:
            _mark(widget, on=False)
        self._marked = self.faulty() if text is not None else []
        for widget in self._marked:
            _mark(widget, on=True)
        self._describe()

    def faulty(self) -> list[QWidget]:
        """The editors that hold what is wrong, the first one to go to first."""
        parts = self.parts()
        if not parts:
            return [self.focus]
        wrong = [part for part in parts if not part.is_readable()] or [parts[-1]]
        return [widget for part in wrong for widget in part.faulty()]

    def go_to_fault(self) -> None:
        """Takes the keyboard to what is wrong, and brings it into sight with what is said of it."""
        self.faulty()[0].setFocus()
        # The words have their height only once the layout has run.
        QTimer.singleShot(0, self, partial(_bring_into_sight, self))

    def parts(self) -> tuple[Field[Any], ...]:
        """The fields that this one is made of."""
        return ()

    def is_readable(self) -> bool:
        """Whether what stands in the field is a value."""
        try:
            self.value()
        except DomainError:
            return False
        return True

    def description(self) -> str:
        """What a screen reader says of the editor beside its name and value."""
        return self.help.text()

    def _describe(self) -> None:
        parts = (self.fault.text(), self.description())
        self.focus.setAccessibleDescription(" ".join(part for part in parts if part))

    def _build(self, content: QWidget) -> None:
        box = column(self, gap=4)
        line = row(self._fault_line, gap=6)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.fault, 1)
        for widget in (self.caption, content, self.help, self._fault_line):
            box.addWidget(widget)
        box.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        for hidden in (self.caption, self.help, self._fault_line):
            hidden.hide()


def _bring_into_sight(field: QWidget) -> None:
    above = field.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is not None:
        above.ensureWidgetVisible(field, 0, GRID)


def _mark(widget: QWidget, *, on: bool) -> None:
    widget.setProperty("fault", on)
    restyle(widget)


def plain(text: str) -> str:
    """A caption without the mark of its letter."""
    return text.replace("&", "")
