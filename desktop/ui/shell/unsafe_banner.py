"""A line above every page: which published weeks are not safe by now, with the way there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from desktop.services.week.in_force import UnsafeWeek
from desktop.ui.health.running import together_count
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import row
from desktop.ui.widgets.text import label

translate = QCoreApplication.translate


class UnsafeBanner(QFrame):
    """``asked`` carries the key of a page and what to show there. The buttons lead to the first week of those
    that are told first."""

    asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "problem")
        self.setProperty("guide", "something-happened")
        self._weeks: tuple[UnsafeWeek, ...] = ()
        self.text = label("", wrap=True)
        self.see = QPushButton()
        self.mend = QPushButton()
        line = row(self, gap=GRID)
        line.setContentsMargins(GRID * 2, 4, GRID * 2, 4)
        line.addWidget(self.text, 1)
        for button, act in ((self.see, self._see), (self.mend, self._mend)):
            button.setAutoDefault(False)
            button.clicked.connect(act)
            line.addWidget(button)
        self.hide()

    @Slot(object)
    def show_weeks(self, weeks: Sequence[UnsafeWeek]) -> None:
        """Names the weeks; none of them takes the line away."""
        together = [each for each in weeks if each.together]
        broken = [each for each in weeks if each.broken]
        unchecked = [each for each in weeks if each.unchecked]
        self._weeks = tuple(dict.fromkeys((*together, *broken, *unchecked)))
        said = [f"{together_count(each.together)}." for each in together]
        if broken:
            listed = ", ".join(self._week(each) for each in broken)
            said.append(self.tr("Published, and not safe as things stand: %1.").replace("%1", listed))
        self.text.setText(" ".join([*said, *(_unchecked_text(each) for each in unchecked)]))
        if self._weeks:
            first = str(self._weeks[0].version.week.week)
            self.see.setText(self.tr("See week %1").replace("%1", first))
            self.mend.setText(self._mend_text(self._weeks[0]).replace("%1", first))
        self.setVisible(bool(self._weeks))

    def _week(self, unsafe: UnsafeWeek) -> str:
        week = str(unsafe.version.week.week)
        if not unsafe.sessions:
            return self.tr("week %1").replace("%1", week)
        if unsafe.sessions == 1:
            return self.tr("week %1 (1 session)").replace("%1", week)
        text = self.tr("week %1 (%2 sessions)")
        return text.replace("%2", str(unsafe.sessions)).replace("%1", week)

    def _mend_text(self, unsafe: UnsafeWeek) -> str:
        if unsafe.unchecked:
            return translate("UncheckedWeek", "Enter the measures")
        return self.tr("Repair week %1") if unsafe.broken else translate("TogetherNow", "See who")

    @Slot()
    def _see(self) -> None:
        self.asked.emit("week", self._weeks[0].version.id)

    @Slot()
    def _mend(self) -> None:
        first = self._weeks[0]
        if first.unchecked:
            self.asked.emit("levels", "")
        else:
            self.asked.emit("acute", str(first.version.week))


def _unchecked_text(unsafe: UnsafeWeek) -> str:
    text = translate(
        "UncheckedWeek", "Week %1 is published and can't be checked: enter the measures of the levels."
    )
    return text.replace("%1", str(unsafe.version.week.week))
