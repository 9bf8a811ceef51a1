"""F1 everywhere: the guide opens at the page that belongs to what has the focus.

A widget says which page is its own, and its children's, with the dynamic property ``guide``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from desktop.qt.settings import Settings
from desktop.ui.guide.pages import FIRST, PAGES
from desktop.ui.widgets.remembered import remember_size, remember_split

if TYPE_CHECKING:
    from desktop.ui.guide.window import GuideWindow

PROPERTY = "guide"
KEY = "F1"
_SHORTCUT = "guide shortcut"


def page_of(widget: QWidget | None) -> str:
    """The page of a widget or of the nearest one around it that has one; where none has, the page of the
    largest part of its window, then the first page."""
    around = widget
    while around is not None:
        if around.property(PROPERTY) in PAGES:
            return str(around.property(PROPERTY))
        around = around.parentWidget()
    if widget is None:
        return FIRST
    parts = [
        part
        for part in widget.window().findChildren(QWidget)
        if part.isVisible() and part.property(PROPERTY) in PAGES
    ]
    largest = max(parts, key=lambda part: part.width() * part.height(), default=None)
    return FIRST if largest is None else str(largest.property(PROPERTY))


class Guide(QObject):
    """The app's one guide. Dialogs get F1 from here; the main window has it in its menu."""

    def __init__(self, settings: Settings, app: QApplication) -> None:
        super().__init__(app)
        self._settings = settings
        self._window: GuideWindow | None = None
        app.focusChanged.connect(self._on_focus)

    @property
    def window(self) -> GuideWindow | None:
        """The window once it was opened, also while it is closed again."""
        if self._window is not None and not isValid(self._window):
            self._window = None
        return self._window

    @Slot()
    def open(self) -> None:
        """Opens the guide where the focus is, beside whatever is open."""
        focus = QApplication.focusWidget() or QApplication.activeWindow()
        self.open_at(page_of(focus))

    def open_at(self, page: str) -> None:
        """Opens the guide at a page."""
        from desktop.ui.guide.window import GuideWindow

        window = self.window
        if window is None:
            window = self._window = GuideWindow(self._settings.guide_zoom)
            window.zoomed.connect(self._remember)
            remember_size(window, "guide", self._settings)
            remember_split(window.splitter, "guide.split", self._settings)
        self._stand_by(window, QApplication.activeModalWidget())
        window.show_page(page)
        window.show()
        window.raise_()
        window.activateWindow()
        window.browser.setFocus()

    @Slot()
    def forget_search(self) -> None:
        """Empties the search box: names were concealed, and what is searched for may be one."""
        if self.window is not None:
            self.window.search.clear()

    def _stand_by(self, window: GuideWindow, modal: QWidget | None) -> None:
        """A dialog that waits for an answer lets only its own windows be used: the guide becomes one."""
        if modal is window or window.parentWidget() is modal:
            return
        self._move(window, modal)
        if isinstance(modal, QDialog):
            modal.finished.connect(self._release)

    @Slot()
    def _release(self) -> None:
        """The dialog ends, the guide stays."""
        window = self.window
        if window is not None and window.parentWidget() is not None:
            visible = window.isVisible()
            self._move(window, None)
            window.setVisible(visible)

    def _move(self, window: GuideWindow, parent: QWidget | None) -> None:
        place = window.saveGeometry()
        window.setParent(parent, Qt.WindowType.Window)
        window.restoreGeometry(place)

    @Slot(QWidget, QWidget)
    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        dialog = None if now is None else now.window()
        if isinstance(dialog, QDialog) and dialog.findChild(QShortcut, _SHORTCUT) is None:
            shortcut = QShortcut(QKeySequence(KEY), dialog)
            shortcut.setObjectName(_SHORTCUT)
            shortcut.activated.connect(self.open)

    @Slot(int)
    def _remember(self, percent: int) -> None:
        self._settings.guide_zoom = percent
        self._settings.save()
