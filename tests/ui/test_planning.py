"""A week is planned in the window: seen as it goes, stopped, cut short, closed in the middle."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.conflicts import Scope, Separation
from desktop.domain.offers import Activity
from desktop.domain.plans import VersionState
from desktop.domain.telling import Told
from desktop.domain.time import IsoWeek
from desktop.qt.language import Language
from desktop.qt.planning_run import PlanningRun
from desktop.qt.solver_process import Failed, Failure, SolverProcess
from desktop.services.hand.week_edits import Move, Remove
from desktop.services.week.hand_made import hand_made
from desktop.services.week.versions import planned_of
from desktop.ui.acute.page import AcutePage
from desktop.ui.main_window import MainWindow
from desktop.ui.week.page import WeekPage
from solver.exchange import write_plan
from solver.plan import Plan, Session
from solver.problem import Problem
from tests.services.small_unit import SINCE
from tests.services.versions import published
from tests.ui.kit import Bench, context_of, empty, plan, poorer
from tests.ui.test_outdated import RIVALRY

OpenWindow = Callable[..., MainWindow]


def week_of(window: MainWindow) -> WeekPage:
    assert window.week is not None
    return window.week


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_an_unplanned_week_says_what_to_do(bench: Bench, open_window: OpenWindow) -> None:
    window = open_window(bench)
    assert "This week has not been planned yet" in week_of(window).board.empty_words()
    assert week_of(window).strip.hours.value() == "–"
    assert not window.menus.print.isEnabled()


def test_planning_shows_hours_bound_gap_and_time(bench: Bench, open_window: OpenWindow) -> None:
    window = open_window(bench)
    page = week_of(window)
    page.bar.seconds.setValue(25)
    QTest.mouseClick(page.bar.plan, Qt.MouseButton.LeftButton)
    assert bench.engine.seconds == 25
    bench.engine.step(0.4)
    assert page.progress.hours.value() == "–"
    assert page.progress.missing.value() == "–"
    bench.engine.step(1.5, 6, 8)
    assert page.progress.hours.value() == "6"
    assert page.progress.missing.value() == "1"
    assert page.progress.bound.value() == "8"
    assert page.progress.gap.value() == "25.0 %"
    assert page.progress.elapsed.value() == "1.5 s"
    assert "After 1.5 s: 6 hours, at most 8 possible." in page.progress.chart.accessibleDescription()
    assert page.progress.isVisible()


def _has_settled(window: MainWindow, wide: int) -> bool:
    assert window.week is not None
    return window.width() == wide and window.week.progress.width() == window.week.width()


def test_in_the_least_window_the_curve_is_not_drawn_over_the_figures(
    bench: Bench, open_window: OpenWindow, language: Language, qtbot: QtBot
) -> None:
    language.install("da")
    window = open_window(bench)
    assert window.week is not None
    window.plan()
    progress = window.week.progress
    for wide, seen in ((1280, True), (860, False), (1280, True)):
        window.resize(wide, 470)
        qtbot.waitUntil(partial(_has_settled, window, wide))
        assert progress.chart.isVisible() is seen
        figures_end = progress.gap.mapTo(progress, progress.gap.rect().topRight()).x()
        assert figures_end < (progress.chart.x() if seen else progress.width())


def test_an_engine_that_is_made_ready_first_says_so(bench: Bench, open_window: OpenWindow) -> None:
    page = week_of(open_window(bench))
    page.bar.plan.click()
    bench.engine.prepare()
    assert page.progress.now.text() == "Making the planner ready (the first time only) …"
    bench.engine.step(0.4)
    assert page.progress.now.text() == "Duties first, then hours"


def test_the_time_goes_on_while_the_engine_is_silent(
    bench: Bench, open_window: OpenWindow, qtbot: QtBot
) -> None:
    page = week_of(open_window(bench))
    page.progress.ticking.setInterval(20)
    page.bar.plan.click()
    bench.engine.prepare()
    qtbot.waitUntil(lambda: page.progress.elapsed.value() not in ("–", "0.0 s"))


def test_better_plans_are_seen_while_planning(bench: Bench, open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(bench)
    window.plan()
    bench.engine.find(poorer)
    assert len(week_of(window).board.view.canvas.buttons()) == 1
    bench.engine.find(plan)
    qtbot.waitUntil(lambda: len(week_of(window).board.view.canvas.buttons()) == 3)
    assert window.desk.report is not None
    assert window.desk.report.clean
    assert bench.planning.versions(bench.week) == ()


def test_of_plans_that_follow_fast_only_the_newest_is_drawn(
    bench: Bench, open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(bench)
    drawn: list[int] = []
    window.plan()

    def draw() -> None:
        assert window.desk.version is not None
        drawn.append(len(window.desk.version.sessions))

    window.desk.changed.connect(draw)
    for make in (empty, poorer, poorer, plan):
        bench.engine.find(make)
    qtbot.waitUntil(lambda: len(drawn) == 2)
    assert drawn == [0, 3]
    assert len(week_of(window).board.view.canvas.buttons()) == 3


def test_a_preview_still_to_be_drawn_never_hides_the_finished_plan(
    bench: Bench, open_window: OpenWindow
) -> None:
    window = open_window(bench)
    window.plan()
    bench.engine.find(empty)
    bench.engine.find(poorer)
    bench.engine.finish(plan)
    assert not window.desk.redraw.isActive()
    window.desk.redraw.timeout.emit()
    assert week_of(window).strip.sessions.value() == "3"
    assert not window.desk.preview


def test_a_finished_plan_is_checked_stored_and_shown(bench: Bench, open_window: OpenWindow) -> None:
    window = open_window(bench)
    window.plan()
    bench.engine.step(1.0, 6, 8)
    bench.engine.finish()
    page = week_of(window)
    assert page.strip.check.text() == "Checked: no rule broken"
    assert page.strip.hours.value() == "6"
    assert page.strip.sessions.value() == "3"
    assert not page.progress.isVisible()
    assert len(bench.planning.versions(bench.week)) == 1
    assert page.bar.versions.currentText().startswith("Version 1 · draft")
    assert window.menus.print.isEnabled()


def test_each_plan_is_a_version_that_can_be_looked_at(bench: Bench, open_window: OpenWindow) -> None:
    bench.keep_plan()
    window = open_window(bench)
    window.plan()
    bench.engine.finish(poorer)
    page = week_of(window)
    assert page.bar.versions.count() == 2
    assert page.strip.sessions.value() == "1"
    page.bar.versions.setCurrentIndex(1)
    page.bar.versions.activated.emit(1)
    assert page.strip.sessions.value() == "3"


@pytest.mark.parametrize("way", ["button", "escape"])
def test_stop_keeps_the_best(bench: Bench, open_window: OpenWindow, way: str) -> None:
    window = open_window(bench)
    window.plan()
    bench.engine.find()
    if way == "button":
        QTest.mouseClick(week_of(window).progress.stop, Qt.MouseButton.LeftButton)
    else:
        window.menus.stop.trigger()
        assert window.menus.stop.shortcut().toString() == "Esc"
    assert bench.engine.stopped
    assert week_of(window).progress.stop.text() == "Stopping …"
    bench.engine.finish()
    assert len(bench.planning.versions(bench.week)) == 1


def test_nothing_else_can_be_planned_meanwhile(bench: Bench, open_window: OpenWindow) -> None:
    window = open_window(bench)
    window.plan()
    window.plan()
    assert len(bench.engines) == 1
    assert not week_of(window).bar.plan.isEnabled()
    window.menus.next.trigger()
    assert window.desk.week == bench.week


def test_a_crash_keeps_the_best_and_says_so(bench: Bench, open_window: OpenWindow) -> None:
    window = open_window(bench)
    window.plan()
    bench.engine.find()
    bench.engine.fail(Failed(Failure.CRASHED, None, 2.0))
    page = week_of(window)
    assert page.notice_box.isVisible()
    assert page.notice.text() == (
        "The planning engine ended unexpectedly. The best plan found until then was checked and kept."
    )
    assert len(bench.planning.versions(bench.week)) == 1


def test_no_plan_leaves_the_version_before_in_place(bench: Bench, open_window: OpenWindow) -> None:
    bench.keep_plan()
    window = open_window(bench)
    window.plan()
    bench.engine.prove_infeasible()
    page = week_of(window)
    assert "There is no plan for this week" in page.notice.text()
    assert page.strip.sessions.value() == "3"


def test_closing_in_mid_plan_keeps_the_best_as_a_draft(bench: Bench, open_window: OpenWindow) -> None:
    window = open_window(bench)
    window.plan()
    bench.engine.find()
    window.close()
    assert bench.engine.closed
    (version,) = bench.planning.versions(bench.week)
    assert version.state is VersionState.DRAFT
    assert len(version.sessions) == 3


def test_closing_in_mid_plan_ends_the_real_process(bench: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    prepared = bench.planning.prepare(bench.week)
    answer = tmp_path / "plan.json"
    answer.write_text(write_plan(plan(prepared.problem)), encoding="utf-8")
    processes: list[SolverProcess] = []

    def new_process() -> SolverProcess:
        script = Path(__file__).with_name("patient_solver.py")
        processes.append(SolverProcess(sys.executable, [str(script), str(answer)]))
        return processes[-1]

    context = context_of(
        bench.store, tmp_path, lambda _: None, new_run=lambda: PlanningRun(bench.planning, new_process)
    )
    window = MainWindow(context)
    qtbot.addWidget(window)
    window.show()
    window.plan()
    qtbot.waitUntil(lambda: window.desk.preview)
    engine = processes[0].process_id
    window.close()
    assert not is_alive(engine)
    assert len(bench.planning.versions(bench.week)) == 1


def test_another_week_is_another_plan(bench: Bench, open_window: OpenWindow) -> None:
    bench.keep_plan()
    window = open_window(bench)
    page = week_of(window)
    window.menus.next.trigger()
    assert page.bar.picker.title.text() == "Week 49 · 30 November – 6 December 2026"
    assert "not been planned" in page.board.empty_words()
    window.menus.this.trigger()
    assert page.bar.picker.title.text() == "Week 48 · 23–29 November 2026"
    assert page.strip.sessions.value() == "3"


def test_the_calendar_leads_to_the_week_of_a_day(bench: Bench, open_window: OpenWindow) -> None:
    window = open_window(bench)
    calendar = week_of(window).bar.picker.calendar.calendar
    assert calendar.verticalHeaderFormat() == calendar.VerticalHeaderFormat.ISOWeekNumbers
    calendar.clicked.emit(calendar.selectedDate().fromString("2027-01-01", Qt.DateFormat.ISODate))
    assert window.desk.week == IsoWeek(2026, 53)


@pytest.mark.parametrize("way", ["finished", "stopped", "failed"])
def test_after_planning_the_keyboard_is_back_at_the_plan_button(
    bench: Bench, open_window: OpenWindow, way: str
) -> None:
    window = open_window(bench)
    page = week_of(window)
    QTest.keyClick(page.bar.plan, Qt.Key.Key_Space)
    if way == "stopped":
        page.progress.stop.setFocus()
        QTest.keyClick(page.progress.stop, Qt.Key.Key_Space)
    if way == "failed":
        bench.engine.prove_infeasible()
    else:
        bench.engine.finish()
    assert window.focusWidget() is page.bar.plan


def test_planning_takes_the_keyboard_from_nobody_who_searches(bench: Bench, open_window: OpenWindow) -> None:
    window = open_window(bench)
    page = week_of(window)
    page.focus_search()
    window.plan()
    bench.engine.finish()
    assert window.focusWidget() is page.people.search


def test_an_empty_plan_is_no_good_news(bench: Bench, open_window: OpenWindow) -> None:
    window = open_window(bench)
    window.plan()
    bench.engine.finish(empty)
    page = week_of(window)
    assert page.strip.check.text() == "The plan is empty"
    assert page.strip.check.property("chip") == "warn"
    assert page.health.title.text() == "The plan is empty"


def test_rivals_who_become_known_while_the_week_is_planned_end_the_run(
    bench: Bench, open_window: OpenWindow
) -> None:
    """What it finds is of another week; and the version on the board is shown as what it is by now."""
    bench.keep_plan()
    window = open_window(bench)
    window.plan()
    window.context.editing.save("separation_saved", [RIVALRY])
    page = week_of(window)
    assert not window.desk.planning
    assert "was changed while the week was planned" in page.notice.text()
    assert "rule" in page.strip.check.text()
    window.menus.print.trigger()
    assert "Not printed" in window.statusBar().currentMessage()


def under_way(bench: Bench, open_window: OpenWindow, *, hour: int) -> MainWindow:
    """The week was published on Monday morning; then it turns out that c1 and c2 are rivals, who had a
    session together on Monday from nine to eleven."""
    bench.keep_plan()
    bench.store.put(published(bench.planning.versions(bench.week)[0]))
    feud = Separation("x9", "c1", "c2", Scope.SITE, 0, "Slagsmål", SINCE, "Mentor")
    bench.store.put(feud)
    bench.clock.set(bench.week.moment(hour * 60).astimezone(UTC))
    return open_window(bench)


@pytest.mark.parametrize(
    ("code", "words", "way"),
    [
        ("en", "What has begun this week does not fit the unit", "Open “Something happened”"),
        ("da", "Det, der er begyndt i denne uge, passer ikke til enheden", "Åbn »Noget er sket«"),
    ],
)
def test_what_has_begun_and_is_of_an_activity_that_is_gone_is_told_with_the_way_to_its_repair(
    bench: Bench, open_window: OpenWindow, qtbot: QtBot, language: Language, code: str, words: str, way: str
) -> None:
    language.install(code)
    window = under_way(bench, open_window, hour=10)
    page = window.week
    assert page is not None and window.shell is not None
    with bench.store.begin() as work:
        work.remove(Activity, "club")
        work.commit()
    window.menus.plan.trigger()
    qtbot.waitUntil(page.notice_box.isVisible)
    assert page.notice.text().startswith(words)
    assert (page.notice_box.way.isVisible(), page.notice_box.way.text()) == (True, way)
    page.notice_box.way.click()
    assert window.shell.current == "acute"
    acute = window.shell.page("acute")
    assert isinstance(acute, AcutePage)
    assert acute.desk.week == bench.week


def test_another_notice_offers_no_way(bench: Bench, open_window: OpenWindow) -> None:
    window = open_window(bench)
    window.plan()
    bench.engine.prove_infeasible()
    assert window.week is not None
    assert window.week.notice_box.isVisible()
    assert not window.week.notice_box.way.isVisible()


@pytest.mark.parametrize("hour", [10, 18], ids=["meet now", "have met"])
def test_the_rest_of_a_week_in_which_rivals_meet_is_planned_by_f5(
    bench: Bench, open_window: OpenWindow, hour: int
) -> None:
    window = under_way(bench, open_window, hour=hour)
    window.menus.plan.trigger()
    assert bench.engine.problem is not None
    assert [each.citizens for each in bench.engine.problem.commitments if each.end <= 660] == [("c1", "c2")]

    def rest(problem: Problem) -> Plan:
        coming = tuple(each for each in plan(problem).sessions if each.start >= 1440)
        alone = Session("n1", "club", "r1", 3 * 1440 + 540, 3 * 1440 + 660, ("m2",), ("c1",))
        week = (planned_of(bench.week, each) for each in (*coming, alone))
        return hand_made(problem, week)[0]

    bench.engine.find(rest)
    assert window.desk.preview
    meet = "1 session that runs now breaks a rule"
    assert window.shell is not None
    assert (meet in window.shell.rail.button("week").accessibleDescription()) == (hour == 10)
    bench.engine.finish(rest)
    page, version = window.week, window.desk.version
    assert page is not None and version is not None
    assert not page.notice_box.isVisible()
    assert version.number == 2
    assert {(each.start.day, each.citizens) for each in version.sessions} == {
        (23, ("c1", "c2")),
        (24, ("c3",)),
        (24, ("c4",)),
        (26, ("c1",)),
    }
    assert window.desk.report is not None and window.desk.report.clean
    assert (meet in window.shell.rail.button("week").accessibleDescription()) == (hour == 10)
    assert page.hand.publish() is not None
    assert window.desk.version is not None
    assert window.desk.version.state is VersionState.PUBLISHED


def test_names_that_are_concealed_or_corrected_while_planning_are_so_on_the_board(
    bench: Bench, open_window: OpenWindow
) -> None:
    window = open_window(bench)
    editing = window.context.editing
    window.plan()
    bench.engine.find(poorer)
    carl = next(each for each in editing.unit().citizens if each.id == "c1")
    editing.save("person_saved", [replace(carl, name="Kaj Karlsen")])
    assert window.desk.planning
    assert window.desk.prepared is not None
    assert "Kaj Karlsen" in {each.name for each in window.desk.prepared.unit.citizens}
    window.menus.conceal.trigger()
    assert window.desk.planning
    assert "Kaj Karlsen" not in {each.name for each in window.desk.prepared.unit.citizens}
    bench.engine.finish(plan)
    assert window.desk.number == 1
    assert "Kaj Karlsen" not in {each.name for each in window.desk.prepared.unit.citizens}


def test_a_week_that_is_over_is_not_planned_and_says_so(bench: Bench, open_window: OpenWindow) -> None:
    window = open_window(bench)
    window.desk.go_back()
    window.plan()
    assert not bench.engines
    assert "This week is over" in week_of(window).notice.text()
    assert bench.planning.versions(bench.week.previous()) == ()


def test_figures_that_are_others_by_now_break_no_rule(bench: Bench, open_window: OpenWindow) -> None:
    """Somebody was enrolled since: the sessions are as safe as before, and can be printed."""
    bench.keep_plan()
    window = open_window(bench)
    editing = window.context.editing
    enrolments = editing.unit().enrolments
    editing.save("many_enrolled", [replace(each, min_sessions=each.max_sessions) for each in enrolments])
    page = week_of(window)
    page.catch_up()
    assert page.strip.check.text() == "Checked: no rule broken"
    assert "worked out anew" in page.health._note.text()
    assert window.commands.prints.dialog() is not None


def test_a_lock_of_a_draft_does_not_bind_what_was_published_and_goes_with_the_draft(
    bench: Bench, open_window: OpenWindow
) -> None:
    bench.keep_plan()
    window = open_window(bench)
    hand = week_of(window).hand
    hand.publish()
    assert hand.make(Move("n3", "r2", bench.week.moment(1440 + 840)))
    hand.lock_session("n3", "")
    assert window.desk.number == 2 and hand.is_clean
    window.desk.show_number(1)
    assert hand.is_clean
    window.desk.show_number(2)
    told: list[str] = []
    hand.told.connect(told.append)
    hand.discard()
    assert "Unlocked with it: " in told[-1]
    assert bench.planning.prepare(bench.week).locks == ()
    window.menus.undo.trigger()
    assert len(bench.planning.prepare(bench.week).locks) == 1


def test_who_was_told_of_a_draft_is_on_the_call_list_once_it_is_discarded(
    bench: Bench, open_window: OpenWindow
) -> None:
    bench.keep_plan()
    window = open_window(bench)
    page, version = week_of(window), window.desk.version
    assert version is not None
    person = version.sessions[0].citizens[0]
    name = next(each.name for each in window.context.editing.unit().citizens if each.id == person)
    bench.store.put(Told("t1", version.week, version.id, person, "Koordinator", version.created_at))
    told: list[str] = []
    page.hand.told.connect(told.append)
    page.hand.discard()
    assert "it stays until they have been called by the list, and version 2 takes its place" in told[-1]
    assert window.desk.number == 2
    assert not page.untold_box.isHidden()
    window.desk.show_number(1)
    page.hand.discard()
    assert told[-1].startswith("Not discarded: ")
    assert f"the version that people go by: {name}." in told[-1]
    # Another window finds the same list: it is kept.
    again = open_window(bench)
    again.desk.show_week(bench.week)
    assert not week_of(again).untold_box.isHidden()
    window.menus.undo.trigger()
    assert window.desk.number == 1
    assert page.untold_box.isHidden()


def test_which_drafts_stay_beside_the_one_that_is_kept_is_told(bench: Bench, open_window: OpenWindow) -> None:
    bench.keep_plan()
    window = open_window(bench)
    page = week_of(window)
    assert page.hand.publish() is not None
    assert window.desk.version is not None
    first = window.desk.version.sessions[0]
    assert page.hand.make(Remove(first.id))
    heard = window.desk.version
    assert heard is not None
    at = heard.created_at
    bench.store.put(Told("t1", heard.week, heard.id, first.citizens[0], "Koordinator", at))
    for _ in range(2):
        window.desk.show_number(1)
        page.hand.duplicate()
    others = [each for each in window.desk.versions if each.number in (2, 3)]
    window.desk.show_number(4)
    told: list[str] = []
    page.hand.told.connect(told.append)
    page.hand.keep_only(others)
    assert [each.number for each in window.desk.versions] == [1, 2, 4]
    assert told[-1].startswith(
        "Done: drafts discarded. Ctrl+Z undoes it. Not discarded: draft 2. People were told"
    )


def test_a_draft_that_runs_with_those_who_were_told_of_it_is_kept_until_it_is_over(
    bench: Bench, open_window: OpenWindow
) -> None:
    bench.keep_plan()
    window = open_window(bench)
    page, version = week_of(window), window.desk.version
    assert version is not None
    session = version.sessions[0]
    person = session.citizens[0]
    name = next(each.name for each in window.context.editing.unit().citizens if each.id == person)
    bench.store.put(Told("t1", version.week, version.id, person, "Koordinator", version.created_at))
    bench.clock.set((session.start + timedelta(minutes=10)).astimezone(UTC))
    told: list[str] = []
    page.hand.told.connect(told.append)
    page.hand.discard()
    (said,) = told
    assert said.startswith(
        "Nothing was changed: by the draft that they were told of last these are in a session right now"
    )
    assert said.endswith(f": {name}. Wait until it is over.")
    assert window.desk.versions == (version,)


def test_an_edit_says_once_why_it_is_in_a_new_draft(bench: Bench, open_window: OpenWindow) -> None:
    bench.keep_plan()
    window = open_window(bench)
    hand = week_of(window).hand
    assert hand.publish() is not None
    why = "Version 1 is published and never changes: the change is in draft 2."
    said = window.statusBar().currentMessage
    assert window.desk.version is not None
    first, second = (each.id for each in window.desk.version.sessions[:2])
    assert hand.make(Remove(first))
    assert why in said()
    assert hand.make(Remove(second))
    assert said() and "never changes" not in said()


def test_an_edit_of_a_draft_that_people_were_told_of_says_why_it_is_in_a_new_one(
    bench: Bench, open_window: OpenWindow
) -> None:
    bench.keep_plan()
    window = open_window(bench)
    version = window.desk.version
    assert version is not None
    heard = version.sessions[0].citizens[0]
    bench.store.put(Told("t1", version.week, version.id, heard, "Koordinator", version.created_at))
    assert week_of(window).hand.make(Remove(version.sessions[0].id))
    why = "People were told of version 1, and it stays as they heard it: the change is in draft 2."
    assert why in window.statusBar().currentMessage()
