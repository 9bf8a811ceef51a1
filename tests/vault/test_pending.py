"""What waits beside the vault: it says nothing, forgets nothing and can't be meddled with unseen."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest

from desktop.vault.pending import FILE, MOST_RECORDS, PendingFile, PendingState

KEY = bytes(range(32))
NEEDLE = "nåleøje"
RECORD = {"kind": "failed_unlock", "system": NEEDLE}


@pytest.fixture
def waiting(tmp_path: Path) -> PendingFile:
    return PendingFile(tmp_path)


@pytest.fixture
def laid_out(waiting: PendingFile) -> str:
    file_id = waiting.new_id()
    assert waiting.lay_out(KEY, file_id)
    return file_id


def rewrite(path: Path, **members: object) -> None:
    value = json.loads(path.read_bytes())
    path.write_text(json.dumps(value | members), encoding="utf-8")


def test_records_come_back_whole_and_in_order(waiting: PendingFile, laid_out: str) -> None:
    for number in range(3):
        assert waiting.add(RECORD | {"n": number})
    taken = waiting.take(KEY, laid_out)
    assert (taken.state, taken.count) == (PendingState.WHOLE, 3)
    assert [record["n"] for record in taken.records] == [0, 1, 2]


def test_two_threads_at_once_lose_nothing(waiting: PendingFile, laid_out: str) -> None:
    with ThreadPoolExecutor(2) as pool:
        added = list(pool.map(lambda number: waiting.add(RECORD | {"n": number}), range(40)))
    assert all(added)
    taken = waiting.take(KEY, laid_out)
    assert (taken.state, taken.count) == (PendingState.WHOLE, 40)
    assert sorted(record["n"] for record in taken.records) == list(range(40))


def test_the_file_tells_no_name_and_not_even_its_length(
    waiting: PendingFile, laid_out: str, tmp_path: Path
) -> None:
    waiting.add({"system": NEEDLE})
    waiting.add({"system": "x"})
    content = (tmp_path / FILE).read_bytes()
    for form in (NEEDLE.encode(), json.dumps(NEEDLE)[1:-1].encode()):
        assert form not in content
    one, other = json.loads(content)["records"]
    assert len(one) == len(other)
    assert (tmp_path / FILE).stat().st_mode & 0o077 == 0


def test_who_has_the_file_can_read_nothing_of_before(
    waiting: PendingFile, laid_out: str, tmp_path: Path
) -> None:
    """The key in the file opens none of its records."""
    waiting.add(RECORD)
    before = json.loads((tmp_path / FILE).read_bytes())
    rewrite(tmp_path / FILE, records=[])
    waiting.add(RECORD)
    after = json.loads((tmp_path / FILE).read_bytes())
    assert before["records"][0] not in after["records"]
    assert before["key"] != after["key"]


@pytest.mark.parametrize("kept", [0, 1, 2])
def test_a_dropped_record_is_seen(waiting: PendingFile, laid_out: str, tmp_path: Path, kept: int) -> None:
    for _ in range(3):
        waiting.add(RECORD)
    records = json.loads((tmp_path / FILE).read_bytes())["records"]
    rewrite(tmp_path / FILE, records=records[:kept])
    assert waiting.take(KEY, laid_out).state is PendingState.ALTERED


def test_records_that_change_places_or_come_from_elsewhere_are_seen(
    waiting: PendingFile, laid_out: str, tmp_path: Path
) -> None:
    waiting.add(RECORD | {"n": 0})
    waiting.add(RECORD | {"n": 1})
    one, two = json.loads((tmp_path / FILE).read_bytes())["records"]
    rewrite(tmp_path / FILE, records=[two, one])
    assert waiting.take(KEY, laid_out).state is PendingState.ALTERED
    rewrite(tmp_path / FILE, records=[one, one])
    assert waiting.take(KEY, laid_out).state is PendingState.ALTERED


def test_a_key_of_somebody_elses_making_is_seen(waiting: PendingFile, laid_out: str, tmp_path: Path) -> None:
    waiting.add(RECORD)
    rewrite(tmp_path / FILE, key="AAAA", records=[])
    assert waiting.take(KEY, laid_out).state is PendingState.ALTERED


def test_a_removed_and_an_exchanged_file_are_seen(
    waiting: PendingFile, laid_out: str, tmp_path: Path
) -> None:
    waiting.lay_out(KEY, waiting.new_id())
    assert waiting.take(KEY, laid_out).state is PendingState.EXCHANGED
    (tmp_path / FILE).unlink()
    assert waiting.take(KEY, laid_out).state is PendingState.MISSING
    assert waiting.take(KEY, "").state is PendingState.NONE


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"format": "x"}', b"\xff", b"[" * 100_000])
def test_a_file_that_is_none_is_told_and_takes_nothing(
    waiting: PendingFile, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / FILE).write_bytes(content)
    assert waiting.take(KEY, "00" * 16).state is PendingState.ALTERED
    assert not waiting.add(RECORD)


def test_without_a_file_nothing_is_kept_and_that_is_told(waiting: PendingFile) -> None:
    assert not waiting.add(RECORD)


def test_a_robot_that_guesses_fills_no_disk_but_is_counted(
    waiting: PendingFile, laid_out: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.vault.pending.MOST_RECORDS", 5)
    assert MOST_RECORDS > 5
    for _ in range(12):
        assert waiting.add(RECORD)
    assert len(json.loads((tmp_path / FILE).read_bytes())["records"]) == 5
    taken = waiting.take(KEY, laid_out)
    assert (taken.state, len(taken.records), taken.count) == (PendingState.WHOLE, 5, 12)


ADD = """
import sys
from pathlib import Path
from desktop.vault.pending import PendingFile

waiting = PendingFile(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
assert all(waiting.add({"n": number}) for number in range(40))
"""


def test_two_processes_at_once_lose_nothing(waiting: PendingFile, laid_out: str, tmp_path: Path) -> None:
    """One has the vault open, the other reads it, or tries to open it."""
    command = [sys.executable, "-c", ADD, str(tmp_path)]
    with ExitStack() as running:
        others = [
            running.enter_context(
                subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            )
            for _ in range(2)
        ]
        for other in others:
            assert other.stdout is not None
            assert other.stdout.readline() == "ready\n"
        for other in others:
            assert other.stdin is not None
            other.stdin.write("go\n")
            other.stdin.flush()
        assert [other.wait(60) for other in others] == [0, 0]
    taken = waiting.take(KEY, laid_out)
    assert (taken.state, taken.count) == (PendingState.WHOLE, 80)
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_what_is_added_while_the_file_is_taken_waits_for_the_next_one(
    waiting: PendingFile, laid_out: str, tmp_path: Path
) -> None:
    with ThreadPoolExecutor(1) as pool:
        with waiting.alone():
            added = pool.submit(PendingFile(tmp_path).add, RECORD)
            taken = waiting.take(KEY, laid_out)
            next_id = waiting.new_id()
            waiting.lay_out(KEY, next_id)
        assert added.result()
    assert taken.count == 0
    assert waiting.take(KEY, next_id).count == 1


def test_who_waits_too_long_for_the_turn_is_told(
    waiting: PendingFile, laid_out: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.vault.pending.PATIENCE_SECONDS", 0.0)
    with waiting.alone():
        assert not PendingFile(tmp_path).add(RECORD)
    assert waiting.add(RECORD)
