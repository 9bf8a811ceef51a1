"""What is due is proposed; somebody ticks and confirms it; then it is gone, and older backups are named."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.people import Citizen
from desktop.domain.retention import DataKind
from desktop.domain.staffing import StaffMember
from desktop.domain.time import DateSpan
from desktop.services.access import STAFF_SECTIONS, Section
from desktop.services.backups import BackupFault
from desktop.services.erasure import Eraser
from desktop.ui.retention.dialog import RetentionDialog
from tests.services.fakes import FakeClock
from tests.ui.kit import Bench, FakeBackups

NOW = datetime(2032, 1, 5, 7, 30, tzinfo=UTC)


@pytest.fixture
def left(bench: Bench) -> Bench:
    """A unit that somebody left long ago."""
    with bench.store.begin() as work:
        person = work.get(Citizen, "c2")
        assert person is not None
        work.put(replace(person, enrolled=DateSpan(date(2025, 1, 1), date(2026, 12, 31))))
        work.commit()
    return bench


@pytest.fixture
def backups(tmp_path: Path) -> FakeBackups:
    return FakeBackups(tmp_path, FakeClock(NOW), datetime(2032, 1, 4, 7, 30, tzinfo=UTC))


@pytest.fixture
def dialog(
    left: Bench, backups: FakeBackups, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> RetentionDialog:
    monkeypatch.setattr(RetentionDialog, "confirm", lambda *_: True)

    def write(citizen: str, path: Path, left_out: frozenset[Section]) -> None:
        path.write_text(f"{citizen} {sorted(left_out)}", encoding="utf-8")

    store = left.store
    made = RetentionDialog(store, Eraser(store, lambda: None), FakeClock(NOW), write, backups)
    qtbot.addWidget(made)
    made.show()
    return made


def texts(dialog: RetentionDialog) -> list[tuple[str, str, str]]:
    """Each thing that is due: its kind, what it is, since when."""
    tops = [dialog.due.tree.topLevelItem(at) for at in range(dialog.due.tree.topLevelItemCount())]
    inner = [(top, top.child(at)) for top in tops if top is not None for at in range(top.childCount())]
    return [(top.text(0), item.text(0), item.text(1)) for top, item in inner if item is not None]


def people(bench: Bench) -> list[str]:
    with bench.store.begin() as work:
        return [each.id for each in work.all(Citizen)]


def test_nothing_goes_that_nobody_ticked(dialog: RetentionDialog, left: Bench) -> None:
    assert texts(dialog) == [("People who have left", "Bo Bertelsen: everything", "31 December 2031")]
    assert dialog.due.ticked() == ()
    assert not dialog.due.erase.isEnabled()
    dialog.due.ask()
    assert people(left) == ["c1", "c2", "c3", "c4"]


def test_what_is_ticked_and_confirmed_goes_and_the_older_backups_are_offered_to_go_too(
    dialog: RetentionDialog, left: Bench, backups: FakeBackups, qtbot: QtBot
) -> None:
    backups.kept = 1
    dialog.due.all.click()
    assert [item.entity.id for item in dialog.due.ticked()] == ["c2"]
    with qtbot.waitSignal(dialog.erased):
        dialog.due.erase.click()
    assert people(left) == ["c1", "c3", "c4"]
    assert "Erased. People: 1." in dialog.due.message.text()
    qtbot.waitUntil(dialog.older.isVisible)
    assert dialog.older.text() == "2 older backups still hold what was erased."
    dialog.remove.click()
    qtbot.waitUntil(lambda: not dialog.older.isVisible())
    assert [note.made for note in backups.listed()] == [NOW]
    assert backups.kept == 0


def test_older_backups_stay_where_no_new_one_can_be_made(
    dialog: RetentionDialog, backups: FakeBackups, qtbot: QtBot
) -> None:
    backups.fault = BackupFault.FULL
    dialog.due.all.click()
    with qtbot.waitSignal(dialog.erased):
        dialog.due.erase.click()
    qtbot.waitUntil(dialog.older.isVisible)
    dialog.remove.click()
    qtbot.waitUntil(dialog.remove.isEnabled)
    assert len(backups.listed()) == 1
    assert dialog.older.isVisible()


def test_somebody_still_planned_is_told_and_can_not_be_ticked(
    left: Bench, backups: FakeBackups, qtbot: QtBot
) -> None:
    left.keep_plan()
    with left.store.begin() as work:
        person = work.get(Citizen, "c2")
        assert person is not None
        work.put(replace(person, enrolled=DateSpan(date(2020, 1, 1), date(2020, 12, 31))))
        work.commit()
    clock = FakeClock(datetime(2026, 11, 23, 7, 30, tzinfo=UTC))
    eraser = Eraser(left.store, lambda: None)
    dialog = RetentionDialog(left.store, eraser, clock, lambda *_: None, backups)
    qtbot.addWidget(dialog)
    dialog.due.all.click()
    assert dialog.due.ticked() == ()
    assert texts(dialog)[0][2] == "named in a plan of this week or a later one"


def test_a_rule_is_a_proposal_until_somebody_confirms_or_changes_it(dialog: RetentionDialog) -> None:
    row = dialog.rules.rows[DataKind.CITIZENS]
    assert row.state.text() == "A proposal: nobody has decided it yet."
    row.source.setText(" ")
    assert not dialog.rules.decide(DataKind.CITIZENS)
    row.source.setText("Arkivet")
    row.months.setValue(120)
    row.decide.click()
    assert row.state.text() == "Decided on 5 January 2032."
    assert dialog.due.tree.topLevelItemCount() == 0


def test_an_answer_leaves_out_what_is_not_ticked(dialog: RetentionDialog, tmp_path: Path) -> None:
    panel = dialog.person
    panel.people.setCurrentIndex(panel.people.findData("c3"))
    panel.sections[Section.LEVELS].setChecked(False)
    assert panel.save(tmp_path / "answer.pdf")
    assert (tmp_path / "answer.pdf").read_text(encoding="utf-8") == "c3 [<Section.LEVELS: 'levels'>]"
    assert panel.message.text() == "Saved as answer.pdf"


def test_staff_are_listed_after_the_citizens_with_the_sections_that_are_theirs(
    dialog: RetentionDialog, tmp_path: Path
) -> None:
    panel = dialog.person
    listed = [panel.people.itemText(at) for at in range(panel.people.count())]
    assert [name.endswith("· staff") for name in listed] == [False] * 4 + [True] * (len(listed) - 4)
    dialog.tabs.setCurrentIndex(2)
    panel.sections[Section.LEVELS].setChecked(False)
    panel.sections[Section.WEEKS].setChecked(False)
    panel.people.setCurrentIndex(panel.people.findData("m1"))
    shown = [section for section, box in panel.sections.items() if box.isVisible()]
    assert shown == list(STAFF_SECTIONS)
    assert panel.sections[Section.MASTER].text() == "Name, employer and skills"
    assert panel.save(tmp_path / "answer.pdf")
    assert (tmp_path / "answer.pdf").read_text(encoding="utf-8") == "m1 [<Section.WEEKS: 'weeks'>]"
    panel.people.setCurrentIndex(0)
    assert all(box.isVisible() for box in panel.sections.values())
    assert panel.sections[Section.MASTER].text() == "Name, case and enrolment"


def test_somebody_of_the_staff_is_erased_and_what_stays_is_said_beforehand(
    dialog: RetentionDialog, left: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel, asked = dialog.person, list[str]()

    def confirm(question: str) -> bool:
        asked.append(question)
        return True

    monkeypatch.setattr(panel, "_confirm", confirm)
    panel.people.setCurrentIndex(panel.people.findData("m1"))
    panel.reason.setText("Asked for it")
    with qtbot.waitSignal(dialog.erased):
        panel.erase.click()
    assert "stays in the audit" in asked[0]
    with left.store.begin() as work:
        assert "m1" not in [each.id for each in work.all(StaffMember)]
    assert panel.people.findData("m1") == -1


def test_staff_without_hours_are_due_and_it_says_why(left: Bench, backups: FakeBackups, qtbot: QtBot) -> None:
    with left.store.begin() as work:
        work.put(StaffMember("m9", "Nina Nemo", None, frozenset(), (), 0))
        work.commit()
    dialog = RetentionDialog(
        left.store, Eraser(left.store, lambda: None), FakeClock(NOW), lambda *_: None, backups
    )
    qtbot.addWidget(dialog)
    assert texts(dialog)[1] == (
        "Staff without hours at work",
        "Nina Nemo: everything",
        "no hours, and no plan names them",
    )


def test_erasing_one_person_needs_a_reason(dialog: RetentionDialog, left: Bench, qtbot: QtBot) -> None:
    panel = dialog.person
    panel.people.setCurrentIndex(panel.people.findData("c3"))
    assert not panel.erase.isEnabled()
    panel.reason.setText("Registered by mistake")
    with qtbot.waitSignal(dialog.erased):
        panel.erase.click()
    assert people(left) == ["c1", "c2", "c4"]
    assert panel.people.findData("c3") == -1
