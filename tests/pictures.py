"""Pictures of every window and dialog: ``python -m tests.pictures --out FOLDER``.

In Danish and English, light and dark, at 100 and 200 per cent. The demo unit is planned by the real planning
engine, so that what the pictures show is what somebody would see.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.domain.unit import Unit
    from desktop.store.unit_of_work import SqlStore
    from desktop.ui.context import WindowContext
    from desktop.ui.main_window import MainWindow
    from desktop.ui.moving.judge import Judge
    from desktop.ui.people.page import PeoplePage

SCALES = (100, 200)
SIZES = ((1280, 720), (1920, 1080))


def main() -> int:
    """Takes the pictures; each scale needs a process of its own, because Qt reads it once."""
    parser = argparse.ArgumentParser(prog="python -m tests.pictures", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--scale", type=int, choices=SCALES)
    parser.add_argument("--seconds", type=int, default=12, help="how long to plan the demo's week")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    if given.scale is not None:
        Photographer(given.out, given.scale, given.seconds).take_all()
        return 0
    for scale in SCALES:
        command = [sys.executable, "-m", "tests.pictures", "--out", str(given.out), "--scale", str(scale)]
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(scale / 100)}
        subprocess.run([*command, "--seconds", str(given.seconds)], env=environment, check=True)
    return 0


class Photographer:
    """Builds the windows around a store in memory and saves what they look like."""

    def __init__(self, out: Path, scale: int, seconds: int) -> None:
        from PySide6.QtWidgets import QApplication

        from desktop.qt.language import Language

        self._out = out
        self._scale = scale
        self._seconds = seconds
        self._app = QApplication(["Sikkerplan"])
        self._language = Language()
        self._look = ""
        self._held: list[QWidget] = []

    def take_all(self) -> None:
        with TemporaryDirectory() as folder:
            self._windows(Path(folder))
            self._welcome(Path(folder))
            self._unlock()
            self._locked(Path(folder))
            self._keys()
            self._vault(Path(folder))
            self._guide()
            self._sheets(Path(folder))
            self._conflicts(Path(folder))
        self._forms()

    def _looks(self) -> Iterator[None]:
        """Every language in light and in dark."""
        from PySide6.QtCore import Qt

        from desktop.ui import dressing

        for code in ("da", "en"):
            for name, scheme in (("light", Qt.ColorScheme.Light), ("dark", Qt.ColorScheme.Dark)):
                dressing.install(self._app, scheme)
                self._language.install(code)
                self._look = f"{code}-{name}-{self._scale}"
                self._settle()
                yield

    def _windows(self, folder: Path) -> None:
        from desktop.services.demo import demo_unit_text
        from desktop.services.files.importing import import_unit
        from desktop.services.ids import sequential_ids
        from desktop.services.trail.audit import AuditService
        from desktop.ui.main_window import MainWindow
        from tests.services.fakes import FakeStore
        from tests.ui.kit import context_of

        store = FakeStore()
        import_unit(store, demo_unit_text(1, date(2026, 11, 23)), sequential_ids())
        with store.begin() as work:
            trail = self._trail(folder, [citizen.id for citizen in work.unit().citizens[:12]])
        service = AuditService(lambda: trail.trail)
        context = context_of(store, folder, self._language.install, demo=True, trail=service)
        context.settings.seconds = self._seconds
        window = MainWindow(context)
        window.resize(*SIZES[0])
        window.show()
        for _ in self._looks():
            self._save(window, "unplanned")
        window.plan()
        self._wait(lambda: bool(window.desk.steps) and window.desk.steps[-1].elapsed > self._seconds / 3)
        for _ in self._looks():
            self._save(window, "planning")
        self._wait(lambda: not window.desk.planning)
        assert window.week is not None
        assert window.desk.version is not None
        largest = max(window.desk.version.sessions, key=lambda each: (len(each.citizens), each.id))
        window.desk.choose(largest.id)
        for _ in self._looks():
            for size in SIZES:
                window.resize(*size)
                self._settle()
                self._save(window, f"week-{size[0]}")
            window.resize(*SIZES[0])
            self._settle()
            self._panels(window, context)
            self._people(window)
            self._records(window)
        self._acute(window, context)
        window.close()
        trail.close()

    def _acute(self, window: MainWindow, context: WindowContext) -> None:
        """A rivalry between two people of one session: before it is recorded, repaired, accepted."""
        from desktop.ui.acute.kinds import Kind
        from desktop.ui.acute.page import AcutePage

        assert window.desk.version is not None
        version = window.desk.version
        for _ in self._looks():
            assert window.shell is not None
            window.shell.show_page(AcutePage.key)
            page = window.shell.page(AcutePage.key)
            assert isinstance(page, AcutePage)
            self._save(window, "acute")
            page.tell.choose(Kind.ILLNESS)
            self._save(window, "acute-ill")
            coming = (each for each in version.sessions if each.start > page.desk.now)
            shared = next(each for each in coming if len(each.citizens) == 2)
            page.tell.choose(Kind.RIVALRY)
            assert page.tell.form is not None
            for name, person in zip(("side_a", "side_b"), shared.citizens, strict=True):
                page.tell.form.fields[name].set_value(person)
            page.tell.look()
            self._save(window, "acute-unsafe")
            page.tell.ask_to_record()
            self._wait(page.repair.accept.isEnabled)
            page.desk.settle()
            for size in SIZES:
                window.resize(*size)
                self._settle()
                self._save(window, f"acute-repaired-{size[0]}")
            window.resize(*SIZES[0])
            page.accept()
            self._save(window, "acute-accepted")
            page.desk.discard()
            # The next look begins with the same week.
            context.editing.undo()
            context.editing.undo()

    def _people(self, window: MainWindow) -> None:
        from desktop.ui.people.page import PeoplePage

        shell = window.shell
        assert shell is not None
        before = shell.current
        shell.show_page(PeoplePage.key)
        page = shell.page(PeoplePage.key)
        assert isinstance(page, PeoplePage)
        page.list.view.selectRow(3)
        for sheet in page.person.sheets:
            page.person.open_sheet(sheet)
            self._settle()
            self._show_trail(page)
            self._save(window, f"people-{sheet}")
        page.list.view.selectAll()
        self._save(window, "people-many")
        page.add_person()
        self._save(window, "people-new")
        page.new.left.emit()
        shell.show_page(before)

    @staticmethod
    def _show_trail(page: PeoplePage) -> None:
        """What the audit trail says of the person, where that sheet is in front."""
        from desktop.ui.people.sections.trail import TrailSection

        for section in page.person.sections():
            if isinstance(section, TrailSection) and section.isVisible():
                section.show_entries()

    def _records(self, window: MainWindow) -> None:
        """The pages that only show and keep what is on record, and the history of it."""
        from desktop.ui.history.dialog import HistoryDialog

        shell = window.shell
        assert shell is not None
        before = shell.current
        for page in ("start", "levels", "resources"):
            shell.show_page(page)
            self._save(window, page)
        shell.show_page(before)
        history = HistoryDialog(window.context.editing, window)
        self._save(history, "history")
        history.close()

    def _panels(self, window: MainWindow, context: WindowContext) -> None:
        from desktop.printing.contents import Choice, Contents
        from desktop.ui.about.dialog import AboutDialog
        from desktop.ui.prints.dialog import PrintDialog, Printed

        week, desk = window.week, window.desk
        assert week is not None
        assert desk.prepared is not None
        assert desk.version is not None
        assert desk.report is not None
        week.splitter.show_panel("people")
        week.people.table.selectRow(2)
        self._save(window, "people")
        week.people.table.clearSelection()
        week.splitter.show_panel("health")
        self._save(window, "check")
        week.splitter.show_panel("session")
        self._board(window)
        week.bar.picker.open_calendar()
        self._save(week.bar.picker.calendar, "calendar")
        week.bar.picker.calendar.hide()
        self._save(AboutDialog(window), "about")
        self._audit(window, desk.prepared.unit)
        printed = Printed(desk.prepared, desk.version, desk.report)
        for contents in Contents:
            dialog = PrintDialog(printed, context.settings, context.audit, Choice(contents), window)
            self._save(dialog, "print" if contents is Contents.ROOMS else f"print-{contents}")

    def _board(self, window: MainWindow) -> None:
        """Each view of the plan, and a session that is carried over places of every kind."""
        from PySide6.QtCore import QPointF, QRectF

        from desktop.services.hand.verdicts import VerdictKind
        from desktop.ui.board.modes import Mode
        from desktop.ui.moving.subjects import CarriedEdge, CarriedSession

        week, version = window.week, window.desk.version
        assert week is not None and version is not None
        board, mover = week.board, week.commands.mover
        for mode in (Mode.STAFF, Mode.PEOPLE, Mode.GROUPS, Mode.ROOMS):
            board.show_mode(mode)
            self._save(window, f"board-{mode}")
        canvas, missing = board.view.canvas, set(VerdictKind)
        for held in sorted(version.sessions, key=lambda each: (len(each.citizens), each.id))[:30]:
            if not missing:
                break
            week.session.setFocus()
            window.desk.choose(held.id)
            if not mover.pick_up(
                CarriedSession(held, held.room), board.view.mapToGlobal(board.rect().center())
            ):
                continue
            judge, sheet, whole = mover.judge(), canvas.sheet, QRectF(canvas.rect())
            assert judge is not None and sheet is not None
            self._wait(partial(_has_judged, judge))
            places = {kind: key for key, kind in judge.kinds.items() if isinstance(key, tuple)}
            for kind in sorted(missing & places.keys()):
                column, minute = places[kind]
                at = QPointF(canvas.painter.column_x(sheet, whole, column) + 40, 0)
                at.setY(canvas.painter.minute_y(sheet, whole, minute) + 4)
                board.view.ensureVisible(round(at.x()), round(at.y()), 200, 160)
                mover._aim_at(canvas.mapToGlobal(at.toPoint()))
                verdict = mover.verdict()
                if verdict is not None and verdict.kind is kind:
                    self._save(window, f"carried-{kind}")
                    missing.discard(kind)
            mover.cancel()
        longer = max(version.sessions, key=lambda each: (each.end - each.start, each.id))
        if mover.resize_by_keys(CarriedEdge(longer), -1):
            judge = mover.judge()
            assert judge is not None
            self._wait(partial(_has_judged, judge))
            self._save(window, "length")
            mover.cancel()
        week.splitter.show_panel("versions")
        self._save(window, "versions")
        week.versioning.ask_to_publish()
        assert week.versioning.publishing is not None
        self._save(week.versioning.publishing, "publish")
        week.splitter.show_panel("session")
        self._closing(window)
        self._beside(window)

    def _beside(self, window: MainWindow) -> None:
        """The planned week beside a draft in which sessions are moved, gone and with other people."""
        from desktop.services.hand.week_edits import Leave, Remove

        week, version = window.week, window.desk.version
        assert week is not None and version is not None
        week.hand.duplicate()
        shared = next(each for each in version.sessions if len(each.citizens) > 2)
        week.hand.make(Leave(shared.id, shared.citizens[0]))
        week.hand.make(Remove(version.sessions[0].id))
        week.versioning.show_beside()
        view = week.versioning.beside
        for size in SIZES:
            window.resize(*size)
            self._settle()
            view.steps.finish()
            self._save(window, f"beside-{size[0]}")
        window.resize(*SIZES[0])
        week.versioning.leave_beside()
        # The next look begins with the same versions.
        for _ in range(3):
            window.context.editing.undo()
        window.desk.show_number(version.number)

    def _closing(self, window: MainWindow) -> None:
        from desktop.ui.closing import Loss

        window.closing.may_lose(Loss)
        assert window.closing.box is not None
        self._save(window.closing.box, "closing")

    @staticmethod
    def _trail(folder: Path, people: Sequence[str]) -> SqlStore:
        """A store whose audit trail tells of these people; whoever opens it closes it."""
        from desktop.domain.audit import Actor, AuditEvent, AuditKind
        from desktop.services.trail.audit_changes import read_event
        from desktop.store import create_store
        from tests.torture.audit import DATABASE_KEY, open_trail

        path = folder / "trail.db"
        create_store(path, DATABASE_KEY).close()
        store = open_trail(path)
        store.trail.who = Actor("bbe", "Bodil Berg")
        store.trail.append(
            [
                AuditEvent(AuditKind.FAILED_UNLOCK, "vault"),
                AuditEvent(AuditKind.UNLOCK, "vault"),
                *(read_event("citizen", person) for person in people),
                AuditEvent(AuditKind.EXPORT, "citizen", people[0], "Indsigtsanmodning"),
            ]
        )
        return store

    def _audit(self, window: MainWindow, unit: Unit) -> None:
        from desktop.services.trail.audit import AuditService
        from desktop.ui.audit.dialog import AuditDialog

        with TemporaryDirectory() as folder:
            store = self._trail(Path(folder), [citizen.id for citizen in unit.citizens[:12]])
            dialog = AuditDialog(AuditService(lambda: store.trail), unit, window)
            dialog.show()
            dialog.table.selectRow(1)
            dialog.verify()
            self._wait(dialog.verify_button.isEnabled)
            self._save(dialog, "audit")
            store.close()

    def _welcome(self, folder: Path) -> None:
        from desktop.services.files.importing import import_unit
        from desktop.ui.main_window import MainWindow
        from tests.services.fakes import FakeStore
        from tests.ui.kit import BROKEN_UNIT_FILE, context_of

        store = FakeStore()
        broken = folder / "unit.json"
        broken.write_text(BROKEN_UNIT_FILE, encoding="utf-8")
        context = context_of(
            store,
            folder,
            self._language.install,
            import_unit=lambda content: import_unit(store, content),
            open_demo=lambda: None,
        )
        window = MainWindow(context)
        window.resize(*SIZES[0])
        window.show()
        for _ in self._looks():
            assert window.welcome is not None
            self._save(window, "welcome")
            window.welcome.import_file(broken)
            self._save(window, "welcome-errors")
        window.close()

    def _unlock(self) -> None:
        from desktop.ui.unlock.dialog import UnlockDialog
        from tests.ui.kit import FakeDoor

        for _ in self._looks():
            first = UnlockDialog(FakeDoor(exists=False))
            first.show()
            first.first.setText("karrusel mellem fjorten")
            self._save(first, "unlock-first")
            later = UnlockDialog(FakeDoor(exists=True))
            later.show()
            later.first.setText("wrong")
            later.ok.click()
            self._wait(later.ok.isEnabled)
            self._save(later, "unlock-wrong")
            self._held_door()

    def _held_door(self) -> None:
        from desktop.ui.unlock.dialog import UnlockDialog
        from tests.ui.kit import HOLDER, FakeDoor

        door = FakeDoor(exists=True)
        door.held_by = HOLDER
        door.wait_for = 8.0
        dialog = UnlockDialog(door)
        dialog.show()
        dialog.first.setText("wrong")
        self._save(dialog, "unlock-held")

    def _locked(self, folder: Path) -> None:
        from desktop.ui.door import LockReason
        from desktop.ui.main_window import MainWindow
        from tests.services.fakes import FakeStore
        from tests.ui.kit import HOLDER, Bench, FakeDoor, context_of, unit

        bench = Bench(folder, unit())
        bench.keep_plan()
        assert isinstance(bench.store, FakeStore)
        reading = context_of(bench.store, folder, self._language.install, read_only=True, holder=HOLDER)
        window = MainWindow(reading)
        window.resize(*SIZES[0])
        window.show()
        for _ in self._looks():
            self._save(window, "read-only")
        window.lock(FakeDoor(exists=True), LockReason.IDLE)
        for _ in self._looks():
            self._save(window, "locked")
        window.close()

    def _keys(self) -> None:
        from datetime import UTC, datetime

        from desktop.services.keys import KeyringFault, SlotInfo, SlotKind
        from desktop.ui.keys.asking import NewPassphraseDialog, NewRecoveryDialog, RemoveDialog, RotateDialog
        from desktop.ui.keys.dialog import KeysDialog
        from desktop.ui.keys.proving import ProveDialog
        from desktop.ui.unlock.dialog import UnlockDialog
        from tests.ui.kit import RECOVERY, FakeDoor, FakeKeys

        made = datetime(2026, 11, 20, 9, 5, tzinfo=UTC)
        for _ in self._looks():
            door = FakeDoor(exists=True, ways=tuple(SlotKind), keyring=KeyringFault.LOCKED)
            unlock = UnlockDialog(door)
            self._save(unlock, "unlock-asking")
            door.may_answer.set()
            self._wait(unlock.keyring.isEnabled)
            self._save(unlock, "unlock-locked-keyring")
            unlock.switch.click()
            self._save(unlock, "unlock-recovery")
            there = (SlotKind.PASSPHRASE, SlotKind.KEYRING)
            self._save(KeysDialog(FakeKeys(*(SlotInfo(kind, made) for kind in there))), "keys")
            self._save(NewPassphraseDialog(), "keys-passphrase")
            self._save(NewRecoveryDialog(RECOVERY, replaces=True), "keys-recovery")
            self._save(RotateDialog(RECOVERY, has_passphrase=True), "keys-rotate")
            self._save(RemoveDialog("…"), "keys-remove")
            self._save(ProveDialog(FakeKeys().prove), "keys-prove")

    def _vault(self, folder: Path) -> None:
        from datetime import UTC, datetime

        from desktop.services.erasure import Eraser
        from desktop.ui.backup.dialog import BackupDialog
        from desktop.ui.backup.export_dialog import ExportDialog
        from desktop.ui.backup.keeper import BackupKeeper
        from desktop.ui.backup.restore_dialog import drill_dialog, restore_dialog
        from desktop.ui.retention.dialog import RetentionDialog
        from tests.services.fakes import FakeClock, FakeStore
        from tests.ui.kit import PASSPHRASE, FakeBackups, unit

        made = datetime(2026, 11, 23, 7, 2, tzinfo=UTC)
        clock, store = FakeClock(), FakeStore(unit())
        for _ in self._looks():
            backups = FakeBackups(folder, clock, made)
            backups.on_this_pc = False
            backups.folder = Path("S:/Sikkerplan")
            keeper = BackupKeeper(backups, clock)
            keeper.refresh()
            shown = BackupDialog(backups, keeper, clock.today)
            self._wait(shown.list.count)
            self._save(shown, "backups")
            self._save(restore_dialog(backups.restore, folder), "restore")
            drill = drill_dialog(backups.drill, backups.listed()[0].path)
            drill.show()
            drill.secret.setText(PASSPHRASE)
            drill.ok.click()
            self._wait(drill.message.text)
            self._save(drill, "drill")
            self._save(ExportDialog(lambda *_: None), "export")
            retention = RetentionDialog(store, Eraser(store, lambda: None), clock, lambda *_: None, backups)
            retention.tabs.setCurrentIndex(1)
            self._save(retention, "retention")

    def _guide(self) -> None:
        from desktop.ui.guide.window import GuideWindow

        for _ in self._looks():
            window = GuideWindow(100)
            window.show()
            window.show_page("keys-and-lock")
            self._save(window, "guide")

    def _forms(self) -> None:
        from desktop.ui.forms.dialog import FormDialog
        from tests.ui.forms.demo import Everything, demo_form, spoil

        for _ in self._looks():
            dialog: FormDialog[Everything] = FormDialog("", demo_form(), lambda *_: (), ask_reason=True)
            dialog.form.load(Everything("e1", "Anna"))
            dialog.show()
            dialog.resize(720, 1900)
            self._save(dialog, "form")
            spoil(dialog.form)
            dialog.resize(720, 2300)
            dialog.save()
            dialog.reject()
            self._save(dialog, "form-faults")
            dialog.discard()

    def _sheets(self, folder: Path) -> None:
        from desktop.qt.editing import Editing
        from desktop.qt.settings import Settings
        from desktop.services.demo import demo_unit_text
        from desktop.services.editing import EditingService
        from desktop.services.files.importing import import_unit
        from desktop.services.ids import sequential_ids
        from desktop.services.trail.audit import NoTrail
        from desktop.ui.sheets.dialog import SheetImportDialog
        from desktop.ui.sheets.export_dialog import SheetExportDialog
        from tests.services.fakes import FakeClock, FakeStore

        store, today = FakeStore(), FakeClock().today()
        import_unit(store, demo_unit_text(1, today), sequential_ids())
        editing = Editing(EditingService(store), FakeClock(), pseudonym_key=b"key", word=lambda _: "Borger")
        settings = Settings(folder / "sheets.ini")
        broken = Path(__file__).parents[1] / "resources" / "demo" / "example-citizens-broken.csv"
        for _ in self._looks():
            dialog = SheetImportDialog(editing, settings, today)
            self._save(dialog, "sheet-file")
            dialog.file.read(broken)
            self._wait(dialog.steps.currentIndex)
            self._save(dialog, "sheet-columns")
            dialog.go_on()
            self._wait(lambda dialog=dialog: dialog.steps.currentIndex() == 2)  # type: ignore[misc]
            dialog.rows.panel.choose("3")
            self._save(dialog, "sheet-rows")
            dialog.close()
            self._save(SheetExportDialog(editing, None, settings, NoTrail(), today), "sheet-export")

    def _conflicts(self, folder: Path) -> None:
        from desktop.services.demo import demo_unit_text
        from desktop.services.files.importing import import_unit
        from desktop.services.ids import sequential_ids
        from desktop.ui.conflicts.page import ConflictsPage
        from desktop.ui.main_window import MainWindow
        from tests.services.fakes import FakeStore
        from tests.ui.kit import context_of

        store = FakeStore()
        import_unit(store, demo_unit_text(1, date(2026, 11, 23)), sequential_ids())
        window = MainWindow(context_of(store, folder, self._language.install, demo=True))
        window.resize(*SIZES[0])
        window.show()
        for _ in self._looks():
            assert window.shell is not None
            window.shell.show_page("conflicts")
            page = window.shell.page("conflicts")
            assert isinstance(page, ConflictsPage)
            page.matrix.choose("g004", "g006")
            for tab, name in enumerate(("matrix", "network", "separations", "review")):
                page.tabs.setCurrentIndex(tab)
                self._save(window, f"conflicts-{name}")
            page.tabs.setCurrentIndex(0)
            page.matrix.choose("g002")
            self._save(window, "conflicts-group")
        window.close()

    def _save(self, widget: QWidget, name: str) -> None:
        # A window that nobody holds could be collected while it is drawn, which ends the process.
        self._held.append(widget)
        widget.show()
        self._settle()
        path = self._out / f"{name}-{self._look}.png"
        if not widget.grab().save(str(path)):
            raise SystemExit(f"{path} could not be written")
        if not widget.isWindow() or widget.parent() is None:
            return
        widget.close()

    def _settle(self) -> None:
        for _ in range(5):
            self._app.processEvents()

    def _wait(self, until: Callable[[], object]) -> None:
        from PySide6.QtCore import QEventLoop

        while not until():
            self._app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _has_judged(judge: Judge) -> bool:
    return not judge.busy


if __name__ == "__main__":
    raise SystemExit(main())
