"""What the window records of reading and printing, and the page of the audit trail."""

from __future__ import annotations

import io
import re
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QDate, Qt, QThreadPool
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from desktop.domain.audit import Actor, AuditEvent, AuditKind
from desktop.qt.language import Language
from desktop.services.ports import Kept
from desktop.services.trail.audit import AuditService
from desktop.services.trail.audit_restored import Restored
from desktop.services.trail.audit_verify import Unreached
from desktop.store import create_store
from desktop.store.audit import SqlTrail
from desktop.store.unit_of_work import SqlStore
from desktop.ui.alarm_banner import AlarmBanner
from desktop.ui.audit.dialog import AuditDialog
from desktop.ui.audit.table_model import BATCH, MOST_BATCHES
from desktop.ui.audit.verdict_words import unreached_words
from desktop.ui.door import Alarm
from desktop.ui.main_window import MainWindow
from tests.torture.audit import ATTACKS, DATABASE_KEY, attack, open_trail
from tests.ui.kit import MARKUP, Bench, context_of, unit

WEEK = "2026-W48"
DISPLAY = Qt.ItemDataRole.DisplayRole


def choose(window: MainWindow, citizen: str) -> None:
    assert window.week is not None
    window.week.people.choose(citizen)


def test_who_is_opened_is_recorded_once_and_again_at_the_next_opening(
    planned: MainWindow, bench: Bench, qtbot: QtBot
) -> None:
    assert planned.week is not None
    choose(planned, "c3")
    qtbot.waitUntil(lambda: bool(bench.recorder.events))
    planned.desk.reload()
    planned.week.leave()
    assert bench.recorder.told() == [("read", "citizen", "c3")]
    planned.week.people.table.clearSelection()
    choose(planned, "c3")
    planned.week.leave()
    assert bench.recorder.told() == [("read", "citizen", "c3")] * 2


def test_who_is_only_passed_on_the_way_is_not_recorded(planned: MainWindow, bench: Bench) -> None:
    assert planned.week is not None
    for citizen in ("c1", "c2", "c4"):
        choose(planned, citizen)
    planned.close()
    assert bench.recorder.told() == [("read", "citizen", "c4")]


def test_an_opened_session_names_all_its_people(planned: MainWindow, bench: Bench) -> None:
    assert planned.week is not None
    planned.desk.choose("n1")
    planned.week.leave()
    (event,) = bench.recorder.events
    assert (event.kind, event.subject_kind, event.people) == (AuditKind.READ, "session", ("c1", "c2", "m2"))


def test_a_read_that_cannot_be_recorded_is_told(planned: MainWindow, bench: Bench) -> None:
    assert planned.week is not None
    bench.recorder.full = True
    choose(planned, "c1")
    planned.week.leave()
    assert "could not be written" in planned.week.told.text()
    assert planned.week.told_box.isVisible()


