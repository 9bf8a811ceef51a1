"""Gecode through MiniZinc: the shared 0/1 program, searched as somebody would who knows Gecode.

Gecode learns nothing from a dead end, so the order matters: ``Encoding.order`` sets long, full sessions
first, each at once with its people and staff, as the greedy does. After a while it begins anew, keeps nine
tenths of the best week and searches the rest (``relax_and_reconstruct``, Gecode's own large-neighbourhood
search; with two threads Gecode 6.2 finds nothing that way, so it has one). MiniZinc's compiler needs minutes
for a model of this size: its solver is given the program in flat form, FlatZinc, which is what the compiler
would make of it.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from tests.bench.peers.best import Best
from tests.bench.peers.encoding import Encoding

#: Per cent of the best week that is kept, and the failures after which it begins anew.
KEPT = 90
RESTART = 500


def run(best: Best) -> str:
    encoding = Encoding(best.problem)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "week.fzn"
        with file.open("w", encoding="utf-8") as to:
            _flatzinc(encoding, to)
        command = [
            "fzn-gecode", "-a", "-time", str(round(best.left * 1000)), str(file),
        ]  # fmt: skip
        ended = "time"
        with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as process:
            assert process.stdout is not None
            ones: set[int] = set()
            for line in process.stdout:
                if line.startswith("x"):
                    name, _, value = line.partition(" = ")
                    if value.startswith("true"):
                        ones.add(int(name[1:]))
                elif line.startswith("-----"):
                    best.show(encoding.sessions(ones.__contains__))
                    ones = set()
                elif line.startswith("====="):
                    ended = line.strip(" =\n").lower() or "optimal"
        return ended if process.returncode == 0 else f"fzn-gecode ended with {process.returncode}"


def _flatzinc(encoding: Encoding, to: TextIO) -> None:
    order = encoding.order()
    for number in range(encoding.variables):
        to.write(f"var bool: x{number} :: output_var;\n")
    for number in order:
        # What is kept when it begins anew has to be whole numbers.
        to.write(f"var 0..1: i{number} :: var_is_introduced :: is_defined_var;\n")
    weights = encoding.weights.values()
    low, high = (sum(weight for weight in weights if weight * sign > 0) for sign in (-1, 1))
    to.write(f"var {low}..{high}: total;\n")
    for number in order:
        to.write(f"constraint bool2int(x{number}, i{number}) :: defines_var(i{number});\n")
    for numbers, factors, bound in encoding.rows:
        if bound == 1 and factors == [1, 1]:
            to.write(f"constraint bool_clause([], {_names(numbers)});\n")
        else:
            to.write(f"constraint bool_lin_le({factors}, {_names(numbers)}, {bound});\n")
    to.write(f"constraint bool_lin_eq({list(weights)}, {_names(encoding.weights)}, total);\n")
    to.write(
        f"solve :: bool_search({_names(order)}, input_order, indomain_max, complete)"
        f" :: restart_luby({RESTART}) :: relax_and_reconstruct({_names(order, 'i')}, {KEPT})"
        " minimize total;\n"
    )


def _names(numbers: Iterable[int], letter: str = "x") -> str:
    return f"[{','.join(f'{letter}{number}' for number in numbers)}]"
