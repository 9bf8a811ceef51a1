"""Two to four versions of a week beside each other, and below them what differs for whom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from desktop.domain.plans import PlannedSession, PlanVersion, in_force
from desktop.qt.settings import Settings
from desktop.services.beside import PersonBeside, people_beside, to_be_told
from desktop.services.week.planning import Prepared
from desktop.services.week.when_broken import Judged
from desktop.ui.beside.boards import BesideBoards
from desktop.ui.beside.card import Beside
from desktop.ui.beside.controls import MOST, ChoiceBar, ViewBar, bar_of
from desktop.ui.beside.lines import SessionLines
from desktop.ui.beside.people_table import PersonRow, people_table, person_rows
from desktop.ui.board.modes import Mode
from desktop.ui.table.ordering import ranks
from desktop.ui.table.panel import TablePanel
from desktop.ui.theme import GRID
from desktop.ui.version_words import version_name
from desktop.ui.widgets.boxes import column, scrolled
from desktop.ui.widgets.steps import Steps
from desktop.ui.widgets.text import label

translate = QCoreApplication.translate


LEAST_HIGH = 340
"""Pixels for the boards and the list below them: where a window has less, all of it scrolls."""


class BesideView(QWidget):
    """``now`` gives the local moment.

    ``left``: back to the board. The ``…_asked`` carry a version's id; ``keep_asked`` those of the drafts
    that are to go, too. ``person_marked`` carries the id of the citizen whose weeks stand out, or nothing;
    ``session_read`` the version and the session that was chosen in it."""

    left = Signal()
    open_asked = Signal(str)
    publish_asked = Signal(str, QWidget)
    discard_asked = Signal(str)
    keep_asked = Signal(str, object)
    person_marked = Signal(str)
    session_read = Signal(object, object)

    def __init__(
        self, settings: Settings, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("guide", "changing-the-plan")
        self._settings, self._now = settings, now
        self._prepared: Prepared | None = None
        self._versions: dict[str, PlanVersion] = {}
        self._check: Callable[[PlanVersion], Judged | None] = lambda _: None
        self._why_not = ""
        self._concealed = False
        self._over = False
        self._chosen: tuple[str, ...] = ()
        self._base = ""
        self._people: tuple[PersonBeside, ...] = ()
        self._columns: tuple[object, ...] = ()
        self.choice = ChoiceBar()
        self.views = ViewBar(settings)
        self.boards = BesideBoards()
        self.table: TablePanel[PersonRow] | None = None
        self._below = QWidget()
        self._under = column(self._below, gap=0)
        self._under.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        self.hint = label("", "muted", wrap=True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self.steps = Steps(self)
        self._build()

    def show_week(
        self,
        prepared: Prepared | None,
        versions: Sequence[PlanVersion],
        check: Callable[[PlanVersion], Judged | None],
        why_not: str,
        *,
        concealed: bool,
        over: bool,
        chosen: tuple[Sequence[str], str] | None = None,
    ) -> None:
        """Offers the versions of a week; those that were chosen stay so where they are still there. ``check``
        is asked of each before it is shown; ``why_not`` says why nothing can be changed; ``over``: the week
        has passed. ``chosen``: the ids of the versions to put beside each other now, and of the one that they
        are held against."""
        self._prepared, self._check = prepared, check
        self._versions = {each.id: each for each in versions}
        self._why_not, self._concealed, self._over = why_not, concealed, over
        wanted, self._base = (self._chosen, self._base) if chosen is None else chosen
        self._chosen = tuple(dict.fromkeys(each for each in wanted if each in self._versions))[:MOST]
        self._show()
        if chosen is None:
            # What is shown already must not stay as it was for a moment: names may be concealed now.
            self.steps.finish()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the versions that are shown, from left to right."""
        return tuple(sorted(self._chosen, key=lambda each: (each != self._base, -self._number(each))))

    @property
    def base(self) -> str:
        """The id of the version that the others are held against."""
        return self._base

    @Slot()
    def focus_search(self) -> None:
        """Leads to the search box of the people."""
        if self.table is not None:
            self.table.focus_search()

    def forget_typed(self) -> None:
        """Drops what was searched for."""
        if self.table is not None:
            self.table.forget_search()

    @Slot(str)
    def toggle(self, version: str) -> None:
        """Puts a version beside the others, or takes it away; the last one stays."""
        if version in self._chosen:
            rest = tuple(each for each in self._chosen if each != version)
            self._chosen = rest or self._chosen
        elif len(self._chosen) < MOST:
            self._chosen = (*self._chosen, version)
        self._show()

    @Slot(str)
    def hold_against(self, version: str) -> None:
        """Tells the differences against another of the versions."""
        self._base = version
        self._show()

    def names(self) -> dict[str, str]:
        """What each version is called, by its id."""
        versions = self._versions.values()
        return {each.id: version_name(each, versions) for each in versions}

    def hideEvent(self, event: QHideEvent) -> None:
        self.steps.stop()
        super().hideEvent(event)

    def _number(self, version: str) -> int:
        return self._versions[version].number

    def _build(self) -> None:
        content = QWidget()
        column(self).addWidget(scrolled(content))
        self._stack.setMinimumHeight(LEAST_HIGH)
        box = column(content, gap=0)
        box.addWidget(bar_of(self.choice, self.views))
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self.boards)
        splitter.addWidget(self._below)
        splitter.setStretchFactor(0, 5)
        splitter.setStretchFactor(1, 2)
        splitter.setCollapsible(0, False)
        splitter.setHandleWidth(3)
        splitter.setSizes([620, 340])
        self._below.setMinimumHeight(120)
        self._stack.addWidget(splitter)
        self._stack.addWidget(self.hint)
        box.addWidget(self._stack, 1)
        self.choice.chosen.connect(self.toggle)
        self.choice.base_chosen.connect(self.hold_against)
        self.choice.people_asked.connect(self._below.setVisible)
        self.choice.left.connect(self.left)
        self.views.changed.connect(self._refresh)
        self.boards.session_chosen.connect(self._on_session)
        self.boards.zoom_asked.connect(self.views.zoom.zoom_by)
        away = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        away.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        away.activated.connect(self.left)

    def _show(self) -> None:
        if self._base not in self._chosen:
            self._base = min(self._chosen, key=self._number, default="")
        newest = sorted(self._versions, key=self._number, reverse=True)
        named = self.names()
        self.choice.show_versions({each: named[each] for each in newest}, self._chosen, self._base)
        shown = self._checked()
        prepared = self._prepared
        if prepared is None or not shown:
            self.hint.setText(
                translate(
                    "Beside", "This week can't be planned as the unit stands, so no version can be checked."
                )
                if prepared is None
                else translate("Beside", "Choose the versions above that are to stand beside each other.")
            )
            self._stack.setCurrentIndex(1)
            return
        self._stack.setCurrentIndex(0)
        for card in self.boards.make(len(shown)):
            card.open_asked.connect(self.open_asked)
            card.discard_asked.connect(self.discard_asked)
            card.keep_asked.connect(self._on_keep)
            card.publish_asked.connect(self._on_publish)
        differing = self.boards.show_versions(
            prepared.unit, shown, why_not=self._why_not, concealed=self._concealed
        )
        self.views.show_week(prepared.unit, [each.version for each in shown], differing)
        self._make_table([each.version for each in shown])
        self._refresh()

    def _checked(self) -> list[Beside]:
        """The chosen versions that the check has looked at."""
        prepared = self._prepared
        if prepared is None or not self._chosen:
            return []
        base = self._versions[self._base]
        versions = [self._versions[each] for each in self.chosen]
        now, names = self._now(), self.names()
        reports = [(each, report) for each in versions if (report := self._check(each)) is not None]
        self._people = people_beside(prepared, reports, base)
        base_report = next((report for each, report in reports if each.id == base.id), None)
        if base_report is None:
            return []
        forced = in_force(self._versions.values())
        return [
            Beside(
                version,
                report,
                base,
                base_report,
                names[version.id],
                to_be_told(base, version, now),
                self._over,
                forced=forced is not None and forced.id == version.id,
            )
            for version, report in reports
        ]

    def _make_table(self, versions: Sequence[PlanVersion]) -> None:
        """A table has the columns that it is made with: others ask for another one."""
        place = next(at for at, each in enumerate(versions) if each.id == self._base)
        columns = (place, *(each.id for each in versions))
        if self.table is not None and columns == self._columns:
            return
        focused = self.table is not None and self.table.view.hasFocus()
        if self.table is not None:
            self._under.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
        self._columns = columns
        self.table = people_table(versions, place, self._settings)
        self._under.addWidget(self.table)
        self.table.selection_changed.connect(self._on_people)
        if focused:
            self.table.view.setFocus()

    @Slot()
    def _refresh(self) -> None:
        """Shows the view that is asked for, on all boards."""
        prepared, table = self._prepared, self.table
        if prepared is None or table is None or self._stack.currentIndex():
            return
        only = self.views.only.isChecked()
        people = [each for each in self._people if each.differs or not only]
        rows = person_rows(people, SessionLines(prepared.unit), self.chosen.index(self._base))
        lanes = [each for each in rows if not each.beside.serves]
        order = [(rank or 0, at) for at, rank in enumerate(ranks([each.name for each in lanes]))]
        named = tuple(lanes[at].beside.person for _, at in sorted(order))
        views = self.views
        boards = self.boards.steps(
            views.mode,
            views.site,
            views.days(),
            named if views.mode is Mode.PEOPLE else (),
            views.zoom.percent,
        )
        self.steps.start([*boards, partial(table.set_rows, rows), self._mark])

    def _mark(self) -> None:
        rows = [] if self.table is None else self.table.selected()
        self.boards.mark_people(frozenset(each.beside.person for each in rows))
        if len(rows) == 1:
            self.boards.bring_lane_into_sight(rows[0].beside.person)

    @Slot(object)
    def _on_people(self, rows: list[PersonRow]) -> None:
        self._mark()
        one = rows[0].beside if len(rows) == 1 else None
        self.person_marked.emit(one.person if one is not None and not one.serves else "")

    @Slot(int, str)
    def _on_session(self, place: int, session: str) -> None:
        version = self._versions[self.chosen[place]]
        found: PlannedSession | None = next((each for each in version.sessions if each.id == session), None)
        if found is not None:
            self.session_read.emit(version, found)

    @Slot(str)
    def _on_publish(self, version: str) -> None:
        card = self.boards.cards[self.chosen.index(version)]
        self.publish_asked.emit(version, card.publish)

    @Slot(str)
    def _on_keep(self, version: str) -> None:
        rest = tuple(
            each for each in self.chosen if each != version and self._versions[each].state == "draft"
        )
        self.keep_asked.emit(version, rest)
