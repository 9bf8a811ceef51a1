"""The cards of a person's page: what they say, and that what is edited in them is kept and can be undone."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.domain.conflicts import Scope
from desktop.domain.people import AbsenceKind
from desktop.domain.time import IsoWeek, WeeklyBlock
from desktop.services.editing import EditingService
from desktop.services.people_overview import people_overview
from desktop.ui.main_window import MainWindow
from desktop.ui.people.page import PeoplePage
from desktop.ui.people.sections.conflicts import Memberships, Separations
from desktop.ui.people.sections.entries import Entries
from desktop.ui.people.sections.hours import Caps
from desktop.ui.people.sections.levels import Assessments
from desktop.ui.people.sections.offers import Enrolments, Placements, Referrals
from desktop.ui.people.sections.section import Subject
from desktop.ui.people.sections.times import Absences, AvailabilitySection
from desktop.ui.people.sections.week import WeekSection
from tests.services.fakes import FakeClock, FakeStore
from tests.ui.kit import Bench, unit
from tests.ui.people.kit import entry_list, form_of, lines, people_page, section, type_into


@pytest.fixture
def page(planned: MainWindow) -> PeoplePage:
    found = people_page(planned)
    found.list.choose("c2")
    return found


def citizen(window: MainWindow, key: str = "c2") -> Any:
    return next(each for each in window.context.editing.unit().citizens if each.id == key)


def test_hours_are_decided_with_a_reason_and_their_history_stays(
    page: PeoplePage, planned: MainWindow, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    reasons: list[str] = []
    real = EditingService.save

    def save(self: EditingService, *given_args: Any, reason: str = "") -> Any:
        reasons.append(reason)
        return real(self, *given_args, reason=reason)

    monkeypatch.setattr(EditingService, "save", save)
    caps = entry_list(page, "hours", "caps")
    assert "Today: at most 20 hours a week. No review is set." in caps.intro.text()
    caps.add.click()
    form = form_of(caps)
    type_into(form, "weekly_minutes", "12.5")
    type_into(form, "daily_minutes", "4")
    type_into(form, "decided_by", "Enheden")
    form.fields["review_on"].set_value(date(2026, 12, 1))
    caps.editor.reason.set_value("Ny sag")
    QTest.keyClick(form.fields["decided_by"].focus, Qt.Key.Key_Return)
    assert not caps.editor.is_open
    assert reasons == ["Ny sag"]
    assert len(lines(caps)) == 2
    assert lines(caps)[0].startswith("12.5 hours a week, 4 a day, from 23/11/2026 until further notice")
    assert "Next review: 01/12/2026 (in 8 days)." in caps.intro.text()
    assert [cap.weekly_minutes for cap in citizen(planned).caps] == [1200, 750]
    planned.menus.undo.trigger()
    assert len(lines(caps)) == 1


def test_a_form_with_a_fault_stays_open_and_says_where(page: PeoplePage, planned: MainWindow) -> None:
    assessments = entry_list(page, "hours", "assessments")
    assessments.add.click()
    form = form_of(assessments)
    form.fields["level"].set_value(2)
    form.fields["valid_until"].set_value(date(2026, 1, 1))
    assessments.save()
    assert form.fields["assessed_by"].fault.text() == "Must not be empty."
    assert form.fields["valid_until"].fault.text() == "Is before the day of the assessment."
    assert planned.context.editing.history == ()
    QTest.keyClick(form.fields["assessed_by"].focus, Qt.Key.Key_Escape)
    assert not assessments.editor.is_open


def test_what_somebody_counts_as_is_explained(page: PeoplePage) -> None:
    assessments = entry_list(page, "hours", "assessments")
    assert "It holds until 01/03/2027 (in 98 days)." in assessments.intro.text()
    page.list.choose("c3")
    assert "ran out on 30/06/2026" in assessments.intro.text()
    assert "one level higher" in assessments.intro.text()


def test_unknown_is_never_shown_as_none(page: PeoplePage) -> None:
    page.list.choose("c4")
    caps = entry_list(page, "hours", "caps")
    assert caps.nothing.text().startswith("Unknown: no weekly hours on record.")
    assert caps.nothing.isVisible()
    assert not caps.list.isVisible()


def test_a_membership_is_removed_at_once_and_comes_back(page: PeoplePage, planned: MainWindow) -> None:
    groups = entry_list(page, "groups", "memberships")
    assert lines(groups) == ["Gruppe 1, from 01/01/2026 until further notice\nSource unknown"]
    groups.list.setFocus()
    QTest.keyClick(groups.list, Qt.Key.Key_Delete)
    assert lines(groups) == []
    assert "That does not mean that there is none." in groups.nothing.text()
    assert groups.add.hasFocus()
    planned.menus.undo.trigger()
    assert len(lines(groups)) == 1


def test_separations_of_groups_are_shown_and_changed_elsewhere(page: PeoplePage, planned: MainWindow) -> None:
    apart = entry_list(page, "groups", "separations")
    assert lines(apart)[0].startswith("Gruppe 2: never on one site at the same time, 30 minutes between")
    assert "(through Gruppe 1)" in lines(apart)[0]
    assert not apart.change.isEnabled()
    apart.add.click()
    form = form_of(apart)
    form.fields["side_b"].set_value("c4")
    form.fields["scope"].set_value(Scope.SESSION)
    form.fields["reason"].set_value("Trusler")
    type_into(form, "source", "Politiet")
    assert form.fields["gap_minutes"].value() == 0
    assert not form.fields["gap_minutes"].isEnabled()
    apart.save()
    assert lines(apart)[0].startswith("Dan Dahl: never in one session")
    made = next(each for each in planned.context.editing.unit().separations if each.side_b == "c4")
    assert (made.side_a, made.reason) == ("c2", "Trusler")
    apart.list.setCurrentRow(0)
    apart.remove.click()
    assert apart.editor.is_open
    assert len(lines(apart)) == 2
    apart.editor.reason.set_value("Fejl")
    apart.save()
    assert len(lines(apart)) == 1


def test_the_usual_week_is_painted_and_kept(page: PeoplePage, planned: MainWindow) -> None:
    times = section(page, "times", AvailabilitySection)
    assert times.form is not None
    times.form.fields["availability"].set_value((WeeklyBlock(0, 540, 720),))
    assert times.dirty
    times.save_button.click()
    assert citizen(planned).availability == (WeeklyBlock(0, 540, 720),)
    times.form.fields["availability"].set_value(())
    assert "Unknown when they can come" in times.form.fields["availability"].description()


def test_an_exception_is_added_changed_and_told(page: PeoplePage, planned: MainWindow) -> None:
    away = entry_list(page, "times", "absences")
    away.add.click()
    form_of(away).fields["kind"].set_value(AbsenceKind.COURT)
    away.save()
    assert lines(away) == ["23/11/2026 · Court"]
    away.list.setFocus()
    QTest.keyClick(away.list, Qt.Key.Key_Return)
    form_of(away).fields["note"].set_value("Byretten")
    away.save()
    assert lines(away) == ["23/11/2026 · Court\nByretten"]
    planned.menus.undo.trigger()
    planned.menus.undo.trigger()
    assert lines(away) == []


def test_what_is_open_stays_open_when_something_else_changes(page: PeoplePage, planned: MainWindow) -> None:
    groups = entry_list(page, "groups", "memberships")
    groups.add.click()
    type_into(form_of(groups), "source", "Naboen")
    other = citizen(planned, "c1")
    planned.context.editing.save("person_removed", (), (other,))
    assert form_of(groups).fields["source"].value() == "Naboen"


def test_their_week_tells_what_comes_between(page: PeoplePage) -> None:
    week = section(page, "week", WeekSection)
    assert "of 20 hours" in week.summary.text()
    text = "\n".join(week.list.item(at).text() for at in range(week.list.count()))
    assert "Monday 23 November\n09:00–11:00  Jobklub · Lokale 1, Huset · Underviser · 2 people" in text
    assert "Internship, Depotet · Depotet" in text


def test_hidden_texts_are_not_lost_by_an_edit(page: PeoplePage, planned: MainWindow) -> None:
    groups = entry_list(page, "groups", "memberships")
    groups.list.setFocus()
    groups.change_entry()
    type_into(form_of(groups), "source", "Politiet, Bo Bertelsen")
    groups.save()
    planned.menus.conceal.trigger()
    assert "Bertelsen" not in lines(groups)[0]
    groups.list.setCurrentRow(0)
    groups.change_entry()
    form = form_of(groups)
    assert not form.fields["source"].isEnabled()
    form.fields["group"].set_value("g2")
    groups.save()
    planned.menus.conceal.trigger()
    (kept,) = (each for each in planned.context.editing.unit().memberships if each.citizen == "c2")
    assert (kept.group, kept.source) == ("g2", "Politiet, Bo Bertelsen")


ENTRIES: tuple[Entries[Any], ...] = (
    Caps(), Assessments(), Memberships(), Separations(), Absences(), Referrals(), Enrolments(), Placements()
)  # fmt: skip


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.sampled_from(ENTRIES),
            st.sampled_from(["c1", "c2", "c3", "c4"]),
            st.integers(0, 3),
            st.booleans(),
        ),
        max_size=10,
    )
)
def test_any_chain_of_edits_undone_gives_back_what_was_there(
    chain: list[tuple[Entries[Any], str, int, bool]],
) -> None:
    """Each step removes an entry of a person, or puts it back as an entry of its own at the end."""
    store = FakeStore(unit())
    before = dict(store.rows)
    service, today = EditingService(store), FakeClock().today()
    changes = []
    for entries, key, at, remove in chain:
        now = service.unit()
        week = IsoWeek.containing(today)
        person = next(each for each in people_overview(now, week, today) if each.citizen.id == key)
        subject = Subject(now, person, today, week, None, None, safe=False)
        listed = list(entries.listed(subject))
        if not listed:
            continue
        entry = listed[at % len(listed)]
        writing = entries.put(subject, entry, None if remove else entry)
        changes.append(service.save(entries.saved_as, writing.put, writing.remove))
    for change in reversed(changes):
        service.undo(change)
    assert store.rows == before
