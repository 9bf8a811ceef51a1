"""Changes of the unit by hand: one transaction each, checked as a whole, and undone or done again exactly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from desktop.domain.consistency import UnitFault, unit_faults
from desktop.domain.plans import PlanVersion
from desktop.domain.unit import Entity, Unit
from desktop.services.change import Change, Edit
from desktop.services.change_labels import ChangeLabel
from desktop.services.ports import Store, UnitOfWork
from desktop.services.tellings import untell

E = TypeVar("E", bound=Entity)


class Refused(Exception):
    """The unit would not be consistent any more; nothing was changed. ``faults`` says where and why."""

    def __init__(self, faults: Sequence[UnitFault]) -> None:
        super().__init__(f"the unit would have {len(faults)} faults")
        self.faults = tuple(faults)


class Outdated(Exception):
    """What was to be undone, or done again, has been changed since by something else."""


class Lasting(Exception):
    """What was to be undone has published a version, which never changes."""


class EditingService:
    """Puts and removes entities. Every method is one transaction, recorded in the audit trail by the store.

    Each raises ``Refused``, and ``ports.Rejected`` where something else still refers to what would go.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def unit(self) -> Unit:
        """The unit as it stands. Raises ``LookupError`` on an empty store."""
        with self._store.begin() as work:
            return work.unit()

    def get(self, kind: type[E], entity_id: str) -> E | None:
        """An entity as it stands; None where there is none."""
        with self._store.begin() as work:
            return work.get(kind, entity_id)

    def save(
        self,
        label: ChangeLabel,
        put: Iterable[Entity] = (),
        remove: Iterable[Entity] = (),
        *,
        reason: str = "",
    ) -> Change:
        """Puts and removes entities; what is equal to what is there already is left out.

        ``label`` is a key that the interface words, ``reason`` why, for the audit trail.
        """
        with self._store.begin() as work:
            edits = [Edit(work.get(type(entity), entity.id), entity) for entity in put]
            edits += [Edit(work.get(type(entity), entity.id), None) for entity in remove]
            change = Change(label, tuple(edit for edit in edits if edit.before != edit.after))
            self._apply(work, change, reason)
        return change

    def undo(self, change: Change) -> Change:
        """Brings back what was before a change. Raises ``Outdated``, ``Lasting``; then nothing is changed."""
        if change.published is not None:
            raise Lasting
        back = Change(change.label, tuple(Edit(each.after, each.before) for each in reversed(change.edits)))
        return self.redo(back)

    def redo(self, change: Change) -> Change:
        """Makes a change again and returns it. Raises ``Outdated`` where what it began from is gone."""
        with self._store.begin() as work:
            for edit in change.edits:
                entity = edit.before if edit.before is not None else edit.after
                if entity is not None and work.get(type(entity), entity.id) != edit.before:
                    raise Outdated
            self._apply(work, change, "")
        return change

    def _apply(self, work: UnitOfWork, change: Change, reason: str) -> None:
        if not change.edits:
            return
        known = set(unit_faults(work.unit())) if not work.is_empty() else set[UnitFault]()
        for edit in change.edits:
            if edit.after is None and edit.before is not None:
                work.remove(type(edit.before), edit.before.id)
        for edit in change.edits:
            if isinstance(edit.before, PlanVersion) and _is_another_week(edit.before, edit.after):
                untell(work, edit.before.id)
        work.put_all([edit.after for edit in change.edits if edit.after is not None])
        # What was wrong before, by an import of an older version for one, must not stand in the way of
        # everything else.
        faults = [] if work.is_empty() else [each for each in unit_faults(work.unit()) if each not in known]
        if faults:
            raise Refused(faults)
        if reason:
            work.because(reason)
        work.commit()


def _is_another_week(before: PlanVersion, after: Entity | None) -> bool:
    """Whether what was told of a version is no longer so."""
    return not isinstance(after, PlanVersion) or after.sessions != before.sessions
