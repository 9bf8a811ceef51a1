"""The language of texts, numbers and dates."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from desktop.domain.time import IsoWeek
from desktop.printing.words import day_text, hours_text, level_text, percent_text, sessions_text, week_text
from desktop.qt.language import Language, system_language


@pytest.fixture(autouse=True)
def language(qapp: QCoreApplication) -> Iterator[Language]:
    before = QLocale()
    chosen = Language()
    yield chosen
    chosen.install("en")
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("week", "english", "danish"),
    [
        (IsoWeek(2026, 48), "Week 48, 2026: 23–29 November", "Uge 48, 2026: 23.–29. november"),
        (
            IsoWeek(2026, 49),
            "Week 49, 2026: 30 November – 6 December",
            "Uge 49, 2026: 30. november – 6. december",
        ),
        (
            IsoWeek(2026, 53),
            "Week 53, 2026: 28 December 2026 – 3 January 2027",
            "Uge 53, 2026: 28. december 2026 – 3. januar 2027",
        ),
    ],
)
def test_a_week_is_told_as_people_write_it(
    language: Language, week: IsoWeek, english: str, danish: str
) -> None:
    language.install("en")
    assert week_text(week) == english
    language.install("da")
    assert week_text(week) == danish


def test_numbers_levels_and_days_follow_the_language(language: Language) -> None:
    monday = IsoWeek(2026, 48).monday

    language.install("en")
    english = [hours_text(1234.5), hours_text(20), percent_text(0.0321), level_text(3), day_text(monday)]
    language.install("da")
    danish = [hours_text(1234.5), hours_text(20), percent_text(0.0321), level_text(3), day_text(monday)]

    assert english == ["1,234.5", "20", "3.2 %", "L3", "Monday 23 November"]
    assert danish == ["1.234,5", "20", "3,2 %", "N3", "Mandag 23. november"]


def test_one_and_many_have_words_of_their_own(language: Language) -> None:
    language.install("en")

    assert [sessions_text(count) for count in (0, 1, 2)] == ["0 sessions", "1 session", "2 sessions"]


def test_the_standard_buttons_become_danish_and_english_again(language: Language) -> None:
    def cancel() -> str:
        return QCoreApplication.translate("QPlatformTheme", "Cancel")

    language.install("da")
    assert (cancel(), language.code) == ("Annuller", "da")
    language.install("en")
    assert (cancel(), language.code) == ("Cancel", "en")


def test_a_language_without_a_file_is_told_in_english(qapp: QCoreApplication, tmp_path: Path) -> None:
    bare = Language(tmp_path)

    bare.install("da")

    assert level_text(3) == "L3"
    bare.install("en")


def test_a_language_that_the_app_does_not_speak_is_refused(language: Language) -> None:
    with pytest.raises(ValueError, match="does not speak"):
        language.install("fr")


@pytest.mark.parametrize(
    ("first", "code"),
    [(["da-DK", "en"], "da"), (["da"], "da"), (["en-GB", "da-DK"], "en"), (["dav-KE"], "en"), ([], "en")],
)
def test_danish_is_the_default_on_a_danish_system_alone(
    monkeypatch: pytest.MonkeyPatch, first: list[str], code: str
) -> None:
    monkeypatch.setattr(QLocale, "uiLanguages", lambda self: first)

    assert system_language() == code
