"""The search's machine code is made once, and again only after a change of the planning engine."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from devkit import compiling
from devkit.environment import Environment


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    (tmp_path / ".venv").mkdir()
    (tmp_path / "solver" / "search").mkdir(parents=True)
    (tmp_path / "solver" / "search" / "rounds.py").write_text("x = 1\n", encoding="utf-8")
    return Environment(tmp_path)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[str]]:
    """The commands that were run for it."""
    commands: list[Sequence[str]] = []

    def run(command: Sequence[str]) -> tuple[int, str]:
        commands.append(command)
        return 0, ""

    monkeypatch.setattr(compiling, "quietly", run)
    return commands


def test_it_is_made_once_with_a_word_and_again_after_a_change(
    environment: Environment, made: list[Sequence[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    compiling.ensure(environment)
    compiling.ensure(environment)
    assert [list(each[1:]) for each in made] == [["-m", "solver", "prepare"]]
    assert capsys.readouterr().out.count("machine code") == 1
    (environment.root / "solver" / "search" / "rounds.py").write_text("x = 2\n", encoding="utf-8")
    compiling.ensure(environment)
    assert len(made) == 2


def test_a_failure_is_told_and_stops_nothing_and_is_tried_again(
    environment: Environment, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(compiling, "quietly", lambda command: (1, "Traceback\nOSError: no room"))
    compiling.ensure(environment)
    compiling.ensure(environment)
    assert capsys.readouterr().err.count("OSError: no room") == 2
