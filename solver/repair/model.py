"""The model of a repaired week: every rule, as ``solver.model`` states it, and what a repair costs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from ortools.sat.python import cp_model

from solver.frame import bits
from solver.limits import Limits
from solver.model import WeekModel
from solver.model.solving import new_solver
from solver.plan import Session
from solver.repair.losses import IDLE, Before, Visit
from solver.repair.visits import VisitWeek

Terms = list[cp_model.LinearExpr]
#: The costs by their place in ``Loss``.
DUTIES, SLOTS, PEOPLE, VISITS, MOVED = range(5)
#: The share of the time that each later cost has for itself.
LATER = 0.3


class RepairModel:
    """A week's model, and as expressions what it costs.

    ``costs`` are those of ``Loss``, in its order. Somebody whose visit none of the possible sessions offers
    is changed.
    """

    def __init__(
        self,
        before: Before,
        week: WeekModel | VisitWeek,
        whose: Mapping[str, frozenset[Visit]] | None = None,
    ) -> None:
        """``whose``: whose week counts, and the visits of it that do; else everybody's whole week.

        Raises ``ModelTooLargeError`` where the week's model is no longer wanted.
        """
        self.before, self.week, self.frame = before, week, week.frame
        self.old = before.visits if whose is None else whose
        self.model = week.model
        frame = self.frame
        self._by_citizen = self._visits()
        standing = before.visits_of(frame.fixed)
        had = before.slots_of(self.old)
        #: By citizen: 1 where their week is another.
        self.changed: dict[int, cp_model.LinearExpr] = {}
        visits: Terms = []
        slots: Terms = []
        for i, citizen in week.variables.going(enumerate(frame.citizens)):
            if citizen.id not in self.old:
                continue
            old, stands, offered = self.old[citizen.id], standing[citizen.id], self._by_citizen[i]
            if old == stands and not offered:
                continue
            self.changed[i] = self._changed(old, stands, offered)
            visits += [1 - cp_model.LinearExpr.sum(offered.get(visit, [])) for visit in old - stands]
            visits += [literal for visit, some in offered.items() if visit not in old for literal in some]
            visits.append(cp_model.LinearExpr.sum([]) + len(stands - old))
            slots.append(self._fewer(i, had[citizen.id], stands, offered))
        people = list(self.changed.values())
        self.costs = tuple(
            cp_model.LinearExpr.sum(terms) for terms in (self._duties(), slots, people, visits, self._moved())
        )

    def _visits(self) -> list[dict[Visit, list[cp_model.IntVar]]]:
        """By citizen: visit → the literals of the sessions that offer it."""
        problem, slot = self.frame.problem, self.frame.slot
        table: list[dict[Visit, list[cp_model.IntVar]]] = []
        kinds = [
            Visit(c.start * slot, c.end * slot, problem.activities[c.activity].id, problem.sites[c.site].id)
            for c in self.week.variables.candidates
        ]
        for mine in self.week.variables.by_citizen:
            offered: dict[Visit, list[cp_model.IntVar]] = defaultdict(list)
            for k, literal in mine:
                offered[kinds[k]].append(literal)
            table.append(dict(offered))
        return table

    def _changed(
        self, old: frozenset[Visit], stands: frozenset[Visit], offered: dict[Visit, list[cp_model.IntVar]]
    ) -> cp_model.LinearExpr:
        """1 where a citizen's week is another."""
        if stands - old or old - stands - offered.keys():
            return cp_model.LinearExpr.sum([]) + 1
        changed = self.model.new_bool_var("changed")
        for visit, literals in offered.items():
            if visit in old:
                self.model.add_bool_or([changed, *literals])
            else:
                for literal in literals:
                    self.model.add_implication(literal, changed)
        return changed

    def _fewer(
        self, i: int, had: int, stands: frozenset[Visit], offered: dict[Visit, list[cp_model.IntVar]]
    ) -> cp_model.LinearExpr:
        """The counted slots that a citizen had and has not any more."""
        citizen = self.frame.citizens[i].id
        left = had - self.before.slots_of({citizen: stands})[citizen]
        fewer = self.model.new_int_var(0, max(0, had), "fewer")
        attended = [
            (visit.end - visit.start) // self.frame.slot * literal
            for visit, literals in offered.items()
            if visit.activity in self.before.counted
            for literal in literals
        ]
        self.model.add(fewer >= left - cp_model.LinearExpr.sum(attended))
        return fewer

    def _duties(self) -> Terms:
        """Duties missing beyond those that the old plan left missing."""
        frame, v = self.frame, self.week.variables
        if not self.before.weighs_duties:
            return []
        attended: dict[tuple[int, int], list[cp_model.IntVar]] = defaultdict(list)
        for i, mine in enumerate(v.by_citizen):
            for k, literal in mine:
                activity = v.candidates[k].activity
                attended[i, activity].append(literal)
                if frame.ends_idleness(activity):
                    attended[i, IDLE].append(literal)
        missing = {(i, a): need for i, needs in enumerate(frame.missing) for a, need in needs.items()}
        missing |= {(i, IDLE): 1 for i in bits(frame.idle)}
        terms: Terms = []
        for duty, need in missing.items():
            new = need - self.before.missing_before[duty]
            if new > 0:
                lost = self.model.new_int_var(0, new, "lost")
                some = cp_model.LinearExpr.sum(attended[duty])
                if duty[1] == IDLE:
                    self.model.add(lost + some >= 1)
                else:
                    self.model.add(lost >= new - some)
                terms.append(lost)
        return terms

    def _moved(self) -> Terms:
        """Sessions in rooms, and staff in sessions, that are not so in the old plan."""
        frame, v = self.frame, self.week.variables
        if isinstance(self.week, VisitWeek):
            return self.week.moved(self.before.given.before)
        rooms: dict[tuple[int, int, int, int], set[int]] = defaultdict(set)
        staff: dict[tuple[int, int, int, int], set[int]] = defaultdict(set)
        for session in self.before.given.before:
            room = frame.room_index[session.room]
            key = (
                frame.activity_index[session.activity],
                frame.room_site[room],
                session.start // frame.slot,
                session.end // frame.slot,
            )
            rooms[key].add(room)
            staff[key].update(frame.staff_index[member] for member in session.staff)
        terms: Terms = []
        for k, c in enumerate(v.candidates):
            key = (c.activity, c.site, c.start, c.end)
            if key not in rooms:
                continue
            if c.room not in rooms[key]:
                terms.append(v.held[k])
            for part in (v.serves[k], v.guards[k]):
                terms += [literal for m, literal in part.items() if m not in staff[key]]
        return terms

    def weighed(self, costs: Sequence[int]) -> cp_model.LinearExpr:
        """The named costs in one sum that keeps their order: ``[1, 2]`` weighs a slot above all people."""
        total = self.costs[costs[0]]
        for cost in costs[1:]:
            total = (self._most(cost) + 1) * total + self.costs[cost]
        return total

    def solved(
        self, costs: Sequence[Sequence[int]], limits: Limits, seconds: float, workers: int, seed: int
    ) -> cp_model.CpSolver | None:
        """A solver that has the least of some costs, weighed together, and given those of the next ones.

        The later ones have a part of the time for themselves. None where nothing was found.
        """
        until = limits.elapsed + seconds
        found = None
        if isinstance(self.week, WeekModel):
            self._complete_hint(limits)
        for number, some in enumerate(costs):
            cost = self.weighed(some)
            self.model.minimize(cost)
            reserved = LATER * seconds * (len(costs) - 1 - number)
            seconds = until - reserved - limits.elapsed
            solver = solver_for(limits, seconds, workers, seed, relax=isinstance(self.week, VisitWeek))
            with limits.stopping(solver):
                status = solver.solve(self.model)
            if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
                break
            found = solver
            if number + 1 < len(costs):
                self.model.add(cost <= int(solver.value(cost)))
                self.begin_at(solver)
        return found

    def _complete_hint(self, limits: Limits) -> None:
        """Gives every literal the value that follows from those hinted, so that the search begins with a week
        as good as the one that there is.
        """
        solver = solver_for(limits, limits.left, 1, 0)
        solver.parameters.fix_variables_to_their_hinted_value = True
        with limits.stopping(solver):
            if solver.solve(self.model) in (cp_model.OPTIMAL, cp_model.FEASIBLE):
                self.begin_at(solver)

    def begin_at(self, solver: cp_model.CpSolver) -> None:
        """Starts the next search from a solution."""
        # OR-Tools gives it no types.
        self.model.clear_hints()  # type: ignore[no-untyped-call]
        for index in range(len(self.model.proto.variables)):
            variable = self.model.get_int_var_from_proto_index(index)
            self.model.add_hint(variable, solver.value(variable))

    def _most(self, cost: int) -> int:
        """No less than one of the costs of people can be."""
        frame, v = self.frame, self.week.variables
        attends = sum(len(people) for people in v.attends)
        old = sum(len(some) for some in self.old.values())
        return (
            attends + old + frame.n,
            sum(self.before.slots.values()),
            frame.n,
            attends + old + sum(len(s.citizens) for s in frame.fixed),
        )[cost]


def sessions(week: WeekModel, solver: cp_model.CpSolver) -> list[Session]:
    """The sessions of a solution, with names of no meaning."""
    return week.sessions(lambda literal: bool(solver.boolean_value(literal)), new_names())


def new_names() -> Iterator[str]:
    """Names for sessions that nobody has seen yet."""
    return (f"new{k}" for k in count(1))


def solver_for(
    limits: Limits, seconds: float, workers: int, seed: int, *, relax: bool = False
) -> cp_model.CpSolver:
    """A solver with the little time that a repair has: less presolve, more search.

    ``relax``: led by a linear relaxation with all that there is in it, which finds out at once what staff
    cannot do.
    """
    solver = new_solver(workers, seed)
    solver.parameters.max_time_in_seconds = max(0.01, min(seconds, limits.left))
    if relax and workers == 1:
        solver.parameters.linearization_level = 2
    elif relax and workers == 2:
        # What one of them is slow at, the other is mostly quick at.
        solver.parameters.subsolvers.extend(["max_lp", "no_lp"])
    solver.parameters.symmetry_level = 0
    solver.parameters.cp_model_probing_level = 0
    return solver
