"""The chosen session with its register: a panel that is made when somebody first looks at it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.attendance.register import Register
from desktop.ui.context import WindowContext
from desktop.ui.desk import Desk
from desktop.ui.session.panel import SessionPanel
from desktop.ui.widgets.later import Later


class SessionSide(SessionPanel):
    """What is told about a session, and below it who came."""

    def __init__(self, context: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.register = Register(context, self)
        self.add_below(self.register)


class ChosenSession(QObject):
    """``said`` carries why somebody could not be noted; the others are those of the panel."""

    said = Signal(str)
    row_made = Signal(object, str)
    person_menu_asked = Signal(str, QPoint)

    def __init__(self, desk: Desk, context: WindowContext, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._context = desk, context
        self.place = Later(self._make)

    def refresh(self) -> None:
        """Another session is chosen, or it is otherwise now."""
        if self.place.made is not None:
            self._tell(self.place.made)

    def _make(self, place: QWidget) -> SessionSide:
        made = SessionSide(self._context, place)
        made.register.said.connect(self.said)
        made.row_made.connect(self.row_made)
        made.person_menu_asked.connect(self.person_menu_asked)
        self._tell(made)
        return made

    def _tell(self, panel: SessionSide) -> None:
        desk = self._desk
        running = {each.session.id for each in desk.running}
        panel.show_session(
            desk.prepared, desk.version, desk.session, runs_now=desk.session in running, goes=desk.goes
        )
        version = desk.version
        sessions = () if version is None else version.sessions
        chosen = next((each for each in sessions if each.id == desk.session), None)
        panel.register.show_session(None if version is None else version.week, chosen)
