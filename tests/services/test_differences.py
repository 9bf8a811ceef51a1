from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from desktop.domain.plans import PlanVersion
from desktop.services.differences import Moved, PersonDifference, begun, differences, to_come
from desktop.services.differences import to_tell as telling
from desktop.services.week.versions import planned_of
from solver.plan import Session
from tests.services.small_unit import WEEK
from tests.services.test_planning import MONDAY, TUESDAY
from tests.services.test_verdicts import version

OLD, NEW = version(MONDAY, TUESDAY), version
BEFORE = WEEK.moment(0)


def to_tell(before: PlanVersion | None, after: PlanVersion | None, now: datetime) -> tuple[str, ...]:
    return tuple(each.person for each in telling(before, after, now))


def planned(session: Session) -> object:
    return planned_of(WEEK, session)


def test_nobody_differs_between_a_version_and_itself() -> None:
    assert differences(OLD, OLD) == ()
    assert differences(None, None) == ()


def test_a_session_at_another_time_is_told_to_all_who_are_in_it() -> None:
    later = replace(MONDAY, start=600, end=780)
    found = differences(OLD, NEW(later, TUESDAY))
    moved = (Moved(planned_of(WEEK, MONDAY), planned_of(WEEK, later)),)
    assert found == (
        PersonDifference("c1", False, moved=moved),
        PersonDifference("c2", False, moved=moved),
        PersonDifference("m2", True, moved=moved),
    )
    assert to_tell(OLD, NEW(later, TUESDAY), BEFORE) == ("c1", "c2", "m2")


def test_who_is_put_in_or_taken_out_is_told_and_the_staff_who_meet_them() -> None:
    found = differences(OLD, NEW(replace(MONDAY, citizens=("c1",)), replace(TUESDAY, citizens=("c3", "c4"))))
    assert [(each.person, len(each.added), len(each.removed), each.moved) for each in found] == [
        ("c2", 0, 1, ()),
        ("c4", 1, 0, ()),
        ("m2", 0, 0, ()),
    ]
    # Staff hear who else comes, and so what they have to look out for.
    assert (found[2].to_tell, found[2].comes_otherwise, len(found[2].company)) == (True, False, 2)


def test_other_staff_are_seen_and_need_not_be_told_to_those_who_come() -> None:
    found = differences(OLD, NEW(replace(MONDAY, staff=("m1",)), TUESDAY))
    assert [(each.person, each.serves, each.to_tell) for each in found] == [
        ("c1", False, False),
        ("c2", False, False),
        ("m1", True, True),
        ("m2", True, True),
    ]
    assert [each.elsewhere for each in found[0].moved] == [False]


def test_another_id_alone_is_no_difference() -> None:
    assert differences(OLD, NEW(replace(MONDAY, id="x"), replace(TUESDAY, id="s1"))) == ()


def test_a_session_that_was_made_anew_in_the_same_activity_has_moved() -> None:
    anew = replace(TUESDAY, id="x", start=3420, end=3540)
    (citizen, _) = differences(OLD, NEW(MONDAY, anew))
    assert (citizen.person, citizen.added, citizen.removed) == ("c3", (), ())
    other = replace(anew, activity="mentor")
    (citizen, _) = differences(OLD, NEW(MONDAY, other))
    assert (len(citizen.added), len(citizen.removed), citizen.moved) == (1, 1, ())


def test_a_first_version_is_told_to_everybody_in_it() -> None:
    assert to_tell(None, OLD, BEFORE) == ("c1", "c2", "c3", "m2")
    assert to_tell(OLD, None, BEFORE) == ("c1", "c2", "c3", "m2")


def test_of_what_has_begun_nobody_is_told() -> None:
    """The session of Monday morning has begun at 9, whatever another version says of it."""
    new = NEW(replace(MONDAY, room="r2"), replace(TUESDAY, start=TUESDAY.start + 60, end=TUESDAY.end + 60))
    assert to_tell(OLD, new, BEFORE) == ("c1", "c2", "c3", "m2")
    assert to_tell(OLD, new, WEEK.moment(MONDAY.start)) == ("c1", "c2", "c3", "m2")
    assert to_tell(OLD, new, WEEK.moment(MONDAY.start + 1)) == ("c3", "m2")
    assert to_tell(OLD, new, WEEK.moment(6 * 1440)) == ()


def test_a_session_that_has_begun_and_one_still_to_come_instead_are_not_one_that_moved() -> None:
    thursday = replace(MONDAY, start=3 * 1440 + 540, end=3 * 1440 + 660)
    noon = WEEK.moment(MONDAY.end)
    found = differences(to_come(OLD, noon), to_come(NEW(thursday, TUESDAY), noon))
    assert [(each.person, each.added, each.moved) for each in found if each.person == "c1"] == [
        ("c1", (planned_of(WEEK, thursday),), ())
    ]
    (gone, *_) = differences(begun(OLD, noon), begun(NEW(thursday, TUESDAY), noon))
    assert gone.removed == (planned_of(WEEK, MONDAY),)
