"""A planning engine that sends the plan of a file and then waits: ``patient_solver.py PLAN``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

if __name__ == "__main__":
    sys.stdin.readline()
    plan = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    sys.stdout.write(json.dumps({"type": "plan", "elapsed": 0.5, "plan": plan}) + "\n")
    sys.stdout.flush()
    sys.stdin.readline()
