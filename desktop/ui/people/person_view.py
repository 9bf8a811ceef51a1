"""One person: who they are above, and everything about them on a few sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QTabWidget, QWidget

from desktop.domain.levels import LevelState
from desktop.qt.explain_run import ExplainRun
from desktop.ui.context import WindowContext
from desktop.ui.people.past_reader import PastReader
from desktop.ui.people.person_words import stand_words, standing_text
from desktop.ui.people.sections.attendance import AttendanceSection
from desktop.ui.people.sections.conflicts import Memberships, Separations
from desktop.ui.people.sections.entry_list import EntryList
from desktop.ui.people.sections.hours import HoursSection
from desktop.ui.people.sections.levels import LevelSection
from desktop.ui.people.sections.master import MasterSection
from desktop.ui.people.sections.obstacles import ObstaclesSection
from desktop.ui.people.sections.offers import Enrolments, Placements, Referrals
from desktop.ui.people.sections.section import Section, Subject
from desktop.ui.people.sections.times import Absences, AvailabilitySection
from desktop.ui.people.sections.trail import TrailSection
from desktop.ui.people.sections.week import WeekSection
from desktop.ui.people.words import hours_words, not_planned_yet
from desktop.ui.theme import GRID
from desktop.ui.widgets.badge import LevelBadge
from desktop.ui.widgets.boxes import clear, column, row, scrolled
from desktop.ui.widgets.text import heading, label
from desktop.ui.words import group_words, level_words

translate = QCoreApplication.translate
Make = Callable[[], Section]


class _Sheet(QWidget):
    """A sheet of cards, made when it is first looked at."""

    def __init__(self, makes: tuple[Make, ...]) -> None:
        super().__init__()
        self._makes = makes
        self.sections: tuple[Section, ...] = ()
        self.shown: Subject | None = None
        column(self)

    def fill(self, connect: Callable[[Section], None]) -> None:
        """Makes the cards, where that has not been done."""
        if self.sections:
            return
        content = QWidget()
        box = column(content, margin=GRID * 2, gap=GRID * 2)
        self.sections = tuple(make() for make in self._makes)
        for section in self.sections:
            connect(section)
            section.look_at.connect(self._look_at)
            box.addWidget(section)
        box.addStretch(1)
        self.area: QScrollArea = scrolled(content)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.area)

    @Slot(QWidget)
    def _look_at(self, part: QWidget) -> None:
        # Its room is given to it once the event loop runs again.
        QTimer.singleShot(0, self, partial(self.area.ensureWidgetVisible, part, 0, GRID * 3))

    def show_subject(self, subject: Subject) -> None:
        """Gives the person to the cards, unless they have them as they are."""
        if subject is not self.shown:
            other = self.shown is None or self.shown.citizen.id != subject.citizen.id
            self.shown = subject
            for section in self.sections:
                section.show_subject(subject)
            if other:
                self.area.verticalScrollBar().setValue(0)


class PersonView(QWidget):
    """``said`` and ``navigate`` are those of the cards."""

    said = Signal(str)
    navigate = Signal(str, str)

    def __init__(
        self,
        context: WindowContext,
        past: PastReader,
        new_run: Callable[[], ExplainRun],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        editing = context.editing
        self.subject: Subject | None = None
        self.name = heading("", 2, wrap=True)
        self.facts = label("", "muted", wrap=True)
        self._badge_box: QHBoxLayout = row()
        self.tabs = QTabWidget()
        self._sheets: dict[str, _Sheet] = {
            "person": _Sheet((lambda: MasterSection(editing),)),
            "hours": _Sheet((lambda: HoursSection(editing), lambda: LevelSection(editing))),
            "groups": _Sheet(
                (lambda: EntryList(Memberships(), editing), lambda: EntryList(Separations(), editing))
            ),
            "times": _Sheet((lambda: AvailabilitySection(editing), lambda: EntryList(Absences(), editing))),
            "offers": _Sheet(
                (
                    lambda: EntryList(Referrals(), editing),
                    lambda: EntryList(Enrolments(), editing),
                    lambda: EntryList(Placements(), editing),
                )
            ),
            "week": _Sheet((WeekSection, lambda: ObstaclesSection(new_run))),
            "attendance": _Sheet((lambda: AttendanceSection(context, past),)),
            "trail": _Sheet((lambda: TrailSection(context),)),
        }
        self._build()

    @property
    def dirty(self) -> bool:
        """Whether something was typed that is not saved."""
        return any(section.dirty for section in self.sections())

    @property
    def sheet(self) -> str:
        """The key of the sheet in front."""
        return list(self._sheets)[max(0, self.tabs.currentIndex())]

    @property
    def sheets(self) -> tuple[str, ...]:
        """The keys of all sheets, in the order of their tabs."""
        return tuple(self._sheets)

    def sections(self) -> Iterator[Section]:
        """The cards that were made so far."""
        for sheet in self._sheets.values():
            yield from sheet.sections

    def show_subject(self, subject: Subject) -> None:
        """Shows a person on the sheet in front, and where something was typed.

        The other sheets follow when they are looked at.
        """
        self.subject = subject
        person = subject.person
        self.name.setText(person.citizen.name)
        parts = [person.citizen.case_number, standing_text(person.standing)]
        if person.week is not None:
            hours = translate("PersonWeek", "%1 hours in week %2").replace("%2", str(subject.week.week))
            hours = hours.replace("%1", hours_words(person.week))
            if subject.version is not None:
                hours = f"{hours}, {stand_words(subject.version, forced=subject.forced)}"
            parts.append(f"{hours} ({not_planned_yet()})" if person.week.unmet is None else hours)
        names = {group.id: group.name for group in subject.unit.groups}
        parts.append(group_words([names.get(group, group) for group in person.groups]))
        self.facts.setText(" · ".join(parts))
        clear(self._badge_box)
        words = level_words(person.level.level, person.level.state)
        self._badge_box.addWidget(LevelBadge(person.level.level, words))
        if person.level.state is not LevelState.CURRENT:
            doubt = label("?", "warn")
            doubt.setAccessibleName(words)
            self._badge_box.addWidget(doubt)
        for sheet in self._sheets.values():
            if sheet is self._front() or any(section.dirty for section in sheet.sections):
                self._give(sheet)

    def open_sheet(self, key: str) -> None:
        """Brings a sheet to the front."""
        if key in self._sheets:
            self.tabs.setCurrentIndex(list(self._sheets).index(key))

    def discard(self) -> None:
        """Drops what was typed."""
        for section in self.sections():
            section.discard()

    def go_to_unsaved(self) -> None:
        """Leads to what is not saved."""
        for key, sheet in self._sheets.items():
            for section in sheet.sections:
                if section.dirty:
                    self.open_sheet(key)
                    section.go_to_unsaved()
                    return

    def _front(self) -> _Sheet:
        return self._sheets[self.sheet]

    def _give(self, sheet: _Sheet) -> None:
        if self.subject is not None:
            sheet.fill(self._connect)
            sheet.show_subject(self.subject)

    def _connect(self, section: Section) -> None:
        section.said.connect(self.said)
        section.navigate.connect(self.navigate)

    @Slot()
    def _on_tab(self) -> None:
        self._give(self._front())

    def _build(self) -> None:
        box = column(self, gap=0)
        head = column(gap=2)
        head.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID)
        line = row(gap=GRID * 2)
        line.addWidget(self.name, 1)
        line.addLayout(self._badge_box)
        head.addLayout(line)
        head.addWidget(self.facts)
        box.addLayout(head)
        titles = {
            "person": translate("PersonPage", "Person", "sheet"),
            "hours": translate("PersonPage", "Hours and level"),
            "groups": translate("PersonPage", "Conflicts"),
            "times": translate("PersonPage", "Times"),
            "offers": translate("PersonPage", "Offers"),
            "week": translate("PersonPage", "Week"),
            "attendance": translate("PersonPage", "Attendance"),
            "trail": translate("PersonPage", "Audit"),
        }
        for key, sheet in self._sheets.items():
            self.tabs.addTab(sheet, titles[key])
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(translate("PersonPage", "Sheets about this person"))
        self.tabs.currentChanged.connect(self._on_tab)
        box.addWidget(self.tabs, 1)
