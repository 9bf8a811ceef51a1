"""The planning engine asked to explain a week: the same process, with another question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from time import monotonic

from PySide6.QtCore import Signal

from desktop.qt.solver_process import SolverProcess
from solver.exchange import plan_to_json, problem_to_json
from solver.plan import Plan
from solver.problem import Problem


@dataclass(frozen=True, slots=True)
class ExplainStep:
    """How far it is: ``people`` or ``offers``, how many of how many."""

    step: str
    done: int
    of: int


@dataclass(frozen=True, slots=True)
class Explained:
    """The engine's last answer as it was sent, to be read and judged. ``stopped``: it was asked to end."""

    explanation: object
    stopped: bool


class ExplainProcess(SolverProcess):
    """Emits ``stepped``, and last exactly one of ``explained`` or ``failed``."""

    stepped = Signal(object)
    explained = Signal(object)

    def start_explain(
        self, problem: Problem, plan: Plan, citizen: str, *, seconds: float, workers: int, seed: int
    ) -> None:
        """Asks about one citizen for at most ``seconds``. Once only for each object."""
        self._ask(problem, plan, citizen=citizen, seconds=seconds, workers=workers, seed=seed)

    def start_costs(
        self,
        problem: Problem,
        plan: Plan,
        apart: Sequence[tuple[str, str]],
        *,
        seconds: float,
        workers: int,
        seed: int,
    ) -> None:
        """Asks what it costs the week to keep these pairs of sides apart. Once only for each object."""
        pairs = [list(each) for each in apart]
        self._ask(problem, plan, apart=pairs, seconds=seconds, workers=workers, seed=seed)

    def _ask(self, problem: Problem, plan: Plan, **asked: object) -> None:
        self._started = monotonic()
        order: dict[str, object] = {
            "type": "explain",
            "problem": problem_to_json(problem),
            "plan": plan_to_json(plan),
            **asked,
        }
        self._process.start()
        self._write(order)

    def _act(self, message: dict[str, object]) -> None:
        match message["type"]:
            case "progress":
                done, of = message["done"], message["of"]
                if type(done) is not int or type(of) is not int:
                    raise TypeError("whole numbers were expected")
                self.stepped.emit(ExplainStep(str(message["step"]), done, of))
            case "done":
                explained = Explained(message["explanation"], message["stopped"] is True)
                self._answer()
                self.explained.emit(explained)
            case _:
                super()._act(message)
