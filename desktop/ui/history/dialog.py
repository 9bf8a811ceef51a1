"""What was done since the vault was opened, newest first, with a way back to any of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QPushButton, QWidget

from desktop.qt.editing import Done, Editing
from desktop.ui.history.subjects import subject_text
from desktop.ui.history.taking_back import (
    KEPT,
    done_again_less,
    done_again_words,
    undone_less,
    undone_words,
    why_not_words,
)
from desktop.ui.history.words import change_text
from desktop.ui.moments import local_clock
from desktop.ui.theme import GRID, tokens
from desktop.ui.widgets.boxes import column, row
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.sizes import open_in
from desktop.ui.widgets.text import label

translate = QCoreApplication.translate
STEPS_ROLE = Qt.ItemDataRole.UserRole
"""How many steps lead there: less than 0 back, more than 0 on."""


class HistoryDialog(QDialog):
    """Stays beside the window: what is undone is seen at once."""

    def __init__(self, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editing = editing
        open_in(self, 460, 480)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.about = label("", "muted", wrap=True)
        self.told = label("", "muted", wrap=True)
        self.go = QPushButton()
        self.go.clicked.connect(self._go)
        self.list.itemActivated.connect(self._go)
        self.list.currentItemChanged.connect(self._look)
        self.leave = QPushButton()
        self.leave.clicked.connect(self.reject)
        for button in (self.go, self.leave):
            # Enter goes to the chosen line, and not once more by way of a button.
            button.setAutoDefault(False)
        box = column(self, margin=GRID * 2)
        box.addWidget(self.about)
        box.addWidget(self.list, 1)
        box.addWidget(self.told)
        line = row()
        line.addStretch(1)
        line.addWidget(self.go)
        line.addWidget(self.leave)
        box.addLayout(line)
        editing.changed.connect(self.fill)
        editing.history_changed.connect(self.fill)
        self.fill()

    def changeEvent(self, event: QEvent) -> None:
        """Another language or palette is shown at once."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.fill()

    @Slot()
    def fill(self) -> None:
        """Lists what was done, and above it what was undone and can be done again."""
        self.setWindowTitle(translate("HistoryDialog", "History"))
        self.list.setAccessibleName(translate("HistoryDialog", "What was done"))
        self.about.setText(
            translate("HistoryDialog", "Choose a line to go back to before it, or to do it again.")
        )
        self.leave.setText(translate("HistoryDialog", "Close"))
        self.told.clear()
        colours = tokens(self.palette())
        self.list.clear()
        undone, done = self._editing.undone, self._editing.history
        for steps, entry in reversed(list(enumerate(undone, start=1))):
            self._add(entry, steps, icon("next", colours.muted), undone=True)
        for steps, entry in enumerate(reversed(done), start=1):
            self._add(entry, -steps, icon("ok", colours.ok), undone=False)
        if not undone and not done:
            self.told.setText(translate("HistoryDialog", "Nothing was done yet since the vault was opened."))
        elif self.list.count():
            self.list.setCurrentRow(len(undone) if done else 0)
        self._look()

    def _add(self, entry: Done, steps: int, sign: QIcon, *, undone: bool) -> None:
        text = entry_text(entry, self._editing)
        if undone:
            text += "\n" + translate("HistoryDialog", "undone")
        item = QListWidgetItem(sign, text)
        item.setData(STEPS_ROLE, steps)
        self.list.addItem(item)

    @Slot()
    def _look(self) -> None:
        item: QListWidgetItem | None = self.list.currentItem()
        steps = 0 if item is None else int(item.data(STEPS_ROLE))
        self.go.setEnabled(steps != 0)
        self.go.setText(
            translate("HistoryDialog", "Do it again up to here")
            if steps > 0
            else translate("HistoryDialog", "Undo back to before it")
        )

    @Slot()
    def _go(self) -> None:
        item: QListWidgetItem | None = self.list.currentItem()
        steps = 0 if item is None else int(item.data(STEPS_ROLE))
        again = steps > 0
        act = self._editing.redo if again else self._editing.undo
        less, words = (done_again_less, done_again_words) if again else (undone_less, undone_words)
        told: list[str] = []
        self.told.setText("")
        for _ in range(abs(steps)):
            entry = self._editing.undone[0] if again else self._editing.history[-1]
            try:
                act()
            except KEPT as error:
                self.told.setText("\n".join([*told, why_not_words(error, entry.change)]))
                return
            if less(entry.change, self._editing):
                told.append(words(entry.change, self._editing))
        if told:
            # It was filled anew meanwhile.
            self.told.setText("\n".join(told))


def entry_text(entry: Done, editing: Editing) -> str:
    """When, what, and what it was done to."""
    text = f"{local_clock(entry.at)} · {change_text(entry.change.label)}"
    return "\n".join(filter(None, (text, subject_text(entry.change, editing))))
