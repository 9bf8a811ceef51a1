"""A session that runs now and breaks a rule is red on every page until it ends, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.domain.conflicts import Scope, Separation
from desktop.domain.offers import Placement, PlacementKind
from desktop.domain.people import Absence, AbsenceKind
from desktop.domain.plans import VersionState
from desktop.domain.telling import Told
from desktop.domain.time import DateSpan, TimeSpan, WeeklyBlock
from desktop.qt.language import Language
from desktop.services.hand.week_edits import Leave
from desktop.services.week.in_force import unsafe_week
from desktop.ui.acute.kinds import Kind
from desktop.ui.acute.page import AcutePage
from desktop.ui.main_window import MainWindow
from desktop.ui.start.page import StartPage
from desktop.ui.week.page import WeekPage
from tests.services.acute_week import NOW, PLANNED, club, local
from tests.services.acute_week import planned as planned_week
from tests.services.small_unit import SINCE, UNIT, WEEK
from tests.services.test_repairs import MENDED
from tests.services.versions import published
from tests.ui.acute_kit import AcuteBench, fill
from tests.ui.kit import Bench

OpenWindow = Callable[..., MainWindow]
FEUD = Separation("x9", "c1", "c2", Scope.SITE, 30, "Ny", SINCE, "Politiet")
FEUD_AT_WORK = Separation("x8", "c1", "c4", Scope.SITE, 30, "Ny", SINCE, "Politiet")
RUNS = datetime(2026, 11, 23, 10, 0).astimezone(UTC)
ENDED = datetime(2026, 11, 23, 11, 30).astimezone(UTC)
SESSION = "Monday 23 November, 09:00–11:00, Jobklub, Lokale 1, Huset"


@pytest.fixture(params=[True, False], ids=["published", "draft"])
def running(bench: Bench, open_window: OpenWindow, request: pytest.FixtureRequest) -> MainWindow:
    return begin(bench, open_window, publish=request.param)


def begin(bench: Bench, open_window: OpenWindow, *, publish: bool = True) -> MainWindow:
    """The week that people go by, at ten on Monday: two who must be apart by now are in a session."""
    bench.keep_plan()
    if publish:
        with bench.store.begin() as work:
            (draft,) = work.versions(WEEK)
        bench.store.put(published(draft))
    bench.clock.set(RUNS)
    window = open_window(bench)
    assert window.week is not None
    window.context.editing.save("separation_saved", [FEUD])
    window.desk.catch_up()
    return window


def start_of(window: MainWindow) -> StartPage:
    assert window.shell is not None
    page = window.shell.page("start")
    assert isinstance(page, StartPage)
    page.refresh(None)
    return page


def lines(window: MainWindow) -> list[str]:
    assert window.week is not None
    window.week.strip.check.click()
    health = window.week.health.list
    return [health.item(at).text() for at in range(health.count())]


def test_every_page_is_red_until_it_ends(running: MainWindow, bench: Bench) -> None:
    assert running.shell is not None
    assert running.week is not None
    rail, strip = running.shell.rail, running.week.strip
    for key in ("week", "acute"):
        assert "1 session that runs now breaks a rule" in rail.button(key).accessibleDescription()
    assert (strip.check.text(), strip.check.property("chip")) == ("A rule is broken right now", "danger")
    first = lines(running)[0].splitlines()
    assert first[0] == f"Runs now: {SESSION}"
    assert first[1].startswith("R10 ")
    assert first[-1] == "Call Underviser now."
    card = start_of(running).weeks[0]
    assert card.running.text() == f"1 session that runs now breaks a rule: {SESSION}"
    running.desk.choose("n1")
    texts = running.week.session.texts()
    assert texts.index("Runs now, and breaks a rule") < texts.index("People · 2")
    bench.clock.set(ENDED)
    assert running.shell is not None
    running.desk.look_again()
    assert rail.button("week").accessibleDescription() == ""
    assert rail.button("acute").accessibleDescription() == ""
    assert strip.check.text() == "Checked: no rule broken"
    over = next(text for text in lines(running) if text.startswith("Is over: "))
    assert SESSION in over
    assert start_of(running).weeks[0].running.text() == ""


@pytest.mark.parametrize("publish", [True, False])
def test_the_findings_say_how_to_go_on_from_what_runs(
    bench: Bench, open_window: OpenWindow, publish: bool
) -> None:
    window = begin(bench, open_window, publish=publish)
    assert window.week is not None
    window.week.strip.check.click()
    texts = " ".join(each.text() for each in window.week.health.findChildren(QLabel))
    assert ("The rest of the week can be used all the same." in texts) == publish
    assert ("This week was never published: take out what runs now" in texts) == (not publish)


def test_the_rail_is_red_whatever_week_is_on_the_desk(running: MainWindow) -> None:
    assert running.shell is not None
    running.desk.show_week(WEEK.next())
    assert "runs now" in running.shell.rail.button("week").accessibleDescription()


def test_the_week_can_still_be_printed_and_says_what_runs(running: MainWindow) -> None:
    assert running.commands.prints.dialog() is not None


def test_what_runs_of_a_week_never_handed_out_can_be_taken_out_and_the_rest_published(
    bench: Bench, open_window: OpenWindow
) -> None:
    bench.keep_plan()
    bench.clock.set(RUNS)
    window = open_window(bench)
    page = window.week
    assert page is not None
    window.context.editing.save("separation_saved", [FEUD])
    window.desk.catch_up()
    texts = ask_to_publish(page)
    assert "It breaks a rule: it can't be published." in texts
    (way,) = (each for each in texts if "take out what runs now" in each)
    assert way.startswith(f"1 session that runs now breaks a rule: {SESSION}. This week was never published")
    page.commands.remove("n1")
    texts = ask_to_publish(page)
    assert not any("take out what runs now" in each for each in texts)
    assert page.versioning.publishing is not None
    page.versioning.publishing.ok.click()
    assert [each.state for each in window.desk.versions] == [VersionState.PUBLISHED]


def test_nothing_that_people_were_told_of_is_taken_out_while_it_runs(
    bench: Bench, open_window: OpenWindow
) -> None:
    window = begin(bench, open_window, publish=False)
    page, version = window.week, window.desk.version
    assert page is not None and version is not None
    bench.store.put(Told("t1", WEEK, version.id, "c1", "Koordinator", RUNS - timedelta(hours=2)))
    (way,) = (each for each in ask_to_publish(page) if "so what has begun stays" in each)
    assert way.endswith("publish once that is over. Call Underviser now.")
    page.commands.remove("n1")
    assert [len(each.sessions) for each in window.desk.versions] == [3]
    assert page.strip.check.text() == "A rule is broken right now"


@pytest.mark.parametrize("way", ["remove", "discard"])
def test_what_ran_of_a_draft_that_nobody_was_told_of_is_named_once_it_goes(
    bench: Bench, open_window: OpenWindow, way: str
) -> None:
    window = begin(bench, open_window, publish=False)
    page = window.week
    assert page is not None
    told: list[str] = []
    page.hand.told.connect(told.append)
    if way == "remove":
        page.commands.remove("n1")
    else:
        page.hand.discard()
    assert "It may be held all the same: Call Underviser now." in told[-1]


def test_what_runs_is_known_anew_once_another_draft_goes(bench: Bench, open_window: OpenWindow) -> None:
    window = begin(bench, open_window, publish=False)
    page = window.week
    assert page is not None
    first = window.desk.version
    assert first is not None
    page.hand.duplicate()
    page.commands.remove("n1")
    window.desk.show_number(1)
    assert page.strip.check.text() == "Checked: it would break 1 rule"
    window.desk.show_number(2)
    page.hand.discard()
    assert window.desk.version is not None and window.desk.version.id == first.id
    assert page.strip.check.text() == "A rule is broken right now"
    assert lines(window)[0].splitlines()[-1] == "Call Underviser now."


def test_who_is_ill_can_be_taken_out_of_what_runs_so_that_the_week_is_published(
    bench: Bench, open_window: OpenWindow
) -> None:
    bench.keep_plan()
    bench.clock.set(RUNS)
    window = open_window(bench)
    page = window.week
    assert page is not None
    day = TimeSpan(WEEK.moment(0), WEEK.moment(1440))
    window.context.editing.save("absence_saved", [Absence("a9", "c1", AbsenceKind.ILLNESS, day)])
    window.desk.catch_up()
    (way,) = (each for each in ask_to_publish(page) if "take out what runs now" in each)
    assert "Call" not in way
    page.hand.make(Leave("n1", "c1"))
    assert page.versioning.publishing is not None
    ask_to_publish(page)
    page.versioning.publishing.ok.click()
    assert [each.state for each in window.desk.versions] == [VersionState.PUBLISHED]


def test_a_draft_beside_the_week_in_force_says_what_runs_of_both(
    bench: Bench, open_window: OpenWindow
) -> None:
    window = begin(bench, open_window)
    page = window.week
    assert page is not None
    page.hand.duplicate()
    assert window.desk.version is not None
    assert window.desk.version.state is VersionState.DRAFT
    assert page.strip.check.text() == "A rule is broken right now"
    first = lines(window)[0].splitlines()
    assert (first[0], first[-1]) == (f"Runs now: {SESSION}", "Call Underviser now.")
    window.desk.choose("n1")
    assert "Runs now, and breaks a rule" in page.session.texts()


def ask_to_publish(page: WeekPage) -> list[str]:
    page.versioning.ask_to_publish()
    assert page.versioning.publishing is not None
    return [each.text() for each in page.versioning.publishing.findChildren(QLabel)]


def test_the_board_has_a_line_for_now_that_strikes_no_name_out(running: MainWindow) -> None:
    assert running.week is not None
    running.desk.choose(None)
    view = running.week.board.view
    canvas = view.canvas
    assert canvas.sheet is not None
    lines_now = canvas.now_lines()
    assert len(lines_now) == sum(each.day == WEEK.monday for each in canvas.sheet.columns)
    button = canvas.button("n1")
    assert button is not None
    inside = button.geometry().adjusted(2, 2, -2, -2)
    assert inside.top() < lines_now[0].y1() < inside.bottom()
    hours = QRect(QPoint(), QSize(round(canvas.painter.hours_width()), view.viewport().height()))
    seen, told = canvas.grab(inside).toImage(), view.viewport().grab(hours).toImage()
    view.show_now(None)
    assert canvas.now_lines() == ()
    assert canvas.grab(inside).toImage() == seen
    assert view.viewport().grab(hours).toImage() != told


def test_the_sign_of_a_version_in_force_that_breaks_a_rule(bench: Bench, open_window: OpenWindow) -> None:
    running = begin(bench, open_window)
    assert running.week is not None
    running.week.splitter.show_panel("versions")
    panel = running.week.versioning.panel
    assert "and breaks a rule" in panel.list.item(0).text()


@pytest.fixture
def acute(tmp_path: Path) -> AcuteBench:
    return AcuteBench(tmp_path, version=published(planned_week()))


def opened(bench: AcuteBench, qtbot: QtBot) -> AcutePage:
    page = AcutePage(bench.context)
    bench.context.editing.changed.connect(page.refresh)
    page.refresh(None)
    page.resize(1180, 660)
    qtbot.addWidget(page)
    page.show()
    return page


def test_the_staff_of_what_runs_head_the_list_also_once_a_repair_is_accepted(
    acute: AcuteBench, qtbot: QtBot
) -> None:
    page = opened(acute, qtbot)
    fill(page, Kind.RIVALRY, side_a="c1", side_b="c2")
    page.tell.ask_to_record()
    acute.engine.end(*MENDED)
    for _ in range(2):
        (urgent,) = page.repair.calls.urgent()
        assert urgent.startswith("Call now: Underviser\nRuns now: today 09:00–11:00")
        assert page.repair.running.text().startswith("1 session that runs now breaks a rule")
        assert "no rule is broken from now on" not in " ".join(page.repair.texts())
        assert all("s3" in half.view.canvas._conflicts for half in page.boards.halves)
        assert page.danger.running.isVisible()
        if page.desk.repaired is not None:
            page.accept()
    page.export.copy()
    copied = QGuiApplication.clipboard().text()
    assert copied.index("Call now: Underviser") < copied.index("[  ]")


def test_nobody_is_called_out_of_what_the_repair_makes_safe(tmp_path: Path, qtbot: QtBot) -> None:
    """One of them is there now and the other comes as they leave: the other coming later is enough."""
    there, comes = club("s3", 2, "c1 c2"), club("s4", 2, "c3", 660)
    bench = AcuteBench(tmp_path, version=published(planned_week(there, comes)))
    page = opened(bench, qtbot)
    fill(page, Kind.RIVALRY, side_a="c1", side_b="c3")
    assert page.danger.running.isVisible()
    page.tell.ask_to_record()
    bench.engine.end(there, replace(comes, start=comes.start + 60, end=comes.end + 60))
    assert page.repair.title.text() == "A safe week was found"
    assert "no rule is broken from now on" in " ".join(page.repair.texts())
    assert page.repair.calls.urgent() == ()
    assert not page.danger.isVisible()
    page.accept()
    assert page.repair.calls.urgent() == ()
    assert not page.danger.isVisible()


def test_a_draft_that_was_adapted_of_the_repair_can_be_published(acute: AcuteBench, qtbot: QtBot) -> None:
    page = opened(acute, qtbot)
    fill(page, Kind.RIVALRY, side_a="c1", side_b="c2")
    page.tell.ask_to_record()
    acute.engine.end(*MENDED)
    page.adapt()
    draft = acute.versions[-1]
    report = acute.context.drafts.publish(draft).report
    assert report.clean
    assert [each.ids[0] for each in report.running if each.rule == "R10"] == ["s3"]


def test_an_accepted_list_hides_no_new_danger(acute: AcuteBench, qtbot: QtBot) -> None:
    page = opened(acute, qtbot)
    fill(page, Kind.RIVALRY, side_a="c1", side_b="c2")
    page.tell.ask_to_record()
    acute.engine.end(*MENDED)
    page.accept()
    acute.context.editing.save("separation_saved", [replace(FEUD, id="x8", side_a="c3", side_b="c4")])
    assert page.mend.isVisible()
    assert page.danger.isVisible()
    assert "s4" in page.boards.halves[1].view.canvas._conflicts


def place_together(bench: AcuteBench, *citizens: str) -> None:
    block = (WeeklyBlock(2, 540, 780),)
    for number, citizen in enumerate(citizens or ("c1", "c2"), 1):
        kind = PlacementKind.INTERNSHIP
        bench.store.put(Placement(f"p{number}", citizen, kind, f"Parken {number}", "s2", block, SINCE))


def test_rivals_in_one_placement_are_told_before_and_after_it_is_recorded(
    tmp_path: Path, qtbot: QtBot
) -> None:
    bench = AcuteBench(tmp_path, version=None)
    place_together(bench)
    page = opened(bench, qtbot)
    asked: list[tuple[str, str]] = []
    page.navigate.connect(lambda key, subject: asked.append((key, subject)))
    assert page.danger.texts() == ()
    for recorded in (False, True):
        if recorded:
            page.tell.ask_to_record()
        else:
            fill(page, Kind.RIVALRY, side_a="c1", side_b="c2")
        first = page.danger.texts()[0]
        assert first.startswith("Runs now: Navn c1 and Navn c2 must be kept apart, but are both at Depotet")
        assert "Call Parken 1 (Navn c1), Parken 2 (Navn c2), Navn c1 and Navn c2." in first
        assert page.state.property("look") == "danger"
        assert page.danger.placed.isVisible()
    page.danger.placed.buttons[0].click()
    assert asked == [("people", "c1#offers")]


def test_the_way_to_the_placements_opens_them(planned: MainWindow, qtbot: QtBot) -> None:
    assert planned.shell is not None
    planned.shell.navigate("people", "c2#offers")
    place = planned.shell.page("people").place()
    assert (place["person"], place["sheet"]) == ("c2", "offers")


def test_it_is_told_in_danish(bench: Bench, open_window: OpenWindow, language: Language) -> None:
    language.install("da")
    running = begin(bench, open_window)
    assert running.week is not None
    assert running.week.strip.check.text() == "En regel er brudt lige nu"
    assert lines(running)[0].startswith("I gang nu: mandag")
    assert start_of(running).weeks[0].running.text().startswith("1 møde, der er i gang nu, bryder en regel")


@pytest.mark.parametrize(
    ("code", "line", "state", "card"),
    [
        (
            "en",
            "Week 48 is published and can't be checked: enter the measures of the levels.",
            "The plan of this week can't be checked: enter the measures of the levels",
            "Version 1 can't be checked: no threat level has measures on every day of the week",
        ),
        (
            "da",
            (
                "Uge 48 er offentliggjort og kan ikke kontrolleres: "
                "Indtast foranstaltningerne for trusselsniveauerne."
            ),
            "Ugens plan kan ikke kontrolleres: Indtast foranstaltningerne for trusselsniveauerne",
            "Version 1 kan ikke kontrolleres: Intet trusselsniveau har foranstaltninger alle ugens dage",
        ),
    ],
)
def test_a_published_week_that_cant_be_checked_is_red_everywhere(
    acute: AcuteBench, qtbot: QtBot, language: Language, code: str, line: str, state: str, card: str
) -> None:
    language.install(code)
    for level in UNIT.levels:
        acute.store.put(replace(level, span=DateSpan(level.span.first, NOW.date())))
    window = main_window(acute, qtbot)
    assert window.shell is not None
    banner = window.shell.unsafe
    qtbot.waitUntil(banner.isVisible)
    assert banner.text.text() == line
    page = window.shell.page("acute")
    assert isinstance(page, AcutePage)
    assert (page.state.text(), page.state.property("look")) == (state, "danger")
    first = start_of(window).weeks[0]
    assert (first.state.text(), first.state.property("look")) == (card, "danger")
    banner.mend.click()
    assert window.shell.current == "levels"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "2 people who must not meet are at one workplace now"),
        ("da", "2 personer, der ikke må mødes, er på samme arbejdsplads nu"),
    ],
)
def test_rivals_in_one_placement_now_are_red_above_every_page(
    acute: AcuteBench, qtbot: QtBot, language: Language, code: str, words: str
) -> None:
    language.install(code)
    acute.store.put(FEUD_AT_WORK)
    place_together(acute, "c1", "c4")
    window = main_window(acute, qtbot)
    assert window.shell is not None
    banner = window.shell.unsafe
    qtbot.waitUntil(banner.isVisible)
    assert banner.text.text().startswith(f"{words}.")
    week, page = (window.shell.rail.button(key) for key in ("week", "acute"))
    qtbot.waitUntil(lambda: words in page.accessibleDescription())
    assert words in week.accessibleDescription()
    banner.mend.click()
    assert window.shell.current == "acute"


def test_rivals_in_one_placement_now_are_told_by_the_rail_without_a_plan(
    tmp_path: Path, qtbot: QtBot
) -> None:
    bench = AcuteBench(tmp_path, version=None)
    bench.store.put(FEUD)
    place_together(bench)
    window = main_window(bench, qtbot)
    assert window.shell is not None
    rail = window.shell.rail
    qtbot.waitUntil(lambda: "at one workplace now" in rail.button("acute").accessibleDescription())


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "Version 1 is published · in 2 sessions somebody can't come or the room is shut"),
        (
            "da",
            "Version 1 er offentliggjort · i 2 møder kan nogen ikke komme, eller lokalet er lukket",
        ),
    ],
)
def test_somebody_ill_is_no_alarm_above_every_page(
    acute: AcuteBench, qtbot: QtBot, language: Language, code: str, words: str
) -> None:
    language.install(code)
    acute.store.put(Absence("a1", "c1", AbsenceKind.ILLNESS, TimeSpan(NOW, local("2026-11-28"))))
    window = main_window(acute, qtbot)
    state = start_of(window).weeks[0].state
    assert (state.text(), state.property("look")) == (words, "warn")
    assert window.shell is not None
    assert unsafe_week(acute.context.planning, acute.clock, WEEK) is None
    assert not window.shell.unsafe.isVisible()


def test_nothing_runs_of_a_published_version_that_another_took_the_place_of(
    acute: AcuteBench, qtbot: QtBot
) -> None:
    (old,) = acute.versions
    new = published(planned_week(*PLANNED[:2], *PLANNED[3:4], number=2))
    assert new.published_at is not None
    new = replace(new, published_at=new.published_at + timedelta(days=1))
    acute.store.put(FEUD)
    desk = main_window(acute, qtbot).desk
    desk.show_version(old)
    assert [each.session.id for each in desk.running] == ["s3"]
    acute.store.put(new)
    desk.reload()
    desk.show_version(old)
    assert desk.running == ()


@pytest.mark.parametrize(
    ("code", "words", "line"),
    [
        ("en", "In 2 sessions somebody can't come or the room is shut", "Absent: Navn c1."),
        ("da", "I 2 møder kan nogen ikke komme, eller lokalet er lukket", "Fraværende: Navn c1."),
    ],
)
def test_somebody_ill_is_told_quietly_on_the_week(
    acute: AcuteBench, qtbot: QtBot, language: Language, code: str, words: str, line: str
) -> None:
    language.install(code)
    window = main_window(acute, qtbot)
    assert window.shell is not None
    window.shell.show_page("week")
    ill = Absence("a1", "c1", AbsenceKind.ILLNESS, TimeSpan(NOW, local("2026-11-28")))
    window.context.editing.save("absence_saved", [ill])
    window.desk.catch_up()
    assert window.week is not None
    chip = window.week.strip.check
    assert (chip.text(), chip.property("chip")) == (words, "warn")
    assert window.shell.rail.button("week").accessibleDescription() == ""
    told = lines(window)
    assert sum(each.endswith(line) for each in told) == 2
    assert window.week.health.title.text() == words
    window.week.splitter.show_panel("versions")
    assert window.week.versioning.panel.list.item(0).text().splitlines()[1] == words


def test_rivals_are_red_beside_somebody_who_is_ill(acute: AcuteBench, qtbot: QtBot) -> None:
    ill = Absence("a1", "c4", AbsenceKind.ILLNESS, TimeSpan(NOW, local("2026-11-28")))
    acute.store.put(ill)
    acute.store.put(replace(FEUD, side_b="c2"))
    window = main_window(acute, qtbot)
    assert window.shell is not None
    window.shell.show_page("week")
    assert window.week is not None
    chip = window.week.strip.check
    assert (chip.text(), chip.property("chip")) == (
        "A rule is broken right now · 1 more to come",
        "danger",
    )
    lines(window)
    assert window.week.health.title.text() == (
        f"{chip.text()} · in 1 session somebody can't come or the room is shut"
    )


def test_a_version_that_another_took_the_place_of_claims_nothing_of_now(
    acute: AcuteBench, qtbot: QtBot
) -> None:
    (old,) = acute.versions
    new = published(planned_week(*PLANNED[:2], *PLANNED[3:4], number=2))
    assert new.published_at is not None
    acute.store.put(replace(new, published_at=new.published_at + timedelta(days=1)))
    draft = planned_week(number=3)
    acute.store.put(draft)
    acute.store.put(FEUD)
    window = main_window(acute, qtbot)
    shell = window.shell
    assert shell is not None
    shell.show_page("week")
    week = window.week
    assert week is not None
    for shown in (old, draft):
        window.desk.show_version(shown)
        told = lines(window)
        assert week.strip.check.text() == week.health.title.text()
        assert week.strip.check.text().startswith("Checked: it would break ")
        assert week.strip.check.property("chip") == "danger"
        assert any("\nR10 apart in session would be broken: Navn c1, Navn c2" in each for each in told)
        assert not any("Runs now" in each or "Call " in each for each in told)
        assert not any("is broken" in each for each in told if not each.startswith("Is over: "))
        assert (
            shell.rail.button("week")
            .accessibleDescription()
            .startswith("The version of week 48 that is shown would break ")
        )
        assert shell.rail.button("acute").accessibleDescription() == ""
        window.desk.choose("s3")
        assert "Would break a rule" in week.session.texts()
        assert "Runs now, and breaks a rule" not in week.session.texts()


def main_window(bench: AcuteBench, qtbot: QtBot) -> MainWindow:
    window = MainWindow(bench.context)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window
