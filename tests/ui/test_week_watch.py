"""A week that an edit makes unsafe is told wherever the edit was made."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from desktop.domain.conflicts import Membership
from desktop.ui.main_window import MainWindow
from tests.services.small_unit import SINCE
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


def test_a_stricter_level_is_told_on_the_page_of_levels(planned: MainWindow, qtbot: QtBot) -> None:
    assert planned.shell is not None
    planned.shell.show_page("levels")
    levels = planned.context.editing.unit().levels
    planned.context.editing.save("level_saved", [replace(each, staff=9) for each in levels])
    week = planned.shell.rail.button("week")
    qtbot.waitUntil(lambda: "not safe" in week.accessibleDescription())
    assert "not safe" in planned.statusBar().currentMessage()
