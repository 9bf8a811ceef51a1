"""The rail: one button a page, at the left of the window."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QWidget

from desktop.ui.theme import tokens
from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.segment import make_narrow
from desktop.ui.widgets.text import tooltip

WIDTH = 100
ICON, LOW_ICON = 22, 18


@dataclass(frozen=True, slots=True)
class Entry:
    """A page on the rail. ``text`` may hold a line break; ``shortcut`` as the menu writes it."""

    key: str
    text: str
    icon: str
    shortcut: str


class RailButton(QToolButton):
    """``moved`` carries one step up or down, for the arrow keys."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if steps is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(steps)


class Rail(QFrame):
    """``picked`` carries the key of a page."""

    picked = Signal(str)

    def __init__(self, entries: tuple[Entry, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "rail")
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(self.tr("Pages"))
        self._keys = [entry.key for entry in entries]
        self._group = QButtonGroup(self)
        self._box = box = column(self)
        self._wanted = 0
        self._icons = {entry.key: entry.icon for entry in entries}
        self._entries = {entry.key: entry for entry in entries}
        self._alarms: set[str] = set()
        for number, entry in enumerate(entries):
            button = RailButton()
            button.setProperty("look", "rail")
            button.setCheckable(True)
            button.setText(entry.text)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            plain = entry.text.replace("\n", " ")
            button.setAccessibleName(plain)
            button.setToolTip(tooltip(f"{plain} ({entry.shortcut})"))
            button.moved.connect(self._move)
            self._group.addButton(button, number)
            box.addWidget(button)
        box.addStretch(1)
        self._stand(low=False)
        self._group.idClicked.connect(lambda number: self.picked.emit(self._keys[number]))
        self._group.idToggled.connect(lambda *_: self._colour())

    def button(self, key: str) -> QToolButton:
        """The button of a page. Raises ``ValueError`` for an unknown key."""
        button = self._group.button(self._keys.index(key))
        assert isinstance(button, QToolButton)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Draws the buttons closer together where they have no room: a button that is pressed together cuts
        its name."""
        if not self._wanted:
            self._stand(low=False)
            self._wanted = self._box.minimumSize().height()
        self._stand(low=self.height() < self._wanted)

    def _stand(self, *, low: bool) -> None:
        self._box.setSpacing(0 if low else 2)
        self._box.setContentsMargins(6, 2 if low else 8, 6, 2 if low else 8)
        size = LOW_ICON if low else ICON
        for button in self._group.buttons():
            make_narrow(button, low)
            button.setIconSize(QSize(size, size))

    def show_page(self, key: str) -> None:
        """Marks the page that is shown; Tab leads to its button alone, arrows to the others. The keyboard
        does not stay on the button of another page."""
        button = self.button(key)
        button.setChecked(True)
        if any(each.hasFocus() for each in self._group.buttons()):
            button.setFocus()
        for each in self._keys:
            chosen = each == key
            policy = Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus
            self.button(each).setFocusPolicy(policy)
        self._colour()

    def alarm(self, key: str, words: str) -> None:
        """Marks a page that tells of danger, in these words; takes the mark away where they are empty."""
        entry = self._entries[key]
        plain = entry.text.replace("\n", " ")
        button = self.button(key)
        button.setAccessibleDescription(words)
        hint = f"{plain} ({entry.shortcut})"
        button.setToolTip(tooltip(f"{hint}\n{words}" if words else hint))
        if words:
            self._alarms.add(key)
        else:
            self._alarms.discard(key)
        self._colour()

    def _colour(self) -> None:
        look = tokens(self.palette())
        for key in self._keys:
            button = self.button(key)
            if key in self._alarms:
                button.setIcon(icon("danger", look.danger, ICON))
                continue
            button.setIcon(icon(self._icons[key], look.accent if button.isChecked() else look.muted, ICON))

    def _move(self, steps: int) -> None:
        at = self._group.checkedId()
        key = self._keys[(at + steps) % len(self._keys)]
        self.picked.emit(key)
        self.button(key).setFocus(Qt.FocusReason.TabFocusReason)
