"""What separations cost a planned week, worked out by the engine."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.domain.plans import PlanVersion
from desktop.qt.explaining_run import SECONDS, ExplainingRun
from desktop.qt.solver_process import engine_cores
from desktop.services.rivalries import Sides
from desktop.services.separation_costs import Costs, read_costs
from desktop.services.week.planning import Prepared


class CostRun(ExplainingRun):
    """Asks about separations once; ``finished`` carries the ``Costs``."""

    def start(
        self, prepared: Prepared, version: PlanVersion, apart: Sequence[Sides], *, seconds: float = SECONDS
    ) -> None:
        """Asks about separations of the prepared week. A plan that breaks a rule by now says nothing of
        costs: ``failed`` then comes once the event loop runs again."""
        asked = self._engine_for(prepared, version)
        if asked is not None:
            process, plan = asked
            process.start_costs(
                prepared.checked, plan, apart, seconds=seconds, workers=engine_cores(), seed=1
            )

    def _read(self, explanation: object) -> Costs | None:
        return read_costs(explanation)
