"""Runs the app, with a window or without, to its end."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

from desktop.app.asked import Options, Terminal
from desktop.app.crash import leave_no_image, noting
from desktop.app.entrance import NAME, Entrance
from desktop.qt.garbage import garbage_kept_here
from desktop.services.ports import Clock

_NO_SCREEN = ("offscreen", "minimal")


def start(
    options: Options, terminal: Terminal, *, screen: bool | None = None, clock: Clock | None = None
) -> int:
    """Runs the app to its end and returns the exit status.

    ``screen`` None: found out; ``clock`` None: the machine's.
    """
    os.umask(0o077)
    leave_no_image()
    QCoreApplication.setApplicationName(NAME)
    qt = _application(_has_screen() if screen is None else screen)
    entrance = Entrance(options, terminal, clock)
    # Qt knows only now whether the screen that the environment names is really there.
    windowed = screen if screen is not None else qt.platformName() not in _NO_SCREEN
    with noting(entrance.folder, terminal.err), garbage_kept_here():
        try:
            return _with_window(entrance) if windowed else _without_window(entrance)
        finally:
            entrance.door.close()


def _with_window(entrance: Entrance) -> int:
    from desktop.app.windowed import run

    return run(entrance)


def _without_window(entrance: Entrance) -> int:
    from desktop.app.once import run

    return run(entrance)


def _application(screen: bool) -> QGuiApplication:
    """The process's one Qt application, of the kind that the screen asks for."""
    made = QCoreApplication.instance()
    if isinstance(made, QGuiApplication):
        return made
    if not screen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        return QGuiApplication([NAME])
    if sys.platform.startswith("linux") and "QT_QPA_PLATFORM" not in os.environ:
        # Where the screen that the environment names does not answer, Qt would end the process.
        named = [
            platform
            for platform, variable in (("wayland", "WAYLAND_DISPLAY"), ("xcb", "DISPLAY"))
            if os.environ.get(variable)
        ]
        os.environ["QT_QPA_PLATFORM"] = ";".join((*named, "offscreen"))
    # Widgets take time and memory that a run without a window does not need.
    from PySide6.QtWidgets import QApplication

    with _quiet_fallback():
        return QApplication([NAME])


@contextmanager
def _quiet_fallback() -> Iterator[None]:
    """Keeps back what Qt says of a screen that does not answer: the app says so itself, in plain words."""
    said: list[str] = []

    def keep(kind: QtMsgType, _: QMessageLogContext, text: str) -> None:
        said.append(text)
        if kind is QtMsgType.QtFatalMsg:
            tell()

    def tell() -> None:
        if sys.stderr is not None:
            sys.stderr.writelines(f"{line}\n" for line in said)

    before = qInstallMessageHandler(keep)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
    if QGuiApplication.platformName() not in _NO_SCREEN:
        tell()


def _has_screen() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    chosen = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0]
    if chosen:
        return chosen not in _NO_SCREEN
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
