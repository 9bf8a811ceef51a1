"""Versions side by side: shown, compared in the board's place, published, kept or discarded after a run."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QObject, QPoint, QRect, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.domain.plans import PlanVersion
from desktop.services.ports import local_time
from desktop.services.week.unsafe import to_take_out
from desktop.ui.beside.view import BesideView
from desktop.ui.context import WindowContext
from desktop.ui.desk import Desk
from desktop.ui.health.running import may_go_on, to_take_out_text
from desktop.ui.week.differences_view import DifferencesView
from desktop.ui.week.handwork import Handwork
from desktop.ui.week.publishing import PublishPopover
from desktop.ui.week.result_bar import ResultBar
from desktop.ui.week.versions_panel import VersionsPanel
from desktop.ui.widgets.later import Later

FIRST = 3
"""How many versions stand beside each other at first, where there are so many."""


class Versioning(QObject):
    """Joins what shows versions to what is done with them. ``centre`` holds the board or the differences;
    ``person_chosen`` carries the id of whoever one of the differences is about. ``beside_shown`` tells
    whether versions stand beside each other in place of all the rest; ``person_marked`` and ``session_read``
    are whom and what somebody looks at there."""

    person_chosen = Signal(str)
    beside_shown = Signal(bool)
    person_marked = Signal(str)
    session_read = Signal(object, object)

    def __init__(self, desk: Desk, hand: Handwork, context: WindowContext, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._hand, self._page = desk, hand, page
        self._context = context
        self._differences: DifferencesView | None = None
        self.place = Later(self._make_panel)
        self.beside_place = Later(self._make_beside)
        self.beside_place.hide()
        self.result = ResultBar()
        self.centre = QStackedWidget()
        self.publishing: PublishPopover | None = None
        self.result.discarded.connect(hand.discard)
        self.result.compare_asked.connect(self._compare_result)
        self.result.beside_asked.connect(self._result_beside)
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
    def beside(self) -> BesideView:
        """Versions beside each other, made when they are first looked at."""
        return self.beside_place.widget()

    @property
    def beside_now(self) -> BesideView | None:
        """The same while it is shown; else None."""
        return None if self.beside_place.isHidden() else self.beside

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
        made.beside_asked.connect(self.show_beside)
        self._list_in(made)
        return made

    def refresh(self) -> None:
        """The versions have changed, or what can be done with them."""
        if self.place.made is not None:
            self._list_in(self.place.made)
        self._offer_versions()
        if self.beside_now is not None:
            self._list_beside(self.beside_now)
        self.result.follow(self._desk.version)

    def _list_in(self, panel: VersionsPanel) -> None:
        desk = self._desk
        shown = None if desk.preview else desk.version
        panel.show_versions(
            desk.versions,
            shown,
            self._hand.why_not(),
            concealed=desk.concealed,
            report=desk.in_force_report(),
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
    def show_beside(self) -> None:
        """Puts the shown version beside the one that was handed out, and the newest others."""
        shown = None if self._desk.preview else self._desk.version
        newest = sorted(self._desk.versions, key=lambda each: each.number, reverse=True)
        fixed = self._hand.in_force()
        first = [each.id for each in (fixed, shown) if each is not None]
        wanted = list(dict.fromkeys([*first, *(each.id for each in newest)]))[: max(FIRST, len(first))]
        oldest = min(
            (each for each in newest if each.id in wanted), key=lambda each: each.number, default=None
        )
        base = fixed or oldest
        self.put_beside(wanted, base.id if base is not None else "")

    def put_beside(self, versions: Sequence[str], base: str) -> None:
        """Shows versions beside each other, by their ids, held against one of them."""
        if self.beside_place.isHidden():
            self.beside_place.show()
            self.beside_shown.emit(True)
        self._list_beside(self.beside, (versions, base))
        self.beside.choice.back.setFocus()

    @Slot()
    def leave_beside(self) -> None:
        """Puts the boards beside each other away."""
        if not self.beside_place.isHidden():
            self.beside_place.hide()
            self.beside_shown.emit(False)

    def _make_beside(self, place: QWidget) -> BesideView:
        made = BesideView(self._context.settings, self._now, place)
        made.left.connect(self.leave_beside)
        made.open_asked.connect(self._open)
        made.publish_asked.connect(self._publish_beside)
        made.discard_asked.connect(self._discard_beside)
        made.keep_asked.connect(self._keep_beside)
        made.person_marked.connect(self.person_marked)
        made.session_read.connect(self.session_read)
        return made

    def _list_beside(self, view: BesideView, chosen: tuple[Sequence[str], str] | None = None) -> None:
        desk = self._desk
        view.show_week(
            desk.prepared,
            desk.versions,
            desk.check,
            self._hand.why_not(),
            concealed=desk.concealed,
            over=desk.is_over,
            chosen=chosen,
        )

    def _turn_to(self, version: str) -> bool:
        """Shows a version, so that something can be done with it. False where it is gone."""
        found = next((each for each in self._desk.versions if each.id == version), None)
        if found is not None and (self._desk.version is None or self._desk.version.id != version):
            self._desk.show_version(found)
        return found is not None

    @Slot(str)
    def _open(self, version: str) -> None:
        if self._turn_to(version):
            self.leave_beside()
            self.show_board()

    @Slot(str)
    def _discard_beside(self, version: str) -> None:
        if self._turn_to(version):
            self._hand.discard()

    @Slot(str, object)
    def _keep_beside(self, version: str, others: Sequence[str]) -> None:
        if self._turn_to(version):
            self._hand.keep_only([each for each in self._desk.versions if each.id in others])

    @Slot(str, QWidget)
    def _publish_beside(self, version: str, button: QWidget) -> None:
        if self._turn_to(version):
            self.ask_beside(button)

    @Slot()
    def ask_to_publish(self) -> None:
        """Asks whether the shown draft is to become a version that never changes."""
        self.ask_beside(self.panel.publish)

    def ask_beside(self, button: QWidget) -> None:
        """The same beside a widget."""
        desk = self._desk
        if desk.prepared is None or desk.version is None or self._hand.why_not():
            return
        report = self._context.planning.to_publish(desk.prepared, desk.version)
        stopping = to_take_out(desk.version, report, self._now()) if self._hand.in_force() is None else ()
        asked = PublishPopover(
            desk.prepared.unit,
            desk.version,
            self._hand.in_force(),
            self._hand.approvals_missing(),
            clean=not report.violations,
            running=may_go_on(desk.prepared.unit, desk.running) if report.running else "",
            way_out=to_take_out_text(desk.prepared.unit, stopping, told=self._hand.past_stands()),
            now=self._now(),
            parent=self._page,
        )
        asked.agreed.connect(self._publish)
        self.publishing = asked
        asked.open_at(QRect(button.mapToGlobal(QPoint()), button.size()))

    @Slot()
    def _publish(self) -> None:
        before = self._hand.in_force()
        done = self._hand.publish()
        if done is not None and before is not None and self.beside_now is None:
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

    @Slot()
    def _result_beside(self) -> None:
        self.put_beside((self.result.before, self.result.version), self.result.before)

    @Slot(object)
    def _on_planned(self, before: PlanVersion) -> None:
        """A run has ended: its plan stands beside the version that was shown before."""
        if self._desk.version is not None:
            self.result.show_result(before, self._desk.version)
