"""What tests of the window and its pictures build it with."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Signal

from desktop.domain.audit import AuditEvent, AuditHead
from desktop.domain.offers import Placement, PlacementKind
from desktop.domain.people import LevelAssessment
from desktop.domain.time import IsoWeek, WeeklyBlock
from desktop.domain.unit import Unit
from desktop.qt.editing import Editing
from desktop.qt.planning_run import PlanningRun
from desktop.qt.repair_run import RepairRun
from desktop.qt.settings import Settings
from desktop.qt.solver_process import Failed, Finished, Progress, SolverProcess
from desktop.services.access import Section
from desktop.services.backups import BackupFault, BackupNote, BackupState, DrillResult, RestoreAnswer
from desktop.services.change import Change
from desktop.services.editing import EditingService
from desktop.services.erasure import Eraser
from desktop.services.hand.drafts import DraftService
from desktop.services.ids import sequential_ids
from desktop.services.keys import KeyAnswer, KeyOutcome, KeyringFault, SlotInfo, SlotKind
from desktop.services.locks import LockService
from desktop.services.ports import Auditor, NotRecorded, Store
from desktop.services.recovery_text import recovery_text
from desktop.services.repairs import RepairService
from desktop.services.trail.audit import AuditService, NoTrail
from desktop.services.week.planning import PlanningService, Prepared
from desktop.ui.context import WindowContext
from desktop.ui.door import DoorAnswer, Holder
from desktop.ui.words import pseudonym_word
from solver.check import check
from solver.plan import GoalResult, Plan, Reason, Session
from solver.problem import Problem
from tests.services.fakes import FakeClock, FakeStore
from tests.services.small_unit import SINCE, UNIT

PASSPHRASE = "karrusel mellem fjorten glas"
HOLDER = Holder("karen", "KONTOR-7", 4711, datetime(2026, 11, 23, 9, 42, tzinfo=UTC))
MARKUP = '<img src="file:///etc/passwd"> & Co'
"""A name as an attacker would write it."""
BROKEN_UNIT_FILE = """{
    "format": "sikkerplan-unit/1",
    "settings": {"name": "", "slot_minutes": 20, "opening": [{"days": ["mon"], "start": "8"}]},
    "citizens": [{"id": "a b", "name": "Borger", "enrolled": {"first": "2026-13-01"}}],
    "rooms": [{"id": "r1", "site": "nowhere", "name": "Lokale", "capacity": -1}]
}"""


def unit() -> Unit:
    """Four people: c1 with a name that is markup, c2 in an internship, c3 whose level has run out, c4
    without weekly hours on record."""
    c1, c2, c3, c4 = UNIT.citizens
    run_out = LevelAssessment(1, "Koordinator", date(2026, 1, 1), date(2026, 6, 30))
    internship = Placement(
        "p1", "c2", PlacementKind.INTERNSHIP, "Depotet", "s2", (WeeklyBlock(2, 480, 840),), SINCE
    )
    return replace(
        UNIT,
        citizens=(
            replace(c1, name=MARKUP),
            replace(c2, name="Bo Bertelsen"),
            replace(c3, name="Carl Carlsen", assessments=(run_out,)),
            replace(c4, name="Dan Dahl", caps=()),
        ),
        placements=(internship,),
    )


def plan(problem: Problem) -> Plan:
    """A clean plan of the unit above: c1 and c2 on Monday, c3 on Tuesday with two staff, c4's interview."""
    sessions = (
        Session("n1", "club", "r1", 540, 660, ("m2",), ("c1", "c2")),
        Session("n2", "club", "r1", 1440 + 540, 1440 + 660, ("m1", "m2"), ("c3",)),
        Session("n3", "interview", "r2", 1440 + 780, 1440 + 810, ("m1",), ("c4",)),
    )
    bare = Plan(problem.week, "feasible", sessions=sessions)
    report = check(problem, bare)
    values = dict(report.goals)
    goals = (
        GoalResult("duties", values["duties"], values["duties"], True),
        GoalResult("hours", values["hours"], values["hours"] + 2, False),
    )
    return replace(bare, goals=goals, unmet=report.unmet)


