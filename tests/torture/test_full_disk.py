"""The short form: each write of the app on a full disk, with room for nothing and for a few pages."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.torture.filling import TEMPLATE, fill
from tests.torture.writes import DONE, WRITES

pytestmark = pytest.mark.usefixtures("qapp")
ROOMS = (0, 8)
"""KiB."""
TRACES = f"{DONE}, with traces until it is closed"
WORDS = {
    "creating": {"failed"},
    "unlocking": {"failed"},
    "failing to unlock": {"failed"},
    "recording": {"not recorded"},
    "erasing": {"not stored", TRACES},
    "backing up": {"full"},
    "restoring": {"full", "not_writable"},
    "exporting": {"not written"},
    "answering": {"not written"},
    "printing": {"not written"},
    "changing a slot": {"not_written"},
    "rotating": {"not_written", "reopen"},
    "migrating": {"failed"},
    "migrating with backups elsewhere": {"failed"},
    "upgrading a first version": {"failed"},
    "noting an error": {"no note"},
    "remembering": {"not kept"},
}
"""In which words each may be told; what stores something says that it is not stored."""


@pytest.mark.parametrize("write", WRITES)
def test_what_does_not_fit_is_told_and_nothing_is_lost(tmp_path: Path, kept: Path, write: str) -> None:
    shutil.copytree(kept, tmp_path / TEMPLATE)
    tried = fill(tmp_path, write, ROOMS)
    assert tried.words <= WORDS.get(write, {"not stored"})
    assert tried.refused
