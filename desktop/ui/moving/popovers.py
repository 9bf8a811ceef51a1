"""Small questions about one session: who comes in or goes out, who serves, why it is locked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QPushButton, QWidget

from desktop.domain.plans import PlannedSession
from desktop.domain.unit import Unit
from desktop.services.hand.verdicts import Verdict, Verdicts
from desktop.services.hand.week_edits import Join, Leave, Staff
from desktop.ui.moving.label import LOOKS
from desktop.ui.moving.picking import ID_ROLE, PickList
from desktop.ui.moving.words import VerdictWords
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import row
from desktop.ui.widgets.popover import Popover
from desktop.ui.widgets.text import label, restyle

translate = QCoreApplication.translate


class PeoplePopover(Popover):
    """``picked`` carries a citizen. ``leaving``: they are asked who goes, not who comes."""

    picked = Signal(str)

    def __init__(
        self,
        title: str,
        coming: Iterator[tuple[str, str, Verdict]],
        words: VerdictWords,
        parent: QWidget,
        *,
        leaving: bool = False,
    ) -> None:
        super().__init__(title, parent)
        self.list = PickList(title, leaving=leaving)
        self.box.addWidget(self.list)
        self.list.picked.connect(self._on_picked)
        self.list.fill(coming, words)

    @Slot(str)
    def _on_picked(self, citizen: str) -> None:
        self.close()
        self.picked.emit(citizen)


def joining(verdicts: Verdicts, unit: Unit, session: str) -> Iterator[tuple[str, str, Verdict]]:
    """Everybody who could come into a session."""
    names = {each.id: each.name for each in unit.citizens}
    for verdict in verdicts.joining(session):
        if isinstance(verdict.edit, Join):
            yield verdict.edit.citizen, names.get(verdict.edit.citizen, ""), verdict


def leaving(verdicts: Verdicts, unit: Unit, session: PlannedSession) -> Iterator[tuple[str, str, Verdict]]:
    """Everybody who could go out of a session."""
    names = {each.id: each.name for each in unit.citizens}
    for citizen in session.citizens:
        yield citizen, names.get(citizen, ""), verdicts.verdict(Leave(session.id, citizen))


class StaffPopover(Popover):
    """``picked`` carries the ``Staff`` edit. The verdict of what is ticked stands below the list."""

    picked = Signal(object)

    def __init__(
        self, title: str, verdicts: Verdicts, unit: Unit, session: PlannedSession, parent: QWidget
    ) -> None:
        super().__init__(title, parent)
        self._verdicts, self._session = verdicts, session
        self._words = VerdictWords(unit)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setMinimumHeight(220)
        for member in unit.staff:
            item = QListWidgetItem(member.name)
            item.setData(ID_ROLE, member.id)
            item.setSizeHint(QSize(0, self.fontMetrics().height() + 2 * GRID))
            serving = member.id in session.staff
            item.setCheckState(Qt.CheckState.Checked if serving else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.sortItems()
        self.list.itemChanged.connect(self._judge)
        self.list.itemActivated.connect(_toggle)
        self.verdict = label("", wrap=True)
        self.ok = QPushButton(translate("SessionQuestions", "Use these"))
        self.ok.setProperty("look", "primary")
        self.ok.clicked.connect(self._on_ok)
        self.box.addWidget(self.list)
        self.box.addWidget(self.verdict)
        self.box.addWidget(self.ok)
        self._judge()

    def edit(self) -> Staff:
        """What is ticked."""
        items = (self.list.item(at) for at in range(self.list.count()))
        ticked = {item.data(ID_ROLE) for item in items if item.checkState() == Qt.CheckState.Checked}
        kept = [each for each in self._session.staff if each in ticked]
        return Staff(self._session.id, (*kept, *sorted(ticked.difference(kept))))

    @Slot()
    def _judge(self) -> None:
        edit = self.edit()
        same = edit.staff == self._session.staff
        told = self._words.tell(self._verdicts.verdict(edit))
        self.verdict.setText("" if same else "\n".join((told.title, *told.lines)))
        self.verdict.setProperty("look", LOOKS[told.kind])
        restyle(self.verdict)
        self.ok.setEnabled(not same and self._verdicts.verdict(edit).allowed)
        self.fit()

    @Slot()
    def _on_ok(self) -> None:
        edit = self.edit()
        self.close()
        self.picked.emit(edit)


class FieldsPopover(Popover):
    """A few lines to fill in. ``answered`` carries their texts; those in ``needed`` may not be empty."""

    answered = Signal(object)

    def __init__(
        self,
        title: str,
        text: str,
        fields: Iterable[tuple[str, str]],
        button: str,
        parent: QWidget,
        *,
        needed: frozenset[int] = frozenset(),
    ) -> None:
        """``fields``: each one's name and what stands in it at first."""
        super().__init__(title, parent)
        self._needed = needed
        if text:
            self.box.addWidget(label(text, "muted", wrap=True))
        self.fields: list[QLineEdit] = []
        for name, value in fields:
            edit = QLineEdit(value)
            edit.setAccessibleName(name)
            caption = label(name)
            caption.setBuddy(edit)
            self.box.addWidget(caption)
            self.box.addWidget(edit)
            edit.textChanged.connect(self._look)
            edit.returnPressed.connect(self._on_ok)
            self.fields.append(edit)
        self.ok = QPushButton(button)
        self.ok.setProperty("look", "primary")
        self.ok.clicked.connect(self._on_ok)
        line = row()
        line.addStretch(1)
        line.addWidget(self.ok)
        self.box.addLayout(line)
        self._look()

    @Slot()
    def _look(self) -> None:
        self.ok.setEnabled(all(self.fields[at].text().strip() for at in self._needed))

    @Slot()
    def _on_ok(self) -> None:
        if self.ok.isEnabled():
            texts = tuple(each.text().strip() for each in self.fields)
            self.close()
            self.answered.emit(texts)


def _toggle(item: QListWidgetItem) -> None:
    done = item.checkState() == Qt.CheckState.Checked
    item.setCheckState(Qt.CheckState.Unchecked if done else Qt.CheckState.Checked)
