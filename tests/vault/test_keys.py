"""The derived keys: as RFC 5869 says, each its own, and none seen by accident."""

from __future__ import annotations

import hashlib
import hmac

import pytest

from desktop.vault import DataKey, Subkeys
from desktop.vault.keys import LastingKeys

KEY = DataKey(bytes(range(32)), bytes(range(16)))


def hkdf(key: bytes, salt: bytes, info: bytes) -> bytes:
    """RFC 5869 for 32 bytes, written out."""
    extracted = hmac.new(salt, key, hashlib.sha256).digest()
    return hmac.new(extracted, info + b"\x01", hashlib.sha256).digest()


def test_each_key_is_the_hkdf_of_its_own_label() -> None:
    made = {
        "database": KEY.database().key,
        "audit": KEY.audit(),
        "backup": KEY.backup(),
        "pseudonyms": KEY.pseudonyms(),
        "lasting": KEY.lasting(),
    }
    for purpose, key in made.items():
        assert key == hkdf(KEY.key, KEY.salt, f"sikkerplan/2 {purpose}".encode())
    assert len(set(made.values())) == len(made)
    assert KEY.database().salt == KEY.salt


def test_every_key_is_random() -> None:
    one, two = DataKey.random(), DataKey.random()
    assert one.key != two.key
    assert one.salt != two.salt
    assert DataKey.from_secret(one.secret()) == one


@pytest.mark.parametrize("secret", [b"", bytes(47), bytes(49)])
def test_a_secret_of_another_length_is_none(secret: bytes) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        DataKey.from_secret(secret)


def test_what_is_carried_on_replaces_audit_and_pseudonyms_alone() -> None:
    carried = LastingKeys(b"a" * 32, b"p" * 32)
    keys = Subkeys(KEY, carried)
    assert (keys.audit(), keys.pseudonyms()) == (b"a" * 32, b"p" * 32)
    assert keys.backup() == KEY.backup()
    assert keys.database() == KEY.database()


def test_no_key_shows_itself() -> None:
    for value in (KEY, Subkeys(KEY), LastingKeys(KEY.key, KEY.key)):
        assert repr(KEY.key)[2:20] not in repr(value)
