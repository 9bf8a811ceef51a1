"""The register of one session: all its people, each noted with a key or a click, or all of them at once."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.domain.attendance import AttendanceState
from desktop.domain.plans import PlannedSession
from desktop.domain.time import IsoWeek
from desktop.services.attendance import PastSession, noted, register_of
from desktop.services.ids import random_ids
from desktop.services.ports import local_time
from desktop.services.telling_apart import told_apart
from desktop.ui.attendance.view import AttendanceView, state_buttons, state_column
from desktop.ui.context import WindowContext
from desktop.ui.forms.saving import saved
from desktop.ui.table.columns import Column
from desktop.ui.table.model import RowsTableModel
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.text import heading, label

translate = QCoreApplication.translate
CLOCK_MS = 60_000
"""How often it is looked whether the session has begun."""
MOST = 6
"""How many people are seen at once; what is told above about the session needs its room too."""


class Register(QWidget):
    """Hidden until the session has begun. ``said`` carries why something could not be noted."""

    said = Signal(str)

    def __init__(self, context: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._of: tuple[IsoWeek, PlannedSession] | None = None
        self._names: dict[str, str] = {}
        self.count = label("", "muted", wrap=True)
        columns: tuple[Column[PastSession], ...] = (
            Column("who", translate("Register", "Person"), lambda one: self._names[one.citizen], width=26),
            state_column(),
        )
        self.model: RowsTableModel[PastSession] = RowsTableModel(columns, lambda one: one.citizen)
        self.view = AttendanceView(
            self.model, "register", context.settings, sort=("who", Qt.SortOrder.AscendingOrder)
        )
        self.view.setAccessibleName(translate("Register", "Who came to this session"))
        self.buttons = state_buttons(self.note)
        self.all = QPushButton(translate("Register", "All who are not noted came"))
        self.all.setAutoDefault(False)
        self._clock = QTimer(self)
        self._clock.setInterval(CLOCK_MS)
        self._build()
        self._clock.timeout.connect(self._read)
        self._clock.start()
        context.editing.changed.connect(self._read)

    def show_session(self, week: IsoWeek | None, session: PlannedSession | None) -> None:
        """Shows a session's people once it has begun; nothing for None."""
        self._of = None if week is None or session is None else (week, session)
        self._read()

    @Slot(object)
    def note(self, state: AttendanceState) -> None:
        """Notes how it was for the chosen people."""
        self._keep(self.view.selected(), state)

    @Slot()
    def note_all(self) -> None:
        """Notes that everybody came of whom nothing else is noted."""
        self._keep(
            [each for each in self.model.rows() if each.state is AttendanceState.UNKNOWN],
            AttendanceState.CAME,
        )

    def _keep(self, chosen: list[PastSession], state: AttendanceState) -> None:
        if not chosen or self._context.read_only:
            return
        by, at, new_id = self._context.planning.user, self._context.clock.now(), random_ids()
        made = [noted(each, state, by=by, at=at, new_id=new_id) for each in chosen]
        if saved(self._context.editing, "attendance_noted", made):
            self.said.emit(translate("PersonPage", "This could not be noted."))

    @Slot()
    def _read(self) -> None:
        found: tuple[PastSession, ...] = ()
        now = local_time(self._context.clock)
        if self._of is not None and self._of[1].start <= now:
            with self._context.store.begin() as work:
                found = register_of(work, *self._of, now)
        if not found and not self.model.rows():
            self.hide()
            return
        known = told_apart(self._context.editing.unit().citizens) if found else {}
        self._names = {each.citizen: known.get(each.citizen, each.citizen) for each in found}
        self.model.set_rows(found)
        self.setVisible(bool(found))
        rows, head = self.view.verticalHeader(), self.view.horizontalHeader()
        seen = min(len(found), MOST) * rows.defaultSectionSize()
        self.view.setFixedHeight(head.sizeHint().height() + seen + 2 * self.view.frameWidth())
        unknown = sum(each.state is AttendanceState.UNKNOWN for each in found)
        text = translate("Register", "%1 of %2 noted. Choose people and press 1, 2, 3 or 0.")
        self.count.setText(text.replace("%2", str(len(found))).replace("%1", str(len(found) - unknown)))
        self.all.setEnabled(bool(unknown) and not self._context.read_only)
        if found and not self.view.selected():
            self.view.selectRow(0)

    def _build(self) -> None:
        box = column(self, margin=GRID * 2, gap=GRID)
        box.addWidget(heading(translate("Register", "Who came?"), 0))
        box.addWidget(self.count)
        box.addWidget(self.view)
        line = FlowLayout()
        for button in (self.all, *self.buttons.values()):
            line.addWidget(button)
            button.setEnabled(not self._context.read_only)
        box.addLayout(line)
        self.view.state_asked.connect(self.note)
        self.all.clicked.connect(self.note_all)
        self.hide()
