"""The guide: F1 opens it at the right page, everywhere, in both languages; what it says can be found."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QUrl
from PySide6.QtGui import QAction, QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QMenuBar, QWidget
from pytestqt.qtbot import QtBot

from desktop.qt.language import Language
from desktop.qt.settings import Settings
from desktop.ui.door import LockReason
from desktop.ui.guide.opener import Guide
from desktop.ui.guide.pages import PAGES, Hit, pages, search
from desktop.ui.guide.window import GuideWindow
from desktop.ui.keys.dialog import KeysDialog
from desktop.ui.main_window import MainWindow
from desktop.ui.menus import Menus
from desktop.ui.unlock.dialog import UnlockDialog
from tests.ui.kit import Bench, FakeDoor, FakeKeys

F1 = Qt.Key.Key_F1
TRANSLATIONS = Path(__file__).resolve().parents[2] / "resources" / "i18n" / "sikkerplan_da.ts"
EMPHASIS = {
    "After restoring an old backup, what was revoked is back",
    "Når en gammel sikkerhedskopi er gendannet, gælder det tilbagekaldte igen",
    "read the notes",
    "læs noterne igennem",
    "nobody is kept apart",
    "ingen holdes adskilt",
    "What is no longer safe",
    "Det, der ikke længere er sikkert",
    "The people to call",
    "Dem, der skal ringes til",
}
"""In bold because it matters, not because it is written on a button."""


@pytest.fixture
def guide(qapp: QApplication, tmp_path: Path) -> Iterator[Guide]:
    """The app's guide; it goes with its window."""
    made = Guide(Settings(tmp_path / "guide.ini"), qapp)
    yield made
    if made.window is not None:
        made.window.close()
        made.window.deleteLater()
    made.deleteLater()


@pytest.fixture
def window(planned: MainWindow, guide: Guide) -> MainWindow:
    """A planned week, with the guide behind its menu."""
    planned.guide_asked.connect(guide.open)
    return planned


@pytest.fixture
def reading(qtbot: QtBot) -> GuideWindow:
    """The guide's window by itself."""
    made = GuideWindow(100)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def press(qtbot: QtBot, focus: QWidget, key: Qt.Key = F1) -> None:
    """Presses a key where somebody is."""
    focus.activateWindow()
    focus.setFocus()
    qtbot.waitUntil(focus.hasFocus)
    QTest.keyClick(focus, key)


def shown(guide: Guide) -> str:
    """The page that is open; empty where none is."""
    return guide.window.page if guide.window is not None and guide.window.isVisible() else ""


def test_f1_opens_the_page_of_what_has_the_focus(window: MainWindow, guide: Guide, qtbot: QtBot) -> None:
    assert window.week is not None
    press(qtbot, window.week.bar.plan)
    assert shown(guide) == "week"
    window.week.splitter.show_panel("people")
    press(qtbot, window.week.people.search)
    assert shown(guide) == "people"
    assert guide.window is not None
    assert guide.window.browser.toPlainText().startswith("People")


def test_f1_works_on_the_lock_page(window: MainWindow, guide: Guide, qtbot: QtBot) -> None:
    window.lock(FakeDoor(exists=True), LockReason.ASKED)
    # The menu of before goes, and the new one comes, as they do when the app has locked.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qtbot.waitUntil(lambda: window.menuBar().isVisible())
    assert window.lock_page is not None
    press(qtbot, window.lock_page.unlock.first)
    assert shown(guide) == "keys-and-lock"


def test_locking_puts_the_guide_away_with_what_was_searched_for(
    window: MainWindow, guide: Guide, qtbot: QtBot
) -> None:
    guide.open()
    assert guide.window is not None
    guide.window.search.setText("Bo Bertelsen")
    window.lock(FakeDoor(exists=True), LockReason.ASKED)
    assert not guide.window.isVisible()
    assert guide.window.search.text() == ""


def test_a_dialog_that_waits_lets_the_guide_be_used_beside_it(guide: Guide, qtbot: QtBot) -> None:
    dialog = KeysDialog(FakeKeys())
    qtbot.addWidget(dialog)
    dialog.setModal(True)
    dialog.show()
    press(qtbot, dialog)
    assert shown(guide) == "keys-and-lock"
    assert guide.window is not None
    # A window that a modal dialog shuts out gets no key.
    guide.window.search.setFocus()
    for letter in "PAPER":
        QTest.keyClick(guide.window.windowHandle(), Qt.Key(ord(letter)))
    assert guide.window.search.text() == "paper"
    dialog.done(QDialog.DialogCode.Rejected)
    assert guide.window.isVisible()
    assert guide.window.parentWidget() is None


