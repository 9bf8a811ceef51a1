"""The page of conflicts around a small unit in memory, and an engine that answers what a test tells it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from desktop.domain.conflicts import ConflictGroup, Scope, Separation
from desktop.domain.plans import PlanVersion
from desktop.domain.time import DateSpan
from desktop.domain.unit import Unit
from desktop.qt.cost_run import CostRun
from desktop.services.separation_costs import Cost, Costs
from desktop.services.week.planning import Prepared
from desktop.ui.conflicts.page import ConflictsPage
from desktop.ui.forms.dialog import FormDialog
from tests.services.fakes import FakeClock
from tests.ui.kit import Bench, context_of, unit

TODAY = FakeClock().today()


def away(days: int) -> date:
    return TODAY + timedelta(days=days)


def conflict_unit() -> Unit:
    """Three groups: g1 and g2 apart on sites, g2 and g3 no longer; c1 and c4 apart in sessions."""
    small = unit()
    return replace(
        small,
        groups=(*small.groups, ConflictGroup("g3", "Gruppe 3")),
        separations=(
            *small.separations,
            Separation(
                "x2", "g2", "g3", Scope.SITE, 60, "Overfald", DateSpan(away(-90), away(-3)), "Politiet"
            ),
            Separation("x3", "c1", "c4", Scope.SESSION, 0, "Uvenner", DateSpan(away(-9), away(40)), "Enhed"),
        ),
    )


class Asked(QObject):
    """A run that asks nobody."""

    progressed = Signal(object)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.apart: list[tuple[str, str]] = []
        self.stopped = self.closed = False

    def start(self, prepared: Prepared, version: PlanVersion, apart: Any, **_: object) -> None:
        del prepared, version
        self.apart = list(apart)

    def stop(self) -> None:
        self.stopped = True

    def close(self) -> None:
        self.closed = True

    def answer(self, least: float, most: float) -> None:
        self.finished.emit(Costs(4.0, 4.5, {each: Cost(least, most) for each in self.apart}))


class Desk:
    """The page, and every run that it began."""

    def __init__(self, folder: Path, *, read_only: bool = False) -> None:
        self.bench = Bench(folder, conflict_unit())
        self.runs: list[Asked] = []
        context = context_of(
            self.bench.store, folder, lambda _: None, read_only=read_only, audit=self.bench.recorder
        )
        self.context = replace(context, new_costs=self._new_run)
        self.editing = self.context.editing
        self.page = ConflictsPage(self.context, lambda: self.bench.week)
        self.editing.changed.connect(self.page.refresh)
        self.page.refresh(None)

    @property
    def unit(self) -> Unit:
        """As it is stored."""
        with self.bench.store.begin() as work:
            return work.unit()

    def made(self) -> Separation:
        """The one separation that was not there at first."""
        (found,) = [each for each in self.unit.separations if each.id not in ("x1", "x2", "x3")]
        return found

    def separation(self, key: str) -> Separation:
        return next(each for each in self.unit.separations if each.id == key)

    def _new_run(self) -> CostRun:
        run = Asked()
        self.runs.append(run)
        return cast(CostRun, run)


def filling(values: dict[str, object]) -> list[str]:
    """Fills the dialog that opens next and saves. What was wrong, where it could not be saved, is in the list
    then, and the dialog is left."""
    told: list[str] = []

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, FormDialog)
        for name, value in values.items():
            dialog.form.fields[name].set_value(value)
        dialog.save()
        if dialog.isVisible():
            shown = dialog.form.faulty()
            told.append(dialog.form.problem.text() if shown is None else shown.fault.text())
            dialog.discard()

    QTimer.singleShot(0, fill)
    return told
