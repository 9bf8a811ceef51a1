"""The CP-SAT model of a week: every hard rule once and completely, a module a family of rules."""

from solver.model.week import WeekModel

__all__ = ["WeekModel"]
