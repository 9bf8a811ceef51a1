"""Who came, noted by session: once it has begun, with a key or a click, or all at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.domain.attendance import AttendanceState
from desktop.qt.language import Language
from desktop.ui.attendance.register import Register
from desktop.ui.main_window import MainWindow
from tests.services.small_unit import WEEK
from tests.ui.kit import Bench
from tests.ui.week.kit import page_of
from tests.ui.week.test_versions import publish

CAME, EXCUSED, NO_SHOW = AttendanceState.CAME, AttendanceState.ABSENT_EXCUSED, AttendanceState.NO_SHOW


@pytest.fixture
def window(bench: Bench, open_window: Callable[..., MainWindow]) -> MainWindow:
    """Monday at 10 past 9, ten minutes into the session of c1 and c2, which is published."""
    bench.keep_plan()
    found = open_window(bench)
    publish(found)
    found.desk.show_number(1)
    page_of(found).versioning.show_board()
    bench.clock.set(datetime(2026, 11, 23, 9, 10).astimezone(UTC))
    return found


def register_of(window: MainWindow, session: str = "n1") -> Register:
    page = page_of(window)
    page.splitter.show_panel("session")
    window.desk.choose(session)
    return page.session.register


def states(window: MainWindow) -> dict[str, AttendanceState]:
    with window.context.store.begin() as work:
        return {each.citizen: each.state for each in work.attendances(WEEK.monday, WEEK.sunday)}


def test_it_is_there_once_the_session_has_begun(window: MainWindow, bench: Bench) -> None:
    assert not register_of(window, "n2").isVisible()
    register = register_of(window)
    assert register.isVisible()
    assert register.count.text().startswith("0 of 2 noted.")
    bench.clock.set(datetime(2026, 11, 23, 8, 59).astimezone(UTC))
    window.desk.choose("n2")
    assert not register_of(window).isVisible()


def test_one_key_notes_a_person_and_is_undone(window: MainWindow) -> None:
    register = register_of(window)
    assert register.view.selected()[0].citizen in ("c1", "c2")
    register.view.selectRow([each.citizen for each in register.model.rows()].index("c2"))
    chosen = register.view.selected()[0].citizen
    register.view.setFocus()
    QTest.keyClick(register.view, Qt.Key.Key_3)
    assert states(window) == {chosen: NO_SHOW}
    assert register.count.text().startswith("1 of 2 noted.")
    window.context.editing.undo()
    assert states(window) == {}
    assert register.count.text().startswith("0 of 2 noted.")


def test_all_came_leaves_what_was_noted_of_somebody(window: MainWindow) -> None:
    register = register_of(window)
    register.view.clearSelection()
    register.view.selectRow(0)
    absent = register.view.selected()[0].citizen
    register.buttons[EXCUSED].click()
    register.all.click()
    found = states(window)
    assert found.pop(absent) is EXCUSED
    assert list(found.values()) == [CAME]
    assert not register.all.isEnabled()
    assert len(window.context.editing.history) >= 2


def test_names_are_hidden_where_they_are_concealed(window: MainWindow) -> None:
    register = register_of(window)
    window.context.editing.conceal(True)
    shown = [str(register.model.index(row, 0).data()) for row in range(register.model.rowCount())]
    assert len(shown) == 2
    assert not any("Bertelsen" in each for each in shown)


def test_it_speaks_danish(bench: Bench, open_window: Callable[..., MainWindow], language: Language) -> None:
    language.install("da")
    bench.keep_plan()
    bench.clock.set(datetime(2026, 11, 23, 9, 10).astimezone(UTC))
    register = register_of(open_window(bench))
    assert register.all.text() == "Alle, der ikke er noteret, mødte op"
    assert register.view.accessibleName() == "Hvem mødte op til dette møde"
