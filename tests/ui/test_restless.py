"""Nothing that somebody restless does at the window breaks anything: see ``restless``."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from pytestqt.qtbot import QtBot

from desktop.qt.language import Language
from tests.ui.kit import plan, unit
from tests.ui.restless import Restless, RestlessBench

STEPS = 150


@pytest.mark.parametrize("seed", [4, 7])
def test_nothing_breaks_and_everything_can_be_undone(
    seed: int, tmp_path: Path, qtbot: QtBot, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error that nobody catches and a warning of Qt's fail it, too."""
    random = Random(seed)
    bench = RestlessBench(tmp_path, unit(), random, plan)
    bench.keep_plan()
    restless = Restless(bench, language.install, random)
    qtbot.addWidget(restless.window)
    restless.arm(monkeypatch)
    restless.go(STEPS)
    restless.undo_everything()
    assert restless.faults == [], restless.did