def poorer(problem: Problem) -> Plan:
    """The same with Monday's session alone."""
    whole = plan(problem)
    bare = replace(whole, sessions=whole.sessions[:1], goals=(), unmet=())
    report = check(problem, bare)
    values = dict(report.goals)
    goals = (
        GoalResult("duties", values["duties"], 0, False),
        GoalResult("hours", values["hours"], 8, False),
    )
    return replace(bare, goals=goals, unmet=report.unmet)


def empty(problem: Problem) -> Plan:
    """A clean plan without a session."""
    bare = replace(plan(problem), sessions=(), goals=(), unmet=())
    report = check(problem, bare)
    values = dict(report.goals)
    goals = (
        GoalResult("duties", values["duties"], 0, False),
        GoalResult("hours", values["hours"], 8, False),
    )
    return replace(bare, goals=goals, unmet=report.unmet)


class Engine(QObject):
    """A planning engine that does what a test tells it, with the signals of ``SolverProcess``."""

    progressed = Signal(object)
    plan_found = Signal(object)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.problem: Problem | None = None
        self.seconds = 0.0
        self.stopped = False
        self.closed = False

    def start(self, problem: Problem, *, seconds: float, workers: int, seed: int) -> None:
        del workers, seed
        self.problem, self.seconds = problem, seconds

    def stop(self) -> None:
        self.stopped = True

    def close(self) -> None:
        self.closed = True

    def forget(self) -> None:
        pass

    def step(self, elapsed: float, hours: float | None = None, bound: float | None = None) -> None:
        self.progressed.emit(Progress(elapsed, None if hours is None else 1, 0, hours, bound))

    def prepare(self) -> None:
        """Compiles its search, as it does once on a machine."""
        self.progressed.emit(Progress(0.0, None, None, None, None, preparing=True))

    def find(self, make: Callable[[Problem], Plan] = plan) -> None:
        assert self.problem is not None
        self.plan_found.emit(make(self.problem))

    def finish(self, make: Callable[[Problem], Plan] = plan) -> None:
        assert self.problem is not None
        self.finished.emit(Finished(make(self.problem), 1.5, self.stopped))

    def prove_infeasible(self) -> None:
        assert self.problem is not None
        reason = Reason("R3", ("n1", "n2"), "Two locked sessions in one room.")
        self.finished.emit(Finished(Plan(self.problem.week, "infeasible", reasons=(reason,)), 1.0, False))

    def fail(self, failed: Failed) -> None:
        self.failed.emit(failed)


class Bench:
    """A window's parts, with every engine that was started."""

    def __init__(self, folder: Path, kept: Unit | None) -> None:
        self.store = FakeStore(kept)
        self.clock = FakeClock()
        self.planning = PlanningService(self.store, self.clock, "Koordinator")
        self.engines: list[Engine] = []
        self.recorder = Recorder()
        self.folder = folder

    @property
    def engine(self) -> Engine:
        """The newest engine."""
        return self.engines[-1]

    def new_run(self) -> PlanningRun:
        return PlanningRun(self.planning, self._new_engine)

    def keep_plan(self, made: Callable[[Problem], Plan] = plan) -> Prepared:
        """Stores the plan above, or another one, as the week's next version."""
        prepared = self.planning.prepare(self.week)
        self.planning.accept(prepared, made(prepared.problem), 1.5)
        return prepared

    @property
    def week(self) -> IsoWeek:
        return IsoWeek.containing(FakeClock().today())

    def _new_engine(self) -> SolverProcess:
        engine = Engine()
        self.engines.append(engine)
        return cast(SolverProcess, engine)


RECOVERY = recovery_text(bytes(range(20)))


