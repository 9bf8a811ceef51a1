"""Why one person has no more hours in a planned week, and what would help."""

from __future__ import annotations

from desktop.domain.plans import PlanVersion
from desktop.qt.explaining_run import SECONDS, ExplainingRun
from desktop.qt.solver_process import engine_cores
from desktop.services.explaining import Explanation, read_explanation
from desktop.services.week.planning import Prepared


class ExplainRun(ExplainingRun):
    """Asks about one person once; ``finished`` carries an ``Explanation``."""

    _citizen = ""

    def start(
        self,
        prepared: Prepared,
        version: PlanVersion,
        citizen: str,
        *,
        seconds: float = SECONDS,
        workers: int | None = None,
        seed: int = 1,
    ) -> None:
        """Asks about a citizen of the prepared week. A plan that breaks a rule is not explained: ``failed``
        then comes once the event loop runs again."""
        self._citizen = citizen
        asked = self._engine_for(prepared, version)
        if asked is not None:
            process, plan = asked
            cores = workers or engine_cores()
            process.start_explain(prepared.checked, plan, citizen, seconds=seconds, workers=cores, seed=seed)

    def _read(self, explanation: object) -> Explanation | None:
        return read_explanation(explanation, self._citizen)
