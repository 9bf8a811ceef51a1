"""What a start imports before somebody sees something, and what after that; each in a process of its own."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import desktop
from tests.app.office import Office

ROOT = Path(desktop.__file__).parent

DOOR = """
from desktop.qt.plain_import import import_qt
import_qt()
from PySide6.QtWidgets import QApplication
from desktop.app import Options, Terminal
from desktop.app.entrance import Entrance
from desktop.app import windowed
from desktop.ui import dressing
from desktop.ui.guide.opener import Guide
from desktop.ui.unlock.dialog import UnlockDialog

app = QApplication([])
entrance = Entrance(Options(folder), Terminal(print, print, print))
dressing.install(app)
guide = Guide(entrance.settings, app)
dialog = UnlockDialog(entrance.door)
dialog.show()
app.processEvents()
"""

WINDOW = """
from PySide6.QtWidgets import QApplication
from desktop.ui.main_window import MainWindow
from tests.services.fakes import FakeStore
from tests.ui.kit import context_of, unit

app = QApplication([])
window = MainWindow(context_of(FakeStore(unit()), folder, lambda code: None))
window.show()
app.processEvents()
"""

LOADED = """
import threading
from desktop.app.loading import Loading

loading = Loading()
loading.begin()
loading.wait()
loading.begin()
for thread in threading.enumerate():
    if thread.name == "loading":
        thread.join()
"""

EVERY_PAGE = """
assert window.shell is not None
for key, _, _ in window.shell.entries():
    window.shell.show_page(key)
    app.processEvents()
"""


def imported_by(program: str, folder: Path) -> set[str]:
    """The modules that a program has imported at its end. It is told a folder of its own."""
    whole = f"import json, sys\nfrom pathlib import Path\nfolder = Path({str(folder)!r})\n{program}\n"
    ended = subprocess.run(
        [sys.executable, "-c", f"{whole}print(json.dumps(sorted(sys.modules)))"],
        cwd=ROOT.parent,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    return set(json.loads(ended.stdout.splitlines()[-1]))


def below(modules: set[str], *names: str) -> set[str]:
    """Those of the modules that are one of these or lie in one of these packages."""
    return {each for each in modules if any(f"{each}.".startswith(f"{name}.") for name in names)}


def test_who_is_asked_for_the_passphrase_waits_for_nothing_of_what_lies_behind_it(office: Office) -> None:
    found = imported_by(DOOR, office.folder)
    assert not below(
        found,
        *("sqlalchemy", "alembic", "holidays", "openpyxl", "ortools", "numpy"),
        *("solver", "desktop.printing", "desktop.domain.unit", "desktop.services.week.planning"),
        *("desktop.app.parts", "desktop.app.demo", "desktop.app.once", "desktop.store.unit_of_work"),
        *("desktop.ui.main_window", "desktop.ui.shell", "desktop.ui.week", "desktop.ui.backup"),
        *("desktop.ui.guide.window", "desktop.ui.forms", "desktop.ui.table"),
    )
    assert below(found, "desktop.ui.unlock.dialog")


def test_the_window_waits_for_no_page_and_no_dialog_that_nobody_has_opened(tmp_path: Path) -> None:
    found = imported_by(WINDOW, tmp_path)
    assert below(found, "desktop.ui.start.page")
    packages = (
        "week.page",
        "acute",
        "people",
        "conflicts",
        "levels",
        "resources",
        "board",
        "moving",
        "prints",
    )
    dialogs = ("sheets.dialog", "sheets.export_dialog", "history.dialog", "audit.dialog", "backup.dialog")
    others = ("keys.dialog", "retention", "about.dialog", "guide.window", "welcome", "forms.form", "table")
    assert not below(found, *(f"desktop.ui.{each}" for each in (*packages, *dialogs, *others)))
    assert not below(found, "openpyxl", "ortools", "numpy", "desktop.printing.week_print", "solver.search")


def test_what_the_window_needs_is_there_once_the_passphrase_is_typed(tmp_path: Path) -> None:
    found = imported_by(LOADED, tmp_path)
    needed = (
        "desktop.app.parts",
        "desktop.ui.main_window",
        "desktop.store.unit_of_work",
        "holidays.countries.denmark",
    )
    assert set(needed) <= found
    countries = {each for each in found if each.startswith("holidays.countries.")}
    assert countries == {"holidays.countries.denmark"}


def test_whoever_turns_to_a_page_waits_for_no_import(tmp_path: Path) -> None:
    loaded, shown = imported_by(LOADED, tmp_path), imported_by(LOADED + WINDOW + EVERY_PAGE, tmp_path)
    pages = {each for each in shown if each.startswith("desktop.ui.") and each.endswith(".page")}
    assert {f"desktop.ui.{key}.page" for key in ("start", "week", "people", "conflicts")} <= pages
    assert pages <= loaded


def test_what_is_loaded_is_not_looked_through_again_and_no_thread_begins_to(tmp_path: Path) -> None:
    """Garbage is the business of the window's thread; see ``desktop.qt.garbage``."""
    told = "assert gc.get_freeze_count() > 100_000 and not gc.isenabled()"
    imported_by(f"import gc\ngc.disable()\n{LOADED}\n{told}", tmp_path)


def test_qt_leaves_the_import_of_other_modules_alone(tmp_path: Path) -> None:
    program = """
import builtins
plain = builtins.__import__
from desktop.qt.plain_import import import_qt
import_qt()
assert builtins.__import__ is plain
import PySide6.QtWidgets
assert builtins.__import__ is plain
"""
    assert below(imported_by(program, tmp_path), "PySide6.QtCore")


def test_every_import_can_be_found_by_reading_the_source() -> None:
    """So that whatever packs the app finds what is imported late."""
    hidden = [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for file in ROOT.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "attr", getattr(node.func, "id", "")) in ("import_module", "__import__")
    ]
    assert hidden == []
