"""Bounds on hours that know who can be in a group together and how much staff there is."""

from solver.relaxation.descent import Descent, hours_bounds

__all__ = ["Descent", "hours_bounds"]
