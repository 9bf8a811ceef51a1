"""The line that says whether the plan can be trusted, and the list behind it."""

from __future__ import annotations

from desktop.ui.main_window import MainWindow


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
    item = next(
        page.health.list.item(row)
        for row in range(page.health.list.count())
        if page.health.list.item(row).text().startswith("Carl Carlsen")
    )
    page.health.list.itemActivated.emit(item)
    assert page.side.currentWidget() is page.people
    assert page.people.chosen() == "c3"
