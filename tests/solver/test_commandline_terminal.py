"""The command line in a terminal: its bar, Ctrl-C and SIGTERM."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from solver.problem import Problem, Separation
from tests.bench.instances import realistic
from tests.solver.test_commandline import ROOT, run, save

if sys.platform == "win32":
    pytest.skip("pseudo-terminals and signals of POSIX", allow_module_level=True)

import pty
import termios

LARGE = realistic(70)


def short_of_staff() -> Problem:
    """A week in which duties must be missing: hardly anybody is there to lead a session."""
    gone = tuple(replace(member, available=()) for member in LARGE.staff[1:])
    return replace(LARGE, staff=(LARGE.staff[0], *gone))


class Terminal:
    """A solve whose standard error is a terminal of so many columns."""

    def __init__(self, problem: str, target: Path, columns: int, seconds: float = 600) -> None:
        self._ours, theirs = pty.openpty()
        termios.tcsetwinsize(theirs, (24, columns))
        self.said = ""
        command = [sys.executable, "-m", "solver", "solve", problem, "--out", str(target)]
        environment = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
        self.process = subprocess.Popen(
            [*command, "--seconds", str(seconds)], stderr=theirs, cwd=ROOT, env=environment
        )
        os.close(theirs)

    def end(self) -> int:
        """Reads all that it says; returns its exit status."""
        # An error is Linux's word for the end of a terminal.
        with contextlib.suppress(OSError):
            while more := os.read(self._ours, 65536):
                self.said += more.decode()
        os.close(self._ours)
        return self.process.wait()

    @property
    def drawn(self) -> list[str]:
        """Every state of the bar, as it was drawn."""
        # What is told before the search stands in lines of its own.
        drawn = next(line for line in self.said.split("\r\n") if "\r" in line)
        return [line for line in drawn.split("\r") if line]


@pytest.mark.parametrize("columns", [80, 64, 30])
def test_the_bar_never_leaves_its_line_and_is_there_from_the_first_moment(
    tmp_path: Path, columns: int
) -> None:
    terminal = Terminal(save(tmp_path, short_of_staff()), tmp_path / "plan.json", columns, seconds=3)
    assert terminal.end() == 0
    assert "no plan yet  0.0 s" in terminal.drawn[0]
    assert max(map(len, terminal.drawn)) < columns
    assert terminal.drawn[-1].startswith("hours ") == (columns < 80)
    assert ("duties missing" in terminal.drawn[-1]) == (columns > 30)
    assert "gap" in terminal.drawn[-1]
    assert terminal.drawn[-1].rstrip().endswith(" s")


def test_the_clock_goes_on_where_the_search_says_nothing(tmp_path: Path) -> None:
    terminal = Terminal(save(tmp_path, LARGE), tmp_path / "plan.json", 80, seconds=2)
    assert terminal.end() == 0
    # The library takes a while to load, before there is a word from the search.
    silent = [line for line in terminal.drawn if "no plan yet" in line]
    assert len({line.split()[-2] for line in silent}) > 1


def first_words(problem: str, target: Path) -> subprocess.Popen[bytes]:
    """A solve with a plan to keep: it has told of its progress."""
    process = subprocess.Popen(
        [sys.executable, "-m", "solver", "solve", problem, "--out", str(target), "--seconds", "600"],
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    hear_progress(process)
    return process


def hear_progress(process: subprocess.Popen[bytes]) -> None:
    """Reads what is said up to a line of progress."""
    assert process.stderr is not None
    while b"  gap " not in process.stderr.readline():
        assert process.poll() is None


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stop_ends_a_repair_with_the_plan_that_there_is_or_with_none(
    tmp_path: Path, number: signal.Signals
) -> None:
    """At the first moment at which it is listened to."""
    old, target = tmp_path / "old.json", tmp_path / "plan.json"
    problem = save(tmp_path, LARGE)
    assert run("solve", problem, "--out", str(old), "--work", "300", "--quiet").returncode == 0
    kept_apart = replace(LARGE, separations=(Separation((LARGE.groups[0], LARGE.groups[1]), "site", 30),))
    problem = save(tmp_path, kept_apart)
    command = [sys.executable, "-m", "solver", "repair", problem, str(old), "--out", str(target)]
    process = subprocess.Popen(
        [*command, "--seconds", "600"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=ROOT
    )
    with process:
        # Where the plan shall go is opened before the search begins.
        while not list(tmp_path.glob(".*.part")):
            assert process.poll() is None
        process.send_signal(number)
        said = process.communicate()[1].decode()
    if process.returncode == 0:
        assert "stopped: the best plan so far was kept" in said
        assert run("check", problem, str(target)).returncode == 0
    else:
        assert said.endswith("stopped before there was a plan: nothing was written\n")
        assert process.returncode == 130
    assert not list(tmp_path.glob(".*.part"))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stop_keeps_the_best_plan_so_far_and_says_so(tmp_path: Path, number: signal.Signals) -> None:
    problem, target = save(tmp_path, LARGE), tmp_path / "plan.json"
    with first_words(problem, target) as process:
        process.send_signal(number)
        rest = process.communicate()[1].decode()
    assert process.returncode == 0, rest
    assert "stopped: the best plan so far was kept" in rest
    assert run("check", problem, str(target)).returncode == 0


def test_more_of_ctrl_c_does_not_lose_the_plan(tmp_path: Path) -> None:
    problem, target = save(tmp_path, LARGE), tmp_path / "plan.json"
    with first_words(problem, target) as process:
        # As from an impatient finger, to the very end.
        while process.poll() is None:
            process.send_signal(signal.SIGINT)
        rest = process.communicate()[1].decode()
    assert process.returncode == 0
    assert "Traceback" not in rest
    assert run("check", problem, str(target)).returncode == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["plan.json", "problem.json"]


def test_ctrl_c_in_a_terminal_reaches_every_process_and_still_keeps_the_plan(tmp_path: Path) -> None:
    problem, target = save(tmp_path, LARGE), tmp_path / "plan.json"
    process = subprocess.Popen(
        [sys.executable, "-m", "solver", "solve", problem, "--out", str(target), "--seconds", "600"],
        stderr=subprocess.PIPE,
        cwd=ROOT,
        start_new_session=True,
    )
    with process:
        hear_progress(process)
        hear_progress(process)  # Two seconds on: the process that works out the bounds is there too.
        os.killpg(process.pid, signal.SIGINT)
        rest = process.communicate()[1].decode()
    assert process.returncode == 0
    assert "Traceback" not in rest
    assert "stopped: the best plan so far was kept" in rest
    assert run("check", problem, str(target)).returncode == 0


def interrupt(process: subprocess.Popen[bytes]) -> None:
    """Ctrl-C until it is heard: Python can miss one that comes just before it begins to wait."""
    while process.poll() is None:
        process.send_signal(signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(5)


def test_ctrl_c_while_the_problem_is_read_is_no_traceback(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "solver", "solve", str(pipe), "--out", str(tmp_path / "plan.json")]
    # The pipe opens when the program opens it: it is reading then.
    with (
        subprocess.Popen(command, stderr=subprocess.PIPE, cwd=ROOT) as process,
        pipe.open("wb"),
    ):
        interrupt(process)
        said = process.communicate()[1]
    assert (process.returncode, said) == (130, b"")
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]


def test_ctrl_c_while_the_program_is_loading_is_no_traceback(tmp_path: Path) -> None:
    # In the place of a module that the program loads: one that never ends, and says when it has begun.
    slow = "import os, time; os.write(1, b'.'); time.sleep(600)"
    (tmp_path / "argparse.py").write_text(slow, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "solver", "check", "a", "b"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
    ) as process:
        assert process.stdout is not None
        assert process.stdout.read(1) == b"."
        interrupt(process)
        assert process.communicate()[1] == b""
    assert process.returncode == 130
