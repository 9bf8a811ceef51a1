"""The first page, and the way from an empty vault to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.offers import Enrolment
from desktop.domain.time import DateSpan
from desktop.qt.language import Language
from desktop.ui.conflicts.page import ConflictsPage
from desktop.ui.forms.dialog import FormDialog
from desktop.ui.main_window import MainWindow
from desktop.ui.resources.page import ResourcesPage
from desktop.ui.start.page import StartPage
from tests.services.fakes import FakeClock, FakeStore
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


def test_a_membership_that_has_run_out_is_told_and_leads_to_its_review(
    bench: Bench, open_window: OpenWindow
) -> None:
    first = bench.store.begin().unit().memberships[0]
    over = FakeClock().today() - timedelta(days=1)
    bench.store.put(replace(first, span=DateSpan(first.span.first, over)))
    window = open_window(bench)
    page = start_of(window)
    unit = bench.store.begin().unit()
    group = next(each.name for each in unit.groups if each.id == first.group)
    line = next(each for each in page.matters.lines if f" – {group}: " in each.text())
    line.click()
    assert window.shell is not None
    assert window.shell.current == "conflicts"
    conflicts = window.shell.page("conflicts")
    assert isinstance(conflicts, ConflictsPage)
    assert [each.due.record.id for each in conflicts.review.table.selected()] == [first.id]


def test_the_week_cards_say_how_far_each_week_is_and_open_it(planned: MainWindow) -> None:
    page = start_of(planned)
    now, coming = page.weeks
    assert now.state.text() == "Version 1 is a draft: nothing is published"
    assert coming.state.text() == "Not planned yet"
    coming.button.click()
    assert planned.shell is not None
    assert planned.shell.current == "week"
    assert planned.desk.week == planned.desk.this_week.next()


def test_who_misses_a_session_is_told_as_things_stand_and_not_as_they_were_planned(
    planned: MainWindow,
) -> None:
    page = start_of(planned)
    assert "Dan Dahl: 1 session missing" in lines(page)
    editing = planned.context.editing
    mine = [replace(each, min_sessions=0) for each in editing.unit().enrolments if each.citizen == "c4"]
    editing.save("enrolment_saved", mine)
    assert planned.shell is not None
    planned.shell.show_page("start")
    assert not [line for line in lines(page) if "missing" in line]
    assert "Dan Dahl" not in missing_in_the_week(planned)


def missing_in_the_week(window: MainWindow) -> set[str]:
    """Who misses something by the list beside the board."""
    assert window.shell is not None and window.week is not None
    window.shell.show_page("week")
    table = window.week.people
    table.missing_only.setChecked(True)
    proxy = table.proxy
    return {str(proxy.index(at, 0).data()) for at in range(proxy.rowCount())}


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
