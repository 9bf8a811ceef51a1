"""Lists to choose somebody from, each with what choosing them would do."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from desktop.services.hand.verdicts import Verdict, VerdictKind
from desktop.ui.moving.judge import BUDGET
from desktop.ui.moving.label import LOOKS
from desktop.ui.moving.words import VerdictWords
from desktop.ui.theme import tokens
from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.searching import fold
from desktop.ui.widgets.text import label, tooltip

translate = QCoreApplication.translate
LEAST_LIST = 220
ID_ROLE = Qt.ItemDataRole.UserRole
KIND_ROLE = Qt.ItemDataRole.UserRole + 1
_ORDER = {VerdictKind.ALLOWED: 0, VerdictKind.SOFT: 1, VerdictKind.FORBIDDEN: 2}


class PickList(QWidget):
    """Those who may be chosen come first; who may not stands there with the reason, and can't be chosen.

    ``leaving``: they are asked who goes. ``picked`` carries an id, ``toggled`` is sent when another one is
    ticked.
    """

    picked = Signal(str)
    toggled = Signal()

    def __init__(
        self, name: str, *, ticked: bool = False, leaving: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ticked = ticked
        self._leaving = leaving
        self._coming: Iterator[tuple[str, str, Verdict]] = iter(())
        self._words: VerdictWords | None = None
        self.search = QLineEdit()
        self.search.setPlaceholderText(translate("PickList", "Search"))
        self.search.setAccessibleName(translate("PickList", "Search"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(min(LEAST_LIST, self.screen().availableSize().height() // 4))
        self._note = label("", "muted", wrap=True)
        box = column(self)
        box.addWidget(self.search)
        box.addWidget(self.list, 1)
        box.addWidget(self._note)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)
        self.search.returnPressed.connect(self._pick_first)
        self.list.itemActivated.connect(self._on_item)
        if not ticked:
            self.list.itemClicked.connect(self._on_item)
        self.list.itemChanged.connect(self._on_changed)

    def fill(self, coming: Iterator[tuple[str, str, Verdict]], words: VerdictWords) -> None:
        """Lists ids, names and verdicts, as they become known."""
        self.list.clear()
        self._words, self._coming = words, coming
        looking = translate("PickList", "Looking who can come …")
        self._note.setText(translate("PickLeaving", "Looking who can go …") if self._leaving else looking)
        self._timer.start()

    def chosen(self) -> tuple[str, ...]:
        """The ids that are ticked."""
        items = (self.list.item(at) for at in range(self.list.count()))
        return tuple(item.data(ID_ROLE) for item in items if item.checkState() == Qt.CheckState.Checked)

    def complete(self) -> bool:
        """Whether everybody is listed."""
        return not self._timer.isActive()

    @Slot()
    def _go_on(self) -> None:
        until = perf_counter() + BUDGET
        for each, name, verdict in self._coming:
            self._add(each, name, verdict)
            if perf_counter() >= until:
                return
        self._timer.stop()
        free = sum(
            self.list.item(at).data(KIND_ROLE) != VerdictKind.FORBIDDEN for at in range(self.list.count())
        )
        text = translate("PickList", "%1 of %2 can come.")
        if self._leaving:
            text = translate("PickLeaving", "%1 of %2 can be taken out.")
        self._note.setText(text.replace("%1", str(free)).replace("%2", str(self.list.count())))

    def _add(self, each: str, name: str, verdict: Verdict) -> None:
        assert self._words is not None
        told = self._words.tell(verdict)
        look = LOOKS[verdict.kind]
        item = QListWidgetItem(
            icon(look, getattr(tokens(self.palette()), look)), f"{name}\n{self._words.sign(verdict)}"
        )
        item.setData(ID_ROLE, each)
        item.setData(KIND_ROLE, verdict.kind)
        item.setToolTip(tooltip("\n".join((told.title, *told.lines))))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, {told.whole()}")
        if verdict.kind is VerdictKind.FORBIDDEN:
            item.setFlags(Qt.ItemFlag.ItemIsSelectable)
        elif self._ticked:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
        place = 0
        while place < self.list.count() and self._rank(self.list.item(place)) <= _ORDER[verdict.kind]:
            place += 1
        self.list.blockSignals(True)
        self.list.insertItem(place, item)
        self.list.blockSignals(False)
        self._hide(item)

    @staticmethod
    def _rank(item: QListWidgetItem) -> int:
        return _ORDER[VerdictKind(item.data(KIND_ROLE))]

    @Slot()
    def _filter(self) -> None:
        for at in range(self.list.count()):
            self._hide(self.list.item(at))

    def _hide(self, item: QListWidgetItem) -> None:
        words = fold(self.search.text()).split()
        item.setHidden(not all(word in fold(item.text()) for word in words))

    @Slot()
    def _pick_first(self) -> None:
        for at in range(self.list.count()):
            item = self.list.item(at)
            if not item.isHidden():
                self._on_item(item)
                return

    @Slot(QListWidgetItem)
    def _on_item(self, item: QListWidgetItem) -> None:
        if item.data(KIND_ROLE) == VerdictKind.FORBIDDEN:
            return
        if self._ticked:
            done = item.checkState() == Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if done else Qt.CheckState.Checked)
        else:
            self.picked.emit(item.data(ID_ROLE))

    @Slot(QListWidgetItem)
    def _on_changed(self, _: QListWidgetItem) -> None:
        self.toggled.emit()
