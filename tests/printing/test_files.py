"""What is written in the clear: whole or not at all, and nothing half written is left lying about."""

from __future__ import annotations

import os
from pathlib import Path
from time import time

import pytest

from desktop.printing.files import SWEPT_AFTER, write_whole


def left_behind(path: Path, age: float) -> Path:
    """A file as old as that, in seconds."""
    path.write_bytes(b"Noor Nyborg")
    os.utime(path, (time() - age,) * 2)
    return path


def test_what_a_killed_export_left_goes_with_the_next_one_in_that_folder(tmp_path: Path) -> None:
    old = left_behind(tmp_path / ".sikkerplan-abc.tmp", SWEPT_AFTER + 60)
    written = left_behind(tmp_path / ".sikkerplan-def.tmp", 60)
    others = [
        left_behind(tmp_path / name, SWEPT_AFTER + 60) for name in (".other-abc.tmp", "sikkerplan.json")
    ]
    write_whole(tmp_path / "list.pdf", b"whole")
    assert (tmp_path / "list.pdf").read_bytes() == b"whole"
    assert not old.exists()
    assert all(path.exists() for path in (written, *others))


def test_one_that_can_not_be_removed_stops_no_export(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = left_behind(tmp_path / ".sikkerplan-abc.tmp", SWEPT_AFTER + 60)

    def refuse(path: Path, missing_ok: bool = False) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refuse)
    write_whole(tmp_path / "list.pdf", b"whole")
    assert (tmp_path / "list.pdf").exists()
    assert old.exists()
