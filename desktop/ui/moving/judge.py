"""The verdicts of a drag: the place under the pointer at once, the others a few at a time."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.printing.sheet import Sheet
from desktop.services.hand.verdicts import Verdict, VerdictKind, Verdicts
from desktop.services.hand.week_edits import WeekEdit
from desktop.ui.board.modes import Mode
from desktop.ui.moving.lengths import ends_of, length_of
from desktop.ui.moving.subjects import (
    Carried,
    CarriedEdge,
    CarriedPerson,
    CarriedSession,
    End,
    Spot,
    edit_at,
    own_columns,
)

BUDGET = 0.008
"""Seconds that one turn of the event loop may be spent on places that nobody points at."""

Found = tuple[Hashable, Verdict]
BETWEEN = 0.06
"""Seconds between two times that it is told: drawing the board is dearer than judging a place."""


class Judge(QObject):
    """``progressed`` is sent when more places are known.

    ``kinds`` holds what is known: by column and minute of a session that is carried, by ``End`` of one whose
    edge is, by session of a person.
    """

    progressed = Signal()

    def __init__(self, verdicts: Verdicts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.verdicts = verdicts
        self.kinds: dict[Hashable, VerdictKind] = {}
        self._known: dict[WeekEdit, Verdict] = {}
        self._coming: Iterator[Found] = iter(())
        self._told = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether there are places that nothing is known of yet."""
        return self._timer.isActive()

    def verdict(self, edit: WeekEdit) -> Verdict:
        """What an edit would do. Raises ``LookupError`` for a session that is not in the plan."""
        found = self._known.get(edit)
        if found is None:
            found = self._known[edit] = self.verdicts.verdict(edit)
        return found

    def look_around(self, mode: Mode, sheet: Sheet, carried: Carried) -> None:
        """Begins to judge every place of a sheet."""
        self.kinds = {}
        self._coming = self._places(mode, sheet, carried)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
        self._coming = iter(())

    def _go_on(self) -> None:
        until = perf_counter() + BUDGET
        for key, verdict in self._coming:
            self.kinds[key] = verdict.kind
            if perf_counter() >= until:
                break
        else:
            self._timer.stop()
        now = perf_counter()
        if not self.busy or now - self._told >= BETWEEN:
            self._told = now
            self.progressed.emit()

    def _places(self, mode: Mode, sheet: Sheet, carried: Carried) -> Iterator[Found]:
        if isinstance(carried, CarriedPerson):
            yield from self._sessions(mode, sheet, carried)
        elif isinstance(carried, CarriedEdge):
            yield from self._ends(mode, sheet, carried)
        elif mode is Mode.ROOMS:
            yield from self._rooms(sheet, carried)
        else:
            yield from self._times(mode, sheet, carried)

    def _sessions(self, mode: Mode, sheet: Sheet, carried: CarriedPerson) -> Iterator[Found]:
        for session in dict.fromkeys(block.session for block in sheet.blocks if block.session):
            edit = edit_at(mode, sheet, carried, Spot(0, 0, session))
            if edit is not None:
                yield session, self.verdict(edit)

    def _ends(self, mode: Mode, sheet: Sheet, carried: CarriedEdge) -> Iterator[Found]:
        columns = own_columns(sheet, carried.session.id)
        for minute in ends_of(self.verdicts, carried.session):
            for column in columns if minute <= sheet.last else ():
                edit = edit_at(mode, sheet, carried, Spot(column, minute))
                if edit is not None:
                    yield End(column, minute), self.verdict(edit)

    def _rooms(self, sheet: Sheet, carried: CarriedSession) -> Iterator[Found]:
        columns = {(column.day, column.key): place for place, column in enumerate(sheet.columns)}
        rooms = dict.fromkeys(column.key for column in sheet.columns)
        own = carried.session.room
        first = [own] if own in rooms else []
        for place in self.verdicts.places(
            carried.session.id, [*first, *(each for each in rooms if each != own)]
        ):
            column = columns.get((place.start.date(), place.room))
            minute = place.start.hour * 60 + place.start.minute
            if column is not None and sheet.first <= minute < sheet.last:
                yield (column, minute), place.verdict

    def _times(self, mode: Mode, sheet: Sheet, carried: CarriedSession) -> Iterator[Found]:
        """In the other views the room stays: each time of a day is judged once for all lanes, and with other
        staff in the view by staff, the lane that it was taken from first."""
        length = length_of(carried.session)
        slot = self.verdicts.prepared.problem.slot_minutes
        order = sorted(range(len(sheet.columns)), key=lambda at: sheet.columns[at].key != carried.lane)
        for column in order:
            for minute in range(sheet.first, sheet.last - length + 1, slot):
                edit = edit_at(mode, sheet, carried, Spot(column, minute))
                if edit is not None:
                    yield (column, minute), self.verdict(edit)
