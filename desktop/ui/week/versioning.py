"""Versions side by side: shown, compared in the board's place, published, kept or discarded after a run."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, QPoint, QRect, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.domain.plans import PlanVersion
from desktop.services.ports import local_time
from desktop.ui.context import WindowContext
from desktop.ui.desk import Desk
from desktop.ui.health.running import may_go_on
from desktop.ui.week.differences_view import DifferencesView
from desktop.ui.week.handwork import Handwork
from desktop.ui.week.publishing import PublishPopover
from desktop.ui.week.result_bar import ResultBar
from desktop.ui.week.versions_panel import VersionsPanel
from desktop.ui.widgets.later import Later


class Versioning(QObject):
    """Joins what shows versions to what is done with them. ``centre`` holds the board or the differences;
    ``person_chosen`` carries the id of whoever one of the differences is about."""

    person_chosen = Signal(str)

    def __init__(self, desk: Desk, hand: Handwork, context: WindowContext, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._hand, self._page = desk, hand, page
        self._context = context
        self._differences: DifferencesView | None = None
        self.place = Later(self._make_panel)
        self.result = ResultBar()
        self.centre = QStackedWidget()
        self.publishing: PublishPopover | None = None
        self.result.discarded.connect(hand.discard)
        self.result.compare_asked.connect(self._compare_result)
        desk.planned.connect(self._on_planned)

    @property
    def differences(self) -> DifferencesView:
        """What differs between two versions, made when it is first looked at."""
        if self._differences is None:
            self._differences = DifferencesView(self._context.settings, self._now, self.centre)
            self._differences.left.connect(self.show_board)
            self._differences.person_chosen.connect(self.person_chosen)
            self.centre.addWidget(self._differences)
            self._offer_versions()
        return self._differences

    def _now(self) -> datetime:
        return local_time(self._context.clock)

    @property
    def panel(self) -> VersionsPanel:
        """The list of versions, with what can be done with them."""
        return self.place.widget()

    def _make_panel(self, place: QWidget) -> VersionsPanel:
        made = VersionsPanel(place)
        made.picked.connect(self._desk.show_version)
        made.publish_asked.connect(self.ask_to_publish)
        made.duplicate_asked.connect(self._hand.duplicate)
        made.discard_asked.connect(self._hand.discard)
        made.compare_asked.connect(self._compare_neighbours)
        self._list_in(made)
        return made

    def refresh(self) -> None:
        """The versions have changed, or what can be done with them."""
        if self.place.made is not None:
            self._list_in(self.place.made)
        self._offer_versions()
        self.result.follow(self._desk.version)

    def _list_in(self, panel: VersionsPanel) -> None:
        desk = self._desk
        shown = None if desk.preview else desk.version
        panel.show_versions(
            desk.versions,
            shown,
            self._hand.why_not(),
            concealed=desk.concealed,
            broken=desk.in_force_broken(),
        )

    def _offer_versions(self) -> None:
        prepared = self._desk.prepared
        if self._differences is not None:
            self._differences.show_versions(prepared.unit if prepared else None, self._desk.versions)

    def compare(self, before: str, after: str) -> None:
        """Shows what differs between two versions, by their ids, in the board's place."""
        view = self.differences
        self.centre.setCurrentWidget(view)
        view.compare(before, after)

    @Slot()
    def show_board(self) -> None:
        """Shows the board again."""
        self.centre.setCurrentIndex(0)

    @Slot()
    def ask_to_publish(self) -> None:
        """Asks whether the shown draft is to become a version that never changes."""
        desk = self._desk
        if desk.prepared is None or desk.version is None or self._hand.why_not():
            return
        asked = PublishPopover(
            desk.prepared.unit,
            desk.version,
            self._hand.in_force(),
            self._hand.approvals_missing(),
            clean=desk.report is not None and desk.report.clean,
            running=may_go_on(desk.prepared.unit, desk.running),
            now=self._now(),
            parent=self._page,
        )
        asked.agreed.connect(self._publish)
        self.publishing = asked
        button = self.panel.publish
        asked.open_at(QRect(button.mapToGlobal(QPoint()), button.size()))

    @Slot()
    def _publish(self) -> None:
        before = self._hand.in_force()
        done = self._hand.publish()
        if done is not None and before is not None:
            # Who must be told is what one does next.
            self.compare(before.id, done.version.id)

    @Slot()
    def _compare_neighbours(self) -> None:
        """The shown version with the one in force, or else with another one."""
        shown, other = self._desk.version, self._hand.compared()
        if shown is not None and other is not None:
            self.compare(other.id, shown.id)

    @Slot()
    def _compare_result(self) -> None:
        self.compare(self.result.before, self.result.version)

    @Slot(object)
    def _on_planned(self, before: PlanVersion) -> None:
        """A run has ended: its plan stands beside the version that was shown before."""
        if self._desk.version is not None:
            self.result.show_result(before, self._desk.version)
