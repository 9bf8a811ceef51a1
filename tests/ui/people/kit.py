"""What the tests of the page of people share."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from desktop.ui.forms.form import Form
from desktop.ui.main_window import MainWindow
from desktop.ui.people.page import PeoplePage
from desktop.ui.people.sections.entry_list import EntryList
from desktop.ui.people.sections.section import Section

S = TypeVar("S", bound=Section)
SETTLES = 5


def people_page(window: MainWindow) -> PeoplePage:
    """Turns to the page, once the window has built itself anew in the language that was chosen last."""
    # A translator of the test before that goes later would have it built once more.
    gc.collect()
    for _ in range(SETTLES):
        QCoreApplication.processEvents()
    assert window.shell is not None
    window.shell.show_page("people")
    page = window.shell.page("people")
    assert isinstance(page, PeoplePage)
    return page


def section(page: PeoplePage, sheet: str, kind: type[S]) -> S:
    """A card of the person who is chosen, with its sheet in front."""
    page.person.open_sheet(sheet)
    QCoreApplication.processEvents()
    found = [each for each in page.person.sections() if isinstance(each, kind)]
    return found[0]


def entry_list(page: PeoplePage, sheet: str, key: str) -> EntryList[Any]:
    """A list of entries of the person who is chosen, with its sheet in front."""
    page.person.open_sheet(sheet)
    QCoreApplication.processEvents()
    lists = [each for each in page.person.sections() if isinstance(each, EntryList)]
    return next(each for each in lists if each.entries.key == key)


def lines(entries: EntryList[Any]) -> Sequence[str]:
    """What stands in a list."""
    return [entries.list.item(at).text() for at in range(entries.list.count())]


def form_of(entries: EntryList[Any]) -> Form[Any]:
    """The form that is open below a list."""
    assert entries.editor.form is not None
    return entries.editor.form


def type_into(form: Form[Any], name: str, text: str) -> None:
    edit = form.fields[name].focus
    assert isinstance(edit, QLineEdit)
    edit.setText(text)
