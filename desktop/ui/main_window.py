"""The window: it joins the pages, the menu and the commands, and knows nothing of how they work."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow

from desktop.ui.context import WindowContext


class MainWindow(QMainWindow):
    """Shows the welcome page while the store is empty, the week once it holds a unit."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        self._context = context
