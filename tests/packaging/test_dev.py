"""What ``packaging/dev.py`` does with what it is asked, as somebody at a terminal sees it."""

from __future__ import annotations

import errno
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

import dev
from devkit import checks, cli, compiling, peers, pins, process, python, system
from devkit.checks import Check, Outcome
from devkit.environment import Environment
from devkit.stop import Stop, describe_os_error

ROOT = Path(__file__).resolve().parents[2]
HERE = Environment(Path("/here"))


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
def test_a_suitable_python_is_not_spoken_of(version: tuple[int, int]) -> None:
    assert python.unsuitable(version, [], []) == ""


@pytest.mark.parametrize(
    ("version", "fault"), [((3, 10), "old"), ((3, 9), "old"), ((3, 14), "new"), ((4, 0), "new")]
)
def test_an_unsuitable_python_is_told(version: tuple[int, int], fault: str) -> None:
    words = python.unsuitable(version, [], [])
    assert f"{version[0]}.{version[1]}, which is too {fault}" in words
    assert "3.11 to 3.13" in words


def test_a_suitable_python_on_the_machine_is_named_with_the_whole_command() -> None:
    words = python.unsuitable(
        (3, 14), ["python3.13", "python3.11"], ["packaging/dev.py", "demo", "--pdf", "my week.pdf"]
    )
    assert "python3.13 packaging/dev.py demo --pdf 'my week.pdf'" in words


def test_the_pythons_that_are_named_are_those_that_pyproject_allows() -> None:
    allowed = re.search(
        r'requires-python = ">=3\.(\d+),<3\.(\d+)"', (ROOT / "pyproject.toml").read_text("utf-8")
    )
    assert allowed
    assert ((3, int(allowed[1])), (3, int(allowed[2]) - 1)) == (python.OLDEST, python.NEWEST)


def test_an_old_python_can_read_the_script() -> None:
    """It must get as far as saying that it is too old."""
    import ast

    for name in ("python.py", "__init__.py"):
        text = (ROOT / "packaging" / "devkit" / name).read_text(encoding="utf-8")
        ast.parse(text, feature_version=(3, 7))
    # Python 2 knows no annotation, no f-string and no letter beyond ASCII.
    script = ast.parse((ROOT / "packaging" / "dev.py").read_text(encoding="ascii"), feature_version=(3, 4))
    newer = (ast.JoinedStr, ast.AnnAssign, ast.Starred, ast.NamedExpr)
    for node in ast.walk(script):
        assert not isinstance(node, newer)
        assert not (isinstance(node, ast.FunctionDef) and node.returns)
        assert not (isinstance(node, ast.ImportFrom) and node.module == "__future__")


@pytest.mark.parametrize("version", [(2, 7), (3, 6)])
def test_a_very_old_python_is_told_in_plain_words(
    version: tuple[int, int], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "hexversion", version[0] << 24 | version[1] << 16)
    monkeypatch.setattr(sys, "version_info", (*version, 0))
    assert dev.main() == 1
    assert f"{version[0]}.{version[1]}, which is too old" in capsys.readouterr().err


def dev_py(*arguments: str) -> subprocess.CompletedProcess[str]:
    script = str(ROOT / "packaging" / "dev.py")
    return subprocess.run(
        [sys.executable, script, *arguments], capture_output=True, encoding="utf-8", check=False
    )


def test_the_help_page_names_every_command() -> None:
    page = dev_py("--help")
    assert page.returncode == 0
    assert all(f"\n    {name} " in page.stdout for name in cli.COMMANDS)


def test_without_a_command_the_help_page_comes_and_the_exit_code_is_not_zero() -> None:
    asked = dev_py()
    assert "COMMAND" in asked.stdout
    assert asked.returncode == 2


def test_an_unknown_command_is_told_with_those_there_are() -> None:
    asked = dev_py("dmeo")
    assert asked.returncode == 2
    assert asked.stderr.startswith("There is no command 'dmeo'. There are: demo, run, test")


