"""Something happened: from the phone call to the repaired week and the people to call."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.domain.conflicts import Separation
from desktop.domain.locks import Lock, LockKind
from desktop.domain.people import Absence, AbsenceKind, Citizen
from desktop.domain.places import Room
from desktop.domain.plans import VersionState
from desktop.domain.telling import Told
from desktop.domain.time import TimeSpan
from desktop.qt.language import Language
from desktop.qt.repair_run import RepairFailure
from desktop.qt.solver_process import Failed, Failure
from desktop.services.ports import NotStored
from desktop.ui.acute.boards import Side
from desktop.ui.acute.desk import Stage
from desktop.ui.acute.kinds import Kind
from desktop.ui.acute.page import AcutePage
from desktop.ui.acute.words import failure_text
from desktop.ui.history.words import change_text
from solver.plan import Session
from tests.services.acute_week import MINUTE, NOW, PLANNED, local, planned
from tests.services.fakes import FakeWork
from tests.services.small_unit import UNIT, WEEK
from tests.services.test_repairs import MENDED
from tests.services.versions import published
from tests.ui.acute_kit import AcuteBench, fill

Opened = Callable[..., AcutePage]
WORSE = PLANNED[:4]
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def bench(tmp_path: Path) -> AcuteBench:
    return AcuteBench(tmp_path, version=planned())


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    """Opens the page of a bench as the window would."""

    def open_it(bench: AcuteBench) -> AcutePage:
        page = AcutePage(bench.context)
        bench.context.editing.changed.connect(page.refresh)
        page.refresh(None)
        page.resize(1180, 660)
        qtbot.addWidget(page)
        page.show()
        qtbot.waitExposed(page)
        return page

    return open_it


@pytest.fixture
def page(bench: AcuteBench, opened: Opened) -> AcutePage:
    return opened(bench)


def report_rivalry(page: AcutePage) -> None:
    fill(page, Kind.RIVALRY, side_a="c1", side_b="c2")


def told(page: AcutePage) -> set[str]:
    """The sessions that the list names, by when they are."""
    return {text.splitlines()[0].split(",")[0] for text in page.danger.texts()}


def repaired(page: AcutePage, bench: AcuteBench, *sessions: Session) -> None:
    report_rivalry(page)
    page.tell.ask_to_record()
    bench.engine.end(*(sessions or MENDED))


def test_before_anything_is_recorded_it_says_what_becomes_unsafe(bench: AcuteBench, page: AcutePage) -> None:
    report_rivalry(page)
    assert page.state.text() == "2 sessions from now on are no longer safe"
    assert told(page) == {"Runs now: today 09:00–11:00", "Fri 27 Nov 09:00–11:00"}
    assert all("Navn c1 and Navn c2 must not be in one session." in text for text in page.danger.texts())
    assert "Call Underviser now" in page.danger.running.text()
    assert bench.all(Separation) == UNIT.separations
    assert not bench.engines


def test_half_a_form_says_nothing_yet(page: AcutePage) -> None:
    page.tell.choose(Kind.RIVALRY)
    assert page.tell.form is not None
    page.tell.form.fields["side_a"].set_value("c1")
    page.tell.look()
    assert page.state.text() == "Every session from now on is safe"
    page.tell.ask_to_record()
    assert page.tell.form.fields["side_b"].fault.text()


def test_what_is_typed_is_looked_at_by_itself(page: AcutePage, qtbot: QtBot) -> None:
    page.tell.choose(Kind.RIVALRY)
    assert page.tell.form is not None
    for name, value in (("side_a", "c1"), ("side_b", "c2")):
        page.tell.form.fields[name].set_value(value)
    qtbot.waitUntil(lambda: len(page.danger.texts()) == 2)


def test_recording_keeps_the_fact_and_repairs_the_week(bench: AcuteBench, page: AcutePage) -> None:
    report_rivalry(page)
    page.tell.ask_to_record()

    kept = cast(tuple[Separation, ...], bench.all(Separation))
    new = next(each for each in kept if each.id != "x1")
    assert (new.side_a, new.side_b, new.gap_minutes) == ("c1", "c2", 30)
    assert (new.span.first, new.span.last) == (NOW.date(), None)
    assert bench.engine.now == MINUTE
    assert page.desk.stage is Stage.REPAIRING
    assert page.repair.isVisible()
    assert not page.repair.accept.isEnabled()
    assert told(page) == {"Runs now: today 09:00–11:00", "Fri 27 Nov 09:00–11:00"}


def test_the_first_repair_can_be_taken_at_once(bench: AcuteBench, page: AcutePage) -> None:
    report_rivalry(page)
    page.tell.ask_to_record()
    bench.engine.offer(*WORSE)
    assert page.repair.hours.value() == "4"
    assert page.repair.accept.isEnabled()
    assert page.desk.searching

    page.repair.accept.click()

    assert bench.engine.closed
    assert [len(each.sessions) for each in bench.versions] == [5, 4]


def test_a_better_repair_takes_its_place_beside_the_present_week(bench: AcuteBench, page: AcutePage) -> None:
    report_rivalry(page)
    page.tell.ask_to_record()
    bench.engine.offer(*WORSE)
    bench.engine.end(*MENDED, changes={"hours_lost": {"value": 2, "bound": 2, "proven": True}})

    assert page.repair.hours.value() == "2"
    assert page.repair.people.value() == "1"
    assert page.repair.duties.value() == "0"
    assert "proven least" in " ".join(page.repair.texts())
    assert "no rule is broken in what is to come" in " ".join(page.repair.texts())
    before, after = page.boards.halves
    assert before.isVisible()
    assert after.isVisible()
    assert before.view.canvas.button("s5") is not None
    assert "1 person" in (after.view.canvas.button("s5") or before).accessibleName()


def test_the_boards_go_to_what_is_no_longer_safe(tmp_path: Path, opened: Opened, qtbot: QtBot) -> None:
    page = opened(AcuteBench(tmp_path, version=planned(*PLANNED[:2], *PLANNED[3:])))
    page.resize(900, 560)
    fill(page, Kind.RIVALRY, side_a="c1", side_b="c2")
    view = page.boards.halves[0].view
    # Friday, at the far end of the week.
    (place,) = [each.rect for each in view.canvas.boxes() if each.block.session == "s5"]
    qtbot.waitUntil(lambda: QRectF(view.inner()).contains(place))
    assert view.horizontalScrollBar().value() > 0


def test_both_weeks_or_one_can_be_looked_at(bench: AcuteBench, page: AcutePage) -> None:
    repaired(page, bench)
    before, after = page.boards.halves
    page.boards.choose_side(Side.REPAIRED)
    assert (before.isVisible(), after.isVisible()) == (False, True)
    page.boards.choose_side(Side.PRESENT)
    assert (before.isVisible(), after.isVisible()) == (True, False)


def test_the_people_to_call_are_told_what_and_can_be_ticked(bench: AcuteBench, page: AcutePage) -> None:
    repaired(page, bench)
    assert page.repair.calls.texts() == (
        "Navn c2\nCancelled: Fri 27 Nov 09:00–11:00, Jobklub",
        "Underviser (staff)\nOthers come: Fri 27 Nov 09:00–11:00, Jobklub, now Navn c1",
    )
    assert page.repair.calls.count.text() == "0 of 2 told"
    page.repair.calls.rows[0].box.click()
    assert page.repair.calls.count.text() == "1 of 2 told"


def test_accepting_keeps_a_version_and_leaves_the_list_in_sight(bench: AcuteBench, page: AcutePage) -> None:
    repaired(page, bench)
    page.repair.calls.rows[0].box.click()
    page.repair.accept.click()

    assert [each.number for each in bench.versions] == [1, 2]
    assert bench.versions[1].state is VersionState.DRAFT
    assert page.repair.title.text() == "Kept as version 2"
    assert len(page.repair.calls.texts()) == 2
    assert page.repair.calls.rows[0].box.isChecked()
    page.repair.done.click()
    assert page.tell.isVisible()
    assert page.state.text() == "1 session that runs now is not safe"
    assert not page.mend.isVisible()


def test_a_repair_of_a_published_week_is_published(tmp_path: Path, opened: Opened) -> None:
    bench = AcuteBench(tmp_path, version=published(planned()))
    page = opened(bench)
    repaired(page, bench)
    assert page.repair.accept.text() == "Accept and publish"
    page.repair.accept.click()
    assert bench.versions[1].state is VersionState.PUBLISHED
    assert page.repair.title.text() == "Version 2 is in force"


def test_the_week_that_was_published_last_is_repaired_whatever_its_number(
    tmp_path: Path, opened: Opened
) -> None:
    bench = AcuteBench(tmp_path, version=published(planned(), NOW.astimezone(UTC) - timedelta(hours=1)))
    bench.store.put(published(planned(PLANNED[0], number=2), NOW.astimezone(UTC) - timedelta(hours=2)))
    page = opened(bench)
    report_rivalry(page)
    assert told(page) == {"Runs now: today 09:00–11:00", "Fri 27 Nov 09:00–11:00"}
    page.tell.ask_to_record()
    bench.engine.end(*MENDED)
    page.repair.accept.click()
    assert page.repair.title.text() == "Version 3 is in force"


def test_the_list_of_a_version_that_is_no_longer_in_force_goes(tmp_path: Path, opened: Opened) -> None:
    """Somebody publishes an older draft after the repair: nobody is to be called by the repair's list."""
    bench = AcuteBench(tmp_path, version=published(planned()))
    bench.store.put(planned(PLANNED[0], number=2))
    page = opened(bench)
    repaired(page, bench)
    page.repair.accept.click()
    assert (page.desk.stage, page.repair.calls.isVisible()) == (Stage.ACCEPTED, True)
    place = page.place()
    draft = next(each for each in bench.versions if each.number == 2)
    bench.store.put(published(draft, bench.clock.now() + timedelta(minutes=1)))
    page.refresh(None)
    assert (page.desk.stage, page.repair.calls.isVisible()) == (Stage.TELLING, False)
    again = opened(bench)
    again.go_to(place)
    assert (again.desk.stage, again.repair.calls.isVisible()) == (Stage.TELLING, False)


