"""A planning engine that streams one plan again and again, then ends well: ``engine.py FILE``."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

BETTER = 5


def send(**message: Any) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def main(plan: Any) -> None:
    sys.stdin.readline()
    for number in range(BETTER):
        send(type="progress", elapsed=number / 10, goal=None, goals=plan["goals"], preparing=False)
        send(type="plan", elapsed=number / 10, plan=plan)
    send(type="done", elapsed=1.0, stopped=False, plan=plan)


if __name__ == "__main__":
    main(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
