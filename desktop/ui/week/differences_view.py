"""Two versions of a week side by side: what differs for whom, and who must be told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from desktop.domain.plans import PlannedSession, PlanVersion
from desktop.domain.unit import Unit
from desktop.printing.words import people_text
from desktop.qt.settings import Settings
from desktop.services.differences import PersonDifference, begun, differences, to_come
from desktop.ui.beside.lines import SessionLines
from desktop.ui.table.columns import Column, Tone
from desktop.ui.table.filter_bar import Filter, Option
from desktop.ui.table.panel import TablePanel
from desktop.ui.theme import GRID
from desktop.ui.version_words import version_name
from desktop.ui.widgets.boxes import column, frame, scrolled
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.text import heading, label

translate = QCoreApplication.translate
CLOCK_MS = 60_000
"""How often it is looked whether something more is over."""


class What(StrEnum):
    """What differs for somebody."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    STAFF = "staff"
    COMPANY = "company"


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """One thing that differs for one person. ``tell``: they must be told of it; ``begun``: it has begun."""

    key: str
    person: str
    name: str
    serves: bool
    what: What
    before: str
    after: str
    tell: bool
    order: int
    begun: bool = False


def difference_rows(
    unit: Unit, before: PlanVersion | None, after: PlanVersion | None, now: datetime
) -> tuple[DifferenceRow, ...]:
    """Everything that differs, in words. Nobody must be told of what has begun by a local moment."""
    book = SessionLines(unit)
    ahead = differences(to_come(before, now), to_come(after, now))
    past = differences(begun(before, now), begun(after, now))
    rows: list[DifferenceRow] = []
    for found, gone in (*((each, False) for each in ahead), *((each, True) for each in past)):
        for what, old, new in _parts(found):
            session = new or old
            assert session is not None
            rows.append(
                DifferenceRow(
                    f"{len(rows)}",
                    found.person,
                    book.names.get(found.person, found.person),
                    found.serves,
                    what,
                    book.line(old, staff=what is What.STAFF, citizens=what is What.COMPANY),
                    book.line(new, staff=what is What.STAFF, citizens=what is What.COMPANY),
                    what is not What.STAFF and not gone,
                    int(session.start.timestamp()),
                    gone,
                )
            )
    return tuple(rows)


def _parts(found: PersonDifference) -> Iterator[tuple[What, PlannedSession | None, PlannedSession | None]]:
    for session in found.removed:
        yield What.REMOVED, session, None
    for session in found.added:
        yield What.ADDED, None, session
    for moved in found.moved:
        yield (What.MOVED if moved.elsewhere else What.STAFF), moved.before, moved.after
    for met in found.company:
        yield What.COMPANY, met.before, met.after


def what_text(what: What) -> str:
    return {
        What.ADDED: translate("Differences", "New"),
        What.REMOVED: translate("Differences", "Gone"),
        What.MOVED: translate("Differences", "Moved"),
        What.STAFF: translate("Differences", "Other staff"),
        What.COMPANY: translate("ToldWhy", "Other people in it"),
    }[what]


def _tell_text(row: DifferenceRow) -> str:
    if row.begun:
        return translate("ToldWhy", "No: it has begun")
    return translate("Differences", "Yes") if row.tell else translate("Differences", "No")


def _columns() -> tuple[Column[DifferenceRow], ...]:
    tones = {What.ADDED: Tone.OK, What.REMOVED: Tone.DANGER, What.MOVED: Tone.WARN}
    return (
        Column("person", translate("Differences", "Person"), lambda row: row.name, width=22),
        Column(
            "role",
            translate("Differences", "Role"),
            lambda row: (
                translate("Differences", "Staff") if row.serves else translate("Differences", "Citizen")
            ),
            width=13,
        ),
        Column(
            "what",
            translate("Differences", "What"),
            lambda row: what_text(row.what),
            badge=lambda row: tones.get(row.what, Tone.PLAIN),
            width=18,
        ),
        Column("before", translate("Differences", "Before"), lambda row: row.before, width=46),
        Column("after", translate("Differences", "After"), lambda row: row.after, width=46),
        Column(
            "tell",
            translate("Differences", "To be told"),
            _tell_text,
            width=14,
        ),
    )


def _is(what: What, row: DifferenceRow) -> bool:
    return row.what is what


def _filters() -> tuple[Filter[DifferenceRow], ...]:
    return (
        Filter(
            "what",
            translate("Differences", "What differs"),
            tuple(Option(what_text(what), partial(_is, what), what) for what in What),
        ),
        Filter(
            "role",
            translate("Differences", "Role"),
            (
                Option(translate("Differences", "Citizens"), lambda row: not row.serves, "citizens"),
                Option(translate("Differences", "Staff"), lambda row: row.serves, "staff"),
            ),
        ),
        Filter(
            "tell",
            translate("Differences", "To be told"),
            (
                Option(translate("DifferencesOver", "Must be told"), lambda row: row.tell, "yes"),
                Option(
                    translate("DifferencesOver", "Other staff only"),
                    lambda row: not row.tell and not row.begun,
                    "no",
                ),
                Option(translate("ToldWhy", "Begun or over"), lambda row: row.begun, "over"),
            ),
        ),
    )