@pytest.mark.parametrize(
    ("fault", "words", "code"),
    [
        (Stop("The thing is missing."), "The thing is missing.\n", 1),
        (OSError(errno.ENOSPC, "No space left on device", "/here/x"), "The disk is full (/here/x)", 1),
        (PermissionError(errno.EACCES, "Permission denied", "/here"), "cannot be written to (/here)", 1),
        (FileNotFoundError(errno.ENOENT, "No such file", "/here/y"), "No such file (/here/y).", 1),
        (KeyboardInterrupt(), "", 130),
    ],
)
def test_whatever_goes_wrong_ends_in_a_sentence(
    fault: BaseException,
    words: str,
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(asked: cli.Asked) -> int:
        raise fault

    monkeypatch.setitem(cli.COMMANDS, "setup", fail)
    assert cli.run_command(["setup"], ROOT) == code
    printed = capsys.readouterr().err
    assert words in printed
    assert "Traceback" not in printed
    assert bool(printed) == bool(words)


def test_an_error_without_a_file_is_worded_too() -> None:
    assert describe_os_error(OSError(errno.EIO, "Input/output error")) == "Input/output error."


def started(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> list[str]:
    """What the command would start, with .venv and the system as they should be."""
    commands: list[list[str]] = []

    def note(command: list[str], cwd: Path | None = None) -> int:
        commands.append(command)
        return 0

    monkeypatch.setattr(Environment, "ensure", lambda self: None)
    monkeypatch.setattr(system, "ensure", lambda environment, *, tests: None)
    monkeypatch.setattr(compiling, "ensure", lambda environment: None)
    monkeypatch.setattr(cli, "foreground", note)
    assert cli.run_command(arguments, HERE.root) == 0
    assert len(commands) == 1
    return commands[0]


def test_demo_hands_its_arguments_to_the_app(monkeypatch: pytest.MonkeyPatch) -> None:
    command = started(monkeypatch, "demo", "--pdf", "week.pdf")
    assert command == [HERE.python, "-P", "-m", "desktop", "--demo", "--pdf", "week.pdf"]


def test_run_opens_the_users_own_vault(monkeypatch: pytest.MonkeyPatch) -> None:
    assert started(monkeypatch, "run", "--language", "da") == [
        HERE.python, "-P", "-m", "desktop", "--language", "da",
    ]  # fmt: skip


def test_bench_hands_its_arguments_to_the_measurements(monkeypatch: pytest.MonkeyPatch) -> None:
    assert started(monkeypatch, "bench", "--quick") == [HERE.python, "-m", "tests.bench", "--quick"]


def test_torture_hands_its_arguments_to_the_long_run(monkeypatch: pytest.MonkeyPatch) -> None:
    assert started(monkeypatch, "torture", "bits") == [HERE.python, "-m", "tests.torture", "bits"]


def test_bench_with_peers_makes_a_place_for_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(peers, "ensure", lambda environment: "/there/python")
    command = started(monkeypatch, "bench", "--peers")
    assert command == [HERE.python, "-m", "tests.bench", "--peers", "--peers-python", "/there/python"]


def test_the_peers_are_those_of_pyproject_and_none_is_pinned_for_the_product() -> None:
    names = {pins.canonical(re.split(r"[<>=]", package)[0]) for package in peers.packages(ROOT)}
    assert {"highspy", "pychoco", "timefold"} <= names
    assert not names & set(pins.pinned((ROOT / "packaging" / "requirements.txt").read_text("utf-8")))


def test_an_app_that_fails_has_the_system_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[Environment] = []
    monkeypatch.setattr(Environment, "ensure", lambda self: None)
    monkeypatch.setattr(system, "ensure", lambda environment, *, tests: None)
    monkeypatch.setattr(compiling, "ensure", lambda environment: None)
    monkeypatch.setattr(system, "look_again", looked.append)
    monkeypatch.setattr(cli, "foreground", lambda command, cwd=None: 134)
    assert cli.run_command(["run"], HERE.root) == 134
    assert looked == [HERE]


def test_the_checks_are_those_that_readme_promises() -> None:
    names = [check.name for check in (*checks.lint_checks(HERE), checks.test_check(HERE, []))]
    assert names == ["ruff check", "ruff format", "mypy --strict", "import contracts", "pytest"]


def test_pytest_gets_the_arguments_after_ours() -> None:
    command = checks.test_check(HERE, ["-n", "0", "tests/solver"]).command
    assert command[-3:] == ("-n", "0", "tests/solver")
    assert command[:4] == (HERE.python, "-m", "pytest", "-n")


def test_all_checks_run_and_the_failed_ones_are_named_last(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    outcomes = [
        Check("first", (sys.executable, "-c", "raise SystemExit(3)")),
        Check("second", (sys.executable, "-c", "print('second ran')")),
        Check("third", (sys.executable, "-c", "raise SystemExit(1)")),
    ]
    assert checks.run(outcomes, tmp_path) == 1
    printed = capfd.readouterr().out
    assert "second ran" in printed
    assert printed.splitlines()[-1] == "Failed: first, third."


def test_machine_code_is_made_beside_the_checks_that_need_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the tests wait for it."""
    read, ran = threading.Event(), list[str]()

    def make(environment: Environment) -> None:
        assert read.wait(60)
        ran.append("machine code")

    def foreground(command: Sequence[str], cwd: Path | None = None) -> int:
        ran.append(command[-1])
        if command[-1] == "--no-cache":
            read.set()
        return 0

    monkeypatch.setattr(Environment, "ensure", lambda self: None)
    monkeypatch.setattr(system, "ensure", lambda environment, *, tests: None)
    monkeypatch.setattr(compiling, "ensure", make)
    monkeypatch.setattr(checks, "foreground", foreground)
    assert cli.run_command(["test", "tests/solver"], HERE.root) == 0
    assert ran[-3:] == ["--no-cache", "machine code", "tests/solver"]


def test_the_summary_says_when_everything_passed() -> None:
    assert checks.summary([Outcome("a", True, 1.0)]).splitlines()[-1] == "Everything passed."


def test_the_exit_code_of_a_command_is_handed_on() -> None:
    assert process.foreground([sys.executable, "-c", "raise SystemExit(7)"]) == 7


if sys.platform != "win32":  # Windows has no signals of this kind.

    def test_a_command_that_a_signal_ended_is_told_as_shells_do() -> None:
        kill = f"import os; os.kill(os.getpid(), {int(signal.SIGKILL)})"
        assert process.foreground([sys.executable, "-c", kill]) == 128 + signal.SIGKILL

    def test_ctrl_c_is_left_to_the_command_and_ends_quietly() -> None:
        """Both get it, as from a terminal: the command ends by it, the script with 130 and without a word."""
        child = (
            "import os, signal; os.kill(os.getppid(), signal.SIGINT)\n"
            "signal.signal(signal.SIGINT, signal.SIG_DFL); os.kill(os.getpid(), signal.SIGINT)"
        )
        script = (
            f"import sys; sys.path.insert(0, {str(ROOT / 'packaging')!r})\n"
            "from pathlib import Path; from devkit import cli, process\n"
            f"cli.COMMANDS['setup'] = lambda asked: process.foreground([sys.executable, '-c', {child!r}])\n"
            "sys.exit(cli.run_command(['setup'], Path('.')))"
        )
        ended = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=False
        )
        assert (ended.returncode, ended.stdout, ended.stderr) == (130, "", "")

    def test_a_command_that_takes_ctrl_c_as_a_wish_keeps_its_exit_code() -> None:
        child = "import os, signal; os.kill(os.getppid(), signal.SIGINT)"
        assert process.foreground([sys.executable, "-c", child]) == 0


def test_another_pythons_settings_do_not_reach_ours() -> None:
    assert process.clean_environment({"PYTHONPATH": "/x", "PYTHONHOME": "/y", "PIP_CERT": "/z"}) == {
        "PIP_CERT": "/z"
    }
