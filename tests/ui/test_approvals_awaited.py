"""Sessions to come without their manual yes are told on the first page, before publishing and on the acute
page, and those that are over are not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QLabel

from desktop.qt.language import Language
from desktop.ui.acute.page import AcutePage
from desktop.ui.main_window import MainWindow
from desktop.ui.start.page import StartPage
from tests.services.small_unit import UNIT
from tests.ui.kit import Bench
from tests.ui.week.kit import page_of
from tests.ui.week.test_versions import publish

OpenWindow = Callable[..., MainWindow]


@pytest.fixture
def bench(bench: Bench) -> Bench:
    """A planned week whose levels ask for a yes, seen on Monday at noon: the first session is over."""
    bench.store.put(*(replace(each, needs_approval=True) for each in UNIT.levels))
    bench.keep_plan()
    bench.clock.set(datetime(2026, 11, 23, 12, 0).astimezone(UTC))
    return bench


def start_of(window: MainWindow) -> StartPage:
    assert window.shell is not None
    window.shell.show_page("start")
    page = window.shell.page("start")
    assert isinstance(page, StartPage)
    return page


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("en", "Week 48: 2 sessions, the first 24/11/2026 (tomorrow)"),
        ("da", "Uge 48: 2 møder, det første 24-11-2026 (i morgen)"),
    ],
)
def test_the_first_page_counts_those_to_come_of_a_published_week_and_leads_there(
    bench: Bench, open_window: OpenWindow, language: Language, code: str, line: str
) -> None:
    language.install(code)
    window = open_window(bench)
    assert line not in [each.text() for each in start_of(window).matters.lines]
    publish(window)
    page = start_of(window)
    assert line in [each.text() for each in page.matters.lines]
    (found,) = (each for each in page.matters.lines if each.text() == line)
    found.click()
    assert window.shell is not None
    assert window.shell.current == "week"


def test_before_publishing_those_to_come_are_told_alone(bench: Bench, open_window: OpenWindow) -> None:
    window = open_window(bench)
    page = page_of(window)
    page.versioning.panel.publish.click()
    asked = page.versioning.publishing
    assert asked is not None
    (text,) = (each.text() for each in asked.findChildren(QLabel) if "manual yes" in each.text())
    assert "(2)" in text
    assert "Monday" not in text
    assert text.index("Tuesday") > 0


def test_the_acute_page_does_not_call_it_safe(bench: Bench, open_window: OpenWindow) -> None:
    window = open_window(bench)
    publish(window)
    assert window.shell is not None
    window.shell.show_page("acute")
    page = window.shell.page("acute")
    assert isinstance(page, AcutePage)
    assert page.state.text() == "No rule is broken from now on, but 2 sessions still need a manual yes"
    with window.context.store.begin() as work:
        (version,) = work.versions(page.desk.week)
    for each in version.sessions[1:]:
        window.context.editing.note(window.context.locks.approve(version, each.id, "Lederen"))
    window.shell.show_page("start")
    window.shell.show_page("acute")
    assert page.state.text() == "Every session from now on is safe"


def test_who_goes_out_is_asked_as_that(bench: Bench, open_window: OpenWindow) -> None:
    from desktop.ui.moving.popovers import PeoplePopover

    window = open_window(bench)
    bench.clock.set(datetime(2026, 11, 23, 8, 0).astimezone(UTC))
    page_of(window).commands.take_out("n1")
    popover = window.findChildren(PeoplePopover)[-1]
    while not popover.list.complete():
        popover.list._go_on()
    assert [each.text() for each in popover.findChildren(QLabel) if "of 2" in each.text()] == [
        "2 of 2 can be taken out."
    ]
