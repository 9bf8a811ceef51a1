"""How long a session is to be: each length that its activity has, with what it would do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QListWidgetItem, QWidget

from desktop.domain.plans import PlannedSession
from desktop.domain.unit import Unit
from desktop.services.hand.verdicts import Verdicts
from desktop.ui.moving.label import LOOKS
from desktop.ui.moving.lengths import lengthened
from desktop.ui.moving.words import VerdictWords
from desktop.ui.theme import tokens
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.lists import GrowingList
from desktop.ui.widgets.popover import Popover
from desktop.ui.words import minutes_as_hours, times

translate = QCoreApplication.translate
HOUR_MINUTES = 60
MOST = 380
EDIT_ROLE = Qt.ItemDataRole.UserRole


class LengthPopover(Popover):
    """``picked`` carries the ``Resize`` edit. What is forbidden stands there with the reason."""

    picked = Signal(object)

    def __init__(self, verdicts: Verdicts, unit: Unit, session: PlannedSession, parent: QWidget) -> None:
        super().__init__(translate("SessionLength", "How long is the session to be?"), parent)
        words, colours = VerdictWords(unit), tokens(self.palette())
        self.list = GrowingList(MOST)
        self.list.setAccessibleName(self.title.text())
        for end, verdict in lengthened(verdicts, session):
            minutes = int((end - session.start).total_seconds()) // 60
            title = f"{_hours(minutes)} · {times(session.start, end)}"
            item = QListWidgetItem(self.list)
            # The forbidden ones too are led to with the keys, for the sake of their reasons.
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            if verdict is None:
                now = translate("SessionLength", "as it is now")
                item.setText(f"{title} · {now}")
                item.setIcon(icon("calendar", colours.muted))
                self.list.setCurrentItem(item)
                continue
            told, look = words.tell(verdict), LOOKS[verdict.kind]
            item.setText("\n".join((f"{title} · {told.title}", *told.lines)))
            item.setIcon(icon(look, getattr(colours, look)))
            if verdict.allowed:
                item.setData(EDIT_ROLE, verdict.edit)
            else:
                item.setForeground(QColor(colours.muted))
        self.list.itemActivated.connect(self._on_item)
        self.list.itemClicked.connect(self._on_item)
        self.box.addWidget(self.list)

    def open_at(self, beside: QRect) -> None:
        super().open_at(beside)
        # Only now is it known how wide the list is, and so how high.
        self.fit()
        self.move(self._corner(beside))

    @Slot(QListWidgetItem)
    def _on_item(self, item: QListWidgetItem) -> None:
        edit = item.data(EDIT_ROLE)
        if edit is not None and self.isVisible():
            self.close()
            self.picked.emit(edit)


def _hours(minutes: int) -> str:
    if minutes == HOUR_MINUTES:
        return translate("SessionLength", "1 hour")
    return translate("SessionLength", "%1 hours").replace("%1", minutes_as_hours(minutes))
