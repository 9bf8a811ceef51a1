"""What somebody types into a cell, as a value; None where it says none of the kind."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from desktop.domain.time import DAY_MINUTES, WeeklyBlock

MONTHS = (
    ("jan", "januar", "january"), ("feb", "februar", "february"), ("mar", "marts", "march"),
    ("apr", "april"), ("maj", "may"), ("jun", "juni", "june"), ("jul", "juli", "july"),
    ("aug", "august"), ("sep", "sept", "september"), ("okt", "oct", "oktober", "october"),
    ("nov", "november"), ("dec", "december"),
)  # fmt: skip
NOT_AT_ALL = frozenset(
    {"-", "–", "nej", "no", "ingen", "none", "aldrig", "never", "lukket", "closed", "fri", "off"}
)
"""What says of a weekday that there is no time on it."""

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DANISH = re.compile(r"(\d{1,2})[-./](\d{1,2})[-./](\d{4})")
_WORDED = re.compile(r"(?:d\. ?)?(\d{1,2})\.? ?([a-z]+)\.? ?(\d{4})")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?::00)?")
_MOMENT = re.compile(r"(.*?\d)(?:T| *,? *(?:kl\.? *)| +)(\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d{1,6})?)?)")
_HOURS = re.compile(r"(\d{1,4})(?:[.,](\d{1,6}))?")
_HOURS_MINUTES = re.compile(r"(\d{1,4}):([0-5]\d)(?::00)?")
_UNITS = re.compile(
    r"(?:timer|time|hours|hour|t|h)\.?(?: ?(?:/|pr\.? ?|om |per |a )(?:uge|ugen|dag|dagen|week|day))?$"
)
_BLOCK = re.compile(r"(?:kl\.? ?)?([\d:.]+) ?(?:-|–|—|til|to) ?([\d:.]+)")
_WHOLE = re.compile(r"\d{1,9}")
_MOST_SIGNS = 8
"""So many signs between entries may stand in the name of one."""
_SESSIONS = re.compile(r"(.*?\S)(?: *[:=]? +|[:=])(\d{1,4})(?: ?[-–] ?(\d{1,4}))?(?: ?x)?", re.DOTALL)


def folded(text: str) -> str:
    """A text as names are compared: whatever the case and the white space."""
    return " ".join(text.split()).casefold()


def day_of(text: str) -> date | None:
    """``2026-11-26``, ``26-11-2026``, ``26.11.2026``, ``26/11/2026``, ``26. november 2026``: the day before
    the month, as in Denmark, unless the year comes first."""
    plain = folded(text)
    if found := _ISO.fullmatch(plain):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if found := _DANISH.fullmatch(plain):
        return _date(int(found[3]), int(found[2]), int(found[1]))
    if found := _WORDED.fullmatch(plain):
        month = next((at for at, names in enumerate(MONTHS, start=1) if found[2] in names), 0)
        return _date(int(found[3]), month, int(found[1]))
    return None


def moment_of(text: str, *, end: bool) -> datetime | None:
    """A day with a time of day, or a day alone: its first moment, or with ``end`` the one after its last."""
    plain = " ".join(text.split())
    if found := _MOMENT.fullmatch(plain):
        day, clock = day_of(found[1]), _time(found[2])
        return None if day is None or clock is None else datetime.combine(day, clock)
    day = day_of(plain)
    if day is None or (end and day == date.max):
        return None
    return datetime.combine(day + timedelta(days=1) if end else day, time())


def minutes_of(text: str) -> int | None:
    """Hours as whole minutes: ``37``, ``7,5``, ``7.5``, ``37:30``, ``20 timer``."""
    plain = _UNITS.sub("", folded(text)).strip()
    if found := _HOURS_MINUTES.fullmatch(plain):
        return int(found[1]) * 60 + int(found[2])
    if found := _HOURS.fullmatch(plain):
        minutes = Decimal(f"{found[1]}.{found[2] or 0}") * 60
        return int(minutes) if minutes == int(minutes) else None
    return None


def whole_of(text: str) -> int | None:
    plain = folded(text)
    return int(plain) if _WHOLE.fullmatch(plain) else None


def blocks_of(text: str, weekday: int) -> tuple[WeeklyBlock, ...] | None:
    """``08:00-15:00``, ``8-10; 12.30-15``, or a word for none at all. Raises ``DomainError``."""
    plain = folded(text)
    if plain in NOT_AT_ALL:
        return ()
    blocks = []
    for part in re.split(r"[;,/+]| og | and ", plain):
        found = _BLOCK.fullmatch(part.strip())
        start, end = (_minute(found[1]), _minute(found[2])) if found else (None, None)
        if start is None or end is None:
            return None
        blocks.append(WeeklyBlock(weekday, start, end))
    return tuple(sorted(blocks))


def parts_of(text: str, known: Callable[[str], bool], signs: str = ";|\n") -> tuple[str, ...]:
    """The entries of a list in one cell: by semicolons, bars and line breaks. An entry that is ``known`` may
    hold such a sign itself."""
    pieces = re.split(f"([{signs}])", text)
    found: dict[str, None] = {}
    at = 0
    while at < len(pieces):
        ends = range(min(len(pieces), at + 2 * _MOST_SIGNS + 1), at + 1, -2)
        end = next((end for end in ends if known("".join(pieces[at:end]))), at + 1)
        if part := " ".join("".join(pieces[at:end]).split()):
            found[part] = None
        at = end + 1
    return tuple(found)


def sessions_of(text: str) -> tuple[str, int, int] | None:
    """``Jobklub 1-3``, ``Jobklub: 2``: a name, the fewest and the most."""
    found = _SESSIONS.fullmatch(text.strip())
    if found is None:
        return None
    return found[1].rstrip(" :="), int(found[2]), int(found[3] or found[2])


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _time(text: str) -> time | None:
    hours, sign, rest = text[:2].rstrip(":."), ":", text[2:].lstrip(":.")
    try:
        return time.fromisoformat(f"{hours:0>2}{sign}{rest}")
    except ValueError:
        return None


def _minute(text: str) -> int | None:
    found = _CLOCK.fullmatch(text)
    if found is None or int(found[2] or 0) > 59:
        return None
    minute = int(found[1]) * 60 + int(found[2] or 0)
    return minute if minute <= DAY_MINUTES else None
