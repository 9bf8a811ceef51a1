"""The short form: a few kills of each kind of work."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from tests.torture import kills

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no kill -9")


@pytest.mark.parametrize("kind", kills.ALL)
def test_what_was_told_to_be_done_is_there_after_a_kill(tmp_path: Path, kind: str) -> None:
    assert kills.ALL[kind](tmp_path / "vault", 4, random.Random(6)).kills == 4
