"""What the check found and what is locked: the panels that are made when somebody first looks at them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.qt.settings import Settings
from desktop.ui.desk import Desk
from desktop.ui.health.panel import HealthPanel
from desktop.ui.health.running import may_go_on, to_take_out_text
from desktop.ui.week.handwork import Handwork
from desktop.ui.week.locks_panel import LocksPanel, lock_rows
from desktop.ui.widgets.later import Later


class Findings(QObject):
    """``session_chosen`` and ``person_chosen`` carry the id that the chosen line of a panel is about."""

    session_chosen = Signal(str)
    person_chosen = Signal(str)

    def __init__(self, desk: Desk, hand: Handwork, settings: Settings, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._hand, self._settings = desk, hand, settings
        self.health = Later(self._make_health)
        self.locks = Later(self._make_locks)

    def refresh(self) -> None:
        """The week or its version is another."""
        if self.health.made is not None:
            self._find(self.health.made)

    def refresh_locks(self) -> int:
        """The locks, as they stand; gives how many there are."""
        if self.locks.made is not None:
            self._hold(self.locks.made)
        prepared = self._desk.prepared
        return 0 if prepared is None else len(prepared.locks)

    def _make_health(self, place: QWidget) -> HealthPanel:
        made = HealthPanel(place)
        made.session_chosen.connect(self.session_chosen)
        made.person_chosen.connect(self.person_chosen)
        self._find(made)
        return made

    def _make_locks(self, place: QWidget) -> LocksPanel:
        made = LocksPanel(self._settings, place)
        made.lifted.connect(self._hand.unlock)
        made.session_chosen.connect(self.session_chosen)
        made.person_chosen.connect(self.person_chosen)
        self._hold(made)
        return made

    def _find(self, panel: HealthPanel) -> None:
        desk, hand = self._desk, self._hand
        running, way_on = desk.running, ""
        if running and desk.prepared is not None:
            published = hand.in_force() is not None
            unit = desk.prepared.unit
            way_on = (
                may_go_on(unit, running)
                if published
                else to_take_out_text(unit, running, told=hand.past_stands())
            )
        panel.show_findings(
            desk.prepared,
            desk.version,
            desk.report,
            running=running,
            way_on=way_on,
            over=desk.is_over,
            goes=desk.goes,
        )

    def _hold(self, panel: LocksPanel) -> None:
        desk = self._desk
        panel.show_locks(lock_rows(desk.prepared, concealed=desk.concealed), self._hand.why_not())
