"""The files of a command: read whole, and written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from solver.exchange import ExchangeError, InputError


def read(name: str) -> bytes:
    """The file's bytes; those of standard input for ``-``."""
    return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()


def read_only_once(*names: str) -> None:
    """Raises ``ExchangeError`` where more than one file shall come from standard input."""
    if names.count("-") > 1:
        raise ExchangeError([InputError("", "only one of the two files can come from standard input")])


class Target:
    """Where the plan goes, opened before the search, so that what cannot be written is told before it.

    A file is written whole or not at all: beside it first, then in its place, with the mode of the one that
    was there; a link stays a link. What is no file (a pipe, a device) is written to. Every ``OSError`` names
    the path as the user gave it.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self._file: BinaryIO | None = None
        self._open_files = contextlib.ExitStack()
        self._beside: Path | None = None
        self._target = Path()

    def __enter__(self) -> Target:
        with self._named():
            if self.name != "-":
                self._open()
        return self

    def _open(self) -> None:
        try:
            there: os.stat_result | None = Path(self.name).stat()
        except FileNotFoundError:
            there = None
        self._target = Path(self.name).resolve()
        if self._target.is_dir() or self.name.endswith(os.sep):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if there is not None and not stat.S_ISREG(there.st_mode):
            stream = os.open(self.name, os.O_WRONLY)
            self._file = self._open_files.enter_context(os.fdopen(stream, "wb"))
            return
        if there is not None and not os.access(self._target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        beside = self._target.parent / f".{secrets.token_hex(8)}.part"
        self._file = self._open_files.enter_context(beside.open("xb"))
        self._beside = beside
        if there is not None:
            beside.chmod(stat.S_IMODE(there.st_mode))

    def write(self, text: str) -> None:
        """Writes the plan: once, and all of it."""
        with self._named():
            file = self._file or sys.stdout.buffer
            file.write(text.encode())
            file.flush()
            if self._beside is not None:
                os.fsync(file.fileno())
                file.close()
                self._beside.replace(self._target)
                self._beside = None

    def __exit__(self, *_: object) -> None:
        with self._named():
            # What a reader that went away did not take is told by the write.
            with contextlib.suppress(BrokenPipeError):
                self._open_files.close()
            if self._beside is not None:
                self._beside.unlink(missing_ok=True)

    @contextlib.contextmanager
    def _named(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise OSError(error.errno, error.strerror, self.name) from error
