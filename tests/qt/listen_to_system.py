"""Listens as the app does and says each time that it would lock; ends with its input."""

from __future__ import annotations

import sys
import threading

from PySide6.QtCore import QCoreApplication, QTimer

from desktop.qt.system_signals import SystemSignals


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main() -> int:
    app = QCoreApplication([])
    signals = SystemSignals()
    signals.locking.connect(lambda: say("locking"))
    signals.listen(0)
    QTimer.singleShot(0, lambda: say("listening"))

    def wait() -> None:
        sys.stdin.read()
        app.quit()

    threading.Thread(target=wait, daemon=True).start()
    return app.exec()


if __name__ == "__main__":
    raise SystemExit(main())
