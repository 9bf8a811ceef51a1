"""A new session on the bare board: the activity, the people, and what the check says of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QCoreApplication, QTimer, Signal, Slot
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from desktop.domain.unit import Unit
from desktop.services.hand.verdicts import Verdict, Verdicts
from desktop.services.hand.week_edits import Make
from desktop.services.telling_apart import room_names
from desktop.ui.moving.label import LOOKS
from desktop.ui.moving.picking import PickList
from desktop.ui.moving.placing import Outline, PlaceFields
from desktop.ui.moving.words import VerdictWords
from desktop.ui.widgets.popover import Popover
from desktop.ui.widgets.text import label, restyle
from desktop.ui.words import listed, when

translate = QCoreApplication.translate


class MakePopover(Popover):
    """``picked`` carries the ``Make`` edit. Staff are chosen by the program."""

    picked = Signal(object)

    def __init__(self, verdicts: Verdicts, unit: Unit, outline: Outline, parent: QWidget) -> None:
        super().__init__(translate("MakeSession", "New session"), parent)
        self._verdicts, self._unit = verdicts, unit
        self.place = PlaceFields(unit, verdicts.prepared.problem.slot_minutes, outline)
        self._words = VerdictWords(unit)
        self.when = label("", "muted", wrap=True)
        self.activity = QComboBox()
        self.activity.setAccessibleName(translate("MakeSession", "Activity"))
        for each in unit.activities:
            if any(each.id == known.id for known in verdicts.prepared.problem.activities):
                self.activity.addItem(each.name, each.id)
        self.people = PickList(translate("MakeSession", "People"), ticked=True)
        self.verdict = label("", wrap=True)
        self.ok = QPushButton(translate("MakeSession", "Make the session"))
        self.ok.setProperty("look", "primary")
        for widget in (self.when, self.place, self.activity, self.people, self.verdict, self.ok):
            self.box.addWidget(widget)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(0)
        self._again.timeout.connect(self._judge)
        self.activity.currentIndexChanged.connect(self._offer)
        self.place.changed.connect(self._offer)
        self.people.toggled.connect(self._again.start)
        self.ok.clicked.connect(self._on_ok)
        self._choose_fitting()
        self._offer()

    def edit(self) -> Make:
        """What is chosen."""
        activity = str(self.activity.currentData() or "")
        place = self.place.outline()
        end = place.start + timedelta(minutes=self._length(activity))
        return Make(activity, place.room, place.start, end, self.people.chosen())

    def _length(self, activity: str) -> int:
        """The activity's length nearest to what was drawn, in minutes."""
        place = self.place.outline()
        drawn = int((place.end - place.start).total_seconds()) // 60
        known = next((each for each in self._unit.activities if each.id == activity), None)
        return min(known.lengths, key=lambda each: (abs(each - drawn), each)) if known else drawn

    def _choose_fitting(self) -> None:
        """Begins with an activity that has exactly the length that was drawn, where there is one."""
        place = self.place.outline()
        drawn = int((place.end - place.start).total_seconds()) // 60
        for at in range(self.activity.count()):
            known = next(each for each in self._unit.activities if each.id == self.activity.itemData(at))
            if drawn in known.lengths:
                self.activity.setCurrentIndex(at)
                return

    @Slot()
    def _offer(self) -> None:
        make = replace(self.edit(), citizens=())
        room = room_names(self._unit).get(make.room, "")
        self.when.setText(f"{when(make.start, make.end)} · {room}")
        self.people.fill(self._coming(make), self._words)
        self._judge()

    def _coming(self, make: Make) -> Iterator[tuple[str, str, Verdict]]:
        names = {each.id: each.name for each in self._unit.citizens}
        for verdict in self._verdicts.making(make):
            if isinstance(verdict.edit, Make) and verdict.edit.citizens:
                yield verdict.edit.citizens[-1], names.get(verdict.edit.citizens[-1], ""), verdict

    @Slot()
    def _judge(self) -> None:
        edit = self.edit()
        if not edit.citizens:
            self.verdict.setText(translate("MakeSession", "Tick who is to come. Staff are chosen for you."))
            look, allowed = "muted", False
        else:
            verdict = self._verdicts.verdict(edit)
            told = self._words.tell(verdict)
            names = {each.id: each.name for each in self._unit.staff}
            staff = [names.get(each, each) for made in verdict.sessions for each in made.staff]
            text = translate("MakeSession", "Staff: %1.").replace("%1", listed(staff)) if staff else ""
            self.verdict.setText("\n".join(filter(None, (told.title, text, *told.lines))))
            look, allowed = LOOKS[verdict.kind], verdict.allowed
        self.verdict.setProperty("look", look)
        restyle(self.verdict)
        self.ok.setEnabled(allowed)
        self.fit()

    @Slot()
    def _on_ok(self) -> None:
        edit = self.edit()
        self.close()
        self.picked.emit(edit)
