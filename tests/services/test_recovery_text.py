"""The recovery key's text: exact both ways, forgiving of hands and eyes, and told where it is wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.recovery_text import (
    ALPHABET,
    MistypedRecoveryKey,
    recovery_secret,
    recovery_text,
)

SECRETS = st.binary(min_size=20, max_size=20)


def test_it_is_nine_groups_of_four_and_says_the_same_everywhere() -> None:
    assert recovery_text(bytes(20)).startswith("0000-0000-0000-0000-0000-0000-0000-0000-")
    text = recovery_text(bytes(range(20)))
    assert text == "000G-40R4-0M30-E209-185G-R38E-1W81-24GK-G9FT"
    assert [len(group) for group in text.split("-")] == [4] * 9


@given(SECRETS)
def test_what_is_printed_comes_back_as_it_was(secret: bytes) -> None:
    text = recovery_text(secret)
    assert recovery_secret(text) == secret
    for typed in (text.lower(), text.replace("-", ""), f"  {text.replace('-', '  ')}\n"):
        assert recovery_secret(typed) == secret
    assert recovery_secret(text.replace("0", "O").replace("1", "l")) == secret


@given(SECRETS, st.integers(0, 35), st.sampled_from(ALPHABET))
def test_one_wrong_letter_is_seen_and_its_group_named(secret: bytes, at: int, letter: str) -> None:
    letters = recovery_text(secret).replace("-", "")
    wrong = letters[:at] + letter + letters[at + 1 :]
    if wrong == letters:
        return
    with pytest.raises(MistypedRecoveryKey) as told:
        recovery_secret(wrong)
    # Of a thousand texts one has another near it that is sound too, and then it may name none.
    assert not told.value.groups or at // 4 + 1 in told.value.groups


def test_two_letters_the_other_way_round_are_seen() -> None:
    letters = recovery_text(bytes(range(20))).replace("-", "")
    at = next(place for place in range(12, 31) if letters[place] != letters[place + 1] and place % 4 < 3)
    wrong = letters[:at] + letters[at + 1] + letters[at] + letters[at + 2 :]
    with pytest.raises(MistypedRecoveryKey) as told:
        recovery_secret(wrong)
    assert at // 4 + 1 in told.value.groups


def test_missing_surplus_and_strange_letters_are_told() -> None:
    text = recovery_text(bytes(range(20)))
    for typed, missing, groups in (
        ("", 36, ()),
        (text[:-3], 3, ()),
        (text + "AA", -2, ()),
        ("U" + text[1:], 0, (1,)),
        (text[:-1] + "?", 0, (9,)),
    ):
        with pytest.raises(MistypedRecoveryKey) as told:
            recovery_secret(typed)
        assert (told.value.missing, told.value.groups) == (missing, groups)


def test_the_error_tells_nothing_of_the_key() -> None:
    text = recovery_text(bytes(range(20)))
    with pytest.raises(MistypedRecoveryKey) as told:
        recovery_secret(text[:-1])
    assert not any(group in str(told.value) for group in text.split("-"))