def test_adapting_keeps_a_draft_and_turns_to_the_week(tmp_path: Path, opened: Opened, qtbot: QtBot) -> None:
    bench = AcuteBench(tmp_path, version=published(planned()))
    page = opened(bench)
    repaired(page, bench)
    with qtbot.waitSignal(page.navigate) as went:
        page.repair.adapt.click()
    assert bench.versions[1].state is VersionState.DRAFT
    assert went.args == ["week", bench.versions[1].id]


def test_discarding_keeps_the_fact_and_no_version(bench: AcuteBench, page: AcutePage) -> None:
    repaired(page, bench)
    page.repair.discard.click()
    assert len(bench.versions) == 1
    assert len(bench.all(Separation)) == 2
    assert page.tell.isVisible()
    assert page.mend.isVisible()
    page.mend.click()
    assert len(bench.engines) == 2


def test_undoing_the_record_makes_the_week_safe_again(bench: AcuteBench, page: AcutePage) -> None:
    repaired(page, bench)
    page.repair.discard.click()
    bench.context.editing.undo()
    assert bench.all(Separation) == UNIT.separations
    assert page.state.text() == "Every session from now on is safe"


def test_undoing_the_accepted_week_puts_its_list_away(bench: AcuteBench, page: AcutePage) -> None:
    repaired(page, bench)
    page.repair.accept.click()
    bench.context.editing.undo()
    assert len(bench.versions) == 1
    assert page.desk.stage is Stage.TELLING


