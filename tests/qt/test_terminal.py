"""What a run says in a terminal."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from desktop.domain.time import IsoWeek
from desktop.qt.language import Language
from desktop.qt.planning_run import RunFailure, Step
from desktop.qt.run_words import failure_text, kept_text
from desktop.qt.terminal import step_text, summary_text
from desktop.services.week.summary import Summary

SUMMARY = Summary(
    people=70,
    sessions=184,
    hours=1662.5,
    placement_hours=496,
    hours_bound=1700,
    gap=0.0221,
    duties_missing=3,
    seconds=9.84,
    status="feasible",
)


@pytest.fixture(autouse=True)
def english(qapp: QCoreApplication) -> Iterator[None]:
    before = QLocale()
    Language().install("en")
    yield
    QLocale.setDefault(before)


def test_the_summary_tells_every_figure_once() -> None:
    text = summary_text(IsoWeek(2026, 48), SUMMARY)

    figures = [line.split("  ") for line in text.splitlines()[1:-1]]
    assert {line[1]: line[-1].strip() for line in figures} == {
        "People": "70",
        "Sessions": "184",
        "Weekly hours planned": "1,662.5",
        "Proven upper bound": "1,700",
        "Gap": "2.2 %",
        "Hours in placements": "496",
        "Duties not met": "3",
        "Seconds": "9.8",
    }
    assert text.splitlines()[0].startswith("Week 48, 2026")
    assert text.splitlines()[-1] == "  The independent check found no broken rule."


def test_an_unknown_bound_is_said_to_be_unknown() -> None:
    from dataclasses import replace

    text = summary_text(IsoWeek(2026, 48), replace(SUMMARY, hours_bound=None, gap=None))

    assert text.count("unknown") == 2


@pytest.mark.parametrize(
    ("step", "text"),
    [
        (Step(1.2, None, None, None, None, None), "1 s: no plan yet"),
        (
            Step(0.1, None, None, None, None, None, preparing=True),
            "Making the planner ready (the first time only) …",
        ),
        (Step(2.0, 3, None, 100.5, None, None), "2 s: 100.5 hours"),
        (Step(3.0, 3, 0, 100.5, 200, 0.4975), "3 s: 100.5 of at most 200 hours, gap 49.8 %"),
    ],
)
def test_a_step_tells_what_is_known(step: Step, text: str) -> None:
    assert step_text(step) == text


@pytest.mark.parametrize("failure", list(RunFailure))
def test_every_failure_has_a_sentence(failure: RunFailure) -> None:
    assert failure_text(failure).endswith((".", "?"))
    assert kept_text(failure).startswith(failure_text(failure))
