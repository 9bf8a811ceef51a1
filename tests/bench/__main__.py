"""``python -m tests.bench``: start-up and memory of the app, the demo unit's week, and a longer search."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench import quality, start


def main() -> int:
    parser = argparse.ArgumentParser(prog="python packaging/dev.py bench", description=__doc__)
    parser.add_argument("--starts", type=int, default=5, metavar="N", help="start the app N times (5)")
    parser.add_argument("--seconds", type=int, default=10, metavar="N", help="plan for N seconds (10)")
    parser.add_argument("--longer", type=int, default=60, metavar="N", help="then for N seconds (60)")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        vault = Path(folder) / "vault"
        print(start.words(start.measure(vault, asked.starts)), flush=True)
        plan = [
            sys.executable,
            "-m",
            "desktop",
            "--demo",
            "--vault",
            str(vault),
            "--seconds",
            str(asked.seconds),
        ]
        ended = subprocess.run(plan, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, check=False)
    workers = min(2, os.cpu_count() or 1)
    print(quality.head(asked.seconds, asked.longer))
    for name, problem in quality.weeks().items():
        short = quality.measure(problem, asked.seconds, workers)
        print(quality.words(name, short, quality.measure(problem, asked.longer, workers)), flush=True)
    return ended.returncode


if __name__ == "__main__":
    sys.exit(main())
