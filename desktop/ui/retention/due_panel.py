"""What is due for erasure: proposed with boxes, erased when somebody has ticked and confirmed it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.domain.retention import DataKind
from desktop.printing.words import date_text
from desktop.services.erasure import AuditDue, Erased, Eraser
from desktop.services.ports import Clock, Store
from desktop.services.retention import Due, due
from desktop.ui.kind_names import data_kind_name
from desktop.ui.retention.outcome import failure_words, tell
from desktop.ui.retention.words import due_words, erased_mark, erased_words
from desktop.ui.theme import GRID
from desktop.ui.widgets.background import in_background
from desktop.ui.widgets.boxes import column, frame, row
from desktop.ui.widgets.text import label

translate = QCoreApplication.translate
_ITEM = Qt.ItemDataRole.UserRole
Confirm = Callable[[str], bool]


class DuePanel(QWidget):
    """``erased`` is sent when something has gone. ``confirm`` asks a question and tells whether it was a
    yes."""

    erased = Signal()

    def __init__(
        self, store: Store, eraser: Eraser, clock: Clock, confirm: Confirm, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._eraser = eraser
        self._clock = clock
        self._confirm = confirm
        self.tree = QTreeWidget()
        self.all = QPushButton(self.tr("Tick all"))
        self.erase = QPushButton(self.tr("Erase what is ticked …"))
        self.message = label("", wrap=True)
        self._message_box = frame("calm")
        self._build()
        self.refresh()

    def ticked(self) -> tuple[Due, ...]:
        """What somebody has ticked."""
        return tuple(each for each in self._checked() if isinstance(each, Due))

    def ticked_audit(self) -> AuditDue | None:
        """What of the audit somebody has ticked."""
        return next((each for each in self._checked() if isinstance(each, AuditDue)), None)

    @Slot()
    def refresh(self) -> None:
        """Looks again at what is due today."""
        self.tree.blockSignals(True)
        self.tree.clear()
        with self._store.begin() as work:
            found = due(work, self._clock.today())
            unit = work.unit() if found else None
        groups: dict[DataKind, QTreeWidgetItem] = {}
        for each in found:
            if each.kind not in groups:
                groups[each.kind] = QTreeWidgetItem(self.tree, [data_kind_name(each.kind)])
                groups[each.kind].setExpanded(True)
            assert unit is not None
            since = date_text(each.since)
            if each.counted is None:
                since = translate("RetentionStaff", "no hours, and no plan names them")
            if each.planned:
                since = self.tr("named in a plan of this week or a later one")
            item = QTreeWidgetItem(groups[each.kind], [due_words(each, unit), since])
            item.setData(0, _ITEM, each)
            item.setCheckState(0, Qt.CheckState.Unchecked)
            item.setDisabled(each.planned)
        self._add_audit()
        self.tree.blockSignals(False)
        found_any = bool(self._items())
        self.all.setEnabled(found_any)
        self._judge()
        if not found_any:
            self._tell(self.tr("Nothing is due today."))

    def _add_audit(self) -> None:
        found = self._eraser.audit_due(self._clock.today())
        if found is not None:
            top = QTreeWidgetItem(self.tree, [data_kind_name(DataKind.AUDIT)])
            top.setExpanded(True)
            words = self.tr("%1 entries").replace("%1", QLocale().toString(found.entries))
            since = self.tr("from before %1").replace("%1", date_text(found.before))
            item = QTreeWidgetItem(top, [words, since])
            item.setData(0, _ITEM, found)
            item.setCheckState(0, Qt.CheckState.Unchecked)

    def _build(self) -> None:
        box = column(self, margin=GRID * 2, gap=GRID)
        about = self.tr(
            "By the rules beside, this may not be kept any longer. Nothing goes by itself: tick what may go. "
            "What is erased can't be brought back, and leaves no trace in the vault or in later backups."
        )
        box.addWidget(label(about, "muted", wrap=True))
        self.tree.setHeaderLabels([self.tr("What"), self.tr("Due since")])
        self.tree.setAccessibleName(self.tr("What is due for erasure"))
        self.tree.setColumnWidth(0, 420)
        self.tree.setAlternatingRowColors(True)
        box.addWidget(self.tree, 1)
        column(self._message_box, margin=GRID).addWidget(self.message)
        box.addWidget(self._message_box)
        self._message_box.hide()
        foot = row(gap=GRID)
        foot.addWidget(self.all)
        foot.addStretch(1)
        foot.addWidget(self.erase)
        box.addLayout(foot)
        self.tree.itemChanged.connect(self._judge)
        self.all.clicked.connect(self._tick_all)
        self.erase.clicked.connect(self.ask)
        for button in (self.all, self.erase):
            button.setAutoDefault(False)

    @Slot()
    def ask(self) -> None:
        """Asks once more, and erases what is ticked."""
        items, audit = self.ticked(), self.ticked_audit()
        count = len(items) + (0 if audit is None else audit.entries)
        text = self.tr("Erase %1 entries for good? They can't be brought back.")
        if count and self._confirm(text.replace("%1", QLocale().toString(count))):
            self.erase.setEnabled(False)
            self._tell(self.tr("Erasing …"))
            in_background(partial(self._erase, items, audit, erased_mark()), self._done)

    def _erase(self, items: tuple[Due, ...], audit: AuditDue | None, mark: str) -> object:
        try:
            return self._eraser.erase(items, self._clock.today(), mark, audit)
        except Exception as error:
            return error

    @Slot(object)
    def _done(self, outcome: object) -> None:
        self.refresh()
        if isinstance(outcome, Erased):
            self._tell(erased_words(outcome))
            self.erased.emit()
        else:
            self._tell(failure_words(outcome), "problem")

    @Slot()
    def _tick_all(self) -> None:
        for item in self._items():
            if not item.isDisabled():
                item.setCheckState(0, Qt.CheckState.Checked)

    @Slot()
    def _judge(self) -> None:
        self.erase.setEnabled(bool(self.ticked()) or self.ticked_audit() is not None)

    def _checked(self) -> list[object]:
        return [item.data(0, _ITEM) for item in self._items() if item.checkState(0) is Qt.CheckState.Checked]

    def _items(self) -> list[QTreeWidgetItem]:
        tops = [self.tree.topLevelItem(at) for at in range(self.tree.topLevelItemCount())]
        inner = [top.child(at) for top in tops if top is not None for at in range(top.childCount())]
        return [item for item in inner if item is not None]

    def _tell(self, text: str, look: str = "calm") -> None:
        tell(self._message_box, self.message, text, look)
