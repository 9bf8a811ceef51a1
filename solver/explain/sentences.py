"""An explanation in sentences for people: by person, then what would help. Ids and times, never a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from solver.check import Violation, clock
from solver.explain.causes import some
from solver.explain.explanation import Explanation, Person
from solver.explain.help import Gain, Help
from solver.explain.obstacles import Obstacle
from solver.explain.offers import Offer
from solver.explain.rules import short_name
from solver.explain.words import cause_line, impossible
from solver.plan import Session
from solver.problem import DAY_MINUTES

#: Lines of evidence told of one obstacle, offers told by name of those that won nothing.
EVIDENCE, UNHELPFUL = 4, 12


def sentences(explanation: Explanation) -> Iterator[str]:
    """The lines of an explanation."""
    yield from impossible(explanation.contradictions, explanation.hopeless)
    for person in explanation.people:
        yield from _person(person)
    if explanation.not_examined:
        yield f"No time for {len(explanation.not_examined)} more people: {some(explanation.not_examined)}."
    if explanation.help is not None:
        yield from _help(explanation.help)
    elif not explanation.planned and not explanation.contradictions:
        yield "The plan holds no week: there is nothing more to explain."
    elif explanation.planned and not explanation.not_examined and not _anybody_short(explanation):
        yield "Nobody asked about is below their cap: no offer could win them hours."


def _anybody_short(explanation: Explanation) -> bool:
    return any(person.missing for person in explanation.people)


# --- people -------------------------------------------------------------------------------------------------


def _person(person: Person) -> Iterator[str]:
    head = f"{person.citizen}: {_hours(person.minutes)} of {_hours(person.cap)}"
    if not person.missing:
        yield f"{head}; the cap is reached, nothing stands in the way."
        return
    head += f", {_hours(person.missing)} missing."
    if person.own is not None:
        most = min(person.own.minutes, person.cap)
        head += f" Alone in the world they could have {_hours(most)}."
    yield head
    if person.own is not None:
        for limit in person.own.limits:
            yield f"  Their own limit, {_hours(limit.minutes)} more without it: {cause_line(limit.cause)}"
    found = person.obstacles
    if found is None:
        return
    if found.free is not None:
        yield f"  Nothing stands in the way of {_more(found.free)}: they can {_doing(found.free)}."
    for obstacle in found.found:
        names = " and ".join(f"{rule} {short_name(rule)}" for rule in obstacle.rules)
        only = "No single rule stands in the way. " if len(obstacle.rules) > 1 else ""
        yield f"  {only}Without {names} they could have {_more(obstacle)}: {_doing(obstacle)}."
        yield from _evidence(obstacle.broken)
    if found.free is None and not found.found:
        yield "  No single rule and no two rules stand in the way by themselves: it takes three or more."


def _evidence(broken: Sequence[Violation]) -> Iterator[str]:
    for violation in broken[:EVIDENCE]:
        yield f"    {violation.rule}: {violation.text}"
    if len(broken) > EVIDENCE:
        yield f"    and {len(broken) - EVIDENCE} more."


def _more(obstacle: Obstacle) -> str:
    return f"{_hours(obstacle.minutes)} more"


def _doing(obstacle: Obstacle) -> str:
    return some(_attending(session, session.id in obstacle.joined) for session in obstacle.sessions)


def _attending(session: Session, joined: bool) -> str:
    what = f"join {session.id}, {session.activity}" if joined else f"a new {session.activity} ({session.id})"
    staff = f", with {', '.join(session.staff)}" if session.staff and not joined else ""
    return f"{what} in {session.room} {span(session.start, session.end)}{staff}"


# --- offers -------------------------------------------------------------------------------------------------


def _help(found: Help) -> Iterator[str]:
    better = found.best - found.plan
    yield f"The plan has {_hours(found.plan)}; no plan for this week can pass {_hours(found.bound)}."
    if better > 0:
        yield f"Without any offer it can be improved by {_hours(better)}: plan again, and longer, first."
    winning = [gain for gain in found.gains if gain.minutes > 0]
    yield "What would help:" if winning else "No offer that was looked at wins an hour."
    for gain in winning:
        yield f"  {_gain(gain)}"
    nothing = [gain for gain in found.gains if not gain.minutes]
    if nothing:
        texts = _texts(gain.offer for gain in nothing)
        yield f"Looked at, and no more hours found ({len(nothing)}): {texts}."
    if found.not_examined:
        yield f"Not examined ({len(found.not_examined)}): {_texts(found.not_examined)}."


def _gain(gain: Gain) -> str:
    duties = ""
    if gain.duties:
        duties = f", {abs(gain.duties)} duties {'fewer' if gain.duties > 0 else 'more'} missing"
    if gain.minutes == gain.bound:
        return f"+{_hours(gain.minutes)}, the most there can be{duties}: {gain.offer.text}."
    return f"+{_hours(gain.minutes)}, at most {_hours(gain.bound)}{duties}: {gain.offer.text}."


def _texts(row: Iterable[Offer]) -> str:
    texts = [offer.text for offer in row]
    if len(texts) <= UNHELPFUL:
        return "; ".join(texts)
    return f"{'; '.join(texts[:UNHELPFUL])}; and {len(texts) - UNHELPFUL} more"


def _hours(minutes: int) -> str:
    return f"{minutes / 60:g} h"


def span(start: int, end: int) -> str:
    """``Tue 10:00–11:30``."""
    minute = end - start // DAY_MINUTES * DAY_MINUTES
    return f"{clock(start)}–{minute // 60:02d}:{minute % 60:02d}"
