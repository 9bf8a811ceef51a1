"""Resources and threat levels: added, edited, removed, undone; what stands in the way is told in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.domain.people import Absence, AbsenceKind, LevelAssessment
from desktop.domain.time import TimeSpan
from desktop.qt.language import Language
from desktop.services.level_serving import serving
from desktop.services.ports import NotStored
from desktop.ui.forms.text_fields import WordField
from desktop.ui.levels.meaning import example_sentences
from desktop.ui.levels.page import LevelsPage
from desktop.ui.main_window import MainWindow
from desktop.ui.records.known import skills
from desktop.ui.records.panel import RecordsPanel
from desktop.ui.resources.page import ResourcesPage
from tests.services.fakes import FakeWork
from tests.ui.kit import Bench, context_of, unit

OpenWindow = Callable[..., MainWindow]


def resources(window: MainWindow, tab: str) -> RecordsPanel[Any]:
    assert window.shell is not None
    window.shell.show_page("resources")
    page = window.shell.page("resources")
    assert isinstance(page, ResourcesPage)
    page.show_tab(tab)
    return page.panel(tab)


def levels(window: MainWindow) -> LevelsPage:
    assert window.shell is not None
    window.shell.show_page("levels")
    page = window.shell.page("levels")
    assert isinstance(page, LevelsPage)
    return page


def status(window: MainWindow) -> str:
    return window.statusBar().currentMessage()


def form_of(panel: RecordsPanel[Any]) -> Any:
    assert panel.form is not None
    return panel.form


@pytest.mark.parametrize(
    "tab",
    [
        "sites",
        "rooms",
        "travels",
        "staff",
        "suppliers",
        "offers",
        "activities",
        "limits",
        "closed_days",
        "settings",
    ],
)
@pytest.mark.parametrize("code", ["da", "en"])
def test_each_kind_lists_what_there_is_and_opens_its_form(
    tab: str, code: str, bench: Bench, open_window: OpenWindow, language: Language
) -> None:
    language.install(code)
    panel = resources(open_window(bench), tab)
    rows = panel.table.model.rows()
    assert len(rows) == len(panel.kind.rows(unit()))
    if panel.kind.id_word:
        panel.begin()
        assert panel.form is not None
        assert panel.title.text() == panel.kind.add
    else:
        panel.open(rows[0].id)
        assert form_of(panel).build() == rows[0]


def test_a_room_is_edited_with_the_keyboard_and_undone(
    bench: Bench, open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(bench)
    panel = resources(window, "rooms")
    panel.open("r1")
    seats = form_of(panel).fields["capacity"]
    with qtbot.waitActive(window):
        window.activateWindow()
    seats.focus.setFocus()
    seats.set_value(17)
    QTest.keyClick(seats.focus, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert bench.store.begin().unit().rooms[0].capacity == 17
    assert not panel.save_button.isEnabled()
    assert window.menus.undo.text() == "&Undo: room saved"
    window.menus.undo.trigger()
    assert bench.store.begin().unit() == unit()
    assert form_of(panel).fields["capacity"].value() == unit().rooms[0].capacity


def test_a_new_room_needs_a_name_and_says_so_at_the_field(bench: Bench, open_window: OpenWindow) -> None:
    panel = resources(open_window(bench), "rooms")
    panel.add.click()
    form_of(panel).fields["site"].set_value("s1")
    panel.save_button.click()
    assert form_of(panel).fields["name"].fault.text()
    assert len(bench.store.begin().unit().rooms) == len(unit().rooms)
    form_of(panel).fields["name"].set_value("Lokale 9")
    panel.save_button.click()
    assert "Lokale 9" in [room.name for room in bench.store.begin().unit().rooms]
    assert panel.title.text().startswith("Lokale 9")


def test_a_name_that_another_one_has_is_told_at_its_field(bench: Bench, open_window: OpenWindow) -> None:
    panel = resources(open_window(bench), "activities")
    first, other = unit().activities[:2]
    panel.open(first.id)
    name = form_of(panel).fields["name"]
    name.edit.setText(f" {other.name.upper()}")
    panel.save_button.click()
    assert name.fault.text().startswith("Another one has this name")
    assert bench.store.begin().unit() == unit()
    name.edit.setText(first.name)
    assert not form_of(panel).dirty
    name.edit.setText(f"{first.name} 2")
    panel.save_button.click()
    assert f"{first.name} 2" in [each.name for each in bench.store.begin().unit().activities]


def test_choosing_another_saves_what_was_changed(bench: Bench, open_window: OpenWindow) -> None:
    panel = resources(open_window(bench), "rooms")
    panel.open("r1")
    form_of(panel).fields["name"].set_value("Det blå lokale")
    panel.open("r2")
    assert bench.store.begin().unit().rooms[0].name == "Det blå lokale"
    assert panel.shown() == "r2"


def test_what_cannot_be_saved_stays_in_the_form(bench: Bench, open_window: OpenWindow) -> None:
    panel = resources(open_window(bench), "rooms")
    panel.open("r1")
    form_of(panel).fields["name"].set_value("")
    panel.open("r2")
    assert panel.shown() == "r1"
    assert form_of(panel).fields["name"].fault.text()
    one = panel.table.one_chosen()
    assert one is not None
    assert one.id == "r1"


def test_a_site_with_rooms_is_not_removed_and_names_them(bench: Bench, open_window: OpenWindow) -> None:
    window = open_window(bench)
    panel = resources(window, "sites")
    panel.open("s1")
    panel.remove_button.click()
    assert "Lokale 1" in status(window)
    assert "Lokale 1" in panel.refusal.text()
    panel.open("s2")
    assert not panel.refusal.isVisibleTo(panel)
    assert len(bench.store.begin().unit().sites) == len(unit().sites)


def test_several_rooms_go_as_one_and_come_back_as_one(bench: Bench, open_window: OpenWindow) -> None:
    window = open_window(bench)
    panel = resources(window, "rooms")
    panel.table.choose(*(room.id for room in unit().rooms[:2]))
    actions = {each.text().partition("\t")[0]: each for each in panel.table.row_menu().actions()}
    actions["&Remove 2"].trigger()
    assert status(window).startswith("2 removed")
    assert len(bench.store.begin().unit().rooms) == len(unit().rooms) - 2
    window.menus.undo.trigger()
    assert bench.store.begin().unit() == unit()


def test_a_level_that_somebody_is_assessed_at_is_not_removed_and_says_why(
    bench: Bench, open_window: OpenWindow
) -> None:
    window = open_window(bench)
    page = levels(window)
    highest = max(unit().levels, key=lambda each: each.level)
    made = LevelAssessment(highest.level, "Politiet", date(2026, 11, 2), date(2027, 3, 1))
    window.context.editing.save("level_assessed", [replace(unit().citizens[0], assessments=(made,))])
    before = bench.store.begin().unit()
    page.open(highest.id)
    page.panel.remove_button.click()
    assert "need it" in page.panel.refusal.text()
    assert bench.store.begin().unit() == before


def test_enter_in_the_list_leads_to_the_form(bench: Bench, open_window: OpenWindow) -> None:
    window = open_window(bench)
    panel = resources(window, "rooms")
    window.activateWindow()
    panel.open("r1")
    QTest.keyClick(panel.table.view, Qt.Key.Key_Return)
    assert form_of(panel).fields["name"].isAncestorOf(window.focusWidget())


def test_an_activity_goes_with_its_enrolments_and_all_comes_back(
    bench: Bench, open_window: OpenWindow
) -> None:
    window = open_window(bench)
    panel = resources(window, "activities")
    panel.open("club")
    panel.remove_button.click()
    after = bench.store.begin().unit()
    assert "club" not in [each.id for each in after.activities]
    assert "club" not in [each.activity for each in after.enrolments]
    window.menus.undo.trigger()
    assert bench.store.begin().unit() == unit()


def test_removing_the_weekly_interview_says_that_nobody_is_called_any_more(
    bench: Bench, open_window: OpenWindow
) -> None:
    window = open_window(bench)
    panel = resources(window, "activities")
    panel.open("club")
    panel.remove_button.click()
    assert not panel.notice.isVisibleTo(panel)
    window.menus.undo.trigger()
    panel.open("interview")
    panel.remove_button.click()
    assert bench.store.begin().unit().settings.idle_interview is None
    assert "whoever is not in activation is no longer called" in panel.notice.text()
    assert panel.notice.isVisibleTo(panel)
    assert "Ctrl+Z" in status(window)
    window.menus.undo.trigger()
    assert bench.store.begin().unit() == unit()
    assert not panel.notice.isVisibleTo(panel)


def test_read_only_nothing_can_be_changed_and_says_why(
    bench: Bench, qtbot: QtBot, language: Language
) -> None:
    context = context_of(bench.store, bench.folder, language.install, read_only=True)
    window = MainWindow(context)
    qtbot.addWidget(window)
    panel = resources(window, "rooms")
    panel.open("r1")
    assert not form_of(panel).isEnabled()
    for button in (panel.add, panel.save_button, panel.remove_button):
        assert not button.isEnabled()
        assert "read-only" in button.toolTip()


def test_a_level_laxer_than_the_one_below_is_refused_at_the_form(
    bench: Bench, open_window: OpenWindow
) -> None:
    page = levels(open_window(bench))
    rows = page.panel.table.model.rows()
    page.open(rows[-1].id)
    form_of(page.panel).fields["max_group"].set_value(99)
    page.panel.save_button.click()
    assert bench.store.begin().unit().levels == unit().levels
    told = [field.fault.text() for field in form_of(page.panel).fields.values()]
    assert any(told) or form_of(page.panel).problem.text()


def test_a_level_tells_what_it_means_and_who_can_serve_it(bench: Bench, open_window: OpenWindow) -> None:
    page = levels(open_window(bench))
    level = page.panel.table.model.rows()[0]
    page.open(level.id)
    shown = [each.text() for each in page.meaning.findChildren(QLabel) if not each.isHidden()]
    for sentence in example_sentences(level):
        assert f"• {sentence}" in shown
    found = serving(unit(), level, bench.week)
    assert any(text.startswith(f"People on it ({len(found.people)})") for text in shown)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (
            "en",
            (
                "Of them not able to come this week (1): Bo Bertelsen (away all week)",
                "Fit but not open this week (1): Lokale 1 (closed all week)",
                "Staff not there this week (1): Medarbejder (away all week)",
            ),
        ),
        (
            "da",
            (
                "Heraf nogen, der ikke kan komme i denne uge (1): Bo Bertelsen (væk hele ugen)",
                "Egnede, men ikke åbne i denne uge (1): Lokale 1 (lukket hele ugen)",
                "Medarbejdere, der ikke er der i denne uge (1): Medarbejder (væk hele ugen)",
            ),
        ),
    ],
)
def test_who_and_what_is_not_there_this_week_is_named_with_the_reason(
    bench: Bench, open_window: OpenWindow, language: Language, code: str, told: tuple[str, ...]
) -> None:
    language.install(code)
    whole = TimeSpan(bench.week.moment(0), bench.week.moment(7 * 1440))
    (room, *_) = (each for each in unit().rooms if each.id == "r1")
    bench.store.put(
        Absence("gone1", "c2", AbsenceKind.ILLNESS, whole),
        Absence("gone2", "m1", AbsenceKind.HOLIDAY, whole),
        replace(room, closed=(whole,)),
    )
    page = levels(open_window(bench))
    page.open(page.panel.table.model.rows()[0].id)
    shown = [each.text() for each in page.meaning.findChildren(QLabel) if not each.isHidden()]
    assert set(told) <= set(shown)


def test_a_reason_for_the_trail_is_for_one_change_only(bench: Bench, open_window: OpenWindow) -> None:
    panel = levels(open_window(bench)).panel
    assert panel.form is not None
    panel.form.fields["max_group"].set_value(5)
    panel.reason.set_value("Agreed with the police")
    panel.form.fields["name"].set_value("Low, agreed")
    assert panel.save()
    assert panel.reason.value() == ""


def test_while_names_are_concealed_a_hidden_text_cannot_be_typed_over(
    bench: Bench, open_window: OpenWindow
) -> None:
    window = open_window(bench)
    window.menus.conceal.trigger()
    page = levels(window)
    page.open(page.panel.table.model.rows()[0].id)
    fields = form_of(page.panel).fields
    assert not fields["source"].isEnabled()
    assert fields["max_group"].isEnabled()
    window.menus.conceal.trigger()
    page.open(page.panel.table.model.rows()[0].id)
    assert form_of(page.panel).fields["source"].isEnabled()


def test_the_name_of_a_skill_stands_for_it(qtbot: QtBot, language: Language) -> None:
    """One who types the Danish word must not make another skill, which nobody has."""
    language.install("da")
    field = WordField(skills(unit()))
    qtbot.addWidget(field)
    field.set_value("teaching")
    assert field.edit.text() == "undervisning"
    field.edit.setText("Jobklub")
    assert field.value() == "Jobklub"
    field.edit.setText("Samtale")
    assert field.value() == "interview"


def test_a_level_that_people_are_assessed_at_stays(bench: Bench, open_window: OpenWindow) -> None:
    window = open_window(bench)
    panel = levels(window).panel
    panel.open("l2")
    panel.remove_button.click()
    assert [each.level for each in panel.table.model.rows()] == [1]
    assert panel.shown() == "l1"
    panel.remove_button.click()
    assert "Bo Bertelsen" in status(window)
    assert "need it" in status(window)
    assert [each.level for each in panel.table.model.rows()] == [1]


def test_a_full_disk_is_told_and_nothing_is_removed(
    bench: Bench, open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: FakeWork) -> None:
        raise NotStored

    window = open_window(bench)
    panel = resources(window, "limits")
    before = len(panel.table.model.rows())
    panel.open(panel.table.model.rows()[0].id)
    monkeypatch.setattr(FakeWork, "commit", full)
    panel.remove_button.click()
    assert "could not be stored" in status(window)
    assert len(panel.table.model.rows()) == before


def test_two_of_one_name_are_told_apart_and_keep_their_names(bench: Bench, open_window: OpenWindow) -> None:
    for member in unit().staff:
        bench.store.put(replace(member, name="Anne Holm"))
    window = open_window(bench)
    panel = resources(window, "staff")
    shown = [each.name for each in panel.kind.rows(panel.unit())]
    assert sorted(shown) == ["Anne Holm (1)", "Anne Holm (2)"]
    panel.open("m2")
    form_of(panel).fields["max_weekly_minutes"].set_value(600)
    assert panel.save()
    after = {each.id: each for each in bench.store.begin().unit().staff}
    assert (after["m2"].name, after["m2"].max_weekly_minutes) == ("Anne Holm", 600)
    form_of(panel).fields["name"].set_value("Anne Bech Holm")
    assert panel.save()
    assert [each.name for each in panel.kind.rows(panel.unit())] == ["Anne Holm", "Anne Bech Holm"]
    assert {each.name for each in bench.store.begin().unit().staff} == {"Anne Holm", "Anne Bech Holm"}


@pytest.mark.parametrize(
    ("code", "shown", "hours_unit", "too_many"),
    [
        ("da", "37", "timer om ugen", "Må højst være 168."),
        ("en", "37", "hours a week", "Must be at most 168."),
    ],
)
def test_a_limit_is_typed_and_shown_in_its_own_unit(
    code: str,
    shown: str,
    hours_unit: str,
    too_many: str,
    bench: Bench,
    open_window: OpenWindow,
    language: Language,
) -> None:
    language.install(code)
    panel = resources(open_window(bench), "limits")
    panel.open("i2")
    value = form_of(panel).fields["value"]
    assert (value.edit.text(), value.unit.text()) == (shown, hours_unit)
    assert hours_unit in value.edit.accessibleName()
    value.edit.setText("2 h 30 min")
    assert panel.save()
    assert {each.id: each.value for each in bench.store.begin().unit().limits}["i2"] == 150
    value = form_of(panel).fields["value"]
    assert value.edit.text() == ("2,5" if code == "da" else "2.5")
    value.edit.setText("169")
    assert not panel.save()
    assert value.fault.text() == too_many
    value.edit.setText("abc")
    assert not panel.save()
    assert "7:30" in value.fault.text()


def test_the_unit_of_a_limit_follows_what_it_is_a_limit_of(bench: Bench, open_window: OpenWindow) -> None:
    panel = resources(open_window(bench), "limits")
    panel.begin()
    fields = form_of(panel).fields
    assert fields["value"].unit.text() == "hours a week"
    fields["key"].set_value("mentor_startup_weeks")
    assert fields["value"].unit.text() == "weeks"
    fields["value"].edit.setText("4")
    fields["source"].set_value("Loven")
    assert panel.save()
    fields = form_of(panel).fields
    assert (fields["value"].edit.text(), fields["value"].unit.text()) == ("4", "weeks")
    assert {
        each.value for each in bench.store.begin().unit().limits if each.key == "mentor_startup_weeks"
    } == {4}
    panel.open("i1")
    assert form_of(panel).fields["value"].unit.text() == "DKK a year"
    assert form_of(panel).fields["value"].value() == 5_300_000
