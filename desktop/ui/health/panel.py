"""The list of what the independent check found and of what is worth a look."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desktop.domain.plans import PlanVersion
from desktop.services.planning import Prepared
from desktop.ui.health.words import (
    check_words,
    empty_words,
    no_longer_line,
    no_longer_words,
    over_words,
    violation_words,
    warnings_in_words,
    warnings_words,
)
from desktop.ui.theme import GRID, tokens
from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.text import heading, label, tooltip
from desktop.ui.words import when
from solver.check import Report

SESSION_ROLE = Qt.ItemDataRole.UserRole
PERSON_ROLE = Qt.ItemDataRole.UserRole + 1


class HealthPanel(QWidget):
    """``session_chosen`` and ``person_chosen`` carry the id that the chosen line is about."""

    session_chosen = Signal(str)
    person_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = heading("", 0, wrap=True)
        self._note = label("", "muted", wrap=True)
        self.list = QListWidget()
        self._warned: Prepared | None = None
        self._found = 0
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.list.setAccessibleName(self.tr("Findings and warnings"))
        self.list.itemActivated.connect(self._open)
        self.list.itemClicked.connect(self._open)
        box = column(self, gap=GRID)
        box.setContentsMargins(0, GRID * 2, 0, 0)
        words = column(gap=4)
        words.setContentsMargins(GRID * 2, 0, GRID * 2, 0)
        words.addWidget(self.title)
        words.addWidget(self._note)
        box.addLayout(words)
        box.addWidget(self.list, 1)

    def show_findings(
        self,
        prepared: Prepared | None,
        version: PlanVersion | None,
        report: Report | None,
        *,
        over: bool = False,
    ) -> None:
        """Shows a version's report and the week's warnings; of a week that is ``over`` only what of the
        version does not fit any more."""
        colours = tokens(self.palette())
        if over or prepared is None or prepared is not self._warned:
            self.list.clear()
            self._found = 0
        for _ in range(self._found):
            self.list.takeItem(0)
        self._found = 0
        empty = version is not None and not version.sessions and report is not None and report.clean
        told = check_words(report) if report else self.tr("No plan to check yet")
        if over and report is not None:
            told = over_words()
        self.title.setText(empty_words() if empty else told)
        if prepared is None:
            self._note.setText("")
            self._warned = None
            return
        sessions = {session.id: session for session in version.sessions} if version else {}
        for found in (*report.violations, *report.wrong) if report else ():
            session = next((each for each in found.ids if each in sessions), "")
            text = violation_words(prepared.unit, found.rule, found.ids)
            self._put(self._item(icon("danger", colours.danger), text, session=session, hint=found.text))
        # Of what no plan can help, commitments are among the warnings; sessions that are over are told here.
        for found in report.warnings if report else ():
            session = next((each for each in found.ids if each in sessions), "")
            if session and not over:
                text = self.tr("Has happened already: %1").replace(
                    "%1", violation_words(prepared.unit, found.rule, found.ids)
                )
                self._put(self._item(icon("info", colours.muted), text, session=session, hint=found.text))
        if over:
            for found in report.warnings if report else ():
                held = next((sessions[each] for each in found.ids if each in sessions), None)
                text = no_longer_line(prepared.unit, found.rule, found.ids)
                if held is not None:
                    text = f"{when(held.start, held.end)}\n{text}"
                session = "" if held is None else held.id
                self._put(self._item(icon("info", colours.muted), text, session=session, hint=found.text))
            self._note.setText(no_longer_words(self._found) if report is not None else "")
            self._warned = None
            return
        if prepared is not self._warned:
            self._warned = prepared
            self._warn(prepared)
        self._note.setText(
            self.tr("%1 to look at before the week is used.").replace(
                "%1", warnings_words(len(prepared.warnings))
            )
            if prepared.warnings
            else self.tr("There is nothing else to look at.")
        )

    def _put(self, item: QListWidgetItem) -> None:
        """Lists a finding behind the others and before the warnings."""
        self.list.insertItem(self._found, item)
        self._found += 1

    def _warn(self, prepared: Prepared) -> None:
        """Lists the warnings, which are the same for every version of the week."""
        people = {citizen.id for citizen in prepared.unit.citizens}
        sign = icon("warn", tokens(self.palette()).warn)
        texts = warnings_in_words(prepared.unit, prepared.warnings)
        for warning, text in zip(prepared.warnings, texts, strict=True):
            person = next((each for each in warning.ids if each in people), "")
            self.list.addItem(self._item(sign, text, person=person))

    @staticmethod
    def _item(
        sign: QIcon, text: str, *, session: str = "", person: str = "", hint: str = ""
    ) -> QListWidgetItem:
        item = QListWidgetItem(sign, text)
        item.setData(SESSION_ROLE, session)
        item.setData(PERSON_ROLE, person)
        item.setToolTip(tooltip(hint))
        return item

    @Slot(QListWidgetItem)
    def _open(self, item: QListWidgetItem) -> None:
        session, person = item.data(SESSION_ROLE), item.data(PERSON_ROLE)
        if session:
            self.session_chosen.emit(session)
        elif person:
            self.person_chosen.emit(person)
