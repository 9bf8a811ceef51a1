"""Attendance on a person's page: noted by keys, a no-show asks what was done, and all of it can be undone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.attendance import Attendance, AttendanceState
from desktop.qt.language import Language
from desktop.ui.main_window import MainWindow
from desktop.ui.people.page import PeoplePage
from desktop.ui.people.sections.attendance import AttendanceSection
from tests.services.fakes import FakeClock
from tests.services.versions import published
from tests.ui.kit import Bench, context_of
from tests.ui.people.kit import people_page, section, type_into


@pytest.fixture
def window(bench: Bench, qtbot: QtBot, language: Language) -> MainWindow:
    """On Thursday: Monday's session of c1 and c2 is over."""
    bench.keep_plan()
    draft = bench.planning.latest(bench.week)
    assert draft is not None
    bench.store.put(published(draft))
    clock = FakeClock(datetime(2026, 11, 26, 9, 30, tzinfo=UTC))
    opened = MainWindow(context_of(bench.store, bench.folder, language.install, clock=clock))
    qtbot.addWidget(opened)
    opened.show()
    return opened


@pytest.fixture
def page(window: MainWindow) -> PeoplePage:
    found = people_page(window)
    found.list.choose("c2")
    return found


@pytest.fixture
def card(page: PeoplePage, qtbot: QtBot) -> AttendanceSection:
    found = section(page, "attendance", AttendanceSection)
    qtbot.waitUntil(lambda: page.past.complete and found.model.rowCount() > 0)
    return found


def kept(bench: Bench) -> list[Attendance]:
    with bench.store.begin() as work:
        return list(work.all(Attendance))


@pytest.mark.parametrize(
    ("key", "state", "words"),
    [
        (Qt.Key.Key_1, AttendanceState.CAME, "Came"),
        (Qt.Key.Key_2, AttendanceState.ABSENT_EXCUSED, "Absent, excused"),
        (Qt.Key.Key_3, AttendanceState.NO_SHOW, "Did not show up"),
    ],
)
def test_a_key_notes_how_it_was(
    card: AttendanceSection, bench: Bench, key: Qt.Key, state: AttendanceState, words: str
) -> None:
    assert card.rate.text() == "Last 8 weeks: unknown, none of 1 sessions is noted."
    QTest.keyClick(card.view, key)
    (noted,) = kept(bench)
    assert (noted.citizen, noted.state, noted.noted_by) == ("c2", state, "Koordinator")
    index = card.view.proxy.index(0, 2)
    assert index.data() == words
    assert "of 1 noted sessions" in card.rate.text()


def test_a_no_show_asks_at_once_what_was_done_about_it(card: AttendanceSection, bench: Bench) -> None:
    QTest.keyClick(card.view, Qt.Key.Key_3)
    form = card.editor.form
    assert form is not None
    assert card.editor.isVisible()
    type_into(form, "follow_up", "Ringet hjem")
    QTest.keyClick(form.fields["follow_up"].focus, Qt.Key.Key_Return)
    (noted,) = kept(bench)
    assert noted.follow_up == "Ringet hjem"
    assert noted.follow_up_on is not None
    assert f"{noted.follow_up_on:%d/%m/%Y}: Ringet hjem" in str(card.view.proxy.index(0, 3).data())
    assert not card.editor.is_open


def test_what_was_noted_is_taken_back_by_0_and_by_undo(
    card: AttendanceSection, window: MainWindow, bench: Bench
) -> None:
    QTest.keyClick(card.view, Qt.Key.Key_1)
    QTest.keyClick(card.view, Qt.Key.Key_0)
    assert [each.state for each in kept(bench)] == [AttendanceState.UNKNOWN]
    assert card.view.proxy.index(0, 2).data() == "Unknown"
    window.menus.undo.trigger()
    window.menus.undo.trigger()
    assert kept(bench) == []
    assert card.view.proxy.index(0, 2).data() == "Unknown"


def test_a_no_show_without_follow_up_says_so(card: AttendanceSection) -> None:
    QTest.keyClick(card.view, Qt.Key.Key_3)
    card.editor.leave()
    assert card.view.proxy.index(0, 3).data() == "Not followed up yet"


def test_notes_are_hidden_with_the_names(card: AttendanceSection, window: MainWindow) -> None:
    QTest.keyClick(card.view, Qt.Key.Key_3)
    form = card.editor.form
    assert form is not None
    type_into(form, "follow_up", "Talt med Bo Bertelsen")
    card.save_details()
    window.menus.conceal.trigger()
    assert "Bertelsen" not in str(card.view.proxy.index(0, 3).data())
