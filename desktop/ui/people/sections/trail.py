"""What the audit trail says of a person. It is read when somebody asks, and that is recorded."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QPushButton, QTableView

from desktop.domain.audit import AuditEvent, AuditKind
from desktop.services.ports import AuditQuery, NotRecorded
from desktop.ui.audit.dialog import AuditDialog
from desktop.ui.audit.table_model import AuditTableModel
from desktop.ui.audit.table_model import Column as AuditColumn
from desktop.ui.audit.words import Labels
from desktop.ui.context import WindowContext
from desktop.ui.people.sections.section import Section, Subject, concealed_text
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import row
from desktop.ui.widgets.text import label, tooltip

translate = QCoreApplication.translate
LEAST_HEIGHT = 320


class TrailSection(Section):
    """The entries about one person, and the way to the extract that can be handed out."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(translate("PersonPage", "Audit trail"), read_only=context.read_only)
        self._context = context
        self.show_button = QPushButton(translate("PersonPage", "Show the entries"))
        self.open_button = QPushButton(translate("PersonPage", "Extract …"))
        self.told = label(
            translate("PersonPage", "Who has seen or changed what is kept of them. Looking is recorded too."),
            "muted",
            wrap=True,
        )
        self.table = QTableView()
        self.model: AuditTableModel | None = None
        self._build()

    def show_subject(self, subject: Subject) -> None:
        other = self.subject is None or self.subject.citizen.id != subject.citizen.id
        super().show_subject(subject)
        concealed = self._context.editing.concealed
        if other or concealed:
            self._close()
        trail = self._context.trail is not None
        for button in (self.show_button, self.open_button):
            button.setEnabled(trail and not concealed)
            button.setToolTip(tooltip(concealed_text() if concealed else ""))

    @Slot()
    def show_entries(self) -> None:
        """Reads the entries about the person, and records that it was done."""
        trail, subject = self._context.trail, self.subject
        if trail is None or subject is None:
            return
        try:
            trail.record(AuditEvent(AuditKind.READ, "trail", people=(subject.citizen.id,)))
            numbers = trail.find(AuditQuery(person=subject.citizen.id))
        except NotRecorded:
            self.told.setText(translate("PersonPage", "The audit trail can't be written or read now."))
            return
        self.model = AuditTableModel(trail, Labels(subject.unit), self)
        self.table.setModel(self.model)
        self.model.show_entries(numbers)
        header = self.table.horizontalHeader()
        wide = self.fontMetrics().averageCharWidth()
        header.setSectionResizeMode(AuditColumn.WHEN, QHeaderView.ResizeMode.ResizeToContents)
        for of, letters in ((AuditColumn.WHO, 20), (AuditColumn.WHAT, 14)):
            self.table.setColumnWidth(of, wide * letters)
        header.setSectionResizeMode(AuditColumn.ABOUT, QHeaderView.ResizeMode.Stretch)
        self.table.show()
        self.table.setFocus()

    @Slot()
    def open_extract(self) -> None:
        """Opens the page of the audit trail at the person, where an extract can be saved."""
        trail, subject = self._context.trail, self.subject
        if trail is None or subject is None:
            return
        # As it is stored: what is handed out is searched for the names of others.
        with self._context.store.begin() as work:
            unit = work.unit()
        dialog = AuditDialog(trail, unit, self.window(), self._context.settings)
        dialog.choose_person(subject.citizen.id)
        dialog.exec()
        dialog.deleteLater()

    def _close(self) -> None:
        """Lets go of what was read."""
        self.table.hide()
        self.table.setModel(None)
        if self.model is not None:
            self.model.deleteLater()
            self.model = None

    def _build(self) -> None:
        table = self.table
        table.setAccessibleName(translate("PersonPage", "Entries of the audit trail"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + GRID)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        table.setMinimumHeight(LEAST_HEIGHT)
        table.hide()
        self.box.addWidget(self.told)
        line = row()
        for button, act in ((self.show_button, self.show_entries), (self.open_button, self.open_extract)):
            button.setAutoDefault(False)
            button.clicked.connect(act)
            line.addWidget(button)
        line.addStretch(1)
        self.box.addLayout(line)
        self.box.addWidget(table)
