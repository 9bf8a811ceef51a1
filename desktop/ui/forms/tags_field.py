"""Free words, such as what a room has or what somebody can do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QPushButton, QWidget

from desktop.ui.forms.field import Field
from desktop.ui.widgets.boxes import clear, column
from desktop.ui.widgets.flow import FlowLayout

translate = QCoreApplication.translate
_PARTS = ",;"


class TagsField(Field[frozenset[str]]):
    """Words, each shown as a button that takes it away again. ``known`` gives words with what they are
    called; they are offered while somebody types, others are taken as they stand.

    Enter or a comma adds what is typed; Backspace in the empty line takes the last one away.
    """

    def __init__(self, known: Sequence[tuple[str, str]] = (), *, parent: QWidget | None = None) -> None:
        self.edit = QLineEdit()
        self._chips = QWidget()
        content = QWidget()
        super().__init__(content, self.edit, parent)
        self._called = dict(known)
        self._words: list[str] = []
        self.edit.setPlaceholderText(translate("Forms", "Type a word and press Enter"))
        box = column(content, gap=4)
        box.addWidget(self.edit)
        box.addWidget(self._chips)
        self._flow = FlowLayout(self._chips)
        completer = QCompleter([called for _, called in known], self.edit)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(self.add_typed, Qt.ConnectionType.QueuedConnection)
        self.edit.setCompleter(completer)
        self.edit.installEventFilter(self)
        self.edit.textEdited.connect(self._on_text)
        self.edit.editingFinished.connect(self.add_typed)
        self._show()

    def value(self) -> frozenset[str]:
        return frozenset(self._words) | frozenset(self._typed())

    def set_value(self, value: frozenset[str]) -> None:
        self.edit.clear()
        self._words = sorted(value, key=self._name)
        self._show()
        self.changed.emit()

    def stand_ins(self) -> tuple[frozenset[str], frozenset[str]]:
        return frozenset(), frozenset(self._called)

    def description(self) -> str:
        chosen = ", ".join(self._name(word) for word in self._words)
        return " ".join(part for part in (chosen, super().description()) if part)

    @Slot()
    def add_typed(self) -> None:
        """Makes tags of what stands in the line."""
        typed = self._typed()
        self.edit.clear()
        if typed:
            self._words += [word for word in typed if word not in self._words]
            self._show()
            self.changed.emit()

    def remove(self, word: str) -> None:
        """Takes a tag away."""
        self._words.remove(word)
        self._show()
        self.edit.setFocus()
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            typed = bool(self.edit.text().strip())
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and typed and not event.modifiers():
                self.add_typed()
                return True
            if event.key() == Qt.Key.Key_Backspace and not self.edit.text() and self._words:
                self.remove(self._words[-1])
                return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _on_text(self, text: str) -> None:
        if any(part in text for part in _PARTS):
            self.add_typed()
        else:
            self.changed.emit()

    def _typed(self) -> list[str]:
        """The words in the line; the name of a known word stands for it."""
        ids = {called.casefold(): word for word, called in self._called.items()}
        text = self.edit.text()
        for part in _PARTS:
            text = text.replace(part, "\n")
        return [ids.get(word.strip().casefold(), word.strip()) for word in text.split("\n") if word.strip()]

    def _name(self, word: str) -> str:
        return self._called.get(word, word)

    def _show(self) -> None:
        clear(self._flow)
        before: QWidget = self.edit
        for word in self._words:
            chip = QPushButton(f"{self._name(word)}  ×".replace("&", "&&"))
            chip.setProperty("look", "tag")
            chip.setAccessibleName(translate("Forms", "Remove %1").replace("%1", self._name(word)))
            chip.clicked.connect(lambda _=False, word=word: self.remove(word))
            self._flow.addWidget(chip)
            QWidget.setTabOrder(before, chip)
            before = chip
        self._chips.setVisible(bool(self._words))
        self._describe()
