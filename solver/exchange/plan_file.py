"""How a plan stands in its file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final, get_args

from solver.exchange.shapes import Key, ListOf, Once, Record, Reference, constant
from solver.exchange.source import Source
from solver.exchange.values import ID, Choice, Codec, Flag, Number, Pattern, Text, Time, Week
from solver.plan import GOAL_NAMES, GoalResult, Plan, PlanStatus, Reason, Session, Unmet
from solver.problem import DAY_MINUTES

PLAN_FORMAT: Final = "sikkerplan-plan/1"
RULE: Final = Pattern(re.compile(r"R([1-9]|1[0-5])"), "a rule, R1 to R15")
INTERVAL_KEYS: Final = (Key("start", Time(is_end=False)), Key("end", Time(is_end=True)))


def interval_check(source: Source, path: str, good: Mapping[str, Any]) -> None:
    """A start lies before its end, on one day; the end may be the next day's 00:00."""
    if not {"start", "end"} <= good.keys():
        return
    start, end = good["start"], good["end"]
    if end < start:
        source.bad(f"{path}.end", "ends before it starts")
    elif end == start:
        source.bad(f"{path}.end", "ends when it starts, so that it holds no time")
    elif start // DAY_MINUTES != (end - 1) // DAY_MINUTES:
        source.bad(f"{path}.end", "crosses midnight; end it at the next day's 00:00 or before")


def session(*, people_once: bool) -> Record[Session]:
    """A session. A plan's own may name somebody twice, which its checker tells as a broken R1."""

    def people(kind: str) -> ListOf[str]:
        codec: Codec[str] = Reference(ID, (kind,))
        return ListOf(Once(codec) if people_once else codec)

    return Record(
        Session,
        (
            Key("id", Once(ID)),
            Key("activity", Reference(ID, ("activity",))),
            Key("room", Reference(ID, ("room",))),
            *INTERVAL_KEYS,
            Key("staff", people("staff member")),
            Key("citizens", people("citizen")),
        ),
        (interval_check,),
    )


GOAL_RESULT: Final = Record(
    GoalResult,
    (
        Key("goal", Once(Choice(GOAL_NAMES))),
        Key("value", Number()),
        Key("bound", Number()),
        Key("proven", Flag()),
    ),
)
UNMET: Final = Record(Unmet, (Key("citizen", ID), Key("duty", ID)))
REASON: Final = Record(Reason, (Key("rule", RULE), Key("ids", ListOf(ID)), Key("text", Text())))
PLAN: Final = Record(
    Plan,
    (
        constant("format", PLAN_FORMAT),
        Key("week", Week()),
        Key("status", Choice(get_args(PlanStatus))),
        Key("goals", ListOf(GOAL_RESULT)),
        Key("sessions", ListOf(session(people_once=False))),
        Key("unmet", ListOf(UNMET)),
        Key("reasons", ListOf(REASON)),
    ),
)
