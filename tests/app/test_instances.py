"""The short form of the torture of ``tests/torture/instances.py``."""

from __future__ import annotations

from pathlib import Path

from tests.torture.instances import kill_holders


def test_whoever_is_killed_with_the_vault_leaves_nobody_locked_out(tmp_path: Path) -> None:
    figures = kill_holders(tmp_path / "vault", rounds=3, seed=1)
    assert (figures.killed, figures.locked_out) == (3, 0)
