"""What stands in the way of more hours: asked, told with names, stopped, and marked when it is old."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import cast

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from desktop.domain.plans import PlanVersion
from desktop.qt.explain_process import ExplainStep
from desktop.qt.explain_run import ExplainRun
from desktop.qt.explaining_run import ExplainFailure
from desktop.qt.language import Language
from desktop.services.explaining import Explanation, Finding, Gain, Obstacle, OfferKind, OwnLimit
from desktop.services.week.planning import Prepared
from desktop.ui.main_window import MainWindow
from desktop.ui.people.page import PeoplePage
from desktop.ui.people.sections.obstacles import ObstaclesSection
from tests.ui.kit import Bench
from tests.ui.people.kit import section


class FakeRun(QObject):
    """Does what a test tells it."""

    progressed = Signal(object)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.running = False
        self.stopped = self.closed = False
        self.citizen = ""

    def start(self, prepared: Prepared, version: PlanVersion, citizen: str) -> None:
        del prepared, version
        self.running, self.citizen = True, citizen

    def stop(self) -> None:
        self.stopped = True

    def close(self) -> None:
        self.running, self.closed = False, True

    def answer(self, found: Explanation) -> None:
        self.running = False
        self.finished.emit(found)


FOUND = Explanation(
    "c2",
    examined=True,
    hours=8,
    cap=20,
    alone=18,
    limits=(OwnLimit(2, Finding("R8", ("c2", "club"))),),
    obstacles=(Obstacle(("R11",), 3, (), (Finding("R11", ("c2", "c3", "r1")),)),),
    gains=(
        Gain(OfferKind.STAFF, ("teaching",), 1, 2, 4),
        Gain(OfferKind.SEPARATION, ("g1", "g2"), None, 1.5, 3),
        Gain(OfferKind.ROOM, ("s1", "alarm"), None, 0, 0),
    ),
)


@pytest.fixture
def runs() -> list[FakeRun]:
    return []


@pytest.fixture
def page(planned: MainWindow, runs: list[FakeRun], qtbot: QtBot) -> PeoplePage:
    def new_run() -> ExplainRun:
        runs.append(FakeRun())
        return cast(ExplainRun, runs[-1])

    page = PeoplePage(planned.context, planned.desk, new_run)
    qtbot.addWidget(page)
    planned.context.editing.changed.connect(page.refresh)
    page.refresh(None)
    page.show()
    page.list.choose("c2")
    return page


@pytest.fixture
def card(page: PeoplePage) -> ObstaclesSection:
    return section(page, "week", ObstaclesSection)


def test_the_answer_is_told_with_names_and_hours(card: ObstaclesSection, runs: list[FakeRun]) -> None:
    card.ask_button.click()
    assert runs[0].citizen == "c2"
    assert not card.ask_button.isEnabled()
    runs[0].progressed.emit(ExplainStep("offers", 2, 9))
    assert card.told.text() == "Trying what would help: 2 of 9"
    runs[0].answer(FOUND)
    text = card.answer_text()
    assert "8 of 20 hours; 12 are missing" in text
    assert "Even alone in the unit they could have at most 18 hours." in text
    assert "How much they are enrolled for: Jobklub: without it 2 hours more would be possible" in text
    assert "People they must not meet on the site (Carl Carlsen and Lokale 1): 3 hours" in text
    assert "One more member of staff for Jobklub, Tuesday: +2 hours in the whole week (at most 4)" in text
    assert "Gruppe 1 and Gruppe 2 no longer kept apart; only who decided it may" in text
    assert "One more room" not in text
    assert card.ask_button.isEnabled()


def test_the_keyboard_stays_with_the_question(card: ObstaclesSection, runs: list[FakeRun]) -> None:
    card.window().activateWindow()
    card.ask_button.setFocus()
    card.ask_button.click()
    assert card.stop_button.hasFocus()
    runs[0].answer(FOUND)
    assert card.ask_button.hasFocus()


def test_names_in_the_answer_are_concealed_too(
    card: ObstaclesSection, runs: list[FakeRun], planned: MainWindow
) -> None:
    card.ask_button.click()
    runs[0].answer(FOUND)
    planned.menus.conceal.trigger()
    assert "Carlsen" not in card.answer_text()
    assert "Citizen " in card.answer_text()


def test_an_answer_is_marked_when_the_unit_has_changed(
    card: ObstaclesSection, runs: list[FakeRun], planned: MainWindow
) -> None:
    card.ask_button.click()
    runs[0].answer(FOUND)
    assert not card.outdated.isVisible()
    editing = planned.context.editing
    person = next(each for each in editing.unit().citizens if each.id == "c3")
    editing.save("person_saved", [replace(person, note="nothing that the plan knows")])
    assert not card.outdated.isVisible()
    editing.save("availability_saved", [replace(person, availability=())])
    assert card.outdated.isVisible()


def test_it_can_be_stopped_and_says_why_there_is_no_answer(
    card: ObstaclesSection, runs: list[FakeRun]
) -> None:
    card.ask_button.click()
    card.stop_button.click()
    assert runs[0].stopped
    runs[0].running = False
    runs[0].failed.emit(ExplainFailure.STOPPED)
    assert card.told.text() == "Stopped before there was an answer."
    assert not card.stop_button.isVisible()


def test_another_person_ends_it(page: PeoplePage, card: ObstaclesSection, runs: list[FakeRun]) -> None:
    card.ask_button.click()
    page.list.choose("c3")
    assert runs[0].closed
    assert card.answer_text() == ""


@pytest.mark.parametrize("failure", ExplainFailure)
@pytest.mark.parametrize("code", ["da", "en"])
def test_every_failure_has_words(language: Language, code: str, failure: ExplainFailure) -> None:
    from desktop.ui.conflicts.words import cost_failure
    from desktop.ui.people.obstacle_words import failure_text

    language.install(code)
    assert failure_text(failure).endswith((".", "?"))
    assert cost_failure(failure).endswith((".", "?"))


def test_without_a_plan_it_says_that_it_is_unknown(
    bench: Bench, open_window: Callable[..., MainWindow]
) -> None:
    from tests.ui.people.kit import people_page

    page = people_page(open_window(bench))
    page.list.choose("c2")
    card = section(page, "week", ObstaclesSection)
    assert card.told.text().startswith("Unknown")
    assert not card.ask_button.isEnabled()
