"""The frame of the window: undo and redo in the menu, names concealed, pages by the rail."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from desktop.ui.main_window import MainWindow
from tests.ui.kit import Bench

OpenWindow = Callable[..., MainWindow]


def test_undo_takes_a_planned_week_back_and_redo_brings_it_again(
    bench: Bench, open_window: OpenWindow
) -> None:
    window = open_window(bench)
    window.plan()
    bench.engine.finish()
    assert window.menus.undo.text() == "&Undo: week planned"
    window.menus.undo.trigger()
    assert window.desk.version is None
    assert bench.planning.versions(bench.week) == ()
    assert window.statusBar().currentMessage() == "Undone: week planned"
    window.menus.redo.trigger()
    assert len(bench.planning.versions(bench.week)) == 1
    assert not window.menus.redo.isEnabled()


def test_what_something_else_changed_is_told_and_not_undone(bench: Bench, open_window: OpenWindow) -> None:
    window = open_window(bench)
    editing = window.context.editing
    person = editing.unit().citizens[1]
    editing.save("plan_accepted", [replace(person, note="one")])
    bench.store.put(replace(person, note="two"))
    window.menus.undo.trigger()
    assert "can no longer be undone" in window.statusBar().currentMessage()
    assert not window.menus.undo.isEnabled()


def test_concealed_names_are_nowhere_on_the_screen_and_come_back(planned: MainWindow) -> None:
    page = planned.week
    assert page is not None

    def texts() -> str:
        model = page.people.table.model()
        rows, columns = range(model.rowCount()), range(model.columnCount())
        cells = [model.index(row, column) for row in rows for column in columns]
        blocks = [button.accessibleName() for button in page.board.view.canvas.buttons()]
        return " ".join([*(str(cell.data()) for cell in cells), *blocks])

    assert "Bo Bertelsen" in texts()
    planned.menus.conceal.trigger()
    assert "Bo Bertelsen" not in texts()
    assert "Citizen " in texts()
    assert not planned.menus.print.isEnabled()
    planned.menus.conceal.trigger()
    assert "Bo Bertelsen" in texts()


def test_the_rail_shows_the_page_and_has_a_name_for_screen_readers(planned: MainWindow) -> None:
    assert planned.shell is not None
    button = planned.shell.rail.button("week")
    assert button.isChecked()
    assert button.accessibleName() == "Week"
