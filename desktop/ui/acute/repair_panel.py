"""The repair in figures, the people to call, and what to do with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget

from desktop.domain.plans import VersionState
from desktop.printing.words import hours_text
from desktop.services.repairs import Costs, Least
from desktop.ui.acute.call_now import call_now
from desktop.ui.acute.calls_panel import CallsPanel
from desktop.ui.acute.desk import AcuteDesk, Stage
from desktop.ui.acute.words import SessionWords, proof_text
from desktop.ui.health.running import running_text
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import column, frame, row, rule
from desktop.ui.widgets.figure import Figure
from desktop.ui.widgets.text import heading, label, tooltip
from desktop.ui.words import read_only_words

translate = QCoreApplication.translate

LOOK_MS = 1000
"""Milliseconds for which a repair that has taken another one's place is not accepted: nobody has read it."""


class RepairPanel(QWidget):
    """What is asked for: to accept the repaired week, to go on with it by hand, to throw it away, and, once
    it was accepted, to put the list away. ``too_soon``: it was asked for while nobody can have read it."""

    accept_asked = Signal()
    adapt_asked = Signal()
    discard_asked = Signal()
    done_asked = Signal()
    too_soon = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = heading("", 1, wrap=True)
        self.state = label("", "muted", wrap=True)
        self.running = label("", "danger", wrap=True)
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setAccessibleName(self.tr("Looking for a repaired week"))
        self.hours = Figure(self.tr("Hours lost"), step=1)
        self.people = Figure(self.tr("Weeks changed"), step=1)
        self.duties = Figure(self.tr("Duties lost"), step=1)
        self.proof = label("", "muted", wrap=True)
        self.unapproved = label("", "warn", wrap=True)
        self.misled = label("", "warn", wrap=True)
        self._figures = frame("note")
        self.calls = CallsPanel()
        self.accept = QPushButton()
        self.adapt = QPushButton(self.tr("Adapt in the week"))
        self.discard = QPushButton(self.tr("Discard"))
        self.done = QPushButton(self.tr("Done"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Repaired week"))
        self._shown: str | None = None
        self.fresh = QTimer(self)
        self.fresh.setSingleShot(True)
        self.fresh.setInterval(LOOK_MS)
        self._build()

    def show_desk(self, desk: AcuteDesk, words: SessionWords) -> None:
        """Shows the repair that the desk has, or that was accepted."""
        accepted = desk.stage is Stage.ACCEPTED
        repaired = desk.repaired
        self.busy.setVisible(desk.searching)
        self.title.setText(self._title(desk))
        self.state.setText(self._state(desk))
        self.running.setText(running_text(desk.unit, desk.running))
        self.running.setVisible(bool(desk.running))
        self._figures.setVisible(repaired is not None)
        digest = None if repaired is None else repaired.version.digest
        if None not in (digest, self._shown) and digest != self._shown:
            self.fresh.start()
        self._shown = digest
        if repaired is not None:
            self._show_costs(repaired.costs)
            self._show_unapproved(desk.unapproved())
        self.calls.setVisible(repaired is not None or accepted)
        telling = desk.telling
        self.calls.show_now(call_now(desk.running, desk.meetings, words))
        self.calls.show_calls(telling.calls, words, telling.told)
        self.show_misled(telling.misled, words)
        for button in (self.accept, self.adapt, self.discard):
            button.setVisible(not accepted)
        self.done.setVisible(accepted)
        possible = repaired is not None and not desk.read_only
        self.accept.setEnabled(possible)
        self.adapt.setEnabled(possible)
        published = repaired is not None and repaired.base.state is VersionState.PUBLISHED
        self.accept.setText(self.tr("Accept and publish") if published else self.tr("Accept"))
        hint = read_only_words() if desk.read_only else self.tr("Ctrl+Shift+Return")
        self.accept.setToolTip(tooltip(hint))

    def show_misled(self, people: Sequence[str], words: SessionWords) -> None:
        """Names those who were told what is not so any more."""
        text = translate(
            "ToldWhen",
            "Told of another repair before, which says something else for them. Call them again, also where "
            "they are not on the list: %1.",
        )
        self.misled.setText(text.replace("%1", words.names(people)) if people else "")
        self.misled.setVisible(bool(people))

    def texts(self) -> tuple[str, ...]:
        """What is said of the repair, without the list."""
        figures = (each.accessibleName() for each in (self.hours, self.people, self.duties))
        said = (self.proof, self.unapproved, self.misled)
        return (self.title.text(), self.state.text(), *figures, *(each.text() for each in said))

    def _title(self, desk: AcuteDesk) -> str:
        settled = desk.telling.accepted
        if settled is not None:
            published = settled.after.state is VersionState.PUBLISHED
            text = self.tr("Version %1 is in force") if published else self.tr("Kept as version %1")
            return text.replace("%1", str(settled.after.number))
        if desk.repaired is None:
            return self.tr("Looking for a safe week …")
        if desk.running:
            return translate("RunsNow", "A safe rest of the week was found")
        return self.tr("A safe week was found")

    def _state(self, desk: AcuteDesk) -> str:
        if desk.telling.accepted is not None:
            return self.tr("Tick each person once they have been told.")
        if desk.repaired is None:
            return self.tr("What happened is on record, whatever becomes of the week.")
        checked = self.tr("Checked: no rule is broken from now on.")
        if desk.running:
            checked = translate("RunsNow", "Checked: no rule is broken in what is to come.")
        if desk.searching:
            looking = self.tr("Looking for one that costs less.")
            return f"{checked} {looking}"
        return checked

    def _show_costs(self, costs: Costs) -> None:
        for figure, least, hours in (
            (self.hours, costs.hours, True),
            (self.people, costs.people, False),
            (self.duties, costs.duties, False),
        ):
            value = hours_text(least.value) if hours else str(round(least.value))
            figure.show_value(value, proof_text(least, hours=hours))
        self.proof.setText(self._proof(costs.hours))
        self.proof.setVisible(bool(self.proof.text()))

    def _show_unapproved(self, count: int) -> None:
        one = self.tr("1 session needs a manual yes before it is held.")
        more = self.tr("%1 sessions need a manual yes before they are held.")
        self.unapproved.setText(one if count == 1 else more.replace("%1", str(count)))
        self.unapproved.setVisible(count > 0)

    def _proof(self, hours: Least) -> str:
        said = proof_text(hours, hours=True)
        return self.tr("Hours lost: %1.").replace("%1", said) if said else ""

    def _build(self) -> None:
        whole = column(self, gap=0)
        top = column(gap=GRID)
        top.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID)
        for widget in (self.title, self.running, self.state, self.busy):
            top.addWidget(widget)
        inside = column(self._figures, margin=GRID, gap=4)
        figures = row(gap=GRID)
        for figure in (self.hours, self.people, self.duties):
            figures.addWidget(figure, 1)
        inside.addLayout(figures)
        inside.addWidget(self.proof)
        inside.addWidget(self.unapproved)
        top.addWidget(self._figures)
        top.addWidget(self.misled)
        whole.addLayout(top)
        whole.addWidget(rule())
        whole.addWidget(self.calls, 100)
        whole.addStretch(1)
        foot = row(gap=GRID)
        foot.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID * 2)
        self.accept.setProperty("look", "primary")
        self.done.setProperty("look", "primary")
        for button, asked in (
            (self.accept, self._ask_to_accept),
            (self.adapt, self._ask_to_adapt),
            (self.discard, self.discard_asked),
            (self.done, self.done_asked),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(asked)
            foot.addWidget(button, 1 if button in (self.accept, self.done) else 0)
        whole.addWidget(rule())
        whole.addLayout(foot)
        # Another key than the one that records, and none for what puts the list away: whoever holds a key or
        # presses it twice must not publish a week that they have not seen.
        for text in ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"):
            keys = QShortcut(QKeySequence(text), self)
            keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            keys.setAutoRepeat(False)
            keys.activated.connect(self.accept.click)

    @Slot()
    def _ask_to_accept(self) -> None:
        (self.too_soon if self.fresh.isActive() else self.accept_asked).emit()

    @Slot()
    def _ask_to_adapt(self) -> None:
        (self.too_soon if self.fresh.isActive() else self.adapt_asked).emit()
