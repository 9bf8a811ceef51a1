"""One vault's app: where the concrete parts are built and joined."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QProcess

from desktop.app.asked import NOT_PLANNED, PLANNED, UNSAFE
from desktop.app.backups import VaultBackups
from desktop.app.demo import DEMO_PASSPHRASE, DemoVault
from desktop.app.entrance import Entrance
from desktop.app.users import system_user
from desktop.domain.audit import AuditEvent, AuditKind
from desktop.domain.time import IsoWeek
from desktop.qt.editing import Editing
from desktop.qt.planning_run import PlanningRun
from desktop.qt.version import own_version
from desktop.services.editing import EditingService
from desktop.services.erasure import Eraser
from desktop.services.hand.drafts import DraftService
from desktop.services.ids import random_ids
from desktop.services.locks import LockService
from desktop.services.ports import AuditQuery, NotRecorded
from desktop.services.repairs import RepairService
from desktop.services.trail.audit import AuditService
from desktop.services.week.planning import PlanningService
from desktop.ui.context import WindowContext
from desktop.ui.door import DoorAnswer
from desktop.ui.words import pseudonym_word

if TYPE_CHECKING:
    from desktop.qt.repair_run import RepairRun
    from desktop.services.access import AuditLine, Section
    from desktop.services.change import Change
    from desktop.services.week.planning import Accepted, Prepared


class App:
    """One vault's app: its parts, joined once the vault is open."""

    def __init__(self, entrance: Entrance) -> None:
        self.folder = entrance.folder
        self.door = entrance.door
        self.settings = entrance.settings
        self.faults = entrance.faults
        self.language = entrance.language
        self._clock = entrance.clock
        self._options = entrance.options
        self._terminal = entrance.terminal

    @property
    def week(self) -> IsoWeek:
        """The current week."""
        return IsoWeek.containing(self._clock.today())

    @property
    def audit(self) -> AuditService:
        """The opened vault's audit trail."""
        return self.door.audit.service()

    def planning(self) -> PlanningService:
        """The service that plans the opened vault's weeks."""
        return PlanningService(self.door.store(), self._clock, self._worker())

    def _worker(self) -> str:
        """Who is named as the maker of what changes."""
        return self.door.given_name() or _user()

    def new_run(self) -> PlanningRun:
        """A planning run of the opened vault."""
        return PlanningRun(self.planning())

    def context(self, new_run: Callable[[], PlanningRun]) -> WindowContext:
        """What the main window is given."""
        store, reading = self.door.store(), self.door.read_only
        return WindowContext(
            store=store,
            editing=Editing(
                EditingService(store),
                self._clock,
                pseudonym_key=self.door.pseudonym_key(),
                word=pseudonym_word,
                read_only=reading,
            ),
            planning=self.planning(),
            drafts=DraftService(store, self._clock, self._worker()),
            locks=LockService(store, self._clock, self._worker(), random_ids()),
            clock=self._clock,
            settings=self.settings,
            repairs=RepairService(store, self._clock, self.door.given_name() or _user()),
            new_run=new_run,
            new_repair=self._new_repair,
            import_unit=self._import,
            set_language=self.language.install,
            # The seal alone, which can't decrypt, is kept while the vault is locked.
            seal=self.door.seal().close,
            unseal=self.door.unseal,
            open_demo=None if self._options.demo else _start_demo,
            demo=self._options.demo,
            backups=None if self._options.demo or reading else self.backups(),
            eraser=None if reading else Eraser(store, self.door.vault().scrub, self.audit),
            export=self._export,
            write_access=self._write_access,
            demo_passphrase=DEMO_PASSPHRASE if self._options.demo else "",
            read_only=reading,
            holder=self.door.holder() if reading else None,
            audit=self.audit,
            trail=self.audit,
            alarms=self.door.audit.alarms,
            acknowledge=None if reading else self.door.audit.acknowledge,
            restored=self.door.audit.restored,
            keys=None if self._options.demo or reading else self.door.keys(),
        )

    def backups(self) -> VaultBackups:
        """The backups of the opened vault."""
        return VaultBackups(self.door, self.settings, self._clock, own_version(), self.audit)

    def _new_repair(self) -> RepairRun:
        from desktop.qt.repair_run import RepairRun

        return RepairRun(self._clock)

    def _import(self, text: bytes) -> Change:
        from desktop.services.files.everything import import_everything, is_export
        from desktop.services.files.importing import import_unit

        store = self.door.store()
        return import_everything(store, text) if is_export(text) else import_unit(store, text)

    def _export(self, path: Path, reason: str) -> None:
        """Writes everything to a plain file. Raises ``OSError``."""
        from desktop.printing.files import write_whole
        from desktop.services.files.everything import export_text

        self._record(AuditEvent(AuditKind.EXPORT, "unit", "unit", reason))
        write_whole(path, export_text(self.door.store(), self._clock.now(), own_version()).encode())

    def _write_access(self, person: str, path: Path, left_out: frozenset[Section]) -> None:
        """Writes the answer to somebody's request of access. Raises ``OSError``."""
        from desktop.printing.access_print import access_pdf
        from desktop.printing.files import write_whole
        from desktop.printing.week_print import CannotPrint
        from desktop.services.access import StaffFile, access_file

        mark = QCoreApplication.translate("Access", "[another person]")
        try:
            held = access_file(self.door.store(), person, mark, self._lines_about)
            content = access_pdf(held, self._clock.now(), left_out)
        except (LookupError, CannotPrint, NotRecorded) as error:
            raise OSError("the answer could not be written") from error
        kind = "staff_member" if isinstance(held, StaffFile) else "citizen"
        self._record(AuditEvent(AuditKind.EXPORT, kind, person, "access request"))
        write_whole(path, content)

    def _record(self, event: AuditEvent) -> None:
        """Raises ``OSError`` where it can't be recorded: then nothing may leave the vault."""
        try:
            self.audit.record(event)
        except NotRecorded as error:
            raise OSError("the audit trail could not be written") from error

    def _lines_about(self, person: str) -> list[AuditLine]:
        """What the trail tells of somebody: what was done when."""
        from desktop.services.access import AuditLine
        from desktop.ui.audit.words import what_words

        kept = self.audit.read(sorted(self.audit.find(AuditQuery(person=person))))
        return [AuditLine(each.entry.at, what_words(each)) for each in kept]

    def open_demo_vault(self) -> DoorAnswer:
        """Opens the demo's vault: made and filled where it is not there yet, made anew where it is of another
        week, which is told."""
        demo = DemoVault(self.door, self.folder)
        answer = demo.open(self._clock.today())
        if demo.left is not None:
            text = QCoreApplication.translate(
                "Terminal", "The demo was laid around %1 and was made anew for %2."
            )
            self._terminal.out(text.replace("%1", str(demo.left)).replace("%2", str(self.week)))
        return answer

    def pdf_path(self) -> Path:
        """Where the demo's PDF goes: the path asked for, else the demo's folder."""
        from desktop.printing.week_print import document_title

        return self._options.pdf or self.folder / f"{document_title(self.week)}.pdf"

    def report(self, prepared: Prepared, accepted: Accepted, pdf: Path | None) -> int:
        """Writes the PDF where one is asked for and tells the one summary. Returns the exit status.

        Of a plan that the check did not find clean it says that alone.
        """
        from desktop.qt.planning_run import RunFailure
        from desktop.qt.run_words import failure_text
        from desktop.qt.terminal import summary_text
        from desktop.services.week.summary import summarize

        terminal = self._terminal
        if not accepted.report.clean:
            terminal.err(failure_text(RunFailure.UNSAFE))
            return UNSAFE
        status = PLANNED if pdf is None else self._write(pdf, prepared, accepted)
        terminal.out(summary_text(accepted.version.week, summarize(prepared, accepted.version)))
        if not accepted.version.sessions and accepted.version.status != "optimal":
            terminal.out(
                "  "
                + QCoreApplication.translate(
                    "Terminal", "No session was planned: the time was too short. Give it more seconds."
                )
            )
        if pdf is not None and status == PLANNED:
            text = QCoreApplication.translate("Terminal", "The week plan as a PDF: %1")
            terminal.out("  " + text.replace("%1", str(pdf)))
        return status

    def can_write_pdf(self) -> bool:
        """Whether the folder is there that the PDF is asked for in; told where it is not."""
        pdf = self._options.pdf
        fine = pdf is None or (pdf.parent.is_dir() and not pdf.is_dir())
        if pdf is not None and not fine:
            self._tell_unwritten(pdf)
        return fine

    def _write(self, pdf: Path, prepared: Prepared, accepted: Accepted) -> int:
        from desktop.printing.week_print import CannotPrint, PrintOptions, people_printed, write_week_pdf
        from desktop.services.trail.audit_changes import week_event

        options = PrintOptions()
        try:
            named = people_printed(prepared, accepted.version, accepted.report)
            self.audit.record(
                week_event(AuditKind.EXPORT, accepted.version, names=options.names.value, people=named)
            )
            options = replace(options, trail=self.audit.head())
            write_week_pdf(pdf, prepared, accepted.version, accepted.report, options)
        except (CannotPrint, NotRecorded, OSError):
            self._tell_unwritten(pdf)
            return NOT_PLANNED
        return PLANNED

    def _tell_unwritten(self, pdf: Path) -> None:
        text = QCoreApplication.translate("Terminal", "The PDF could not be written to %1")
        self._terminal.err(text.replace("%1", str(pdf)))


def _start_demo() -> None:
    QProcess.startDetached(sys.executable, ["-m", "desktop", "--demo"], str(Path(__file__).parents[2]))


def _user() -> str:
    """The name under which the person is logged on, who is the maker of a plan where none was given."""
    return system_user() or QCoreApplication.translate("Terminal", "unknown")
