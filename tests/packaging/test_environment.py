"""When .venv is taken as it stands, brought up to date, or made anew."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from devkit import stamp
from devkit.environment import Environment
from devkit.stop import Stop

PINS = b"absl-py==2.5.1\n"


def test_a_finished_one_is_taken_as_it_stands(tmp_path: Path) -> None:
    stamp.write(tmp_path, stamp.wanted(tmp_path, PINS))
    assert stamp.judge(stamp.read(tmp_path), stamp.wanted(tmp_path, PINS), python_is_there=True) == "ready"


def test_other_pins_bring_it_up_to_date(tmp_path: Path) -> None:
    stamp.write(tmp_path, stamp.wanted(tmp_path, PINS))
    assert (
        stamp.judge(stamp.read(tmp_path), stamp.wanted(tmp_path, b"x==1\n"), python_is_there=True) == "update"
    )


@pytest.mark.parametrize(
    "found",
    [
        stamp.Stamp("cpython 3.12", sys.base_prefix, "/here/.venv", "0"),
        stamp.Stamp("cpython 3.11", "/another/python", "/here/.venv", "0"),
        stamp.Stamp("cpython 3.11", sys.base_prefix, "/moved/.venv", "0"),
    ],
)
def test_another_python_or_place_has_it_made_anew(found: stamp.Stamp) -> None:
    want = stamp.Stamp("cpython 3.11", sys.base_prefix, "/here/.venv", "0")
    assert stamp.judge(found, want, python_is_there=True) == "make"


def test_one_whose_python_is_gone_is_made_anew(tmp_path: Path) -> None:
    want = stamp.wanted(tmp_path, PINS)
    assert stamp.judge(want, want, python_is_there=False) == "make"


@pytest.mark.parametrize("content", [None, "", "{", "[]", '{"python": "cpython 3.11"}', '{"other": 1}'])
def test_an_interrupted_one_has_no_stamp_that_can_be_read(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / stamp.NAME).write_text(content, encoding="utf-8")
    assert stamp.read(tmp_path) is None
    assert stamp.judge(None, stamp.wanted(tmp_path, PINS), python_is_there=True) == "make"


def test_the_stamp_is_gone_while_something_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever stops it in the middle finds it repaired the next time."""
    working_copy = Environment(tmp_path)
    working_copy.requirements.parent.mkdir()
    working_copy.requirements.write_bytes(PINS)
    working_copy.folder.mkdir()
    stamp.write(working_copy.folder, stamp.wanted(working_copy.folder, b"older"))
    monkeypatch.setattr(Environment, "_make", lambda self: None)

    def stopped(self: Environment, count: int, *, network_hint: bool) -> None:
        assert stamp.read(self.folder) is None
        raise KeyboardInterrupt

    monkeypatch.setattr(Environment, "_install", stopped)
    with pytest.raises(KeyboardInterrupt):
        working_copy.ensure()
    assert stamp.read(working_copy.folder) is None


def test_a_python_without_venv_is_told_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    monkeypatch.setattr("shutil.which", lambda name: "/usr/bin/apt-get")
    working_copy = Environment(tmp_path)
    working_copy.requirements.parent.mkdir()
    working_copy.requirements.write_bytes(PINS)
    with pytest.raises(Stop, match="apt install python3-venv"):
        working_copy.ensure()
    assert not working_copy.folder.exists()


def test_windows_keeps_its_programs_elsewhere() -> None:
    here = Environment(Path("here"))
    names = {"posix": Path("here/.venv/bin/ruff"), "nt": Path("here/.venv/Scripts/ruff.exe")}
    assert here.program("ruff") == str(names[os.name])
