"""Every page, tab and panel at the least size of the window, in both languages: nothing is cut off, hidden at
the side, or without a name; and there is no panel that is not looked at here."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget

from desktop.qt.language import Language
from tests.ui.house import House
from tests.ui.looking import faults
from tests.ui.test_windows import modules
from tests.ui.views import views
from tests.ui.windows import WINDOWS, visit

ENDINGS = ("Panel", "Page", "Box", "Bar", "Banner", "Card", "Section", "Step", "Steps", "View", "Strip", "Line")


@pytest.fixture(scope="module", params=["da", "en"], autouse=True)
def language(request: pytest.FixtureRequest, spoken: Language) -> Iterator[Language]:
    """One main window for each language."""
    spoken.install(str(request.param))
    yield spoken
    spoken.install("en")


@pytest.fixture(scope="module")
def house(language: Language, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    made = House(tmp_path_factory.mktemp("house"), language, (860, 470))
    yield made
    made.close()


def shown_classes(top: QWidget) -> set[type[QWidget]]:
    return {kind for each in top.findChildren(QWidget) if each.isVisible() for kind in type(each).__mro__}


def test_every_view_can_be_read_at_the_least_size(house: House) -> None:
    wrong: dict[str, list[str]] = {}
    seen: set[type[QWidget]] = set()
    for name, window in views(house):
        found = faults(window)
        if found:
            wrong[name] = found
        seen |= shown_classes(window)
    for small in WINDOWS:
        visit(house, small, lambda top: seen.update(shown_classes(top)))
    assert wrong == {}
    panels = {
        each
        for module in modules()
        for each in vars(module).values()
        if isinstance(each, type)
        and issubclass(each, QWidget)
        and each.__module__ == module.__name__
        and each.__name__.endswith(ENDINGS)
    }
    assert {each.__name__ for each in panels - seen} == set()
