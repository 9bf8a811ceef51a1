"""Somebody restless at the window: clicks, types, pulls, turns pages, locks and undoes, by chance.

What is done is written down, so that a failure tells how it came about. Dialogs are played in place of being
waited for; files, printers and other programs are never asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import TypeVar, cast

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QHeaderView,
    QInputDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QWidget,
)
from shiboken6 import isValid

from desktop.domain.consistency import UnitFault, unit_faults
from desktop.domain.plans import PlanVersion
from desktop.domain.unit import Unit
from desktop.qt.repair_run import RepairRun
from desktop.qt.solver_process import Failed, Failure, SolverProcess
from desktop.services.week.planning import PlanningService
from desktop.services.week.versions import plan_of
from desktop.ui.context import WindowContext
from desktop.ui.door import LockReason
from desktop.ui.forms.form import Form
from desktop.ui.main_window import MainWindow
from solver.check import check
from solver.plan import Plan
from solver.problem import Problem
from tests.services.acute_week import plan_of_sessions
from tests.services.fakes import FakeClock
from tests.ui.acute_kit import RepairEngine
from tests.ui.kit import Bench, FakeDoor, context_of
from tests.ui.test_not_stored import FullStore

W = TypeVar("W", bound=QWidget)
KEYS = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Down,
    Qt.Key.Key_Up,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Return,
    Qt.Key.Key_Space,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Delete,
    Qt.Key.Key_F2,
    Qt.Key.Key_Home,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_M,
)
TEXTS = ("", "x", "99", "-5", "32-13-2026", "24-11-2026", "25:99", "08:30", "<b>é</b>", "a" * 300, "12,5")
PULLED = ("SessionButton", "Canvas", "WeekGrid", "QSplitterHandle", "MatrixView", "QHeaderView")
LEAST = 4
"""Pixels: what is smaller can't be pulled."""


class RestlessBench(Bench):
    """A store whose disk can be full, and engines that are played a step at a time."""

    def __init__(self, folder: Path, kept: Unit, random: Random, plan: Callable[[Problem], Plan]) -> None:
        super().__init__(folder, kept)
        self.full = FullStore(kept)
        self.store = self.full
        self.planning = PlanningService(self.store, FakeClock(), "Koordinator")
        self.running: list[RepairEngine] = []
        self._random, self._plan = random, plan

    def context(self, set_language: Callable[[str], None]) -> WindowContext:
        return context_of(
            self.store,
            self.folder,
            set_language,
            new_run=self.new_run,
            new_repair=lambda: RepairRun(FakeClock(), self._new_engine),
            audit=self.recorder,
        )

    def play(self) -> None:
        """The engine that was started last sends something."""
        self.running = [each for each in self.running if isValid(each) and not each.closed and each.problem]
        if not self.running:
            return
        engine, what = self.running[-1], self._random.random()
        if what < 0.2:
            engine.step(1.0, 3.0, 100.0)
        elif what < 0.5:
            engine.find(self._found)
        else:
            self.running.pop()
            if what < 0.6:
                engine.fail(Failed(Failure.CRASHED))
            elif what < 0.7:
                engine.prove_infeasible()
            else:
                engine.finish(self._found)

    def _found(self, problem: Problem) -> Plan:
        """The plan, at times without one of its sessions."""
        whole = self._plan(problem)
        sessions = list(whole.sessions)
        if sessions and self._random.random() < 0.5:
            sessions.pop(self._random.randrange(len(sessions)))
        return plan_of_sessions(problem, *sessions)

    def _new_engine(self) -> SolverProcess:
        engine = RepairEngine()
        self.running.append(engine)
        return cast(SolverProcess, engine)


