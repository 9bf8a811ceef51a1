"""Gecode through MiniZinc: the shared 0/1 program, searched as somebody would who knows Gecode.

Gecode learns nothing from a dead end, so the order matters: ``Encoding.order`` sets long, full sessions first, each
at once with its people and staff, as the greedy does. After a while it begins anew, keeps nine tenths of the best week
and searches the rest (``relax_and_reconstruct``, Gecode's own large-neighbourhood search). One row a line of data;
``bool2int`` lets Gecode use its propagators for 0/1 sums.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Iterable
from itertools import accumulate
from pathlib import Path

from tests.bench.peers.best import Best
from tests.bench.peers.encoding import Encoding

THREADS = 2
KEPT = 90
MODEL = f"""\
include "gecode.mzn";
int: variables; int: rows; int: terms; int: weighed; int: ordered;
array[0..rows] of int: first;
array[1..terms] of 1..variables: which;
array[1..terms] of int: factor;
array[1..rows] of int: bound;
array[1..weighed] of 1..variables: goal;
array[1..weighed] of int: weight;
array[1..ordered] of 1..variables: order;
array[1..variables] of var bool: x;
constraint forall (r in 1..rows)
  (sum (t in first[r - 1] + 1 .. first[r]) (factor[t] * bool2int(x[which[t]])) <= bound[r]);
var int: total = sum (g in 1..weighed) (weight[g] * bool2int(x[goal[g]]));
solve
  :: bool_search([x[order[k]] | k in 1..ordered], input_order, indomain_max, complete)
  :: restart_luby(500)
  :: relax_and_reconstruct([bool2int(x[order[k]]) | k in 1..ordered], {KEPT})
  minimize total;
output ["ones", show([v | v in 1..variables where fix(x[v])]), "\\n"];
"""


def run(best: Best) -> str:
    encoding = Encoding(best.problem)
    with tempfile.TemporaryDirectory() as folder:
        model, data = Path(folder) / "week.mzn", Path(folder) / "week.dzn"
        model.write_text(MODEL, encoding="utf-8")
        data.write_text(_data(encoding), encoding="utf-8")
        command = [
            "minizinc", "--solver", "gecode", "-p", str(THREADS), "--intermediate-solutions",
            "--time-limit", str(round(best.left * 1000)), str(model), str(data),
        ]  # fmt: skip
        ended = "time"
        with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as process:
            assert process.stdout is not None
            for line in process.stdout:
                if line.startswith("ones"):
                    ones = {int(number) - 1 for number in re.findall(r"\d+", line)}
                    best.show(encoding.sessions(ones.__contains__))
                elif line.startswith("====="):
                    ended = line.strip(" =\n").lower() or "optimal"
        return ended if process.returncode == 0 else f"minizinc ended with {process.returncode}"


def _data(encoding: Encoding) -> str:
    rows, order = encoding.rows, encoding.order()

    def numbers(name: str, values: Iterable[int]) -> str:
        return f"{name} = [{','.join(map(str, values))}];\n"

    ends = list(accumulate((len(which) for which, _, _ in rows), initial=0))
    return "".join(
        (
            f"variables = {encoding.variables}; rows = {len(rows)}; terms = {ends[-1]};\n",
            f"weighed = {len(encoding.weights)}; ordered = {len(order)};\n",
            f"first = array1d(0..{len(rows)}, [{','.join(map(str, ends))}]);\n",
            numbers("which", (v + 1 for which, _, _ in rows for v in which)),
            numbers("factor", (factor for _, factors, _ in rows for factor in factors)),
            numbers("bound", (bound for _, _, bound in rows)),
            numbers("goal", (v + 1 for v in encoding.weights)),
            numbers("weight", encoding.weights.values()),
            numbers("order", (v + 1 for v in order)),
        )
    )
