"""What a run has brought, and whether it stays."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from desktop.domain.plans import PlanVersion
from desktop.printing.words import hours_text, people_text
from desktop.services.differences import differences
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import row
from desktop.ui.widgets.text import label

translate = QCoreApplication.translate


class ResultBar(QFrame):
    """``kept``, ``discarded``, ``compare_asked`` and ``beside_asked`` are its buttons."""

    kept = Signal()
    discarded = Signal()
    compare_asked = Signal()
    beside_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "calm")
        self.version = ""
        self.before = ""
        self.text = label("", wrap=True)
        self.keep = QPushButton(translate("PlanResult", "Keep"))
        self.discard = QPushButton(translate("PlanResult", "Discard"))
        self.compare = QPushButton(translate("PlanResult", "Compare"))
        self.beside = QPushButton(translate("Beside", "Side by side"))
        line = row(self, gap=GRID)
        line.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        line.addWidget(self.text, 1)
        for button, signal in (
            (self.keep, self.kept),
            (self.discard, self.discarded),
            (self.compare, self.compare_asked),
            (self.beside, self.beside_asked),
        ):
            line.addWidget(button)
            button.clicked.connect(signal)
        self.kept.connect(self.hide)
        self.hide()

    def show_result(self, before: PlanVersion, after: PlanVersion) -> None:
        """Asks whether a new draft stays beside the version that was shown before it."""
        self.version, self.before = after.id, before.id
        text = translate(
            "PlanResult", "Version %1 is planned: %2 hours, against %3 in version %4. %5 have another week."
        )
        people = sum(not each.serves for each in differences(before, after))
        for mark, word in (
            ("%1", str(after.number)),
            ("%2", _hours(after)),
            ("%3", _hours(before)),
            ("%4", str(before.number)),
            ("%5", people_text(people)),
        ):
            text = text.replace(mark, word)
        self.text.setText(text)
        self.show()

    def follow(self, version: PlanVersion | None) -> None:
        """Goes where another version is shown."""
        if version is None or version.id != self.version:
            self.hide()


def _hours(version: PlanVersion) -> str:
    return next((hours_text(goal.value) for goal in version.goals if goal.goal == "hours"), "–")