class Restless:
    """``did`` is all that was done, ``faults`` what was wrong afterwards."""

    def __init__(self, bench: RestlessBench, set_language: Callable[[str], None], random: Random) -> None:
        self._bench, self._set_language, self._random = bench, set_language, random
        self.did: list[str] = []
        self.faults: list[str] = []
        self.window = MainWindow(bench.context(set_language))
        self.window.show()
        self.window.activateWindow()
        self._settle()
        self._begun = dict(bench.store.rows)
        self._known = self._unit_faults()
        self._looked_at: set[str] = set()

    def arm(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Dialogs are played; nothing outside of the window is asked."""

        def play(dialog: QDialog) -> int:
            return self._play_dialog(dialog)

        monkeypatch.setattr(QDialog, "exec", play)
        monkeypatch.setattr(QPrintDialog, "exec", lambda _: QDialog.DialogCode.Rejected.value)
        monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("Because", True))
        for ask in ("getSaveFileName", "getOpenFileName"):
            monkeypatch.setattr(QFileDialog, ask, lambda *_: ("", ""))

    def go(self, steps: int) -> None:
        """Does so many things, and looks after each whether all is well."""
        for _ in range(steps):
            try:
                self._step()
            except RuntimeError as error:
                # What was about to be touched went with what was touched before.
                if "already deleted" not in str(error):
                    raise
            self._settle()
            self._look()

    def undo_everything(self) -> None:
        """Takes back all that can be; the store must be as it was when the window was last unlocked."""
        self._bench.full.full = False
        # Qt remembers Shift and Ctrl of the last click, for whoever comes next as well.
        QTest.mouseClick(
            self.window, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, QPoint(1, 1)
        )
        self._settle()
        if self.window.locked:
            self._unlock()
        stored = self.window.desk.close()
        if stored is not None:
            # What a run has found until the window closes is no step that can be taken back.
            self._begun[PlanVersion, stored.version.id] = stored.version
        while self.window.context.editing.history:
            self.window.menus.undo.trigger()
            said = self.window.statusBar().currentMessage()
            if "can no longer" in said or "ikke længere" in said:
                self.faults.append(f"could not be undone: {said}")
        rows = self._bench.store.rows
        other = [key for key in {*rows, *self._begun} if rows.get(key) != self._begun.get(key)]
        if other:
            self.faults.append(f"not as it was: {sorted(f'{kind.__name__} {one}' for kind, one in other)}")

    def _step(self) -> None:
        window, what = self.window, self._random.random()
        if window.locked:
            self._unlock()
        elif what < 0.05:
            self._turn_page()
        elif what < 0.08:
            self._trigger(window.menus.undo)
        elif what < 0.1:
            self._trigger(window.menus.redo)
        elif what < 0.12:
            self._trigger(window.menus.conceal)
        elif what < 0.13:
            self._note("language")
            self._random.choice(window.menus.languages.actions()).trigger()
        elif what < 0.14:
            self._note("lock")
            window.lock(FakeDoor(exists=True), self._random.choice(list(LockReason)))
        elif what < 0.16:
            self._trigger(self._random.choice((window.menus.previous, window.menus.next, window.menus.this)))
        elif what < 0.18:
            self._trigger(window.menus.plan)
        elif what < 0.26:
            self._note("engine")
            self._bench.play()
        elif what < 0.28:
            self._note("disk")
            self._bench.full.full = not self._bench.full.full
        elif what < 0.3:
            self._menu()
        elif what < 0.38:
            self._pull(self._place())
        elif what < 0.45:
            self._key()
        else:
            self._act_in(self._place())

    def _act_in(self, top: QWidget) -> None:
        self._random.choices(
            (self._click, self._fill, self._type, self._choose, self._row), (35, 15, 15, 15, 20)
        )[0](top)

    def _place(self) -> QWidget:
        others = [
            each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not self.window
        ]
        if others and self._random.random() < 0.5:
            return self._random.choice(others)
        page = None if self.window.shell is None else self.window.shell.shown()
        return page if page is not None and self._random.random() < 0.85 else self.window

    def _unlock(self) -> None:
        self._note("unlock")
        self.window.open_again(self._bench.context(self._set_language))
        self._begun = dict(self._bench.store.rows)

    def _turn_page(self) -> None:
        shell = self.window.shell
        if shell is not None:
            key = self._random.choice(shell.entries())[0]
            self._note(f"page {key}")
            shell.show_page(key)

    def _trigger(self, action: QAction) -> None:
        self._note(f"menu {action.text()!r}")
        action.trigger()

    def _menu(self) -> None:
        menus = self.window.menus
        found = [
            action
            for menu in self.window.menuBar().findChildren(QMenu)
            for action in menu.actions()
            if action.isEnabled() and not action.isSeparator() and action.menu() is None
        ]
        self._trigger(self._random.choice([each for each in found if each is not menus.quit]))

    def _click(self, top: QWidget) -> None:
        found = self._of(top, QAbstractButton)
        if found:
            button = self._random.choice(found)
            self._note(f"click {_path(button)} {button.text()[:30]!r}")
            button.click()

    def _fill(self, top: QWidget) -> None:
        """Fills a form in and saves it."""
        forms = [each for each in top.findChildren(Form) if each.isVisible() and each.isEnabled()]
        if not forms:
            self._click(top)
            return
        form = self._random.choice(forms)
        self._note(f"fill {_path(form)}")
        for edit in self._of(form, QLineEdit):
            hint = edit.placeholderText()
            if not edit.text() and not edit.isReadOnly():
                edit.setText(
                    "26-11-2026" if "yy" in hint or "åå" in hint else "09:00" if ":" in hint else "12"
                )
        for combo in self._of(form, QComboBox):
            if combo.count() and combo.currentIndex() < 0:
                combo.setCurrentIndex(self._random.randrange(combo.count()))
        first = [each for each in self._of(top, QPushButton) if each.property("look") == "primary"]
        if first:
            first[0].click()

    def _type(self, top: QWidget) -> None:
        edits: list[QLineEdit | QPlainTextEdit] = [*self._of(top, QLineEdit), *self._of(top, QPlainTextEdit)]
        edits = [each for each in edits if not each.isReadOnly()]
        if edits:
            edit, text = self._random.choice(edits), self._random.choice(TEXTS)
            self._note(f"type {text[:12]!r} into {_path(edit)}")
            edit.setText(text) if isinstance(edit, QLineEdit) else edit.setPlainText(text)
            QTest.keyClick(edit, self._random.choice((Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape)))

    def _choose(self, top: QWidget) -> None:
        found: list[QWidget] = [
            *self._of(top, QComboBox),
            *self._of(top, QAbstractSpinBox),
            *self._of(top, QTabBar),
        ]
        if not found:
            return
        one = self._random.choice(found)
        self._note(f"choose in {_path(one)}")
        if isinstance(one, QComboBox) and one.count():
            at = self._random.randrange(one.count())
            one.setCurrentIndex(at)
            one.activated.emit(at)
        elif isinstance(one, QTabBar) and one.count():
            one.setCurrentIndex(self._random.randrange(one.count()))
        elif isinstance(one, QAbstractSpinBox):
            one.stepBy(self._random.choice((-100, -1, 1, 7)))

    def _row(self, top: QWidget) -> None:
        views = [each for each in self._of(top, QAbstractItemView) if not isinstance(each, QHeaderView)]
        views = [each for each in views if each.model() is not None and each.model().rowCount()]
        if not views:
            return
        view = self._random.choice(views)
        index = view.model().index(self._random.randrange(view.model().rowCount()), 0)
        self._note(f"row {index.row()} of {_path(view)}")
        view.setFocus()
        view.setCurrentIndex(index)
        at, port = view.visualRect(index).center(), view.viewport()
        with_keys = self._random.choice(
            (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.ControlModifier,
                Qt.KeyboardModifier.ShiftModifier,
            )
        )
        if self._random.random() < 0.3:
            QTest.mouseDClick(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        else:
            QTest.mouseClick(port, Qt.MouseButton.LeftButton, with_keys, at)

    def _key(self) -> None:
        focus, key = QApplication.focusWidget() or self.window, self._random.choice(KEYS)
        self._note(f"key {key.name} on {_path(focus)}")
        QTest.keyClick(focus, key)

    def _pull(self, top: QWidget) -> None:
        found = [each for each in self._of(top, QWidget) if min(each.width(), each.height()) > LEAST]
        best = [each for each in found if type(each).__name__ in PULLED]
        if not found:
            return
        one = self._random.choice(best or found)
        start = QPoint(self._random.randrange(one.width()), self._random.randrange(one.height()))
        end = start + QPoint(self._random.randrange(-300, 300), self._random.randrange(-200, 200))
        self._note(f"pull {_path(one)}")
        button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mousePress(one, button, none, start)
        for at in (start + (end - start) / 2, end):
            place, screen = QPointF(at), QPointF(one.mapToGlobal(at))
            move = QMouseEvent(QEvent.Type.MouseMove, place, screen, Qt.MouseButton.NoButton, button, none)
            QApplication.sendEvent(one, move)
        if self._random.random() < 0.2:
            QTest.keyClick(one, Qt.Key.Key_Escape)
        QTest.mouseRelease(one, button, none, end)

    def _play_dialog(self, dialog: QDialog) -> int:
        """What would wait for an answer gets a few, and is then cancelled."""
        self._note(f"dialog {type(dialog).__name__}")
        dialog.show()
        for _ in range(self._random.randrange(5)):
            if isValid(dialog) and dialog.isVisible():
                self._act_in(dialog)
                self._settle()
        if not isValid(dialog):
            return QDialog.DialogCode.Rejected.value
        if dialog.isVisible():
            dialog.done(QDialog.DialogCode.Rejected.value)
        return dialog.result()

    def _settle(self) -> None:
        """Lets what is to come come, and puts menus away, at times by choosing from them."""
        for _ in range(3):
            QApplication.processEvents()
        popup = QApplication.activePopupWidget()
        if isinstance(popup, QMenu) and self._random.random() < 0.5:
            actions = [each for each in popup.actions() if each.isEnabled() and not each.isSeparator()]
            actions = [each for each in actions if each is not self.window.menus.quit]
            if actions:
                self._trigger(self._random.choice(actions))
        for _ in range(5):
            popup = QApplication.activePopupWidget()
            if popup is not None:
                popup.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()

    def _look(self) -> None:
        self._look_at_focus()
        for fault in self._unit_faults() - self._known:
            self._wrong(f"the unit does not hold together: {fault}")
        history = () if self.window.locked else self.window.context.editing.history
        for edit in history[-1].change.edits if history else ():
            if isinstance(edit.after, PlanVersion) and edit.after.digest not in self._looked_at:
                self._looked_at.add(edit.after.digest)
                if self._broken(edit.after) > self._broken(edit.before):
                    self._wrong(f"a plan that breaks a rule was stored: {edit.after.id}")

    def _look_at_focus(self) -> None:
        if not any(each.isActiveWindow() for each in QApplication.topLevelWidgets()):
            self.window.activateWindow()
            self._settle()
        focus = QApplication.focusWidget()
        if self.window.isActiveWindow() and (focus is None or not focus.isVisible() or not focus.isEnabled()):
            self._wrong(f"the focus is lost: {'nowhere' if focus is None else _path(focus)}")

    def _broken(self, version: object) -> int:
        """How many rules a plan breaks as the unit stands."""
        if not isinstance(version, PlanVersion):
            return 0
        return len(check(self._bench.planning.prepare(version.week).problem, plan_of(version)).violations)

    def _unit_faults(self) -> set[UnitFault]:
        with self._bench.store.begin() as work:
            return set(unit_faults(work.unit()))

    def _of(self, top: QObject, kind: type[W]) -> list[W]:
        return [each for each in top.findChildren(kind) if each.isVisible() and each.isEnabled()]

    def _note(self, text: str) -> None:
        self.did.append(text)

    def _wrong(self, text: str) -> None:
        self.faults.append(f"{text}, after {self.did[-4:]}")


def _path(widget: QWidget) -> str:
    parent = widget.parentWidget()
    name = type(widget).__name__
    return name if parent is None else f"{type(parent).__name__}/{name}"
