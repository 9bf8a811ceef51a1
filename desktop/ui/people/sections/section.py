"""What every card of a person's page is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.domain.people import Citizen
from desktop.domain.plans import PlanVersion
from desktop.domain.time import IsoWeek
from desktop.domain.unit import Unit
from desktop.services.people_overview import PersonOverview
from desktop.services.week.planning import Prepared
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import column, row
from desktop.ui.widgets.text import heading, tooltip
from desktop.ui.words import read_only_words

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a page is about, in the unit as the screen may show it, and the week that is looked at.

    ``safe``: the check found nothing in ``version`` that may put anybody in danger. ``forced`` is the one in
    force.
    """

    unit: Unit
    person: PersonOverview
    today: date
    week: IsoWeek
    prepared: Prepared | None
    version: PlanVersion | None
    safe: bool
    forced: PlanVersion | None = None

    @property
    def citizen(self) -> Citizen:
        return self.person.citizen


class Section(QFrame):
    """A card with a heading. ``said`` carries a sentence for the window, ``navigate`` a page and an id,
    ``look_at`` a part of the card that has opened and is to be brought into sight.

    Writing controls are given to ``guard``, which disables them with the reason where nothing can be written.
    """

    said = Signal(str)
    navigate = Signal(str, str)
    look_at = Signal(QWidget)

    def __init__(self, title: str, *, read_only: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.subject: Subject | None = None
        self.read_only = read_only
        self.setAccessibleName(title)
        self.box = column(self, margin=GRID * 2, gap=GRID)
        self.head = row(gap=GRID)
        self.title = heading(title, 1, wrap=True)
        self.head.addWidget(self.title, 1)
        self.box.addLayout(self.head)

    @property
    def dirty(self) -> bool:
        """Whether something was typed that is not saved."""
        return False

    def show_subject(self, subject: Subject) -> None:
        """Shows a person, or the same one as they are now; what is being typed stays then."""
        self.subject = subject

    def discard(self) -> None:
        """Drops what was typed."""

    def go_to_unsaved(self) -> None:
        """Takes the keyboard to what is not saved."""

    def guard(self, *controls: QWidget) -> None:
        """Disables what writes, where nothing can be written."""
        if self.read_only:
            for control in controls:
                control.setEnabled(False)
                control.setToolTip(tooltip(read_only_words()))


def concealed_text() -> str:
    """Why a name can't be changed."""
    return translate("PersonPage", "Names are concealed. Show them to change this.")
