"""Retention: what is due, the rules, one person's rights; and the older backups that still hold what was
erased."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QMessageBox, QPushButton, QTabWidget, QWidget

from desktop.services.backups import BackupNote, Backups
from desktop.services.erasure import Eraser
from desktop.services.ports import Clock, Store
from desktop.ui.retention.due_panel import DuePanel
from desktop.ui.retention.person_panel import PersonPanel, WriteAccess
from desktop.ui.retention.rules_panel import RulesPanel
from desktop.ui.theme import GRID
from desktop.ui.widgets.background import in_background
from desktop.ui.widgets.boxes import column, frame, row, scrolled
from desktop.ui.widgets.sizes import open_in
from desktop.ui.widgets.text import label


class RetentionDialog(QDialog):
    """``erased`` is sent when something has gone from the store."""

    erased = Signal()

    def __init__(
        self,
        store: Store,
        eraser: Eraser,
        clock: Clock,
        write: WriteAccess,
        backups: Backups | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("guide", "retention")
        self._backups = backups
        self._older: tuple[BackupNote, ...] = ()
        self.setWindowTitle(self.tr("Retention and erasure"))
        open_in(self, 820, 640)
        self.due = DuePanel(store, eraser, clock, self.confirm)
        self.rules = RulesPanel(store, clock)
        self.person = PersonPanel(store, eraser, clock, write, self.confirm)
        self.tabs = QTabWidget()
        self.older = label("", wrap=True)
        self.remove = QPushButton(self.tr("Make a new one and remove them"))
        self._older_box = frame("problem")
        self._build()

    def confirm(self, question: str) -> bool:
        """Asks before something goes for good."""
        box = QMessageBox(QMessageBox.Icon.Warning, self.windowTitle(), "", parent=self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(question)
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No)
        box.setDefaultButton(QMessageBox.StandardButton.No)
        return box.exec() == QMessageBox.StandardButton.Yes

    def _build(self) -> None:
        box = column(self, gap=0)
        self.tabs.addTab(self.due, self.tr("What is due"))
        self.tabs.addTab(self.rules, self.tr("Rules"))
        self.tabs.addTab(scrolled(self.person), self.tr("One person"))
        box.addWidget(self.tabs, 1)
        inner = row(self._older_box, margin=GRID)
        inner.addWidget(self.older, 1)
        inner.addWidget(self.remove)
        box.addWidget(self._older_box)
        self._older_box.hide()
        foot = row(gap=GRID)
        foot.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        close = QPushButton(self.tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        foot.addStretch(1)
        foot.addWidget(close)
        box.addLayout(foot)
        self.remove.setAutoDefault(False)
        self.remove.clicked.connect(self.remove_older)
        self.rules.changed.connect(self.due.refresh)
        self.due.erased.connect(self.person.refresh)
        self.person.erased.connect(self.due.refresh)
        for panel in (self.due, self.person):
            panel.erased.connect(self._on_erased)

    @Slot()
    def _on_erased(self) -> None:
        self.erased.emit()
        self._look_at_backups()

    def _look_at_backups(self) -> None:
        if self._backups is not None:
            in_background(self._backups.listed, self._listed)

    @Slot(object)
    def _listed(self, notes: object) -> None:
        """Every backup that there is now was made before what was erased went."""
        self._older = notes if isinstance(notes, tuple) else ()
        kept = self._backups.kept_vaults() if self._backups is not None else 0
        count = len(self._older) + kept
        text = self.tr("%1 older backups still hold what was erased.")
        self.older.setText(text.replace("%1", QLocale().toString(count)))
        self._older_box.setVisible(count > 0)

    @Slot()
    def remove_older(self) -> None:
        """Makes a backup without what was erased, and then removes those that hold it."""
        if self._backups is not None:
            self.remove.setEnabled(False)
            in_background(self._replace, self._replaced)

    def _replace(self) -> object:
        backups = self._backups
        assert backups is not None
        before = {note.path for note in self._older}
        state = backups.make()
        # Without a new one the old ones are all that there is.
        if state.fault is None and state.last is not None:
            backups.remove(sorted(before))
            backups.remove_kept_vaults()
        return tuple(note for note in backups.listed() if note.path in before)

    @Slot(object)
    def _replaced(self, left: object) -> None:
        self.remove.setEnabled(True)
        self._listed(left)