def test_a_unit_changed_in_between_takes_no_repair(bench: AcuteBench, page: AcutePage) -> None:
    repaired(page, bench)
    bench.store.put(replace(UNIT.rooms[0], capacity=3))
    page.repair.accept.click()
    assert len(bench.versions) == 1
    assert "repair the week again" in page.notice.text()
    assert page.tell.isVisible()


TOO_LATE = local("2026-11-27T09:01")
"""A minute after the session has begun that the repair changes."""


def test_a_repair_is_put_away_once_what_it_changes_has_begun(bench: AcuteBench, page: AcutePage) -> None:
    repaired(page, bench)
    bench.clock.set((TOO_LATE - timedelta(minutes=2)).astimezone(UTC))
    page.desk.look_again()
    assert page.repair.accept.isEnabled()
    bench.clock.set(TOO_LATE.astimezone(UTC))
    page.desk.look_again()
    assert page.notice.text().startswith("Time has passed: a session that the repair would change has begun.")
    assert not page.repair.isVisible()
    assert len(bench.versions) == 1


def test_a_repair_is_not_accepted_once_what_it_changes_has_begun(bench: AcuteBench, page: AcutePage) -> None:
    repaired(page, bench)
    bench.clock.set(TOO_LATE.astimezone(UTC))
    page.repair.accept.click()
    assert page.notice.text().startswith("Time has passed")
    assert len(bench.versions) == 1