def test_the_first_dialog_of_all_has_f1_too(guide: Guide, qtbot: QtBot) -> None:
    dialog = UnlockDialog(FakeDoor(exists=False))
    qtbot.addWidget(dialog)
    dialog.show()
    press(qtbot, dialog.first)
    assert shown(guide) == "keys-and-lock"


def test_an_empty_vault_is_told_how_to_begin(
    bench: Bench, open_window: Callable[..., MainWindow], guide: Guide, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(Bench(tmp_path, None))
    window.guide_asked.connect(guide.open)
    window.menus.guide.trigger()
    assert shown(guide) == "start"


def test_the_app_ends_although_the_guide_is_open(reading: GuideWindow) -> None:
    assert not reading.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)


def test_another_language_shows_the_same_page(reading: GuideWindow, language: Language, qtbot: QtBot) -> None:
    reading.show_page("backup")
    language.install("da")
    qtbot.waitUntil(lambda: reading.browser.toPlainText().startswith("Sikkerhedskopi"))
    assert reading.page == "backup"
    assert reading.windowTitle() == "Sikkerplan – vejledning"
    assert reading.contents.item(1).text() == "Ugen"
    assert reading.contents.currentItem().text() == "Sikkerhedskopi og gendannelse"


@pytest.mark.parametrize(
    ("code", "words", "page"),
    [("en", "recovery paper", "keys-and-lock"), ("da", "papir gendannelsesnøglen", "keys-and-lock")],
)
def test_a_search_finds_the_place_and_goes_there(
    reading: GuideWindow, language: Language, qtbot: QtBot, code: str, words: str, page: str
) -> None:
    language.install(code)
    title = pages(code)[0].title
    qtbot.waitUntil(lambda: reading.contents.item(0).text() == title)
    reading.search.setText(words)
    QTest.keyClick(reading.search, Qt.Key.Key_Return)
    hit = reading.hits.currentItem().data(Qt.ItemDataRole.UserRole)
    assert isinstance(hit, Hit)
    assert page in {each.page.name for each in search(pages(code), words)}
    assert reading.page == hit.page.name
    assert reading.browser.extraSelections()
    found = hit.page.markdown.casefold()
    assert all(word in found for word in words.split())


def test_a_word_that_is_nowhere_is_told(reading: GuideWindow) -> None:
    reading.search.setText("xylofon")
    assert reading.hits.count() == 0
    assert reading.found.isVisible()
    assert reading.found.text().startswith("Nothing found")


def test_escape_clears_the_search_then_closes(reading: GuideWindow, qtbot: QtBot) -> None:
    reading.search.setText("vault")
    QTest.keyClick(reading, Qt.Key.Key_Escape)
    assert reading.isVisible()
    assert reading.search.text() == ""
    QTest.keyClick(reading, Qt.Key.Key_Escape)
    assert not reading.isVisible()


