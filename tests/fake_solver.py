"""A planning engine that plays a part, for tests of those who talk to one: ``fake_solver.py PART``.

It reads the request, then plays the part named on its command line. The plans that it sends are the
``reference`` of the problem, if there is one: so a test decides what it finds.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Callable
from typing import Any

Request = dict[str, Any]


def send(message: object) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def plan(request: Request, status: str = "feasible") -> dict[str, Any]:
    problem = request["problem"]
    sessions = problem["reference"] or []
    goals = [{"goal": "duties", "value": 0, "bound": 0, "proven": True}]
    hours = request.get("hours", 0)
    goals.append({"goal": "hours", "value": hours, "bound": hours + 1, "proven": False})
    found = {"format": "sikkerplan-plan/1", "week": problem["week"], "status": status}
    if status not in ("feasible", "optimal"):
        return {**found, "goals": [], "sessions": [], "unmet": [], "reasons": []}
    return {**found, "goals": goals, "sessions": sessions, "unmet": [], "reasons": []}


def progress(elapsed: float, hours: float | None = None, bound: float | None = None) -> None:
    goals = []
    if hours is not None:
        goals = [
            {"goal": "duties", "value": 2, "bound": 0, "proven": False},
            {"goal": "hours", "value": hours, "bound": bound, "proven": False},
        ]
    send({"type": "progress", "elapsed": elapsed, "goal": None, "goals": goals, "preparing": not goals})


def better(request: Request, elapsed: float = 0.5) -> None:
    send({"type": "plan", "elapsed": elapsed, "plan": plan(request)})


def done(request: Request, status: str = "feasible", *, stopped: bool = False) -> None:
    send({"type": "done", "elapsed": 1.5, "stopped": stopped, "plan": plan(request, status)})


def good(request: Request) -> None:
    progress(0.1)
    better(request)
    progress(0.6, 10, 20)
    done(request)


def until_cancelled(request: Request) -> None:
    better(request)
    sys.stdin.readline()
    done(request, stopped=True)


def deaf(request: Request) -> None:
    """Hears no cancel: only a kill ends it."""
    better(request)
    threading.Event().wait()


def crash(request: Request) -> None:
    better(request)
    os.abort()


def crash_at_once(request: Request) -> None:
    del request
    os.abort()


def noise(request: Request) -> None:
    """Garbage of every kind between what counts."""
    sys.stderr.write("c001 is a secret\n" * 20000)
    sys.stderr.flush()
    out = sys.stdout.buffer
    out.write(b"\n\n not json \n[1, 2]\n42\nnull\n{}\n\xff\xfe\n")
    out.write(b'{"type": "progress", "elapsed": NaN}\n{"type": "progress", "elapsed": 1e999}\n')
    out.write(b'{"type": "plan", "plan": {"format": "sikkerplan-plan/1"}}\n{"type": "sing"}\n')
    out.write(b"[" * 100_000 + b"\n")
    out.write(b"x" * 9_000_000 + b"\n")
    out.flush()
    good(request)


def pieces(request: Request) -> None:
    """A line in many writes, the last one without its end."""
    for message in ({"type": "plan", "elapsed": 0.5, "plan": plan(request)}, None):
        line = json.dumps(message or {"type": "done", "elapsed": 1, "stopped": False, "plan": plan(request)})
        text = line + ("\n" if message else "\n{")
        for start in range(0, len(text), 7):
            sys.stdout.write(text[start : start + 7])
            sys.stdout.flush()


def garbage(request: Request) -> None:
    del request
    sys.stdout.write("I am no planning engine\n")


def refuse(request: Request) -> None:
    del request
    wrong = {"path": "citizens[3].available", "message": "is wrong"}
    send({"type": "error", "errors": [wrong, {"no": "path"}, "no object"]})


def infeasible(request: Request) -> None:
    reason = {"rule": "R3", "ids": ["s1"], "text": "two locked sessions in one room"}
    found = {**plan(request, "infeasible"), "reasons": [reason]}
    send({"type": "done", "elapsed": 1, "stopped": False, "plan": found})


def unknown(request: Request) -> None:
    done(request, "unknown")


def lies(request: Request) -> None:
    """A plan that says a thing of itself that is not true."""
    request["hours"] = 999
    better(request)
    done(request)


def lies_at_last(request: Request) -> None:
    better(request)
    request["hours"] = 999
    done(request)


PARTS: dict[str, Callable[[Request], None]] = {
    play.__name__: play
    for play in (
        good, until_cancelled, deaf, crash, crash_at_once, noise, pieces, garbage, refuse, infeasible,
        unknown, lies, lies_at_last,
    )
}  # fmt: skip


if __name__ == "__main__":
    PARTS[sys.argv[1]](json.loads(sys.stdin.readline()))
