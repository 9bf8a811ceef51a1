"""Who is to be told what, the most urgent first."""

from __future__ import annotations

from dataclasses import replace

from desktop.services.calls import Call, calls
from solver.plan import Session
from tests.services.acute_week import NOW, PLANNED, club, planned
from tests.services.small_unit import UNIT

SITES = {room.id: room.site for room in UNIT.rooms}


def told(*sessions: Session) -> dict[str, Call]:
    return {call.person: call for call in calls(planned(), planned(*sessions), NOW, SITES)}


def test_nobody_is_called_where_nothing_changes() -> None:
    assert told(*PLANNED) == {}


def test_what_is_over_or_running_is_nobodys_news() -> None:
    assert told(club("s1", 0, "c1"), PLANNED[1], club("s3", 2, "c1"), *PLANNED[3:]) == {}


def test_a_session_less_is_told_and_the_staff_hears_who_comes() -> None:
    found = told(*PLANNED[:4], club("s5", 4, "c1"))
    assert set(found) == {"c2", "m2"}
    assert [each.id for each in found["c2"].cancelled] == ["s5"]
    assert not found["c2"].at_the_door
    assert [each.id for each in found["m2"].company] == ["s5"]
    assert found["m2"].staff
    assert found["m2"].at_the_door


def test_another_time_is_told_as_old_and_new() -> None:
    found = told(*PLANNED[:4], club("s5", 4, "c1 c2", 720))
    moved = found["c1"].moved[0]
    assert (moved.before.start.hour, moved.after.start.hour) == (9, 12)
    assert found["c1"].cancelled == found["c1"].added == ()
    assert set(found) == {"c1", "c2", "m2"}


def test_another_room_on_the_site_is_told_at_the_door() -> None:
    found = told(*PLANNED[:4], replace(PLANNED[4], room="r2"))
    assert (found["c1"].moved[0].before.room, found["c1"].moved[0].after.room) == ("r1", "r2")
    assert found["c1"].at_the_door
    elsewhere = calls(
        planned(), planned(*PLANNED[:4], replace(PLANNED[4], room="r2")), NOW, SITES | {"r2": "s9"}
    )
    assert not any(call.at_the_door for call in elsewhere)


def test_another_colleague_is_told_and_the_citizens_week_stays() -> None:
    found = told(*PLANNED[:4], replace(PLANNED[4], staff=("m1",)))
    assert set(found) == {"m1", "m2"}
    assert [each.id for each in found["m1"].added] == ["s5"]
    assert [each.id for each in found["m2"].cancelled] == ["s5"]


def test_whose_session_is_next_comes_first_and_who_can_hear_at_the_door_last() -> None:
    after = planned(*PLANNED[:3], club("s4", 3, "c3"), club("s5", 4, "c1 c2", 720))
    order = [(call.person, call.at_the_door) for call in calls(planned(), after, NOW, SITES)]
    assert order == [("c4", False), ("m2", False), ("c1", False), ("c2", False)]
    later = planned(*PLANNED[:3], PLANNED[3], club("s5", 4, "c1"))
    assert [call.person for call in calls(planned(), later, NOW, SITES)] == ["c2", "m2"]


def test_a_session_in_stead_is_the_nearest_of_the_same_activity() -> None:
    mentor = Session("s8", "mentor", "r2", PLANNED[4].start, PLANNED[4].start + 60, ("m1",), ("c1",))
    found = told(*PLANNED[:4], club("s5", 4, "c2"), mentor)
    assert [each.id for each in found["c1"].cancelled] == ["s5"]
    assert [each.id for each in found["c1"].added] == ["s8"]
