"""Choco (pychoco): the shared 0/1 program, searched as somebody would who knows Choco.

Choco learns nothing from a dead end by itself: as with Gecode the order of ``Encoding.order`` decides, a
variable at a time, 1 before 0; each better week is a bound for the next. One thread.
"""

from __future__ import annotations

from pychoco import Model
from pychoco.variables.boolvar import BoolVar

from tests.bench.peers.best import Best
from tests.bench.peers.encoding import Encoding


def run(best: Best) -> str:
    encoding = Encoding(best.problem)
    model = Model()
    variables = [model.boolvar() for _ in range(encoding.variables)]
    for numbers, factors, bound in encoding.rows:
        terms = [variables[number] for number in numbers]
        if bound == 1 and all(factor == 1 for factor in factors):
            if len(terms) == 2:
                model.add_clauses([], terms)
            else:
                model.sum(terms, "<=", 1).post()
        else:
            model.scalar(terms, factors, "<=", bound).post()
    weights = encoding.weights.values()
    total = model.intvar(
        sum(weight for weight in weights if weight < 0), sum(weight for weight in weights if weight > 0)
    )
    model.scalar([variables[number] for number in encoding.weights], list(weights), "=", total).post()
    model.set_objective(total, maximize=False)
    solver = model.get_solver()
    solver.set_input_order_ub_search(*_order(model, encoding, variables))
    solver.limit_time(f"{best.left:.1f}s")
    while solver.solve():
        best.show(encoding.sessions(lambda number: variables[number].get_value() == 1))
    return "optimal" if str(solver.get_search_state()).lower() == "terminated" else "time"


def _order(model: Model, encoding: Encoding, variables: list[BoolVar]) -> list[BoolVar]:
    """Choco wants every variable decided: after those of ``Encoding.order`` the duties, as met ones, then the
    rest.
    """
    order = encoding.order()
    met = []
    for number, weight in encoding.weights.items():
        if weight > 0:
            done = model.boolvar()
            model.sum([variables[number], done], "=", 1).post()
            met.append(done)
    rest = sorted(set(range(encoding.variables)) - set(order))
    return [*(variables[number] for number in order), *met, *(variables[number] for number in rest)]
