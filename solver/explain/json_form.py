"""An explanation as JSON, for the desk: ids, and times as the exchange format writes them.

Its form is ``resources/schemas/explain.schema.json``. Hours are numbers.
"""

from __future__ import annotations

from typing import Any, Final

from solver.check import Violation
from solver.contradictions import Contradiction
from solver.exchange import minute_text
from solver.explain.cause_words import Cause
from solver.explain.explanation import Explanation, Person
from solver.explain.help import Gain, Help
from solver.explain.impossible import Hopeless
from solver.explain.obstacles import Obstacle
from solver.explain.offers import Offer
from solver.explain.rules import short_name
from solver.plan import Session

EXPLANATION_FORMAT: Final = "sikkerplan-explanation/1"

Json = dict[str, Any]


def explanation_to_json(explanation: Explanation) -> Json:
    """The JSON value of an explanation."""
    week = explanation.week
    return {
        "format": EXPLANATION_FORMAT,
        "week": week,
        "contradictions": [_contradiction(each) for each in explanation.contradictions],
        "out_of_reach": [_hopeless(each) for each in explanation.hopeless],
        "people": [_person(week, each) for each in explanation.people],
        "people_not_examined": list(explanation.not_examined),
        "help": None if explanation.help is None else _help(explanation.help),
    }


def _hours(minutes: int) -> float:
    return minutes / 60


def _broken(violation: Violation) -> Json:
    return {
        "rule": violation.rule,
        "name": short_name(violation.rule),
        "ids": list(violation.ids),
        "text": violation.text,
    }


def _cause(cause: Cause) -> Json:
    return {"rule": cause.rule, "name": short_name(cause.rule), "ids": list(cause.ids), "text": cause.text}


def _contradiction(each: Contradiction) -> Json:
    return {
        "sessions": list(each.sessions),
        "commitments": list(each.commitments),
        "smallest": each.smallest,
        "broken": [_broken(violation) for violation in each.broken],
    }


def _hopeless(each: Hopeless) -> Json:
    return {
        "citizen": each.citizen,
        "duty": each.duty,
        "missing": each.missing,
        "causes": [[_cause(cause) for cause in causes] for causes in each.causes],
    }


def _person(week: str, person: Person) -> Json:
    found, own = person.obstacles, person.own
    return {
        "citizen": person.citizen,
        "hours": _hours(person.minutes),
        "cap": _hours(person.cap),
        "missing": _hours(person.missing),
        "alone": None if own is None else _hours(min(own.minutes, person.cap)),
        "limits": [
            {"hours": _hours(limit.minutes), **_cause(limit.cause)} for limit in (own.limits if own else ())
        ],
        "free": None if found is None or found.free is None else _obstacle(week, found.free),
        "obstacles": [_obstacle(week, each) for each in (found.found if found else ())],
    }


def _obstacle(week: str, obstacle: Obstacle) -> Json:
    return {
        "rules": [{"rule": rule, "name": short_name(rule)} for rule in obstacle.rules],
        "hours": _hours(obstacle.minutes),
        "sessions": [_session(week, session, session.id in obstacle.joined) for session in obstacle.sessions],
        "broken": [_broken(violation) for violation in obstacle.broken],
    }


def _session(week: str, session: Session, joined: bool) -> Json:
    return {
        "id": session.id,
        "joined": joined,
        "activity": session.activity,
        "room": session.room,
        "start": minute_text(week, session.start),
        "end": minute_text(week, session.end),
        "staff": list(session.staff),
        "citizens": list(session.citizens),
    }


def _help(found: Help) -> Json:
    return {
        "plan_hours": _hours(found.plan),
        "best_hours": _hours(found.best),
        "bound_hours": _hours(found.bound),
        "offers": [_gain(each) for each in found.gains],
        "not_examined": [_offer(each) for each in found.not_examined],
    }


def _offer(offer: Offer) -> Json:
    return {"kind": offer.kind, "ids": list(offer.ids), "day": offer.day, "text": offer.text}


def _gain(gain: Gain) -> Json:
    return {
        **_offer(gain.offer),
        "hours": _hours(gain.minutes),
        "bound": _hours(gain.bound),
        "duties": gain.duties,
    }
