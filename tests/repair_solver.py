"""A planning engine that repairs as a test says: ``repair_solver.py FILE``.

The file holds the lines that it sends, in JSON, one after the other, once it was asked for a repair. Where
the last is no ``done`` it waits for the end of its input, or a cancel, and then sends the last plan as done.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path


def send(message: object) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def main(path: Path) -> None:
    request = json.loads(sys.stdin.readline())
    if request["type"] != "repair" or not 0 <= request["now"] <= 10080 or "plan" not in request:
        send({"type": "error", "errors": [{"path": "type", "message": "no repair"}]})
        return
    lines = json.loads(path.read_text(encoding="utf-8"))
    for line in lines:
        send(line)
    if lines[-1]["type"] != "done":
        sys.stdin.readline()
        send({**lines[-1], "type": "done", "elapsed": 2.0, "stopped": True, "changes": None})


if __name__ == "__main__":
    main(Path(sys.argv[1]))
