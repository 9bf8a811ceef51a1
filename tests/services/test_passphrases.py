"""How hard passphrases are to guess, and which are refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.common_words import COMMON_WORDS
from desktop.services.passphrases import PassphraseFault, Strength, judge


@pytest.mark.parametrize(
    ("passphrase", "fault"),
    [
        ("", PassphraseFault.EMPTY),
        (" " * 20, PassphraseFault.EMPTY),
        ("elleve tegn", PassphraseFault.TOO_SHORT),
        ("aaaaaaaaaaaaaaaaaaaa", PassphraseFault.COMMON),
        ("1234567890123456", PassphraseFault.COMMON),
        ("abcabcabcabcabc", PassphraseFault.COMMON),
        ("qwertyuiopasdfgh", PassphraseFault.COMMON),
        ("password12345678", PassphraseFault.COMMON),
        ("P4ssw0rd!P4ssw0rd!", PassphraseFault.COMMON),
        ("Adgangskode2026!", PassphraseFault.COMMON),
        ("sommer sommer sommer", PassphraseFault.COMMON),
        ("københavn 2026 sommer", PassphraseFault.COMMON),
        ("Jobcenter København", PassphraseFault.COMMON),
        ("Specialenheden 2026", PassphraseFault.COMMON),
        ("hest hest hest hest", PassphraseFault.COMMON),
        ("correcthorsebatterystaple", PassphraseFault.COMMON),
    ],
)
def test_what_everybody_tries_first_is_refused(passphrase: str, fault: PassphraseFault) -> None:
    judgement = judge(passphrase)
    assert judgement.fault is fault
    assert judgement.strength is Strength.REFUSED


@pytest.mark.parametrize(
    ("passphrase", "expected"),
    [
        ("karrusel mellem fjorten", Strength.WEAK),
        ("karrusel mellem fjorten glas", Strength.FAIR),
        ("karrusel mellem fjorten glas bøgetræ", Strength.STRONG),
        ("kanin-traktor-måne-9", Strength.FAIR),
        ("xK4#pQ9!vL2&mR7w", Strength.STRONG),
    ],
)
def test_strength(passphrase: str, expected: Strength) -> None:
    judgement = judge(passphrase)
    assert judgement.fault is None
    assert judgement.strength is expected


@given(st.text(max_size=40))
def test_every_text_is_judged_and_strength_and_fault_agree(text: str) -> None:
    judgement = judge(text)
    assert (judgement.fault is None) == (judgement.strength is not Strength.REFUSED)
    assert judgement.bits >= 0


def test_no_common_word_alone_or_twice_makes_a_passphrase() -> None:
    for word in COMMON_WORDS:
        for text in (word, word + word, f"{word} {word}", f"{word}2026!", f"{word.title()}123456789"):
            assert judge(text).fault is not None, text


def test_a_very_long_one_is_judged_by_its_beginning() -> None:
    assert judge("karrusel mellem " * 10_000).strength is judge("karrusel mellem " * 8).strength
