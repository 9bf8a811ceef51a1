"""A logind that a test leads over its standard input: ``fake_logind.py ADDRESS``.

It hands out a pipe's end where it is asked to wait before sleeping, and says ``released`` once every copy of
that end is closed.
"""

from __future__ import annotations

import os
import sys
import threading

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusUnixFileDescriptor, QDBusVirtualObject

LOGIND = "org.freedesktop.login1"
PATH = "/org/freedesktop/login1"


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


class Manager(QDBusVirtualObject):
    def introspect(self, path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
        if message.member() != "Inhibit":
            return False
        kept, handed = os.pipe()
        connection.send(message.createReply([QDBusUnixFileDescriptor(handed)]))
        os.close(handed)
        say(f"asked {' '.join(map(str, message.arguments()[:1] + message.arguments()[3:]))}")
        threading.Thread(target=self._wait, args=(kept,), daemon=True).start()
        return True

    def _wait(self, kept: int) -> None:
        os.read(kept, 1)
        say("released")


class Lines(QObject):
    came = Signal(str)

    def read(self) -> None:
        for line in sys.stdin:
            self.came.emit(line.strip())
        self.came.emit("end")


def main(address: str) -> int:
    app = QCoreApplication([])
    bus = QDBusConnection.connectToBus(address, "fake")
    manager = Manager()
    registered = bus.registerVirtualObject(PATH, manager) and bus.registerService(LOGIND)
    lines = Lines()

    def act(line: str) -> None:
        word, *rest = line.split()
        if word == "end":
            # Python and Qt would argue about who takes the object apart.
            os._exit(0)
        path, interface, name = rest[:3]
        signal = QDBusMessage.createSignal(path, interface, name)
        signal.setArguments([part == "true" for part in rest[3:]])
        bus.send(signal)

    lines.came.connect(act, Qt.ConnectionType.QueuedConnection)
    threading.Thread(target=lines.read, daemon=True).start()
    say("ready" if registered else "failed")
    return app.exec()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
