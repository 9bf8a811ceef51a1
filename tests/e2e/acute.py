"""An acute day in the demo: two people of one session fall out, and the week is repaired."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.domain.plans import PlannedSession
from desktop.ui.acute.desk import Stage
from desktop.ui.acute.kinds import Kind
from desktop.ui.acute.page import AcutePage
from desktop.ui.forms.choice_fields import ChoiceField
from desktop.ui.main_window import MainWindow
from tests.e2e.robot import Script, click, find, picture_of_screen, seen, shortcut, write

CONTROL = Qt.KeyboardModifier.ControlModifier


def acute(folder: Path) -> Script:
    """Stops the demo's run once its plan has two in one session, tells of their rivalry with the keyboard,
    accepts the repaired week."""
    yield lambda: seen(MainWindow)
    window = find(MainWindow)
    window.resize(1560, 960)
    yield lambda: window.desk.planning and any(shared_in(window))
    window.menus.stop.trigger()
    yield lambda: not window.desk.planning
    assert window.shell is not None
    yield from shortcut(window, Qt.Key.Key_3, CONTROL)
    yield lambda: window.shell is not None and window.shell.current == AcutePage.key
    page = window.shell.page(AcutePage.key)
    assert isinstance(page, AcutePage)
    now = page.desk.now
    shared = next(shared_in(window))
    one, other = shared.citizens[:2]

    page.tell.kinds[Kind.THREAT].setFocus()
    QTest.keyClick(page.tell.kinds[Kind.THREAT], Qt.Key.Key_1)
    yield lambda: page.tell.form is not None
    for name, person in (("side_a", one), ("side_b", other)):
        search(page, name, person)
    yield lambda: shared.id in page.desk.danger_in(page.desk.week).ids
    picture_of_screen()[0].save(str(folder / "acute-unsafe.png"))
    told = {"people": [one, other], "unsafe": page.danger.texts(), "state": page.state.text()}

    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Return, CONTROL)
    yield page.repair.accept.isEnabled
    picture_of_screen()[0].save(str(folder / "acute-repaired.png"))
    told |= {"calls": page.repair.calls.texts(), "figures": page.repair.texts()}
    click(page.repair.accept)
    yield lambda: page.desk.stage is Stage.ACCEPTED and page.repair.calls.rows[0].box.isVisible()
    click(page.repair.calls.rows[0].box)
    yield lambda: page.repair.calls.count.text().startswith("1 ")
    told |= {"title": page.repair.title.text(), "now": now.isoformat()}
    (folder / "acute.json").write_text(json.dumps(told), encoding="utf-8")
    yield from shortcut(window, Qt.Key.Key_Q, CONTROL)


def shared_in(window: MainWindow) -> Iterator[PlannedSession]:
    """The sessions to come that two or more share, of the plan that is shown."""
    version, now = window.desk.version, window.desk.now
    sessions = () if version is None else version.sessions
    return (each for each in sessions if each.start > now and len(each.citizens) > 1)


def search(page: AcutePage, name: str, person: str) -> None:
    """Types somebody's name into a field, as far as it takes to choose them."""
    assert page.tell.form is not None
    field = page.tell.form.fields[name]
    assert isinstance(field, ChoiceField)
    edit = field.combo.lineEdit()
    assert isinstance(edit, QLineEdit)
    words = next(each for each in page.desk.unit.citizens if each.id == person)
    write(edit, f"{words.name} · {words.case_number}")
    QTest.keyClick(edit, Qt.Key.Key_Tab)
