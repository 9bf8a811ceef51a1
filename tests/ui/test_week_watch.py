"""A week that an edit makes unsafe is told wherever the edit was made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from pytestqt.qtbot import QtBot

from desktop.domain.conflicts import Membership
from desktop.domain.people import Absence, AbsenceKind
from desktop.domain.time import TimeSpan
from desktop.services.hand.drafts import DraftService
from desktop.services.hand.week_edits import Remove
from desktop.ui.main_window import MainWindow
from tests.services.small_unit import SINCE
from tests.ui.kit import Bench, plan
from tests.ui.people.kit import people_page


def test_rivals_in_one_session_are_told_on_the_page_of_people(planned: MainWindow) -> None:
    people_page(planned)
    assert planned.shell is not None
    week = planned.shell.rail.button("week")
    assert week.accessibleDescription() == ""
    planned.context.editing.save("many_in_group", [Membership("new", "c1", "g2", SINCE)])
    words = week.accessibleDescription()
    assert words.startswith("The plan of week 48 is not safe as things stand")
    assert words in planned.statusBar().currentMessage()
    planned.menus.undo.trigger()
    assert week.accessibleDescription() == ""
    assert "not safe" not in planned.statusBar().currentMessage()


def test_somebody_ill_is_told_at_the_foot_and_is_no_alarm(planned: MainWindow) -> None:
    people_page(planned)
    assert planned.shell is not None
    monday = planned.desk.week.moment(0)
    ill = Absence("ill", "c1", AbsenceKind.ILLNESS, TimeSpan(monday, monday + timedelta(days=7)))
    planned.context.editing.save("absence_saved", [ill])
    words = "In 1 session somebody can't come or the room is shut"
    assert words in planned.statusBar().currentMessage()
    assert planned.shell.rail.button("week").accessibleDescription() == ""


def test_a_stricter_level_is_told_on_the_page_of_levels(planned: MainWindow, qtbot: QtBot) -> None:
    assert planned.shell is not None
    planned.shell.show_page("levels")
    levels = planned.context.editing.unit().levels
    planned.context.editing.save("level_saved", [replace(each, staff=9) for each in levels])
    week = planned.shell.rail.button("week")
    qtbot.waitUntil(lambda: "not safe" in week.accessibleDescription())
    assert "not safe" in planned.statusBar().currentMessage()


def test_a_published_week_is_watched_while_another_one_is_looked_at(
    bench: Bench, open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    bench.keep_plan()
    window = open_window(bench)
    shell = window.shell
    assert window.week is not None and shell is not None
    assert window.week.hand.publish() is not None
    window.desk.show_week(bench.week.next())
    shell.show_page("conflicts")
    window.context.editing.save("many_in_group", [Membership("new", "c1", "g2", SINCE)])
    qtbot.waitUntil(shell.unsafe.isVisible)
    assert shell.unsafe.text.text() == "Published, and not safe as things stand: week 48 (1 session)."
    shell.unsafe.see.click()
    assert shell.current == "week"
    assert window.desk.week == bench.week
    window.menus.undo.trigger()
    qtbot.waitUntil(lambda: not shell.unsafe.isVisible())


def test_a_published_week_is_watched_behind_a_safe_draft(
    bench: Bench, open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    bench.keep_plan()
    window = open_window(bench)
    shell = window.shell
    assert window.week is not None and shell is not None
    window.week.hand.publish()
    window.week.hand.make(Remove("n1"))
    window.context.editing.save("many_in_group", [Membership("new", "c1", "g2", SINCE)])
    qtbot.waitUntil(shell.unsafe.isVisible)
    assert window.desk.report is not None and not window.desk.report.violations
    shell.unsafe.see.click()
    assert window.desk.number == 1


def test_a_published_week_far_ahead_is_watched(
    bench: Bench, open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    week = bench.week
    for _ in range(12):
        week = week.next()
    prepared = bench.planning.prepare(week)
    accepted = bench.planning.accept(prepared, plan(prepared.problem), 1.0)
    DraftService(bench.store, bench.clock, "Koordinator").publish(accepted.version)
    window = open_window(bench)
    shell = window.shell
    assert shell is not None
    window.context.editing.save("many_in_group", [Membership("new", "c1", "g2", SINCE)])
    qtbot.waitUntil(shell.unsafe.isVisible)
    assert f"week {week.week} (1 session)" in shell.unsafe.text.text()
