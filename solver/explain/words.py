"""What no week can do, in sentences for people. Ids and times, never a name."""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from solver.contradictions import Contradiction
from solver.explain.cause_words import Cause, some
from solver.explain.impossible import INTERVIEW, Hopeless
from solver.explain.rules import short_name

#: Columns that a line may have; what does not fit goes on below, further in.
COLUMNS, FURTHER_IN = 100, 6


def wrapped(lines: Iterable[str]) -> Iterator[str]:
    """The lines, none longer than a screen is wide but for an id that is."""
    for line in lines:
        further_in = " " * (len(line) - len(line.lstrip()) + FURTHER_IN)
        yield from textwrap.wrap(
            line, COLUMNS, subsequent_indent=further_in, break_long_words=False, break_on_hyphens=False
        )


def impossible(contradicting: Sequence[Contradiction], out_of_reach: Sequence[Hopeless]) -> Iterator[str]:
    """What no week can do: contradictions, and duties that nobody can be given."""
    for each in contradicting:
        things = [f"session {name}" for name in each.sessions]
        things += [f"commitment {name}" for name in each.commitments]
        size = "No smaller set does." if each.smallest else "Nothing of it can be left out."
        if each.size == 1:
            yield f"Impossible: locked {things[0]} breaks the rules by itself."
        else:
            yield f"Impossible: {_listed(things)} cannot be in one plan. {size}"
        for violation in each.broken:
            yield f"  {violation}"
    alike: dict[tuple[str, tuple[tuple[Cause, ...], ...]], list[Hopeless]] = defaultdict(list)
    for duty in out_of_reach:
        alike[duty.duty, duty.causes].append(duty)
    for row in alike.values():
        yield from _hopeless(row)


def _hopeless(row: Sequence[Hopeless]) -> Iterator[str]:
    first = row[0]
    who = some(each.citizen for each in row)
    what = (
        "any counted hours or an interview"
        if first.duty == INTERVIEW
        else f"every {first.duty} they must have"
    )
    yield f"Out of reach: {who} cannot have {what}, even alone in the world."
    for causes in first.causes:
        for cause in causes:
            yield f"  {cause_line(cause)}"
    if len(first.causes) > 1:
        yield f"  Each of these {len(first.causes)} sets of causes is enough by itself."


def cause_line(cause: Cause) -> str:
    return f"{cause.rule} {short_name(cause.rule)}: {cause.text}"


def _listed(things: Sequence[str]) -> str:
    return ", ".join(things[:-1]) + f" and {things[-1]}"
