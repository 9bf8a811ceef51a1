"""A form builds entities, tells every fault at its field, and keeps what nobody touched."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.domain.conflicts import Scope, Separation
from desktop.domain.consistency import UnitFault
from desktop.domain.levels import ThreatLevel
from desktop.domain.offers import Activity, ActivityKind
from desktop.domain.people import Citizen, LevelAssessment
from desktop.domain.places import Room
from desktop.domain.time import DateSpan, WeeklyBlock
from desktop.qt.language import Language
from desktop.ui.forms.choice_fields import ChoiceField, ManyField
from desktop.ui.forms.date_fields import DateField, SpanField
from desktop.ui.forms.form import Form, FormItem
from desktop.ui.forms.mnemonics import with_mnemonics
from desktop.ui.forms.number_fields import LengthsField, MoneyField, NumberField
from desktop.ui.forms.rows_field import RowsField
from desktop.ui.forms.tags_field import TagsField
from desktop.ui.forms.text_fields import NoteField, SwitchField, TextField
from desktop.ui.forms.week_field import WeekPatternField
from desktop.ui.forms.week_grid import WeekGrid
from desktop.ui.widgets.boxes import scrolled
from tests.services.small_unit import UNIT
from tests.ui.forms.demo import (
    KNOWN,
    PEOPLE,
    ROOMS,
    SCOPES,
    Everything,
    cap_form,
    demo_form,
    describe_cap,
)


def assessment_form() -> Form[LevelAssessment]:
    return Form(
        LevelAssessment,
        (
            FormItem("level", "Level", lambda: NumberField(1)),
            FormItem("assessed_by", "By", TextField),
            FormItem("assessed_on", "On", DateField),
            FormItem("valid_until", "Until", DateField),
            FormItem("note", "Note", TextField),
        ),
    )


def citizen_form() -> Form[Citizen]:
    staff = [(member.id, member.name) for member in UNIT.staff]
    sites = [(site.id, site.name) for site in UNIT.sites]
    return Form(
        Citizen,
        (
            FormItem("name", "Name", TextField),
            FormItem("case_number", "Case number", TextField),
            FormItem("enrolled", "Enrolled", SpanField),
            FormItem("caps", "Hours", lambda: RowsField(cap_form, describe_cap)),
            FormItem("assessments", "Levels", lambda: RowsField(assessment_form, lambda each: each.note)),
            FormItem("availability", "Can come", WeekPatternField),
            FormItem("avoid_staff", "Not with", lambda: ManyField(staff)),
            FormItem("avoid_sites", "Not at", lambda: ManyField(sites)),
            FormItem("note", "Note", NoteField),
        ),
    )


def level_form() -> Form[ThreatLevel]:
    return Form(
        ThreatLevel,
        (
            FormItem("level", "Level", lambda: NumberField(1)),
            FormItem("name", "Name", TextField),
            FormItem("max_group", "Largest group", lambda: NumberField(1)),
            FormItem("staff", "Staff", lambda: NumberField(1)),
            FormItem("guards", "Guards", NumberField),
            FormItem("room_features", "Rooms with", lambda: TagsField(KNOWN)),
            FormItem("alone_on_site", "Alone", SwitchField),
            FormItem("needs_approval", "Approval", SwitchField),
            FormItem("span", "In force", SpanField),
            FormItem("source", "Source", TextField),
        ),
    )


def room_form() -> Form[Room]:
    sites = [(site.id, site.name) for site in UNIT.sites]
    return Form(
        Room,
        (
            FormItem("site", "Site", lambda: ChoiceField(sites)),
            FormItem("name", "Name", TextField),
            FormItem("capacity", "Seats", lambda: NumberField(1)),
            FormItem("features", "Features", lambda: TagsField(KNOWN)),
        ),
    )


def activity_form() -> Form[Activity]:
    kinds = [(kind, kind.value) for kind in ActivityKind]
    offers = [(offer.id, offer.name) for offer in UNIT.offers]
    return Form(
        Activity,
        (
            FormItem("name", "Name", TextField),
            FormItem("kind", "Kind", lambda: ChoiceField(kinds)),
            FormItem("offer", "Offer", lambda: ChoiceField(offers, none="The unit's own")),
            FormItem("counts", "Counts", SwitchField),
            FormItem("lengths", "Lengths", LengthsField),
            FormItem("min_group", "Smallest group", lambda: NumberField(1)),
            FormItem("max_group", "Largest group", lambda: NumberField(1)),
            FormItem("staff", "Staff", lambda: NumberField(1)),
            FormItem("skill", "Skill", TextField),
            FormItem("rooms", "Rooms", lambda: ManyField(ROOMS, none="Any room")),
            FormItem("cost_per_session", "Cost", MoneyField),
        ),
    )


def separation_form() -> Form[Separation]:
    sides = [*((group.id, group.name) for group in UNIT.groups), *PEOPLE]
    return Form(
        Separation,
        (
            FormItem("side_a", "One side", lambda: ChoiceField(sides)),
            FormItem("side_b", "Other side", lambda: ChoiceField(sides)),
            FormItem("scope", "How far apart", lambda: ChoiceField(SCOPES)),
            FormItem("gap_minutes", "Time between", lambda: NumberField(0, unit="minutes")),
            FormItem("reason", "Reason", TextField),
            FormItem("span", "In force", SpanField),
            FormItem("source", "Source", TextField),
        ),
    )


def texts(form: Form[Any]) -> dict[str, str]:
    return {name: field.fault.text() for name, field in form.fields.items() if field.fault.text()}


@pytest.mark.parametrize(
    ("form", "entity", "changes"),
    [
        (citizen_form, UNIT.citizens[0], {"name": "Ny", "avoid_staff": ("m2",), "availability": ()}),
        (level_form, UNIT.levels[1], {"guards": 2, "room_features": frozenset({"alarm"})}),
        (room_form, UNIT.rooms[0], {"site": "s2", "capacity": 3}),
        (activity_form, UNIT.activities[0], {"offer": None, "lengths": (45,), "rooms": ("r1",)}),
        (separation_form, UNIT.separations[0], {"gap_minutes": 45, "span": DateSpan(date(2026, 2, 1))}),
    ],
    ids=["citizen", "level", "room", "activity", "separation"],
)
def test_an_entity_comes_back_as_edited(
    form: Any, entity: Any, changes: dict[str, object], qtbot: QtBot
) -> None:
    made = form()
    qtbot.addWidget(made)
    made.load(entity)
    assert made.build() == entity
    assert not made.dirty
    for name, value in changes.items():
        made.fields[name].set_value(value)
    assert made.dirty
    assert made.build() == replace(entity, **changes)


def test_a_new_entity_begins_with_its_defaults_and_what_is_given(qtbot: QtBot) -> None:
    form = activity_form()
    qtbot.addWidget(form)
    form.start(id="new", kind=ActivityKind.WORKSHOP, lengths=(60,), skill="teaching")
    assert form.fields["cost_per_session"].value() == 0
    assert form.fields["rooms"].value() is None
    assert not form.dirty
    for name, value in {"name": "Træ", "min_group": 1, "max_group": 4, "staff": 1}.items():
        form.fields[name].set_value(value)
    built = form.build()
    assert built is not None
    assert (built.id, built.name, built.kind, built.max_per_day) == ("new", "Træ", ActivityKind.WORKSHOP, 1)


@pytest.mark.parametrize(
    ("code", "empty", "missing"),
    [("en", "Must not be empty.", "Must be filled in."), ("da", "Må ikke være tom.", "Skal udfyldes.")],
    ids=["en", "da"],
)
def test_every_fault_is_shown_at_once_and_the_first_is_gone_to(
    language: Language, code: str, empty: str, missing: str, qtbot: QtBot
) -> None:
    language.install(code)
    form = separation_form()
    qtbot.addWidget(form)
    with qtbot.waitActive(form):
        form.show()
    form.start(id="new", side_a="g1", side_b="g2", scope=Scope.SITE)
    assert texts(form) == {}
    assert form.build() is None
    assert texts(form) == {"gap_minutes": missing, "reason": empty, "span": missing, "source": empty}
    assert form.focusWidget() is form.fields["gap_minutes"].focus


def test_a_fault_goes_as_soon_as_it_is_mended(qtbot: QtBot) -> None:
    form = room_form()
    qtbot.addWidget(form)
    form.load(UNIT.rooms[0])
    form.fields["name"].set_value(" ")
    assert texts(form) == {}
    form.build()
    assert texts(form) == {"name": "Must not be empty."}
    form.fields["name"].set_value("Lokale 7")
    assert texts(form) == {}


def test_a_field_is_judged_once_somebody_has_left_it(qtbot: QtBot) -> None:
    form = room_form()
    qtbot.addWidget(form)
    form.load(UNIT.rooms[0])
    with qtbot.waitActive(form):
        form.show()
    form.fields["name"].setFocus()
    form.fields["name"].set_value("")
    assert texts(form) == {}
    form.fields["capacity"].setFocus()
    assert texts(form) == {"name": "Must not be empty."}


def test_nothing_moves_from_under_a_button_that_is_pressed(qtbot: QtBot) -> None:
    window = QWidget()
    box = QVBoxLayout(window)
    form, below = level_form(), QPushButton("Cancel")
    box.addWidget(form)
    box.addWidget(below)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    form.load(UNIT.levels[0])
    level = form.fields["level"]
    level.focus.setFocus()
    level.set_value(None)
    place = below.pos()
    QTest.mousePress(below, Qt.MouseButton.LeftButton)
    assert not level.fault.text()
    assert below.pos() == place
    with qtbot.waitSignal(below.clicked):
        QTest.mouseRelease(below, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(level.fault.text()))


def test_what_nobody_touched_stays_to_the_last_detail(qtbot: QtBot) -> None:
    form = citizen_form()
    qtbot.addWidget(form)
    split = (WeeklyBlock(0, 600, 720), WeeklyBlock(0, 480, 600))
    person = replace(UNIT.citizens[0], name=" Anna ", availability=split)
    form.load(person)
    form.fields["case_number"].set_value("77")
    assert form.build() == replace(person, case_number="77")


def test_what_another_entity_forbids_is_told_at_the_field_or_above_the_form(qtbot: QtBot) -> None:
    form = citizen_form()
    qtbot.addWidget(form)
    form.load(UNIT.citizens[0])
    form.show()
    form.show_faults(
        [
            UnitFault("c1", "case_number", "duplicate"),
            UnitFault("c1", "assessments[0].level", "unknown_reference"),
            UnitFault("c2", "level", "over_limit"),
        ],
        lambda entity: {"c2": "Bo"}[entity],
    )
    assert texts(form) == {
        "case_number": "Is there already.",
        "assessments": "Line 1: Is not on record in this unit.",
    }
    assert form.problem.text() == "Bo: Is more than the limit on record."
    assert form.problem.isVisible()
    form.fields["case_number"].set_value("78")
    assert set(texts(form)) == {"assessments"}
    assert not form.problem.isVisible()


def test_an_open_line_is_not_lost_by_saving(qtbot: QtBot) -> None:
    form = citizen_form()
    qtbot.addWidget(form)
    form.load(UNIT.citizens[0])
    with qtbot.waitActive(form):
        form.show()
    caps = form.fields["caps"]
    assert isinstance(caps, RowsField)
    caps.add_line()
    caps.form.fields["decided_by"].set_value("Enheden")
    assert form.build() is None
    assert texts(form) == {"caps": "A line is still open: finish it or cancel it."}
    assert form.focusWidget() is caps.form.fields["span"].focus
    caps.close_line()
    assert form.build() == UNIT.citizens[0]


def test_a_fault_between_two_fields_is_not_guessed_while_one_is_blank(qtbot: QtBot) -> None:
    form = assessment_form()
    qtbot.addWidget(form)
    form.start()
    form.fields["valid_until"].set_value(date(2026, 1, 1))
    form.build()
    assert "valid_until" not in texts(form)
    form.fields["assessed_on"].set_value(date(2026, 2, 1))
    form.fields["level"].set_value(1)
    form.fields["assessed_by"].set_value("Politiet")
    assert form.build() is None
    assert texts(form) == {"valid_until": "Is before the day of the assessment."}


def test_a_choice_out_of_nothing_is_only_missing(qtbot: QtBot) -> None:
    """As in a unit that has described no level yet."""
    nothing: list[tuple[int, str]] = []
    form = Form(
        LevelAssessment,
        (
            FormItem("level", "Level", lambda: ChoiceField(nothing)),
            FormItem("assessed_by", "By", TextField),
            FormItem("assessed_on", "On", DateField),
            FormItem("valid_until", "Until", DateField),
        ),
    )
    qtbot.addWidget(form)
    form.start()
    assert form.build() is None
    assert texts(form)["level"] == "Must be filled in."


def test_each_label_leads_to_its_field_with_a_letter_of_its_own(qtbot: QtBot) -> None:
    form = demo_form()
    qtbot.addWidget(form)
    form.load(Everything("e1", "Anna"))
    for field in form.fields.values():
        assert field.focus.accessibleName()
        assert field.caption.buddy() is field.focus
    labels = with_mnemonics(["Name", "Note", "&End", "Née", "4"], taken="s")
    assert labels == ["&Name", "N&ote", "&End", "N&ée", "4"]


def test_every_control_that_takes_the_keyboard_has_a_name(qtbot: QtBot) -> None:
    form = demo_form()
    qtbot.addWidget(form)
    form.load(Everything("e1", "Anna"))
    form.show()
    kinds = (QLineEdit, QAbstractButton, QComboBox, QPlainTextEdit, QListWidget, WeekGrid)
    nameless = [
        widget
        for widget in form.findChildren(QWidget)
        if isinstance(widget, kinds)
        and widget.isVisible()
        and not isinstance(widget.parentWidget(), QComboBox)
        and not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
    ]
    assert nameless == []


def test_a_fault_far_down_comes_into_sight_with_its_words(qtbot: QtBot) -> None:
    form = assessment_form()
    area = scrolled(form)
    qtbot.addWidget(area)
    area.resize(320, 140)
    area.show()
    qtbot.waitExposed(area)
    form.start()
    form.fields["level"].set_value(2)
    form.fields["assessed_by"].set_value("Koordinator")
    assert form.build() is None
    field = form.faulty()
    assert field is not None

    def seen() -> bool:
        words = field.fault
        return (
            area.viewport().rect().contains(words.rect().translated(words.mapTo(area.viewport(), QPoint())))
        )

    assert area.verticalScrollBar().maximum() > 0
    qtbot.waitUntil(seen)
