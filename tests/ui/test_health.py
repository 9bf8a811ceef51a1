"""The line that says whether the plan can be trusted, and the list behind it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from pytestqt.qtbot import QtBot

from desktop.qt.language import Language
from desktop.services.erasure import Eraser
from desktop.services.week.planning import PlanningService
from desktop.ui.main_window import MainWindow
from desktop.ui.week.page import WeekPage
from tests.services.fakes import FakeClock
from tests.ui.kit import Bench, context_of


def test_a_clean_plan_and_the_weeks_warnings(planned: MainWindow) -> None:
    assert planned.week is not None
    page = planned.week
    assert page.strip.check.text() == "Checked: no rule broken"
    page.strip.check.click()
    assert page.splitter.shown() == "health"
    texts = [page.health.list.item(row).text() for row in range(page.health.list.count())]
    assert page.strip.warnings.text() == f"{len(texts)} warnings"
    assert (
        "Carl Carlsen: the threat assessment has run out. Planned one level higher until it is renewed."
        in texts
    )
    assert "Dan Dahl: no weekly hours on record. Nothing that counts as hours is planned." in texts


def test_a_warning_leads_to_the_person(planned: MainWindow) -> None:
    assert planned.week is not None
    page = planned.week
    page.strip.check.click()
    item = next(
        page.health.list.item(row)
        for row in range(page.health.list.count())
        if page.health.list.item(row).text().startswith("Carl Carlsen")
    )
    page.health.list.itemActivated.emit(item)
    assert page.splitter.shown() == "people"
    assert page.people.chosen() == "c3"


def test_the_list_names_people_only_while_it_is_in_sight_and_keeps_up_with_the_unit(
    planned: MainWindow,
) -> None:
    page, editing = planned.week, planned.context.editing
    assert page is not None
    assert page.health.list.count() == 0
    page.strip.check.click()
    listed = texts(page)
    assert any(text.startswith("Carl Carlsen: ") for text in listed)
    editing.conceal(True)
    assert len(texts(page)) == len(listed)
    assert not any("Carl" in text for text in texts(page))
    editing.conceal(False)
    assert texts(page) == listed
    carl = next(each for each in editing.unit().citizens if each.name == "Carl Carlsen")
    editing.save("person_saved", [replace(carl, name="Karl Karlsen")])
    assert texts(page) == [text.replace("Carl Carlsen", "Karl Karlsen") for text in listed]
    page.splitter.show_panel("people")
    editing.undo()
    assert texts(page) == []
    page.strip.check.click()
    assert texts(page) == listed


def texts(page: WeekPage) -> list[str]:
    return [page.health.list.item(row).text() for row in range(page.health.list.count())]


def test_a_week_that_is_over_is_no_alarm_once_somebody_was_erased(
    bench: Bench, qtbot: QtBot, language: Language
) -> None:
    """Its sessions have lost their staff and its hours somebody's: that is how it is."""
    bench.keep_plan()
    later = FakeClock(FakeClock().now() + timedelta(days=14))
    for gone in ("c1", "m2"):
        Eraser(bench.store, lambda: None).erase_person(gone, later.today(), "[erased]", "")
    context = context_of(bench.store, bench.folder, language.install, clock=later)
    planning = PlanningService(bench.store, later, "Koordinator")
    window = MainWindow(replace(context, planning=planning))
    qtbot.addWidget(window)
    window.show()
    assert window.shell is not None
    assert window.week is not None
    window.shell.show_page("week")
    window.desk.show_week(bench.week)
    page = window.week
    assert page.strip.check.text() == "This week is over"
    assert page.strip.check.property("chip") == "info"
    assert not page.strip.warnings.isVisible()
    assert page.health.title.text() == "This week is over"
    page.strip.check.click()
    lines = [page.health.list.item(row).text() for row in range(page.health.list.count())]
    assert lines
    assert all(line.splitlines()[-1].startswith("No longer fits: ") for line in lines)
    assert any(line.startswith("Monday 23 November, 09:00–11:00\n") for line in lines)
    assert window.menus.print.isEnabled()
    assert window.commands.prints.dialog() is not None
    window.desk.go_home()
    assert not page.strip.check.isVisible()
