"""The panel of the chosen session: people, staff, and the rules with their numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.ui.main_window import MainWindow
from desktop.ui.session.panel import SessionPanel
from tests.ui.kit import MARKUP, Bench


def panel_of(window: MainWindow, session: str) -> SessionPanel:
    assert window.week is not None
    window.week.splitter.show_panel("session")
    window.desk.choose(session)
    return window.week.session


def test_people_come_with_level_and_groups(planned: MainWindow) -> None:
    texts = panel_of(planned, "n2").texts()
    assert "Carl Carlsen" in texts
    assert "Gruppe 2" in texts
    assert "Level 2, as the assessment has run out" in texts


def test_staff_come_with_what_they_can_do(planned: MainWindow) -> None:
    texts = panel_of(planned, "n1").texts()
    assert "Underviser" in texts
    assert "Leverandør · has the activity's skill" in texts


def test_rules_come_with_this_sessions_numbers(planned: MainWindow) -> None:
    texts = panel_of(planned, "n1").texts()
    assert "The room holds 8; 2 come." in texts
    assert "The largest group at level 1 is 6; 2 come." in texts
    assert "Needed: 1. Given: 1." in texts
    texts = panel_of(planned, "n2").texts()
    assert "The largest group at level 2 is 2; 1 come." in texts
    assert "Needed: 2. Given: 2. Level 2 asks for it." in texts


def test_who_is_kept_apart_is_told_with_the_nearest_rival(planned: MainWindow) -> None:
    texts = panel_of(planned, "n1").texts()
    assert "Apart from Gruppe 2" in texts
    assert any(
        "never on the site at once, 30 minutes between. Nobody of them is here that day." in text
        for text in texts
    )


def test_nothing_in_the_panel_is_read_as_markup(planned: MainWindow) -> None:
    panel = panel_of(planned, "n1")
    assert MARKUP in panel.texts()
    assert all(
        each.textFormat() is Qt.TextFormat.PlainText for each in panel.findChildren(QLabel) if each.text()
    )


def test_no_session_says_what_the_panel_is_for(planned: MainWindow) -> None:
    panel = panel_of(planned, "n1")
    planned.desk.choose(None)
    assert any("Choose a session" in each.text() for each in panel.findChildren(QLabel) if each.isVisible())


def test_somebody_who_must_be_alone_on_the_site_is_told_of(
    bench: Bench, open_window: Callable[..., MainWindow]
) -> None:
    bench.keep_plan()
    levels = bench.planning.prepare(bench.week).unit.levels
    bench.store.put(*(replace(level, alone_on_site=True) for level in levels if level.level == 2))
    session = next(each for each in bench.planning.versions(bench.week)[0].sessions if each.id == "n3")
    assert session.citizens == ("c4",)
    texts = panel_of(open_window(bench), "n3").texts()
    assert "What to watch" in texts
    assert "Carl Carlsen must be alone on the site" in texts
    assert "Is here 09:00–11:00, 120 minutes before." in texts
