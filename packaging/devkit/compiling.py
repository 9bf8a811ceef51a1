"""The search's machine code: made after a set-up or a change, so that nobody's first plan waits for it."""

from __future__ import annotations

import hashlib

from devkit.environment import Environment
from devkit.process import complain, quietly, say

MADE = "sikkerplan-search.txt"


def ensure(environment: Environment) -> None:
    """Makes it where the planning engine is another than the last time. A failure is told and stops nothing:
    the engine then makes what it lacks itself."""
    record, want = environment.folder / MADE, _digest(environment)
    if record.exists() and record.read_text(encoding="utf-8") == want:
        return
    say("Making the search's machine code (a minute or two, once) ...")
    # Its package is found by the environment itself, from whatever folder somebody stands in.
    code, output = quietly([environment.python, "-m", "solver", "prepare"])
    if code:
        last = output.strip().splitlines()[-1:] or [str(code)]
        complain(f"That did not work ({last[0]}); the first plan takes longer instead.")
        return
    record.write_text(want, encoding="utf-8")


def _digest(environment: Environment) -> str:
    """Of all that the planning engine is made of."""
    digest = hashlib.sha256(environment.python.encode())
    for source in sorted((environment.root / "solver").rglob("*.py")):
        digest.update(source.read_bytes())
    return digest.hexdigest()
