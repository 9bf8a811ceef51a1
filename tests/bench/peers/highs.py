"""HiGHS: the shared 0/1 program as a mixed-integer program, default options, two threads, no start."""

from __future__ import annotations

import highspy
import numpy as np

from tests.bench.peers.best import Best
from tests.bench.peers.encoding import Encoding

THREADS = 2


def run(best: Best) -> str:
    encoding = Encoding(best.problem)
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", THREADS)
    solver.passModel(_program(encoding))

    def improved(event: highspy.highs.HighsCallbackEvent) -> None:
        solution = event.data_out.mip_solution
        best.show(encoding.sessions(lambda number: bool(solution[number] > 0.5)))

    solver.cbMipImprovingSolution.subscribe(improved)
    solver.setOptionValue("time_limit", best.left)
    solver.run()
    return str(solver.modelStatusToString(solver.getModelStatus())).lower()


def _program(encoding: Encoding) -> highspy.HighsLp:
    count, rows = encoding.variables, encoding.rows
    program = highspy.HighsLp()
    program.num_col_, program.num_row_ = count, len(rows)
    cost = np.zeros(count)
    for number, weight in encoding.weights.items():
        cost[number] = weight
    program.col_cost_ = cost
    program.col_lower_, program.col_upper_ = np.zeros(count), np.ones(count)
    program.row_lower_ = np.full(len(rows), -highspy.kHighsInf)
    program.row_upper_ = np.array([bound for _, _, bound in rows], dtype=float)
    program.integrality_ = [highspy.HighsVarType.kInteger] * count
    matrix = program.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.start_ = np.cumsum([0, *(len(numbers) for numbers, _, _ in rows)])
    matrix.index_ = np.concatenate([np.array(numbers, dtype=np.int32) for numbers, _, _ in rows])
    matrix.value_ = np.concatenate([np.array(factors, dtype=float) for _, factors, _ in rows])
    return program
