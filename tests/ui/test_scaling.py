"""At 150 and at 200 per cent nothing is cut off or out of reach, on any page and in any dialog."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.scaled import environment

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("scale", [1.5, 2.0])
def test_everything_can_be_read_at_the_scale(scale: float, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.scaled", str(tmp_path)],
        cwd=ROOT,
        env=environment(tmp_path, scale),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1]) == {}
