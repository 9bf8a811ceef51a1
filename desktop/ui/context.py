"""What the window is given: ``desktop/app.py`` builds the concrete parts and fills these in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.services.trail.audit import NoTrail

if TYPE_CHECKING:
    from desktop.qt.cost_run import CostRun
    from desktop.qt.editing import Editing
    from desktop.qt.planning_run import PlanningRun
    from desktop.qt.repair_run import RepairRun
    from desktop.qt.settings import Settings
    from desktop.services.access import Section
    from desktop.services.backups import Backups
    from desktop.services.change import Change
    from desktop.services.erasure import Eraser
    from desktop.services.hand.drafts import DraftService
    from desktop.services.locks import LockService
    from desktop.services.ports import Auditor, Clock, Store
    from desktop.services.repairs import RepairService
    from desktop.services.trail.audit import AuditService
    from desktop.services.trail.audit_restored import Restored
    from desktop.services.week.planning import PlanningService
    from desktop.ui.door import Alarm, Holder, Keys


def _new_costs() -> CostRun:
    from desktop.qt.cost_run import CostRun

    return CostRun()


@dataclass(frozen=True, slots=True)
class WindowContext:
    """``editing`` is how the unit is seen and changed. ``new_run`` makes one planning run, ``new_repair`` one
    repair of a planned week; ``repairs`` keeps repaired weeks. ``import_unit`` takes a unit file's bytes and
    raises what ``services.importing.import_unit`` raises. ``set_language`` installs the translations of
    ``"da"`` or ``"en"``. ``open_demo`` opens the demo in a vault of its own; None where that is not offered.
    ``demo_passphrase`` is shown where the demo is locked. ``audit`` records reads, exports and prints;
    ``trail`` looks into the audit trail, None where there is none; ``alarms`` is what it noticed and nobody
    has acknowledged, which ``acknowledge`` does for a reason, None where nobody can; ``restored`` is the
    restore that this is the first opening after. ``keys`` are the vault's; None where they are nobody's to
    change. ``read_only``: nothing can be written, since ``holder`` has the vault. ``seal`` encrypts for the
    vault also once it is locked; ``unseal`` opens that while the vault is open and raises ``ValueError`` for
    anything else. ``backups`` are the vault's, None where none are made; ``eraser`` erases from the store,
    None where nothing can be. ``export`` writes everything to a file for a reason, ``write_access`` the
    answer to a request of access; both raise ``OSError``. ``new_costs`` makes one run that asks what
    separations cost a week.
    """

    store: Store
    editing: Editing
    planning: PlanningService
    drafts: DraftService
    locks: LockService
    clock: Clock
    settings: Settings
    repairs: RepairService
    new_run: Callable[[], PlanningRun]
    new_repair: Callable[[], RepairRun]
    import_unit: Callable[[bytes], Change]
    set_language: Callable[[str], None]
    seal: Callable[[bytes], bytes]
    unseal: Callable[[bytes], bytes]
    open_demo: Callable[[], None] | None = None
    demo: bool = False
    backups: Backups | None = None
    eraser: Eraser | None = None
    export: Callable[[Path, str], None] | None = None
    write_access: Callable[[str, Path, frozenset[Section]], None] | None = None
    demo_passphrase: str = ""
    read_only: bool = False
    holder: Holder | None = None
    audit: Auditor = field(default_factory=NoTrail)
    trail: AuditService | None = None
    alarms: tuple[Alarm, ...] = ()
    acknowledge: Callable[[Alarm, str], bool] | None = None
    restored: Restored | None = None
    keys: Keys | None = None
    new_costs: Callable[[], CostRun] = _new_costs
