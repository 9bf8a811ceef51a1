"""What a repair changes, as JSON for programs (``resources/schemas/repair.schema.json`` describes it)."""

from __future__ import annotations

from typing import Any, Final

from solver.check import Violation
from solver.exchange import minute_text
from solver.plan import Reason, Session
from solver.repair.losses import Otherwise, Visit
from solver.repair.repairing import Least, Repair

REPAIR_FORMAT: Final = "sikkerplan-repair/1"


def changes_to_json(repair: Repair) -> dict[str, Any]:
    """The JSON value: ids and times, never a name."""
    week = repair.plan.week
    return {
        "format": REPAIR_FORMAT,
        "week": week,
        "duties_lost": _least(repair.duties),
        "hours_lost": _least(repair.hours),
        "people_changed": _least(repair.people),
        "people": [
            {
                "citizen": each.citizen,
                "removed": [_visit(week, visit) for visit in each.removed],
                "added": [_visit(week, visit) for visit in each.added],
            }
            for each in repair.changes.people
        ],
        "sessions": [_otherwise(week, each) for each in repair.changes.sessions],
        "gone": [
            {"kind": each.kind, "id": each.id, "sessions": list(each.sessions)}
            for each in repair.changes.gone
        ],
        "left_out": [_left_out(week, each) for each in repair.changes.left_out],
        "happened": [_finding(each) for each in repair.happened],
        "reasons": [_finding(each) for each in repair.reasons],
    }


def _least(least: Least) -> dict[str, Any]:
    return {"value": _number(least.value), "bound": _number(least.bound), "proven": least.proven}


def _number(value: float) -> float | int:
    return int(value) if value == int(value) else value


def _finding(found: Violation | Reason) -> dict[str, Any]:
    return {"rule": found.rule, "ids": list(found.ids), "text": found.text}


def _left_out(week: str, session: Session) -> dict[str, Any]:
    return {
        "session": session.id,
        "activity": session.activity,
        "start": minute_text(week, session.start),
        "end": minute_text(week, session.end),
        **_held(session),
        "citizens": list(session.citizens),
    }


def _visit(week: str, visit: Visit) -> dict[str, str | None]:
    return {
        "activity": visit.activity,
        "site": visit.site or None,
        "start": minute_text(week, visit.start),
        "end": minute_text(week, visit.end),
    }


def _otherwise(week: str, each: Otherwise) -> dict[str, Any]:
    return {
        "session": each.after.id,
        "activity": each.after.activity,
        "start": minute_text(week, each.after.start),
        "end": minute_text(week, each.after.end),
        "before": _held(each.before),
        "after": _held(each.after),
    }


def _held(session: Session) -> dict[str, Any]:
    return {"room": session.room, "staff": list(session.staff)}
