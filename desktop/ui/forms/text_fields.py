"""Words, and yes or no."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QCompleter, QLineEdit, QPlainTextEdit, QWidget

from desktop.ui.forms.field import Field, unreadable
from desktop.ui.theme import GRID

translate = QCoreApplication.translate
_TURNING = dict.fromkeys((0, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
"""Unicode's signs that embed, override or isolate a direction, and the zero sign."""


class TextField(Field[str]):
    """One line of text; white space around it is dropped, and so are the signs that turn the direction of
    what follows: a name must read as it is written. Whether it may be empty is the domain's rule."""

    def __init__(self, *, hint: str = "", parent: QWidget | None = None) -> None:
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(hint)
        super().__init__(self.edit, self.edit, parent)
        self.edit.textChanged.connect(self.changed)

    def value(self) -> str:
        return self.edit.text().translate(_TURNING).strip()

    def set_value(self, value: str) -> None:
        self.edit.setText(value)
        self.edit.setCursorPosition(0)

    def stand_ins(self) -> tuple[str, str]:
        return "–", "–"


class NameField(TextField):
    """A name that nothing else of its kind may have, since it is chosen by it. ``taken`` gives those there
    are; the one that was loaded is never in the way."""

    def __init__(self, taken: Callable[[], Iterable[str]], *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._taken = taken
        self._own = ""

    def value(self) -> str:
        name = super().value()
        if _folded(name) in {_folded(each) for each in self._taken()} - {"", self._own}:
            unreadable("duplicate")
        return name

    def set_value(self, value: str) -> None:
        self._own = _folded(value)
        super().set_value(value)

    def words(self, key: str) -> str:
        if key == "duplicate":
            return translate("NameTaken", "Another one has this name: lists could not tell them apart.")
        return super().words(key)


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


class WordField(TextField):
    """One word. ``known`` gives words with what they are called: they are offered while somebody types, and
    the name of one stands for it; others are taken as they stand."""

    def __init__(self, known: Sequence[tuple[str, str]], *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._called = dict(known)
        self._words = {called.casefold(): word for word, called in known}
        completer = QCompleter(list(self._called.values()), self.edit)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.edit.setCompleter(completer)

    def value(self) -> str:
        typed = super().value()
        return self._words.get(typed.casefold(), typed)

    def set_value(self, value: str) -> None:
        super().set_value(self._called.get(value, value))


class NoteField(Field[str]):
    """Several lines of text. Tab leaves the field."""

    def __init__(self, *, lines: int = 3, parent: QWidget | None = None) -> None:
        self.edit = QPlainTextEdit()
        self.edit.setTabChangesFocus(True)
        super().__init__(self.edit, self.edit, parent)
        self.edit.setFixedHeight(self.edit.fontMetrics().lineSpacing() * lines + GRID * 2 + 4)
        self.edit.textChanged.connect(self.changed)

    def value(self) -> str:
        return self.edit.toPlainText().strip()

    def set_value(self, value: str) -> None:
        self.edit.setPlainText(value)

    def stand_ins(self) -> tuple[str, str]:
        return "", ""


class SwitchField(Field[bool]):
    """Yes or no: a box to tick, with the label beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.box = QCheckBox()
        super().__init__(self.box, self.box, parent)
        self.box.toggled.connect(self.changed)

    def value(self) -> bool:
        return self.box.isChecked()

    def set_value(self, value: bool) -> None:
        self.box.setChecked(value)

    def stand_ins(self) -> tuple[bool, bool]:
        return False, True

    def set_label(self, text: str, help_text: str = "") -> None:
        super().set_label(text, help_text)
        self.caption.hide()
        self.box.setText(text)
