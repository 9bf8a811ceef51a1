"""Search and filters above a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from desktop.qt.settings import Settings
from desktop.ui.table.filter_card import FilterCard, filters_button
from desktop.ui.table.words import count_words, everything, everything_there, filters_words
from desktop.ui.theme import GRID, tokens
from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.tab_order import lead_through
from desktop.ui.widgets.text import label

translate = QCoreApplication.translate
T = TypeVar("T")
SEARCH_WIDTH = 240
NARROW_SEARCH = 180
LEAST_SEARCH = 88
IN_LINE = 2
"""So many filters stand in the line itself; more stand in a card."""


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
    """``left_down``: the arrow down, or Enter, which lead to what was found. Esc empties it."""

    left_down = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._width = SEARCH_WIDTH
        self.setMinimumWidth(LEAST_SEARCH)

    def set_width(self, width: int) -> None:
        """How wide it is where there is room."""
        self._width = width
        self.setMaximumWidth(width)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._width, super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_down.emit()
            event.accept()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            event.accept()
        else:
            super().keyPressEvent(event)


class FilterBar(QWidget, Generic[T]):
    """A line of what there is to ask for, and how much is shown. Many filters stand in a card, and what they
    leave out is told in a line of its own.

    ``changed``: other rows are asked for. What is searched for is never stored.
    """

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
        self.filters_button = filters_button()
        self.card = FilterCard(self.filters_button)
        self.count = label("", "muted")
        self.clear_button = QPushButton(translate("Table", "Clear filters"))
        self._line = FlowLayout(first_yields=True)
        self._below = FlowLayout()
        self._chips: dict[str, QPushButton] = {}
        self._told: dict[str, str] = {}
        self._last: QWidget = self.filters_button
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
        before = self._chosen_labels()
        known = list(self._filters)
        self._filters = {each.key: each for each in filters}
        if list(self._filters) != known:
            self._make_boxes()
        for box in self.boxes.values():
            box.blockSignals(True)
        for each in filters:
            box = self.boxes[each.key]
            box.clear()
            box.addItem(everything(each.title) if len(filters) <= IN_LINE else everything_there())
            box.addItems([option.label for option in each.options])
            box.setCurrentIndex(max(0, box.findText(before[each.key])) if each.key in before else 0)
        self._recall(key for key in self._filters if key not in known)
        for box in self.boxes.values():
            box.blockSignals(False)
        self._tell_chosen()
        if self._chosen_labels() != before:
            self.changed.emit()

    def choose(self, filter_key: str, option_label: str) -> None:
        """Chooses an option by its words; all, where there is no such option."""
        box = self.boxes[filter_key]
        box.setCurrentIndex(max(0, box.findText(option_label)))

    def tell(self, shown: int, of: int) -> None:
        """Says how many rows of all are shown."""
        self.count.setText(count_words(shown, of))

    def add_widget(self, widget: QWidget) -> None:
        """Puts something of the page's own at the end of the line."""
        self._line.addWidget(widget)
        self._last = widget
        lead_through(widget, *self._chips.values(), self.clear_button)

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
        self.search.addAction(
            icon("search", tokens(self.palette()).muted), QLineEdit.ActionPosition.LeadingPosition
        )
        self.search.textChanged.connect(self._on_changed)
        self.filters_button.clicked.connect(self.card.open_below)
        self.clear_button.setAutoDefault(False)
        self.clear_button.setProperty("look", "tag")
        self.clear_button.clicked.connect(self.clear)
        box = column(self, gap=GRID // 2)
        box.addLayout(self._line)
        box.addLayout(self._below)
        for widget in (self.search, self.filters_button):
            self._line.addWidget(widget)
        self._make_boxes()

    def _make_boxes(self) -> None:
        """A box for each filter: in the line, or in the card where there are many."""
        for old in self.boxes.values():
            self._line.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.boxes = {each.key: self._box(each) for each in self._filters.values()}
        carded = len(self.boxes) > IN_LINE
        self.filters_button.setVisible(carded)
        self.search.set_width(NARROW_SEARCH if carded else SEARCH_WIDTH)
        for told in (self.count, self.clear_button):
            for line in (self._line, self._below):
                line.removeWidget(told)
        if carded:
            self.card.hold([(self._filters[key].title, box) for key, box in self.boxes.items()])
            for told in (self.count, self.clear_button):
                self._below.addWidget(told)
            return
        # The search field comes first; what is told follows the filters.
        for place, widget in enumerate((*self.boxes.values(), self.clear_button, self.count), start=1):
            self._line.insert_widget(place, widget)
        lead_through(self.search, *self.boxes.values())

    def _box(self, each: Filter[T]) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(each.title)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.currentIndexChanged.connect(self._on_changed)
        return box

    def _option(self, key: str) -> Option[T] | None:
        box = self.boxes.get(key)
        place = -1 if box is None else box.currentIndex() - 1
        return self._filters[key].options[place] if place >= 0 else None

    def _chosen_labels(self) -> dict[str, str]:
        return {key: option.label for key in self._filters if (option := self._option(key)) is not None}

    def _recall(self, keys: Iterable[str]) -> None:
        """What was chosen before in these filters."""
        state = self._settings.table_state(self._name)
        for key in keys:
            kept = state.get(key)
            for place, option in enumerate(self._filters[key].options):
                if option.key and option.key == kept:
                    self.boxes[key].setCurrentIndex(place + 1)

    def _tell_chosen(self) -> None:
        """What leaves rows out, in words to take away again."""
        chosen = self._chosen_labels()
        asked = bool(chosen or self.words())
        self.clear_button.setEnabled(asked)
        self.clear_button.setVisible(asked)
        self.filters_button.setText(filters_words(len(chosen)))
        if self.filters_button.isHidden():
            chosen = {}
        if chosen == self._told:
            return
        self._told = chosen
        had_focus = any(chip.hasFocus() for chip in self._chips.values())
        for old in self._chips.values():
            self._below.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._chips = {key: self._chip(key, text) for key, text in chosen.items()}
        for place, chip in enumerate(self._chips.values()):
            self._below.insert_widget(place + 1, chip)
        lead_through(self._last, *self._chips.values(), self.clear_button)
        if had_focus:
            self.filters_button.setFocus()

    def _chip(self, key: str, option: str) -> QPushButton:
        title = self._filters[key].title
        words = option if option.startswith(title) else f"{title}: {option}"
        chip = QPushButton(f"{words}  ×".replace("&", "&&"))
        chip.setProperty("look", "tag")
        chip.setAutoDefault(False)
        without = translate("Table", "No longer only %1", "a filter")
        chip.setAccessibleName(without.replace("%1", option))
        chip.clicked.connect(lambda: self.boxes[key].setCurrentIndex(0))
        return chip

    @Slot()
    def _on_changed(self, *_: object) -> None:
        chosen = {key: option for key in self._filters if (option := self._option(key)) is not None}
        kept: dict[str, object] = {key: option.key for key, option in chosen.items() if option.key}
        self._settings.keep_table_state(self._name, kept)
        self._tell_chosen()
        self.changed.emit()
