"""Everything that the window's pages show: each page, each of its tabs, each panel beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from desktop.domain.conflicts import Scope, Separation
from desktop.domain.offers import Placement, PlacementKind
from desktop.domain.time import IsoWeek, WeeklyBlock
from desktop.services.files.importing import import_unit
from desktop.services.first_unit import begin_unit
from desktop.services.week.planning import PlanningService
from desktop.ui.acute.kinds import Kind
from desktop.ui.acute.page import AcutePage
from desktop.ui.board.modes import Mode
from desktop.ui.door import Alarm, LockReason
from desktop.ui.levels.page import LevelsPage
from desktop.ui.main_window import MainWindow
from desktop.ui.people.person_view import PersonView
from desktop.ui.people.sections.entry_list import EntryList
from desktop.ui.people.sections.trail import TrailSection
from desktop.ui.start.page import StartPage
from desktop.ui.welcome.begin import USUAL_HOURS, USUAL_SLOT
from tests.services.fakes import FakeClock, FakeStore
from tests.services.small_unit import SINCE
from tests.services.versions import published
from tests.ui.house import House
from tests.ui.kit import BROKEN_UNIT_FILE, HOLDER, FakeDoor, context_of, plan, unit

LEVELS = ("Lav", "Forhøjet", "Høj", "Meget høj")
PANELS = ("session", "people", "health", "locks", "versions")


def views(house: House) -> Iterator[tuple[str, MainWindow]]:
    """Turns to one after the other; each with its name and the window that it is seen in."""
    for turn in (_start, _week, _acute, _people, _conflicts, _levels, _resources):
        for name in turn(house):
            house.settle()
            yield name, house.window
    yield from others(house)


def _start(house: House) -> Iterator[str]:
    house.page("start", StartPage)
    yield "start"


def _week(house: House) -> Iterator[str]:
    week = house.week
    house.window.desk.choose("n2")
    for mode in Mode:
        week.board.show_mode(mode)
        yield f"week by {mode.value}"
    week.board.show_mode(Mode.ROOMS)
    for panel in PANELS:
        week.splitter.show_panel(panel)
        yield f"week, {panel}"
    versions = house.window.desk.versions
    week.versioning.compare(versions[0].id, versions[0].id)
    yield "week, compared"
    week.versioning.show_board()
    house.window.plan()
    house.bench.engine.step(1.0, 1234.5, 2345.5)
    yield "week, being planned"
    house.window.menus.stop.trigger()
    house.bench.engine.finish()
    yield "week, planned anew"
    week.versioning.show_beside()
    week.versioning.beside.steps.finish()
    yield "week, versions beside each other"
    week.versioning.leave_beside()
    house.window.desk.choose("n2")


def _acute(house: House) -> Iterator[str]:
    page = house.page("acute", AcutePage)
    yield "acute"
    for kind in Kind:
        page.tell.choose(kind)
        yield f"acute, {kind.value}"
    page.tell.ask_anew()


def _people(house: House) -> Iterator[str]:
    page = house.people
    page.list.view.selectRow(2)
    for sheet in page.person.sheets:
        page.person.open_sheet(sheet)
        yield f"people, {sheet}"
        yield from _person_parts(page.person, sheet)
    page.list.view.selectAll()
    yield "people, many"
    page.add_person()
    yield "people, new"
    page.new.left.emit()


def _person_parts(person: PersonView, sheet: str) -> Iterator[str]:
    for section in person.sections():
        if isinstance(section, TrailSection) and section.isVisible():
            section.show_button.click()
            yield f"people, {sheet}, entries"
        elif isinstance(section, EntryList) and section.isVisible() and section.add.isEnabled():
            section.add.click()
            yield f"people, {sheet}, {section.entries.key}"
            section.discard()


def _conflicts(house: House) -> Iterator[str]:
    page = house.conflicts
    for tab in range(page.tabs.count()):
        page.tabs.setCurrentIndex(tab)
        yield f"conflicts, tab {tab + 1}"
    page.tabs.setCurrentIndex(0)
    page.matrix.choose("g1", "g2")
    yield "conflicts, two groups"
    page.matrix.choose("g1")
    yield "conflicts, a group"


def _levels(house: House) -> Iterator[str]:
    page = house.page("levels", LevelsPage)
    yield "levels"
    page.panel.open(page.panel.table.model.rows()[0].id)
    yield "levels, one"


def _resources(house: House) -> Iterator[str]:
    page = house.resources
    for kind in page.kinds:
        page.show_tab(kind)
        yield f"resources, {kind}"
        panel = page.panel(kind)
        if panel.kind.id_word:
            panel.begin()
            yield f"resources, {kind}, a new one"
            panel.leave()


def others(house: House) -> Iterator[tuple[str, MainWindow]]:
    """The window where there is nothing yet, where somebody else has the vault, and while it is locked."""

    def opened(store: FakeStore, alarms: tuple[Alarm, ...] = (), **more: Any) -> MainWindow:
        folder = house.folder / "other"
        folder.mkdir(exist_ok=True)
        context = context_of(store, folder, house.language.install, **more)
        window = MainWindow(replace(context, alarms=alarms, acknowledge=lambda *_: True))
        house.kept.append(window)
        window.resize(house.window.size())
        window.show()
        house.settle()
        return window

    empty = FakeStore()
    window = opened(empty, import_unit=lambda content: import_unit(empty, content), open_demo=lambda: None)
    yield "welcome", window
    assert window.welcome is not None
    broken = house.folder / "broken.json"
    broken.write_text(BROKEN_UNIT_FILE, encoding="utf-8")
    window.welcome.import_file(broken)
    house.settle()
    yield "welcome, with errors", window
    window.close()
    begun = FakeStore()
    begin_unit(
        begun,
        "Enheden",
        USUAL_HOURS,
        USUAL_SLOT,
        level_names=LEVELS,
        source="Forslag",
        today=house.now.date(),
    )
    window = opened(begun, demo=True)
    for key in ("start", "week", "people", "conflicts"):
        assert window.shell is not None
        window.shell.show_page(key)
        house.settle()
        yield f"{key}, with nothing in it", window
    window.close()
    window = opened(FakeStore(unit()), (Alarm.TAMPERED,))
    yield "alarm", window
    window.close()
    yield from _unsafe(house, opened)
    window = opened(FakeStore(unit()), read_only=True, holder=HOLDER)
    yield "read-only", window
    window.lock(FakeDoor(exists=True), LockReason.IDLE)
    house.settle()
    yield "locked", window
    window.close()


def _unsafe(house: House, opened: Callable[[FakeStore], MainWindow]) -> Iterator[tuple[str, MainWindow]]:
    """A published week that is not safe any more, with two who must be apart in one placement."""
    store = FakeStore(unit())
    planning = PlanningService(store, FakeClock(), "Koordinator")
    prepared = planning.prepare(IsoWeek.containing(FakeClock().today()))
    draft = planning.accept(prepared, plan(prepared.problem), 1.5).version
    store.put(published(draft))
    for number, citizen in ((1, "c1"), (2, "c2")):
        days = (WeeklyBlock(2, 540, 780),)
        kind = PlacementKind.INTERNSHIP
        store.put(Placement(f"p{number}", citizen, kind, f"Parken {number}", "s2", days, SINCE))
    store.put(Separation("x9", "c1", "c2", Scope.SITE, 30, "Ny", SINCE, "Politiet"))
    window = opened(store)
    assert window.shell is not None
    banner = window.shell.unsafe
    house.wait(banner.isVisible)
    for key in ("start", "week", "acute"):
        window.shell.show_page(key)
        house.settle()
        yield f"{key}, not safe", window
    window.close()
