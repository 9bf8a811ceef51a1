"""The page of the audit trail: read it, search it, take out what it says of somebody, verify it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from operator import itemgetter
from pathlib import Path

from PySide6.QtCore import QDate, QItemSelection, Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QHBoxLayout,
    QInputDialog,
    QLineEdit,
    QPushButton,
    QSplitter,
    QWidget,
)

from desktop.domain.audit import AuditEvent, AuditKind
from desktop.domain.unit import Unit
from desktop.printing.files import write_whole
from desktop.printing.order import in_order
from desktop.printing.text_print import Paragraph, TextDocument, text_pdf
from desktop.printing.week_print import CannotPrint
from desktop.qt.settings import Settings
from desktop.services.ports import AuditQuery, Kept, NotRecorded
from desktop.services.telling_apart import set_apart, told_apart
from desktop.services.trail.audit import AuditService
from desktop.services.trail.audit_extract import extract
from desktop.services.trail.audit_verify import Verdict
from desktop.ui.audit.table import AuditTable
from desktop.ui.audit.table_model import AuditTableModel
from desktop.ui.audit.verdict_words import verdict_lines, verdict_words
from desktop.ui.audit.verifying import VerifyBar
from desktop.ui.audit.words import (
    Labels,
    about_words,
    detail_lines,
    kind_words,
    moment_words,
    others_words,
    what_words,
    who_words,
)
from desktop.ui.file_words import not_drawn, not_recorded, not_written, saved_as
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import clear, column, frame, row, rule, scrolled
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.remembered import remember_header, remember_size, remember_split
from desktop.ui.widgets.save_file import ask_for_file
from desktop.ui.widgets.sizes import open_in
from desktop.ui.widgets.text import heading, label, restyle

SHORT_FORM_LETTERS = 60
DAYS_SHOWN = 30
SEARCH_WIDTH = 340


class AuditDialog(QDialog):
    """Opening it is recorded, as is everything that it does."""

    def __init__(
        self,
        trail: AuditService,
        unit: Unit | None,
        parent: QWidget | None = None,
        settings: Settings | None = None,
    ) -> None:
        """``settings`` remember how it is shared out."""
        super().__init__(parent)
        self.setProperty("guide", "audit")
        self._trail = trail
        self._unit = unit
        self._labels = Labels(None if unit is None else set_apart(unit))
        self.setWindowTitle(self.tr("Audit trail"))
        open_in(self, 1180, 760)
        self.search = QLineEdit()
        self.kind = QComboBox()
        self.person = QComboBox()
        self.days = QCheckBox(self.tr("&Only from"))
        self.since = QDateEdit(QDate.currentDate().addDays(-DAYS_SHOWN))
        self.until = QDateEdit(QDate.currentDate())
        self.model = AuditTableModel(trail, self._labels, self)
        self.table = AuditTable(self.model)
        self.count = label("", "muted")
        self.details = QWidget()
        self._details_box = column(self.details, margin=GRID * 2, gap=GRID)
        self.verdict_box = frame("calm")
        self.verdict = label("", wrap=True)
        self.verdict_list = label("", wrap=True)
        self.short = QLineEdit()
        self.verify_button = QPushButton(self.tr("&Verify"))
        self.progress = VerifyBar(trail)
        self.extract_button = QPushButton(self.tr("&Extract for this person …"))
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._build()
        if settings is not None:
            remember_size(self, "audit", settings)
            remember_split(self._splitter, "audit.split", settings)
            remember_header(self.table.horizontalHeader(), "audit.columns", settings)
        self._open()

    def choose_person(self, person: str) -> None:
        """Shows the entries about somebody of the unit alone."""
        places = (at for at in range(self.person.count()) if self.person.itemData(at)[:1] == (person,))
        self.person.setCurrentIndex(next(places, 0))

    def save_extract(self, path: Path, reason: str) -> bool:
        """Writes what the trail says of the chosen person as a PDF; says what went wrong."""
        person, kind = self._person()
        try:
            found = extract(self._trail, kind, person, reason, self._unit, others_words)
            paragraphs = [self._paragraph(kept) for kept in found.entries]
            document = TextDocument(
                title=self.tr("Audit trail: %1").replace("%1", self._labels.of(person)),
                subtitle=self.tr("%n entries", "of the extract for one person", len(paragraphs)),
                paragraphs=paragraphs,
                file_title=self.tr("Sikkerplan – extract of the audit trail"),
                trail=found.head,
            )
            write_whole(path, text_pdf(document))
        except NotRecorded:
            self._tell(not_recorded(), "problem")
        except CannotPrint:
            self._tell(not_drawn(), "problem")
        except OSError:
            self._tell(not_written(), "problem")
        else:
            self._tell(saved_as(path.name), "calm")
            self.refresh()
            return True
        return False

    @Slot()
    def refresh(self) -> None:
        """Looks for what the fields ask for."""
        day = timedelta(days=1)
        only = self.days.isChecked()
        query = AuditQuery(
            text=self.search.text(),
            kind=str(self.kind.currentData() or ""),
            person=self._person()[0],
            since=_midnight(self.since.date()) if only else None,
            before=_midnight(self.until.date(), day) if only else None,
            refers_to=self._labels.matching(self.search.text()),
        )
        try:
            numbers = self._trail.find(query)
        except NotRecorded:
            numbers = ()
            self._tell(self.tr("The audit trail can't be read now."), "problem")
        self.model.show_entries(numbers)
        self.count.setText(self.tr("%n entries", "in the list", len(numbers)))
        self.extract_button.setEnabled(bool(query.person))
        self._show_details()

    @Slot()
    def verify(self) -> None:
        """Verifies the trail beside the window's thread, then tells what came of it."""
        self.verify_button.setEnabled(False)
        self.verdict_box.hide()
        self.progress.start(self.short.text())

    @Slot(int)
    def done(self, result: int) -> None:
        """Closes, and ends what is being verified."""
        self.progress.stop()
        super().done(result)

    @Slot()
    def _on_stopped(self) -> None:
        self.verify_button.setEnabled(True)
        self._tell(self.tr("Stopped. Nothing was verified."), "note")

    @Slot(object)
    def _show_verdict(self, verdict: object) -> None:
        self.verify_button.setEnabled(True)
        if isinstance(verdict, Verdict):
            look = "problem" if not verdict.whole else "note" if verdict.restored else "calm"
            self._tell(verdict_words(verdict), look, "\n".join(verdict_lines(verdict)))
        else:
            self._tell(self.tr("The audit trail can't be read now."), "problem")
        self.refresh()

    def _open(self) -> None:
        try:
            self._trail.record(AuditEvent(AuditKind.READ, "trail"))
        except NotRecorded:
            self._tell(self.tr("The audit trail can't be written now, so it is not shown either."), "problem")
            for widget in (self.search, self.kind, self.person, self.days, self.verify_button):
                widget.setEnabled(False)
            self.extract_button.setEnabled(False)
            return
        self.refresh()

    def _build(self) -> None:
        box = column(self, gap=0)
        box.addWidget(self._filters())
        self.table.selectionModel().selectionChanged.connect(self._on_selection)
        details = scrolled(self.details, self.tr("Details of the entry"))
        details.setMinimumWidth(320)
        splitter = self._splitter
        splitter.addWidget(self.table)
        splitter.addWidget(details)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 0)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.setSizes([840, 340])
        box.addWidget(splitter, 1)
        told = column(self.verdict_box, margin=GRID * 2, gap=GRID)
        told.addWidget(self.verdict)
        told.addWidget(self.verdict_list)
        self.verdict_box.hide()
        box.addWidget(self.verdict_box)
        self.progress.verified.connect(self._show_verdict)
        self.progress.ended.connect(self._on_stopped)
        box.addWidget(self.progress)
        box.addLayout(self._foot())

    def _filters(self) -> QWidget:
        bar = frame("bar")
        line = FlowLayout(bar)
        line.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        self.search.setPlaceholderText(self.tr("Search names, reasons and contents"))
        self.search.setAccessibleName(self.tr("Search the audit trail"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(SEARCH_WIDTH)
        self.kind.setAccessibleName(self.tr("What happened"))
        self.kind.addItem(self.tr("Everything"), "")
        for kind in AuditKind:
            self.kind.addItem(kind_words(kind), kind.value)
        self.person.setAccessibleName(self.tr("Whom it is about"))
        self.person.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.person.setMinimumContentsLength(18)
        self.person.addItem(self.tr("Everybody"), ("", ""))
        if self._unit is not None:
            # The wrong one of two would be handed what is another's.
            called = told_apart(self._unit.citizens)
            citizens = [(called[each.id], (each.id, "citizen")) for each in self._unit.citizens]
            staff = [(each.name, (each.id, "staff_member")) for each in set_apart(self._unit).staff]
            for people in (citizens, staff):
                for name, data in in_order(people, itemgetter(0)):
                    self.person.addItem(name, data)
        for edit in (self.since, self.until):
            edit.setCalendarPopup(True)
            edit.setEnabled(False)
            edit.dateChanged.connect(self.refresh)
            self.days.toggled.connect(edit.setEnabled)
        self.since.setAccessibleName(self.tr("First day"))
        self.until.setAccessibleName(self.tr("Last day"))
        self.days.toggled.connect(self.refresh)
        self.search.textChanged.connect(self.refresh)
        self.kind.currentIndexChanged.connect(self.refresh)
        self.person.currentIndexChanged.connect(self.refresh)
        days = QWidget()
        span = row(days, gap=GRID)
        for widget in (self.days, self.since, label(self.tr("to")), self.until):
            span.addWidget(widget)
        for part in (self.search, self.kind, self.person, days):
            line.addWidget(part)
        return bar

    def _foot(self) -> QHBoxLayout:
        foot = row(gap=GRID)
        foot.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        self.short.setPlaceholderText(self.tr("Short form from a print, to compare with"))
        self.short.setAccessibleName(self.tr("Short form from a print"))
        self.short.setMaxLength(SHORT_FORM_LETTERS)
        self.short.setMinimumWidth(300)
        self.verify_button.setProperty("look", "primary")
        self.verify_button.clicked.connect(self.verify)
        self.extract_button.clicked.connect(self._ask_for_extract)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.reject)
        foot.addWidget(self.count, 1)
        foot.addWidget(self.short)
        for button in (self.verify_button, self.extract_button, close):
            button.setAutoDefault(False)
            foot.addWidget(button)
        return foot

    def _person(self) -> tuple[str, str]:
        """The id and the kind of the person looked for; empty for everybody."""
        data = self.person.currentData()
        return (str(data[0]), str(data[1])) if data else ("", "")

    @Slot(QItemSelection, QItemSelection)
    def _on_selection(self, _now: QItemSelection, _before: QItemSelection) -> None:
        self._show_details()

    def _show_details(self) -> None:
        clear(self._details_box)
        rows = self.table.selectionModel().selectedRows()
        kept = self.model.entry(rows[0].row()) if rows else None
        if kept is None:
            self._details_box.addWidget(
                label(self.tr("Choose an entry to see what it holds."), "muted", wrap=True)
            )
        else:
            entry = kept.entry
            title = f"{what_words(kept)} · {about_words(kept, self._labels)}".rstrip(" ·")
            self._details_box.addWidget(heading(title, 1, wrap=True))
            number = self.tr("Entry %1").replace("%1", str(entry.number))
            self._details_box.addWidget(label(number, "muted"))
            self._details_box.addWidget(rule())
            for name, text in detail_lines(kept, self._labels):
                self._details_box.addWidget(label(name, "muted"))
                self._details_box.addWidget(label(text, wrap=True))
        self._details_box.addStretch(1)

    def _paragraph(self, kept: Kept) -> Paragraph:
        entry = kept.entry
        head = " · ".join(
            part
            for part in (
                f"{entry.number}",
                moment_words(entry.at),
                who_words(entry),
                what_words(kept),
                about_words(kept, self._labels),
            )
            if part
        )
        # When and who stand in the head already.
        lines = detail_lines(kept, self._labels)[2:]
        return Paragraph(head, "\n".join(f"{name}: {text}" for name, text in lines))

    @Slot()
    def _ask_for_extract(self) -> None:
        reason, given = QInputDialog.getText(
            self, self.tr("Extract of the audit trail"), self.tr("Why is it taken out? This is recorded.")
        )
        if not given or not reason.strip():
            return
        # The file's name says nothing of the person.
        path = ask_for_file(
            self,
            self.tr("Save the extract as PDF"),
            self.tr("Sikkerplan extract.pdf"),
            self.tr("PDF files (*.pdf)"),
        )
        if path is not None:
            self.save_extract(path, reason.strip())

    def _tell(self, text: str, look: str, more: str = "") -> None:
        self.verdict.setText(text)
        self.verdict_list.setText(more)
        self.verdict_list.setVisible(bool(more))
        self.verdict_box.setProperty("look", look)
        restyle(self.verdict_box)
        self.verdict_box.show()


def _midnight(day: QDate, after: timedelta = timedelta()) -> datetime:
    """The moment at which a local day begins, or so long after it."""
    local = datetime.combine(date(day.year(), day.month(), day.day()) + after, time())
    return local.astimezone(UTC)
