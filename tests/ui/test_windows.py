"""Every window over the window, in both languages: nothing is cut off, everything has a name, Esc closes it,
Enter does the main thing, and the keyboard is then where it was."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QWidget
from shiboken6 import isValid

import desktop.ui
from desktop.qt.language import Language
from desktop.ui.opening import OpeningCard
from desktop.ui.widgets.popover import Popover
from tests.ui.house import House
from tests.ui.looking import faults
from tests.ui.windows import WINDOWS, Small, sent, visit

OWN_WINDOW = re.compile(r"super\(\).__init__\([^)]*Qt\.WindowType\.")
QTS_BOX = re.compile(r"QMessageBox\(|QMessageBox\.(question|warning|information|critical)|QInputDialog\.")
NAMES = [each.name for each in WINDOWS]


@pytest.fixture(scope="module", params=["da", "en"], autouse=True)
def language(request: pytest.FixtureRequest, spoken: Language) -> Iterator[Language]:
    """Each language for all of its windows, which stand on one main window."""
    spoken.install(str(request.param))
    yield spoken
    spoken.install("en")


@pytest.fixture(scope="module")
def house(language: Language, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    made = House(tmp_path_factory.mktemp("house"), language, (1280, 720))
    yield made
    made.close()


@pytest.fixture(autouse=True)
def no_dialogs_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is there to answer them."""
    for ask in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, ask, lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: QDialog.DialogCode.Rejected)


@pytest.fixture
def small(request: pytest.FixtureRequest) -> Small:
    return next(each for each in WINDOWS if each.name == request.param)


def has_a_title(top: QWidget) -> bool:
    """Whether a screen reader can say which window it is. A menu is told by what it belongs to."""
    return isinstance(top, QMenu) or bool(top.windowTitle() or top.accessibleName())


def press(top: QWidget, key: Qt.Key) -> None:
    focus: QWidget | None = top.focusWidget()
    QTest.keyClick(top if focus is None else focus, key)


@pytest.mark.parametrize("small", NAMES, indirect=True)
def test_it_can_be_read_and_esc_leads_back_to_where_one_was(house: House, small: Small) -> None:
    stood = small.stand(house)
    house.window.activateWindow()
    stood.setFocus()
    wrong: list[str] = []

    def look(top: Any) -> None:
        assert has_a_title(top)
        for _ in small.looks(top):
            house.settle()
            wrong.extend(faults(top))
        press(top, Qt.Key.Key_Escape)
        house.settle()
        if isValid(top) and top.isVisible():
            wrong.append("Esc does not close it")

    visit(house, small, look)
    assert wrong == []
    house.window.activateWindow()
    house.settle()
    assert QApplication.focusWidget() is stood


@pytest.mark.parametrize("language", ["en"], indirect=True)
@pytest.mark.parametrize("small", [each.name for each in WINDOWS if each.enter], indirect=True)
def test_enter_does_the_main_thing(house: House, small: Small) -> None:
    house.window.activateWindow()
    small.stand(house).setFocus()
    heard: list[list[bool]] = []

    def look(top: Any) -> None:
        assert small.enter is not None
        small.fill(top)
        house.settle()
        heard.append(sent(small.enter(top)))
        press(top, Qt.Key.Key_Return)
        house.settle()

    visit(house, small, look)
    assert heard == [[True]]


def modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(desktop.ui.__path__, "desktop.ui."):
        yield importlib.import_module(found.name)


def source(module: ModuleType) -> str:
    return Path(str(module.__file__)).read_text(encoding="utf-8")


def opened_classes() -> set[type[QWidget]]:
    """Every class of the window's that is a window over it: a dialog, a popover, a menu, or made as a window
    of its own. Those that others are made of are left out."""
    own = {module.__name__ for module in modules() if "Qt.WindowType." in source(module)}
    found = {
        each
        for module in modules()
        for each in vars(module).values()
        if isinstance(each, type) and issubclass(each, QWidget) and each.__module__ == module.__name__
    }
    small = {
        each
        for each in found
        if issubclass(each, QDialog | Popover | QMenu)
        or (each.__module__ in own and OWN_WINDOW.search(inspect.getsource(each)))
    }
    return {each for each in small if not any(each in other.__mro__[1:] for other in small)}


@pytest.mark.parametrize("language", ["en"], indirect=True)
def test_no_dialog_popover_or_menu_is_left_out() -> None:
    asks_nothing = {OpeningCard}
    assert opened_classes() - {small.kind for small in WINDOWS} == asks_nothing


@pytest.mark.parametrize("language", ["en"], indirect=True)
def test_no_question_in_a_box_of_qts_is_left_out() -> None:
    asking = {module.__name__ for module in modules() if QTS_BOX.search(source(module))}
    assert asking == {small.place for small in WINDOWS if small.place}
