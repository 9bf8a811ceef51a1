"""The line that says whether the plan can be trusted, and the list behind it."""

from __future__ import annotations

from dataclasses import replace

from desktop.ui.main_window import MainWindow
from desktop.ui.week.page import WeekPage


def test_a_clean_plan_and_the_weeks_warnings(planned: MainWindow) -> None:
    assert planned.week is not None
    page = planned.week
    assert page.strip.check.text() == "Checked: no rule broken"
    page.strip.check.click()
    assert page.side.currentWidget() is page.health
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
    assert page.side.currentWidget() is page.people
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
