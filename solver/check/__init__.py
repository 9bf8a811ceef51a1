"""The independent check of a plan: every hard rule, every goal, read from the exchange format's words alone.

It shares nothing with the code that makes plans: it imports the problem and the plan, and no more. A function
a rule, named for it, with the rule's words in its docstring, so that it can be read beside the format.
``Facts`` looks things up and decides nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator

from solver.check import goals as goals_of
from solver.check.facts import Facts
from solver.check.report import RULE_NAMES, Report, Violation, clock, span
from solver.check.session_rules import (
    r1_form,
    r2_room,
    r5_staffing,
    r9_group_size,
    r10_apart_in_session,
    r13_avoid,
)
from solver.check.week_rules import (
    r3_room_once,
    r4_staff_free,
    r6_citizen_free,
    r7_hours,
    r8_enrolled,
    r11_apart_on_site,
    r11_given,
    r12_alone_on_site,
    r12_given,
    r14_locked,
    r15_budget,
)
from solver.plan import Plan, Unmet
from solver.problem import Problem

__all__ = [
    "RULE_NAMES", "Report", "Violation", "broken", "check", "clock", "figures", "given", "judge", "span",
]  # fmt: skip

_RULES: tuple[Callable[[Facts], Iterator[Violation]], ...] = (
    r1_form,
    r2_room,
    r3_room_once,
    r4_staff_free,
    r5_staffing,
    r6_citizen_free,
    r7_hours,
    r8_enrolled,
    r9_group_size,
    r10_apart_in_session,
    r11_apart_on_site,
    r12_alone_on_site,
    r13_avoid,
    r14_locked,
    r15_budget,
)


def check(problem: Problem, plan: Plan) -> Report:
    """Holds a plan against a problem: every broken rule, and everything that the plan states falsely.

    ``problem`` is sound, as ``solver.exchange`` reads it; ``plan`` may be anything, however broken, and never
    raises an error. A plan that says there is none (``infeasible`` or ``unknown``, no sessions) breaks no
    rule.
    """
    facts = Facts(problem, plan)
    claims_none = plan.status in ("infeasible", "unknown") and not plan.sessions
    unmet = goals_of.unmet(facts)
    values = goals_of.values(facts, unmet)
    return Report(
        violations=() if claims_none else _broken(facts),
        warnings=_given(facts),
        goals=values,
        unmet=unmet,
        wrong=(*goals_of.false_statements(facts, values, unmet), *_unfounded(problem, plan)),
    )


def broken(problem: Problem, plan: Plan) -> tuple[Violation, ...]:
    """The broken rules alone, as ``check`` tells them of a plan that does not say that there is none."""
    return _broken(Facts(problem, plan))


def figures(problem: Problem, plan: Plan) -> tuple[goals_of.Values, tuple[Unmet, ...]]:
    """The goals' values and the missing duties alone, as ``check`` tells them."""
    facts = Facts(problem, plan)
    unmet = goals_of.unmet(facts)
    return goals_of.values(facts, unmet), unmet


def given(problem: Problem, plan: Plan) -> tuple[Violation, ...]:
    """The warnings alone, as ``check`` tells them."""
    return _given(Facts(problem, plan))


def judge(
    problem: Problem, plan: Plan, about: Container[str]
) -> tuple[tuple[Violation, ...], tuple[Unmet, ...]]:
    """The broken rules and the missing duties, for a part of a week that is judged while somebody drags.

    The rules that look at one session at a time are asked of the sessions whose ids are in ``about`` alone.
    """
    facts = Facts(problem, plan, about)
    return _broken(facts), goals_of.unmet(facts)


def _broken(facts: Facts) -> tuple[Violation, ...]:
    return tuple(found for rule in _RULES for found in rule(facts))


def _given(facts: Facts) -> tuple[Violation, ...]:
    return (*r11_given(facts), *r12_given(facts))


def _unfounded(problem: Problem, plan: Plan) -> Iterator[Violation]:
    """Leaving sessions out breaks no rule, so only where the locked ones alone break one there is no plan."""
    if plan.status == "infeasible":
        facts = Facts(problem, Plan(problem.week, "unknown", sessions=problem.locked))
        if not any(True for rule in _RULES for _ in rule(facts)):
            text = "The plan says that there is none; the locked sessions and commitments break no rule."
            yield Violation("status", (), text)
