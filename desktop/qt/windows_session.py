"""Windows tells a window when the session is locked or left, and every window when the computer sleeps.

Written from Microsoft's documentation (WTSRegisterSessionNotification, WM_WTSSESSION_CHANGE,
WM_POWERBROADCAST); not seen to work yet.
"""

from __future__ import annotations

import ctypes
import sys
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal

WM_POWERBROADCAST = 0x0218
PBT_APMSUSPEND = 0x0004
WM_WTSSESSION_CHANGE = 0x02B1
WTS_CONSOLE_DISCONNECT = 0x2
WTS_REMOTE_DISCONNECT = 0x4
WTS_SESSION_LOGOFF = 0x6
WTS_SESSION_LOCK = 0x7
MESSAGES = QByteArray(b"windows_generic_MSG")
NOTIFY_FOR_THIS_SESSION = 0
_LOCKING = {
    (WM_POWERBROADCAST, PBT_APMSUSPEND),
    (WM_WTSSESSION_CHANGE, WTS_CONSOLE_DISCONNECT),
    (WM_WTSSESSION_CHANGE, WTS_REMOTE_DISCONNECT),
    (WM_WTSSESSION_CHANGE, WTS_SESSION_LOGOFF),
    (WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK),
}


def is_locking(message: int, parameter: int) -> bool:
    """Whether a window message says that the session is locked or left, or that the computer will sleep."""
    return (message, parameter) in _LOCKING


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, owner: WindowsSession) -> None:
        super().__init__()
        self._owner = owner

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        if QByteArray(kind) == MESSAGES:
            found = wintypes.MSG.from_address(int(message))
            if is_locking(found.message, found.wParam):
                self._owner.locking.emit()
        return False, 0


class WindowsSession(QObject):
    """``locking`` is sent when the session is locked or left, or the computer is about to sleep.

    ``window`` is the handle of a window of this process, which must last as long as this object.
    """

    locking = Signal()

    def __init__(self, window: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._filter = _Filter(self)
        app = QCoreApplication.instance()
        if app is not None:
            app.installNativeEventFilter(self._filter)
        if sys.platform == "win32":
            register = ctypes.WinDLL("wtsapi32").WTSRegisterSessionNotification
            register.argtypes = [wintypes.HWND, wintypes.DWORD]
            register.restype = wintypes.BOOL
            # Where it fails, the messages of the session do not come; those of the power do.
            register(window, NOTIFY_FOR_THIS_SESSION)

    def hears(self, kind: bytes, message: int) -> None:
        """Hands a message on as Windows would, at the address of an ``MSG``."""
        self._filter.nativeEventFilter(kind, message)
