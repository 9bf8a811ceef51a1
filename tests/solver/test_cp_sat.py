"""What CP-SAT's import leaves out: nothing that is used."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.solver.test_commandline import ROOT

SOLVED = """
import sys
{first}
from solver.cp_sat import make_ready
make_ready()
make_ready()
print("pandas" in sys.modules)
from ortools.sat.python import cp_model
model = cp_model.CpModel()
literals = [model.new_bool_var("") for _ in range(3)]
model.add(cp_model.LinearExpr.sum(literals) <= 2)
model.maximize(cp_model.LinearExpr.sum(literals))
solver = cp_model.CpSolver()
print(solver.solve(model) == cp_model.OPTIMAL, solver.objective_value)
"""


@pytest.mark.parametrize(("first", "there"), [("", False), ("import pandas", True)])
def test_the_model_works_without_pandas_and_leaves_that_alone(first: str, there: bool) -> None:
    outcome = subprocess.run(
        [sys.executable, "-c", SOLVED.format(first=first)], capture_output=True, cwd=ROOT, check=False
    )
    assert outcome.stderr == b""
    assert outcome.stdout.decode().split() == [str(there), "True", "2.0"]


def test_a_version_that_asks_for_more_of_pandas_gets_it() -> None:
    more = """
import importlib, sys
from solver import cp_sat
asked = []
def wanting(name):
    asked.append(sys.modules["pandas"])
    return asked[0].DataFrame
cp_sat.importlib = type("", (), {"import_module": staticmethod(wanting)})
cp_sat.make_ready()
import pandas
print(pandas is asked[0], hasattr(pandas, "DataFrame"))
"""
    outcome = subprocess.run([sys.executable, "-c", more], capture_output=True, cwd=ROOT, check=False)
    assert outcome.stderr == b""
    assert outcome.stdout.decode().split() == ["False", "True"]
