"""What is held fast in the week: each lock with who set it and why, and those that contradict the rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.domain.locks import LockKind
from desktop.domain.plans import PlanVersion
from desktop.qt.settings import Settings
from desktop.services.concealing import HIDDEN
from desktop.services.locks import locks_at_fault
from desktop.services.week.planning import Prepared
from desktop.ui.health.reasons import Reasons
from desktop.ui.kind_names import lock_kind_name
from desktop.ui.moments import local_clock
from desktop.ui.plan_lock_words import lock_text
from desktop.ui.table.columns import Column, Tone
from desktop.ui.table.panel import TablePanel
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import column, row

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class LockRow:
    """A lock in words. ``fault`` says which rules it breaks; empty where it breaks none."""

    id: str
    kind: LockKind
    subject: str
    what: str
    sessions: int
    why: str
    who: str
    moment: float
    clock: str
    fault: str


def lock_rows(prepared: Prepared | None, *, concealed: bool) -> tuple[LockRow, ...]:
    """The week's locks in words."""
    if prepared is None:
        return ()
    reasons = Reasons(prepared.unit)
    faults = {
        each.lock.id: "\n".join(reasons.sentences(each.violations))
        or translate("Locks", "Something of it is not in the week any more.")
        for each in locks_at_fault(prepared)
    }
    return tuple(
        LockRow(
            lock.id,
            lock.kind,
            lock.subject,
            lock_text(lock, prepared.unit),
            len(lock.sessions),
            HIDDEN if concealed and lock.reason else lock.reason,
            HIDDEN if concealed and lock.locked_by else lock.locked_by,
            lock.locked_at.timestamp(),
            local_clock(lock.locked_at),
            faults.get(lock.id, ""),
        )
        for lock in prepared.locks
    )


def held_sessions(prepared: Prepared | None, version: PlanVersion | None) -> frozenset[str]:
    """The ids of the version's sessions that a lock holds as they stand."""
    held = {each for lock in (prepared.locks if prepared else ()) for each in lock.sessions}
    return frozenset(each.id for each in (version.sessions if version else ()) if each in held)


def _columns() -> tuple[Column[LockRow], ...]:
    return (
        Column("what", translate("Locks", "Locked"), lambda row: row.what, width=34, icon=lambda row: "lock"),
        Column(
            "state",
            translate("Locks", "State"),
            lambda row: translate("Locks", "At fault") if row.fault else translate("Locks", "Holds"),
            badge=lambda row: Tone.DANGER if row.fault else Tone.OK,
            tooltip=lambda row: row.fault or translate("Locks", "It breaks no rule."),
            spoken=lambda row: row.fault or translate("Locks", "Holds"),
            width=14,
        ),
        Column(
            "why",
            translate("Locks", "Why"),
            lambda row: row.why or translate("Locks", "No reason given"),
            width=26,
        ),
        Column(
            "kind", translate("Locks", "Kind"), lambda row: lock_kind_name(row.kind), width=9, visible=False
        ),
        Column(
            "sessions",
            translate("Locks", "Sessions"),
            lambda row: str(row.sessions),
            sort=lambda row: row.sessions,
            width=8,
            visible=False,
        ),
        Column("who", translate("Locks", "Who"), lambda row: row.who, width=16),
        Column(
            "when", translate("Locks", "When"), lambda row: row.clock, sort=lambda row: row.moment, width=17
        ),
    )


class LocksPanel(QWidget):
    """``lifted`` carries the id of a lock; the others what the chosen one holds."""

    lifted = Signal(str)
    session_chosen = Signal(str)
    person_chosen = Signal(str)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table: TablePanel[LockRow] = TablePanel(
            _columns(),
            lambda row: row.id,
            name="week.locks",
            title=translate("Locks", "Locks of the week"),
            settings=settings,
            sort=("when", Qt.SortOrder.DescendingOrder),
            empty=translate(
                "Locks", "Nothing is locked. Lock a session, a person or a day where you see it, by its menu."
            ),
        )
        self.lift = QPushButton(translate("Locks", "Lift the lock"))
        self.lift.clicked.connect(self._lift)
        self._possible = True
        box = column(self, gap=GRID)
        box.setContentsMargins(GRID, GRID, GRID, GRID)
        box.addWidget(self.table, 1)
        line = row()
        line.addStretch(1)
        line.addWidget(self.lift)
        box.addLayout(line)
        self.table.selection_changed.connect(self._on_selection)
        self.table.activated.connect(self._go_to)
        self.table.chosen.connect(self._go_to)
        self.table.view.remove_asked.connect(self._lift)
        self._on_selection([])

    def show_locks(self, rows: Sequence[LockRow], why_not: str) -> None:
        """Shows the locks; ``why_not`` says why none can be lifted now."""
        self._possible = not why_not
        self.lift.setToolTip(why_not)
        self.table.set_rows(rows)
        self._on_selection(self.table.selected())

    @Slot()
    def _lift(self) -> None:
        for each in self.table.selected() if self._possible else ():
            self.lifted.emit(each.id)

    @Slot(object)
    def _on_selection(self, rows: list[LockRow]) -> None:
        self.lift.setEnabled(bool(rows) and self._possible)

    @Slot(object)
    def _go_to(self, lock: LockRow | None) -> None:
        if lock is not None and lock.kind is LockKind.SESSION:
            self.session_chosen.emit(lock.subject)
        elif lock is not None and lock.kind is LockKind.PERSON:
            self.person_chosen.emit(lock.subject)