def test_why_there_is_no_repair_is_told(bench: AcuteBench, page: AcutePage) -> None:
    report_rivalry(page)
    page.tell.ask_to_record()
    bench.engine.fail(Failed(Failure.CRASHED))
    assert "ended unexpectedly" in page.notice.text()
    assert page.notice.isVisible()
    page.mend.click()
    bench.engine.end(*PLANNED)
    assert "independent check refused" in page.notice.text()


def test_a_lock_in_the_way_is_named_and_can_be_lifted(bench: AcuteBench, page: AcutePage) -> None:
    last = planned().sessions[-1]
    kept = Lock(
        "k1", WEEK, LockKind.SESSION, "s5", (last,), "Koordinator", datetime(2026, 11, 23, tzinfo=UTC)
    )
    bench.context.editing.save("lock_set", [kept])
    report_rivalry(page)
    page.tell.ask_to_record()
    bench.engine.contradict()
    assert "Fri 27 Nov 09:00–11:00, Jobklub" in page.notice.text()
    page.unlock.click()
    assert bench.all(Lock) == ()
    assert len(bench.engines) == 2
    bench.engine.end(*MENDED)
    assert page.repair.accept.isEnabled()


def test_a_manual_yes_that_is_missing_is_told(tmp_path: Path, opened: Opened) -> None:
    bench = AcuteBench(tmp_path, version=planned())
    bench.store.put(
        replace(UNIT.levels[0], needs_approval=True), replace(UNIT.levels[1], needs_approval=True)
    )
    page = opened(bench)
    repaired(page, bench)
    assert page.repair.unapproved.text() == "2 sessions need a manual yes before they are held."


@pytest.mark.parametrize(
    ("kind", "values", "what"),
    [
        (Kind.THREAT, {"citizen": "c1"}, {"R5"}),
        (Kind.ILLNESS, {"person": "c1", "span": TimeSpan(NOW, local("2026-11-28"))}, {"R6"}),
        (Kind.ROOM, {"room": "r1", "span": TimeSpan(NOW, local("2026-11-28"))}, {"R2"}),
        (Kind.STAFF, {"staff": "m2", "span": TimeSpan(NOW, local("2026-11-28"))}, {"R4"}),
        (Kind.DETAINED, {"citizen": "c2"}, {"R6"}),
        (Kind.RELEASED, {"citizen": "c2", "leaves": True}, {"R6"}),
    ],
)
def test_every_kind_tells_what_it_breaks(
    page: AcutePage, bench: AcuteBench, kind: Kind, values: dict[str, object], what: set[str]
) -> None:
    fill(page, kind, **values)
    danger = page.desk.danger_in(page.desk.week)
    assert what <= {each.rule for one in danger.sessions for each in one.violations}
    page.tell.ask_to_record()
    assert page.desk.stage is Stage.REPAIRING
    assert change_text(bench.context.editing.history[-1].change.label)


def test_a_threat_proposes_the_next_level(page: AcutePage) -> None:
    fill(page, Kind.THREAT, citizen="c1")
    assert page.tell.form is not None
    assert page.tell.form.fields["level"].value() == 2


def test_a_threat_cannot_lower_a_level(bench: AcuteBench, page: AcutePage) -> None:
    fill(page, Kind.THREAT, citizen="c1", level=2)
    page.tell.ask_to_record()
    bench.engine.fail(Failed(Failure.CRASHED))
    fill(page, Kind.THREAT, citizen="c1", level=1)
    assert "lower than" in page.tell.problem.text()
    page.tell.ask_to_record()
    assert len(cast(Citizen, bench.all(Citizen)[0]).assessments) == 2


def test_a_release_from_detention_makes_nothing_unsafe(bench: AcuteBench, page: AcutePage) -> None:
    jail = TimeSpan(local("2026-11-24"), local("2026-12-20"))
    bench.context.editing.save("citizen_detained", [Absence("j1", "c2", AbsenceKind.DETAINED, jail)])
    fill(page, Kind.RELEASED, citizen="c2")
    assert page.tell.form is not None
    assert page.tell.form.fields["leaves"].value() is False
    page.tell.ask_to_record()
    assert cast(Absence, bench.all(Absence)[0]).span.end == NOW


