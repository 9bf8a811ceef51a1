"""The place of a widget that is made when somebody first looks at it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.tab_order import lead_through, place_in_line

W = TypeVar("W", bound=QWidget)


class Later(QWidget, Generic[W]):
    """``make`` is given the place, which the widget fills."""

    def __init__(self, make: Callable[[QWidget], W], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._line = place_in_line(self)
        self.made: W | None = None
        """The widget, where anybody has looked at it or asked for it."""

    def widget(self) -> W:
        """The widget, made now where it was not."""
        if self.made is None:
            self.made = self._make(self)
            column(self, gap=0).addWidget(self.made)
            lead_through(self._line, self.made)
            self.made.show()
        return self.made

    def showEvent(self, event: QShowEvent) -> None:
        self.widget()
        super().showEvent(event)
