"""Bounds on hours that know who can be in a group together and how much staff there is."""

from solver.relaxation.descent import Descent, HoursBound, hours_bounds

__all__ = ["Descent", "HoursBound", "hours_bounds"]
