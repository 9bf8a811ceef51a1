"""One or several out of a list."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QLineEdit,
    QListWidgetItem,
    QSizePolicy,
    QWidget,
)

from desktop.ui.forms.field import Field, plain, unreadable
from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.lists import TickList, fit_height
from desktop.ui.widgets.searching import fold
from desktop.ui.widgets.text import label

C = TypeVar("C", bound=Hashable)
translate = QCoreApplication.translate
LONG = 10
"""A list with more choices than this can be searched."""
_LEAST_LINES, _MOST_LINES = 2, 7
_MOST_NAMED = 3
"""How many choices are named that what was typed could mean."""


def _gone() -> str:
    return translate("Forms", "(no longer in the list)")


class ChoiceField(Field[C | None]):
    """One of the choices, each a value and its words. ``none`` says in words what None means, such as
    "Unknown"; without it nothing is chosen until somebody chooses. Long lists are searched by typing."""

    def __init__(
        self, choices: Sequence[tuple[C, str]], *, none: str | None = None, parent: QWidget | None = None
    ) -> None:
        self.combo = _StillCombo()
        super().__init__(self.combo, self.combo, parent)
        self._values: list[C | None] = [None] if none is not None else []
        self._values += [value for value, _ in choices]
        self._none = none
        self.combo.addItems([none] if none is not None else [])
        self.combo.addItems([words for _, words in choices])
        self.combo.setCurrentIndex(0 if none is not None else -1)
        self.combo.setPlaceholderText(translate("Forms", "Choose …"))
        self.combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.combo.setMinimumContentsLength(12)
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        if len(choices) > LONG:
            self._make_searchable()
        self.combo.currentIndexChanged.connect(self.changed)
        self.combo.editTextChanged.connect(self.changed)

    def value(self) -> C | None:
        at = self._at()
        if at is None:
            unreadable("not_a_choice" if self.combo.currentText().strip() else "missing")
        return self._values[at]

    def set_value(self, value: C | None) -> None:
        if value is None and self._none is None:
            self.combo.setCurrentIndex(-1)
            self.combo.clearEditText()
            return
        if value not in self._values:
            self._values.append(value)
            self.combo.addItem(_gone())
        self.combo.setCurrentIndex(self._values.index(value))

    def stand_ins(self) -> tuple[C | None, C | None]:
        known = self._values or [None]
        return known[0], known[-1]

    def words(self, key: str) -> str:
        """Names what was typed could mean, where that is more than one choice."""
        meant = [self.combo.itemText(at) for at in self._meant()] if key == "not_a_choice" else []
        if not meant:
            return super().words(key)
        text = translate("SeveralFit", "Fits %1: type more of it, or choose.")
        if len(meant) > _MOST_NAMED:
            text = translate("SeveralFit", "Fits %2 in the list, such as %1: type more of it, or choose.")
        return text.replace("%2", str(len(meant))).replace("%1", "; ".join(meant[:_MOST_NAMED]))

    def _at(self) -> int | None:
        """Where the choice stands that is shown; what is typed must be the words of one."""
        at = self.combo.currentIndex()
        text = self.combo.currentText().strip().casefold()
        if at >= 0 and self.combo.itemText(at).casefold() == text:
            return at
        same = [i for i in range(self.combo.count()) if self.combo.itemText(i).casefold() == text]
        return same[0] if len(same) == 1 and text else None

    @Slot()
    def _take_the_only_one(self) -> None:
        """What was typed of the words of one choice alone stands for it, and is written out."""
        meant = self._meant() if self._at() is None else []
        if len(meant) == 1:
            self.combo.setCurrentIndex(meant[0])
            self.combo.setEditText(self.combo.itemText(meant[0]))

    def _meant(self) -> list[int]:
        """Where the choices stand that hold what was typed."""
        typed = self.combo.currentText().strip().casefold()
        return [
            at for at in range(self.combo.count()) if typed and typed in self.combo.itemText(at).casefold()
        ]

    def _make_searchable(self) -> None:
        self.combo.setEditable(True)
        self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        line = self.combo.lineEdit()
        completer = QCompleter(self.combo.model(), self.combo)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.combo.setCompleter(completer)
        assert line is not None
        line.setPlaceholderText(translate("Forms", "Type to search"))
        line.editingFinished.connect(self._take_the_only_one)
        if self._none is None:
            self.combo.setCurrentIndex(-1)
            self.combo.clearEditText()


class _StillCombo(QComboBox):
    """The wheel scrolls the form; it never changes what somebody has chosen."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ManyField(Field[tuple[C, ...] | None]):
    """Any number of the choices, ticked in a list; what is ticked stands below. ``none`` says in words what
    None means, such as "Any room will do": a box of its own, since nothing ticked is something else."""

    def __init__(
        self, choices: Sequence[tuple[C, str]], *, none: str | None = None, parent: QWidget | None = None
    ) -> None:
        self.none = QCheckBox(none or "")
        self.search = QLineEdit()
        self.list = TickList()
        self.summary = label("", "muted", wrap=True)
        content = QWidget()
        super().__init__(content, self.list, parent)
        self._values: list[C] = []
        box = column(content, gap=4)
        for widget in (self.none, self.search, self.list, self.summary):
            box.addWidget(widget)
        self.none.setVisible(none is not None)
        self.search.setVisible(len(choices) > LONG)
        self.search.setPlaceholderText(translate("Forms", "Type to search"))
        self.list.setProperty("look", "field")
        for value, words in choices:
            self._add(value, words)
        fit_height(self.list, len(choices), _LEAST_LINES, _MOST_LINES)
        self.none.toggled.connect(self._on_none)
        self.search.textChanged.connect(self._on_search)
        self.list.itemChanged.connect(self._on_change)
        self._tell()

    def value(self) -> tuple[C, ...] | None:
        if self.none.isChecked():
            return None
        return tuple(value for at, value in enumerate(self._values) if self._ticked(at))

    def set_value(self, value: tuple[C, ...] | None) -> None:
        with QSignalBlocker(self.list):
            for gone in (each for each in value or () if each not in self._values):
                self._add(gone, _gone())
            for at, each in enumerate(self._values):
                chosen = value is not None and each in value
                state = Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked
                self.list.item(at).setCheckState(state)
        self.none.setChecked(value is None)
        self._on_change()

    def stand_ins(self) -> tuple[tuple[C, ...], tuple[C, ...]]:
        return (), tuple(self._values)

    def set_label(self, text: str, help_text: str = "") -> None:
        super().set_label(text, help_text)
        self.search.setAccessibleName(translate("Forms", "%1: search").replace("%1", plain(text)))

    def description(self) -> str:
        return " ".join(part for part in (self.summary.text(), super().description()) if part)

    def _add(self, value: C, words: str) -> None:
        item = QListWidgetItem(words)
        item.setFlags(
            Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        )
        item.setCheckState(Qt.CheckState.Unchecked)
        self._values.append(value)
        self.list.addItem(item)

    def _ticked(self, at: int) -> bool:
        return self.list.item(at).checkState() == Qt.CheckState.Checked

    @Slot()
    def _on_change(self) -> None:
        self._tell()
        self.changed.emit()

    @Slot(bool)
    def _on_none(self, none: bool) -> None:
        for widget in (self.search, self.list):
            widget.setEnabled(not none)
        self._lead = self.none if none else self.list
        self._on_change()

    @Slot(str)
    def _on_search(self, text: str) -> None:
        wanted = fold(text.strip())
        for at in range(self.list.count()):
            item = self.list.item(at)
            item.setHidden(wanted not in fold(item.text()))

    def _tell(self) -> None:
        chosen = [self.list.item(at).text() for at in range(len(self._values)) if self._ticked(at)]
        self.summary.setText(", ".join(chosen) or translate("Forms", "Nothing ticked"))
        self.summary.setVisible(not self.none.isChecked())
        self._describe()
