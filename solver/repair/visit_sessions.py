"""The rules of the sessions that one visit is held in, which are not told apart (R2, R5, R9, R10, R13).

Where there is one session they say all that those rules say. Where there are several they say less: what
every parting of the people over rooms obeys.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import lcm

from ortools.sat.python import cp_model

from solver.frame import bits, largest_group
from solver.model.variables import Literals, Variables


class VisitSessions:
    """What the sessions of one visit need together, however many they are (R2, R5, R9, R10, R13)."""

    def __init__(self, v: Variables, k: int, rooms: Mapping[int, cp_model.IntVar]) -> None:
        """``k``: the visit, by the number of its candidate. ``rooms``: a literal for each that one of its
        sessions may be held in.
        """
        self.v, self.k, self.rooms = v, k, rooms
        self.model, self.frame = v.model, v.frame
        self.activity = self.frame.problem.activities[v.candidates[k].activity]
        self.attends = v.attends[k]
        self.number = cp_model.LinearExpr.sum(list(rooms.values()))
        self.size = cp_model.LinearExpr.sum(list(self.attends.values()))
        self.most_rooms = len(rooms)
        widest = max(self.frame.problem.rooms[r].capacity for r in rooms)
        #: The most citizens of one session, whoever they are.
        self.most = min(self.activity.max_group, widest)

    def state(self) -> None:
        """Adds the rules to the model."""
        held = self.v.held[self.k]
        self.model.add(self.number >= held)
        self.model.add(self.number <= min(self.most_rooms, len(self.attends)) * held)
        for literal in self.attends.values():
            self.model.add_implication(literal, held)
        self.model.add(self.size >= self.number)
        self._rooms()
        self._groups()
        self._staff()
        self._kept_apart()

    def _rooms(self) -> None:
        """R2."""
        capacity = [self.frame.problem.rooms[r].capacity * literal for r, literal in self.rooms.items()]
        self.model.add(self.size <= cp_model.LinearExpr.sum(capacity))

    def _groups(self) -> None:
        """R9, and how many sessions with the features that some need: none has more than the hardest level in
        it allows, so that everybody takes up a part of one, their level's share.
        """
        self.model.add(self.size <= self.most * self.number)
        shares = self._shares(self.attends)
        whole = lcm(*shares.values()) if shares else 1
        for needed in {self.frame.level[i].room_features for i in self.attends}:
            suiting = [
                literal for r, literal in self.rooms.items() if needed <= self.frame.problem.rooms[r].features
            ]
            taken = [
                whole // share * self.attends[i]
                for i, share in shares.items()
                if needed <= self.frame.level[i].room_features
            ]
            self.model.add(cp_model.LinearExpr.sum(taken) <= whole * cp_model.LinearExpr.sum(suiting))
        for level in {self.frame.level[i] for i in self.attends}:
            own = largest_group(level)
            if own < min(self.most, len(self.attends)):
                some = self._any([x for i, x in self.attends.items() if self.frame.level[i] == level])
                self.model.add(self.size + (self.most - own) * some <= self.most * self.number)

    def _shares(self, some: Iterable[int]) -> dict[int, int]:
        """By citizen: the most people of a session that they are in, each taking up one part of it."""
        return {i: max(1, min(self.most, largest_group(self.frame.level[i]))) for i in some}

    def _staff(self) -> None:
        """R5: for each number of staff, so many sessions that need as many."""
        v, members = self.v, self.frame.problem.staff
        serves, guards = v.serves[self.k], v.guards[self.k]
        skilled = [x for m, x in serves.items() if self.activity.skill in members[m].skills]
        self.model.add(cp_model.LinearExpr.sum(skilled) >= self.number)
        needs = {i: self.frame.level[i].staff for i in self.attends}
        terms = [max(1, self.activity.staff) * self.number]
        terms += self._beyond(needs, max(1, self.activity.staff))
        self.model.add(cp_model.LinearExpr.sum(list(serves.values())) >= cp_model.LinearExpr.sum(terms))
        asked = self._beyond({i: self.frame.level[i].guards for i in self.attends}, 0)
        if asked:
            self.model.add(cp_model.LinearExpr.sum(list(guards.values())) >= cp_model.LinearExpr.sum(asked))
        for literal in (*serves.values(), *guards.values()):
            self.model.add_implication(literal, v.held[self.k])
        for i, attends in self.attends.items():
            for m, literal in (*serves.items(), *guards.items()):
                if members[m].id in self.frame.citizens[i].avoid_staff:
                    # R13, where there is one session.
                    self.model.add(attends + literal <= self.number)

    def _beyond(self, needs: Mapping[int, int], known: int) -> list[cp_model.LinearExpr]:
        """Of each number of staff above the ``known`` one: the sessions with somebody who needs as many."""
        found: list[cp_model.LinearExpr] = []
        for number in range(known + 1, max(needs.values(), default=0) + 1):
            some = [i for i, need in needs.items() if need >= number]
            shares = self._shares(some)
            whole = lcm(*shares.values())
            sessions = self.model.new_int_var(0, min(self.most_rooms, len(some)), "sessions")
            self.model.add(
                cp_model.LinearExpr.sum([whole // share * self.attends[i] for i, share in shares.items()])
                <= whole * sessions
            )
            found.append(1 * sessions)
        return found

    def _kept_apart(self) -> None:
        """R10: rivals need two sessions."""
        for each in self.frame.aparts:
            one = [self.attends[i] for i in bits(each.left) if i in self.attends]
            other = [self.attends[i] for i in bits(each.right) if i in self.attends]
            if one and other and each.site_gap is None:
                self.model.add(self._any(one) + self._any(other) <= self.number)

    def _any(self, literals: Literals) -> cp_model.IntVar:
        some = self.v.any_of(literals, "somebody")
        assert some is not None
        return some
