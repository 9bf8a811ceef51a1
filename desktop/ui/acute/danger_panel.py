"""The sessions that are not safe, with the rules that they break in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from desktop.printing.words import with_capital
from desktop.services.week.placed_meetings import PlacedMeeting
from desktop.services.week.unsafe import Danger, UnsafeSession
from desktop.ui.acute.placed_box import PlacedBox
from desktop.ui.acute.words import SessionWords
from desktop.ui.health.meetings import meeting_line, to_call
from desktop.ui.theme import GRID, tokens
from desktop.ui.widgets.boxes import column, frame, row, scrolled
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.text import heading, label

_ID = Qt.ItemDataRole.UserRole
_MEETING = Qt.ItemDataRole.UserRole + 1


class DangerPanel(QFrame):
    """``chosen`` carries the session that somebody wants to see on the board, ``placements_asked`` the person
    whose placements somebody wants to change."""

    chosen = Signal(str)
    placements_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "side")
        self.title = heading("", 0, wrap=True)
        self.running = label("", wrap=True)
        self._running_box = frame("problem")
        self._meetings: list[PlacedMeeting] = []
        self._words: SessionWords | None = None
        self.placed = PlacedBox()
        self.placed.asked.connect(self.placements_asked)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Sessions that are not safe"))
        self.list.currentItemChanged.connect(self._on_current)
        self.none = label(
            self.tr("Choose what happened. At once you see here which sessions it makes unsafe."),
            "muted",
            wrap=True,
        )
        content = QWidget()
        column(self).addWidget(scrolled(content))
        box = column(content, gap=GRID)
        box.setContentsMargins(0, GRID, 0, 0)
        top = column(gap=GRID)
        top.setContentsMargins(GRID * 2, 0, GRID * 2, 0)
        top.addWidget(self.title)
        row(self._running_box, margin=GRID).addWidget(self.running)
        top.addWidget(self._running_box)
        top.addWidget(self.none)
        box.addLayout(top)
        box.addWidget(self.list, 100)
        box.addWidget(self.placed)
        box.addStretch(1)
        self._running_box.hide()

    def show_danger(
        self,
        danger: Danger,
        meetings: Sequence[PlacedMeeting],
        words: SessionWords,
        title: str,
        hint: str,
    ) -> None:
        """Shows what is not safe and whom placements bring together; ``hint`` is told where neither is."""
        self.title.setText(title)
        self._meetings = sorted(meetings, key=lambda each: (not each.runs(words.now), each.before))
        self._words = words
        self.placed.show_meeting(next(iter(self._meetings), None), words)
        running = list(danger.running)
        self._running_box.setVisible(bool(running))
        self.running.setText(self._running_text(running, words))
        self.list.blockSignals(True)
        self.list.clear()
        colour = tokens(self.palette()).danger
        for at, meeting in enumerate(self._meetings):
            lines = (meeting_line(words.unit, meeting, words.now), to_call(words.unit, meeting))
            item = QListWidgetItem(icon("danger", colour), "\n".join(lines))
            item.setData(_MEETING, at)
            self.list.addItem(item)
        for each in danger.sessions:
            sign = icon("warn", tokens(self.palette()).warn) if each.mild else icon("danger", colour)
            item = QListWidgetItem(sign, self._text(each, words))
            item.setData(_ID, each.session.id)
            self.list.addItem(item)
        for violation in danger.week:
            self.list.addItem(QListWidgetItem(icon("danger", colour), words.rule(violation)))
        self.list.blockSignals(False)
        self.list.setVisible(not danger.none or bool(meetings))
        self.none.setVisible(danger.none and not meetings)
        self.none.setText(hint)

    def texts(self) -> tuple[str, ...]:
        """What the list says, from top to bottom."""
        return tuple(self.list.item(at).text() for at in range(self.list.count()))

    def _text(self, unsafe: UnsafeSession, words: SessionWords) -> str:
        head = with_capital(words.session(unsafe.session))
        if unsafe.running:
            head = self.tr("Runs now: %1").replace("%1", words.session(unsafe.session))
        if unsafe.mild:
            return f"{head}\n{words.mild(unsafe)}"
        reasons = words.reasons(unsafe)
        if unsafe.before:
            already = self.tr("It was not safe before either.")
            reasons = f"{reasons} {already}"
        return f"{head}\n{reasons}"

    def _running_text(self, running: list[UnsafeSession], words: SessionWords) -> str:
        if not running:
            return ""
        staff = list(dict.fromkeys(person for each in running for person in each.session.staff))
        if len(running) == 1:
            text = self.tr("A session that runs at this moment is not safe. Call %1 now.")
        else:
            text = self.tr("%2 sessions that run at this moment are not safe. Call %1 now.")
        return text.replace("%2", str(len(running))).replace("%1", words.names(staff))

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_current(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        meeting = item.data(_MEETING) if item is not None else None
        if isinstance(meeting, int) and self._words is not None:
            self.placed.show_meeting(self._meetings[meeting], self._words)
        session = item.data(_ID) if item is not None else None
        if isinstance(session, str):
            self.chosen.emit(session)
