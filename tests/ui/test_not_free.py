"""Whom the unit keeps from a session for another reason than that they are away is red, with that reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.locks import Lock, LockKind
from desktop.domain.time import DateSpan
from desktop.domain.unit import entities_of
from desktop.qt.language import Language
from desktop.ui.acute.kinds import Kind
from desktop.ui.acute.page import AcutePage
from tests.services.acute_week import NOW
from tests.services.small_unit import WEEK
from tests.services.test_mild import ALONE, LEVEL_4, VERSION, WHOLE, with_first
from tests.ui.acute_kit import AcuteBench, fill
from tests.ui.test_running import lines, main_window

FOURTH = replace(ALONE, id="l4", level=4, span=DateSpan(date(2026, 11, 24)))
"""The measures of level 4 are known from Tuesday on."""


@pytest.mark.parametrize(
    ("code", "acute", "health"),
    [
        (
            "en",
            "Navn c1 must not be there: the measures of threat level 4 are not on record all week.",
            "(the measures of threat level 4 are not on record all week)",
        ),
        (
            "da",
            "Navn c1 må ikke være der: der er ikke registreret foranstaltninger for niveau 4 i hele ugen.",
            "(der er ikke registreret foranstaltninger for niveau 4 i hele ugen)",
        ),
    ],
)
def test_a_threat_without_measures_for_the_week_calls_the_staff(
    tmp_path: Path, qtbot: QtBot, language: Language, code: str, acute: str, health: str
) -> None:
    language.install(code)
    bench = AcuteBench(tmp_path, version=VERSION)
    bench.store.put(*entities_of(with_first(levels=(*WHOLE.levels, FOURTH))))
    window = main_window(bench, qtbot)
    assert window.shell is not None
    page = window.shell.page("acute")
    assert isinstance(page, AcutePage)
    window.shell.show_page("acute")
    fill(page, Kind.THREAT, citizen="c1", level=4)
    assert page.danger.running.isVisible()
    assert "Medarbejder" in page.danger.running.text()
    assert [text.splitlines()[1] for text in page.danger.texts()] == [acute, acute]

    bench.store.put(replace(WHOLE.citizens[0], assessments=(*WHOLE.citizens[0].assessments, LEVEL_4)))
    window.shell.show_page("week")
    window.desk.look_again()
    window.desk.reload()
    assert window.week is not None
    assert window.week.strip.check.property("chip") == "danger"
    assert [each.session.id for each in window.desk.running] == ["n1"]
    told = lines(window)
    assert told[0].splitlines()[1].endswith(f": Navn c1 {health}")
    assert told[1].splitlines()[-1].endswith(f": Navn c1 {health}")


def test_a_lock_that_a_draft_does_not_keep_to_is_no_absence(tmp_path: Path, qtbot: QtBot) -> None:
    draft = replace(VERSION, state=type(VERSION.state).DRAFT, published_at=None)
    bench = AcuteBench(tmp_path, version=draft)
    bench.store.put(*entities_of(WHOLE))
    bench.store.put(Lock("k1", WEEK, LockKind.DAY, "2026-11-26", (), "K", datetime(2026, 11, 24, tzinfo=UTC)))
    bench.clock.set(NOW.replace(hour=8).astimezone(UTC))
    window = main_window(bench, qtbot)
    assert window.shell is not None
    window.shell.show_page("week")
    assert window.week is not None
    chip = window.week.strip.check
    assert (chip.text(), chip.property("chip")) == ("Checked: 1 rule broken", "danger")
    line = lines(window)[0].splitlines()[-1]
    assert line == "R6 citizen free is broken: Navn c1 (a lock holds the person or the day)"
