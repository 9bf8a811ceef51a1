"""What the engine says of somebody's hours is read, or refused whole."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from desktop.services.explaining import Finding, OfferKind, read_explanation

FINDING = {"rule": "R11", "name": "apart on site", "ids": ["c1", "g2"], "text": "c1 must not meet g2."}
SESSION = {
    "id": "x1", "joined": True, "activity": "club", "room": "r1",
    "start": "2026-11-23T09:00", "end": "2026-11-23T11:00", "staff": ["m1"], "citizens": ["c1"],
}  # fmt: skip
OBSTACLE = {
    "rules": [{"rule": "R11", "name": "apart on site"}],
    "hours": 2,
    "sessions": [SESSION],
    "broken": [FINDING],
}


def told() -> dict[str, Any]:
    return {
        "format": "sikkerplan-explanation/1",
        "week": "2026-W48",
        "contradictions": [],
        "out_of_reach": [
            {"citizen": "c1", "duty": "interview", "missing": 1, "causes": [[FINDING]]},
            {"citizen": "c2", "duty": "club", "missing": 2, "causes": []},
        ],
        "people": [
            {
                "citizen": "c1", "hours": 4, "cap": 10, "missing": 6, "alone": 8,
                "limits": [{"hours": 2, **FINDING}], "free": None, "obstacles": [OBSTACLE],
            }
        ],
        "people_not_examined": [],
        "help": {
            "plan_hours": 10, "best_hours": 10, "bound_hours": 20,
            "offers": [
                {
                    "kind": "staff", "ids": ["teach"], "day": 1, "text": "…",
                    "hours": 3, "bound": 5, "duties": 0,
                }
            ],
            "not_examined": [{"kind": "room", "ids": ["s1"], "day": None, "text": "…"}],
        },
    }  # fmt: skip


def test_one_persons_part_is_read() -> None:
    found = read_explanation(told(), "c1")
    assert found is not None
    assert (found.hours, found.cap, found.missing, found.alone) == (4, 10, 6, 8)
    assert found.limits[0].finding == Finding("R11", ("c1", "g2"))
    assert found.obstacles[0].rules == ("R11",)
    assert found.obstacles[0].sessions[0].joined
    assert [each.duty for each in found.out_of_reach] == ["interview"]
    assert found.gains is not None
    assert (found.gains[0].kind, found.gains[0].day, found.gains[0].hours) == (OfferKind.STAFF, 1, 3)
    assert found.left_out == 1


def test_nothing_yet_and_nobody_examined_are_told_apart() -> None:
    assert read_explanation(None, "c1") is None
    found = read_explanation(told() | {"people": [], "people_not_examined": ["c1"]}, "c1")
    assert found is not None
    assert not found.examined


def _broken(path: tuple[str | int, ...], value: object) -> dict[str, Any]:
    whole = deepcopy(told())
    at: Any = whole
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    return whole


@pytest.mark.parametrize(
    "value",
    [
        [],
        "text",
        {},
        _broken(("format",), "sikkerplan-explanation/2"),
        _broken(("people",), {}),
        _broken(("people", 0, "hours"), "4"),
        _broken(("people", 0, "hours"), float("nan")),
        _broken(("people", 0, "hours"), True),
        _broken(("people", 0, "limits", 0, "rule"), "R16"),
        _broken(("people", 0, "obstacles", 0, "sessions", 0, "start"), "yesterday"),
        _broken(("people", 0, "obstacles", 0, "broken", 0, "ids"), [1]),
        _broken(("help", "offers", 0, "kind"), "magic"),
        _broken(("help", "offers", 0, "day"), 7),
    ],
)
def test_what_is_no_explanation_is_refused(value: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 whichever it is, it is a ValueError
        read_explanation(value, "c1")
