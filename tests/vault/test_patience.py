"""The delay after wrong passphrases: it grows, and neither a restart nor a clock shortens it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.vault.patience import NAME, Patience, delay

START = datetime(2026, 11, 23, 8, tzinfo=UTC)


class Time:
    """A wall clock that can be set, and ticks that can't."""

    def __init__(self) -> None:
        self.wall = START
        self.ticked = 0.0

    def now(self) -> datetime:
        return self.wall

    def ticks(self) -> float:
        return self.ticked

    def pass_by(self, seconds: float) -> None:
        self.ticked += seconds
        self.wall += timedelta(seconds=seconds)


@pytest.fixture
def time() -> Time:
    return Time()


def started(folder: Path, time: Time) -> Patience:
    """As a process that has just been started."""
    return Patience(folder, time.now, time.ticks)


def fail(patience: Patience) -> None:
    patience.count()
    patience.again()


def test_each_wrong_one_waits_twice_as_long_up_to_a_minute(tmp_path: Path, time: Time) -> None:
    patience = started(tmp_path, time)
    assert patience.left() == 0
    waited = []
    for _ in range(9):
        fail(patience)
        waited.append(patience.left())
        time.pass_by(patience.left())
        assert patience.left() == 0
    assert waited == [1, 2, 4, 8, 16, 32, 60, 60, 60]
    assert delay(10**9) == 60


def test_the_right_one_begins_anew_and_leaves_no_file(tmp_path: Path, time: Time) -> None:
    patience = started(tmp_path, time)
    for _ in range(5):
        fail(patience)
    patience.count()
    patience.forget()
    assert patience.left() == 0
    assert list(tmp_path.iterdir()) == []
    fail(patience)
    assert patience.left() == 1


def test_a_restart_goes_on_waiting(tmp_path: Path, time: Time) -> None:
    patience = started(tmp_path, time)
    for _ in range(5):
        fail(patience)
    time.pass_by(6)
    again = started(tmp_path, time)
    assert again.left() == 10
    time.pass_by(10)
    assert again.left() == 0
    fail(again)
    assert again.left() == 32


@pytest.mark.parametrize("back", [timedelta(seconds=1), timedelta(days=400)])
def test_a_clock_set_back_shortens_nothing_and_blocks_nobody(
    tmp_path: Path, time: Time, back: timedelta
) -> None:
    patience = started(tmp_path, time)
    for _ in range(5):
        fail(patience)
    time.wall -= back
    assert patience.left() == 16
    again = started(tmp_path, time)
    assert again.left() == 16
    time.pass_by(10)
    assert started(tmp_path, time).left() == 6
    time.pass_by(6)
    assert started(tmp_path, time).left() == 0


def test_a_clock_set_on_shortens_nothing_while_the_program_runs(tmp_path: Path, time: Time) -> None:
    patience = started(tmp_path, time)
    for _ in range(5):
        fail(patience)
    time.wall += timedelta(days=1)
    assert patience.left() == 16


def test_who_ends_the_program_in_the_middle_of_an_attempt_has_failed(tmp_path: Path, time: Time) -> None:
    for number in range(1, 4):
        patience = started(tmp_path, time)
        time.pass_by(patience.left())
        patience.count()
        assert started(tmp_path, time).left() == delay(number)


def test_an_attempt_that_said_nothing_does_not_count(tmp_path: Path, time: Time) -> None:
    patience = started(tmp_path, time)
    patience.count()
    patience.take_back()
    assert patience.left() == 0
    assert list(tmp_path.iterdir()) == []
    fail(patience)
    time.pass_by(1)
    patience.count()
    patience.take_back()
    assert patience.left() == 0
    fail(patience)
    assert patience.left() == 2


def test_two_programs_share_the_count(tmp_path: Path, time: Time) -> None:
    one, other = started(tmp_path, time), started(tmp_path, time)
    fail(one)
    assert other.left() == 1
    time.pass_by(1)
    fail(other)
    assert one.left() == 2


def test_removing_the_file_does_not_help_while_the_program_runs(tmp_path: Path, time: Time) -> None:
    patience = started(tmp_path, time)
    for _ in range(5):
        fail(patience)
    (tmp_path / NAME).unlink()
    assert patience.left() == 16


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '{"failed": true, "at": "2026-11-23T08:00:00+00:00"}', '{"failed": 1, "at": "yesterday"}',
     '{"failed": -1, "at": "2026-11-23T08:00:00+00:00"}', '{"failed": 1, "at": "2026-11-23T08:00:00"}'],
)  # fmt: skip
def test_a_spoilt_file_waits_longest_and_then_lets_one_try(tmp_path: Path, time: Time, text: str) -> None:
    (tmp_path / NAME).write_text(text)
    patience = started(tmp_path, time)
    assert patience.left() == 60
    time.pass_by(60)
    assert patience.left() == 0
    patience.count()
    patience.forget()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_still_waits(tmp_path: Path, time: Time) -> None:
    patience = started(tmp_path / "missing", time)
    fail(patience)
    assert patience.left() == 1


def test_the_file_tells_a_count_and_a_time_and_nothing_else(tmp_path: Path, time: Time) -> None:
    fail(started(tmp_path, time))
    assert (tmp_path / NAME).read_text() == '{"failed": 1, "at": "2026-11-23T08:00:00+00:00"}\n'
