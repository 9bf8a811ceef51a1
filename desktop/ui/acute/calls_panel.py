"""The people to call: who, what, and whether they have been told."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QPushButton, QVBoxLayout, QWidget

from desktop.printing.words import with_capital
from desktop.services.calls import Call
from desktop.ui.acute.call_now import CallNow
from desktop.ui.acute.call_words import Ticks, call_lines, call_name, told_line
from desktop.ui.acute.words import SessionWords
from desktop.ui.theme import GRID, tokens
from desktop.ui.widgets.boxes import clear, column, frame, row, rule, scrolled
from desktop.ui.widgets.icons import set_icon
from desktop.ui.widgets.text import heading, label


class CallRow(QFrame):
    """``ticked`` carries a person and whether they have been told."""

    ticked = Signal(str, bool)

    def __init__(self, call: Call, words: SessionWords) -> None:
        super().__init__()
        self.person = call.person
        self.box = QCheckBox(call_name(call, words).replace("&", "&&"))
        self.lines = tuple(with_capital(each) for each in call_lines(call, words))
        font = self.box.font()
        font.setBold(True)
        self.box.setFont(font)
        spoken = self.tr("Told: %1").replace("%1", call_name(call, words))
        self.box.setAccessibleName(spoken)
        self.box.toggled.connect(lambda on: self.ticked.emit(self.person, on))
        inside = column(self, gap=2)
        inside.addWidget(self.box, alignment=Qt.AlignmentFlag.AlignLeft)
        for line in self.lines:
            text = label(line, "muted", wrap=True)
            text.setContentsMargins(26, 0, 0, 0)
            inside.addWidget(text)
        self.noted = label("", "ok", wrap=True)
        self.noted.setContentsMargins(26, 0, 0, 0)
        inside.addWidget(self.noted)

    def show_told(self, told: Ticks) -> None:
        """Ticks the box, or does not, without saying so, and tells when and by whom."""
        with QSignalBlocker(self.box):
            self.box.setChecked(self.person in told)
        noted = told.get(self.person)
        self.noted.setText("" if noted is None else told_line(noted))
        self.noted.setVisible(noted is not None)
        self.box.setAccessibleDescription(" ".join(filter(None, (*self.lines, self.noted.text()))))


class CallsPanel(QWidget):
    """``ticked`` as a row's; ``copy_asked`` and ``pdf_asked``: the list is wanted elsewhere."""

    ticked = Signal(str, bool)
    copy_asked = Signal()
    pdf_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[CallRow] = []
        self.title = heading("", 0)
        self.count = label("", "muted")
        self.copy = QPushButton(self.tr("Copy the list"))
        self.pdf = QPushButton(self.tr("Save as PDF …"))
        self._inside = QWidget()
        self.now = QFrame()
        self._now_box: QVBoxLayout = column(self.now, gap=2)
        self._now_box.setContentsMargins(GRID * 2, GRID, GRID * 2, 0)
        self._box: QVBoxLayout = column(self._inside, gap=GRID)
        self._box.setContentsMargins(GRID * 2, 0, GRID * 2, GRID)
        self._calls: tuple[Call, ...] = ()
        self._urgent: tuple[str, ...] = ()
        look = tokens(self.palette())
        set_icon(self.copy, "copy", look.text)
        set_icon(self.pdf, "pdf", look.text)
        top = row(gap=GRID)
        top.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        top.addWidget(self.title, 1)
        top.addWidget(self.count)
        buttons = row(gap=GRID)
        buttons.setContentsMargins(GRID * 2, 0, GRID * 2, GRID)
        for button, asked in ((self.copy, self.copy_asked), (self.pdf, self.pdf_asked)):
            button.setAutoDefault(False)
            button.clicked.connect(asked)
            buttons.addWidget(button)
        buttons.addStretch(1)
        whole = column(self, gap=0)
        whole.addWidget(self.now)
        self.now.hide()
        whole.addLayout(top)
        whole.addWidget(scrolled(self._inside), 1)
        whole.addSpacing(GRID)
        whole.addLayout(buttons)

    def show_calls(self, calls: Sequence[Call], words: SessionWords, told: Ticks) -> None:
        """Shows the list; ``told`` are those who know already."""
        clear(self._box)
        self.rows = []
        self._calls = tuple(calls)
        first = [call for call in calls if not call.at_the_door]
        later = [call for call in calls if call.at_the_door]
        for title, some in (
            ("", first),
            (self.tr("Can be told when they come"), later),
        ):
            if some and title:
                self._box.addWidget(rule())
                self._box.addWidget(label(title, "muted"))
            for call in some:
                shown = CallRow(call, words)
                shown.ticked.connect(self.ticked)
                self._box.addWidget(shown)
                self.rows.append(shown)
        if not calls:
            self._box.addWidget(label(self.tr("Nobody's week changes."), "muted", wrap=True))
        self._box.addStretch(1)
        for button in (self.copy, self.pdf):
            button.setEnabled(bool(calls))
        text = self.tr("People to call · %1")
        self.title.setText(text.replace("%1", str(len(first))))
        self.show_told(told)

    def show_now(self, now: Sequence[CallNow]) -> None:
        """Shows who is to be called at once, above the list."""
        clear(self._now_box)
        self.now.setVisible(bool(now))
        for each in now:
            inside = frame("problem")
            box = column(inside, margin=GRID, gap=2)
            who = label(each.who, "danger", wrap=True)
            font = who.font()
            font.setBold(True)
            who.setFont(font)
            box.addWidget(who)
            box.addWidget(label(each.why, wrap=True))
            self._now_box.addWidget(inside)
        self._urgent = tuple(f"{each.who}\n{each.why}" for each in now)

    def urgent(self) -> tuple[str, ...]:
        """What is said of who is to be called at once."""
        return self._urgent

    def show_told(self, told: Ticks) -> None:
        """Ticks and counts those who know."""
        for shown in self.rows:
            shown.show_told(told)
        known = sum(call.person in told for call in self._calls)
        text = self.tr("%1 of %2 told").replace("%1", str(known)).replace("%2", str(len(self._calls)))
        self.count.setText(text if self._calls else "")

    def texts(self) -> tuple[str, ...]:
        """What the list says, a person a text."""
        return tuple("\n".join((each.box.text(), *each.lines)) for each in self.rows)