class FakeDoor:
    """Opens with one passphrase and one recovery key. The keyring answers ``keyring`` once ``may_answer`` is
    set. A test says how long to ``wait_for`` and who is ``held_by``."""

    def __init__(
        self,
        *,
        exists: bool,
        answer: DoorAnswer = DoorAnswer.WRONG_PASSPHRASE,
        ways: tuple[SlotKind, ...] = (SlotKind.PASSPHRASE,),
        keyring: DoorAnswer | KeyringFault = KeyringFault.EMPTY,
    ) -> None:
        self._exists = exists
        self._answer = answer
        self._ways = ways
        self._keyring = keyring
        self.asked: list[str] = []
        self.restored: Path | None = None
        self.read: list[str] = []
        self.wait_for = 0.0
        self.held_by: Holder | None = None
        self.name = "Koordinator"
        self.may_answer = threading.Event()

    def given_name(self) -> str:
        return self.name

    def give_name(self, name: str) -> None:
        self.name = name or self.name

    def ways(self) -> frozenset[SlotKind]:
        return frozenset(self._ways)

    def unlock_by_recovery(self, text: str) -> DoorAnswer:
        self.asked.append(text)
        return DoorAnswer.OPEN if text == RECOVERY else DoorAnswer.WRONG_RECOVERY

    def unlock_by_keyring(self) -> DoorAnswer | KeyringFault:
        self.asked.append("keyring")
        self.may_answer.wait(30)
        return self._keyring

    def exists(self) -> bool:
        return self._exists

    def create(self, passphrase: str) -> DoorAnswer:
        self.asked.append(passphrase)
        return DoorAnswer.OPEN

    def restore(self, path: Path, secret: str) -> RestoreAnswer:
        self.restored = path
        return RestoreAnswer.DONE if secret == PASSPHRASE else RestoreAnswer.WRONG_SECRET

    def unlock(self, passphrase: str) -> DoorAnswer:
        self.asked.append(passphrase)
        return DoorAnswer.OPEN if passphrase == PASSPHRASE else self._answer

    def unlock_read_only(self, passphrase: str) -> DoorAnswer:
        self.read.append(passphrase)
        return DoorAnswer.OPEN if passphrase == PASSPHRASE else self._answer

    def holder(self) -> Holder | None:
        return self.held_by

    def wait(self) -> float:
        return self.wait_for


class FakeKeys:
    """Keys that do what a test tells them: ``outcome`` is the answer to every change."""

    def __init__(self, *slots: SlotInfo) -> None:
        self.there = {slot.kind: slot for slot in slots}
        self.outcome = KeyOutcome(KeyAnswer.DONE)
        self.asked: list[tuple[str | None, ...]] = []

    def slots(self) -> tuple[SlotInfo, ...]:
        return tuple(self.there.values())

    def prove(self, secret: str) -> KeyOutcome:
        fine = secret in (PASSPHRASE, RECOVERY)
        return KeyOutcome(KeyAnswer.DONE if fine else KeyAnswer.WRONG_PASSPHRASE)

    def draft_recovery(self) -> str:
        return RECOVERY

    def set_passphrase(self, passphrase: str) -> KeyOutcome:
        return self._put(SlotKind.PASSPHRASE, "passphrase", passphrase)

    def set_recovery(self, text: str) -> KeyOutcome:
        return self._put(SlotKind.RECOVERY, "recovery", text)

    def set_keyring(self) -> KeyOutcome:
        return self._put(SlotKind.KEYRING, "keyring")

    def remove(self, kind: SlotKind) -> KeyOutcome:
        self.asked.append(("remove", kind))
        if self.outcome.answer is KeyAnswer.DONE:
            del self.there[kind]
        return self.outcome

    def rotate(self, passphrase: str | None, recovery: str | None) -> KeyOutcome:
        self.asked.append(("rotate", passphrase, recovery))
        return self.outcome

    def _put(self, kind: SlotKind, *asked: str) -> KeyOutcome:
        self.asked.append(asked)
        if self.outcome.answer is KeyAnswer.DONE:
            self.there[kind] = SlotInfo(kind, FakeClock().now())
        return self.outcome


