"""A vault of the test's own, with the small unit in it: a copy of one that is made once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.vault import Vault, create_vault, open_vault
from tests.store.small_unit import EVERYTHING
from tests.vault.kit import CHEAP, PASSPHRASE

NOW = datetime(2026, 11, 26, 7, 30, tzinfo=UTC)


@pytest.fixture(scope="session")
def kept_vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kept") / "vault"
    vault = create_vault(folder, PASSPHRASE, CHEAP)
    with vault.store().begin() as work:
        work.put_all(EVERYTHING)
        work.commit()
    vault.close()
    return folder


@pytest.fixture
def home(tmp_path: Path, kept_vault: Path) -> Path:
    """The folder of a closed vault that holds the small unit."""
    shutil.copytree(kept_vault, tmp_path / "vault")
    return tmp_path / "vault"


@pytest.fixture
def vault(home: Path) -> Iterator[Vault]:
    """The same, open."""
    opened = open_vault(home, PASSPHRASE)
    yield opened
    opened.close()


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder for backups."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    return folder
