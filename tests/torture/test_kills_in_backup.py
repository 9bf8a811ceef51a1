"""The short form: a few kills in backups and in restores."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from desktop.vault import create_vault, make_backup, open_vault
from tests.store.small_unit import EVERYTHING
from tests.torture import kills_in_backup
from tests.vault.conftest import NOW
from tests.vault.kit import CHEAP, PASSPHRASE

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no kill -9")


@pytest.fixture
def here(tmp_path: Path) -> Path:
    vault = create_vault(tmp_path / "vault", PASSPHRASE, CHEAP)
    with vault.store().begin() as work:
        work.put_all(EVERYTHING)
        work.commit()
    vault.close()
    (tmp_path / "shelf").mkdir()
    return tmp_path


def test_kills_in_backups(here: Path) -> None:
    kills_in_backup.in_backups(here / "vault", here / "shelf", 4, random.Random(4))


def test_kills_in_restores(here: Path) -> None:
    vault = open_vault(here / "vault", PASSPHRASE)
    made = make_backup(vault.source(), here / "shelf", NOW)
    vault.close()
    kills_in_backup.in_restores(here / "vault", made.path, 4, random.Random(5), here)
