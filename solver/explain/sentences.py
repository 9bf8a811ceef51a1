"""An explanation in sentences for people: by person, then what would help. Ids and times, never a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from solver.check import Violation, span
from solver.explain.cause_words import TOLD, some
from solver.explain.explanation import Explanation, Person
from solver.explain.help import Gain, Help
from solver.explain.obstacles import Obstacle
from solver.explain.offers import DAYS, Kind, Offer
from solver.explain.rules import short_name
from solver.explain.words import cause_line, impossible, wrapped
from solver.plan import Session

#: Lines of evidence told of one obstacle.
EVIDENCE = 4
#: What an offer of a kind is, in the lists of those that won nothing.
KINDS: Mapping[Kind, str] = {
    "staff": "One more staff member",
    "room": "One more room",
    "opening": "An hour longer open",
    "gap": "A smaller gap",
    "separation": "No longer kept apart",
    "level": "A level renewed",
}


def sentences(explanation: Explanation) -> Iterator[str]:
    """The lines of an explanation, as wide as a screen is."""
    yield from wrapped(_lines(explanation))


def _lines(explanation: Explanation) -> Iterator[str]:
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
            yield (
                f"  A limit even alone, {_hours(limit.minutes)} more without it: {cause_line(limit.cause)}"
            )
    found = person.obstacles
    if found is None:
        return
    if found.free is not None:
        yield from _sessions(f"Nothing stands in the way of {_more(found.free)}:", found.free)
    if found.found and len(found.found[0].rules) > 1:
        yield "  As the week stands, no rule lifted by itself wins them anything; two together do:"
    for obstacle in found.found:
        names = " and ".join(f"{rule} {short_name(rule)}" for rule in obstacle.rules)
        yield from _sessions(f"Without {names} they could have {_more(obstacle)}:", obstacle)
        yield from _evidence(obstacle.broken)
    if found.free is None and not found.found:
        yield "  As the week stands, it takes three rules or more lifted together to win them anything."


def _evidence(broken: Sequence[Violation]) -> Iterator[str]:
    for violation in broken[:EVIDENCE]:
        yield f"    {violation.rule}: {violation.text}"
    if len(broken) > EVIDENCE:
        yield f"    and {len(broken) - EVIDENCE} more."


def _more(obstacle: Obstacle) -> str:
    return f"{_hours(obstacle.minutes)} more"


def _sessions(what: str, obstacle: Obstacle) -> Iterator[str]:
    """What could be attended: in the same line where it is one session, else one a line."""
    doing = [_attending(session, session.id in obstacle.joined) for session in obstacle.sessions]
    if len(doing) == 1:
        yield f"  {what} {doing[0]}."
        return
    yield f"  {what}"
    for each in doing[:TOLD]:
        yield f"    - {each}"
    if len(doing) > TOLD:
        yield f"    - and {len(doing) - TOLD} more"


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
    nothing = [gain.offer for gain in found.gains if not gain.minutes]
    if nothing:
        yield f"Looked at, and no more hours found: {_offers(len(nothing))}."
        yield from _by_kind(nothing)
    if found.not_examined:
        yield f"Not examined, for want of time: {_offers(len(found.not_examined))}."
        yield from _by_kind(found.not_examined)


def _offers(count: int) -> str:
    return f"{count} offer{'s' if count > 1 else ''}"


def _gain(gain: Gain) -> str:
    duties = ""
    if gain.duties:
        duties = f", {abs(gain.duties)} duties {'fewer' if gain.duties > 0 else 'more'} missing"
    if gain.minutes == gain.bound:
        return f"+{_hours(gain.minutes)}, the most there can be{duties}: {gain.offer.text}."
    return f"+{_hours(gain.minutes)}, at most {_hours(gain.bound)}{duties}: {gain.offer.text}."


def _by_kind(row: Iterable[Offer]) -> Iterator[str]:
    """Offers of no gain in few words: a line a kind, weekdays after what they belong to."""
    kinds: dict[Kind, dict[str, list[int]]] = {}
    for offer in row:
        days = kinds.setdefault(offer.kind, {}).setdefault(_concerned(offer), [])
        if offer.day is not None and offer.day not in days:
            days.append(offer.day)
    for kind, things in kinds.items():
        texts = [
            f"{thing} ({', '.join(DAYS[day][:3] for day in sorted(days))})" if days else thing
            for thing, days in things.items()
        ]
        yield f"  {KINDS[kind]}: {some(texts)}."


def _concerned(offer: Offer) -> str:
    if offer.kind == "opening":
        return offer.ids[0] if offer.ids else "all sites"
    if offer.kind == "room":
        site, *features = offer.ids
        return f"{site} with {' and '.join(features)}" if features else site
    return " and ".join(dict.fromkeys(offer.ids))


def _hours(minutes: int) -> str:
    return f"{minutes / 60:g} h"
