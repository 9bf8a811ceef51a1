"""The list of people to call is found again: after a restart, behind the lock, for another repair."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.plans import handed_out
from desktop.domain.telling import Told
from desktop.qt.language import Language
from desktop.ui.acute.desk import Stage
from desktop.ui.acute.kinds import Kind
from desktop.ui.acute.page import AcutePage
from desktop.ui.door import LockReason
from desktop.ui.main_window import MainWindow
from desktop.ui.start.page import StartPage
from tests.services.acute_week import NOW, PLANNED, club, local, planned
from tests.services.test_repairs import MENDED
from tests.ui.acute_kit import AcuteBench, fill
from tests.ui.kit import FakeDoor

Opened = Callable[[AcuteBench], MainWindow]
OTHER = (*PLANNED[:4], club("s5", 4, "c2"))
"""Keeps the two apart as well, with the other one of them left at home."""


@pytest.fixture
def bench(tmp_path: Path) -> AcuteBench:
    version = handed_out(planned(), (), planned().created_at)
    return AcuteBench(tmp_path, version=version)


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    """A window around what the bench holds, as after a start."""

    def open_it(bench: AcuteBench) -> MainWindow:
        window = MainWindow(bench.context)
        qtbot.addWidget(window)
        window.resize(1280, 720)
        window.show()
        qtbot.waitExposed(window)
        return window

    return open_it


def acute(window: MainWindow) -> AcutePage:
    assert window.shell is not None
    window.shell.show_page("acute")
    page = window.shell.page("acute")
    assert isinstance(page, AcutePage)
    return page


def start(window: MainWindow) -> StartPage:
    assert window.shell is not None
    window.shell.show_page("start")
    page = window.shell.page("start")
    assert isinstance(page, StartPage)
    return page


def repaired(window: MainWindow, bench: AcuteBench) -> AcutePage:
    page = acute(window)
    fill(page, Kind.RIVALRY, side_a="c1", side_b="c2")
    page.tell.ask_to_record()
    bench.engine.end(*MENDED)
    return page


def accepted(window: MainWindow, bench: AcuteBench) -> AcutePage:
    page = repaired(window, bench)
    page.repair.accept.click()
    return page


def answer(window: MainWindow, text: str) -> None:
    box = window.closing.box
    assert box is not None
    next(each for each in box.buttons() if each.text() == text).click()


LEFT = "Week 48: 1 person not yet told about version 2"


def restarted(bench: AcuteBench, opened: Opened) -> MainWindow:
    """One of the two was called before the window was closed."""
    window = opened(bench)
    page = accepted(window, bench)
    page.repair.calls.rows[0].box.click()
    window.close()
    assert not window.isVisible()
    return opened(bench)


def ticked(page: AcutePage) -> list[bool]:
    return [each.box.isChecked() for each in page.repair.calls.rows]


def test_the_first_page_tells_who_is_left_and_leads_to_the_list(bench: AcuteBench, opened: Opened) -> None:
    window = restarted(bench, opened)
    line = next(each for each in start(window).matters.lines if each.text() == LEFT)
    line.click()
    assert window.shell is not None
    assert window.shell.current == "acute"
    page = acute(window)
    assert page.repair.isVisible()
    assert page.repair.title.text() == "Version 2 is in force"
    assert ticked(page) == [True, False]
    assert page.repair.calls.rows[0].noted.text() == "Told 25 November 2026, 10:00 by Koordinator"
    assert "by Koordinator" in page.repair.calls.rows[0].box.accessibleDescription()
    assert not page.repair.calls.rows[1].noted.isVisible()


def test_the_week_tells_it_too_until_the_last_one_knows(bench: AcuteBench, opened: Opened) -> None:
    window = restarted(bench, opened)
    assert window.shell is not None
    window.shell.show_page("week")
    assert window.week is not None
    assert window.week.untold_box.isVisible()
    assert window.week.untold_box.text.text() == LEFT
    window.week.untold_box.away.click()
    page = acute(window)
    page.repair.calls.rows[1].box.click()
    window.shell.show_page("week")
    assert not window.week.untold_box.isVisible()
    assert LEFT not in [each.text() for each in start(window).matters.lines]


def test_the_acute_page_offers_the_list_and_who_was_told_when(bench: AcuteBench, opened: Opened) -> None:
    window = restarted(bench, opened)
    page = acute(window)
    assert page.tell.waiting.texts() == (f"Show the call list: {LEFT}",)
    page.tell.waiting.buttons[0].click()
    page.repair.calls.rows[1].box.click()
    page.repair.done.click()
    assert page.tell.waiting.texts() == ("Show the call list: Week 48: everybody is told about version 2",)
    page.tell.choose(Kind.ILLNESS)
    assert not page.tell.waiting.isVisible()


def test_who_was_not_told_may_be_in_what_was_cancelled(bench: AcuteBench, opened: Opened) -> None:
    window = restarted(bench, opened)
    window.close()
    bench.clock.set(local("2026-11-27T10:00").astimezone(UTC))
    window = opened(bench)
    assert any("not yet told about version 2" in each.text() for each in start(window).matters.lines)
    page = acute(window)
    page.open("2026-W48.2")
    assert "Cancelled: today 09:00–11:00, Jobklub · may be there now" in " ".join(page.repair.calls.texts())


def test_what_is_over_is_no_longer_to_be_told(bench: AcuteBench, opened: Opened) -> None:
    window = restarted(bench, opened)
    window.close()
    bench.clock.set((NOW + timedelta(days=3)).astimezone(UTC))
    window = opened(bench)
    assert LEFT not in [each.text() for each in start(window).matters.lines]


def test_a_list_does_not_push_a_repair_away(bench: AcuteBench, opened: Opened) -> None:
    window = restarted(bench, opened)
    page = acute(window)
    fill(page, Kind.ILLNESS, person="c3")
    page.tell.ask_to_record()
    fill(page, Kind.DETAINED, citizen="c1")
    page.tell.ask_to_record()
    bench.engine.end(*PLANNED[:4])
    assert page.desk.stage is Stage.REPAIRED
    page.open("2026-W48.2")
    assert page.desk.stage is Stage.REPAIRED
    assert "First accept or discard" in page.notice.text()


def test_ticks_made_before_a_repair_is_accepted_survive_the_lock(bench: AcuteBench, opened: Opened) -> None:
    window = opened(bench)
    page = repaired(window, bench)
    page.repair.calls.rows[0].box.click()
    window.lock(FakeDoor(exists=True), LockReason.IDLE)
    window.open_again(bench.context)
    assert "is being looked for again" in window.statusBar().currentMessage()
    bench.engine.end(*MENDED)
    page = acute(window)
    assert ticked(page) == [True, False]
    page.repair.accept.click()
    assert [each.person for each in bench.all(Told) if isinstance(each, Told)] == ["c2"]


def test_whoever_was_told_of_another_repair_is_called_again(bench: AcuteBench, opened: Opened) -> None:
    """The repair after the lock sends the other one home: a tick must not say that the first one knows."""
    window = opened(bench)
    page = repaired(window, bench)
    page.repair.calls.rows[0].box.click()
    assert not page.repair.misled.isVisible()
    window.lock(FakeDoor(exists=True), LockReason.IDLE)
    window.open_again(bench.context)
    bench.engine.end(*OTHER)
    page = acute(window)
    assert not any(ticked(page))
    assert not page.repair.misled.isHidden()
    assert page.repair.misled.text().endswith("Navn c2.")
    page.repair.accept.click()

    assert not bench.all(Told)
    assert not page.repair.misled.isHidden()


def test_a_better_repair_unticks_whoever_was_told_of_the_one_before(
    bench: AcuteBench, opened: Opened
) -> None:
    window = opened(bench)
    page = acute(window)
    fill(page, Kind.RIVALRY, side_a="c1", side_b="c2")
    page.tell.ask_to_record()
    bench.engine.offer(*PLANNED[:4])
    page.repair.calls.rows[0].box.click()
    bench.engine.end(*MENDED)
    assert not any(ticked(page))
    assert page.repair.misled.text().endswith("Navn c1.")


def test_whoever_was_told_of_a_repair_that_is_discarded_is_named(bench: AcuteBench, opened: Opened) -> None:
    window = opened(bench)
    page = repaired(window, bench)
    page.repair.calls.rows[0].box.click()
    page.repair.discard.click()
    assert page.notice.isVisible()
    assert page.notice.text() == "Told of the repair that was discarded, so call them again: Navn c2."


def test_a_tick_is_not_kept_for_a_week_that_is_still_changed(bench: AcuteBench, opened: Opened) -> None:
    window = opened(bench)
    page = repaired(window, bench)
    page.repair.calls.rows[0].box.click()
    page.repair.adapt.click()
    assert not bench.all(Told)
    assert "Navn c2" in window.statusBar().currentMessage()


@pytest.mark.parametrize(
    ("code", "said", "button"),
    [
        ("en", "neither accepted nor discarded", "Close and lose it"),
        ("da", "hverken er godkendt eller kasseret", "Luk og mist det"),
    ],
)
def test_a_repair_that_is_not_decided_does_not_go_with_the_window_unsaid(
    bench: AcuteBench, opened: Opened, language: Language, code: str, said: str, button: str
) -> None:
    language.install(code)
    window = opened(bench)
    page = repaired(window, bench)
    window.close()
    box = window.closing.box
    assert box is not None
    assert said in box.informativeText()
    stay = box.defaultButton()
    assert isinstance(stay, QPushButton)
    stay.click()
    assert window.isVisible()
    assert page.repair.accept.isEnabled()
    window.close()
    answer(window, button)
    assert not window.isVisible()


def test_a_repair_behind_the_lock_does_not_go_with_the_window_unsaid(
    bench: AcuteBench, opened: Opened
) -> None:
    window = opened(bench)
    repaired(window, bench)
    window.lock(FakeDoor(exists=True), LockReason.IDLE)
    window.close()
    box = window.closing.box
    assert box is not None
    assert "neither accepted nor discarded" in box.informativeText()
    answer(window, "Stay")
    assert window.isVisible()


def test_an_accepted_or_discarded_repair_asks_nothing(bench: AcuteBench, opened: Opened) -> None:
    window = opened(bench)
    accepted(window, bench)
    window.close()
    assert not window.isVisible()


@pytest.mark.parametrize(
    ("code", "left", "noted"),
    [
        ("en", LEFT, "Told 25 November 2026, 10:00 by Koordinator"),
        (
            "da",
            "Uge 48: 1 person har endnu ikke fået besked om version 2",
            "Fik besked 25. november 2026, 10:00 af Koordinator",
        ),
    ],
)
def test_both_languages(
    bench: AcuteBench, opened: Opened, language: Language, code: str, left: str, noted: str
) -> None:
    language.install(code)
    window = restarted(bench, opened)
    assert left in [each.text() for each in start(window).matters.lines]
    page = acute(window)
    page.tell.waiting.buttons[0].click()
    assert page.repair.calls.rows[0].noted.text().startswith(noted)
