"""Plain CP-SAT (OR-Tools): the shared 0/1 program as it stands, default parameters, two workers, no hint."""

from __future__ import annotations

from ortools.sat.python import cp_model

from tests.bench.peers.best import Best
from tests.bench.peers.encoding import Encoding

THREADS = 2


def run(best: Best) -> str:
    encoding = Encoding(best.problem)
    model = cp_model.CpModel()
    variables = [model.new_bool_var("") for _ in range(encoding.variables)]
    for numbers, factors, bound in encoding.rows:
        terms = [variables[number] for number in numbers]
        if bound == 1 and all(factor == 1 for factor in factors):
            model.add_at_most_one(terms)
        else:
            model.add(cp_model.LinearExpr.weighted_sum(terms, factors) <= bound)
    weighed = list(encoding.weights)
    model.minimize(
        cp_model.LinearExpr.weighted_sum(
            [variables[number] for number in weighed], [encoding.weights[number] for number in weighed]
        )
    )

    class Seen(cp_model.CpSolverSolutionCallback):
        def on_solution_callback(self) -> None:
            best.show(encoding.sessions(lambda number: bool(self.boolean_value(variables[number]))))

    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = best.left
    solver.parameters.num_workers = THREADS
    status = solver.solve(model, Seen())
    return str(solver.status_name(status)).lower()
