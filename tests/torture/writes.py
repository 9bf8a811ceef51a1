"""Everything that the app writes, each made ready to be tried on a disk that has no room for it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

from desktop.app.asked import Options, Terminal
from desktop.app.audit_session import AuditSession
from desktop.app.backups import VaultBackups
from desktop.app.crash import NOTE, noting
from desktop.app.door import VaultDoor
from desktop.app.entrance import Entrance
from desktop.app.keys import VaultKeys
from desktop.app.parts import App
from desktop.domain.audit import AuditEvent, AuditKind
from desktop.domain.places import Site, SiteKind
from desktop.printing.week_print import write_week_pdf
from desktop.qt.settings import Settings
from desktop.services.backups import RestoreAnswer
from desktop.services.demo import demo_unit_text
from desktop.services.erasure import Eraser
from desktop.services.files.everything import read_export
from desktop.services.files.importing import import_unit
from desktop.services.ids import sequential_ids
from desktop.services.keys import KeyAnswer
from desktop.services.ports import NotRecorded, NotStored
from desktop.services.week.planning import PlanningService
from desktop.ui.door import DoorAnswer
from desktop.vault import Patience, make_backup
from tests.services import small_unit as planned
from tests.services.fakes import FakeClock
from tests.services.test_planning import PLAN
from tests.store.small_unit import entities
from tests.torture.kills import make, make_old_schema
from tests.vault.kit import ANOTHER, CHEAP, PASSPHRASE, MemoryKeyring, make_first_version

DONE = "done"
LATE = Site("late", "Late", SiteKind.UNIT)


@dataclass
class Here:
    """A vault on the small disk, and what is open of it."""

    disk: Path
    doors: list[VaultDoor] = field(default_factory=list)
    vault: Path = Path()

    def __post_init__(self) -> None:
        if self.vault == Path():
            self.vault = self.disk / "vault"

    def door(self, patience: Patience | None = None) -> VaultDoor:
        """A door to the vault, at which nobody waits unless ``patience`` says so."""
        session = AuditSession(self.vault, "torture", lambda: datetime.now(UTC))
        patience = patience or Patience(self.vault, ticks=count(0.0, 100.0).__next__)
        door = VaultDoor(self.vault, CHEAP, session, patience=patience)
        self.doors.append(door)
        return door

    def opened(self) -> VaultDoor:
        door = self.door()
        assert door.unlock(PASSPHRASE) is DoorAnswer.OPEN
        return door

    def close(self) -> None:
        for door in self.doors:
            door.close()
        self.doors.clear()


Act = Callable[[], str]
"""Tries it; returns ``DONE`` or the word in which it was told that it came to nothing."""
Ready = Callable[[Here], Act]
"""Makes everything ready while there is room."""


def creating(here: Here) -> Act:
    shutil.rmtree(here.vault)
    door = here.door()
    return lambda: _answer(door.create(PASSPHRASE))


def unlocking(here: Here) -> Act:
    door = here.door()
    return lambda: _answer(door.unlock(PASSPHRASE))


def failing_to_unlock(here: Here) -> Act:
    door = here.door(Patience(here.vault))

    def act() -> str:
        answer = door.unlock("not this one, surely")
        if answer is DoorAnswer.WRONG_PASSPHRASE:
            assert door.wait() > 0, "nobody has to wait after a wrong passphrase"
            return DONE
        return _answer(answer)

    return act


def editing(here: Here) -> Act:
    store = here.opened().store()

    def act() -> None:
        with store.begin() as work:
            work.put(LATE)
            work.commit()

    return _stored(act)


def importing(here: Here) -> Act:
    shutil.rmtree(here.vault)
    make(here.vault)
    store = here.opened().store()
    text = demo_unit_text(1, date(2026, 11, 26))
    return _stored(lambda: import_unit(store, text, sequential_ids()))


def planning(here: Here) -> Act:
    shutil.rmtree(here.vault)
    make(here.vault, *entities(planned.UNIT))
    service = PlanningService(here.opened().store(), FakeClock(), "Koordinator")
    prepared = service.prepare(planned.WEEK)
    return _stored(lambda: service.accept(prepared, PLAN, 1.0))


def erasing(here: Here) -> Act:
    vault = here.opened().vault()
    eraser = Eraser(vault.store(), vault.scrub)

    def act() -> str:
        done = eraser.erase_person("c2", date(2027, 6, 1), "[erased]", "asked for")
        return f"{DONE}, with traces until it is closed" if done.traces else DONE

    return _stored(act)


def recording(here: Here) -> Act:
    audit = here.opened().audit.service()
    event = AuditEvent(AuditKind.READ, "citizen", "c1")

    def act() -> str:
        try:
            audit.record(event)
        except NotRecorded:
            return "not recorded"
        return DONE

    return act


def backing_up(here: Here) -> Act:
    door = here.opened()
    shelf = here.disk / "shelf"
    shelf.mkdir()
    settings = Settings(here.vault / "sikkerplan.ini")
    settings.backup_folder = shelf
    settings.save()
    make_backup(door.vault().source(), shelf, datetime.now(UTC))
    backups = VaultBackups(door, settings, FakeClock(), "1.0", door.audit.service())

    def act() -> str:
        state = backups.make()
        return DONE if state.fault is None else state.fault.value

    return act


def restoring(here: Here) -> Act:
    door = here.opened()
    made = make_backup(door.vault().source(), here.disk, datetime.now(UTC))
    door.close()
    with here.opened().store().begin() as work:
        work.put(LATE)
        work.commit()
    here.close()
    door = here.door()

    def act() -> str:
        answer = door.restore(made.path, PASSPHRASE)
        if answer is not RestoreAnswer.DONE:
            return answer.value
        # Done is what the next opening finds, however little room there is for it.
        return _answer(door.unlock(PASSPHRASE))

    return act


def exporting(here: Here) -> Act:
    app = _app(here)
    export = app.context(app.new_run).export
    assert export is not None
    target = here.disk / "export.json"
    return _written(lambda: export(target, "New system"), target)


def answering(here: Here) -> Act:
    app = _app(here)
    write = app.context(app.new_run).write_access
    assert write is not None
    target = here.disk / "answer.pdf"
    return _written(lambda: write("c1", target, frozenset()), target)


def printing(here: Here) -> Act:
    shutil.rmtree(here.vault)
    make(here.vault, *entities(planned.UNIT))
    service = PlanningService(here.opened().store(), FakeClock(), "Koordinator")
    prepared = service.prepare(planned.WEEK)
    accepted = service.accept(prepared, PLAN, 1.0)
    target = here.disk / "week.pdf"
    return _written(lambda: write_week_pdf(target, prepared, accepted.version, accepted.report), target)


def changing_a_slot(here: Here) -> Act:
    keys = _keys(here)
    return lambda: _key_answer(keys.set_passphrase(ANOTHER).answer)


def rotating(here: Here) -> Act:
    keys = _keys(here)
    return lambda: _key_answer(keys.rotate(PASSPHRASE, None).answer)


def migrating(here: Here) -> Act:
    shutil.rmtree(here.vault)
    make_old_schema(here.vault)
    app = _app(here, closed=True)
    return lambda: _answer(app.door.unlock(PASSPHRASE))


def migrating_with_backups_elsewhere(here: Here) -> Act:
    shutil.rmtree(here.vault)
    make_old_schema(here.vault)
    app = _app(here, closed=True)
    app.settings.backup_folder = here.disk.with_name("elsewhere")
    app.settings.backup_folder.mkdir(exist_ok=True)
    return lambda: _answer(app.door.unlock(PASSPHRASE))


def upgrading_a_first_version(here: Here) -> Act:
    shutil.rmtree(here.vault)
    make_first_version(here.vault)
    door = here.door()
    return lambda: _answer(door.unlock(PASSPHRASE))


def noting_an_error(here: Here) -> Act:
    def act() -> str:
        # What can't be noted is not noted; the app ends with its status all the same.
        with suppress(SystemExit), noting(here.vault, lambda _: None):
            raise ValueError
        text = (here.vault / NOTE).read_bytes() if (here.vault / NOTE).exists() else b""
        return DONE if text.endswith(b"\n\n") else "no note"

    return act


def remembering(here: Here) -> Act:
    path = here.vault / "sikkerplan.ini"
    settings = Settings(path)
    settings.language = "da"
    settings.save()

    def act() -> str:
        settings.seconds = 77
        settings.save()
        kept = Settings(path)
        assert kept.language == "da", "the settings are lost"
        return DONE if "77" in path.read_text(encoding="utf-8") else "not kept"

    return act


def _stored(act: Callable[[], object]) -> Act:
    def tried() -> str:
        try:
            said = act()
        except NotStored:
            return "not stored"
        return said if isinstance(said, str) else DONE

    return tried


def _written(act: Callable[[], object], target: Path) -> Act:
    def tried() -> str:
        try:
            act()
        except OSError:
            assert not target.exists(), "half of a file is there"
            return "not written"
        content = target.read_bytes()
        whole = read_export(content) if target.suffix == ".json" else content.rstrip().endswith(b"%%EOF")
        assert whole, "half of a file is there"
        return DONE

    return tried


def _answer(answer: DoorAnswer) -> str:
    return DONE if answer is DoorAnswer.OPEN else answer.value


def _key_answer(answer: KeyAnswer) -> str:
    return DONE if answer is KeyAnswer.DONE else answer.value


def _keys(here: Here) -> VaultKeys:
    door = here.opened()
    patience = Patience(here.vault)
    return VaultKeys(door.vault().keys, MemoryKeyring(), CHEAP, door.audit.service(), patience)


def _app(here: Here, *, closed: bool = False) -> App:
    app = App(
        Entrance(Options(vault=here.vault, language="en"), Terminal(*[lambda _: None] * 3), FakeClock())
    )
    door = here.door()
    door.before_migration = app.door.before_migration
    app.door = door
    if not closed:
        assert door.unlock(PASSPHRASE) is DoorAnswer.OPEN
    return app


WRITES: dict[str, Ready] = {
    ready.__name__.replace("_", " "): ready
    for ready in (
        creating, unlocking, failing_to_unlock, editing, importing, planning, erasing, recording, backing_up,
        restoring, exporting, answering, printing, changing_a_slot, rotating, migrating,
        migrating_with_backups_elsewhere, upgrading_a_first_version, noting_an_error, remembering,
    )
}  # fmt: skip
