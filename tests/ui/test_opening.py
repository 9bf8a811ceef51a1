"""The card that is seen while the demo's vault opens."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.qt.language import Language
from desktop.ui.opening import OpeningCard


@pytest.mark.parametrize(
    ("code", "words"), [("da", "Demoenheden åbnes …"), ("en", "The demo unit is being opened …")]
)
def test_it_can_be_seen_before_anything_else_is_done(
    qtbot: QtBot, language: Language, code: str, words: str
) -> None:
    language.install(code)
    card = OpeningCard()
    qtbot.addWidget(card)
    card.show_now()
    assert card.isVisible()
    assert card.told.text() == words
    assert card.windowTitle() == "Sikkerplan"


def test_closing_it_does_not_end_the_app(qtbot: QtBot) -> None:
    card = OpeningCard()
    qtbot.addWidget(card)
    assert not card.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)


def test_a_screen_that_never_shows_it_holds_nothing_up(qtbot: QtBot) -> None:
    class Unseen(OpeningCard):
        def show(self) -> None:
            """Somewhere else."""

    card = Unseen()
    qtbot.addWidget(card)
    card.show_now()
    assert not card.isVisible()
