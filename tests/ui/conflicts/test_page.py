"""The page of conflicts: what is chosen is shown, edited, kept, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.conflicts import Scope
from desktop.domain.time import DateSpan
from desktop.qt.language import Language
from desktop.ui.conflicts.network import NetworkView
from desktop.ui.conflicts.network_node import Node
from desktop.ui.conflicts.page import MATRIX, REVIEW, TABLE, ConflictsPage
from desktop.ui.forms.text_fields import NameField
from desktop.ui.main_window import MainWindow
from tests.ui.conflicts.kit import TODAY, Desk, away, filling
from tests.ui.kit import Bench
from tests.ui.looking import cut_off, unnamed


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Desk:
    made = Desk(tmp_path)
    qtbot.addWidget(made.page)
    made.page.resize(1188, 640)
    made.page.show()
    return made


def cell(desk: Desk, row: str, column: str) -> str:
    model = desk.page.matrix.groups_model
    ids = [each.id for each in model.groups]
    index = model.index(ids.index(row), ids.index(column) + 1)
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def click(desk: Desk, row: str, column: str) -> None:
    matrix = desk.page.matrix
    ids = [each.id for each in matrix.groups_model.groups]
    box = matrix.visualRect(matrix.groups_model.index(ids.index(row), ids.index(column) + 1))
    QTest.mouseClick(
        matrix.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, box.center()
    )


def test_the_matrix_says_each_pair_the_same_both_ways_and_unknown_as_unknown(desk: Desk) -> None:
    assert cell(desk, "g1", "g2") == cell(desk, "g2", "g1")
    assert "Holds. Site, 30 min. between" in cell(desk, "g1", "g2")
    assert "Run out" in cell(desk, "g2", "g3")
    assert cell(desk, "g1", "g3").endswith("Nothing on record: nobody has assessed these two")


def test_a_cell_that_is_clicked_is_edited_beside_it_and_undo_gives_back(desk: Desk) -> None:
    click(desk, "g1", "g2")
    panel = desk.page.pair
    before = desk.separation("x1")
    assert panel.title.text() == "Gruppe 1 – Gruppe 2"
    panel.form.fields["gap_minutes"].set_value(90)
    panel.save_button.click()
    assert desk.separation("x1") == before
    assert panel.why.fault.text() == "Must not be empty."
    panel.why.set_value("Ny trussel")
    panel.save_button.click()
    assert desk.separation("x1") == replace(before, gap_minutes=90)
    assert "90 min." in cell(desk, "g1", "g2")
    assert not panel.form.dirty
    desk.editing.undo()
    assert desk.separation("x1") == before
    assert panel.form.fields["gap_minutes"].value() == 30


def test_what_is_typed_is_not_lost_by_a_click_on_another_cell(desk: Desk, qtbot: QtBot) -> None:
    said: list[str] = []
    desk.page.said.connect(said.append)
    click(desk, "g1", "g2")
    panel = desk.page.pair
    panel.form.fields["reason"].set_value("Skud")
    ways: tuple[Callable[[], None], ...] = (
        lambda: click(desk, "g1", "g3"),
        lambda: desk.page.show_group("g1"),
    )
    for leave in ways:
        leave()
        assert panel.sides == ("g1", "g2")
        assert panel.form.fields["reason"].value() == "Skud"
        assert said.pop() == "Something is not saved yet: save or discard it first."
        qtbot.waitUntil(lambda: desk.page.matrix.currentIndex().column() == 2)
    panel.discard_button.click()
    click(desk, "g1", "g3")
    assert panel.sides == ("g1", "g3")


def test_two_that_nobody_has_assessed_begin_empty_and_are_kept_apart(desk: Desk) -> None:
    click(desk, "g1", "g2")
    click(desk, "g1", "g3")
    panel = desk.page.pair
    assert panel.state.text() == "Nothing on record: nobody has assessed these two."
    assert panel.form.fields["reason"].value() == ""
    panel.save_button.click()
    assert len(desk.unit.separations) == 3
    assert panel.form.fields["source"].fault.text() == "Must not be empty."
    panel.form.fields["source"].set_value("Politiet")
    panel.form.fields["reason"].set_value("Skud")
    # The longest time that the unit keeps anywhere is proposed, never none.
    gap = panel.form.fields["gap_minutes"]
    assert gap.value() == max(each.gap_minutes for each in desk.unit.separations) > 0
    panel.form.fields["scope"].set_value(Scope.SESSION)
    panel.form.fields["scope"].set_value(Scope.SITE)
    assert gap.value() > 0
    panel.form.fields["scope"].set_value(Scope.SESSION)
    panel.save_button.click()
    made = desk.made()
    assert (made.sides, made.scope, made.gap_minutes) == (("g1", "g3"), Scope.SESSION, 0)
    assert made.span == DateSpan(TODAY)
    assert panel.record == made
    desk.editing.undo()
    assert len(desk.unit.separations) == 3
    assert panel.state.text().startswith("Nothing on record")


def test_the_keyboard_goes_over_the_cells_and_into_the_form(desk: Desk, qtbot: QtBot) -> None:
    matrix = desk.page.matrix
    with qtbot.waitActive(desk.page):
        desk.page.activateWindow()
    matrix.setFocus()
    matrix.choose("g1")
    QTest.keyClick(matrix, Qt.Key.Key_Right)
    QTest.keyClick(matrix, Qt.Key.Key_Right)
    assert desk.page.pair.sides == ("g1", "g2")
    QTest.keyClick(matrix, Qt.Key.Key_Return)
    assert desk.page.pair.form.fields["scope"].focus.hasFocus()


def test_what_is_typed_outlives_a_change_of_something_else(desk: Desk) -> None:
    click(desk, "g1", "g2")
    source = desk.page.pair.form.fields["source"]
    source.set_value("PET")
    desk.editing.save("group_saved", [replace(desk.unit.groups[2], name="Gruppe tre")])
    assert source.value() == "PET"
    desk.page.pair.discard_button.click()
    assert source.value() == "Politiet"


def test_ending_renewing_and_reviewing_leave_a_history(desk: Desk) -> None:
    desk.page.open("x2")
    assert desk.page.tabs.currentIndex() == REVIEW
    assert desk.page.tabs.tabText(REVIEW) == "For review (1)"
    filling({"source": "PET", "span": DateSpan(TODAY, away(90))})
    desk.page.review.renew_button.click()
    renewed = desk.made()
    assert (renewed.sides, renewed.reason, renewed.source) == (("g2", "g3"), "Overfald", "PET")
    assert desk.page.tabs.tabText(REVIEW) == "For review"
    desk.page.show_pair(("g2", "g3"))
    assert len(desk.page.pair.lines) == 2
    assert desk.page.pair.record == renewed
    filling({"reason": "Forlig"})
    desk.page.pair.end_button.click()
    assert desk.separation(renewed.id).span == DateSpan(TODAY, TODAY)
    assert desk.page.tabs.tabText(REVIEW) == "For review"
    desk.editing.undo()
    desk.editing.undo()
    assert desk.page.tabs.tabText(REVIEW) == "For review (1)"


def test_many_that_are_renewed_go_on_without_a_day_between(desk: Desk) -> None:
    desk.page.tabs.setCurrentIndex(TABLE)
    desk.page.table.table.choose("x2", "x3")
    told = filling({"source": "PET"})
    desk.page.table.renew_button.click()
    assert told == []
    made = [each for each in desk.unit.separations if each.id not in ("x1", "x2", "x3")]
    # x2 has run out already, x3 goes on for a while: nobody waits for the other one's end.
    assert {(each.reason, each.span.first) for each in made} == {("Overfald", TODAY), ("Uvenner", TODAY)}


def test_what_may_end_leaves_the_list_with_a_reason_in_the_trail(desk: Desk) -> None:
    desk.page.open("x2")
    told = filling({"reason": " "})
    desk.page.review.let_end_button.click()
    assert told == ["Must not be empty."]
    assert not desk.separation("x2").is_let_end
    filling({"reason": "Gruppen er opløst"})
    desk.page.review.let_end_button.click()
    assert desk.separation("x2").is_let_end
    assert desk.page.tabs.tabText(REVIEW) == "For review"
    assert "Ended, reviewed" in cell(desk, "g2", "g3")


def test_the_table_has_people_too_is_filtered_and_acts_on_many(desk: Desk) -> None:
    table = desk.page.table
    desk.page.tabs.setCurrentIndex(TABLE)
    table.table.bar.choose("kind", "With a person")
    assert table.table.choose("x3")
    assert desk.page.pair.title.text().endswith("Dan Dahl")
    table.table.bar.clear()
    table.table.view.selectAll()
    filling({"reason": "Alt er roligt", "last": TODAY})
    table.end_button.click()
    assert [each.span.last for each in desk.unit.separations] == [TODAY, away(-3), TODAY]
    desk.editing.undo()
    assert desk.separation("x1").span.last is None


def test_a_separation_of_two_people_is_made_and_nobody_is_apart_from_themself(desk: Desk) -> None:
    why = {"reason": "Trusler", "source": "Enheden"}
    told = filling({"side_a": "c2", "side_b": "c2", **why})
    desk.page.separation_button.click()
    assert told == ["Names the same one twice."]
    told = filling({"side_a": "c2", "side_b": "c3", **why})
    desk.page.separation_button.click()
    assert told == []
    assert desk.made().sides == ("c2", "c3")


def test_a_group_is_renamed_gets_a_member_and_goes_with_all_that_is_about_it(desk: Desk) -> None:
    desk.page.open("g2")
    assert desk.page.tabs.currentIndex() == MATRIX
    panel = desk.page.group
    assert panel.members.count() == 2
    panel.form.fields["name"].set_value("Gruppe to")
    panel.save_button.click()
    assert desk.unit.groups[1].name == "Gruppe to"
    assert panel.title.text() == "Gruppe to"
    filling({"citizen": "c1"})
    panel.add_button.click()
    assert panel.members.count() == 3
    panel.members.setCurrentRow(0)
    asked: list[tuple[str, str]] = []
    desk.page.navigate.connect(lambda page, subject: asked.append((page, subject)))
    panel.open_button.click()
    assert asked == [("people", "c1")]
    filling({"reason": "Opløst"})
    panel.remove_button.click()
    assert [each.id for each in desk.unit.groups] == ["g1", "g3"]
    assert [each.id for each in desk.unit.separations] == ["x3"]
    desk.editing.undo()
    assert len(desk.unit.groups) == 3
    assert len(desk.unit.memberships) == 5


def test_no_group_is_given_the_name_of_another(desk: Desk) -> None:
    desk.page.show_group("g1")
    panel = desk.page.group
    name = panel.form.fields["name"]
    assert isinstance(name, NameField)
    name.edit.setText("gruppe 2")
    panel.save_button.click()
    assert name.fault.text()
    assert [each.name for each in desk.unit.groups][:2] == ["Gruppe 1", "Gruppe 2"]


def test_no_node_of_a_large_network_covers_another(qtbot: QtBot) -> None:
    long = "Nordvestkvarterets uafhængige klub af 1987"
    groups = [Node(f"g{at}", f"{long} {at}", "", members=at) for at in range(12)]
    people = [Node(f"c{at}", "Claus-Emil Elmegrøft", "") for at in range(6)]
    view = NetworkView()
    qtbot.addWidget(view)
    view.resize(760, 560)
    view.show_network([*groups, *people], (), "")
    boxes = [button.geometry() for button in view.nodes.values()]
    assert not [(one, two) for one, two in combinations(boxes, 2) if one.intersects(two)]
    assert all(view.rect().contains(box) for box in boxes)


def test_the_network_draws_the_groups_and_those_with_a_separation_of_their_own(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.page.tabs.setCurrentIndex(1)
    view = desk.page.network.view
    assert set(view.nodes) == {"g1", "g2", "g3", "c1", "c4"}
    assert "Kept apart from: Gruppe 1 (Site, 30 min. between, Holds)" in view.nodes["g2"].accessibleName()
    assert "Pairs on record: 3, kept apart today: 2" in desk.page.network.summary.text()
    middle = view.middle_of(("g1", "g2")).toPoint()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    assert desk.page.pair.sides == ("g1", "g2")
    with qtbot.waitActive(desk.page):
        desk.page.activateWindow()
    reached, waiting = set[str](), ["g1"]
    while waiting:
        node = waiting.pop()
        reached.add(node)
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Right):
            view.nodes[node].setFocus()
            QTest.keyClick(view.nodes[node], key)
            at = next(each for each, button in view.nodes.items() if button.hasFocus())
            waiting += [] if at in reached else [at]
    assert reached == set(view.nodes)
    QTest.keyClick(view.nodes["g3"], Qt.Key.Key_Return)
    assert desk.page.group.group == "g3"


def test_a_vault_for_reading_shows_all_and_changes_nothing(tmp_path: Path, qtbot: QtBot) -> None:
    desk = Desk(tmp_path, read_only=True)
    qtbot.addWidget(desk.page)
    desk.page.show_pair(("g1", "g2"))
    desk.page.show_group("g1")
    desk.page.table.table.choose("x1")
    panel, group, table = desk.page.pair, desk.page.group, desk.page.table
    for button in (
        *(panel.save_button, panel.renew_button, panel.end_button, panel.remove_button, panel.form),
        *(group.add_button, group.remove_button, group.form, table.renew_button, table.end_button),
        *(desk.page.group_button, desk.page.separation_button, desk.page.review.let_end_button),
    ):
        assert not button.isEnabled()
        assert "read-only" in button.toolTip()


def test_concealed_names_are_nowhere_and_a_renewal_keeps_its_true_reason(desk: Desk) -> None:
    desk.editing.conceal(True)
    desk.page.show_pair(("c1", "c4"))
    shown = [desk.page.pair.title.text(), desk.page.network.summary.text()]
    shown += [node.accessibleName() for node in desk.page.network.view.nodes.values()]
    shown.append(cell(desk, "g1", "g2"))
    assert not [text for text in shown if "Gruppe" in text or "Dahl" in text]
    filling({"source": "PET", "span": DateSpan(away(41))})
    desk.page.pair.renew_button.click()
    assert desk.made().reason == "Uvenner"


@pytest.mark.parametrize("code", ["da", "en"])
def test_every_control_has_a_name_and_no_text_is_cut_off(
    code: str, language: Language, tmp_path: Path, qtbot: QtBot
) -> None:
    language.install(code)
    desk = Desk(tmp_path)
    qtbot.addWidget(desk.page)
    desk.page.resize(1188, 640)
    desk.page.show()
    for tab in range(desk.page.tabs.count()):
        desk.page.tabs.setCurrentIndex(tab)
        for shown in (("g1", "g2"), ("g1", "g3"), None):
            if shown is None:
                desk.page.show_group("g1")
            else:
                desk.page.show_pair(shown)
            QApplication.processEvents()
            assert set(unnamed(desk.page)) == set()
            lines = {each.text() for each in (*desk.page.pair.lines, *desk.page.group.rivals)}
            assert set(cut_off(desk.page)) <= lines


def test_the_place_is_kept_by_ids_alone(desk: Desk) -> None:
    desk.page.tabs.setCurrentIndex(TABLE)
    desk.page.show_pair(("c1", "c4"), "x3")
    place = desk.page.place()
    assert place == {"tab": "2", "one": "c1", "other": "c4", "record": "x3"}
    desk.page.show_group("g1")
    desk.page.go_to(place)
    assert desk.page.pair.record == desk.separation("x3")


def test_the_window_has_it_in_danish_and_leads_there_from_the_start(
    bench: Bench, open_window: object, language: Language
) -> None:
    language.install("da")
    assert callable(open_window)
    window = open_window(bench)
    assert isinstance(window, MainWindow)
    assert window.shell is not None
    window.shell.navigate("conflicts", "x1")
    page = window.shell.page("conflicts")
    assert isinstance(page, ConflictsPage)
    assert page.tabs.tabText(0) == "Grupper og matrix"
    assert page.pair.state.text() == "Gælder · indtil videre · 4 borgere"


def read(desk: Desk) -> list[str]:
    """Whose read was recorded since the last time."""
    desk.page.reads.flush()
    told = desk.bench.recorder.told()
    desk.bench.recorder.events.clear()
    assert all(entry[:2] == ("read", "citizen") for entry in told)
    return [person for _, _, person in told]


def test_who_is_kept_apart_from_whom_is_a_read_of_both_once_a_visit(desk: Desk) -> None:
    assert read(desk) == []
    desk.page.show_pair(("g1", "g2"))
    assert read(desk) == []
    desk.page.show_pair(("c1", "c4"))
    assert read(desk) == ["c1", "c4"]
    desk.page.show_pair(("g1", "g2"))
    desk.page.show_pair(("c1", "c4"))
    assert read(desk) == []
    desk.page.hide()
    desk.page.leave()
    desk.page.show()
    assert read(desk) == ["c1", "c4"]


def test_lists_with_people_are_read_with_them(desk: Desk) -> None:
    desk.page.tabs.setCurrentIndex(TABLE)
    assert read(desk) == ["c1", "c4"]
    members = sorted(each.citizen for each in desk.unit.memberships if each.group == "g1")
    desk.page.show_group("g1")
    assert members
    assert read(desk) == [each for each in members if each not in ("c1", "c4")]


def test_pseudonyms_are_no_read_and_names_that_come_back_are(desk: Desk) -> None:
    desk.editing.conceal(True)
    desk.page.tabs.setCurrentIndex(TABLE)
    desk.page.show_pair(("c1", "c4"))
    assert read(desk) == []
    desk.editing.conceal(False)
    assert read(desk) == ["c1", "c4"]


def test_a_read_that_can_not_be_recorded_is_told(desk: Desk, qtbot: QtBot) -> None:
    desk.bench.recorder.full = True
    desk.page.show_pair(("c1", "c4"))
    with qtbot.waitSignal(desk.page.said) as told:
        desk.page.reads.flush()
    assert "is not recorded now" in told.args[0]
