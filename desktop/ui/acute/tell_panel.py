"""What happened: a button for each kind, and below them the few fields that it asks for."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.domain.errors import DomainError
from desktop.services.happenings import Happening, LowersLevel, NothingNew
from desktop.ui.acute.desk import AcuteDesk
from desktop.ui.acute.kinds import ICONS, Kind, KindForm, kind_name
from desktop.ui.acute.waiting_lists import WaitingLists
from desktop.ui.acute.words import refusal_text
from desktop.ui.theme import GRID, tokens
from desktop.ui.widgets.boxes import clear, column, frame, row, scrolled
from desktop.ui.widgets.icons import set_icon
from desktop.ui.widgets.tab_order import lead_through
from desktop.ui.widgets.text import heading, label, tooltip
from desktop.ui.words import read_only_words

LOOK_MS = 150
"""How long after the last key the danger is worked out: it takes about a tenth of a second."""


class KindButton(QPushButton):
    """Its key stands at its right end."""

    def __init__(self, kind: Kind, number: int) -> None:
        super().__init__(kind_name(kind))
        self._number = str(number)
        self.setProperty("look", "kind")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAccessibleName(kind_name(kind))
        key = self.tr("Key %1").replace("%1", self._number)
        self.setAccessibleDescription(key)
        self.setToolTip(tooltip(key))
        self._name = ICONS[kind]
        self.toggled.connect(self._colour)
        self._colour()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QColor(tokens(self.palette()).muted))
        box = QRectF(self.rect()).adjusted(0, 0, -12, 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._number)

    @Slot()
    def _colour(self) -> None:
        look = tokens(self.palette())
        set_icon(self, self._name, look.accent if self.isChecked() else look.muted)


class TellPanel(QWidget):
    """``record_asked`` carries what is to be recorded, ``list_asked`` the id of a version whose list of
    people to call is wanted."""

    record_asked = Signal(object)
    list_asked = Signal(str)

    def __init__(self, desk: AcuteDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.form: KindForm | None = None
        self.kinds: dict[Kind, KindButton] = {}
        self.record = QPushButton()
        self.cancel = QPushButton(self.tr("Cancel"))
        self.problem = label("", wrap=True)
        self._problem_box = frame("problem")
        self.waiting = WaitingLists()
        self.waiting.asked.connect(self.list_asked)
        self._form_box: QVBoxLayout = column(gap=GRID)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(LOOK_MS)
        self._wait.timeout.connect(self.look)
        self._build()

    def choose(self, kind: Kind | None) -> None:
        """Asks for the fields of a kind; None asks for nothing."""
        self.ask(kind)
        self.look()

    def ask(self, kind: Kind | None) -> None:
        """The same without a look at what it makes unsafe."""
        self._wait.stop()
        clear(self._form_box)
        self.form = None
        self._say("")
        if kind is not None:
            now = self._desk.now.replace(second=0, microsecond=0)
            self.form = KindForm(kind, self._desk.unit, now)
            self.form.changed.connect(self._wait.start)
            self._form_box.addWidget(self.form)
            lead_through(list(self.kinds.values())[-1], self.form, self.record, self.cancel)
            # Before the buttons go: whichever of them had the focus would pass it on to another one.
            self.form.show()
            next(iter(self.form.fields.values())).setFocus()
        for each, button in self.kinds.items():
            button.setChecked(each is kind)
            button.setVisible(kind in (None, each))
        self._show_buttons()
        self.show_waiting()

    def ask_anew(self) -> None:
        """Asks for the same with the names that the screen may show by now. What was chosen stays; what was
        typed may name somebody, and goes."""
        before = self.form
        if before is None:
            return
        self.ask(before.kind)
        if self.form is not None:
            self.form.choose_as(before)

    def show_waiting(self) -> None:
        """Offers the lists of people to call that are not done with, while nothing else is asked."""
        self.waiting.show_lists(self._desk.telling.waiting, self._desk.now)
        self.waiting.setVisible(self.form is None and bool(self.waiting.buttons))

    @Slot()
    def look(self) -> None:
        """Works out what the fields make unsafe, where they say something whole."""
        self._wait.stop()
        self._say("")
        happening = self.form.peek() if self.form is not None else None
        try:
            self._desk.look(happening)
        except (DomainError, LookupError, LowersLevel, NothingNew) as error:
            self._say(refusal_text(error))

    def fault(self, text: str) -> None:
        """Says why something was not recorded."""
        self._say(text)

    @Slot()
    def ask_to_record(self) -> None:
        """Records what the fields say; where that is nothing yet, shows what is missing."""
        if self.form is None or self._desk.read_only:
            return
        happening: Happening | None = self.form.build()
        if happening is not None:
            self.record_asked.emit(happening)

    @Slot()
    def _put_away(self) -> None:
        """Asks for nothing; the keyboard is back where it came from."""
        kind = self.form.kind if self.form is not None else None
        self.choose(None)
        if kind is not None:
            self.kinds[kind].setFocus()

    def _say(self, text: str) -> None:
        self.problem.setText(text)
        self._problem_box.setVisible(bool(text))

    def _show_buttons(self) -> None:
        for button in (self.record, self.cancel):
            button.setVisible(self.form is not None)
        reading = self._desk.read_only
        self.record.setEnabled(not reading)
        hint = read_only_words() if reading else self.tr("Ctrl+Return")
        self.record.setToolTip(tooltip(hint))
        safe = not self._desk.weeks
        self.record.setText(self.tr("Record") if safe else self.tr("Record and repair the week"))

    def _build(self) -> None:
        inside = QWidget()
        whole = column(self, gap=0)
        whole.addWidget(scrolled(inside), 1)
        box = column(inside, margin=GRID * 2, gap=GRID)
        box.addWidget(heading(self.tr("What happened?"), 1))
        buttons = column(gap=4)
        for number, kind in enumerate(Kind, start=1):
            button = KindButton(kind, number)
            button.clicked.connect(lambda on, kind=kind: self.choose(kind if on else None))
            self.kinds[kind] = button
            buttons.addWidget(button)
            # Wherever the keyboard is on the page, such as on its button on the rail.
            keys = QShortcut(QKeySequence(str(number)), self)
            keys.activated.connect(lambda kind=kind: self.choose(kind))
        box.addLayout(buttons)
        box.addWidget(self.waiting)
        box.addSpacing(GRID)
        box.addLayout(self._form_box)
        row(self._problem_box, margin=GRID).addWidget(self.problem)
        box.addWidget(self._problem_box)
        box.addStretch(1)
        foot = row(gap=GRID)
        foot.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID * 2)
        self.record.setProperty("look", "primary")
        self.record.setAutoDefault(False)
        self.cancel.setAutoDefault(False)
        foot.addWidget(self.record, 1)
        foot.addWidget(self.cancel)
        whole.addLayout(foot)
        self.record.clicked.connect(self.ask_to_record)
        self.cancel.clicked.connect(self._put_away)
        for text in ("Ctrl+Return", "Ctrl+Enter"):
            keys = QShortcut(QKeySequence(text), self)
            keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            keys.setAutoRepeat(False)
            keys.activated.connect(self.ask_to_record)
        away = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        away.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        away.activated.connect(self.cancel.click)
        self._problem_box.hide()
        self._show_buttons()
