"""``python -m tests.bench.peers NAME PROBLEM PLAN SECONDS``: one peer, in a process of its own.

It writes each better plan to its file and ends with a line of JSON on how it went. A peer that is not here
ends with the status 3.
"""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path

from solver.exchange import read_problem
from tests.bench.peers import MODULES
from tests.bench.peers.best import Best

NOT_HERE = 3


def main(name: str, problem: str, plan: str, seconds: str) -> int:
    best = Best(read_problem(Path(problem).read_bytes()), Path(plan), float(seconds))
    try:
        peer = importlib.import_module(f"tests.bench.peers.{MODULES[name]}")
    except ImportError as error:
        print(json.dumps({"type": "ended", "status": f"not here: {error}"}), flush=True)
        return NOT_HERE
    try:
        status = peer.run(best)
    except FileNotFoundError as error:
        print(json.dumps({"type": "ended", "status": f"not here: {error.filename}"}), flush=True)
        return NOT_HERE
    print(json.dumps({"type": "ended", "status": status}), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
