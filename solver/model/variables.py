"""The model's variables, and views of them by person, place and time that the rules share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import TypeVar

from ortools.sat.python import cp_model

from solver.frame import Frame, bits
from solver.model.candidates import Candidate

T = TypeVar("T")

Literals = list[cp_model.IntVar]


class ModelTooLargeError(Exception):
    """A model has more variables than the caller allows, or takes longer to build than they wait."""


def asked(things: Iterable[T], keep_going: Callable[[], bool]) -> Iterator[T]:
    """The same things; raises ``ModelTooLargeError`` once ``keep_going`` says no."""
    for thing in things:
        if not keep_going():
            raise ModelTooLargeError
        yield thing


class Variables:
    """``held[k]``: candidate k is held. ``attends[k][i]``: citizen i is in it. ``serves[k][m]`` and
    ``guards[k][m]``: staff member m is in it, as one of the others or as a guard."""

    def __init__(
        self,
        model: cp_model.CpModel,
        frame: Frame,
        candidates: Iterable[Candidate],
        keep_going: Callable[[], bool] = lambda: True,
    ) -> None:
        """``keep_going`` is asked while building: ``ModelTooLargeError`` is raised once it says no."""
        self.model = model
        self.frame = frame
        self._keep_going = keep_going
        self.candidates = list(candidates)
        guards = {m for m, member in enumerate(frame.problem.staff) if "guard" in member.skills}
        self.held: Literals = []
        self.attends: list[dict[int, cp_model.IntVar]] = []
        self.serves: list[dict[int, cp_model.IntVar]] = []
        self.guards: list[dict[int, cp_model.IntVar]] = []
        for k, candidate in self.going(enumerate(self.candidates)):
            self.held.append(model.new_bool_var(f"held {k}"))
            self.attends.append({i: model.new_bool_var(f"{i} in {k}") for i in candidate.citizens})
            needs_guards = any(frame.level[i].guards for i in candidate.citizens)
            self.serves.append({m: model.new_bool_var(f"{m} serves {k}") for m in candidate.staff})
            self.guards.append(
                {m: model.new_bool_var(f"{m} guards {k}") for m in candidate.staff if m in guards}
                if needs_guards
                else {}
            )

    def going(self, things: Iterable[T]) -> Iterator[T]:
        """The same things, as long as the model is wanted."""
        return asked(things, self._keep_going)

    @cached_property
    def by_citizen(self) -> list[list[tuple[int, cp_model.IntVar]]]:
        """By citizen: (candidate, literal that they are in it)."""
        table: list[list[tuple[int, cp_model.IntVar]]] = [[] for _ in range(self.frame.n)]
        for k, people in enumerate(self.attends):
            for i, literal in people.items():
                table[i].append((k, literal))
        return table

    @cached_property
    def by_staff(self) -> list[list[tuple[int, cp_model.IntVar]]]:
        """By staff member: (candidate, literal that they are in it, in either part)."""
        table: list[list[tuple[int, cp_model.IntVar]]] = [[] for _ in self.frame.problem.staff]
        for k in range(len(self.candidates)):
            for part in (self.serves[k], self.guards[k]):
                for m, literal in part.items():
                    table[m].append((k, literal))
        return table

    def any_of(self, literals: Literals, name: str) -> cp_model.IntVar | None:
        """A literal that is true where one of ``literals`` is (it may be true without); None for none."""
        if len(literals) <= 1:
            return literals[0] if literals else None
        some = self.model.new_bool_var(name)
        for literal in literals:
            self.model.add_implication(literal, some)
        return some

    def by_slot(self, literals: Iterable[tuple[int, cp_model.IntVar]]) -> dict[int, Literals]:
        """Slot → the literals of the candidates that cover it."""
        table: dict[int, Literals] = defaultdict(list)
        for k, literal in literals:
            candidate = self.candidates[k]
            for slot in range(candidate.start, candidate.end):
                table[slot].append(literal)
        return table

    @cached_property
    def attends_at(self) -> list[dict[int, list[tuple[int, cp_model.IntVar]]]]:
        """By citizen: site → (candidate, literal)."""
        table: list[dict[int, list[tuple[int, cp_model.IntVar]]]] = []
        for mine in self.by_citizen:
            sites: dict[int, list[tuple[int, cp_model.IntVar]]] = defaultdict(list)
            for k, literal in mine:
                sites[self.candidates[k].site].append((k, literal))
            table.append(sites)
        return table

    def present(self, people: int, site: int) -> dict[int, cp_model.IntVar]:
        """Slot → a literal that is true where one of ``people`` is in a session on the site."""
        key = (people, site)
        if key not in self._presence:
            together = [pair for i in bits(people) for pair in self.attends_at[i].get(site, ())]
            self._presence[key] = {
                slot: some
                for slot, literals in self.by_slot(together).items()
                if (some := self.any_of(literals, f"somebody of {people:x} on {site} in {slot}")) is not None
            }
        return self._presence[key]

    @cached_property
    def _presence(self) -> dict[tuple[int, int], dict[int, cp_model.IntVar]]:
        return {}
