"""Where the command line writes a plan: what stood there is kept as it was, and told of before the search."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from solver.exchange import read_plan
from tests.solver.test_commandline import ROOT, UNLOCKED, run, save

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes, links and modes of POSIX")


def solve(problem: str, out: Path) -> subprocess.CompletedProcess[bytes]:
    return run("solve", problem, "--out", str(out), "--seconds", "0.5", "--quiet")


def refused(problem: str, out: str) -> str:
    """What is said where the plan cannot be written, long before the search of 600 seconds is over."""
    outcome = run("solve", problem, "--out", out, "--seconds", "600")
    assert outcome.returncode == 2
    assert b"no plan yet" not in outcome.stderr
    assert b"hours" not in outcome.stderr
    return outcome.stderr.decode()


def test_a_folder_is_refused_before_the_search(tmp_path: Path) -> None:
    problem = save(tmp_path, UNLOCKED)
    assert refused(problem, str(tmp_path)) == f"{tmp_path}: Is a directory\n"
    assert refused(problem, f"{tmp_path}/new/").startswith(f"{tmp_path}/new/: ")
    assert [path.name for path in tmp_path.iterdir()] == ["problem.json"]


def test_a_folder_that_takes_no_file_is_refused_before_the_search(tmp_path: Path) -> None:
    # Not even root can make a file in there.
    assert refused(save(tmp_path, UNLOCKED), "/proc/plan.json").startswith("/proc/plan.json: ")


def test_a_link_stays_a_link_and_what_it_points_to_becomes_the_plan(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    link = tmp_path / "link.json"
    link.symlink_to(elsewhere / "plan.json")
    problem = save(tmp_path, UNLOCKED)
    for _ in ("a link to nothing yet", "a link to a file"):
        assert solve(problem, link).returncode == 0
        assert link.is_symlink()
        assert read_plan((elsewhere / "plan.json").read_bytes()).sessions
    assert [path.name for path in elsewhere.iterdir()] == ["plan.json"]


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
        outcome = solve(save(tmp_path, UNLOCKED), pipe)
        said = reader.communicate()[0]
    assert outcome.returncode == 0, outcome.stderr
    assert read_plan(said).sessions
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_device_is_written_to_and_stays_a_device(tmp_path: Path) -> None:
    assert solve(save(tmp_path, UNLOCKED), Path(os.devnull)).returncode == 0
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_a_file_keeps_its_mode_and_a_new_one_has_that_of_the_umask(tmp_path: Path) -> None:
    problem = save(tmp_path, UNLOCKED)
    there, new = tmp_path / "there.json", tmp_path / "new.json"
    there.touch()
    there.chmod(0o604)
    for out in (there, new):
        outcome = subprocess.run(
            [sys.executable, "-m", "solver", "solve", problem, "--out", str(out), "--seconds", "0.5"],
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            umask=0o026,
            check=False,
        )
        assert outcome.returncode == 0
    assert stat.S_IMODE(there.stat().st_mode) == 0o604
    assert stat.S_IMODE(new.stat().st_mode) == 0o640


def test_standard_output_that_nobody_reads_is_told_without_a_traceback(tmp_path: Path) -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    command = [sys.executable, "-m", "solver", "solve", save(tmp_path, UNLOCKED), "--out", "-"]
    outcome = subprocess.run(
        [*command, "--seconds", "0.5", "--quiet"],
        stdout=theirs,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        check=False,
    )
    os.close(theirs)
    assert (outcome.returncode, outcome.stderr) == (2, b"-: Broken pipe\n")
