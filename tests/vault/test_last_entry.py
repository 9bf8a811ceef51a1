"""The file that names the trail's last entry: sealed, written in place, and never in anybody's way."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.domain.audit import AuditHead
from desktop.vault import LastEntry, create_vault, open_vault, remove_vault
from desktop.vault.last_entry import FILE
from tests.vault.kit import CHEAP, PASSPHRASE

KEY = bytes(range(32))
HEAD = AuditHead(7, "ab" * 32)


def test_it_names_the_head_that_was_kept_last(tmp_path: Path) -> None:
    last = LastEntry(tmp_path)
    assert last.read(KEY) is None
    last.keep(KEY, HEAD)
    last.keep(KEY, AuditHead(8, "cd" * 32))
    assert last.read(KEY) == AuditHead(8, "cd" * 32)
    assert (tmp_path / FILE).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("at", [0, 19, 30, 100, 148, 149])
def test_what_somebody_wrote_there_is_no_head(tmp_path: Path, at: int) -> None:
    last = LastEntry(tmp_path)
    last.keep(KEY, HEAD)
    content = bytearray((tmp_path / FILE).read_bytes())
    content[at] ^= 1
    (tmp_path / FILE).write_bytes(content)
    assert last.read(KEY) is None
    assert last.read(KEY[::-1]) is None


def test_where_it_cannot_be_written_nothing_is_said(tmp_path: Path) -> None:
    LastEntry(tmp_path / "none").keep(KEY, HEAD)
    assert LastEntry(tmp_path / "none").read(KEY) is None


def test_it_goes_with_its_vault(tmp_path: Path) -> None:
    create_vault(tmp_path, PASSPHRASE, CHEAP).close()
    LastEntry(tmp_path).keep(KEY, HEAD)
    remove_vault(tmp_path)
    assert not (tmp_path / FILE).exists()
    LastEntry(tmp_path).keep(KEY, HEAD)
    create_vault(tmp_path, PASSPHRASE, CHEAP).close()
    assert not (tmp_path / FILE).exists()
    open_vault(tmp_path, PASSPHRASE).close()
