"""What a separation costs the week, as the page asks and tells it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.qt.explain_process import ExplainStep
from desktop.qt.explaining_run import ExplainFailure
from desktop.ui.conflicts.page import TABLE
from tests.ui.conflicts.kit import Desk


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Desk:
    made = Desk(tmp_path)
    qtbot.addWidget(made.page)
    made.bench.keep_plan()
    made.page.show_pair(("g1", "g2"))
    return made


def test_the_cost_has_two_bounds_and_is_no_advice(desk: Desk) -> None:
    box = desk.page.pair.cost
    assert box.text.text() == "Not worked out yet for week 48."
    box.button.click()
    run = desk.runs[0]
    assert run.apart == [("g1", "g2")]
    run.progressed.emit(ExplainStep("offers", 0, 1))
    assert box.text.text() == "Being worked out: 0 of 1 …"
    run.answer(2.5, 4.0)
    assert "at least 2.5 and at most 4 hours more" in box.text.text()
    assert "does not say that it is not needed" in box.meaning.text()
    assert box.outdated.isHidden()


@pytest.mark.parametrize(
    ("least", "most", "told"),
    [
        (0.0, 0.0, "loses no hours by it"),
        (0.0, 3.0, "no hours were found that it costs. Without it, the week could have at most 3 hours"),
        (3.0, 3.0, "costs week 48 3 hours"),
    ],
)
def test_what_was_not_found_is_not_told_as_none(desk: Desk, least: float, most: float, told: str) -> None:
    desk.page.pair.cost.button.click()
    desk.runs[0].answer(least, most)
    assert told in desk.page.pair.cost.text.text()


def test_a_cost_is_outdated_once_the_week_is_another_and_good_again_when_that_is_undone(desk: Desk) -> None:
    box, panel = desk.page.pair.cost, desk.page.pair
    box.button.click()
    desk.runs[0].answer(1.0, 2.0)
    panel.form.fields["gap_minutes"].set_value(0)
    panel.why.set_value("Roligere")
    panel.save_button.click()
    assert not box.outdated.isHidden()
    desk.editing.undo()
    assert box.outdated.isHidden()


def test_a_separation_that_is_over_costs_this_week_nothing_without_asking(desk: Desk) -> None:
    desk.page.show_pair(("g2", "g3"))
    desk.page.pair.cost.button.click()
    assert desk.runs == []
    assert desk.page.pair.cost.text.text() == (
        "It keeps nobody apart in week 48, so it costs that week no hours."
    )


def test_a_week_without_a_plan_and_an_engine_that_fails_are_told(tmp_path: Path, qtbot: QtBot) -> None:
    bare = Desk(tmp_path)
    qtbot.addWidget(bare.page)
    bare.page.show_pair(("g1", "g2"))
    box = bare.page.pair.cost
    box.button.click()
    assert box.text.text() == "Week 48 has no plan yet that could lose hours by it."
    bare.bench.keep_plan()
    box.button.click()
    bare.runs[0].failed.emit(ExplainFailure.UNSAFE)
    assert "breaks a rule" in box.text.text()


def test_the_table_asks_about_all_and_shows_what_came(desk: Desk) -> None:
    desk.page.tabs.setCurrentIndex(TABLE)
    table = desk.page.table
    table.table.view.clearSelection()
    table.cost_button.click()
    assert desk.runs[0].apart == [("g1", "g2"), ("c1", "c4")]
    assert table.cost_button.text() == "Stop working out the costs"
    table.cost_button.click()
    assert desk.runs[0].stopped
    desk.runs[0].answer(0.0, 3.0)
    model = table.table.model
    column = next(each for each in model.columns if each.key == "cost")
    told = {model.row_at(at).record.id: column.shown(model.row_at(at)) for at in range(model.rowCount())}
    assert told == {"x1": "at most 3", "x2": "not worked out", "x3": "at most 3"}


def test_the_engine_ends_with_the_page_and_can_be_asked_again(desk: Desk) -> None:
    box = desk.page.pair.cost
    box.button.click()
    desk.page.leave()
    assert desk.runs[0].closed
    assert box.text.text() == "Not worked out yet for week 48."
    box.button.click()
    desk.runs[1].answer(1.0, 2.0)
    assert "at least 1 and at most 2 hours more" in box.text.text()