def test_whoever_is_not_detained_cannot_be_released_from_there(page: AcutePage) -> None:
    fill(page, Kind.RELEASED, citizen="c2", leaves=False)
    assert "no detention is on record" in page.tell.problem.text()


def test_what_runs_now_is_for_the_phone_and_not_for_a_repair(bench: AcuteBench, page: AcutePage) -> None:
    fill(page, Kind.ILLNESS, person="m2", span=TimeSpan(NOW, local("2026-11-25T12:00")))
    assert page.state.text() == "1 session that runs now is not safe"
    page.tell.ask_to_record()
    assert not bench.engines
    assert page.danger.running.isVisible()


def test_a_key_for_each_kind_and_the_rest_by_keyboard(bench: AcuteBench, page: AcutePage) -> None:
    first = next(iter(page.tell.kinds.values()))
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_4)
    assert page.tell.form is not None
    assert page.tell.form.kind is Kind.ROOM
    page.tell.form.fields["room"].set_value("r1")
    page.tell.form.fields["span"].set_value(TimeSpan(NOW, local("2026-11-28")))
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert cast(Room, bench.all(Room)[0]).closed
    bench.engine.offer(PLANNED[0], PLANNED[1], PLANNED[2])
    assert page.repair.accept.hasFocus()
    QTest.keyClick(page.repair.accept, Qt.Key.Key_Return, CONTROL_SHIFT)
    assert len(bench.versions) == 2
    QTest.keyClick(page.repair.done, Qt.Key.Key_Space)
    assert page.tell.isVisible()


def test_the_key_that_records_neither_publishes_nor_puts_the_list_away(
    bench: AcuteBench, page: AcutePage
) -> None:
    page.tell.choose(Kind.ROOM)
    assert page.tell.form is not None
    page.tell.form.fields["room"].set_value("r1")
    page.tell.form.fields["span"].set_value(TimeSpan(NOW, local("2026-11-28")))

    def press(key: Qt.KeyboardModifier = Qt.KeyboardModifier.ControlModifier) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Return, key)

    press()
    bench.engine.offer(PLANNED[0], PLANNED[1], PLANNED[2])
    press()
    press()
    assert [each.number for each in bench.versions] == [1]
    press(CONTROL_SHIFT)
    assert [each.number for each in bench.versions] == [1, 2]
    for key in (CONTROL_SHIFT, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier):
        press(key)
    assert page.desk.stage is Stage.ACCEPTED


def test_no_key_of_the_acute_day_repeats_while_it_is_held(page: AcutePage) -> None:
    held = [
        keys
        for panel in (page.tell, page.repair)
        for keys in panel.findChildren(QShortcut)
        if "Return" in keys.key().toString() or "Enter" in keys.key().toString()
    ]
    assert len(held) == 4
    assert not any(keys.autoRepeat() for keys in held)


def test_a_repair_that_nobody_can_have_read_is_not_accepted(bench: AcuteBench, page: AcutePage) -> None:
    said: list[str] = []
    page.said.connect(said.append)
    report_rivalry(page)
    page.tell.ask_to_record()
    bench.engine.offer(*WORSE[:-1])
    bench.engine.offer(*WORSE)
    page.repair.accept.click()
    page.repair.adapt.click()
    assert [each.number for each in bench.versions] == [1]
    assert "just taken its place" in said[-1]
    page.repair.fresh.stop()
    page.repair.accept.click()
    assert [each.number for each in bench.versions] == [1, 2]


def test_escape_puts_the_form_away(page: AcutePage) -> None:
    report_rivalry(page)
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Escape)
    assert page.tell.form is None
    assert page.state.text() == "Every session from now on is safe"
    assert all(button.isVisible() for button in page.tell.kinds.values())


def test_a_session_in_the_list_is_shown_on_the_board(page: AcutePage) -> None:
    report_rivalry(page)
    page.danger.list.setCurrentRow(1)
    button = page.boards.halves[0].view.canvas.button("s5")
    assert button is not None
    assert button.isChecked()