def test_back_and_forward_lead_to_where_one_read(reading: GuideWindow, qtbot: QtBot) -> None:
    reading.show_page("week")
    bar = reading.browser.verticalScrollBar()
    bar.setValue(bar.maximum())
    where = bar.value()
    assert where > 0
    reading.browser.anchorClicked.emit(QUrl("changing-the-plan.md"))
    assert reading.page == "changing-the-plan"
    reading.back.click()
    assert (reading.page, bar.value()) == ("week", where)
    assert reading.forward.isEnabled()
    QTest.keyClick(reading, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert reading.page == "changing-the-plan"


def test_a_link_to_a_heading_goes_there(reading: GuideWindow) -> None:
    reading.browser.anchorClicked.emit(QUrl("it.md#silent-things"))
    assert reading.page == "it"
    assert reading.browser.verticalScrollBar().value() > 0


@pytest.mark.parametrize("url", ["https://example.org/week.md", "file:///etc/passwd", "../../README.md"])
def test_nothing_outside_of_the_guide_is_opened(reading: GuideWindow, url: str) -> None:
    reading.show_page("people")
    reading.browser.anchorClicked.emit(QUrl(url))
    assert reading.page == "people"
    kind = QTextDocument.ResourceType.ImageResource.value
    assert reading.browser.loadResource(kind, QUrl(url)) is None


def test_pictures_are_shown_as_wide_as_there_is_room(reading: GuideWindow, qtbot: QtBot) -> None:
    kind = QTextDocument.ResourceType.ImageResource.value

    def wide() -> float:
        picture = reading.browser.loadResource(kind, QUrl("../pictures/en/week.png"))
        assert isinstance(picture, QImage)
        return picture.deviceIndependentSize().width()

    qtbot.waitUntil(lambda: 300 < wide() < reading.browser.width())


def test_the_size_of_the_text_is_kept(guide: Guide, tmp_path: Path, qtbot: QtBot) -> None:
    guide.open_at("week")
    assert guide.window is not None
    before = guide.window.browser.document().defaultFont().pointSizeF()
    guide.window.larger.click()
    guide.window.larger.click()
    assert guide.window.browser.document().defaultFont().pointSizeF() > before
    assert Settings(tmp_path / "guide.ini").guide_zoom == 120


@pytest.mark.parametrize("code", ["da", "en"])
def test_every_menu_that_the_guide_names_is_there(qtbot: QtBot, language: Language, code: str) -> None:
    language.install(code)
    bar = QMenuBar()
    qtbot.addWidget(bar)
    menus = Menus(bar)
    there = {
        (_plain(menu.title()), _plain(action.text()))
        for menu in bar.findChildren(QMenu)
        for action in menu.actions()
    }
    assert menus.guide.shortcut().toString() == "F1"
    named = {
        (menu, entry)
        for page in pages(code)
        for menu, entry in re.findall(r"\*\*(\w+) → ([^*]+)\*\*", page.markdown.replace("\n", " "))
    }
    assert len(named) > 6
    assert named - there == set()


@pytest.mark.parametrize("code", ["da", "en"])
def test_what_the_guide_writes_in_bold_is_written_in_the_window(code: str) -> None:
    """Buttons, menus and tabs, each as somebody finds it."""
    known = set(_interface(code))
    named = {
        (page.name, _plain(part))
        for page in pages(code)
        for words in re.findall(r"\*\*(.+?)\*\*", page.markdown, re.DOTALL)
        for part in " ".join(words.split()).split(" → ")
    }
    assert len(named) > 40
    unknown = {(page, words) for page, words in named if not any(words in each for each in known)}
    assert {words for _, words in unknown} <= EMPHASIS


def _interface(code: str) -> Iterator[str]:
    """Every word of the interface in a language."""
    for message in ElementTree.parse(TRANSLATIONS).iter("message"):
        found = message.find("source" if code == "en" else "translation")
        assert found is not None
        yield from (_plain(each.text or "") for each in (found, *found.iter("numerusform")))


def test_every_shortcut_of_the_menus_is_in_the_list(qtbot: QtBot) -> None:
    bar = QMenuBar()
    qtbot.addWidget(bar)
    listed = next(page for page in pages("en") if page.name == "shortcuts").markdown
    menus = Menus(bar)
    actions = [each for each in vars(menus).values() if isinstance(each, QAction)]
    shortcuts = {key.toString() for action in actions for key in action.shortcuts()}
    assert len(shortcuts) > 10
    assert [keys for keys in shortcuts if keys not in listed and keys != "Ctrl+="] == []


def test_every_page_that_a_widget_names_is_there() -> None:
    named = {
        name
        for source in (Path(__file__).resolve().parents[2] / "desktop" / "ui").rglob("*.py")
        for name in re.findall(r'setProperty\("guide", "([^"]+)"\)', source.read_text(encoding="utf-8"))
    }
    assert len(named) > 6
    assert named - set(PAGES) == set()


def test_everything_in_the_window_has_a_name(reading: GuideWindow) -> None:
    for widget in (
        reading.back,
        reading.forward,
        reading.smaller,
        reading.standard,
        reading.larger,
        reading.search,
        reading.contents,
        reading.hits,
        reading.browser,
    ):
        assert widget.accessibleName()


def test_the_keyboard_reaches_search_list_and_text(reading: GuideWindow, qtbot: QtBot) -> None:
    QTest.keyClick(reading, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(reading.search.hasFocus)
    reached: set[QWidget] = set()
    for _ in range(12):
        focus = QApplication.focusWidget()
        if focus is None or (isinstance(focus, QLineEdit) and reached):
            break
        reached.add(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert {reading.search, reading.contents} <= reached


def _plain(text: str) -> str:
    return text.replace("&", "").removesuffix(" …")


def test_a_name_that_is_searched_for_goes_when_names_are_concealed(guide: Guide, planned: MainWindow) -> None:
    planned.names_turned.connect(guide.forget_search)
    guide.open_at("week")
    assert guide.window is not None
    guide.window.search.setText("Bo Bertelsen")
    planned.menus.conceal.trigger()
    assert guide.window.search.text() == ""
