"""``python -m tests.bench``: start-up and memory of the app, then the demo unit's week."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench import start


def main() -> int:
    parser = argparse.ArgumentParser(prog="python packaging/dev.py bench", description=__doc__)
    parser.add_argument("--starts", type=int, default=5, metavar="N", help="start the app N times (5)")
    parser.add_argument("--seconds", type=int, default=10, metavar="N", help="plan for N seconds (10)")
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
        return subprocess.run(
            plan, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, check=False
        ).returncode


if __name__ == "__main__":
    sys.exit(main())
