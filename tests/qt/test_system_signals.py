"""The system locks or sleeps: heard on a real bus of the test's own, and in Windows' messages."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from ctypes import wintypes
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from desktop.qt.windows_session import (
    PBT_APMSUSPEND,
    WM_POWERBROADCAST,
    WM_WTSSESSION_CHANGE,
    WTS_SESSION_LOCK,
    WindowsSession,
)

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
WTS_SESSION_UNLOCK = 0x8
PBT_APMRESUMESUSPEND = 0x7
MANAGER = "/org/freedesktop/login1 org.freedesktop.login1.Manager PrepareForSleep"
SESSION = "/org/freedesktop/login1/session/_32 org.freedesktop.login1.Session Lock"


class Spoken:
    """A program that is spoken with a line at a time."""

    def __init__(self, *arguments: str, **environment: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def tell(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def hear(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def end(self) -> tuple[str, str]:
        """What it still says, and its errors."""
        return self.process.communicate()


@pytest.fixture
def bus() -> Iterator[str]:
    """The address of a message bus for both the system and the session."""
    if shutil.which("dbus-daemon") is None:
        pytest.skip("dbus-daemon is not installed (Debian: apt install dbus)")
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE, text=True
    )
    assert daemon.stdout is not None
    yield daemon.stdout.readline().strip()
    daemon.terminate()
    daemon.communicate()


@pytest.fixture
def logind(bus: str) -> Iterator[Spoken]:
    spoken = Spoken(str(HERE / "fake_logind.py"), bus)
    assert spoken.hear() == "ready"
    yield spoken
    spoken.end()


@pytest.fixture
def listener(bus: str, logind: Spoken) -> Iterator[Spoken]:
    spoken = Spoken(
        str(HERE / "listen_to_system.py"), DBUS_SESSION_BUS_ADDRESS=bus, DBUS_SYSTEM_BUS_ADDRESS=bus
    )
    assert spoken.hear() == "listening"
    assert logind.hear() == "asked sleep delay"
    yield spoken
    spoken.end()


def test_before_it_sleeps_the_computer_waits_for_the_lock(logind: Spoken, listener: Spoken) -> None:
    for _ in range(2):
        logind.tell(f"emit {MANAGER} true")
        assert listener.hear() == "locking"
        assert logind.hear() == "released"
        logind.tell(f"emit {MANAGER} false")
        assert logind.hear() == "asked sleep delay"


@pytest.mark.parametrize(
    "signal",
    [
        SESSION,
        "/org/freedesktop/ScreenSaver org.freedesktop.ScreenSaver ActiveChanged true",
        "/ScreenSaver org.freedesktop.ScreenSaver ActiveChanged true",
        "/org/gnome/ScreenSaver org.gnome.ScreenSaver ActiveChanged true",
    ],
)
def test_a_locked_session_or_screen_locks(logind: Spoken, listener: Spoken, signal: str) -> None:
    logind.tell(f"emit {signal}")
    assert listener.hear() == "locking"


def test_a_screen_that_is_free_again_locks_nothing(logind: Spoken, listener: Spoken) -> None:
    logind.tell("emit /ScreenSaver org.freedesktop.ScreenSaver ActiveChanged false")
    logind.tell(f"emit {MANAGER} false")
    logind.tell(f"emit {SESSION}")
    assert listener.hear() == "locking"
    assert listener.end()[0] == ""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has these buses")
def test_without_a_bus_nothing_comes_and_nothing_is_said(tmp_path: Path) -> None:
    nowhere = f"unix:path={tmp_path / 'nobody'}"
    spoken = Spoken(
        str(HERE / "listen_to_system.py"), DBUS_SESSION_BUS_ADDRESS=nowhere, DBUS_SYSTEM_BUS_ADDRESS=nowhere
    )
    assert spoken.hear() == "listening"
    assert spoken.end() == ("", "")
    assert spoken.process.returncode == 0


@pytest.mark.parametrize(
    ("message", "parameter", "locks"),
    [
        (WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK, True),
        (WM_POWERBROADCAST, PBT_APMSUSPEND, True),
        (WM_WTSSESSION_CHANGE, WTS_SESSION_UNLOCK, False),
        (WM_POWERBROADCAST, PBT_APMRESUMESUSPEND, False),
    ],
)
def test_windows_messages_are_understood(
    qapp: QCoreApplication, message: int, parameter: int, *, locks: bool
) -> None:
    session = WindowsSession(0)
    heard: list[str] = []
    session.locking.connect(lambda: heard.append("locking"))
    sent = wintypes.MSG(message=message, wParam=parameter)
    session.hears(b"windows_generic_MSG", ctypes.addressof(sent))
    assert heard == (["locking"] if locks else [])
    session.hears(b"xcb_generic_event_t", 0)
    session.deleteLater()
