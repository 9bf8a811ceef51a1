"""Each field gives back what it was given, says in words what is wrong, and is used with the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.conflicts import Scope
from desktop.domain.errors import DomainError
from desktop.domain.people import HoursCap
from desktop.domain.time import DateSpan, TimeSpan, WeeklyBlock
from desktop.qt.language import Language
from desktop.ui.forms.choice_fields import ChoiceField, ManyField
from desktop.ui.forms.date_fields import DateField, MomentField, SpanField, TimeSpanField
from desktop.ui.forms.dates import moments_text, typed_day, typed_time
from desktop.ui.forms.field import Field
from desktop.ui.forms.number_fields import HoursField, LengthsField, MoneyField, NumberField
from desktop.ui.forms.rows_field import RowsField
from desktop.ui.forms.tags_field import TagsField
from desktop.ui.forms.text_fields import NoteField, SwitchField, TextField
from desktop.ui.forms.week_field import WeekPatternField
from tests.ui.forms.demo import KNOWN, PEOPLE, ROOMS, SCOPES, SINCE, cap_form, describe_cap

DAYS = st.dates(date(1900, 1, 1), date(2990, 12, 31))
MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2990, 1, 1)).map(  # noqa: DTZ001 wall-clock time
    lambda moment: moment.replace(second=0, microsecond=0)
)
WORDS = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=12)
CAP = HoursCap(SINCE, 900, 300, "Enheden")

Case = tuple[Callable[[], Field[Any]], st.SearchStrategy[Any]]
CASES: dict[str, Case] = {
    "text": (TextField, WORDS),
    "note": (NoteField, WORDS.map(lambda word: f"{word}\n{word}")),
    "switch": (SwitchField, st.booleans()),
    "number": (lambda: NumberField(none="Unknown"), st.none() | st.integers(0, 10**9)),
    "hours": (HoursField, st.integers(0, 7 * 24 * 60)),
    "money": (MoneyField, st.integers(0, 10**9)),
    "lengths": (LengthsField, st.lists(st.integers(1, 1440), max_size=4).map(tuple)),
    "date": (lambda: DateField(none="Unknown"), st.none() | DAYS),
    "span": (
        SpanField,
        st.builds(
            lambda day, days: DateSpan(day, None if days is None else day + timedelta(days=days)),
            DAYS,
            st.none() | st.integers(0, 400),
        ),
    ),
    "moment": (MomentField, MOMENTS),
    "time span": (
        TimeSpanField,
        st.builds(
            lambda start, minutes: TimeSpan(start, start + timedelta(minutes=minutes)),
            MOMENTS,
            st.integers(1, 90_000),
        ),
    ),
    "choice": (lambda: ChoiceField(SCOPES, none="Unknown"), st.none() | st.sampled_from(Scope)),
    "long choice": (lambda: ChoiceField(PEOPLE), st.sampled_from([person for person, _ in PEOPLE])),
    "many": (
        lambda: ManyField(ROOMS, none="Any room will do"),
        st.none() | st.sets(st.sampled_from([room for room, _ in ROOMS])).map(sorted).map(tuple),
    ),
    "tags": (lambda: TagsField(KNOWN), st.frozensets(WORDS, max_size=4)),
    "rows": (lambda: RowsField(cap_form, describe_cap), st.lists(st.just(CAP), max_size=3).map(tuple)),
    "week": (
        lambda: WeekPatternField(none="The unit's hours hold"),
        st.none()
        | st.sets(st.integers(0, 6)).map(
            lambda days: tuple(WeeklyBlock(day, 15 * day, 1440 - 7 * day) for day in sorted(days))
        ),
    ),
}


@pytest.fixture(params=["da", "en"])
def each_language(request: pytest.FixtureRequest, language: Language) -> str:
    language.install(request.param)
    return str(request.param)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_field_gives_back_what_it_was_given(each_language: str, case: Case, qtbot: QtBot) -> None:
    make, values = case
    field = make()
    qtbot.addWidget(field)

    @settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(values)
    def holds(value: object) -> None:
        field.set_value(value)
        assert field.value() == value

    holds()


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_fault_is_said_under_the_field_and_to_a_screen_reader(case: Case, qtbot: QtBot) -> None:
    field = case[0]()
    qtbot.addWidget(field)
    field.set_label("&Thing", "Help for it.")
    field.show()
    field.set_fault("Must not be empty.")
    assert field.fault.isVisible()
    marked = field.faulty()[0]
    assert marked.property("fault") is True
    assert field.focus.accessibleName().startswith("Thing")
    assert field.focus.accessibleDescription().startswith("Must not be empty.")
    assert "Help for it." in field.focus.accessibleDescription()
    field.set_fault(None)
    assert not field.fault.isVisible()
    assert marked.property("fault") is False


def key_of(field: Field[Any]) -> str:
    with pytest.raises(DomainError) as caught:
        field.value()
    return caught.value.key


def test_the_last_day_of_an_absence_is_meant_whole(qtbot: QtBot) -> None:
    field = TimeSpanField()
    qtbot.addWidget(field)
    field.set_value(TimeSpan(datetime(2026, 11, 26), datetime(2026, 11, 27)))  # noqa: DTZ001 wall-clock time
    assert (field.end.day.edit.text(), field.end.clock.text()) == ("26/11/2026", "24:00")
    field.end.day.edit.setText("2/12/2026")
    assert field.value().end == datetime(2026, 12, 3)  # noqa: DTZ001 wall-clock time
    assert moments_text(field.value()) == "26/11/2026 – 02/12/2026"
    field.end.clock.setText("25:99")
    assert key_of(field) == "not_a_clock_time"


def test_what_is_no_value_is_told_and_never_taken_for_zero(qtbot: QtBot) -> None:
    number, hours, day = NumberField(1, 40), HoursField(1440), DateField()
    moment, choice = MomentField(), ChoiceField(PEOPLE)
    for field in (number, hours, day, moment, choice):
        qtbot.addWidget(field)
        assert key_of(field) == "missing"
    for line, text, key in (
        (number, "1.5", "not_whole"),
        (number, "0", "too_small"),
        (number, "41", "too_large"),
        (hours, "7,333", "not_hours"),
        (hours, "25", "too_large"),
    ):
        line.edit.setText(text)
        assert key_of(line) == key
    day.edit.setText("31-02-2026")
    assert key_of(day) == "not_a_date"
    moment.day.set_value(date(2026, 11, 26))
    moment.clock.setText("25:00")
    assert key_of(moment) == "not_a_clock_time"
    choice.combo.setEditText("Nobody")
    assert key_of(choice) == "not_a_choice"
    assert number.words("too_large") == "Must be at most 40."
    assert hours.words("too_large") == "Must be at most 24."


def test_a_blank_optional_number_says_what_that_means(qtbot: QtBot) -> None:
    field = NumberField(none="Unknown")
    qtbot.addWidget(field)
    field.set_label("Seats")
    assert field.value() is None
    assert field.edit.placeholderText() == "Unknown"
    assert "Unknown" in field.edit.accessibleDescription()


@pytest.mark.parametrize(
    ("code", "shown", "unit"), [("da", "7,5", "timer"), ("en", "7.5", "hours")], ids=["da", "en"]
)
def test_hours_are_written_as_the_language_does(
    language: Language, code: str, shown: str, unit: str, qtbot: QtBot
) -> None:
    language.install(code)
    field = HoursField()
    qtbot.addWidget(field)
    field.set_value(450)
    assert field.edit.text() == shown
    assert field.unit.text() == unit
    said: tuple[tuple[str, int], ...] = (
        ("7,5", 450),
        ("7.5", 450),
        ("7:20", 440),
        ("0,25", 15),
        ("7 h 20 min", 440),
        ("7 t 20 min.", 440),
    )
    said += (
        ("7 timer og 20 minutter", 440),
        ("7 hours and 20 minutes", 440),
        ("7,5 timer", 450),
        ("45 min", 45),
    )
    for typed, minutes in said:
        field.edit.setText(typed)
        assert field.value() == minutes
    field.set_value(440)
    assert field.edit.text() == "7:20"
    QTest.keyClick(field.edit, Qt.Key.Key_Up)
    assert field.value() == 470


def test_days_are_typed_and_shown_with_their_week(language: Language, qtbot: QtBot) -> None:
    language.install("da")
    field = DateField()
    qtbot.addWidget(field)
    field.show()
    QTest.keyClicks(field.edit, "26.11.26")
    assert field.value() == date(2026, 11, 26)
    assert field.week.text() == "Torsdag, uge 48"
    QTest.keyClick(field.edit, Qt.Key.Key_PageUp)
    assert field.edit.text() == "03-12-2026"
    QTest.keyClick(field.edit, Qt.Key.Key_Down)
    assert field.value() == date(2026, 12, 2)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("23-11-2026", date(2026, 11, 23)),
        ("3/1 26", date(2026, 1, 3)),
        ("231126", date(2026, 11, 23)),
        ("2026-11-23", date(2026, 11, 23)),
        ("23-13-2026", None),
        ("23-11-0226", None),
        ("soon", None),
    ],
)
def test_a_typed_day(text: str, day: date | None) -> None:
    assert typed_day(text) == day


def test_a_typed_time_of_day() -> None:
    assert [f"{typed_time(text):%H:%M}" for text in ("8", "8.30", "0830", "23:59")] == [
        "08:00",
        "08:30",
        "08:30",
        "23:59",
    ]
    assert typed_time("24:00") is None


def test_a_day_is_chosen_in_the_calendar(qtbot: QtBot) -> None:
    field = DateField()
    qtbot.addWidget(field)
    field.set_value(date(2026, 11, 23))
    field.show()
    QTest.keyClick(field.edit, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = field.calendar()
    assert calendar.isVisible()
    assert calendar.calendar.selectedDate() == QDate(2026, 11, 23)
    calendar.calendar.activated.emit(QDate(2026, 12, 24))
    assert field.value() == date(2026, 12, 24)
    assert not calendar.isVisible()


def test_a_click_beside_the_days_chooses_none(qtbot: QtBot) -> None:
    field = DateField()
    qtbot.addWidget(field)
    field.set_value(date(2026, 11, 23))
    field.open_calendar()
    field.calendar().calendar.clicked.emit(QDate())
    assert field.value() == date(2026, 11, 23)


def test_until_further_notice_is_a_choice_in_words(qtbot: QtBot) -> None:
    field = SpanField()
    qtbot.addWidget(field)
    field.set_value(DateSpan(date(2026, 1, 1)))
    assert field.last.none.text() == "Until further notice"
    assert field.last.none.isChecked()
    field.last.none.click()
    assert key_of(field) == "missing"
    field.last.edit.setText("01/12/2025")
    assert key_of(field) == "before_first"
    field.set_fault(field.words("before_first"))
    assert field.faulty() == [field.last.edit]


def test_a_long_list_is_searched_by_typing(qtbot: QtBot) -> None:
    field = ChoiceField(PEOPLE)
    qtbot.addWidget(field)
    field.show()
    completer, line = field.combo.completer(), field.combo.lineEdit()
    assert completer is not None
    assert line is not None
    completer.setCompletionPrefix("er 17")
    assert completer.completionCount() == 1
    QTest.keyClicks(line, "borger 17")
    assert field.value() == "c17"


def test_the_wheel_changes_no_choice(qtbot: QtBot) -> None:
    field = ChoiceField(ROOMS)
    qtbot.addWidget(field)
    field.set_value("r2")
    field.show()
    middle = QPointF(field.combo.rect().center())
    wheel = QWheelEvent(
        middle,
        field.combo.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QCoreApplication.sendEvent(field.combo, wheel)
    assert field.value() == "r2"
    assert not wheel.isAccepted()


def test_a_value_that_left_the_list_is_kept_and_told(qtbot: QtBot) -> None:
    one, many = ChoiceField(ROOMS), ManyField(ROOMS)
    for field in (one, many):
        qtbot.addWidget(field)
    one.set_value("gone")
    many.set_value(("r1", "gone"))
    assert one.value() == "gone"
    assert one.combo.currentText() == "(no longer in the list)"
    assert many.value() == ("r1", "gone")


def test_ticking_with_the_keyboard(qtbot: QtBot) -> None:
    field = ManyField(ROOMS, none="Any room will do")
    qtbot.addWidget(field)
    field.set_value(())
    field.show()
    field.list.setFocus()
    field.list.setCurrentRow(0)
    QTest.keyClick(field.list, Qt.Key.Key_Down)
    QTest.keyClick(field.list, Qt.Key.Key_Space)
    assert field.value() == ("r2",)
    assert field.summary.text() == "Lokale 2"
    field.none.click()
    assert field.value() is None
    assert not field.list.isEnabled()


def shown_chips(field: TagsField) -> list[QPushButton]:
    return [chip for chip in field.findChildren(QPushButton) if chip.isVisible()]


def test_tags_are_typed_and_taken_away(qtbot: QtBot) -> None:
    field = TagsField(KNOWN)
    qtbot.addWidget(field)
    field.show()
    QTest.keyClicks(field.edit, "Two exits")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    QTest.keyClicks(field.edit, "vault,half")
    assert field.value() == {"two_exits", "vault", "half"}
    named = ["Remove two exits", "Remove vault"]
    qtbot.waitUntil(lambda: [chip.accessibleName() for chip in shown_chips(field)] == named)
    field.edit.clear()
    QTest.keyClick(field.edit, Qt.Key.Key_Backspace)
    assert field.value() == {"two_exits"}
    qtbot.waitUntil(lambda: len(shown_chips(field)) == 1)
    shown_chips(field)[0].click()
    assert field.value() == frozenset()


def test_rows_are_added_changed_and_removed(qtbot: QtBot) -> None:
    field = RowsField(cap_form, describe_cap, lambda: {"span": SINCE})
    qtbot.addWidget(field)
    field.show()
    field.add.click()
    form = field.form
    form.fields["weekly_minutes"].set_value(900)
    assert key_of(field) == "unfinished"
    field.take.click()
    assert field.is_open
    assert form.fields["decided_by"].fault.text() == "Must not be empty."
    form.fields["decided_by"].set_value("Enheden")
    form.fields["daily_minutes"].set_value(300)
    QTest.keyClick(form.fields["decided_by"].focus, Qt.Key.Key_Return)
    assert field.value() == (CAP,)
    field.change.click()
    form.fields["weekly_minutes"].set_value(600)
    QTest.keyClick(form.fields["weekly_minutes"].focus, Qt.Key.Key_Escape)
    assert field.value() == (CAP,)
    field.remove.click()
    assert field.value() == ()


def test_the_week_is_painted_by_dragging(qtbot: QtBot) -> None:
    field = WeekPatternField()
    qtbot.addWidget(field)
    field.resize(760, 300)
    with qtbot.waitExposed(field):
        field.show()

    def drag(start: tuple[int, int], end: tuple[int, int]) -> None:
        one, other = (field.grid.cell_rect(*cell).center().toPoint() for cell in (start, end))
        QTest.mousePress(field.grid, Qt.MouseButton.LeftButton, pos=one)
        QTest.mouseMove(field.grid, other)
        QTest.mouseRelease(field.grid, Qt.MouseButton.LeftButton, pos=other)

    drag((0, 480), (2, 690))
    assert field.value() == tuple(WeeklyBlock(day, 480, 720) for day in range(3))
    assert field.summary.text() == "Monday–Wednesday 08:00–12:00"
    drag((1, 540), (1, 570))
    assert field.value() == (
        WeeklyBlock(0, 480, 720),
        WeeklyBlock(1, 480, 540),
        WeeklyBlock(1, 600, 720),
        WeeklyBlock(2, 480, 720),
    )
    assert "Tuesday 08:00–09:00, 10:00–12:00" in field.summary.text()
    QTest.mouseClick(field.grid, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert len(field.value() or ()) == 4


def test_the_week_is_painted_with_the_keyboard_and_told_in_words(language: Language, qtbot: QtBot) -> None:
    language.install("da")
    field = WeekPatternField(empty="Ikke oplyst")
    qtbot.addWidget(field)
    field.set_label("Kan komme")
    field.show()
    assert "Ikke oplyst" in field.grid.accessibleDescription()
    keys = field.grid
    for _ in range(3):
        QTest.keyClick(keys, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(keys, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(keys, Qt.Key.Key_Space)
    assert field.value() == (WeeklyBlock(0, 480, 600), WeeklyBlock(1, 480, 600))
    assert field.summary.text() == "Mandag–tirsdag 08:00–10:00"
    assert "Tirsdag 09:30–10:00: markeret" in field.grid.accessibleDescription()
    QTest.keyClick(keys, Qt.Key.Key_Space)
    assert field.value() == ()
    assert field.summary.text() == "Ikke oplyst"


def test_hours_outside_the_day_are_shown_and_reached(qtbot: QtBot) -> None:
    field = WeekPatternField()
    qtbot.addWidget(field)
    field.set_value((WeeklyBlock(0, 0, 300),))
    assert field.whole.isChecked()
    QTest.keyClick(field.grid, Qt.Key.Key_Down)
    QTest.keyClick(field.grid, Qt.Key.Key_End)
    QTest.keyClick(field.grid, Qt.Key.Key_Space)
    assert field.value() == (WeeklyBlock(0, 0, 300), WeeklyBlock(1, 1410, 1440))
    field.clear.click()
    assert field.value() == ()


def test_signs_that_turn_the_direction_of_a_name_are_dropped(qtbot: QtBot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    field.edit.setText(" \u202eKarl\u202c Dam\u2069 ")
    assert field.value() == "Karl Dam"
    field.edit.setText("مرحبا")
    assert field.value() == "مرحبا"


@pytest.mark.parametrize(
    ("code", "typed", "said"),
    [
        (
            "en",
            "Borger 1",
            "Fits 11 in the list, such as Borger 1; Borger 10; Borger 11: type more of it, or choose.",
        ),
        ("en", "er 2", "Fits Borger 2: type more of it, or choose."),
        ("en", "Nobody", "Is not in the list."),
        (
            "da",
            "Borger 1",
            "Passer på 11 på listen, f.eks. Borger 1; Borger 10; Borger 11: skriv mere, eller vælg.",
        ),
    ],
)
def test_what_fits_several_choices_is_not_called_missing(
    qtbot: QtBot, language: Language, code: str, typed: str, said: str
) -> None:
    language.install(code)
    field = ChoiceField([(str(number), f"Borger {number}") for number in range(1, 20)])
    qtbot.addWidget(field)
    field.combo.setEditText(typed)
    assert field.words("not_a_choice").startswith(said)
