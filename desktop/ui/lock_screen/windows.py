"""Puts away every window but one, as somebody would who cancels each of them."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget

MOST_ROUNDS = 50
"""A popup that shows itself again must not hold up the lock."""


def put_away_all_but(kept: QWidget) -> None:
    """Closes popups and dialogs, the newest first. A dialog is rejected: what was begun in it is not done.

    One that would not be rejected now, because it is at work, is closed all the same.
    """
    QToolTip.hideText()
    for _ in range(MOST_ROUNDS):
        popup = QApplication.activePopupWidget()
        if popup is None:
            break
        popup.close()
    for window in reversed(QApplication.topLevelWidgets()):
        if window is kept or not window.isVisible():
            continue
        if isinstance(window, QDialog):
            window.reject()
            if window.isVisible():
                window.done(QDialog.DialogCode.Rejected)
        else:
            window.close()
        if window.isVisible():
            window.hide()
