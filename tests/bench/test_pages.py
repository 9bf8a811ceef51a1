"""What the measure of the pages tells."""

from __future__ import annotations

import pytest

from desktop.domain.plans import PlanVersion
from tests.bench import __main__ as bench
from tests.bench import board, pages, start
from tests.bench.pages import PageWaits

WAITS = PageWaits(70, (("people first", 80.4), ("edit on week", 130.0), ("undo on week", 101.0)), 100)


def test_what_took_too_long_is_named_and_the_longest_stands_first() -> None:
    told = WAITS.words().splitlines()
    assert told[0] == "Pages, 70 people: longest wait 130 ms (edit on week); asked 100 ms"
    assert "  people first 80 ms" in told
    assert told[-1] == "  over what was asked: edit on week, undo on week"
    assert PageWaits(70, WAITS.taken, 200).words().endswith("over what was asked: none")


def test_copies_of_the_demo_are_whole_and_apart() -> None:
    store = board.copied_demo(2, 0.2)
    with store.begin() as work:
        unit, versions = work.unit(), work.all(PlanVersion)
    assert len({each.case_number for each in unit.citizens}) == len(unit.citizens) == 140
    ids = {each.id for each in unit.citizens}
    sessions = [each for version in versions for each in version.sessions]
    assert {each for session in sessions for each in session.citizens} <= ids
    assert len({each.id for each in sessions}) == len(sessions)


def test_only_the_pages_are_measured_where_that_is_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["bench", "--only", "pages"])
    monkeypatch.setattr(start, "measure", lambda *_: [start.Waits("the door", (start.Seen(0.7, 0.3, None),))])
    monkeypatch.setattr(pages, "measure", lambda copies, asked, seconds: WAITS)
    assert bench.main() == 0
    told = capsys.readouterr().out
    assert "the door: 0.70 s (0.30 s of processor), asked 1 s: met" in told
    assert told.count("Pages, 70 people") == len(pages.COPIES)
