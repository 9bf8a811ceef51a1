"""At 150 and at 200 per cent, in the least window, nothing is cut off, out of reach or without a name: on no
page, in no tab or panel, in no dialog."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from tests.ui.scaled import environment
from tests.ui.test_windows import modules

ROOT = Path(__file__).resolve().parents[2]
ENDINGS = (
    "Panel",
    "Page",
    "Box",
    "Bar",
    "Banner",
    "Card",
    "Section",
    "Step",
    "Steps",
    "View",
    "Strip",
    "Line",
)
ELSEWHERE = frozenset(("AttendanceView", "CallsPanel", "RepairPanel", "VerifyBar"))
"""Seen only once there is a past week, a repair under way or a trail being verified: in the pictures, and in
the tests of their own."""


def panels() -> set[str]:
    """The classes of what pages and dialogs are made of, by their names."""
    return {
        each.__name__
        for module in modules()
        for each in vars(module).values()
        if isinstance(each, type)
        and issubclass(each, QWidget)
        and each.__module__ == module.__name__
        and each.__name__.endswith(ENDINGS)
    }


# The Danish words are the longer ones.
@pytest.mark.parametrize(("scale", "languages"), [(1.5, ["da"]), (2.0, ["da", "en"])])
def test_everything_can_be_read_at_the_scale(scale: float, languages: list[str], tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.scaled", str(tmp_path), *languages],
        cwd=ROOT,
        env=environment(tmp_path, scale),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["wrong"] == {}
    assert panels() - ELSEWHERE - set(told["seen"]) == set()
