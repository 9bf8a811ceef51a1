"""What stands in the way of more hours: asked of the planning engine when somebody wants to know."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QWidget

from desktop.domain.plans import PlanVersion
from desktop.printing.words import hours_text, with_capital
from desktop.qt.explain_process import ExplainStep
from desktop.qt.explain_run import ExplainRun
from desktop.qt.explaining_run import ExplainFailure
from desktop.services.explaining import Explanation
from desktop.ui.people.obstacle_words import (
    ExplainNames,
    broken_text,
    cause_text,
    failure_text,
    gain_text,
    more_sessions_text,
    obstacle_text,
    out_of_reach_text,
    won_text,
)
from desktop.ui.people.sections.section import Section, Subject
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import clear, column, frame, row
from desktop.ui.widgets.text import heading, label
from solver.problem import Problem

translate = QCoreApplication.translate
MOST_GAINS = 8


@dataclass(frozen=True, slots=True)
class _Asked:
    """What an answer is about: it is out of date as soon as any of it is another."""

    citizen: str
    problem: Problem
    version: PlanVersion


class ObstaclesSection(Section):
    """One question at a time. An answer stays until another person is looked at, and tells when it is old."""

    def __init__(self, new_run: Callable[[], ExplainRun]) -> None:
        super().__init__(translate("PersonPage", "What stands in the way of more hours"), read_only=False)
        self._new_run = new_run
        self._run: ExplainRun | None = None
        self._asked: _Asked | None = None
        self._failed = ""
        self._found: Explanation | None = None
        self.ask_button = QPushButton(translate("PersonPage", "Find out"))
        self.stop_button = QPushButton(translate("PersonPage", "Stop"))
        self.told = label("", "muted", wrap=True)
        self.outdated = label(
            translate("PersonPage", "Outdated: the unit or the plan has changed since. Ask again."), wrap=True
        )
        self._outdated_box = frame("banner")
        self.progress = QProgressBar()
        self._answer = QWidget()
        self._answer_box = column(self._answer, gap=GRID)
        self._build()

    def show_subject(self, subject: Subject) -> None:
        super().show_subject(subject)
        if self._asked is not None and self._asked.citizen != subject.citizen.id:
            self._drop()
        if self._found is not None:
            self._tell(self._found)
        self._judge()

    @property
    def running(self) -> bool:
        return self._run is not None and self._run.running

    @Slot()
    def ask(self) -> None:
        """Asks about the person in the week that is shown."""
        subject = self.subject
        if subject is None or subject.prepared is None or subject.version is None or self.running:
            return
        self._drop()
        self._asked = _Asked(subject.citizen.id, subject.prepared.checked, subject.version)
        run = self._new_run()
        run.setParent(self)
        run.progressed.connect(self._on_progressed)
        run.finished.connect(self._on_finished)
        run.failed.connect(self._on_failed)
        self._run = run
        self.progress.setRange(0, 0)
        self.told.setText(translate("PersonPage", "Looking at this week. It may take half a minute."))
        self.told.show()
        run.start(subject.prepared, subject.version, subject.citizen.id)
        if self.ask_button.hasFocus():
            # The button gives way to the other one; the keyboard would go astray with it.
            self.stop_button.show()
            self.stop_button.setFocus()
        self._judge()

    @Slot()
    def stop(self) -> None:
        """Ends the search soon, with what there is to tell by then."""
        if self._run is not None:
            self._run.stop()

    @Slot(object)
    def _on_progressed(self, step: ExplainStep) -> None:
        self.progress.setRange(0, max(1, step.of))
        self.progress.setValue(step.done)
        if step.step == "offers":
            text = translate("PersonPage", "Trying what would help: %1 of %2")
            self.told.setText(text.replace("%1", str(step.done)).replace("%2", str(step.of)))

    @Slot(object)
    def _on_finished(self, found: Explanation) -> None:
        self._found = found
        self._tell(found)
        self._end()

    @Slot(object)
    def _on_failed(self, failure: ExplainFailure) -> None:
        self._failed = failure_text(failure)
        self._end()

    def _end(self) -> None:
        focused = self.stop_button.hasFocus()
        self._judge()
        if focused:
            self.ask_button.setFocus()

    def _drop(self) -> None:
        """Lets go of a run and of its answer."""
        if self._run is not None:
            self._run.close()
            self._run.deleteLater()
            self._run = None
        self._asked = self._found = None
        self._failed = ""
        self.told.clear()
        clear(self._answer_box)

    def _is_outdated(self) -> bool:
        subject, asked = self.subject, self._asked
        if asked is None or subject is None:
            return False
        if subject.prepared is None or subject.version != asked.version:
            return True
        return subject.prepared.checked is not asked.problem and subject.prepared.checked != asked.problem

    def _judge(self) -> None:
        subject = self.subject
        possible = (
            subject is not None
            and subject.prepared is not None
            and subject.version is not None
            and subject.person.week is not None
        )
        self.ask_button.setEnabled(possible and not self.running)
        self.stop_button.setVisible(self.running)
        self.progress.setVisible(self.running)
        self._outdated_box.setVisible(self._asked is not None and self._is_outdated())
        if not self.running:
            self.told.setText(self._idle_text(possible=possible))
            self.told.setVisible(bool(self.told.text()))

    def _idle_text(self, *, possible: bool) -> str:
        if self._found is not None or self._failed:
            return self._failed
        if not possible:
            return translate("PersonPage", "Unknown: there is no plan of this week with this person in it.")
        return translate("PersonPage", "The planning engine looks for it, and is told no names.")

    def _tell(self, found: Explanation) -> None:
        clear(self._answer_box)
        if self.subject is None:
            return
        names = ExplainNames(self.subject.unit, self.subject.version)
        for title, lines in _chapters(found, names):
            self._answer_box.addWidget(heading(title, 0, wrap=True))
            for text in lines:
                self._answer_box.addWidget(label(f"•  {text}", wrap=True))

    def answer_text(self) -> str:
        """The answer as it is read."""
        box = self._answer_box
        shown = (item.widget() for at in range(box.count()) if (item := box.itemAt(at)) is not None)
        return "\n".join(widget.text() for widget in shown if isinstance(widget, QLabel))

    def _build(self) -> None:
        for button in (self.ask_button, self.stop_button):
            button.setAutoDefault(False)
        self.head.addWidget(self.ask_button)
        row(self._outdated_box, margin=GRID).addWidget(self.outdated)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(translate("PersonPage", "How far the search is"))
        line = row()
        line.addWidget(self.progress, 1)
        line.addWidget(self.stop_button)
        self.box.addWidget(self.told)
        self.box.addLayout(line)
        self.box.addWidget(self._outdated_box)
        self.box.addWidget(self._answer)
        self.ask_button.clicked.connect(self.ask)
        self.stop_button.clicked.connect(self.stop)
        self._judge()


def _chapters(found: Explanation, names: ExplainNames) -> Iterator[tuple[str, list[str]]]:
    """The answer, a title and its lines at a time."""
    if found.contradictions:
        title = translate("PersonPage", "What is locked can't be in one plan")
        yield title, [", ".join(cause_text(each, names) for each in one) for one in found.contradictions]
    if found.out_of_reach:
        title = translate("PersonPage", "Out of reach")
        yield title, [out_of_reach_text(each, names) for each in found.out_of_reach]
    if not found.examined:
        yield translate("PersonPage", "There was no time for this person. Ask again."), []
        return
    title = translate("PersonPage", "%1 of %2 hours; %3 are missing")
    for place, hours in (("%1", found.hours), ("%2", found.cap), ("%3", found.missing)):
        title = title.replace(place, hours_text(hours))
    if not found.missing:
        yield translate("PersonPage", "Nothing: they have the hours that they may carry."), []
        return
    yield title, list(_own(found, names))
    if found.free is not None:
        more = translate("PersonPage", "%1 hours more break no rule")
        yield (
            more.replace("%1", hours_text(found.free.hours)),
            [more_sessions_text(found.free.sessions, names)],
        )
    if found.obstacles:
        yield translate("PersonPage", "In the way this week"), list(_obstacles(found, names))
    yield from _help(found, names)


def _own(found: Explanation, names: ExplainNames) -> Iterator[str]:
    if found.alone is not None and found.alone < found.cap:
        text = translate("PersonPage", "Even alone in the unit they could have at most %1 hours.")
        yield text.replace("%1", hours_text(found.alone))
    for each in found.limits:
        text = translate("PersonPage", "%1: without it %2 hours more would be possible")
        yield text.replace("%2", hours_text(each.hours)).replace(
            "%1", with_capital(cause_text(each.finding, names))
        )


def _obstacles(found: Explanation, names: ExplainNames) -> Iterator[str]:
    for each in found.obstacles:
        text = translate("PersonPage", "%1: %2 hours").replace("%2", hours_text(each.hours))
        who = broken_text(each, names, found.citizen)
        what = with_capital(obstacle_text(each.rules))
        said = text.replace("%1", f"{what} ({who})" if who else what)
        yield f"{said} · {more_sessions_text(each.sessions, names)}"


def _help(found: Explanation, names: ExplainNames) -> Iterator[tuple[str, list[str]]]:
    title = translate("PersonPage", "What would help")
    if found.gains is None:
        yield title, [translate("PersonPage", "Unknown: there was no time to try it.")]
        return
    winning = [each for each in found.gains if each.hours > 0]
    lines = [f"{gain_text(each, names)}: {won_text(each)}" for each in winning[:MOST_GAINS]]
    if not lines:
        lines.append(translate("PersonPage", "Nothing that was tried wins hours."))
    if found.left_out:
        text = translate("PersonPage", "Not tried for lack of time: %1 more offers")
        lines.append(text.replace("%1", str(found.left_out)))
    yield title, lines
