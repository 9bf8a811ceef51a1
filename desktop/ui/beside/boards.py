"""Versions of a week beside each other: a head and a small board for each, scrolled in step."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from operator import is_not

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from desktop.domain.unit import Unit
from desktop.printing.aligned import aligned
from desktop.printing.sheet import Sheet
from desktop.services.beside import Mark, SessionMarks, session_marks
from desktop.ui.beside.card import Beside, VersionCard
from desktop.ui.board.modes import Mode, Sheets
from desktop.ui.board.view import BoardView
from desktop.ui.theme import GRID
from desktop.ui.widgets.tab_order import lead_through, place_in_line

translate = QCoreApplication.translate
LEAST_WIDE = 372
"""The least width of a version's column in pixels."""
_LEAST_HIGH = 120


class _Column:
    """A version's head, its board and what is known of it."""

    def __init__(self) -> None:
        self.card = VersionCard()
        self.view = BoardView()
        self.beside: Beside | None = None
        self.sheets: Sheets | None = None
        self.against = SessionMarks()
        self.marks: Mapping[str, Mark] = {}
        self.conflicts: frozenset[str] = frozenset()


class BesideBoards(QScrollArea):
    """``session_chosen`` carries the number of the column and the session's id there."""

    session_chosen = Signal(int, str)
    zoom_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: list[_Column] = []
        self._count = 0
        self._following = False
        self._bright: tuple[frozenset[str], ...] | None = None
        self._changed: frozenset[str] = frozenset()
        self._aligned: tuple[tuple[Sheet, ...], tuple[Sheet, ...]] = ((), ())
        content = QWidget()
        self._grid = QGridLayout(content)
        self._grid.setContentsMargins(GRID, GRID, GRID, 0)
        self._grid.setSpacing(GRID)
        self._grid.setRowStretch(1, 1)
        self._place = place_in_line(content)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(translate("Beside", "Versions beside each other"))
        self.setMinimumHeight(160)

    @property
    def cards(self) -> tuple[VersionCard, ...]:
        """The heads, from left to right."""
        return tuple(each.card for each in self._columns[: self._count])

    @property
    def views(self) -> tuple[BoardView, ...]:
        """The boards, from left to right."""
        return tuple(each.view for each in self._columns[: self._count])

    def marks(self, place: int) -> Mapping[str, Mark]:
        """What is otherwise on a board, by its sessions."""
        return self._columns[place].marks

    def make(self, count: int) -> tuple[VersionCard, ...]:
        """Makes room for so many versions; returns the heads that are new."""
        new = []
        while len(self._columns) < count:
            new.append(self._add())
        self._count = count
        for number, each in enumerate(self._columns):
            for widget in (each.card, each.view):
                widget.setVisible(number < count)
            self._grid.setColumnStretch(number, 1 if number < count else 0)
            self._grid.setColumnMinimumWidth(number, LEAST_WIDE if number < count else 0)
        return tuple(new)

    def show_versions(
        self, unit: Unit, shown: Sequence[Beside], *, why_not: str, concealed: bool
    ) -> dict[str, int]:
        """Takes in versions that have been checked. Returns by site how many sessions differ."""
        sites = {room.id: room.site for room in unit.rooms}
        differing: dict[str, set[tuple[int, str]]] = {}
        drafts = sum(each.version.state == "draft" for each in shown)
        gone: set[str] = set()
        changed: set[str] = set()
        for column, beside in zip(self._columns, shown, strict=False):
            column.beside = beside
            version = beside.version
            if column.sheets is None or column.sheets.unit is not unit or column.sheets.version != version:
                column.sheets = Sheets(unit, version)
            column.conflicts = frozenset(each for found in beside.report.broken_now for each in found.ids)
            column.against = session_marks(beside.base, version)
            column.marks = column.against.marks
            gone |= column.against.gone
            changed |= column.against.changed
            column.view.setAccessibleName(beside.name)
            column.card.show_version(beside, others=drafts > 1, why_not=why_not, concealed=concealed)
        for number, column in enumerate(self._columns[: self._count]):
            held = column.beside
            assert held is not None
            if held.is_base:
                column.marks = dict.fromkeys(gone, Mark.GONE)
            bright = {*column.marks, *(changed if held.is_base else ())}
            for each in held.version.sessions:
                if each.id in bright:
                    differing.setdefault(sites.get(each.room, ""), set()).add((number, each.id))
        self._changed = frozenset(changed)
        return {site: len(found) for site, found in differing.items()}

    def steps(
        self, mode: Mode, site: str, days: tuple[date, ...], people: tuple[str, ...], zoom: int
    ) -> Iterator[Callable[[], None]]:
        """Steps that show one view of all versions, one after another."""
        made: list[Sheet] = []

        def make(column: _Column) -> None:
            if column.sheets is not None and (site or not mode.by_site):
                made.append(column.sheets.sheet(mode, site, days, people))

        def align() -> None:
            before, _ = self._aligned
            if len(made) != len(before) or any(map(is_not, made, before)):
                self._aligned = (tuple(made), aligned(made))

        def show(number: int, column: _Column) -> None:
            sheets = self._aligned[1]
            sheet = sheets[number] if number < len(sheets) else None
            column.view.show_sheet(
                sheet,
                zoom=zoom,
                conflicts=column.conflicts,
                lanes_told=mode is Mode.GROUPS,
                marks=column.marks,
            )

        columns = self._columns[: self._count]
        yield from (partial(make, column) for column in columns)
        yield align
        yield from (partial(show, number, column) for number, column in enumerate(columns))
        yield self._brighten

    def mark_people(self, people: frozenset[str]) -> None:
        """Keeps the sessions of these people bright on all boards; of nobody, those that differ."""
        self._bright = (
            tuple(
                frozenset(
                    each.id
                    for each in column.beside.version.sessions
                    if people.intersection(each.citizens) or people.intersection(each.staff)
                )
                for column in self._columns[: self._count]
                if column.beside is not None
            )
            if people
            else None
        )
        self._brighten()
        # The others follow the first one that has any of them.
        for column, bright in zip(self._columns, self._bright or (), strict=False):
            if bright:
                column.view.bring_one_into_sight(bright)
                break

    def bring_lane_into_sight(self, key: str) -> None:
        """Scrolls to somebody's lane, where the boards have one for each person."""
        for view in self.views[:1]:
            sheet = view.canvas.sheet
            places = [] if sheet is None else [at for at, each in enumerate(sheet.columns) if each.key == key]
            if places:
                view.bring_column_into_sight(places[0])

    def select(self, place: int, session: str) -> None:
        """Marks a session, and what stands for it on the other boards."""
        held = self._columns[place].against.base_of.get(session)
        for number, column in enumerate(self._columns[: self._count]):
            if number == place:
                column.view.canvas.select(session)
                continue
            same = [each for each, base in column.against.base_of.items() if base == held]
            column.view.select(same[0] if held is not None and same else None)

    def _brighten(self) -> None:
        differ = bool(self._changed) or any(column.marks for column in self._columns[: self._count])
        for number, column in enumerate(self._columns[: self._count]):
            if self._bright is not None and number < len(self._bright):
                column.view.canvas.mark(self._bright[number])
            elif column.beside is not None and column.beside.is_base:
                column.view.canvas.mark(self._changed if differ else None)
            else:
                column.view.canvas.mark(frozenset(column.marks) if differ else None)

    def _add(self) -> VersionCard:
        column, number = _Column(), len(self._columns)
        self._columns.append(column)
        self._grid.addWidget(column.card, 0, number)
        self._grid.addWidget(column.view, 1, number)
        column.view.setMinimumSize(LEAST_WIDE, _LEAST_HIGH)
        column.view.clicked.connect(partial(self._on_session, number))
        column.view.led_to.connect(partial(self._on_session, number))
        column.view.zoom_asked.connect(self.zoom_asked)
        for bar in (column.view.horizontalScrollBar(), column.view.verticalScrollBar()):
            bar.valueChanged.connect(partial(self._follow, number))
            # A board that has just come into sight learns only then how far it goes.
            bar.rangeChanged.connect(partial(self._follow, 0))
        for widget in (column.card, column.view):
            widget.installEventFilter(self)
        lead_through(self._place, *(each for held in self._columns for each in (held.card, held.view)))
        return column.card

    def _on_session(self, number: int, session: str) -> None:
        self.select(number, session)
        self.session_chosen.emit(number, session)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whatever the keyboard comes to is brought into sight, with the whole of its column."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.ensureWidgetVisible(watched, 0, 0)
        return super().eventFilter(watched, event)

    def _follow(self, number: int, *_: object) -> None:
        """Scrolls the other boards to where one of them is."""
        if self._following or number >= self._count:
            return
        self._following = True
        leader = self._columns[number].view
        for view in self.views:
            if view is not leader:
                view.verticalScrollBar().setValue(leader.verticalScrollBar().value())
                view.horizontalScrollBar().setValue(_across(leader, view))
        self._following = False


def _across(leader: BoardView, view: BoardView) -> int:
    """How far a board is to be scrolled so that it shows the lane that the leader shows first."""
    value = leader.horizontalScrollBar().value()
    one, other = leader.canvas.sheet, view.canvas.sheet
    if one is None or other is None or not one.columns or _keys(one) == _keys(other):
        return value
    painter, whole = leader.canvas.painter, QRectF(leader.canvas.rect())
    at = painter.column_at(one, whole, value + painter.hours_width() + 1)
    key = (one.columns[at].day, one.columns[at].key)
    found = _keys(other)
    if key not in found:
        return value
    into = value + painter.hours_width() - painter.column_x(one, whole, at)
    left = view.canvas.painter.column_x(other, QRectF(view.canvas.rect()), found.index(key))
    return round(left - view.canvas.painter.hours_width() + into)


def _keys(sheet: Sheet) -> list[tuple[date, str]]:
    return [(each.day, each.key) for each in sheet.columns]
