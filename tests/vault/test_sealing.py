"""What is sealed for a locked vault: only its key opens it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop.store import StoreNotWritable
from desktop.vault import Argon2Cost, create_vault, open_vault
from desktop.vault.sealing import Opener
from tests.store.small_unit import EVERYTHING, UNIT

PASSPHRASE = "rødgrød med fløde"
CHEAP = Argon2Cost(passes=1, memory_kib=64, lanes=1)
MESSAGE = b"a plan with c1 in it"


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """The folder of a closed vault that holds the small unit."""
    vault = create_vault(tmp_path / "vault", PASSPHRASE, CHEAP)
    with vault.store().begin() as work:
        work.put_all(EVERYTHING)
        work.commit()
    vault.close()
    return tmp_path / "vault"


def test_only_the_same_key_opens_it() -> None:
    key = os.urandom(32)
    seal = Opener(key).seal()
    sealed = seal.close(MESSAGE)
    assert MESSAGE not in sealed
    assert seal.close(MESSAGE) != sealed
    assert Opener(key).open(sealed) == MESSAGE
    for other in (os.urandom(32), bytes(32)):
        with pytest.raises(ValueError, match="not sealed"):
            Opener(other).open(sealed)


def test_what_was_changed_or_cut_short_does_not_open() -> None:
    opener = Opener(os.urandom(32))
    sealed = opener.seal().close(MESSAGE)
    for place in range(len(sealed)):
        changed = bytearray(sealed)
        changed[place] ^= 1
        with pytest.raises(ValueError, match="not sealed"):
            opener.open(bytes(changed))
    for length in (0, 31, 32, len(sealed) - 1):
        with pytest.raises(ValueError, match="not sealed"):
            opener.open(sealed[:length])


def test_a_vault_opens_what_was_sealed_while_it_was_closed(made: Path) -> None:
    vault = open_vault(made, PASSPHRASE)
    seal = vault.seal()
    vault.close()
    sealed = seal.close(MESSAGE)
    for act in (vault.seal, lambda: vault.unseal(sealed)):
        with pytest.raises(RuntimeError):
            act()
    again = open_vault(made, PASSPHRASE)
    assert again.unseal(sealed) == MESSAGE
    again.close()


def test_a_vault_opened_for_reading_is_read_beside_the_one_who_has_it(made: Path) -> None:
    first = open_vault(made, PASSPHRASE)
    second = open_vault(made, PASSPHRASE, read_only=True)
    assert second.read_only
    assert not first.read_only
    with second.store().begin() as work:
        assert work.unit() == UNIT
        with pytest.raises(StoreNotWritable):
            work.put(UNIT.citizens[0])
    second.close()
    first.close()
