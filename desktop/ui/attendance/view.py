"""A list of sessions or people in which a key notes who came."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from desktop.domain.attendance import AttendanceState
from desktop.services.attendance import PastSession
from desktop.ui.kind_names import attendance_text
from desktop.ui.table.columns import Column, Tone
from desktop.ui.table.view import TableView

translate = QCoreApplication.translate
KEYS = {
    Qt.Key.Key_1: AttendanceState.CAME,
    Qt.Key.Key_2: AttendanceState.ABSENT_EXCUSED,
    Qt.Key.Key_3: AttendanceState.NO_SHOW,
    Qt.Key.Key_0: AttendanceState.UNKNOWN,
}


class AttendanceView(TableView[PastSession]):
    """``state_asked``: one of the keys, with the state that it stands for."""

    state_asked = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        state = KEYS.get(Qt.Key(event.key()))
        if state is not None:
            self.state_asked.emit(state)
            event.accept()
        else:
            super().keyPressEvent(event)


def state_buttons(note: Callable[[AttendanceState], None]) -> dict[AttendanceState, QPushButton]:
    """A button for each state, which says the key that does the same."""
    found: dict[AttendanceState, QPushButton] = {}
    for state, text in (
        (AttendanceState.CAME, translate("PersonPage", "1 Came")),
        (AttendanceState.ABSENT_EXCUSED, translate("PersonPage", "2 Excused")),
        (AttendanceState.NO_SHOW, translate("PersonPage", "3 Did not show up")),
        (AttendanceState.UNKNOWN, translate("PersonPage", "0 Not known")),
    ):
        button = found[state] = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False, state=state: note(state))
    return found


def state_column() -> Column[PastSession]:
    """How it was; nothing stands there where nobody has noted it."""
    return Column(
        "state",
        translate("PersonPage", "Came?"),
        lambda one: attendance_text(one.state) if one.state is not AttendanceState.UNKNOWN else None,
        sort=lambda one: list(AttendanceState).index(one.state),
        badge=_tone,
        width=20,
    )


def _tone(one: PastSession) -> Tone | None:
    return {
        AttendanceState.CAME: Tone.OK,
        AttendanceState.ABSENT_EXCUSED: Tone.PLAIN,
        AttendanceState.NO_SHOW: Tone.DANGER if one.noted is not None and one.noted.open else Tone.WARN,
    }.get(one.state)
