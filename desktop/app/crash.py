"""What is noted of an error: its type and the places in the code, never a value, a message or a local.

Python's own traceback and Qt's messages go to the terminal, which a desktop keeps in a log file, and both
repeat what they stumbled over: a name, a path somebody chose. So neither is let through. And a crash leaves
no image of the memory behind, which would hold all that the vault keeps.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from desktop import __version__

NOTE = "crash-note.txt"
LARGEST_NOTE = 64 * 1024
MOST_PLACES = 60
FAILED = 70
"""The exit status of an app that an error ended; ``EX_SOFTWARE`` of sysexits.h."""
_ROOT = Path(__file__).resolve().parents[2]
_PR_SET_DUMPABLE = 4
_SEM_QUIET = 0x8003
_WER_NO_HEAP = 0x3


@contextmanager
def noting(folder: Path, say: Callable[[str], None]) -> Iterator[None]:
    """Every error that nobody catches while it lasts is noted in ``folder``; ``say`` tells its type and that.

    Raises ``SystemExit`` in place of an error that would leave it.
    """

    def note(
        what: str, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        text = error_text(kind, error, trace)
        _add(folder / NOTE, f"{what}\n{text}")
        say(f"{what}: {text.splitlines()[0]}")

    def on_error(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            return
        note("error", kind, error, trace)

    def on_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_type is not SystemExit:
            note("error in a thread", args.exc_type, args.exc_value, args.exc_traceback)

    def on_unraisable(args: sys.UnraisableHookArgs) -> None:
        note("error that could not be raised", args.exc_type, args.exc_value, args.exc_traceback)

    def on_qt(kind: QtMsgType, context: QMessageLogContext, _: str) -> None:
        if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
            _add(folder / NOTE, f"Qt {kind.name} of {context.category or 'no category'}\n")

    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    sys.excepthook, threading.excepthook, sys.unraisablehook = on_error, on_thread, on_unraisable
    qt_before = qInstallMessageHandler(on_qt)
    try:
        yield
    except Exception as error:
        note("error", type(error), error, error.__traceback__)
        raise SystemExit(FAILED) from None
    finally:
        sys.excepthook, threading.excepthook, sys.unraisablehook = before
        qInstallMessageHandler(qt_before)


def error_text(
    kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
) -> str:
    """The type of an error and of what caused it, with file and line of each step, innermost last."""
    lines = [kind.__qualname__ if kind is not None else "unknown"]
    lines += _places(trace)
    seen = {id(error)}
    while error is not None:
        error = error.__cause__ or error.__context__
        if error is None or id(error) in seen:
            break
        seen.add(id(error))
        lines.append(f"after {type(error).__qualname__}")
        lines += _places(error.__traceback__)
    return "\n".join(lines) + "\n"


def leave_no_image() -> None:
    """A crash of this process writes no image of its memory, as far as the system lets itself be told."""
    with suppress(ImportError, OSError, ValueError, AttributeError):
        if sys.platform == "win32":
            import ctypes

            ctypes.windll.kernel32.SetErrorMode(_SEM_QUIET)
            ctypes.windll.kernel32.WerSetFlags(_WER_NO_HEAP)
        else:
            import resource

            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            if sys.platform == "linux":
                # A collector of crashes gets the image through a pipe, which no limit holds back.
                import ctypes

                ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def _places(trace: TracebackType | None) -> list[str]:
    found: list[str] = []
    while trace is not None:
        code = trace.tb_frame.f_code
        found.append(f"  {_short(code.co_filename)}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return found[-MOST_PLACES:]


def _short(file: str) -> str:
    """A file of ours below the project, of others its name alone: a path may hold somebody's."""
    path = Path(file)
    with suppress(ValueError):
        return path.resolve().relative_to(_ROOT).as_posix()
    return path.name


def _add(path: Path, text: str) -> None:
    """Adds a note; the file begins anew where it has grown large. Nothing is done where it can't be."""
    with suppress(OSError):
        if not path.parent.is_dir():
            return
        large = path.exists() and path.stat().st_size > LARGEST_NOTE
        flags = os.O_CREAT | os.O_WRONLY | (os.O_TRUNC if large else os.O_APPEND)
        handle = os.open(path, flags, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(f"{datetime.now(UTC).isoformat(timespec='seconds')} Sikkerplan {__version__} {text}\n")
