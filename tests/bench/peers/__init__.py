"""What a user could pick instead: the same files, the same time, at most two threads, an honest model each.

A peer is a module with ``run(best)``; it is started by ``python -m tests.bench.peers`` in a process of its
own. The exact ones share one model (``encoding``), Timefold has one in its own manner.
"""

from __future__ import annotations

from typing import Final

#: The peers' names in the report, and their modules.
MODULES: Final = {
    "greedy": "greedy",
    "CP-SAT": "cp_sat",
    "HiGHS": "highs",
    "Timefold": "timefold_week",
    "Gecode": "gecode",
    "Choco": "choco",
}
#: Those that need no package beside Sikkerplan's own.
IN_VENV: Final = frozenset({"greedy", "CP-SAT"})