LEAST_TABLE = 260


class DifferencesView(QWidget):
    """``left``: back to the board; ``person_chosen`` carries the id of whoever a row is about.

    ``now`` says what local time it is.
    """

    left = Signal()
    person_chosen = Signal(str)

    def __init__(
        self, settings: Settings, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._clock = QTimer(self)
        self._clock.setInterval(CLOCK_MS)
        self._clock.timeout.connect(self._look_again)
        self._rows: tuple[DifferenceRow, ...] = ()
        self._unit: Unit | None = None
        self._versions: dict[str, PlanVersion] = {}
        self.before = QComboBox()
        self.before.setAccessibleName(translate("Differences", "Before"))
        self.after = QComboBox()
        self.after.setAccessibleName(translate("Differences", "After"))
        self.told = label("", wrap=True)
        self.back = QPushButton(translate("Differences", "Back to the board"))
        self.table: TablePanel[DifferenceRow] = TablePanel(
            _columns(),
            lambda row: row.key,
            name="week.differences",
            title=translate("Differences", "Differences between two versions"),
            settings=settings,
            filters=_filters(),
            sort=("person", Qt.SortOrder.AscendingOrder),
            empty=translate("Differences", "Nothing differs for anybody."),
        )
        bar = frame("bar")
        flow = FlowLayout(bar, gap=GRID)
        flow.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        flow.addWidget(heading(translate("Differences", "Compare"), 0))
        flow.addWidget(self.before)
        flow.addWidget(label(translate("Differences", "with", "between two versions")))
        flow.addWidget(self.after)
        flow.addWidget(self.back)
        content = QWidget()
        column(self).addWidget(scrolled(content))
        self.table.setMinimumHeight(LEAST_TABLE)
        box = column(content, gap=GRID)
        box.addWidget(bar)
        inner = column(gap=GRID)
        inner.setContentsMargins(GRID * 2, 0, GRID * 2, GRID)
        inner.addWidget(self.told)
        inner.addWidget(self.table, 1)
        box.addLayout(inner, 1)
        self.before.currentIndexChanged.connect(self._refresh)
        self.after.currentIndexChanged.connect(self._refresh)
        self.back.clicked.connect(self.left)
        self.table.activated.connect(self._on_row)

    def show_versions(self, unit: Unit | None, versions: Sequence[PlanVersion]) -> None:
        """Offers these versions; what is compared stays, as far as it is still there."""
        self._unit, self._versions = unit, {each.id: each for each in versions}
        for box in (self.before, self.after):
            chosen = box.currentData()
            box.blockSignals(True)
            box.clear()
            for version in sorted(versions, key=lambda each: each.number, reverse=True):
                box.addItem(version_name(version, versions), version.id)
            box.setCurrentIndex(max(0, box.findData(chosen)))
            box.blockSignals(False)
        if self.isVisible():
            self._refresh()

    def compare(self, before: str, after: str) -> None:
        """Shows what differs between two versions, by their ids."""
        for box, version in ((self.before, before), (self.after, after)):
            box.blockSignals(True)
            box.setCurrentIndex(max(0, box.findData(version)))
            box.blockSignals(False)
        self._refresh()
        self.table.view.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._clock.start()
        self._look_again()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()

    @Slot()
    def _look_again(self) -> None:
        """Time has passed: something more may be over."""
        if self._found() != self._rows:
            self._refresh()

    def _found(self) -> tuple[DifferenceRow, ...]:
        before, after = (self._versions.get(str(box.currentData())) for box in (self.before, self.after))
        return () if self._unit is None else difference_rows(self._unit, before, after, self._now())

    @Slot()
    def _refresh(self) -> None:
        rows = self._rows = self._found()
        self.table.set_rows(rows)
        tell = {each.person for each in rows if each.tell}
        citizens = {each.person for each in rows if each.tell and not each.serves}
        if not rows:
            text = translate("Differences", "The two are the same for everybody.")
        elif all(each.begun for each in rows):
            text = translate("ToldWhy", "Nobody has to be told: what differs has begun or is over.")
        elif not tell and any(each.begun for each in rows):
            text = translate("ToldWhy", "Nobody has to be told: of what is still to come staff alone differ.")
        elif not tell:
            text = translate("Differences", "Nobody has to be told: staff alone differ.")
        else:
            text = translate(
                "Differences",
                "To be told if the second takes the place of the first: %1 and %2 of the staff.",
            )
            text = text.replace("%1", people_text(len(citizens))).replace("%2", str(len(tell - citizens)))
        self.told.setText(text)

    @Slot(object)
    def _on_row(self, row: DifferenceRow) -> None:
        self.person_chosen.emit(row.person)
