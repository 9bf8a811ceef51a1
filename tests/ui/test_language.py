"""Danish and English: switched while the window is open, complete, and with nothing cut off."""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.time import IsoWeek
from desktop.qt.language import TRANSLATIONS, Language
from desktop.services.erasure import Eraser
from desktop.services.files.importing import MESSAGES
from desktop.services.keys import SlotInfo, SlotKind
from desktop.services.week.warning_kinds import PlanWarning, WarningKind
from desktop.ui.about.dialog import AboutDialog
from desktop.ui.backup.export_dialog import ExportDialog
from desktop.ui.backup.restore_dialog import drill_dialog, restore_dialog
from desktop.ui.board.modes import Mode
from desktop.ui.fault_words import fault_words
from desktop.ui.health.words import warnings_in_words
from desktop.ui.keys.asking import NewPassphraseDialog, NewRecoveryDialog, RemoveDialog, RotateDialog
from desktop.ui.keys.dialog import KeysDialog
from desktop.ui.main_window import BUSY_MS, MainWindow
from desktop.ui.unlock.dialog import UnlockDialog
from desktop.ui.words import week_title
from tests.services.fakes import FakeClock
from tests.ui.kit import RECOVERY, Bench, FakeBackups, FakeDoor, FakeKeys, context_of, unit
from tests.ui.looking import cut_off
from tests.ui.people.kit import people_page

ROOT = Path(__file__).resolve().parents[2]
TS = TRANSLATIONS / "sikkerplan_da.ts"
TOOLS = Path(sys.executable).parent


def choose(window: MainWindow, code: str) -> None:
    """Chooses a language in the menu."""
    action = next(each for each in window.menus.languages.actions() if each.data() == code)
    action.trigger()


def test_another_language_leaves_the_view_of_the_week_as_it_is(
    planned: MainWindow, qtbot: QtBot, language: Language
) -> None:
    assert planned.week is not None
    planned.week.board.show_mode(Mode.PEOPLE)
    planned.week.splitter.show_panel("health")
    before = planned.week
    choose(planned, "da")
    qtbot.waitUntil(lambda: planned.week is not before)
    assert planned.week is not None
    assert planned.week.board.mode is Mode.PEOPLE
    assert planned.week.splitter.shown() == "health"


