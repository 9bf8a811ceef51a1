"""Search and filters above a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from desktop.qt.settings import Settings
from desktop.ui.table.words import count_words, everything
from desktop.ui.theme import tokens
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.text import label

translate = QCoreApplication.translate
T = TypeVar("T")
SEARCH_WIDTH = 240


@dataclass(frozen=True)
class Option(Generic[T]):
    """One choice of a filter. Under its ``key`` it is remembered: leave it empty for what comes from the
    unit, such as a group or somebody's name, which must not be kept outside the vault."""

    label: str
    accepts: Callable[[T], bool]
    key: str = ""


@dataclass(frozen=True)
class Filter(Generic[T]):
    """A drop-down. That nothing is left out is always its first choice and not among ``options``."""

    key: str
    title: str
    options: tuple[Option[T], ...]


class SearchEdit(QLineEdit):
    """``left_down``: the arrow down, or Enter, which lead to what was found."""

    left_down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_down.emit()
            event.accept()
        else:
            super().keyPressEvent(event)


class FilterBar(QWidget, Generic[T]):
    """``changed``: other rows are asked for. What is searched for is never stored."""

    changed = Signal()

    def __init__(
        self,
        name: str,
        settings: Settings,
        filters: Sequence[Filter[T]] = (),
        *,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = f"{name}.filters"
        self._settings = settings
        self._filters: dict[str, Filter[T]] = {}
        self.boxes: dict[str, QComboBox] = {}
        self.search = SearchEdit()
        self.count = label("", "muted")
        self.clear_button = QPushButton(translate("Table", "Clear filters"))
        self._flow = FlowLayout(self)
        self._build(hint or translate("Table", "Search"))
        self.set_filters(filters)

    def words(self) -> str:
        """What is searched for."""
        return self.search.text()

    def accepts(self) -> Callable[[T], bool] | None:
        """Whether the filters let a row through; None where they let all."""
        asked = [option.accepts for key in self._filters if (option := self._option(key)) is not None]
        return (lambda row: all(accept(row) for accept in asked)) if asked else None

    def set_filters(self, filters: Sequence[Filter[T]]) -> None:
        """Gives these filters; what is chosen stays so where it is still there."""
        before = {key: option.label for key in self._filters if (option := self._option(key)) is not None}
        for key in set(self.boxes) - {each.key for each in filters}:
            box = self.boxes.pop(key)
            self._flow.removeWidget(box)
            box.deleteLater()
        new = [each.key for each in filters if each.key not in self.boxes]
        self._filters = {each.key: each for each in filters}
        for place, each in enumerate(filters):
            box = self.boxes.get(each.key) or self._box(each, place)
            box.blockSignals(True)
            box.clear()
            box.addItem(everything(each.title))
            box.addItems([option.label for option in each.options])
            box.setCurrentIndex(max(0, box.findText(before[each.key])) if each.key in before else 0)
            box.blockSignals(False)
        self._recall(new)
        now = {key: option.label for key in self._filters if (option := self._option(key)) is not None}
        self._offer_clear()
        if now != before:
            self.changed.emit()

    def choose(self, filter_key: str, option_label: str) -> None:
        """Chooses an option by its words; all, where there is no such option."""
        box = self.boxes[filter_key]
        box.setCurrentIndex(max(0, box.findText(option_label)))

    def tell(self, shown: int, of: int) -> None:
        """Says how many rows of all are shown."""
        self.count.setText(count_words(shown, of))

    def add_widget(self, widget: QWidget) -> None:
        """Puts something of the page's own at the end."""
        self._flow.addWidget(widget)

    @Slot()
    def clear(self) -> None:
        """Shows everything."""
        for box in (*self.boxes.values(), self.search):
            box.blockSignals(True)
        self.search.clear()
        for box in self.boxes.values():
            box.setCurrentIndex(0)
        for box in (*self.boxes.values(), self.search):
            box.blockSignals(False)
        if self.clear_button.hasFocus():
            self.focus_search()
        self._on_changed()

    @Slot()
    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _build(self, hint: str) -> None:
        self.search.setPlaceholderText(hint)
        self.search.setAccessibleName(hint)
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(SEARCH_WIDTH)
        self.search.addAction(
            icon("search", tokens(self.palette()).muted), QLineEdit.ActionPosition.LeadingPosition
        )
        self.search.textChanged.connect(self._on_changed)
        self.clear_button.setAutoDefault(False)
        self.clear_button.clicked.connect(self.clear)
        for widget in (self.search, self.clear_button, self.count):
            self._flow.addWidget(widget)

    def _box(self, each: Filter[T], place: int) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(each.title)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.currentIndexChanged.connect(self._on_changed)
        self.boxes[each.key] = box
        # The search field comes first.
        self._flow.insert_widget(place + 1, box)
        before = self.search if place == 0 else self.boxes[list(self._filters)[place - 1]]
        QWidget.setTabOrder(before, box)
        QWidget.setTabOrder(box, self.clear_button)
        return box

    def _option(self, key: str) -> Option[T] | None:
        place = self.boxes[key].currentIndex() - 1
        return self._filters[key].options[place] if place >= 0 else None

    def _recall(self, keys: Iterable[str]) -> None:
        """What was chosen the last time, of filters that are new here."""
        state = self._settings.table_state(self._name)
        for key in keys:
            for place, option in enumerate(self._filters[key].options):
                if option.key and option.key == state.get(key):
                    self.boxes[key].blockSignals(True)
                    self.boxes[key].setCurrentIndex(place + 1)
                    self.boxes[key].blockSignals(False)

    def _offer_clear(self) -> None:
        asked = any(box.currentIndex() > 0 for box in self.boxes.values())
        self.clear_button.setEnabled(asked or bool(self.words()))

    @Slot()
    def _on_changed(self, *_: object) -> None:
        chosen = {key: option for key in self._filters if (option := self._option(key)) is not None}
        kept: dict[str, object] = {key: option.key for key, option in chosen.items() if option.key}
        self._settings.keep_table_state(self._name, kept)
        self._offer_clear()
        self.changed.emit()
