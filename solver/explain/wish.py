"""What somebody wants of a week: the question that causes are asked about."""

from __future__ import annotations

from dataclasses import dataclass

from solver.problem import Activity, Citizen, Problem


@dataclass(frozen=True, slots=True)
class Wish:
    """What some citizens want to attend: any of some activities. In words, the first of them is spoken of."""

    citizens: tuple[str, ...]
    activities: tuple[str, ...]

    @property
    def citizen(self) -> str:
        return self.citizens[0]

    def person(self, problem: Problem) -> Citizen:
        return next(each for each in problem.citizens if each.id == self.citizen)

    def offered(self, problem: Problem) -> list[Activity]:
        return [each for each in problem.activities if each.id in self.activities]
