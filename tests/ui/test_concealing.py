"""Names that are concealed while somebody types, searches or looks: nothing of them stays on the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from desktop.domain.locks import LockKind
from desktop.qt.language import Language
from desktop.ui.acute.kinds import Kind
from desktop.ui.acute.page import AcutePage
from desktop.ui.conflicts.page import ConflictsPage
from desktop.ui.main_window import MainWindow
from desktop.ui.records.page import RecordsPage
from tests.ui.kit import Bench
from tests.ui.people.kit import people_page

TYPED = "Bo Bertelsen"
OpenWindow = Callable[..., MainWindow]


def texts(window: QWidget) -> Iterator[str]:
    """What can be read in fields, lists of choices and lines of text."""
    for line in window.findChildren(QLineEdit):
        yield line.text()
    for note in window.findChildren(QPlainTextEdit):
        yield note.toPlainText()
    for combo in window.findChildren(QComboBox):
        yield from (combo.itemText(at) for at in range(combo.count()))
    for line_of_text in window.findChildren(QLabel):
        yield line_of_text.text()


def type_everywhere(widget: QWidget) -> None:
    """Writes a name into every field of a form."""
    fields = [each for each in widget.findChildren(QLineEdit) if each.parent() is not None]
    for line in fields:
        if not isinstance(line.parent(), QComboBox):
            line.setText(TYPED)
    for note in widget.findChildren(QPlainTextEdit):
        note.setPlainText(TYPED)


def search_the_week(window: MainWindow) -> None:
    assert window.week is not None
    window.week.people.search.setText(TYPED)
    window.week.board.people_bar.search.setText(TYPED)


def search_people(window: MainWindow) -> None:
    people_page(window).list.bar.search.setText(TYPED)


def add_a_person(window: MainWindow) -> None:
    page = people_page(window)
    page.add_person()
    type_everywhere(page.new)


def change_many(window: MainWindow) -> None:
    page = people_page(window)
    page.list.view.selectAll()
    type_everywhere(page.bulk)


def change_a_record(window: MainWindow) -> None:
    assert window.shell is not None
    window.shell.show_page("resources")
    page = window.shell.page("resources")
    assert isinstance(page, RecordsPage)
    page.show_tab("staff")
    panel = page.panel("staff")
    panel.begin()
    type_everywhere(panel)


def change_a_pair(window: MainWindow) -> None:
    assert window.shell is not None
    window.shell.show_page("conflicts")
    page = window.shell.page("conflicts")
    assert isinstance(page, ConflictsPage)
    page.show_pair(("g1", "g2"))
    type_everywhere(page.pair)


def tell_of_an_illness(window: MainWindow) -> None:
    assert window.shell is not None
    window.shell.show_page("acute")
    page = window.shell.page("acute")
    assert isinstance(page, AcutePage)
    page.tell.choose(Kind.ILLNESS)
    assert page.tell.form is not None
    page.tell.form.fields["person"].set_value("c2")


@pytest.mark.parametrize(
    "act",
    [
        search_the_week,
        search_people,
        add_a_person,
        change_many,
        change_a_record,
        change_a_pair,
        tell_of_an_illness,
    ],
)
def test_what_was_typed_goes_with_the_names(planned: MainWindow, act: Callable[[MainWindow], None]) -> None:
    act(planned)
    assert any(TYPED in text for text in texts(planned))
    planned.menus.conceal.trigger()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert [text for text in texts(planned) if TYPED in text] == []


def test_who_was_chosen_on_the_acute_day_stays_chosen(planned: MainWindow) -> None:
    tell_of_an_illness(planned)
    planned.menus.conceal.trigger()
    assert planned.shell is not None
    page = planned.shell.page("acute")
    assert isinstance(page, AcutePage)
    assert page.tell.form is not None
    assert page.tell.form.fields["person"].value() == "c2"


def test_a_sentence_at_the_foot_goes_with_the_names(planned: MainWindow) -> None:
    planned.statusBar().showMessage(TYPED)
    planned.menus.conceal.trigger()
    assert planned.statusBar().currentMessage() == ""


def test_who_signed_locks_and_versions_is_concealed(planned: MainWindow) -> None:
    page = planned.week
    assert page is not None
    page.commands.lock("n1")
    page.hand.lock_session("n1", "")
    maker = "Koordinator"

    def signed() -> str:
        versions = page.versioning.panel.list
        listed = [versions.item(at).text() for at in range(versions.count())]
        locks = [row.who for row in page.locks.table.model.rows() if row.kind is LockKind.SESSION]
        return " ".join([*listed, *locks])

    assert signed().count(maker) == 2
    planned.menus.conceal.trigger()
    assert maker not in signed()


@pytest.mark.parametrize("wanted", ["print", "pdf", "export_table", "import_table"])
def test_what_needs_names_says_so_while_they_are_concealed_and_goes_on_once_they_are_shown(
    planned: MainWindow, wanted: str
) -> None:
    menus = planned.menus
    action = getattr(menus, wanted)
    asked: list[bool] = []
    action.triggered.disconnect()
    action.triggered.connect(lambda: asked.append(True))
    menus.conceal.trigger()
    instead = menus.instead_of(action)
    assert (action.isVisible(), instead.isVisible(), instead.isEnabled()) == (False, True, True)
    assert instead.text() == action.text()
    assert instead.shortcut() == action.shortcut()

    instead.trigger()
    box = planned.commands.names.box
    assert box is not None
    assert box.text() == "Names are concealed."
    box.buttons()[-1].click()
    assert not asked

    instead.trigger()
    box = planned.commands.names.box
    assert box is not None
    next(each for each in box.buttons() if each.text() == "Show names").click()
    assert not planned.context.editing.concealed
    assert not menus.conceal.isChecked()
    assert asked == [True]
    assert (action.isVisible(), instead.isVisible(), instead.isEnabled()) == (True, False, False)


def test_the_question_is_danish_where_the_window_is(
    bench: Bench, open_window: Callable[..., MainWindow], language: Language
) -> None:
    language.install("da")
    bench.keep_plan()
    window = open_window(bench)
    window.menus.conceal.trigger()
    window.menus.instead_of(window.menus.print).trigger()
    box = window.commands.names.box
    assert box is not None
    assert box.text() == "Navne er skjult."
    assert "Vis navne" in [each.text() for each in box.buttons()]
    box.close()
