"""Every dialog, popover, menu and question of the window, each with the way to open it that somebody goes.

``test_windows.py`` opens all of them in both languages and holds that none is missing here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QInputDialog,
    QMenu,
    QMessageBox,
    QPushButton,
    QWidget,
)

from desktop.services.keys import SlotKind
from desktop.ui.about.dialog import AboutDialog
from desktop.ui.audit.dialog import AuditDialog
from desktop.ui.backup.dialog import BackupDialog
from desktop.ui.backup.export_dialog import ExportDialog
from desktop.ui.backup.restore_dialog import OpenBackupDialog
from desktop.ui.closing import Loss
from desktop.ui.conflicts.page import ConflictsPage
from desktop.ui.forms.date_fields import DateField
from desktop.ui.forms.dialog import FormDialog
from desktop.ui.guide.window import GuideWindow
from desktop.ui.history.dialog import HistoryDialog
from desktop.ui.keys.asking import NewPassphraseDialog, NewRecoveryDialog, RemoveDialog, RotateDialog
from desktop.ui.keys.dialog import KeysDialog
from desktop.ui.keys.proving import ProveDialog
from desktop.ui.moving.length_popover import LengthPopover
from desktop.ui.moving.making import MakePopover
from desktop.ui.moving.picking import PickList
from desktop.ui.moving.popovers import FieldsPopover, PeoplePopover, StaffPopover
from desktop.ui.prints.dialog import PrintDialog
from desktop.ui.retention.dialog import RetentionDialog
from desktop.ui.sheets.dialog import SheetImportDialog
from desktop.ui.sheets.export_dialog import SheetExportDialog
from desktop.ui.table.column_menu import ColumnMenu
from desktop.ui.table.filter_card import FilterCard
from desktop.ui.table.row_menu import RowMenu
from desktop.ui.unlock.dialog import UnlockDialog
from desktop.ui.week.publishing import PublishPopover
from desktop.ui.welcome.begin import begin_dialog
from desktop.ui.widgets.calendar import CalendarPopup
from desktop.ui.window.names_asking import NamesAsking
from tests.services.fakes import FakeStore
from tests.ui.house import House
from tests.ui.kit import PASSPHRASE, FakeDoor

Open = Callable[[House, Any], object]
Signals = Callable[[Any], Any]


def nothing(_: Any) -> None:
    """Nothing has to be filled in."""


def page_button(house: House) -> QWidget:
    """Where the keyboard stands before: the button of the page that is shown."""
    assert house.window.shell is not None
    return house.window.shell.rail.button(house.window.shell.current)


@dataclass(frozen=True)
class Step:
    """Opens a window of ``kind``, given the house and the window that was opened before it."""

    kind: type[QWidget]
    open: Open


@dataclass(frozen=True)
class Small:
    """A window over the window. ``steps`` lead to it; ``stand`` is where the keyboard was before.

    ``enter`` is what Enter does once ``fill`` has filled in what is needed, as the signal that is sent
    then; None where Enter chooses a line of what is listed. ``place``: the module that asks with a box of
    Qt's own.
    """

    name: str
    steps: tuple[Step, ...]
    enter: Signals | None = None
    fill: Callable[[Any], object] = nothing
    stand: Callable[[House], QWidget] = page_button
    place: str = ""
    looks: Callable[[Any], Iterator[object]] = field(default=lambda _: iter((None,)))

    @property
    def kind(self) -> type[QWidget]:
        return self.steps[-1].kind


def by_menu(kind: type[QWidget], action: str) -> Step:
    """By a command of the menu bar."""
    return Step(kind, lambda house, _: getattr(house.window.menus, action).trigger())


def press(kind: type[QWidget], find: Callable[[Any], QPushButton]) -> Step:
    """By a button of the window that was opened before."""
    return Step(kind, lambda _, top: find(top).click())


def clicked(name: str) -> Signals:
    """A button, as an attribute, that is pressed."""
    return lambda top: getattr(top, name).clicked


def button(top: QWidget, role: QMessageBox.ButtonRole) -> QPushButton:
    """A button of a box, by what it does there."""
    assert isinstance(top, QMessageBox)
    return next(
        each for each in top.buttons() if top.buttonRole(each) == role and isinstance(each, QPushButton)
    )


def default_button(top: QWidget) -> Any:
    """Whatever Enter presses where nothing else has the keyboard."""
    return next(each for each in top.findChildren(QPushButton) if each.isDefault()).clicked


KEYS = by_menu(KeysDialog, "keys")
BACKUPS = by_menu(BackupDialog, "backups")


def after_proof(kind: type[QWidget], act: Callable[[KeysDialog], object]) -> Step:
    """From the list of keys, once somebody has shown who they are."""

    def opened(_: House, keys: KeysDialog) -> None:
        keys.proven = True
        act(keys)

    return Step(kind, opened)


def card(kind: SlotKind, name: str) -> Callable[[KeysDialog], object]:
    return lambda keys: getattr(keys.cards[kind], name).click()


def _new_passphrase(top: NewPassphraseDialog) -> None:
    top.new.first.setText(PASSPHRASE)
    top.new.second.setText(PASSPHRASE)
    top.new.second.setFocus()


def _rotate(top: RotateDialog) -> None:
    assert top.page is not None and top.passphrase is not None
    top.page.kept.setChecked(True)
    top.passphrase.setText(PASSPHRASE)


def _recovery(top: NewRecoveryDialog) -> None:
    top.page.kept.setChecked(True)
    top.page.kept.setFocus()


def _export(top: ExportDialog) -> None:
    top.understood.setChecked(True)
    top.reason.setText("Flytning")
    top.reason.setFocus()


def _listed(house: House, top: BackupDialog) -> None:
    house.wait(lambda: top.list.count() > 0)


def _drill(house: House, top: BackupDialog) -> None:
    _listed(house, top)
    top.drill.click()


def _restore(house: House, top: BackupDialog) -> None:
    _listed(house, top)
    top.restore.click()


def _asking_why(_: House, top: AuditDialog) -> None:
    top.choose_person("c3")
    top.extract_button.click()


def _door(kind: type[QWidget], door: Callable[[], FakeDoor]) -> Step:
    def opened(house: House, _: object) -> None:
        dialog = UnlockDialog(door(), ask_keyring=False)
        house.kept.append(dialog)
        dialog.exec()

    return Step(kind, opened)


def _unlock(top: UnlockDialog) -> None:
    top.first.setText(PASSPHRASE)
    if top.new is not None:
        top.new.second.setText(PASSPHRASE)


def _guide(house: House, _: object) -> None:
    guide = GuideWindow(100)
    house.kept.append(guide)
    guide.show()
    guide.activateWindow()
    guide.search.setFocus()


def _guide_search(top: GuideWindow) -> None:
    top.search.setText("a")


def _tabs(top: RetentionDialog) -> Iterator[object]:
    for tab in range(top.tabs.count()):
        top.tabs.setCurrentIndex(tab)
        yield None


def _import_steps(top: SheetImportDialog) -> Iterator[object]:
    yield None
    QApplication.clipboard().setText("Navn\tSagsnummer\nNy Person\tS-99\nBo Bertelsen\tsag-c2\n\tS-98")
    top.file.paste()
    House.wait(lambda: top.steps.currentIndex() == 1)
    yield None
    top.go_on()
    House.wait(lambda: top.steps.currentIndex() == 2)
    yield None


def conflict(name: str, *given: Callable[[ConflictsPage], Any]) -> Step:
    """A form of the page of conflicts."""

    def opened(house: House, _: object) -> None:
        page = house.conflicts
        getattr(page.acts, name)(*(each(page) for each in given))

    return Step(FormDialog, opened)


def on_conflicts(house: House) -> QWidget:
    """A button of the page of conflicts."""
    return house.conflicts.separation_button


def records(page: ConflictsPage) -> Any:
    return [each for each in page.acts.editing.unit().separations if each.id == "x2"]


def group(page: ConflictsPage) -> Any:
    return page.acts.editing.unit().groups[-1]


def _begin(house: House, _: object) -> None:
    dialog = begin_dialog(FakeStore(), house.now.date(), house.window)
    dialog.exec()
    dialog.deleteLater()


def on_board(kind: type[QWidget], ask: Callable[[House], object]) -> Step:
    """A question about a session of the board."""

    def opened(house: House, _: object) -> None:
        house.window.desk.choose("n1")
        house.settle()
        ask(house)

    return Step(kind, opened)


def first_session(house: House) -> QWidget:
    return house.session("n1")


def _complete(top: PeoplePopover | MakePopover) -> None:
    House.wait(top.findChildren(PickList)[0].complete)


def _pick_first(top: PeoplePopover) -> None:
    _complete(top)
    top.list.search.setFocus()


def _publish(house: House, _: object) -> None:
    house.week.versioning.ask_to_publish()


def _publish_button(house: House) -> QWidget:
    week = house.week
    week.splitter.show_panel("versions")
    house.settle()
    return week.versioning.panel.publish


def _calendar_of_field(house: House, top: FormDialog[Any]) -> None:
    top.findChildren(DateField)[0].open_calendar()


def _closing(house: House, _: object) -> None:
    house.window.closing.may_lose(Loss)


def _concealed(house: House, _: object) -> None:
    menus = house.window.menus
    NamesAsking(menus.conceal, house.window, house.window).ask(menus.print)


def _row_menu(house: House, _: object) -> None:
    people = house.people
    people.list.view.selectRow(1)
    people.list.view.menu_asked.emit(people.list.selected(), people.list.view.mapToGlobal(QPoint(20, 60)))


def _board_menu(house: House, _: object) -> None:
    house.week.board.view.canvas.menu_asked.emit("n1", house.session("n1").mapToGlobal(QPoint(4, 4)))


def _day(house: House) -> Any:
    return house.week.board.day_row.days[0]


WINDOWS = (
    Small("about", (by_menu(AboutDialog, "about"),), default_button),
    Small("keys", (KEYS,), clicked("close_button")),
    Small(
        "is it you",
        (KEYS, Step(ProveDialog, lambda _, keys: keys.cards[SlotKind.PASSPHRASE].change.click())),
        clicked("ok"),
        lambda top: top.secret.setText(PASSPHRASE),
    ),
    Small(
        "new passphrase",
        (KEYS, after_proof(NewPassphraseDialog, card(SlotKind.PASSPHRASE, "change"))),
        clicked("ok"),
        _new_passphrase,
    ),
    Small(
        "new recovery key",
        (KEYS, after_proof(NewRecoveryDialog, card(SlotKind.RECOVERY, "change"))),
        clicked("ok"),
        _recovery,
    ),
    Small(
        "new data key",
        (KEYS, after_proof(RotateDialog, lambda keys: keys.rotate.click())),
        clicked("ok"),
        _rotate,
    ),
    # What locks somebody out asks to be pressed on purpose.
    Small(
        "remove a key",
        (KEYS, after_proof(RemoveDialog, card(SlotKind.KEYRING, "remove"))),
        clicked("cancel"),
    ),
    Small("backups", (BACKUPS,), clicked("make")),
    Small(
        "restore from the menu",
        (by_menu(OpenBackupDialog, "restore"),),
        lambda top: top.choose.clicked,
        lambda top: top.choose.setFocus(),
    ),
    Small(
        "restore a backup",
        (BACKUPS, Step(OpenBackupDialog, _restore)),
        clicked("ok"),
        lambda top: top.secret.setText(PASSPHRASE),
    ),
    Small(
        "try a backup",
        (BACKUPS, Step(OpenBackupDialog, _drill)),
        clicked("ok"),
        lambda top: top.secret.setText(PASSPHRASE),
    ),
    Small(
        "remove what was before",
        (BACKUPS, press(QMessageBox, lambda top: top.remove_kept)),
        lambda top: button(top, QMessageBox.ButtonRole.NoRole).clicked,
        place="desktop.ui.backup.dialog",
    ),
    Small("export everything", (by_menu(ExportDialog, "export"),), clicked("ok"), _export),
    Small("retention", (by_menu(RetentionDialog, "retention"),), looks=_tabs),
    Small(
        "erase",
        (
            by_menu(RetentionDialog, "retention"),
            Step(QMessageBox, lambda _, top: top.confirm(top.windowTitle())),
        ),
        lambda top: button(top, QMessageBox.ButtonRole.NoRole).clicked,
        place="desktop.ui.retention.dialog",
    ),
    Small("audit trail", (by_menu(AuditDialog, "audit"),)),
    Small(
        "reason of an extract",
        (by_menu(AuditDialog, "audit"), Step(QInputDialog, _asking_why)),
        default_button,
        place="desktop.ui.audit.dialog",
    ),
    Small("history", (by_menu(HistoryDialog, "history"),)),
    Small("print", (by_menu(PrintDialog, "print"),), clicked("print_button")),
    Small("import a table", (by_menu(SheetImportDialog, "import_table"),), looks=_import_steps),
    Small(
        "export a table",
        (by_menu(SheetExportDialog, "export_table"),),
        clicked("ok"),
        lambda top: top.reason.setText("Statistik"),
    ),
    Small("guide", (Step(GuideWindow, _guide),), lambda top: top.hits.currentItemChanged, _guide_search),
    Small("first start", (_door(UnlockDialog, lambda: FakeDoor(exists=False)),), clicked("ok"), _unlock),
    Small("unlock", (_door(UnlockDialog, lambda: FakeDoor(exists=True)),), clicked("ok"), _unlock),
    Small(
        "unlock by any way",
        (_door(UnlockDialog, lambda: FakeDoor(exists=True, ways=tuple(SlotKind))),),
        clicked("ok"),
        _unlock,
    ),
    Small("empty unit", (Step(FormDialog, _begin),), clicked("save_button")),
    Small("new group", (conflict("add_group"),), clicked("save_button"), stand=on_conflicts),
    Small("new member", (conflict("add_member", lambda _: "g3"),), stand=on_conflicts),
    Small("new separation", (conflict("add_separation"),), stand=on_conflicts),
    Small("renew", (conflict("renew", records),), stand=on_conflicts),
    Small("end", (conflict("end", records),), stand=on_conflicts),
    Small("let it end", (conflict("let_end", records),), stand=on_conflicts),
    Small("remove a separation", (conflict("remove", records),), stand=on_conflicts),
    Small("remove a group", (conflict("remove_group", group),), stand=on_conflicts),
    Small(
        "calendar of a field",
        (conflict("end", records), Step(CalendarPopup, _calendar_of_field)),
        lambda top: top.calendar.activated,
        stand=on_conflicts,
    ),
    Small(
        "calendar of weeks",
        (Step(CalendarPopup, lambda house, _: house.week.bar.picker.open_calendar()),),
        lambda top: top.calendar.activated,
        stand=lambda house: house.week.bar.picker.title,
    ),
    Small(
        "who comes",
        (on_board(PeoplePopover, lambda house: house.week.commands.add_person("n1")),),
        stand=first_session,
    ),
    Small(
        "who goes",
        (on_board(PeoplePopover, lambda house: house.week.commands.take_out("n1")),),
        lambda top: top.picked,
        _pick_first,
        first_session,
    ),
    Small(
        "staff",
        (on_board(StaffPopover, lambda house: house.week.commands.staff("n1")),),
        stand=first_session,
    ),
    Small(
        "length",
        (on_board(LengthPopover, lambda house: house.week.commands.length("n1")),),
        lambda top: top.picked,
        lambda top: top.list.setCurrentRow(1),
        first_session,
    ),
    Small(
        "new session",
        (on_board(MakePopover, lambda house: house.week.commands.make("n1")),),
        stand=first_session,
    ),
    Small(
        "why locked",
        (on_board(FieldsPopover, lambda house: house.week.commands.lock("n1")),),
        lambda top: top.answered,
        stand=first_session,
    ),
    Small(
        "why a day is locked",
        (on_board(FieldsPopover, lambda house: house.week.commands.lock_day(_day(house))),),
        lambda top: top.answered,
        stand=first_session,
    ),
    Small(
        "why a person is locked",
        (on_board(FieldsPopover, lambda house: house.week.commands.lock_person("c1", QPoint(90, 90))),),
        lambda top: top.answered,
        stand=first_session,
    ),
    Small(
        "approve",
        (on_board(FieldsPopover, lambda house: house.week.commands.approve("n1")),),
        lambda top: top.answered,
        lambda top: top.fields[0].setText("Leder"),
        stand=first_session,
    ),
    Small(
        "publish",
        (Step(PublishPopover, _publish),),
        clicked("ok"),
        lambda top: top.ok.setFocus(),
        _publish_button,
    ),
    Small(
        "closing",
        (Step(QMessageBox, _closing),),
        lambda top: button(top, QMessageBox.ButtonRole.RejectRole).clicked,
        place="desktop.ui.closing",
    ),
    Small(
        "names are concealed",
        (Step(QMessageBox, _concealed),),
        lambda top: button(top, QMessageBox.ButtonRole.RejectRole).clicked,
        place="desktop.ui.window.names_asking",
    ),
    Small("menu of a row", (Step(RowMenu, _row_menu),), stand=lambda house: house.people.list.view),
    Small(
        "filters",
        (Step(FilterCard, lambda house, _: house.people.list.bar.filters_button.click()),),
        stand=lambda house: house.people.list.bar.filters_button,
    ),
    Small(
        "menu of columns",
        (Step(ColumnMenu, lambda house, _: house.people.list.columns_button.click()),),
        stand=lambda house: house.people.list.columns_button,
    ),
    Small("menu of a session", (Step(QMenu, _board_menu),), stand=first_session),
)


def visit(house: House, small: Small, look: Callable[[Any], None]) -> None:
    """Opens a window the way that somebody goes, looks at it, and puts everything away again."""
    returned: set[int] = set()
    arrived: set[int] = set()
    raised: list[BaseException] = []

    def go(at: int, before: QWidget | None) -> None:
        known = set(_visible())
        QTimer.singleShot(0, house.window, lambda: arrive(at, known))
        small.steps[at].open(house, before)
        returned.add(at)
        house.wait(lambda: at in arrived)

    def arrive(at: int, known: set[QWidget]) -> None:
        new = [each for each in _visible() if each not in known]
        if not new and at not in returned:
            # It is still on its way: the page is turned to first.
            QTimer.singleShot(0, house.window, lambda: arrive(at, known))
            return
        try:
            top = next((each for each in new if isinstance(each, small.steps[at].kind)), None)
            assert top is not None, f"{small.name}: nothing was opened by step {at}"
            house.settle()
            if at + 1 < len(small.steps):
                go(at + 1, top)
            else:
                look(top)
        except BaseException as error:
            raised.append(error)
        finally:
            for each in [each for each in _visible() if each not in known]:
                put_away(each)
            arrived.add(at)

    try:
        go(0, None)
        house.settle()
    finally:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if raised:
        raise raised[0]


def put_away(top: QWidget) -> None:
    """Closes a window without asking."""
    if isinstance(top, FormDialog):
        top.discard()
    elif isinstance(top, QDialog):
        top.done(0)
    else:
        top.close()


def _visible() -> list[QWidget]:
    return [each for each in QApplication.topLevelWidgets() if each.isVisible()]


def sent(signal: Any) -> list[bool]:
    """What is sent by a signal from now on, and to nobody else: nothing is done by it."""
    heard: list[bool] = []
    signal.disconnect()
    signal.connect(lambda *_: heard.append(True))
    return heard
