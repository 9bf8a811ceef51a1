"""The page of people: finding somebody, adding one, changing many, and what is recorded of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.qt.language import Language
from desktop.services.editing import EditingService
from desktop.services.ports import Rejected
from desktop.ui.main_window import MainWindow
from desktop.ui.people.page import PeoplePage
from desktop.ui.people.sections.master import MasterSection
from tests.services.fakes import FakeStore
from tests.ui.kit import Bench, context_of
from tests.ui.people.kit import entry_list, people_page, section, type_into
from tests.ui.test_language import nothing_cut_off


@pytest.fixture
def page(planned: MainWindow) -> PeoplePage:
    return people_page(planned)


def names(page: PeoplePage) -> list[str]:
    proxy = page.list.view.proxy
    return [proxy.row_at(place).name for place in range(proxy.rowCount())]


def choose_all(page: PeoplePage, *people: str) -> None:
    page.list.choose(*people)


def test_ctrl_4_leads_to_it_and_everybody_stands_there(planned: MainWindow) -> None:
    QTest.keyClick(planned, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert planned.shell is not None
    assert planned.shell.current == "people"
    assert len(names(people_page(planned))) == 4


def test_a_level_that_has_run_out_can_be_filtered_for(page: PeoplePage) -> None:
    page.list.bar.choose("level", "Run out or unknown")
    assert names(page) == ["Carl Carlsen"]


@pytest.mark.parametrize(
    ("key", "option", "expected"),
    [
        ("group", "Gruppe 1", 2),
        ("offer", "Særligt forløb", 4),
        ("below", "Cap unknown", 1),
        ("below", "Below the cap", 3),
        ("due", "Level runs out or has run out", 1),
        ("state", "Has left", 0),
    ],
)
def test_the_filters_leave_those_who_are_asked_for(
    page: PeoplePage, key: str, option: str, expected: int
) -> None:
    page.list.bar.choose(key, option)
    assert len(names(page)) == expected


def test_who_is_opened_is_recorded_once(planned: MainWindow, bench: Bench) -> None:
    page = people_page(planned)
    page.list.choose("c2")
    page.reads.flush()
    page.person.open_sheet("week")
    page.reads.flush()
    assert bench.recorder.told().count(("read", "citizen", "c2")) == 1


def test_enter_in_the_list_leads_to_the_sheets(page: PeoplePage) -> None:
    page.list.choose("c2")
    page.list.view.setFocus()
    QTest.keyClick(page.list.view, Qt.Key.Key_Return)
    assert page.person.tabs.tabBar().hasFocus()


def test_a_name_is_changed_and_changed_back(page: PeoplePage, planned: MainWindow) -> None:
    page.list.choose("c2")
    master = section(page, "person", MasterSection)
    assert master.form is not None
    type_into(master.form, "name", "Bo Andersen")
    assert master.bar.isVisible()
    master.save_button.click()
    assert page.person.name.text() == "Bo Andersen"
    assert not master.bar.isVisible()
    assert planned.menus.undo.text() == "&Undo: person changed"
    planned.menus.undo.trigger()
    assert page.person.name.text() == "Bo Bertelsen"
    assert master.form.fields["name"].value() == "Bo Bertelsen"


def test_what_the_unit_refuses_is_told_at_the_field_and_nothing_is_lost(page: PeoplePage) -> None:
    page.list.choose("c2")
    master = section(page, "person", MasterSection)
    assert master.form is not None
    type_into(master.form, "case_number", "sag-c1")
    master.save()
    assert master.form.fields["case_number"].fault.text() == "Is there already."
    assert master.form.fields["case_number"].value() == "sag-c1"
    assert master.dirty
    QTest.keyClick(master.form.fields["case_number"].focus, Qt.Key.Key_Escape)
    assert master.form.fields["case_number"].value() == "sag-c2"


def test_nobody_is_left_with_something_unsaved(page: PeoplePage) -> None:
    page.list.choose("c2")
    master = section(page, "person", MasterSection)
    assert master.form is not None
    type_into(master.form, "name", "Bo")
    page.list.choose("c3")
    assert page.person.subject is not None
    assert page.person.subject.citizen.id == "c2"
    assert [row.id for row in page.list.selected()] == ["c2"]
    assert master.unsaved.text() == "Save this or cancel it first."
    master.cancel()
    page.list.choose("c3")
    assert page.person.name.text() == "Carl Carlsen"


def test_somebody_new_is_added_and_everything_else_of_them_is_unknown(
    page: PeoplePage, planned: MainWindow
) -> None:
    page.add.click()
    page.new.save()
    assert page.new.form.fields["name"].fault.text() == "Must not be empty."
    type_into(page.new.form, "name", "Ny Nielsen")
    type_into(page.new.form, "case_number", "sag-9")
    QTest.keyClick(page.new.form.fields["name"].focus, Qt.Key.Key_Return)
    assert page.person.name.text() == "Ny Nielsen"
    assert "conflict group unknown" in page.person.facts.text()
    assert "Unknown" in entry_list(page, "hours", "caps").nothing.text()
    assert "highest level" in entry_list(page, "hours", "assessments").nothing.text()
    planned.menus.undo.trigger()
    assert "Ny Nielsen" not in names(page)


def test_several_are_changed_in_one_step_and_back_in_one(page: PeoplePage, planned: MainWindow) -> None:
    choose_all(page, "c1", "c3", "c4")
    bulk = page.bulk
    assert bulk.title.text() == "3 people are chosen"
    bulk.action.setCurrentText("Add to a conflict group")
    assert bulk.form is not None
    bulk.form.fields["group"].set_value("g1")
    bulk.apply.click()
    assert bulk.told.text().startswith("Done for 2 people. It was so already for 1 person.")
    unit = planned.context.editing.unit()
    assert {each.citizen for each in unit.memberships if each.group == "g1"} == {"c1", "c2", "c3", "c4"}
    planned.menus.undo.trigger()
    unit = planned.context.editing.unit()
    assert {each.citizen for each in unit.memberships if each.group == "g1"} == {"c1", "c2"}


def test_a_bulk_form_with_a_gap_changes_nobody(page: PeoplePage, planned: MainWindow) -> None:
    choose_all(page, "c1", "c3")
    page.bulk.action.setCurrentText("Refer to an offer")
    page.bulk.apply.click()
    assert page.bulk.form is not None
    assert page.bulk.form.fields["offer"].fault.text()
    assert planned.context.editing.history == ()


def test_somebody_whom_no_plan_names_is_removed_and_comes_back(page: PeoplePage, planned: MainWindow) -> None:
    page.list.choose("c3")
    section(page, "person", MasterSection).remove.click()
    assert "Carl Carlsen" not in names(page)
    assert all(each.citizen != "c3" for each in planned.context.editing.unit().memberships)
    planned.menus.undo.trigger()
    assert "Carl Carlsen" in names(page)


def test_somebody_whom_a_plan_names_is_for_retention_and_erasure(
    page: PeoplePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise Rejected

    page.list.choose("c1")
    monkeypatch.setattr(EditingService, "save", refuse)
    master = section(page, "person", MasterSection)
    master.remove.click()
    assert "Retention and erasure" in master.problem.text()
    assert master.problem.isVisible()
    assert len(names(page)) == 4


def test_concealed_names_stand_nowhere_and_cannot_be_changed(page: PeoplePage, planned: MainWindow) -> None:
    page.list.choose("c2")
    master = section(page, "person", MasterSection)
    assert master.form is not None
    type_into(master.form, "name", "Bo Bertelsen Junior")
    planned.menus.conceal.trigger()
    shown = [page.person.name.text(), *names(page), str(master.form.fields["name"].value())]
    assert not any("Bertelsen" in text for text in shown)
    assert not master.form.fields["name"].isEnabled()
    assert not master.form.fields["case_number"].isEnabled()
    master.form.fields["avoid_sites"].set_value(("s1",))
    master.save()
    planned.menus.conceal.trigger()
    (person,) = (each for each in planned.context.editing.unit().citizens if each.id == "c2")
    assert (person.name, person.case_number, person.avoid_sites) == ("Bo Bertelsen", "sag-c2", ("s1",))


def test_a_vault_that_is_open_to_read_writes_nothing(bench: Bench, qtbot: QtBot, language: Language) -> None:
    assert isinstance(bench.store, FakeStore)
    window = MainWindow(context_of(bench.store, bench.folder, language.install, read_only=True))
    qtbot.addWidget(window)
    window.show()
    page = people_page(window)
    page.list.choose("c2")
    master = section(page, "person", MasterSection)
    caps = entry_list(page, "hours", "caps")
    writing = [page.add, master.remove, caps.add, caps.change, caps.remove]
    assert not any(control.isEnabled() for control in writing)
    assert all("read-only" in control.toolTip() for control in writing)
    assert master.form is not None
    assert not any(field.isEnabled() for field in master.form.fields.values())
    page.list.view.selectAll()
    assert not page.bulk.apply.isEnabled()


def test_the_place_is_kept_by_ids(page: PeoplePage) -> None:
    page.list.choose("c3")
    page.person.open_sheet("times")
    place = page.place()
    assert place == {"person": "c3", "sheet": "times"}
    page.list.choose("c1")
    page.go_to(place)
    assert page.place() == place


def test_undoing_elsewhere_keeps_what_is_being_typed(page: PeoplePage, planned: MainWindow) -> None:
    page.list.choose("c2")
    master = section(page, "person", MasterSection)
    assert master.form is not None
    type_into(master.form, "name", "Bo Andersen")
    editing = planned.context.editing
    other = next(each for each in editing.unit().citizens if each.id == "c2")
    editing.save("person_saved", [replace(other, caps=())])
    assert master.form.fields["name"].value() == "Bo Andersen"
    master.save()
    (saved,) = (each for each in editing.unit().citizens if each.id == "c2")
    assert (saved.name, saved.caps) == ("Bo Andersen", ())


@pytest.mark.parametrize("code", ["da", "en"])
def test_every_text_can_be_read(
    language: Language,
    code: str,
    bench: Bench,
    open_window: Callable[..., MainWindow],
    qtbot: QtBot,
) -> None:
    bench.keep_plan()
    language.install(code)
    window = open_window(bench)
    window.resize(1280, 720)
    page = people_page(window)
    page.list.choose("c2")
    for sheet in ("person", "hours", "groups", "times", "offers", "week", "attendance", "trail"):
        page.person.open_sheet(sheet)
        qtbot.waitUntil(lambda: nothing_cut_off(page.person))
    page.add.click()
    qtbot.waitUntil(lambda: nothing_cut_off(page.new))
    page.new.cancel_button.click()
    page.list.view.selectAll()
    qtbot.waitUntil(lambda: nothing_cut_off(page.bulk))


def test_who_was_not_added_leaves_nothing_for_the_next(planned: MainWindow) -> None:
    page = people_page(planned)
    page.add_person()
    for name in ("name", "case_number"):
        page.new.form.fields[name].set_value("Left Behind")
    page.new.left.emit()
    page.add_person()
    assert page.new.form.fields["name"].value() == ""
    assert page.new.form.fields["case_number"].value() == ""