def test_a_pdf_is_recorded_before_it_is_written_and_carries_the_short_form(
    planned: MainWindow, bench: Bench, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = planned.commands.prints.dialog()
    assert dialog is not None
    qtbot.addWidget(dialog)
    bench.recorder.full = True
    assert not dialog.save_pdf(tmp_path / "week.pdf")
    assert "audit trail could not be written" in dialog.message.text()
    assert not (tmp_path / "week.pdf").exists()
    bench.recorder.full = False
    assert dialog.save_pdf(tmp_path / "week.pdf")
    (event,) = bench.recorder.events
    assert (event.kind, event.subject_kind) == (AuditKind.EXPORT, "plan_version")
    assert event.people == ("c1", "c2", "c3", "c4", "m1", "m2")
    short = bench.recorder.head().short()
    for page in PdfReader(tmp_path / "week.pdf").pages:
        text = " ".join(page.extract_text().split())
        assert f"Audit trail, entry 1: {short}" in text


def test_a_print_is_recorded_and_refused_where_it_cannot_be(
    planned: MainWindow, bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[object] = []
    monkeypatch.setattr("desktop.ui.prints.dialog.QPrintDialog.exec", lambda _: QDialog.DialogCode.Accepted)
    monkeypatch.setattr("desktop.ui.prints.dialog.print_week", lambda *args: printed.append(args))
    dialog = planned.commands.prints.dialog()
    assert dialog is not None
    qtbot.addWidget(dialog)
    bench.recorder.full = True
    dialog.print_button.click()
    assert printed == []
    bench.recorder.full = False
    dialog.print_button.click()
    assert len(printed) == 1
    assert [event.kind for event in bench.recorder.events] == [AuditKind.PRINT]


def test_no_window_is_called_after_anybody(
    planned: MainWindow, bench: Bench, qtbot: QtBot, trail: AuditService
) -> None:
    choose(planned, "c3")
    planned.desk.choose("n2")
    dialog = AuditDialog(trail, unit(), planned)
    qtbot.addWidget(dialog)
    dialog.person.setCurrentText("Carl Carlsen")
    printing = planned.commands.prints.dialog()
    assert printing is not None
    qtbot.addWidget(printing)
    for window in (planned, dialog, printing):
        for name in ("Carl", "Carlsen", "Koordinator"):
            assert name not in window.windowTitle()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    create_store(tmp_path / "trail.db", DATABASE_KEY).close()
    opened = open_trail(tmp_path / "trail.db")
    opened.trail.who = Actor("lnx01", "Bodil Berg")
    opened.trail.append(
        [
            AuditEvent(AuditKind.UNLOCK, "vault"),
            AuditEvent(AuditKind.READ, "citizen", "c3"),
            AuditEvent(AuditKind.READ, "session", "n1", people=("c1", "c2")),
            AuditEvent(
                AuditKind.CHANGE,
                "citizen",
                "c3",
                payload={"before": {"case_number": "S-3"}, "after": {"case_number": "S-33"}},
            ),
            AuditEvent(AuditKind.EXPORT, "plan_version", "v1", "asked for by the police", {"week": WEEK}),
        ]
    )
    yield opened
    opened.close()


@pytest.fixture
def trail(store: SqlStore) -> AuditService:
    return AuditService(lambda: store.trail)


@pytest.fixture
def page(trail: AuditService, qtbot: QtBot) -> AuditDialog:
    dialog = AuditDialog(trail, unit())
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def lines(page: AuditDialog) -> list[str]:
    """What, about whom and why, row by row."""
    model = page.model
    return [
        " | ".join(str(model.index(row, column).data(DISPLAY)) for column in (2, 3, 4)).rstrip(" |")
        for row in range(model.rowCount())
    ]


def test_the_page_shows_the_newest_first_and_its_own_opening(page: AuditDialog) -> None:
    assert lines(page) == [
        "Read | audit trail",
        f"Exported | week plan: {WEEK} | asked for by the police",
        "Changed | citizen: Carl Carlsen",
        f"Read | session: {MARKUP}, Bo Bertelsen",
        "Read | citizen: Carl Carlsen",
        "Unlocked | vault",
    ]
    assert page.model.index(0, 1).data(DISPLAY) == "Bodil Berg (lnx01)"


def test_search_by_a_persons_name_by_kind_by_person_and_by_day(page: AuditDialog) -> None:
    page.search.setText("carlsen")
    assert lines(page) == ["Changed | citizen: Carl Carlsen", "Read | citizen: Carl Carlsen"]
    page.search.setText("POLICE")
    assert len(lines(page)) == 1
    page.search.clear()
    page.kind.setCurrentIndex(page.kind.findData("read"))
    assert len(lines(page)) == 3
    page.person.setCurrentText("Bo Bertelsen")
    assert len(lines(page)) == 1
    page.person.setCurrentIndex(0)
    page.kind.setCurrentIndex(0)
    page.days.setChecked(True)
    assert len(lines(page)) == 6
    page.until.setDate(QDate.currentDate().addDays(-1))
    assert lines(page) == []


def details(page: AuditDialog) -> str:
    """What is told of the chosen entry."""
    return "\n".join(each.text() for each in page.details.findChildren(QLabel))


def test_an_entry_tells_what_changed(page: AuditDialog) -> None:
    page.table.selectRow(2)
    told = details(page)
    assert "Case number\nS-3 → S-33" in told
    assert "UTC" in told
    assert "Entry 4" in told


def test_an_emptied_entry_says_so(page: AuditDialog, store: SqlStore) -> None:
    with store.begin() as work:
        work.erase_from_trail("c3")
        work.commit()
    page.refresh()
    page.person.setCurrentText("Carl Carlsen")
    page.table.selectRow(1)
    assert "erased" in details(page)
    assert "S-33" not in details(page)


def test_a_long_trail_is_read_only_where_it_is_looked_at(
    trail: AuditService, store: SqlStore, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.trail.append(AuditEvent(AuditKind.READ, "citizen", "c1") for _ in range(BATCH * (MOST_BATCHES + 2)))
    read: list[int] = []
    real = trail.read

    def counting(numbers: list[int]) -> object:
        read.append(len(numbers))
        return real(numbers)

    monkeypatch.setattr(trail, "read", counting)
    dialog = AuditDialog(trail, unit())
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert dialog.model.rowCount() > BATCH * MOST_BATCHES
    assert sum(read) <= BATCH
    dialog.table.scrollToBottom()
    last = dialog.model.rowCount() - 1
    assert dialog.model.index(last, 2).data(DISPLAY) == "Unlocked"
    assert sum(read) <= 3 * BATCH


def verdict_of(page: AuditDialog, qtbot: QtBot) -> str:
    page.verify_button.click()
    qtbot.waitUntil(page.verify_button.isEnabled)
    return f"{page.verdict.text()}\n{page.verdict_list.text()}"


def test_verify_says_in_words_what_it_found(page: AuditDialog, store: SqlStore, qtbot: QtBot) -> None:
    assert verdict_of(page, qtbot) == "All 6 entries hold together, but no anchor vouches for them.\n"
    assert lines(page)[0] == "Verified | audit trail"
    page.short.setText(store.trail.head().short())
    assert "The short form belongs to entry 7" in verdict_of(page, qtbot)
    page.short.setText("AAAA BBBB")
    said = verdict_of(page, qtbot)
    assert "not as it was written" in said
    assert "No entry has the short form" in said


def test_verify_tells_how_far_it_is_and_can_be_stopped(
    page: AuditDialog, store: SqlStore, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, real = threading.Event(), SqlTrail.read_span

    def slowly(trail: SqlTrail, first: int, last: int) -> tuple[Kept, ...]:
        if first > 1:
            assert go_on.wait(30)
        return real(trail, first, last)

    monkeypatch.setattr("desktop.services.trail.audit_verify.BATCH", 2)
    monkeypatch.setattr(SqlTrail, "read_span", slowly)
    before = store.trail.head()
    page.verify_button.click()
    assert not page.verify_button.isEnabled()
    qtbot.waitUntil(lambda: page.progress.text.text() == "Entry 2 of 6")
    assert page.progress.bar.value() == page.progress.bar.maximum() // 3
    page.progress.stop_button.click()
    go_on.set()
    assert page.verify_button.isEnabled()
    assert not page.progress.isVisible()
    assert "Nothing was verified" in page.verdict.text()
    assert store.trail.head() == before
    assert "All 6 entries hold together" in verdict_of(page, qtbot)


def test_a_page_that_is_closed_verifies_no_further(
    page: AuditDialog, store: SqlStore, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, read, real = threading.Event(), [], SqlTrail.read_span

    def slowly(trail: SqlTrail, first: int, last: int) -> tuple[Kept, ...]:
        assert go_on.wait(30)
        read.append(first)
        return real(trail, first, last)

    monkeypatch.setattr("desktop.services.trail.audit_verify.BATCH", 1)
    monkeypatch.setattr(SqlTrail, "read_span", slowly)
    page.verify_button.click()
    page.reject()
    go_on.set()
    assert QThreadPool.globalInstance().waitForDone(30_000)
    assert len(read) <= 1


def test_verify_says_what_was_meddled_with(store: SqlStore, qtbot: QtBot, tmp_path: Path) -> None:
    store.close()
    attack(tmp_path / "trail.db", ATTACKS["edited"], 2)
    again = open_trail(tmp_path / "trail.db")
    dialog = AuditDialog(AuditService(lambda: again.trail), unit())
    qtbot.addWidget(dialog)
    said = verdict_of(dialog, qtbot)
    assert "The audit trail is not as it was written." in said
    assert "Entries were altered: 2." in said
    assert dialog.verdict_box.property("look") == "problem"
    again.close()


def test_an_extract_tells_everything_about_one_person_and_is_recorded(
    page: AuditDialog, tmp_path: Path
) -> None:
    assert not page.extract_button.isEnabled()
    page.person.setCurrentText("Carl Carlsen")
    assert page.extract_button.isEnabled()
    path = tmp_path / "extract.pdf"
    assert page.save_extract(path, "a request for access")
    reader = PdfReader(io.BytesIO(path.read_bytes()))
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    for expected in ("Carl Carlsen", "S-3 → S-33", "Bodil Berg", "a request for access", "CONFIDENTIAL"):
        assert expected in text
    assert "Bo Bertelsen" not in text
    assert reader.metadata is not None
    assert "Carl" not in str(reader.metadata.title)
    page.person.setCurrentIndex(0)
    assert lines(page)[0] == "Exported | citizen: Carl Carlsen | a request for access"


def test_an_extract_names_nobody_else_whatever_an_entry_holds(
    page: AuditDialog, store: SqlStore, tmp_path: Path
) -> None:
    held = {"citizens": ["c2", "c3", "c4"], "staff": ["m1", "m2"], "room": "r1"}
    separation = {"side_a": "c3", "side_b": "c2", "reason": "Bo Bertelsen (SAG-C2) was seen by Carl Carlsen"}
    of_another = {"kind": "person", "subject": "c2", "reason": "afraid of a brother", "sessions": [held]}
    gone = {"avoid_staff": ["m-erased", "m1"]}
    store.trail.append(
        [
            AuditEvent(AuditKind.READ, "session", "n7", people=("c2", "c3", "gone-person", "m1")),
            AuditEvent(
                AuditKind.CHANGE, "separation", "s7", "", {"before": None, "after": separation}, ("c2", "c3")
            ),
            AuditEvent(
                AuditKind.CHANGE, "lock", "l7", "", {"before": None, "after": of_another}, ("c2", "c3", "c4")
            ),
            AuditEvent(AuditKind.CHANGE, "citizen", "c3", "", {"before": gone, "after": {"avoid_staff": []}}),
            AuditEvent(
                AuditKind.PRINT, "plan_version", "v1", "Bo Bertelsen asked", {"only": "c2"}, ("c2", "c3")
            ),
        ]
    )
    page.refresh()
    assert any("Bo Bertelsen" in line for line in lines(page))
    page.person.setCurrentText("Carl Carlsen")
    assert page.save_extract(tmp_path / "extract.pdf", "asked for; not by Dan Dahl")
    reader = PdfReader(io.BytesIO((tmp_path / "extract.pdf").read_bytes()))
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    others = [person for person in unit().citizens if person.id != "c3"]
    told = [word for person in others for word in (person.id, person.name, person.case_number)]
    told += [word for member in unit().staff for word in (member.id, member.name)]
    for word in (*told, "gone-person", "m-erased", "afraid of a brother"):
        assert not re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE), word
    for words in (
        "session: Carl Carlsen, 3 other people",
        "People: Carl Carlsen, another person",
        "Reason: another person (another person) was seen by Carl Carlsen",
        "Citizens: Carl Carlsen, 2 other people",
        "Not with these staff: 2 other people → –",
        "Why: another person asked",
        "asked for; not by another person",
    ):
        assert words in text, (words, text)


def test_a_trail_that_cannot_be_written_is_not_shown(
    trail: AuditService, store: SqlStore, qtbot: QtBot
) -> None:
    store.close()
    dialog = AuditDialog(trail, unit())
    qtbot.addWidget(dialog)
    assert dialog.model.rowCount() == 0
    assert "can't be written now" in dialog.verdict.text()
    assert not dialog.verify_button.isEnabled()


def test_the_menu_leads_to_the_page(
    bench: Bench, trail: AuditService, qtbot: QtBot, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(AuditDialog, "exec", lambda dialog: shown.append(dialog.windowTitle()))
    for given in (None, trail):
        window = MainWindow(context_of(bench.store, bench.folder, language.install, trail=given))
        qtbot.addWidget(window)
        window.menus.audit.trigger()
    assert shown == ["Audit trail"]


def test_what_the_trail_noticed_stands_above_everything(
    bench: Bench, qtbot: QtBot, language: Language
) -> None:
    context = context_of(bench.store, bench.folder, language.install)
    window = MainWindow(replace(context, alarms=(Alarm.TAMPERED, Alarm.CLOCK_SET_BACK)))
    qtbot.addWidget(window)
    said = "\n".join(label.text() for label in window.findChildren(QLabel))
    assert "Audit trail > Verify" in said
    assert "Is its date right?" in said


def test_an_alarm_is_acknowledged_for_a_reason_and_then_gone(
    bench: Bench, qtbot: QtBot, language: Language
) -> None:
    recorded: list[tuple[Alarm, str]] = []
    full = True

    def acknowledge(alarm: Alarm, reason: str) -> bool:
        if not full:
            recorded.append((alarm, reason))
        return not full

    context = context_of(bench.store, bench.folder, language.install)
    alarms = (Alarm.TAMPERED, Alarm.KEYS_EXCHANGED, Alarm.CLOCK_SET_BACK)
    window = MainWindow(replace(context, alarms=alarms, acknowledge=acknowledge))
    qtbot.addWidget(window)
    window.show()
    banners = {each.alarm: each for each in window.findChildren(AlarmBanner)}
    assert not banners[Alarm.CLOCK_SET_BACK].ask.isVisible()
    banner = banners[Alarm.TAMPERED]
    banner.ask.click()
    assert not banner.record.isEnabled()
    banner.reason.setText("   ")
    banner.reason.returnPressed.emit()
    assert not banner.message.isVisible()
    banner.reason.setText("IT put a copy back")
    banner.reason.returnPressed.emit()
    assert (banner.message.isVisible(), banner.isVisible()) == (True, True)
    full = False
    banner.record.click()
    assert recorded == [(Alarm.TAMPERED, "IT put a copy back")]
    assert not banner.isVisible()
    middle = window.centralWidget()
    language.install("da")
    qtbot.waitUntil(lambda: window.centralWidget() is not middle)
    shown = window.centralWidget()
    assert shown is not None
    left = {each.alarm for each in shown.findChildren(AlarmBanner)}
    assert left == {Alarm.KEYS_EXCHANGED, Alarm.CLOCK_SET_BACK}


def test_who_only_reads_acknowledges_no_alarm(bench: Bench, qtbot: QtBot, language: Language) -> None:
    context = context_of(bench.store, bench.folder, language.install)
    window = MainWindow(replace(context, alarms=(Alarm.TAMPERED,)))
    qtbot.addWidget(window)
    window.show()
    (banner,) = window.findChildren(AlarmBanner)
    assert banner.isVisible()
    assert not banner.ask.isVisible()


def test_the_first_opening_after_a_restore_says_so_and_not_that_somebody_meddled(
    bench: Bench, qtbot: QtBot, language: Language
) -> None:
    restored = Restored(
        12, datetime(2026, 11, 26, 7, 30, tzinfo=UTC), datetime(2026, 11, 24, 7, 0, tzinfo=UTC), frozenset()
    )
    context = context_of(bench.store, bench.folder, language.install)
    window = MainWindow(replace(context, restored=restored))
    qtbot.addWidget(window)
    said = "\n".join(label.text() for label in window.findChildren(QLabel))
    assert "A backup was restored on 26 Nov 2026" in said
    assert "as it was on 24 Nov 2026" in said
    assert "does not agree" not in said


def test_a_keyring_that_is_forbidden_is_not_told_as_one_that_does_not_answer() -> None:
    forbidden = unreached_words(Unreached("keyring", "forbidden"))
    assert "forbidden" in forbidden
    assert forbidden != unreached_words(Unreached("keyring", "silent"))
