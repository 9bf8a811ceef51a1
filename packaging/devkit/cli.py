"""The commands of ``packaging/dev.py``."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from devkit import checks, compiling, lock, peers, system, translation
from devkit.environment import Environment
from devkit.process import INTERRUPTED, complain, foreground, say
from devkit.stop import Stop, describe_os_error

CACHES = (".mypy_cache", ".ruff_cache", ".pytest_cache", ".import_linter_cache", ".hypothesis")
HELP = """\
Sets Sikkerplan up and starts, tests or checks it.

    python3 packaging/dev.py COMMAND [ARGUMENTS]

To see it:
    demo     Opens the demo unit in a vault of its own and plans the current week.
             Without a screen it plans all the same and writes the week as a PDF.
             ARGUMENTS go to the app, such as  --language da  or  --seconds 20
    run      Starts the app on your own vault. ARGUMENTS as for demo.

To work on it:
    test     Runs every check: ruff, mypy, the import contracts, then the tests.
             ARGUMENTS go to pytest, such as  tests/solver -k locked
    lint     The same checks without the tests.
    bench    Measures the app's start and how good the plans are, and writes a report into
             build/bench.  --quick  takes a few minutes;  --peers  measures other solvers
             beside ours, out of a .venv-bench of their own. ARGUMENTS go to it.
    torture  Kills the vault at random instants, flips bits in its files and meddles with its
             audit trail, some hundred times each. ARGUMENTS name the subjects.
    pictures Takes pictures of every window in both languages:  --out FOLDER
    i18n     Collects the window's texts for the translators, compiles what they wrote.
    lock     Makes packaging/requirements.txt anew from pyproject.toml.
             ARGUMENTS go to 'uv pip compile', such as  --upgrade-package ruff

    setup    Only makes .venv and the search's machine code. Every command above
             does so first; it takes some minutes the first time and no time after.
    clean    Removes .venv, .venv-bench and the tools' caches.

It needs Python 3.11 to 3.13, about 1 GB of disk and, the first time, the package
index that pip is set up to use. It writes into this folder and nowhere else; where the
app keeps its data is told by  run --help .
"""


@dataclass(frozen=True, slots=True)
class Asked:
    environment: Environment
    arguments: tuple[str, ...]


def setup(asked: Asked) -> int:
    _prepare(asked.environment)
    say("Ready. Start it with:  python3 packaging/dev.py demo")
    return 0


def demo(asked: Asked) -> int:
    return _start(asked.environment, ["--demo", *asked.arguments])


def run(asked: Asked) -> int:
    return _start(asked.environment, asked.arguments)


def test(asked: Asked) -> int:
    environment = asked.environment
    environment.ensure()
    system.ensure(environment, tests=True)
    # One core makes the machine code; what only reads the sources needs none of it, and takes about as long.
    with ThreadPoolExecutor(1) as beside:
        made = beside.submit(compiling.ensure, environment)
        tests = replace(checks.test_check(environment, asked.arguments), wait=made.result)
        return checks.run([*checks.lint_checks(environment), tests], environment.root)


def lint(asked: Asked) -> int:
    asked.environment.ensure()
    return checks.run(checks.lint_checks(asked.environment), asked.environment.root)


def bench(asked: Asked) -> int:
    _prepare(asked.environment)
    arguments = list(asked.arguments)
    if "--peers" in arguments and "--peers-python" not in arguments:
        arguments += ["--peers-python", peers.ensure(asked.environment)]
    return foreground([asked.environment.python, "-m", "tests.bench", *arguments], asked.environment.root)


def torture(asked: Asked) -> int:
    asked.environment.ensure()
    return foreground(
        [asked.environment.python, "-m", "tests.torture", *asked.arguments], asked.environment.root
    )


def pictures(asked: Asked) -> int:
    _prepare(asked.environment)
    return foreground(
        [asked.environment.python, "-m", "tests.pictures", *asked.arguments], asked.environment.root
    )


def i18n(asked: Asked) -> int:
    asked.environment.ensure()
    collect, compile_them = translation.steps(asked.environment)
    root = asked.environment.root
    return foreground(collect, root) or foreground(compile_them, root)


def lock_pins(asked: Asked) -> int:
    asked.environment.ensure()
    return lock.run(asked.environment, asked.arguments)


def clean(asked: Asked) -> int:
    root = asked.environment.root
    for folder in (root / name for name in (".venv", peers.FOLDER, *CACHES)):
        if folder.is_symlink():
            folder.unlink()
        elif folder.exists():
            say(f"Removing {folder.name} ...")
            shutil.rmtree(folder)
    return 0


COMMANDS: dict[str, Callable[[Asked], int]] = {
    "demo": demo,
    "run": run,
    "test": test,
    "lint": lint,
    "bench": bench,
    "torture": torture,
    "pictures": pictures,
    "i18n": i18n,
    "lock": lock_pins,
    "setup": setup,
    "clean": clean,
}


def run_command(arguments: Sequence[str], root: Path) -> int:
    """Runs what was asked for on the command line and returns the exit code. Never raises."""
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        say(HELP)
        return 0 if arguments else 2
    command = COMMANDS.get(arguments[0])
    if command is None:
        complain(f"There is no command {arguments[0]!r}. There are: {', '.join(COMMANDS)}.")
        return 2
    try:
        return command(Asked(Environment(root), tuple(arguments[1:])))
    except Stop as stop:
        complain(str(stop))
    except OSError as error:
        complain(describe_os_error(error))
    except KeyboardInterrupt:
        return INTERRUPTED
    return 1


def _prepare(environment: Environment) -> None:
    environment.ensure()
    system.ensure(environment, tests=False)
    compiling.ensure(environment)


def _start(environment: Environment, arguments: Sequence[str]) -> int:
    """Starts the app from the folder somebody stands in, so that the paths they give mean what they meant."""
    _prepare(environment)
    code = foreground([environment.python, "-P", "-m", "desktop", *arguments])
    if code:
        # Perhaps a library went away since the last look; if so, say that.
        system.look_again(environment)
    return code
