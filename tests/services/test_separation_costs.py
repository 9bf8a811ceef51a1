"""What the engine says that separations cost, read with suspicion."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.services.separation_costs import Cost, Costs, UnreadableCosts, read_costs


def answer(**changed: Any) -> dict[str, Any]:
    offer = {"kind": "separation", "ids": ["g2", "g1"], "day": None, "text": "", "hours": 2.5, "bound": 4.0}
    return {
        "help": {"plan_hours": 30.0, "best_hours": 31.0, "bound_hours": 40.0, "offers": [offer | changed]}
    }


def test_costs_are_told_by_their_sides_in_order() -> None:
    assert read_costs(answer()) == Costs(30.0, 31.0, {("g1", "g2"): Cost(2.5, 4.0)})


def test_what_was_stopped_too_early_is_no_cost_of_none() -> None:
    assert read_costs(None) is None
    assert read_costs({"help": None}) is None


@pytest.mark.parametrize(
    "changed",
    [
        {"hours": 5.0},
        {"hours": -1.0},
        {"hours": "2"},
        {"hours": True},
        {"bound": float("inf")},
        {"kind": "gap"},
        {"ids": ["g1"]},
        {"ids": [1, 2]},
    ],
)
def test_what_makes_no_sense_is_refused(changed: dict[str, Any]) -> None:
    with pytest.raises(UnreadableCosts):
        read_costs(answer(**changed))
