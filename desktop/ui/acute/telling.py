"""The call list at hand: who is to be told of a repaired week, who has been, when and by whom."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress

from desktop.domain.plans import PlanVersion, VersionState, in_force
from desktop.domain.telling import Told
from desktop.domain.unit import Entity
from desktop.services.call_lists import (
    CallList,
    call_list,
    chain_to,
    lists_in_force,
    said_in,
    sites_of,
)
from desktop.services.calls import Call
from desktop.services.change_labels import ChangeLabel
from desktop.services.editing import Refused
from desktop.services.ports import NotStored
from desktop.services.repairs import Repaired
from desktop.ui.acute.parts import Parts

Save = Callable[[ChangeLabel, Iterable[Entity], Iterable[Entity]], object]


class Telling:
    """The list of a repair that is looked at, or of a version that was accepted.

    Who is ticked before a repair is accepted has been told what that very repair would change for them: where
    a better one says something else, they are ``misled`` and have to be called again.
    """

    def __init__(self, parts: Parts, save: Save) -> None:
        self._parts = parts
        self._save = save
        self._list: CallList | None = None
        self._accepted = False
        self._ticked: dict[str, str] = {}
        self._misled: tuple[str, ...] = ()
        self.waiting: tuple[CallList, ...] = ()
        """The lists of the versions in force, which can be taken up."""

    @property
    def listed(self) -> CallList | None:
        """Whom to call; None where no repair is looked at."""
        return self._list

    @property
    def accepted(self) -> CallList | None:
        """The list of a version that was accepted."""
        return self._list if self._accepted else None

    @property
    def calls(self) -> tuple[Call, ...]:
        """Who is to be told what, the most urgent first."""
        return () if self._list is None else self._list.calls

    @property
    def version(self) -> PlanVersion | None:
        """The version that they are told of."""
        return None if self._list is None else self._list.after

    @property
    def told(self) -> Mapping[str, Told | None]:
        """Who has been told of it; when and by whom once it is accepted."""
        if self._list is None or self._accepted:
            return {} if self._list is None else self._list.told
        said = {each.person: said_in(each) for each in self._list.calls}
        return {person: None for person, what in self._ticked.items() if said.get(person) == what}

    @property
    def misled(self) -> tuple[str, ...]:
        """Who was told something of another repair that is not so in this one, by their ids."""
        if self._list is None or self._accepted:
            return self._misled
        return tuple(sorted(self._ticked.keys() - self.told.keys()))

    @property
    def ticks(self) -> Mapping[str, str]:
        """Who is ticked before the repair is accepted, and for what: no names."""
        return dict(self._ticked)

    def tick_again(self, ticks: Mapping[str, str]) -> None:
        """Those who were ticked before the vault was locked."""
        self._ticked = dict(ticks)

    def look_for_waiting(self) -> None:
        """Reads the lists anew."""
        self.waiting = lists_in_force(self._parts.store, self._parts.clock.today())

    def follow(self, repaired: Repaired) -> None:
        """Lists whom a repair concerns, which is not accepted yet."""
        self._accepted, self._misled = False, ()
        versions = self._parts.planning.versions(repaired.version.week)
        with self._parts.store.begin() as work:
            # The repair has no number of its own yet: whoever was told of another version was not told of it.
            told = [each for each in work.all(Told) if each.version != repaired.version.id]
            chain = (*chain_to(versions, repaired.base, told), repaired.version)
            self._list = call_list(chain, told, sites_of(work))

    def settle(self, before: PlanVersion, after: PlanVersion) -> None:
        """The repair was accepted as ``after``, which is looked at from now on. Who was ticked is kept."""
        told = [self._telling(after, person) for person in sorted(self.told)]
        misled = self.misled
        if told:
            # The week is accepted all the same; who is not ticked then is called once more.
            with suppress(NotStored, Refused):
                self._save("person_told", told, ())
        self.take_up(before, after)
        self._misled = misled

    def take_up(self, before: PlanVersion, after: PlanVersion) -> None:
        """Looks at the list of an accepted version."""
        self._ticked, self._misled = {}, ()
        self._accepted = True
        self._list = self._of(before, after)

    def reread(self) -> bool:
        """Reads the list of an accepted version anew; whether people are to be told of that version still."""
        known = self._list
        if known is None:
            return False
        versions = self._parts.planning.versions(known.after.week)
        given = known.after.state is VersionState.PUBLISHED
        if known.after != in_force(versions) if given else known.after not in versions:
            return False
        self._list = self._of(known.before, known.after)
        return True

    def let_go(self) -> None:
        """The repair goes. Whoever was ticked has been told of it all the same."""
        self._list, self._accepted = None, False

    def forget(self) -> None:
        """Something else begins."""
        self._list, self._accepted = None, False
        self._ticked, self._misled = {}, ()

    def tick(self, person: str, *, told: bool) -> None:
        """Notes that somebody has been told, or has not after all. Raises what ``Editing.save`` raises."""
        known = self._list
        if known is None:
            return
        if not self._accepted:
            self._ticked.pop(person, None)
            said = next((said_in(each) for each in known.calls if each.person == person), None)
            if told and said is not None:
                self._ticked[person] = said
            return
        noted = known.told.get(person)
        if told and noted is None:
            self._save("person_told", (self._telling(known.after, person),), ())
        elif not told and noted is not None:
            self._save("person_not_told", (), (noted,))
        self.reread()

    def _of(self, before: PlanVersion, after: PlanVersion) -> CallList:
        versions = self._parts.planning.versions(after.week)
        with self._parts.store.begin() as work:
            tellings = work.all(Told)
            chain = chain_to(versions, after, tellings)
            # A draft takes the place of the one that it was made of.
            fits = before in chain
            return call_list(chain if fits else (before, after), tellings, sites_of(work))

    def _telling(self, version: PlanVersion, person: str) -> Told:
        """A new tick, or, of whoever was told of another version since, the one of then as of now."""
        parts = self._parts
        with parts.store.begin() as work:
            of_then = (each for each in work.all(Told) if (each.version, each.person) == (version.id, person))
            name = next((each.id for each in of_then), None)
        return Told(
            name or parts.new_id("told"),
            version.week,
            version.id,
            person,
            parts.planning.user,
            parts.clock.now(),
        )
