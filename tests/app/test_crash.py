"""What is noted of an error: where and of which type, and nothing that anybody is called."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import qCritical, qWarning

from desktop.app.crash import FAILED, LARGEST_NOTE, NOTE, noting
from tests.torture.needle import found

NEEDLE = "Nåleøje Hemmelighedssen"
ROOT = Path(__file__).parents[2]


def stumble(name: str) -> None:
    people = {"somebody": name}
    try:
        people[name]
    except KeyError as error:
        raise ValueError(f"no place for {people['somebody']}") from error


def caught(call: object) -> None:
    """Hands what was raised to the hook, as Python and Qt do."""
    del call
    try:
        stumble(NEEDLE)
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def test_a_note_tells_types_and_places_and_no_value(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    said: list[str] = []
    with noting(tmp_path, said.append):
        caught(None)
    note = (tmp_path / NOTE).read_text(encoding="utf-8")
    assert "ValueError" in note
    assert "after KeyError" in note
    assert "tests/app/test_crash.py:" in note
    assert " stumble" in note
    for told in (note, *said, *capfd.readouterr()):
        assert "Nåleøje" not in told
    assert said == ["error: ValueError"]
    assert (tmp_path / NOTE).stat().st_mode & 0o077 == 0


def test_an_error_in_a_thread_is_noted_as_well(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with noting(tmp_path, lambda _: None):
        thread = threading.Thread(target=stumble, args=(NEEDLE,), name=NEEDLE)
        thread.start()
        thread.join()
    note = (tmp_path / NOTE).read_text(encoding="utf-8")
    assert "error in a thread" in note
    assert "Nåleøje" not in note + "".join(capfd.readouterr())


def test_what_qt_says_is_not_repeated(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with noting(tmp_path, lambda _: None):
        qWarning(NEEDLE)
        qCritical(NEEDLE)
    note = (tmp_path / NOTE).read_text(encoding="utf-8")
    assert note.count("Qt ") == 1
    assert "Nåleøje" not in note + "".join(capfd.readouterr())


def test_an_error_that_ends_the_app_ends_it_with_a_status_and_no_traceback(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended, noting(tmp_path, lambda _: None):
        stumble(NEEDLE)
    assert ended.value.code == FAILED
    assert "ValueError" in (tmp_path / NOTE).read_text(encoding="utf-8")
    assert sys.excepthook is sys.__excepthook__ or sys.excepthook.__module__ != "desktop.app.crash"


def test_notes_do_not_grow_for_ever(tmp_path: Path) -> None:
    (tmp_path / NOTE).write_bytes(b"x" * (LARGEST_NOTE + 1))
    with noting(tmp_path, lambda _: None):
        caught(None)
    assert (tmp_path / NOTE).stat().st_size < LARGEST_NOTE


def test_where_there_is_no_folder_nothing_is_written(tmp_path: Path) -> None:
    with noting(tmp_path / "none", lambda _: None):
        caught(None)
    assert list(tmp_path.iterdir()) == []


def crashed(folder: Path, prepared: str) -> subprocess.CompletedProcess[bytes]:
    """A process with the name in its memory, which the system would write an image of, that aborts."""
    program = (
        "import os, resource\n"
        "from desktop.app.crash import leave_no_image\n"
        "hard = resource.getrlimit(resource.RLIMIT_CORE)[1]\n"
        "resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))\n"
        f"{prepared}\n"
        f"name = {NEEDLE!r} * 1000\n"
        "print(resource.getrlimit(resource.RLIMIT_CORE), flush=True)\n"
        "os.abort()\n"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-c", program], cwd=folder, env=environment, capture_output=True, check=False
    )


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_a_crash_leaves_no_image_of_the_memory(tmp_path: Path) -> None:
    ended = crashed(tmp_path, "leave_no_image()")
    assert ended.returncode < 0
    assert ended.stdout.split() == [b"(0,", b"0)"]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="reads how Linux names images")
def test_without_that_the_image_would_hold_every_name(tmp_path: Path) -> None:
    """So that the test above is known to look for something that would be there."""
    pattern = Path("/proc/sys/kernel/core_pattern").read_text(encoding="ascii").strip()
    ended = crashed(tmp_path, "")
    images = list(tmp_path.iterdir())
    if pattern.startswith(("|", "/")) or ended.stdout.endswith(b" 0)\n") or not images:
        pytest.skip("this system writes no images into the folder")
    (image,) = images
    assert found([tmp_path], [NEEDLE]) == [str(image)]
