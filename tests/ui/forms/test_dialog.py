"""The dialog around a form: it saves, tells what stands in the way, and loses nothing unasked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop.domain.consistency import UnitFault
from desktop.domain.places import Room
from desktop.qt.editing import Editing
from desktop.qt.language import Language
from desktop.services.editing import EditingService
from desktop.ui.forms.dialog import FormDialog
from desktop.ui.forms.saving import saving
from tests.services.fakes import FakeClock, FakeStore
from tests.services.small_unit import UNIT
from tests.ui.forms.demo import Everything, demo_form
from tests.ui.forms.test_form import citizen_form, room_form
from tests.ui.test_language import nothing_cut_off

ROOM = UNIT.rooms[0]


class Desk:
    """Keeps what was saved, and answers with faults where a test says so."""

    def __init__(self) -> None:
        self.saved: list[tuple[Room, str]] = []
        self.faults: Sequence[UnitFault] = ()

    def save(self, room: Room, reason: str) -> Sequence[UnitFault]:
        if not self.faults:
            self.saved.append((room, reason))
        return self.faults


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def dialog(desk: Desk, qtbot: QtBot) -> FormDialog[Room]:
    made = FormDialog("Room", room_form(), desk.save, ask_reason=True)
    qtbot.addWidget(made)
    made.form.load(ROOM)
    with qtbot.waitActive(made):
        made.show()
    return made


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Callable[..., None]:
    return lambda widget: QTest.keyClick(widget, key, modifier)


@pytest.mark.parametrize(
    "keys",
    [press(Qt.Key.Key_Return), press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)],
    ids=["enter", "ctrl+enter"],
)
def test_enter_saves_with_the_reason(dialog: FormDialog[Room], desk: Desk, keys: Callable[..., None]) -> None:
    dialog.form.fields["capacity"].set_value(12)
    dialog.reason.set_value("Nye borde")
    keys(dialog.form.fields["name"].focus)
    assert [(room.capacity, reason) for room, reason in desk.saved] == [(12, "Nye borde")]
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_what_cannot_be_kept_stays_open_and_is_told(dialog: FormDialog[Room], desk: Desk) -> None:
    dialog.form.fields["name"].set_value("")
    dialog.save_button.click()
    assert dialog.isVisible()
    assert desk.saved == []
    dialog.form.fields["name"].set_value("Lokale 1")
    desk.faults = (UnitFault("r1", "name", "duplicate"),)
    dialog.save_button.click()
    assert dialog.isVisible()
    assert dialog.form.fields["name"].fault.text() == "Is there already."
    desk.faults = ()
    dialog.save_button.click()
    assert not dialog.isVisible()
    assert desk.saved == [(ROOM, "")]


def test_typing_can_begin_at_once(dialog: FormDialog[Room]) -> None:
    assert dialog.focusWidget() is dialog.form.fields["site"].focus


def test_esc_leaves_at_once_where_nothing_was_changed(dialog: FormDialog[Room], desk: Desk) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert desk.saved == []


def test_esc_asks_in_a_bar_before_anything_is_lost(dialog: FormDialog[Room], desk: Desk) -> None:
    dialog.form.fields["name"].set_value("Andet")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.discard_bar.isVisible()
    assert dialog.focusWidget() is dialog.keep_button
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert not dialog.discard_bar.isVisible()
    dialog.close()
    assert dialog.isVisible()
    dialog.discard_button.click()
    assert not dialog.isVisible()
    assert desk.saved == []


def test_it_is_as_large_as_its_form(dialog: FormDialog[Room]) -> None:
    fields = dialog.form.fields.values()
    assert all(field.visibleRegion().boundingRect() == field.rect() for field in fields)


def test_what_the_unit_refuses_is_shown_at_the_field(qtbot: QtBot) -> None:
    store = FakeStore()
    with store.begin() as work:
        work.put_all([UNIT.settings, *UNIT.levels, *UNIT.citizens[:2]])
        work.commit()
    editing = Editing(EditingService(store), FakeClock(), pseudonym_key=b"k" * 32, word=lambda kind: "")
    dialog = FormDialog("Person", citizen_form(), saving(editing, "person_saved"))
    qtbot.addWidget(dialog)
    dialog.form.load(UNIT.citizens[0])
    dialog.show()
    dialog.form.fields["case_number"].set_value(UNIT.citizens[1].case_number)
    dialog.save()
    assert dialog.form.fields["case_number"].fault.text() == "Is there already."
    dialog.form.fields["case_number"].set_value("sag-7")
    dialog.save()
    assert not dialog.isVisible()
    assert editing.unit().citizens[0].case_number == "sag-7"


@pytest.mark.parametrize("code", ["da", "en"])
def test_every_text_of_a_form_can_be_read(language: Language, code: str, qtbot: QtBot) -> None:
    language.install(code)
    dialog: FormDialog[Everything] = FormDialog("Demo", demo_form(), lambda *_: (), ask_reason=True)
    qtbot.addWidget(dialog)
    dialog.form.load(Everything("e1", "Anna"))
    with qtbot.waitExposed(dialog):
        dialog.show()
    qtbot.waitUntil(lambda: nothing_cut_off(dialog))
    dialog.form.fields["seats"].set_value(99)
    dialog.save()
    qtbot.waitUntil(lambda: nothing_cut_off(dialog))
