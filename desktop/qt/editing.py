"""The unit being worked on: every change goes through here, is told to every page, and can be undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.domain.people import Citizen
from desktop.domain.places import Room
from desktop.domain.staffing import StaffMember
from desktop.domain.unit import Entity, Unit
from desktop.services.change import Change
from desktop.services.change_labels import ChangeLabel
from desktop.services.concealing import concealed, revealed, veiled
from desktop.services.editing import EditingService
from desktop.services.ports import Clock
from desktop.services.telling_apart import set_apart

E = TypeVar("E", bound=Entity)


@dataclass(frozen=True, slots=True)
class Done:
    """A change that was made, and when (aware, UTC)."""

    change: Change
    at: datetime


class Editing(QObject):
    """One for each opened vault.

    ``changed`` carries a ``Change``, or None where everything has to be read anew: names were concealed or
    shown, a vault was imported. ``history_changed`` tells that something else can be undone or done again.
    The history holds values of the unit, so it goes with the lock.
    """

    changed = Signal(object)
    history_changed = Signal()

    def __init__(
        self,
        service: EditingService,
        clock: Clock,
        *,
        pseudonym_key: bytes,
        word: Callable[[type[object]], str],
        read_only: bool = False,
        parent: QObject | None = None,
    ) -> None:
        """``word`` says what an entity of a kind is called in the interface's language."""
        super().__init__(parent)
        self._service = service
        self._clock = clock
        self._key = pseudonym_key
        self._word = word
        self._read_only = read_only
        self._concealed = False
        self._done: list[Done] = []
        self._undone: list[Done] = []
        self._unit: Unit | None = None
        self._veiled: tuple[tuple[Unit, str], Unit] | None = None
        self._apart: tuple[Unit, Unit] | None = None

    @property
    def read_only(self) -> bool:
        return self._read_only

    @property
    def concealed(self) -> bool:
        """Whether names are hidden on the screen."""
        return self._concealed

    @property
    def today(self) -> date:
        """The local day."""
        return self._clock.today()

    @property
    def history(self) -> tuple[Done, ...]:
        """What was done since the vault was opened and can be undone, the oldest first."""
        return tuple(self._done)

    @property
    def undone(self) -> tuple[Done, ...]:
        """What was undone and can be done again, the next one first."""
        return tuple(reversed(self._undone))

    def unit(self) -> Unit:
        """The unit as the screen may show it. Raises ``LookupError`` on an empty store.

        The same object until something changes.
        """
        if self._unit is None:
            self._unit = self.shown(self._service.unit())
        return self._unit

    def unit_by_own_names(self) -> Unit:
        """The same with staff and rooms called as they are stored, though two may have one name: for tables,
        which tell them apart themselves. Names stay concealed while they are."""
        return self.unit() if self._concealed else self._service.unit()

    def shown(self, unit: Unit) -> Unit:
        """A unit as the screen may show it: without names while they are concealed, and with staff and rooms
        of one name told apart.

        The same object for a unit that is the same, in one language.
        """
        unit = self._set_apart(unit)
        if not self._concealed:
            return unit
        asked = (unit, self._word(Citizen))
        if self._veiled is None or self._veiled[0] != asked:
            self._veiled = (asked, concealed(unit, self._key, self._word))
        return self._veiled[1]

    def stored(self, kind: type[E], entity_id: str) -> E | None:
        """An entity as it is stored, hidden texts and all: to make another one of, not to show."""
        return self._service.get(kind, entity_id)

    def shown_entity(self, entity: E) -> E:
        """What is no part of the unit, or no longer, as the screen may show it: names, and texts that may
        name anybody, are hidden."""
        return veiled(entity, self._key, self._word) if self._concealed else entity

    def conceal(self, on: bool) -> None:
        """Hides the names of people and groups on the screen, or shows them again."""
        if on != self._concealed:
            self._concealed = on
            self._veiled = None
            self._tell(None)

    def save(
        self,
        label: ChangeLabel,
        put: Iterable[Entity] = (),
        remove: Iterable[Entity] = (),
        *,
        reason: str = "",
    ) -> Change:
        """Puts and removes entities in one transaction. Raises ``Refused``, ``Rejected``."""
        return self.note(
            self._service.save(label, map(self._true, put), map(self._true, remove), reason=reason)
        )

    def note(self, change: Change) -> Change:
        """Takes in a change that another service has made, so that it can be seen and undone. One that has
        published a version stands in the history too: what was done before it is not undone behind it."""
        if change.edits:
            self._done.append(Done(change, self._clock.now()))
            self._undone.clear()
            self._tell(change)
            self.history_changed.emit()
        return change

    def undo(self) -> Change | None:
        """Undoes the newest change and tells it; None where there is none.

        Raises ``Lasting`` where it has published a version, ``Outdated``, ``Refused`` or ``Rejected`` where
        it can't be undone any more, ``NotStored`` where the disk is full. It stays in the history.
        """
        return self._replay(self._done, self._undone, self._service.undo)

    def redo(self) -> Change | None:
        """Does again what was undone last. Raises as ``undo``."""
        return self._replay(self._undone, self._done, self._service.redo)

    def _replay(
        self, source: list[Done], target: list[Done], act: Callable[[Change], Change]
    ) -> Change | None:
        if not source:
            return None
        newest = source.pop()
        try:
            told = act(newest.change)
        except Exception:
            # What was done before it is not to be undone in its place.
            source.append(newest)
            raise
        target.append(newest)
        self._tell(told)
        self.history_changed.emit()
        return newest.change

    def reload(self) -> None:
        """Something else has changed the store: everything is to be read anew, and nothing to be undone."""
        self._done.clear()
        self._undone.clear()
        self._tell(None)
        self.history_changed.emit()

    def forget(self) -> None:
        """The vault is locked: nothing of the unit is kept, and nobody is told any more."""
        self.blockSignals(True)
        self._done.clear()
        self._undone.clear()
        self._unit = self._veiled = self._apart = None

    def _set_apart(self, unit: Unit) -> Unit:
        apart = set_apart(unit)
        if apart is unit:
            self._apart = None
        elif self._apart is None or self._apart[0] != unit:
            self._apart = (unit, apart)
        return unit if self._apart is None else self._apart[1]

    def _true(self, entity: E) -> E:
        """What is to be stored of an entity that was shown."""
        entity = self._as_named(entity)
        if not self._concealed:
            return entity
        return revealed(entity, self._service.get(type(entity), entity.id))

    def _as_named(self, entity: E) -> E:
        """With its own name where it was shown under one that tells it apart."""
        if self._apart is None or not isinstance(entity, Room | StaffMember):
            return entity
        sides = ((*unit.rooms, *unit.staff) for unit in self._apart)
        for own, shown in zip(*sides, strict=True):
            if own.id == entity.id and entity.name == shown.name:
                return replace(entity, name=own.name)
        return entity

    def _tell(self, change: Change | None) -> None:
        self._unit = None
        self.changed.emit(change)
