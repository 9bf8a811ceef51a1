"""Uses the real app as a person would, in a process of its own: ``driver.py PART FOLDER``.

The vault lies in ``FOLDER/vault``. What was seen is written to ``FOLDER/PART.json`` for the test.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QClipboard, QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit

from desktop.app import Options, Terminal, start
from desktop.app.crash import NOTE
from desktop.printing.painter import Placed
from desktop.printing.palette import theme_of
from desktop.qt.solver_process import SolverProcess
from desktop.ui.audit.dialog import AuditDialog
from desktop.ui.board.canvas import Canvas
from desktop.ui.main_window import MainWindow
from desktop.ui.unlock.dialog import UnlockDialog
from tests.e2e.acute import acute
from tests.e2e.first_start import broken_sheet, first_start
from tests.e2e.robot import Robot, Script, click, find, name_file, picture_of_screen, seen, shortcut, write
from tests.services.fakes import FakeClock

EXAMPLE = Path(__file__).resolve().parents[2] / "resources" / "demo" / "example-unit.json"
PASSPHRASE = "karrusel mellem fjorten glas"
NEEDLE = "Nåleøje Hemmelighedssen"
"""A name that must be found nowhere in plain."""
WORKER = "Synålspude Arbejdersen"
"""The name given at the unlock, which must not be found either."""
SECONDS = 3
COPIED = "Somebody Somewhere"
ALIKE = 12
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def make_the_vault() -> None:
    """Fills in the dialog that makes a vault, and presses its button."""
    unlock = find(UnlockDialog)
    write(unlock.first, PASSPHRASE)
    assert unlock.new is not None
    write(unlock.new.second, PASSPHRASE)
    write(unlock.name, WORKER)
    click(unlock.ok)


def first_day(folder: Path) -> Script:
    """Makes a vault, imports a unit, plans the week, looks at the board, saves the PDF, quits."""
    yield lambda: seen(UnlockDialog)
    make_the_vault()

    yield lambda: seen(MainWindow)
    window = find(MainWindow)
    assert window.welcome is not None
    window.resize(1560, 960)
    click(window.welcome.import_button)
    yield lambda: seen(QFileDialog)
    name_file(EXAMPLE)

    yield from turn_to_week(window)
    assert window.week is not None
    bar = window.week.bar
    edit: QLineEdit = bar.seconds.lineEdit()
    write(edit, str(SECONDS))
    click(bar.plan)
    yield lambda: window.desk.planning
    yield lambda: not window.desk.planning
    yield from look_at_board(window, folder / "first_day.json")

    yield from shortcut(window, Qt.Key.Key_P, CONTROL | SHIFT)
    yield lambda: seen(QFileDialog)
    name_file(folder / "week.pdf")
    yield lambda: seen(QFileDialog) is None
    yield from shortcut(window, Qt.Key.Key_Q, CONTROL)


def next_day(folder: Path) -> Script:
    """Tries a wrong passphrase, then the right one, finds the plan on the board; locks it and comes back."""
    yield lambda: seen(UnlockDialog)
    unlock = find(UnlockDialog)
    write(unlock.first, "not this one, surely")
    click(unlock.ok)
    yield lambda: unlock.message.isVisible() and unlock.first.isEnabled()
    write(unlock.first, PASSPHRASE)
    yield unlock.ok.isEnabled
    click(unlock.ok)

    yield lambda: seen(MainWindow)
    window = find(MainWindow)
    window.resize(1560, 960)
    yield from turn_to_week(window)
    yield from lock_and_unlock(window, folder / "locked.json")
    yield from look_at_board(window, folder / "next_day.json")
    yield from shortcut(window, Qt.Key.Key_Q, CONTROL)


def turn_to_week(window: MainWindow) -> Script:
    """Leaves the first page for the week once the window shows a unit."""
    yield lambda: window.week is not None
    yield from shortcut(window, Qt.Key.Key_2, CONTROL)
    yield lambda: window.week is not None and window.week.bar.plan.isVisible()


def lock_and_unlock(window: MainWindow, told: Path) -> Script:
    """Copies a name, locks with the key, looks at what is left, and unlocks."""
    assert window.week is not None
    search, clipboard = window.week.people.search, QGuiApplication.clipboard()
    window.week.splitter.show_panel("people")
    yield search.isVisible
    write(search, COPIED)
    search.selectAll()
    QTest.keyClick(search, Qt.Key.Key_C, CONTROL)
    copied = clipboard.text()
    yield from shortcut(window, Qt.Key.Key_L, CONTROL)
    yield lambda: window.lock_page is not None and window.lock_page.unlock.first.isVisible()
    picture_of_screen()[0].save(str(told.with_suffix(".png")))
    page = window.lock_page
    assert page is not None
    left = {
        "copied": copied,
        "clipboard": clipboard.text(),
        "selection": clipboard.text(QClipboard.Mode.Selection) if clipboard.supportsSelection() else "",
        "texts": [found.text() for found in window.findChildren(QLabel) if found.isVisible()],
        "title": window.windowTitle(),
    }
    told.write_text(json.dumps(left))
    write(page.unlock.first, PASSPHRASE)
    click(page.unlock.ok)
    yield lambda: not window.locked and window.week is not None and window.week.bar.plan.isVisible()


def demo(folder: Path) -> Script:
    """Watches the demo being planned, then quits."""
    yield lambda: seen(MainWindow)
    window = find(MainWindow)
    yield lambda: window.desk.planning
    yield lambda: not window.desk.planning
    yield from look_at_board(window, folder / "demo.json")
    yield from shortcut(window, Qt.Key.Key_Q, CONTROL)


def close_in_mid_plan(folder: Path) -> Script:
    """Closes the window as soon as a first session is on the board."""
    yield lambda: seen(MainWindow)
    window = find(MainWindow)
    desk = window.desk
    yield lambda: desk.planning and desk.version is not None and desk.version.sessions
    picture_of_screen()[0].save(str(folder / "planning.png"))
    engines = [engine.process_id for engine in window.findChildren(SolverProcess)]
    (folder / "close_in_mid_plan.json").write_text(json.dumps({"engines": engines}))
    yield from shortcut(window, Qt.Key.Key_Q, CONTROL)


class StumbledOverSomebody(Exception):
    """An error whose message and variables carry a name."""


def needle(folder: Path) -> Script:
    """Uses the app with a name that must be found nowhere, and copies what was written while it is open."""
    yield lambda: seen(UnlockDialog)
    make_the_vault()
    yield lambda: seen(MainWindow)
    window = find(MainWindow)
    assert window.welcome is not None
    click(window.welcome.import_button)
    yield lambda: seen(QFileDialog)
    name_file(folder / "asked-for" / "unit.json")
    yield from turn_to_week(window)
    assert window.week is not None
    write(window.week.bar.seconds.lineEdit(), str(SECONDS))
    click(window.week.bar.plan)
    yield lambda: window.desk.planning
    yield lambda: not window.desk.planning
    yield from open_everybody(window)
    QTimer.singleShot(0, partial(stumble, NEEDLE))
    yield (folder / "vault" / NOTE).exists
    shutil.copytree(folder / "vault", folder / "while-open" / "vault")
    shutil.copytree(folder / "temporary", folder / "while-open" / "temporary")
    yield from shortcut(window, Qt.Key.Key_Q, CONTROL)


def needle_again(folder: Path) -> Script:
    """Fails to unlock under another name, then unlocks, reads the audit trail and verifies it."""
    yield lambda: seen(UnlockDialog)
    unlock = find(UnlockDialog)
    write(unlock.first, f"{NEEDLE} not this one")
    click(unlock.ok)
    yield lambda: unlock.message.isVisible() and unlock.first.isEnabled()
    write(unlock.first, PASSPHRASE)
    yield unlock.ok.isEnabled
    click(unlock.ok)
    yield lambda: seen(MainWindow)
    window = find(MainWindow)
    yield from turn_to_week(window)
    yield from open_everybody(window)
    QTimer.singleShot(0, window.menus.audit.trigger)
    yield lambda: seen(AuditDialog)
    page = find(AuditDialog)
    write(page.search, NEEDLE)
    yield lambda: page.model.rowCount() > 0
    page.table.selectRow(0)
    page.search.clear()
    click(page.verify_button)
    yield lambda: not page.verify_button.isEnabled()
    yield page.verify_button.isEnabled
    rows = (page.model.entry(row) for row in range(page.model.rowCount()))
    told = {
        "kinds": sorted({kept.entry.kind for kept in rows if kept is not None}),
        "whole": page.verdict_box.property("look") == "calm",
    }
    (folder / "needle_again.json").write_text(json.dumps(told), encoding="utf-8")
    page.reject()
    yield from shortcut(window, Qt.Key.Key_Q, CONTROL)


def open_everybody(window: MainWindow) -> Script:
    """Opens each person and the first session, as long as it takes to be recorded."""
    assert window.week is not None
    table = window.week.people.table
    for row in range(table.model().rowCount()):
        table.selectRow(row)
        window.week.leave()
    assert window.desk.version is not None
    window.desk.choose(window.desk.version.sessions[0].id)
    window.week.leave()
    yield lambda: window.desk.session is not None


def stumble(name: str) -> None:
    raise StumbledOverSomebody(name)


def look_at_board(window: MainWindow, told: Path) -> Script:
    """Clicks through the sites and writes down what stands on the board of each."""
    assert window.week is not None
    panel = window.week.board
    boards: list[dict[str, object]] = []
    for site in range(panel.tabs.count()):
        click(panel.tabs, panel.tabs.tabRect(site).center())
        yield partial(turned_to, window, site)
        # Under load the screen may not have followed yet.
        window.repaint()
        picture, corner = picture_of_screen()
        picture.save(str(told.with_name(f"{told.stem}-{site}.png")))
        canvas = panel.view.canvas
        in_sight = canvas.visibleRegion().boundingRect()
        boards.append(
            {
                "tab": panel.tabs.tabText(site),
                "sessions": [boxed.block.session for boxed in canvas.boxes() if boxed.block.session],
                "in_sight": [
                    placed.block.session for placed in canvas.placed() if in_sight.contains(edge(placed))
                ],
                "painted": [
                    placed.block.session
                    for placed in canvas.placed()
                    if in_sight.contains(edge(placed))
                    and shows(picture, canvas.mapToGlobal(edge(placed)) - corner, colour_of(canvas, placed))
                ],
            }
        )
    version = window.desk.version
    told.write_text(
        json.dumps(
            {
                "platform": QGuiApplication.platformName(),
                "boards": boards,
                "version": version.id if version else None,
                "figures": figures_of(window),
            }
        )
    )


def turned_to(window: MainWindow, site: int) -> bool:
    """Whether the board shows a site, and has had the time to paint it."""
    assert window.week is not None
    return window.week.board.tabs.currentIndex() == site and not window.desk.preview


def edge(placed: Placed) -> QPoint:
    """A place on the coloured edge of a session's box, where no text is."""
    return QPoint(round(placed.rect.left()) + 2, round(placed.rect.center().y()))