def test_without_a_plan_a_fact_can_be_recorded_all_the_same(tmp_path: Path, opened: Opened) -> None:
    bench = AcuteBench(tmp_path, version=None)
    page = opened(bench)
    assert page.state.text() == "This week has no plan yet"
    report_rivalry(page)
    page.tell.ask_to_record()
    assert len(bench.all(Separation)) == 2
    assert not bench.engines


def test_a_vault_open_to_read_takes_nothing(tmp_path: Path, opened: Opened) -> None:
    bench = AcuteBench(tmp_path, version=planned(), read_only=True)
    page = opened(bench)
    report_rivalry(page)
    assert len(page.danger.texts()) == 2
    assert not page.tell.record.isEnabled()
    assert "read-only" in page.tell.record.toolTip()
    page.tell.ask_to_record()
    assert bench.all(Separation) == UNIT.separations


def test_names_that_are_concealed_stay_so_and_are_kept_as_they_are(
    bench: AcuteBench, page: AcutePage
) -> None:
    bench.context.editing.conceal(True)
    fill(page, Kind.THREAT, citizen="c1")
    page.tell.ask_to_record()
    bench.engine.end(*PLANNED[:4])
    shown = " ".join(each.text() for each in page.findChildren(QLabel)) + str(page.repair.calls.texts())
    assert "Navn c" not in shown
    assert cast(Citizen, bench.all(Citizen)[0]).name == "Navn c1"


def test_the_list_is_copied_and_that_is_recorded(bench: AcuteBench, page: AcutePage) -> None:
    repaired(page, bench)
    page.repair.calls.rows[0].box.click()
    page.repair.calls.copy.click()
    text = QGuiApplication.clipboard().text()
    assert "[x] Navn c2" in text
    assert "[  ] Underviser (staff)" in text
    assert ("export", "plan_version", "2026-W48.2") in bench.recorder.told()


def test_who_has_nothing_in_the_week_any_more_is_recorded_with_the_list(
    tmp_path: Path, opened: Opened
) -> None:
    friday = PLANNED[4]
    talk = Session("s6", "interview", "r2", friday.start + 240, friday.start + 270, ("m1",), ("c4",))
    before = (PLANNED[1], PLANNED[3], friday, talk)
    page = opened(bench := AcuteBench(tmp_path, version=planned(*before)))
    repaired(page, bench, PLANNED[1], PLANNED[3], replace(friday, citizens=("c1",)))
    page.repair.calls.copy.click()
    assert "Medarbejder" in QGuiApplication.clipboard().text()
    assert "m1" in bench.recorder.events[-1].people


def test_nothing_is_copied_or_saved_that_cannot_be_recorded(
    bench: AcuteBench, page: AcutePage, tmp_path: Path
) -> None:
    repaired(page, bench)
    bench.recorder.full = True
    QGuiApplication.clipboard().setText("before")
    page.repair.calls.copy.click()
    page.export.save_pdf(tmp_path / "calls.pdf")
    assert QGuiApplication.clipboard().text() == "before"
    assert not (tmp_path / "calls.pdf").exists()
    assert "audit trail" in page.notice.text()


def test_the_list_can_be_saved_as_a_pdf(bench: AcuteBench, page: AcutePage, tmp_path: Path) -> None:
    repaired(page, bench)
    page.export.save_pdf(tmp_path / "calls.pdf")
    assert (tmp_path / "calls.pdf").read_bytes().startswith(b"%PDF")


def test_after_a_lock_the_list_is_there_again(bench: AcuteBench, page: AcutePage, opened: Opened) -> None:
    repaired(page, bench)
    page.repair.accept.click()
    page.repair.calls.rows[0].box.click()
    place = page.place()
    assert "Navn" not in str(place)
    page.leave()

    again = opened(bench)
    again.go_to(place)
    assert again.repair.calls.texts() == page.repair.calls.texts()
    assert again.repair.calls.count.text() == "1 of 2 told"


