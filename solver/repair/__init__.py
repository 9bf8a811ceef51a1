"""Repair: a week that was planned, and a problem that has changed since, brought together again.

What has begun before ``now`` stays as it happened. For what is still to come every rule holds; then the
fewest duties and hours are lost, then the fewest people's weeks are changed (see ``solver.repair.losses``).
"""

from solver.repair.losses import Otherwise
from solver.repair.repairing import Least, Options, Repair, repair
from solver.repair.telling import changes_to_json

__all__ = [
    "Least",
    "Options",
    "Otherwise",
    "Repair",
    "changes_to_json",
    "repair",
]
