"""What the check answers, and the words that its sentences share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from solver.plan import GoalName, Unmet
from solver.problem import DAY_MINUTES

RULE_NAMES: Mapping[str, str] = {
    "R1": "form",
    "R2": "room",
    "R3": "room once",
    "R4": "staff free",
    "R5": "staffing",
    "R6": "citizen free",
    "R7": "hours",
    "R8": "enrolled",
    "R9": "group size",
    "R10": "apart in session",
    "R11": "apart on site",
    "R12": "alone on site",
    "R13": "avoid",
    "R14": "locked",
    "R15": "budget",
}
"""The hard rules' short names, in the words of the exchange format."""

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True, slots=True)
class Violation:
    """One thing that is wrong, told in one line.

    ``rule`` is ``"R1"`` … ``"R15"``, or what a plan states falsely: ``"goal"``, ``"unmet"``, ``"status"``
    or ``"week"``. ``ids`` names sessions and commitments first, then citizens, staff, rooms and others.
    ``text`` is an English sentence that holds ids and times, never a name.
    """

    rule: str
    ids: tuple[str, ...]
    text: str

    def __str__(self) -> str:
        name = RULE_NAMES.get(self.rule)
        return f"{self.rule} {name}: {self.text}" if name else f"{self.rule}: {self.text}"


@dataclass(frozen=True, slots=True)
class Report:
    """The answer of a check.

    ``violations`` are the broken hard rules, in the order of the rules. ``warnings`` are given commitments
    that bring together people who should not meet; no plan can help it. ``goals`` is the recomputed value of
    all six goals, ``unmet`` the recomputed duties that are missing. ``wrong`` is what the plan states about
    itself and the recomputed values do not bear out.
    """

    violations: tuple[Violation, ...]
    warnings: tuple[Violation, ...]
    goals: tuple[tuple[GoalName, float], ...]
    unmet: tuple[Unmet, ...]
    wrong: tuple[Violation, ...]

    @property
    def clean(self) -> bool:
        """Whether every hard rule holds and everything the plan states is true."""
        return not self.violations and not self.wrong


def weekday(day: int) -> str:
    """A day of the week, 0 for ``Mon``. A day outside the week is told by its number."""
    return _DAYS[day] if 0 <= day < len(_DAYS) else f"day {day + 1}"


def clock(minute: int) -> str:
    """A minute of the week as ``Mon 08:30``."""
    day, rest = divmod(minute, DAY_MINUTES)
    return f"{weekday(day)} {rest // 60:02d}:{rest % 60:02d}"


def span(start: int, end: int) -> str:
    """A time as ``Mon 08:30–10:00``; midnight at its end is ``24:00``."""
    day_start = start - start % DAY_MINUTES
    if start <= end <= day_start + DAY_MINUTES:
        last = end - day_start
        return f"{clock(start)}–{last // 60:02d}:{last % 60:02d}"
    return f"{clock(start)}–{clock(end)}"


def hours(minutes: int) -> str:
    """Minutes as a number of hours: ``2.5 h``."""
    return f"{minutes / 60:g} h"


def listed(ids: Iterable[str]) -> str:
    """Ids in one row, sorted: ``a, b``."""
    return ", ".join(sorted(ids))
