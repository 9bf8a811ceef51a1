"""The first page, and the way from an empty vault to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.offers import Enrolment
from desktop.qt.language import Language
from desktop.ui.forms.dialog import FormDialog
from desktop.ui.main_window import MainWindow
from desktop.ui.resources.page import ResourcesPage
from desktop.ui.start.page import StartPage
from tests.services.fakes import FakeStore
from tests.ui.kit import Bench, context_of

OpenWindow = Callable[..., MainWindow]


def start_of(window: MainWindow) -> StartPage:
    assert window.shell is not None
    page = window.shell.page("start")
    assert isinstance(page, StartPage)
    return page


def lines(page: StartPage) -> list[str]:
    return [line.text() for line in page.matters.lines]


def test_it_tells_who_needs_a_look_and_leads_there(planned: MainWindow) -> None:
    page = start_of(planned)
    assert "Carl Carlsen: 30/06/2026 (146 days ago)" in lines(page)
    assert "Dan Dahl: 1 session missing" in lines(page)
    asked: list[tuple[str, str]] = []
    page.matters.asked.connect(lambda key, subject: asked.append((key, subject)))
    page.matters.asked.disconnect(page.navigate)
    page.matters.lines[0].click()
    assert asked == [("people", "c3")]


def test_that_nobody_is_called_to_an_interview_leads_to_where_it_is_chosen(
    bench: Bench, open_window: OpenWindow
) -> None:
    settings = bench.store.begin().unit().settings
    bench.store.put(replace(settings, idle_interview=None))
    with bench.store.begin() as work:
        for enrolment in work.unit().enrolments:
            work.remove(Enrolment, enrolment.id)
        work.commit()
    window = open_window(bench)
    page = start_of(window)
    (line,) = (each for each in page.matters.lines if "choose the activity" in each.text())
    assert line.text().startswith("3 people are not in activation")
    line.click()
    assert window.shell is not None
    resources = window.shell.page("resources")
    assert isinstance(resources, ResourcesPage)
    assert (window.shell.current, resources.place()) == (
        "resources",
        {"tab": "settings", "record": settings.id},
    )


def test_the_week_cards_say_how_far_each_week_is_and_open_it(planned: MainWindow) -> None:
    page = start_of(planned)
    now, coming = page.weeks
    assert now.state.text() == "Version 1 is a draft: nothing is published"
    assert coming.state.text() == "Not planned yet"
    coming.button.click()
    assert planned.shell is not None
    assert planned.shell.current == "week"
    assert planned.desk.week == planned.desk.this_week.next()


def test_a_week_that_is_no_longer_safe_leads_to_its_repair(bench: Bench, open_window: OpenWindow) -> None:
    bench.keep_plan()
    room = bench.store.begin().unit().rooms[0]
    bench.store.put(replace(room, capacity=1))
    window = open_window(bench)
    page = start_of(window)
    card = page.weeks[0]
    assert card.state.text().startswith("No longer safe: version 1 breaks")
    asked: list[tuple[str, str]] = []
    page.navigate.connect(lambda key, subject: asked.append((key, subject)))
    assert window.shell is not None
    page.navigate.disconnect(window.shell.navigate)
    card.repair.click()
    assert asked == [("acute", "2026-W48")]


def test_concealed_names_do_not_stand_on_it(planned: MainWindow) -> None:
    page = start_of(planned)
    assert planned.shell is not None
    planned.shell.show_page("start")
    planned.menus.conceal.trigger()
    assert lines(page)
    assert not [line for line in lines(page) if "Carl" in line or "Dan" in line]


def test_it_is_danish_where_the_window_is(bench: Bench, open_window: OpenWindow, language: Language) -> None:
    language.install("da")
    page = start_of(open_window(bench))
    assert page.title.text() == "Mandag den 23. november 2026"
    assert [card.state.text() for card in page.weeks] == ["Endnu ikke planlagt"] * 2


@pytest.mark.parametrize("name", ["Enheden på Vesterbro"])
def test_an_empty_vault_begins_with_a_name_and_shows_the_steps(
    name: str, tmp_path: Path, qtbot: QtBot, language: Language
) -> None:
    store = FakeStore()
    window = MainWindow(context_of(store, tmp_path, language.install))
    qtbot.addWidget(window)
    window.show()
    assert window.welcome is not None

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, FormDialog)
        dialog.form.fields["name"].set_value(name)
        dialog.save()

    QTimer.singleShot(0, fill)
    window.welcome.begin_button.click()
    assert window.shell is not None
    assert window.shell.current == "start"
    page = start_of(window)
    assert page.unit.text() == name
    assert not page.steps.isHidden()
    assert page.steps.lines["levels"].text().endswith("4 entered")
    assert page.steps.lines["rooms"].text().endswith("not yet")
    with store.begin() as work:
        levels = work.unit().levels
    assert {each.source for each in levels} == {"Proposal of Sikkerplan, not yet decided"}