def test_who_was_told_is_kept_and_can_be_undone(bench: AcuteBench, page: AcutePage) -> None:
    repaired(page, bench)
    page.repair.calls.rows[0].box.click()
    assert not bench.all(Told)
    page.repair.accept.click()
    (first,) = cast(tuple[Told, ...], bench.all(Told))
    assert (first.person, first.version, first.told_by) == ("c2", "2026-W48.2", "Koordinator")
    page.repair.calls.rows[1].box.click()
    assert len(bench.all(Told)) == 2
    assert page.repair.calls.count.text() == "2 of 2 told"
    history = bench.context.editing.history
    assert change_text(history[-1].change.label) == "somebody told of their changed week"
    bench.context.editing.undo()
    assert page.repair.calls.count.text() == "1 of 2 told"
    assert not page.repair.calls.rows[1].box.isChecked()
    page.repair.calls.rows[0].box.click()
    assert not bench.all(Told)
    assert page.repair.calls.count.text() == "0 of 2 told"


def test_a_tick_that_can_not_be_stored_is_none(
    bench: AcuteBench, page: AcutePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    repaired(page, bench)
    page.repair.accept.click()

    def full(_: FakeWork) -> None:
        raise NotStored

    monkeypatch.setattr(FakeWork, "commit", full)
    page.repair.calls.rows[0].box.click()
    assert "could not be stored" in page.notice.text()
    assert not page.repair.calls.rows[0].box.isChecked()
    assert page.repair.calls.count.text() == "0 of 2 told"


@pytest.mark.parametrize("ended", [True, False])
def test_a_full_disk_keeps_the_repair_that_could_not_be_stored(
    bench: AcuteBench, page: AcutePage, monkeypatch: pytest.MonkeyPatch, *, ended: bool
) -> None:
    """Also one that was to be taken while the search for a better one went on."""
    report_rivalry(page)
    page.tell.ask_to_record()
    (bench.engine.end if ended else bench.engine.offer)(*MENDED)

    def full(_: FakeWork) -> None:
        raise NotStored

    with monkeypatch.context() as patched:
        patched.setattr(FakeWork, "commit", full)
        page.repair.accept.click()
    assert "could not be stored" in page.notice.text()
    assert page.desk.stage is Stage.REPAIRED
    page.repair.accept.click()
    assert [each.number for each in bench.versions] == [1, 2]


def test_after_a_lock_a_repair_that_was_not_taken_is_made_anew(
    bench: AcuteBench, page: AcutePage, opened: Opened
) -> None:
    repaired(page, bench)
    again = opened(bench)
    again.go_to(page.place())
    assert again.desk.stage is Stage.REPAIRING


def test_leaving_the_page_ends_the_engine_and_keeps_the_best_repair(
    bench: AcuteBench, page: AcutePage
) -> None:
    report_rivalry(page)
    page.tell.ask_to_record()
    bench.engine.offer(*MENDED)
    page.leave()
    assert bench.engine.closed
    assert page.desk.stage is Stage.REPAIRED
    assert page.repair.accept.isEnabled()


def test_another_week_that_is_not_safe_is_told_and_can_be_turned_to(
    bench: AcuteBench, opened: Opened
) -> None:
    """A plan of next week is looked at as well."""
    week = planned().week.next()
    later = replace(
        planned(),
        id=f"{week}.1",
        week=week,
        sessions=tuple(
            replace(each, start=_later(each.start), end=_later(each.end)) for each in planned().sessions
        ),
    )
    bench.store.put(later)
    page = opened(bench)
    report_rivalry(page)
    assert page.week.count() == 2
    page.tell.ask_to_record()
    assert page.desk.week == planned().week
    bench.engine.end(*MENDED)
    page.repair.accept.click()
    page.repair.done.click()
    assert [page.week.itemText(at).split(" · ")[-1] for at in range(2)] == ["1 not safe", "3 not safe"]
    page.open(str(week))
    assert page.desk.stage is Stage.REPAIRING
    assert bench.engine.now == 0


def _later(moment: datetime) -> datetime:
    return datetime.fromordinal(moment.toordinal() + 7).replace(hour=moment.hour, minute=moment.minute)


@pytest.mark.parametrize(
    ("code", "state", "button", "first"),
    [
        ("en", "2 sessions from now on are no longer safe", "Record and repair the week", "A new rivalry"),
        ("da", "2 møder fra nu af er ikke længere sikre", "Registrér og ret ugen", "En ny konflikt"),
    ],
)
def test_both_languages(
    bench: AcuteBench, opened: Opened, language: Language, code: str, state: str, button: str, first: str
) -> None:
    language.install(code)
    page = opened(bench)
    report_rivalry(page)
    assert page.state.text() == state
    assert page.tell.record.text() == button
    assert page.tell.kinds[Kind.RIVALRY].text() == first


def test_every_control_has_a_name_for_a_screen_reader(bench: AcuteBench, page: AcutePage) -> None:
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QListWidget

    report_rivalry(page)
    page.tell.ask_to_record()
    bench.engine.end(*MENDED)
    for kind in (QAbstractButton, QComboBox, QLineEdit, QListWidget):
        for widget in page.findChildren(kind):
            if widget.isVisible():
                named = widget.accessibleName() or getattr(widget, "text", str)()
                assert named, widget


@pytest.mark.parametrize("failure", RepairFailure)
def test_every_failure_of_a_repair_has_words(failure: RepairFailure) -> None:
    assert failure_text(failure).endswith((".", "?"))


@pytest.mark.parametrize(
    ("code", "kind", "seen", "summary"),
    [
        ("en", Kind.RIVALRY, ["side_a", "side_b"], "What happened: New rivalry · "),
        ("en", Kind.THREAT, ["citizen", "level"], "Who says so: Reported to the unit · Last day: 09/12/2026"),
        ("da", Kind.RIVALRY, ["side_a", "side_b"], "Hvad der er sket: Ny konflikt · "),
        ("da", Kind.ILLNESS, ["person", "span"], ""),
        ("da", Kind.ROOM, ["room", "span"], ""),
        ("da", Kind.STAFF, ["staff", "span"], ""),
        ("da", Kind.DETAINED, ["citizen", "span"], ""),
        ("da", Kind.RELEASED, ["citizen", "leaves", "since"], ""),
    ],
)
def test_two_or_three_fields_are_asked_for(
    bench: AcuteBench,
    opened: Opened,
    language: Language,
    code: str,
    kind: Kind,
    seen: list[str],
    summary: str,
) -> None:
    language.install(code)
    page = opened(bench)
    page.tell.choose(kind)
    form = page.tell.form
    assert form is not None
    assert [name for name, field in form.fields.items() if field.isVisible()] == seen
    assert (form.fold.summary.text() if form.fold is not None else "").startswith(summary)


def test_what_is_filled_in_can_be_changed(bench: AcuteBench, page: AcutePage) -> None:
    fill(page, Kind.RIVALRY, side_a="c1", side_b="c2")
    form = page.tell.form
    assert form is not None
    assert form.fold is not None
    form.fold.button.click()
    assert all(field.isVisible() for field in form.fields.values())
    assert form.fields["reason"].focus.hasFocus()
    form.fields["reason"].set_value("Slagsmål")
    bench.context.editing.conceal(True)
    page.tell.ask_anew()
    assert page.tell.form is not None
    assert page.tell.form.fields["source"].isVisible()
    page.tell.ask_to_record()
    kept = cast(tuple[Separation, ...], bench.all(Separation))
    assert "Slagsmål" not in {each.reason for each in kept}


def test_a_fault_in_what_is_folded_is_shown(page: AcutePage) -> None:
    fill(page, Kind.RIVALRY, side_a="c1", side_b="c2", source="")
    page.tell.ask_to_record()
    assert page.tell.form is not None
    assert page.tell.form.fields["source"].isVisible()
    assert page.tell.form.fields["source"].fault.text()


@pytest.mark.parametrize(
    ("code", "head", "told"),
    [
        (
            "en",
            "No session is unsafe; in %1 somebody can't come or the room is shut",
            "Absent: Navn c1. Underviser must be told.",
        ),
        (
            "da",
            "Intet møde er usikkert; i %1 kan nogen ikke komme, eller lokalet er lukket",
            "Fraværende: Navn c1. Underviser skal have besked.",
        ),
    ],
)
def test_who_is_ill_is_told_as_absent_and_alarms_nobody(
    bench: AcuteBench, opened: Opened, language: Language, code: str, head: str, told: str
) -> None:
    language.install(code)
    page = opened(bench)
    fill(page, Kind.ILLNESS, person="c1", span=TimeSpan(NOW, local("2026-11-28T00:00")))
    found = page.desk.danger_in(page.desk.week)
    assert found.sessions
    assert not found.grave
    assert page.state.text() == head.replace("%1", str(len(found.sessions)))
    assert page.state.property("look") == "warn"
    assert not page.danger.running.text()
    assert {text.splitlines()[1] for text in page.danger.texts()} == {told}
