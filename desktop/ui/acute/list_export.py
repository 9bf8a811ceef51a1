"""The people to call, on the clipboard or as a PDF. Either is recorded first, or does not happen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.audit import AuditKind
from desktop.domain.plans import PlanVersion
from desktop.printing.files import write_whole
from desktop.printing.text_print import TextDocument, text_pdf
from desktop.printing.week_print import CannotPrint
from desktop.services.ports import Auditor, NotRecorded
from desktop.services.trail.audit_changes import people_of, week_event
from desktop.ui.acute.call_now import CallNow, call_now
from desktop.ui.acute.call_words import list_paragraphs, list_text, list_title
from desktop.ui.acute.desk import AcuteDesk
from desktop.ui.acute.words import SessionWords
from desktop.ui.file_words import not_recorded, saved_as
from desktop.ui.widgets.save_file import ask_for_file


class ListExport(QObject):
    """``done`` and ``failed`` carry a sentence."""

    done = Signal(str)
    failed = Signal(str)

    def __init__(self, desk: AcuteDesk, audit: Auditor, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._audit = audit
        self._parent = parent

    def words(self) -> SessionWords:
        """What the list is worded with, today."""
        return SessionWords(self._desk.unit, self._desk.now)

    def now(self) -> tuple[CallNow, ...]:
        """Who is to be called at once, before all others."""
        desk = self._desk
        return call_now(desk.running, desk.meetings, self.words())

    @Slot()
    def copy(self) -> None:
        """Puts the list on the clipboard, as text."""
        telling = self._desk.telling
        version = telling.version
        if version is not None and self._recorded(version):
            text = list_text(version.week, self.now(), telling.calls, telling.told, self.words())
            QGuiApplication.clipboard().setText(text)
            self.done.emit(self.tr("The list is on the clipboard."))

    @Slot()
    def ask_for_pdf(self) -> None:
        """Saves the list as a PDF where somebody says."""
        if self._desk.telling.version is None:
            return
        path = ask_for_file(
            self._parent, self.tr("Save the list as PDF"), self.tr("calls.pdf"), self.tr("PDF files (*.pdf)")
        )
        if path is not None:
            self.save_pdf(path)

    def save_pdf(self, path: Path) -> None:
        """Writes the list whole or not at all."""
        version = self._desk.telling.version
        if version is None or not self._recorded(version):
            return
        try:
            write_whole(path, text_pdf(self._document(version)))
        except (OSError, CannotPrint):
            self.failed.emit(self.tr("The list could not be written there."))
        else:
            self.done.emit(saved_as(path.name))

    def _recorded(self, version: PlanVersion) -> bool:
        # Who has nothing in the week any more is on the list too.
        named = {*people_of(version), *(call.person for call in self._desk.telling.calls)}
        try:
            self._audit.record(week_event(AuditKind.EXPORT, version, names="full", people=named))
        except NotRecorded:
            self.failed.emit(not_recorded())
            return False
        return True

    def _document(self, version: PlanVersion) -> TextDocument:
        title, telling = list_title(version.week), self._desk.telling
        return TextDocument(
            title=title,
            subtitle="",
            paragraphs=list_paragraphs(self.now(), telling.calls, telling.told, self.words()),
            file_title=title,
            trail=self._audit.head(),
        )