class FakeBackups:
    """Backups in memory. ``fault`` is what goes wrong with the next ones."""

    def __init__(self, folder: Path, clock: FakeClock, last: datetime | None = None) -> None:
        self.folder = folder
        self.on_this_pc = True
        self.clock = clock
        self.fault: BackupFault | None = None
        self.notes: tuple[BackupNote, ...] = () if last is None else (self._note(last),)
        self.kept = 0
        self.asked: list[tuple[Path, str]] = []

    def choose_folder(self, folder: Path) -> bool:
        if not folder.exists():
            return False
        self.folder, self.on_this_pc = folder, False
        return True

    def state(self) -> BackupState:
        return BackupState(self.notes[0].made if self.notes else None, True, self.fault, len(self.notes))

    def make(self) -> BackupState:
        if self.fault is None:
            self.notes = (self._note(self.clock.now()), *self.notes)
        return self.state()

    def listed(self) -> tuple[BackupNote, ...]:
        return self.notes

    def remove(self, paths: Sequence[Path]) -> int:
        before = len(self.notes)
        self.notes = tuple(note for note in self.notes if note.path not in paths)
        return before - len(self.notes)

    def drill(self, path: Path, secret: str) -> DrillResult:
        self.asked.append((path, secret))
        if secret != PASSPHRASE:
            return DrillResult(RestoreAnswer.WRONG_SECRET)
        return DrillResult(RestoreAnswer.DONE, self.clock.now(), 1234, (("citizens", 2),))

    def restore(self, path: Path, secret: str) -> RestoreAnswer:
        self.asked.append((path, secret))
        return RestoreAnswer.DONE if secret == PASSPHRASE else RestoreAnswer.WRONG_SECRET

    def kept_vaults(self) -> int:
        return self.kept

    def remove_kept_vaults(self) -> bool:
        self.kept = 0
        return True

    def _note(self, made: datetime) -> BackupNote:
        return BackupNote(self.folder / f"sikkerplan-{made:%Y%m%dT%H%M%SZ}.backup", made, True, 540_000)


def _answer_access(citizen: str, path: Path, left_out: frozenset[Section]) -> None:
    del citizen, left_out
    path.write_bytes(b"%PDF")


def context_of(
    store: Store,
    folder: Path,
    set_language: Callable[[str], None],
    *,
    new_run: Callable[[], PlanningRun] | None = None,
    import_unit: Callable[[bytes], Change] | None = None,
    open_demo: Callable[[], None] | None = None,
    demo: bool = False,
    backups: FakeBackups | None = None,
    eraser: Eraser | None = None,
    clock: FakeClock | None = None,
    read_only: bool = False,
    holder: Holder | None = None,
    audit: Auditor | None = None,
    trail: AuditService | None = None,
    keys: FakeKeys | None = None,
    new_repair: Callable[[], RepairRun] | None = None,
) -> WindowContext:
    """A window's parts around a store."""
    planning = PlanningService(store, clock or FakeClock(), "Koordinator")

    def no_import(_: bytes) -> Change:
        raise AssertionError("nothing was to be imported")

    return WindowContext(
        store=store,
        editing=Editing(
            EditingService(store),
            FakeClock(),
            pseudonym_key=bytes(32),
            word=pseudonym_word,
            read_only=read_only,
        ),
        planning=planning,
        drafts=DraftService(store, clock or FakeClock(), "Koordinator"),
        locks=LockService(store, clock or FakeClock(), "Koordinator", sequential_ids()),
        clock=clock or FakeClock(),
        settings=Settings(folder / "sikkerplan.ini"),
        repairs=RepairService(store, clock or FakeClock(), "Koordinator"),
        new_run=new_run or (lambda: PlanningRun(planning)),
        new_repair=new_repair or (lambda: RepairRun(clock or FakeClock())),
        import_unit=import_unit or no_import,
        set_language=set_language,
        seal=bytes.swapcase,
        unseal=bytes.swapcase,
        open_demo=open_demo,
        demo=demo,
        backups=backups,
        eraser=eraser,
        write_access=None if eraser is None else _answer_access,
        read_only=read_only,
        holder=holder,
        audit=audit or NoTrail(),
        trail=trail,
        keys=keys,
    )


class Recorder:
    """Keeps what is recorded, or refuses to."""

    def __init__(self) -> None:
        self.events: list[AuditEvent] = []
        self.full = False

    def record(self, *events: AuditEvent) -> None:
        if self.full:
            raise NotRecorded("the audit trail can't be reached")
        self.events += events

    def head(self) -> AuditHead:
        return AuditHead(len(self.events), "0f" * 32) if self.events else AuditHead()

    def told(self) -> list[tuple[str, str, str]]:
        return [(event.kind.value, event.subject_kind, event.subject_id) for event in self.events]