def colour_of(canvas: Canvas, placed: Placed) -> QColor:
    return theme_of(canvas.palette()).fill(placed.block.colour).accent


def shows(picture: QImage, at: QPoint, colour: QColor) -> bool:
    """Whether a picture of the screen has about this colour there."""
    found = QColor(picture.pixel(at))
    differences = (
        found.red() - colour.red(),
        found.green() - colour.green(),
        found.blue() - colour.blue(),
    )
    return all(abs(difference) <= ALIKE for difference in differences)


def figures_of(window: MainWindow) -> list[str]:
    """Every text of the strip of figures, as it can be read."""
    assert window.week is not None
    return [label.text() for label in window.week.strip.findChildren(QLabel) if label.isVisible()]


PARTS: dict[str, Callable[[Path], Script]] = {
    "first_day": first_day,
    "next_day": next_day,
    "demo": demo,
    "acute": acute,
    "first_start": first_start,
    "broken_sheet": broken_sheet,
    "close_in_mid_plan": close_in_mid_plan,
    "needle": needle,
    "needle_again": needle_again,
}
OPTIONS = {
    "demo": Options(demo=True, language="en", seconds=SECONDS),
    "acute": Options(demo=True, language="en", seconds=300),
    "close_in_mid_plan": Options(demo=True, language="en", seconds=300),
}


def main(part: str, folder: Path) -> int:
    qt = QApplication(["Sikkerplan"])
    robot = Robot(PARTS[part](folder), folder)
    QTimer.singleShot(0, qt, robot.begin)
    terminal = Terminal(print, print, print)
    options = replace(OPTIONS.get(part, Options(language="en")), vault=folder / "vault")
    return start(options, terminal, screen=True, clock=FakeClock())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
