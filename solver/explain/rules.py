"""The rules as bits of a number, so that what an addition would break is one."""

from __future__ import annotations

from solver.check import RULE_NAMES
from solver.frame import bits

R1, R2, R3, R4, R5, R6, R7, R8, R9, R10, R11, R12, R13, R14, R15 = (1 << n for n in range(1, 16))


def named(rules: int) -> tuple[str, ...]:
    """``("R4", "R11")``, in the order of the rules."""
    return tuple(f"R{n}" for n in bits(rules))


def short_name(rule: str) -> str:
    """The rule's short name in the words of the exchange format: ``staff free`` for R4."""
    return RULE_NAMES[rule]
