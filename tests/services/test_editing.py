"""Changes by hand: all of one or nothing, undone and done again to the letter."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.conflicts import ConflictGroup
from desktop.domain.people import Citizen
from desktop.domain.staffing import StaffMember
from desktop.domain.time import IsoWeek
from desktop.services.concealing import HIDDEN, concealed, revealed
from desktop.services.editing import EditingService, Outdated, Refused
from desktop.services.removal import removal
from desktop.services.week.building import build_problem
from tests.services.fakes import FakeStore
from tests.services.small_unit import UNIT

KEY = bytes(range(32))
WEEK = IsoWeek(2026, 48)


def word(kind: type[object]) -> str:
    return kind.__name__


STEPS = st.tuples(st.sampled_from(("name", "note", "new", "gone")), st.text("abc", min_size=1))


@given(st.lists(STEPS, max_size=8))
def test_any_chain_of_edits_undone_gives_back_the_unit_and_done_again_the_edited_one(
    steps: list[tuple[str, str]],
) -> None:
    store = FakeStore(UNIT)
    service = EditingService(store)
    before = service.unit()
    changes = []
    for what, text in steps:
        person = service.unit().citizens[0]
        if what == "name":
            changes.append(service.save("person_saved", [replace(person, name=text)]))
        elif what == "note":
            changes.append(service.save("person_saved", [replace(person, note=text)]))
        elif what == "new":
            changes.append(service.save("person_saved", [ConflictGroup(text, text)]))
        else:
            found = [each for each in service.unit().groups if each.id == text]
            changes.append(service.save("person_saved", remove=found))
    after = service.unit()
    for change in reversed(changes):
        service.undo(change)
    assert service.unit() == before
    for change in changes:
        service.redo(change)
    assert service.unit() == after


def test_what_would_make_the_unit_inconsistent_changes_nothing() -> None:
    service = EditingService(FakeStore(UNIT))
    before = service.unit()
    one, other = before.citizens[:2]
    with pytest.raises(Refused) as refused:
        service.save("person_saved", [replace(one, case_number=other.case_number)])
    assert [fault.key for fault in refused.value.faults] == ["duplicate"]
    assert service.unit() == before


def test_what_was_changed_since_is_not_undone() -> None:
    service = EditingService(FakeStore(UNIT))
    person = service.unit().citizens[0]
    change = service.save("person_saved", [replace(person, note="one")])
    service.save("person_saved", [replace(person, note="two")])
    with pytest.raises(Outdated):
        service.undo(change)
    assert service.unit().citizens[0].note == "two"


def test_a_removed_group_takes_its_memberships_and_separations_along_and_comes_back_with_them() -> None:
    service = EditingService(FakeStore(UNIT))
    before = service.unit()
    group = before.groups[0]
    gone = removal(before, group)
    change = service.save("person_saved", gone.put, gone.remove)
    after = service.unit()
    assert group not in after.groups
    assert all(each.group != group.id for each in after.memberships)
    assert all(group.id not in (each.side_a, each.side_b) for each in after.separations)
    service.undo(change)
    assert service.unit() == before


def test_a_site_with_rooms_stays_and_says_what_needs_it() -> None:
    site = next(each for each in UNIT.sites if any(room.site == each.id for room in UNIT.rooms))
    assert {each.id for each in removal(UNIT, site).blocked} >= {
        room.id for room in UNIT.rooms if room.site == site.id
    }


def test_a_concealed_unit_names_nobody_and_plans_the_same_week() -> None:
    first, *others = UNIT.citizens
    hidden = concealed(replace(UNIT, citizens=(replace(first, note="Bo"), *others)), KEY, word)
    named: list[Citizen | StaffMember | ConflictGroup] = [*UNIT.citizens, *UNIT.staff, *UNIT.groups]
    names = {each.name for each in named}
    numbers = {each.case_number for each in UNIT.citizens}
    shown = repr(hidden)
    assert not [text for text in names | numbers if f"'{text}'" in shown]
    assert hidden.citizens[0].note == HIDDEN
    assert len({each.name for each in hidden.citizens}) == len(hidden.citizens)
    assert build_problem(hidden, WEEK) == build_problem(UNIT, WEEK)


def test_what_is_edited_while_concealed_keeps_its_true_names_and_notes() -> None:
    stored = replace(UNIT.citizens[0], note="Bo sagde nej")
    hidden = concealed(replace(UNIT, citizens=(stored,)), KEY, word).citizens[0]
    edited = replace(hidden, avoid_sites=("s2",))
    assert revealed(edited, stored) == replace(stored, avoid_sites=("s2",))
    assert isinstance(revealed(edited, None), Citizen)


def test_signatures_are_concealed_and_kept_by_an_edit() -> None:
    first = UNIT.citizens[0]
    signed = replace(first, assessments=(replace(first.assessments[0], assessed_by="Vibe Hedeskov"),))
    hidden = concealed(replace(UNIT, citizens=(signed,)), KEY, word).citizens[0]
    assert "Vibe" not in repr(hidden)
    assert revealed(replace(hidden, avoid_sites=("s2",)), signed) == replace(signed, avoid_sites=("s2",))
