"""A closed vault that is made once, since making one takes a while: tests work on copies."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.small_unit import EVERYTHING
from tests.torture.kills import make


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a closed vault that holds the small unit."""
    folder = tmp_path_factory.mktemp("kept") / "vault"
    make(folder, *EVERYTHING)
    return folder
