"""The system says that it locks or sleeps: D-Bus on Linux, session messages on Windows, nothing on macOS.

Where there is no bus, or nobody speaks on it, nothing comes, and that is no fault: the idle time is left.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot

LOGIND = "org.freedesktop.login1"
SCREEN_SAVERS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
)
ANSWER_MS = 500


class SystemSignals(QObject):
    """``locking`` is sent when the system locks the session or is about to sleep.

    The slots of ``locking`` are called before ``locking`` returns, and only then is the computer let sleep.
    """

    locking = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._delay = -1
        self._windows: QObject | None = None

    def listen(self, window: int) -> None:
        """Begins to listen. ``window`` is the system's number of a window, which Windows tells it to."""
        if sys.platform == "win32":
            from desktop.qt.windows_session import WindowsSession

            session = WindowsSession(window, self)
            session.locking.connect(self.locking)
            self._windows = session
        elif sys.platform != "darwin":
            self._listen_on_buses()
            self._ask_to_be_waited_for()

    def _listen_on_buses(self) -> None:
        from PySide6.QtDBus import QDBusConnection

        system, session = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
        if system.isConnected():
            manager = f"{LOGIND}.Manager"
            path = "/org/freedesktop/login1"
            system.connect(LOGIND, path, manager, "PrepareForSleep", self, _slot("on_sleep(bool)"))
            # Of any session: to lock once too often does no harm.
            system.connect(LOGIND, "", f"{LOGIND}.Session", "Lock", self, _slot("on_lock()"))
        if session.isConnected():
            for interface, path in SCREEN_SAVERS:
                session.connect("", path, interface, "ActiveChanged", self, _slot("on_screen_saver(bool)"))

    def _ask_to_be_waited_for(self) -> None:
        """Asks logind for a moment before it sleeps, which ends with the file that it hands out."""
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusUnixFileDescriptor

        system = QDBusConnection.systemBus()
        if self._delay >= 0 or not system.isConnected():
            return
        ask = QDBusMessage.createMethodCall(LOGIND, "/org/freedesktop/login1", f"{LOGIND}.Manager", "Inhibit")
        ask.setArguments(["sleep", "Sikkerplan", "Locking the vault", "delay"])
        answer = system.call(ask, timeout=ANSWER_MS)
        for value in answer.arguments():
            if isinstance(value, QDBusUnixFileDescriptor) and value.isValid():
                # Theirs is closed with the message.
                self._delay = os.dup(value.fileDescriptor())

    @Slot(bool)
    def on_sleep(self, begins: bool) -> None:
        """The computer is about to sleep, or awake again."""
        if begins:
            self.locking.emit()
            self._let_sleep()
        else:
            self._ask_to_be_waited_for()

    @Slot()
    def on_lock(self) -> None:
        """The session is to be locked."""
        self.locking.emit()

    @Slot(bool)
    def on_screen_saver(self, active: bool) -> None:
        """The screen was locked or blanked, or is free again."""
        if active:
            self.locking.emit()

    def _let_sleep(self) -> None:
        delay, self._delay = self._delay, -1
        if delay >= 0:
            with suppress(OSError):
                os.close(delay)


def _slot(signature: str) -> Any:
    # PySide's types ask for bytes here, and PySide refuses them.
    return SLOT(signature)
