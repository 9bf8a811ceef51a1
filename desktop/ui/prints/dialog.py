"""The print as it will be, page by page, with Print and Save as PDF."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import QComboBox, QDialog, QGraphicsView, QPushButton, QToolButton, QWidget

from desktop.domain.audit import AuditKind
from desktop.domain.plans import PlanVersion, VersionState
from desktop.printing.contents import EVERYTHING, Choice, Contents
from desktop.printing.fitting import Names
from desktop.printing.week_print import (
    CannotPrint,
    PlanNotClean,
    PrintOptions,
    document_title,
    page_layout,
    people_printed,
    print_week,
    write_week_pdf,
)
from desktop.qt.settings import Settings
from desktop.services.ports import Auditor, NotRecorded
from desktop.services.trail.audit_changes import week_event
from desktop.services.week.planning import Prepared
from desktop.ui.file_words import not_drawn, not_written
from desktop.ui.prints.choice_bar import ChoiceBar
from desktop.ui.theme import GRID, tokens
from desktop.ui.widgets.boxes import column, frame, row
from desktop.ui.widgets.icons import icon, set_icon
from desktop.ui.widgets.remembered import remember_size
from desktop.ui.widgets.save_file import ask_for_file
from desktop.ui.widgets.sizes import open_in
from desktop.ui.widgets.text import label, tooltip
from desktop.ui.words import week_title
from solver.check import Report


@dataclass(frozen=True, slots=True)
class Printed:
    """A week and a version of it, with what the check found. ``unapproved``: the sessions that need a manual
    yes and have none. ``forced`` is the version that people were told last, where one was published."""

    prepared: Prepared
    version: PlanVersion
    report: Report
    unapproved: frozenset[str] = frozenset()
    forced: PlanVersion | None = None


class PrintDialog(QDialog):
    """Shows a clean version's pages. What is chosen about names is remembered.

    ``saved`` carries the name of the file that was written, without its folder.
    """

    saved = Signal(str)

    def __init__(
        self,
        printed: Printed,
        settings: Settings,
        audit: Auditor,
        choice: Choice = EVERYTHING,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("guide", "printing")
        self._printed = printed
        self._prepared, self._version, self._report = printed.prepared, printed.version, printed.report
        self._settings = settings
        self._audit = audit
        self.setWindowTitle(self.tr("Print the week"))
        open_in(self, 1080, 720)
        remember_size(self, "print", settings)
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setPageLayout(page_layout())
        self._printer.setDocName(document_title(self._version.week))
        self.preview = QPrintPreviewWidget(self._printer)
        # The keyboard goes to the view inside of it.
        for widget in (self.preview, *self.preview.findChildren(QGraphicsView)):
            widget.setAccessibleName(self.tr("Preview of the print"))
        self.preview.paintRequested.connect(self._paint)
        self.names = QComboBox()
        self.names.addItem(self.tr("Names in full"), Names.FULL)
        self.names.addItem(self.tr("Case numbers only"), Names.CASE_NUMBERS)
        self.names.setCurrentIndex(0 if settings.print_names else 1)
        self.names.currentIndexChanged.connect(self._on_names)
        self.choice = ChoiceBar(self._prepared.unit, self._version)
        self.choice.call(self._names())
        self.choice.choose(choice)
        self.choice.changed.connect(self._on_choice)
        self.note = label("", "warn", wrap=True)
        self.note.setContentsMargins(GRID * 2, 0, GRID * 2, GRID)
        self.page = label("")
        self.message = label("", "danger", wrap=True)
        self.pdf_button = QPushButton(self.tr("Save as PDF …"))
        self.print_button = QPushButton(self.tr("Print …"))
        self._build()
        self._tell_notes()

    def save_pdf(self, path: Path) -> bool:
        """Writes the PDF whole or not at all; says what went wrong."""
        try:
            self._record(AuditKind.EXPORT)
            write_week_pdf(path, self._prepared, self._version, self._report, self._options())
        except NotRecorded:
            self.message.setText(self._not_recorded())
        except OSError:
            self.message.setText(not_written())
        except CannotPrint:
            self.message.setText(not_drawn())
        except PlanNotClean:
            self.message.setText(self._not_clean())
        else:
            self.message.setText("")
            return True
        return False

    def _build(self) -> None:
        box = column(self, gap=0)
        top = row(gap=GRID)
        top.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        top.addWidget(label(week_title(self._version.week)))
        top.addStretch(1)
        top.addWidget(self._tool("previous", self.tr("Previous page"), -1))
        top.addWidget(self.page)
        top.addWidget(self._tool("next", self.tr("Next page"), 1))
        top.addStretch(1)
        who = label(self.tr("&People as"), "muted")
        who.setBuddy(self.names)
        top.addWidget(who)
        top.addWidget(self.names)
        whole = frame("bar")
        above = column(whole, gap=0)
        above.addLayout(top)
        above.addWidget(self.choice)
        above.addWidget(self.note)
        box.addWidget(whole)
        box.addWidget(self.preview, 1)
        foot = row(gap=GRID)
        foot.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.reject)
        colours = tokens(self.palette())
        set_icon(self.pdf_button, "pdf", colours.text)
        self.pdf_button.clicked.connect(self.ask_for_pdf)
        set_icon(self.print_button, "print", colours.on_accent)
        self.print_button.setProperty("look", "primary")
        self.print_button.clicked.connect(self._ask_for_printer)
        foot.addWidget(self.message, 1)
        for button in (close, self.pdf_button, self.print_button):
            button.setAutoDefault(False)
            foot.addWidget(button)
        box.addLayout(foot)
        self.print_button.setFocus()
        self.preview.previewChanged.connect(self._tell_page)
        self.preview.fitInView()
        QShortcut(QKeySequence.StandardKey.MoveToNextPage, self).activated.connect(self.next_page)
        QShortcut(QKeySequence.StandardKey.MoveToPreviousPage, self).activated.connect(self.previous_page)

    def _tool(self, name: str, text: str, step: int) -> QToolButton:
        button = QToolButton()
        button.setProperty("look", "plain")
        button.setIcon(icon(name, tokens(self.palette()).text))
        button.setToolTip(tooltip(text))
        button.setAccessibleName(text)
        button.clicked.connect(self.next_page if step > 0 else self.previous_page)
        return button

    def _options(self) -> PrintOptions:
        return PrintOptions(self._names(), self._audit.head(), self.choice.choice(), self._printed.unapproved)

    def _names(self) -> Names:
        # Qt gives a word back as plain text, whatever it was put in as.
        return Names(self.names.currentData())

    def _record(self, kind: AuditKind) -> None:
        """Raises ``NotRecorded`` or ``PlanNotClean``; then nothing is to be printed."""
        choice = self.choice.choice()
        people = people_printed(self._prepared, self._version, self._report, choice)
        names = self._names().value
        self._audit.record(
            week_event(
                kind, self._version, names=names, contents=choice.contents, only=choice.only, people=people
            )
        )

    def _tell_notes(self) -> None:
        """What whoever hands the pages out should know."""
        notes = []
        handed_out = self.choice.choice().contents in (Contents.STAFF, Contents.PEOPLE)
        if handed_out and self._version.state is VersionState.DRAFT:
            notes.append(self.tr("This is a draft and may still change: publish it before you hand it out."))
        forced = self._printed.forced
        if forced is not None and self._version.state is VersionState.PUBLISHED and forced != self._version:
            overtaken = QCoreApplication.translate(
                "InForce", "This version is not in force: people were told version %1 last."
            )
            notes.append(overtaken.replace("%1", str(forced.number)))
        waiting = len(self._printed.unapproved)
        if waiting and self.choice.choice().contents is Contents.PEOPLE:
            one = self.tr(
                "1 session still needs a manual yes: its page says that it is still to be confirmed."
            )
            more = self.tr(
                "%1 sessions still need a manual yes: their pages say they are still to be confirmed."
            )
            notes.append(one if waiting == 1 else more.replace("%1", str(waiting)))
        self.note.setText(" ".join(notes))
        self.note.setVisible(bool(notes))

    def _not_recorded(self) -> str:
        return self.tr("Nothing was printed: the audit trail could not be written.")

    def _not_clean(self) -> str:
        return self.tr("The plan breaks a rule and is not printed.")

    @Slot(QPrinter)
    def _paint(self, printer: QPrinter) -> None:
        try:
            print_week(self._prepared, self._version, self._report, printer, self._options())
        except NotRecorded:
            self.message.setText(self._not_recorded())
        except CannotPrint:
            self.message.setText(not_drawn())
        except PlanNotClean:
            self.message.setText(self._not_clean())

    @Slot()
    def _tell_page(self) -> None:
        text = self.tr("Page %1 of %2").replace("%1", str(self.preview.currentPage()))
        self.page.setText(text.replace("%2", str(self.preview.pageCount())))

    @Slot()
    def next_page(self) -> None:
        self.preview.setCurrentPage(min(self.preview.currentPage() + 1, self.preview.pageCount()))
        self._tell_page()

    @Slot()
    def previous_page(self) -> None:
        self.preview.setCurrentPage(max(self.preview.currentPage() - 1, 1))
        self._tell_page()

    @Slot()
    def _on_names(self) -> None:
        self._settings.print_names = self._names() is Names.FULL
        self.choice.call(self._names())
        self.preview.updatePreview()

    @Slot()
    def _on_choice(self) -> None:
        self.message.setText("")
        self._tell_notes()
        self._printer.setDocName(self._title())
        self.preview.updatePreview()
        self.preview.setCurrentPage(1)
        self._tell_page()

    def _title(self) -> str:
        return document_title(self._version.week, self.choice.choice().contents)

    @Slot()
    def ask_for_pdf(self) -> None:
        """Lets somebody say where, and saves the PDF there."""
        path = ask_for_file(
            self,
            self.tr("Save the week as PDF"),
            f"{self._title()}.pdf",
            self.tr("PDF files (*.pdf)"),
        )
        if path is None:
            return
        if self.save_pdf(path):
            self.saved.emit(path.name)
            self.accept()
            return
        if not self.isVisible():
            # Asked for from the menu: the dialog shows why, and lets one try again.
            self.exec()

    @Slot()
    def _ask_for_printer(self) -> None:
        if QPrintDialog(self._printer, self).exec() != QDialog.DialogCode.Accepted:
            return
        try:
            self._record(AuditKind.PRINT)
        except NotRecorded:
            self.message.setText(self._not_recorded())
        except PlanNotClean:
            self.message.setText(self._not_clean())
        else:
            self._paint(self._printer)
            self.accept()
