"""Several are removed as one: what goes along, what is no longer mentioned, what stands in the way."""

from __future__ import annotations

from dataclasses import replace

from desktop.domain.offers import Activity
from desktop.domain.people import Citizen
from desktop.services.removal import removal_of
from tests.services.small_unit import UNIT


def test_what_mentions_both_mentions_neither() -> None:
    site, other = (replace(UNIT.sites[0], id=key, name=key) for key in ("sx", "sy"))
    person = replace(UNIT.citizens[0], avoid_sites=("sx", "sy"))
    unit = replace(UNIT, sites=(*UNIT.sites, site, other), citizens=(person, *UNIT.citizens[1:]))

    gone = removal_of(unit, (site, other))

    assert [each.id for each in gone.remove][-2:] == ["sx", "sy"]
    assert [each.avoid_sites for each in gone.put if isinstance(each, Citizen)] == [()]


def test_what_goes_along_blocks_nothing() -> None:
    site = replace(UNIT.sites[0], id="sx")
    room = replace(UNIT.rooms[0], id="rx", site="sx")
    unit = replace(UNIT, sites=(*UNIT.sites, site), rooms=(*UNIT.rooms, room))

    assert removal_of(unit, (site,)).blocked == (room,)
    assert removal_of(unit, (site, room)).blocked == ()
    assert removal_of(unit, (room, site)).blocked == ()


def test_an_activity_keeps_one_of_its_rooms() -> None:
    rooms = tuple(replace(UNIT.rooms[0], id=key) for key in ("rx", "ry"))
    activity = replace(UNIT.activities[0], rooms=("rx", "ry"))
    unit = replace(UNIT, rooms=(*UNIT.rooms, *rooms), activities=(activity, *UNIT.activities[1:]))

    gone = removal_of(unit, rooms)

    # Any room would be laxer than the two that are named: it stands in the way.
    assert [each.id for each in gone.blocked if isinstance(each, Activity)] == [activity.id]