def test_what_is_being_typed_is_not_lost_by_another_language_or_palette(
    planned: MainWindow, qtbot: QtBot, language: Language
) -> None:
    page = people_page(planned)
    page.add_person()
    name = page.new.form.fields["name"]
    name.set_value("Ny Person")
    choose(planned, "da")
    assert "not saved yet" in planned.statusBar().currentMessage()
    QApplication.sendEvent(planned, QEvent(QEvent.Type.PaletteChange))
    qtbot.wait(3 * BUSY_MS // 2)
    assert planned.shell is not None
    assert planned.shell.page("people") is page
    assert name.value() == "Ny Person"
    page.new.left.emit()
    qtbot.waitUntil(lambda: planned.shell is not None and planned.shell.page("people") is not page)


@pytest.fixture(params=["da", "en"])
def each_language(request: pytest.FixtureRequest, language: Language) -> str:
    code = str(request.param)
    language.install(code)
    return code


def test_another_language_is_applied_at_once_and_remembered(
    planned: MainWindow, qtbot: QtBot, language: Language
) -> None:
    planned.desk.choose("n2")
    choose(planned, "da")
    qtbot.waitUntil(lambda: planned.week is not None and planned.week.bar.plan.text() == "Planlæg ugen")
    assert planned.week is not None
    page = planned.week
    assert page.bar.picker.title.text() == "Uge 48 · 23.–29. november 2026"
    assert page.strip.check.text() == "Kontrolleret: ingen regel er brudt"
    assert page.board.days.button(0).text() == "Man. 23. nov."
    assert "Niveau 2, da vurderingen er udløbet" in page.session.texts()
    assert planned.settings.language == "da"
    choose(planned, "en")
    qtbot.waitUntil(lambda: planned.week is not None and planned.week.bar.plan.text() == "Plan the week")


def test_a_run_goes_on_while_the_language_changes(
    bench: Bench, open_window: Callable[..., MainWindow], qtbot: QtBot, language: Language
) -> None:
    window = open_window(bench)
    window.plan()
    bench.engine.step(1.0, 4, 8)
    language.install("da")
    qtbot.waitUntil(lambda: window.week is not None and window.week.bar.plan.text() == "Planlæg ugen")
    assert window.week is not None
    assert window.week.progress.hours.value() == "4"
    page = window.week
    qtbot.waitUntil(page.progress.isVisible)
    bench.engine.finish()
    assert window.week.strip.hours.value() == "6"


def dialogs(window: MainWindow) -> Iterator[QDialog]:
    yield AboutDialog(window)
    yield UnlockDialog(FakeDoor(exists=True))
    yield UnlockDialog(FakeDoor(exists=False))
    yield UnlockDialog(FakeDoor(exists=True, ways=tuple(SlotKind)), ask_keyring=False)
    yield KeysDialog(FakeKeys(*(SlotInfo(kind, FakeClock().now()) for kind in SlotKind)))
    yield NewPassphraseDialog()
    yield NewRecoveryDialog(RECOVERY, replaces=True)
    yield RotateDialog(RECOVERY, has_passphrase=True)
    yield RemoveDialog("PDF")
    printing = window.commands.prints.dialog()
    assert printing is not None
    yield printing


def test_every_dialog_opens_in_every_language(each_language: str, planned: MainWindow, qtbot: QtBot) -> None:
    for dialog in dialogs(planned):
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        qtbot.waitUntil(partial(nothing_cut_off, dialog))


def test_every_dialog_of_backups_and_retention_opens_in_every_language(
    each_language: str, bench: Bench, language: Language, qtbot: QtBot
) -> None:
    backups = FakeBackups(bench.folder, FakeClock())
    eraser = Eraser(bench.store, lambda: None)
    window = MainWindow(
        context_of(bench.store, bench.folder, language.install, backups=backups, eraser=eraser)
    )
    qtbot.addWidget(window)
    listed, retention = window.vault.backup_dialog(), window.vault.retention_dialog()
    assert listed is not None
    assert retention is not None
    for dialog in (
        listed,
        restore_dialog(backups.restore, parent=window),
        drill_dialog(backups.drill, bench.folder / "one.backup", window),
        ExportDialog(lambda *_: None, window),
        retention,
    ):
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        qtbot.waitUntil(partial(nothing_cut_off, dialog))
    for tab in range(retention.tabs.count()):
        retention.tabs.setCurrentIndex(tab)
        qtbot.waitUntil(partial(nothing_cut_off, retention))
    qtbot.waitUntil(lambda: window.vault.keeper is not None and not window.vault.keeper.busy)


def test_no_text_of_the_window_is_cut_off_at_its_smallest_size(
    each_language: str, bench: Bench, open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    bench.keep_plan()
    window = open_window(bench, demo=True)
    window.resize(1280, 720)
    window.desk.choose("n2")
    qtbot.waitUntil(lambda: cut_off(window) == [])
    window.plan()
    bench.engine.step(1.0, 1234.5, 2345.5)
    qtbot.waitUntil(lambda: cut_off(window) == [])


def nothing_cut_off(window: QWidget) -> bool:
    return cut_off(window) == []


def test_weeks_are_written_as_each_language_does(language: Language) -> None:
    language.install("da")
    assert week_title(IsoWeek(2026, 48)) == "Uge 48 · 23.–29. november 2026"
    assert week_title(IsoWeek(2026, 49)) == "Uge 49 · 30. november – 6. december 2026"
    assert week_title(IsoWeek(2026, 53)) == "Uge 53 · 28. december 2026 – 3. januar 2027"
    language.install("en")
    assert week_title(IsoWeek(2026, 48)) == "Week 48 · 23–29 November 2026"


def test_every_warning_and_every_import_error_has_words(each_language: str) -> None:
    for kind in WarningKind:
        (text,) = warnings_in_words(unit(), [PlanWarning(kind, ("c1", "c2", "s1"))])
        assert text
        assert "%" not in text
    for key, message in MESSAGES.items():
        words = fault_words(key, message)
        assert (words != message) == (each_language == "da")


def test_the_translation_is_complete() -> None:
    unfinished = [
        message.findtext("source")
        for message in ET.parse(TS).getroot().iter("message")
        if (found := message.find("translation")) is None or found.get("type") or not found.text
    ]
    assert unfinished == []


def test_placeholders_are_the_same_in_both_languages() -> None:
    for message in ET.parse(TS).getroot().iter("message"):
        source, translated = message.findtext("source") or "", message.findtext("translation") or ""
        for place in ("%1", "%2", "%3", "%4"):
            assert (place in source) == (place in translated), source


def test_the_translation_knows_every_text_of_the_source(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    texts = [
        str(path)
        for path in sorted((ROOT / "desktop").rglob("*.py"))
        if ".tr(" in (content := path.read_text(encoding="utf-8")) or "translate(" in content
    ]
    tool = [str(TOOLS / "pyside6-lupdate"), *texts, "-ts", str(fresh), "-locations", "none"]
    subprocess.run(tool, check=True, capture_output=True)
    assert sources(fresh) - sources(TS) == set()
    assert sources(TS) - sources(fresh) == set()


def test_the_compiled_translation_is_fresh(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.qm"
    tool = [str(TOOLS / "pyside6-lrelease"), str(TS), "-qm", str(fresh)]
    subprocess.run(tool, check=True, capture_output=True)
    assert fresh.read_bytes() == TS.with_suffix(".qm").read_bytes()


def sources(path: Path) -> set[tuple[str, str, str]]:
    """Context, text and comment of every message."""
    return {
        (context.findtext("name") or "", message.findtext("source") or "", message.findtext("comment") or "")
        for context in ET.parse(path).getroot().iter("context")
        for message in context.iter("message")
    }
