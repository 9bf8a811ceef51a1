"""What the app puts on the clipboard: marked so that no history keeps it, and taken off again.

Every copy of the app goes through here, those of Qt's own fields and tables too: each one changes the
clipboard, and what is then the app's own is put there once more, as plain text with the marks. The selection
of X11, which fills by marking text alone, is the app's copy as well.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QMimeData, QObject
from PySide6.QtGui import QClipboard

MARK = "application/x-sikkerplan"
# Windows' history and cloud clipboard (Microsoft, "Clipboard Formats"), and KDE's history, heed these.
NO_HISTORY = {
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"\0\0\0\0",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': b"\0\0\0\0",
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': b"\0\0\0\0",
    "x-kde-passwordManagerHint": b"secret",
}


class ClipboardGuard(QObject):
    """``owns`` tells whether what a clipboard holds was put there by this process."""

    def __init__(
        self,
        clipboard: QClipboard,
        owns: Callable[[QClipboard.Mode], bool] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self._owns = owns or self._ask
        clipboard.changed.connect(self._on_changed)

    def clear(self) -> None:
        """Empties the clipboard where it still holds what the app put there; what others put there stays."""
        for mode in self._modes():
            if self._owns(mode):
                self._clipboard.clear(mode)

    def _modes(self) -> tuple[QClipboard.Mode, ...]:
        modes = [QClipboard.Mode.Clipboard]
        if self._clipboard.supportsSelection():
            modes.append(QClipboard.Mode.Selection)
        return tuple(modes)

    def _ask(self, mode: QClipboard.Mode) -> bool:
        owns = (
            self._clipboard.ownsSelection
            if mode is QClipboard.Mode.Selection
            else self._clipboard.ownsClipboard
        )
        return owns()

    def _on_changed(self, mode: QClipboard.Mode) -> None:
        # Marking the selection anew would take it from the field that it is marked in.
        if mode is not QClipboard.Mode.Clipboard or not self._owns(mode):
            return
        # None is not in PySide's types, and is what an emptied clipboard holds.
        held: QMimeData | None = self._clipboard.mimeData(mode)
        if held is None or not held.hasText() or held.hasFormat(MARK):
            return
        marked = QMimeData()
        marked.setText(held.text())
        marked.setData(MARK, QByteArray(b"1"))
        for kind, value in NO_HISTORY.items():
            marked.setData(kind, QByteArray(value))
        self._clipboard.setMimeData(marked, mode)
