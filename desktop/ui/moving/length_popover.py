"""How long a session is to be: each length that its activity has, with what it would do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desktop.domain.plans import PlannedSession
from desktop.domain.unit import Unit
from desktop.services.verdicts import Verdicts
from desktop.ui.moving.label import LOOKS
from desktop.ui.moving.lengths import lengthened
from desktop.ui.moving.words import VerdictWords
from desktop.ui.theme import tokens
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.popover import Popover
from desktop.ui.widgets.text import tooltip
from desktop.ui.words import minutes_as_hours, times

translate = QCoreApplication.translate
EDIT_ROLE = Qt.ItemDataRole.UserRole


class LengthPopover(Popover):
    """``picked`` carries the ``Resize`` edit. What is forbidden stands there with the reason."""

    picked = Signal(object)

    def __init__(self, verdicts: Verdicts, unit: Unit, session: PlannedSession, parent: QWidget) -> None:
        super().__init__(translate("SessionLength", "How long is the session to be?"), parent)
        words = VerdictWords(unit)
        self.list = QListWidget()
        self.list.setAccessibleName(self.title.text())
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(220)
        for end, verdict in lengthened(verdicts, session):
            hours = minutes_as_hours((end - session.start).total_seconds() / 60)
            length = translate("SessionLength", "%1 hours, %2").replace("%1", hours)
            title = length.replace("%2", times(session.start, end))
            item = QListWidgetItem()
            if verdict is None:
                item.setText(f"{title}\n{translate('SessionLength', 'as it is now')}")
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                self.list.addItem(item)
                self.list.setCurrentItem(item)
                continue
            told, look = words.tell(verdict), LOOKS[verdict.kind]
            item.setText(f"{title}\n{words.sign(verdict)}")
            item.setIcon(icon(look, getattr(tokens(self.palette()), look)))
            item.setToolTip(tooltip("\n".join((told.title, *told.lines))))
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole, " ".join((f"{title}. {told.title}.", *told.lines))
            )
            if verdict.allowed:
                item.setData(EDIT_ROLE, verdict.edit)
            else:
                item.setFlags(Qt.ItemFlag.ItemIsSelectable)
            self.list.addItem(item)
        self.list.itemActivated.connect(self._on_item)
        self.list.itemClicked.connect(self._on_item)
        self.box.addWidget(self.list)

    @Slot(QListWidgetItem)
    def _on_item(self, item: QListWidgetItem) -> None:
        edit = item.data(EDIT_ROLE)
        if edit is not None and self.isVisible():
            self.close()
            self.picked.emit(edit)
