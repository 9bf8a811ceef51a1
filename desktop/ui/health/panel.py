"""The list of what the independent check found and of what is worth a look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QIcon, QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desktop.domain.plans import PlanVersion
from desktop.printing.words import with_capital
from desktop.services.week.planning import Prepared
from desktop.services.week.summary import figures_anew
from desktop.services.week.unsafe import UnsafeSession
from desktop.services.week.when_broken import Judged
from desktop.ui.health.running import call_now_text, happened_line, runs_now_line, session_place
from desktop.ui.health.words import (
    anew_words,
    empty_words,
    mild_line,
    no_longer_line,
    no_longer_words,
    over_words,
    violations_in_words,
    warnings_in_words,
    warnings_words,
    whole_check_words,
)
from desktop.ui.theme import GRID, tokens
from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.text import heading, label, tooltip
from desktop.ui.words import when
from solver.check import Violation

SESSION_ROLE = Qt.ItemDataRole.UserRole
PERSON_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the list: its sign, its words, and the session or the person that it leads to."""

    look: str
    text: str
    session: str = ""
    person: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the list is made of."""

    prepared: Prepared
    version: PlanVersion | None
    report: Judged | None
    running: tuple[UnsafeSession, ...]
    over: bool
    goes: bool


class HealthPanel(QWidget):
    """``session_chosen`` and ``person_chosen`` carry the id that the chosen line is about."""

    session_chosen = Signal(str)
    person_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = heading("", 0, wrap=True)
        self._note = label("", "muted", wrap=True)
        self._running = label("", "danger", wrap=True)
        self._running.hide()
        self.list = QListWidget()
        self._shown: _Shown | None = None
        self._lines: tuple[_Line, ...] = ()
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
        words.addWidget(self._running)
        words.addWidget(self._note)
        box.addLayout(words)
        box.addWidget(self.list, 1)

    def show_findings(
        self,
        prepared: Prepared | None,
        version: PlanVersion | None,
        report: Judged | None,
        *,
        running: Sequence[UnsafeSession] = (),
        way_on: str = "",
        over: bool = False,
        goes: bool = True,
    ) -> None:
        """Shows a version's report, ``running`` first with the ``way_on`` from there, and the week's
        warnings; of a week that is ``over`` only what of the version does not fit any more. ``goes``: people
        go by the version. Out of sight the list is empty: it names people, and is filled when somebody looks.
        """
        empty = (
            version is not None
            and not version.sessions
            and report is not None
            and report.clean
            and not report.running
        )
        told = whole_check_words(report, goes=goes) if report else self.tr("No plan to check yet")
        if over and report is not None:
            told = over_words()
        self.title.setText(empty_words() if empty else told)
        if prepared is None:
            self._note.setText("")
        elif prepared.warnings:
            text = self.tr("%1 to look at before the week is used.")
            self._note.setText(text.replace("%1", warnings_words(len(prepared.warnings))))
        else:
            self._note.setText(self.tr("There is nothing else to look at."))
        if over and report is not None:
            found = (*report.violations, *report.wrong, *report.over)
            self._note.setText(no_longer_words(len(found)))
        elif version is not None and report is not None and figures_anew(version, report):
            self._note.setText(f"{self._note.text()} {anew_words()}")
        self._shown = (
            None if prepared is None else _Shown(prepared, version, report, tuple(running), over, goes)
        )
        self._running.setVisible(bool(way_on) and prepared is not None)
        self._running.setText("" if prepared is None else way_on)
        self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        self._fill()
        super().showEvent(event)

    def _fill(self) -> None:
        """Brings the list up to date: lines that are the same stay."""
        shown = self._shown if self.isVisible() else None
        lines = () if shown is None else tuple(self._told(shown))
        before, self._lines = self._lines, lines
        if not lines:
            self.list.clear()
            return
        alike = range(min(len(before), len(lines)))
        head = next((at for at in alike if before[at] != lines[at]), len(alike))
        most = range(len(alike) - head)
        tail = next((at for at in most if before[-1 - at] != lines[-1 - at]), len(most))
        for _ in range(len(before) - head - tail):
            self.list.takeItem(head)
        signs = self._signs()
        for at in range(head, len(lines) - tail):
            self.list.insertItem(at, _item(signs[lines[at].look], lines[at]))

    def _told(self, shown: _Shown) -> Iterator[_Line]:
        yield from self._findings(shown)
        if not shown.over:
            yield from self._warnings(shown.prepared)

    def _findings(self, shown: _Shown) -> Iterator[_Line]:
        """What the check found in a version: what runs now, what is to come, who can't come, and then what
        is over."""
        report, version, unit = shown.report, shown.version, shown.prepared.unit
        if report is None:
            return
        every = version.sessions if version else ()
        sessions = {session.id: session for session in every}

        def line(look: str, found: Violation, text: str) -> _Line:
            session = next((each for each in found.ids if each in sessions), "")
            return _Line(look, text, session=session, hint=found.text)

        for running in shown.running:
            where = runs_now_line(session_place(unit, running.session))
            rules = dict.fromkeys(violations_in_words(unit, running.violations, sessions=every))
            text = "\n".join((where, *rules, call_now_text(unit, running.session)))
            hint = " ".join(each.text for each in running.violations)
            yield _Line("danger", text, session=running.session.id, hint=hint)
        broken = (*report.grave, *report.wrong)
        texts = violations_in_words(unit, broken, goes=shown.goes, sessions=every)
        for found, text in zip(broken, texts, strict=True):
            places = [session_place(unit, sessions[each]) for each in found.ids if each in sessions]
            yield line("danger", found, "\n".join((*map(with_capital, dict.fromkeys(places)), text)))
        for found in report.mild:
            text = f"{with_capital(session_place(unit, sessions[found.ids[0]]))}\n{mild_line(unit, found)}"
            yield line("warn", found, text)
        texts = violations_in_words(unit, report.over, sessions=every)
        for found, text in zip(report.over, texts, strict=True):
            held = next((sessions[each] for each in found.ids if each in sessions), None)
            if shown.over:
                told = no_longer_line(unit, found.rule, found.ids)
                yield line("info", found, told if held is None else f"{when(held.start, held.end)}\n{told}")
            else:
                told = text if held is None else f"{session_place(unit, held)}\n{text}"
                yield line("info", found, happened_line(told))

    @staticmethod
    def _warnings(prepared: Prepared) -> Iterator[_Line]:
        """The warnings, which are the same for every version of the week."""
        people = {citizen.id for citizen in prepared.unit.citizens}
        texts = warnings_in_words(prepared.unit, prepared.warnings)
        for warning, text in zip(prepared.warnings, texts, strict=True):
            yield _Line("warn", text, person=next((each for each in warning.ids if each in people), ""))

    def _signs(self) -> dict[str, QIcon]:
        colours = tokens(self.palette())
        return {
            "danger": icon("danger", colours.danger),
            "info": icon("info", colours.muted),
            "warn": icon("warn", colours.warn),
        }

    @Slot(QListWidgetItem)
    def _open(self, item: QListWidgetItem) -> None:
        session, person = item.data(SESSION_ROLE), item.data(PERSON_ROLE)
        if session:
            self.session_chosen.emit(session)
        elif person:
            self.person_chosen.emit(person)


def _item(sign: QIcon, line: _Line) -> QListWidgetItem:
    item = QListWidgetItem(sign, line.text)
    item.setData(SESSION_ROLE, line.session)
    item.setData(PERSON_ROLE, line.person)
    item.setToolTip(tooltip(line.hint))
    return item
