"""Public holidays and closed days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

import holidays

from desktop.domain.time import DateSpan, IsoWeek


def is_known_country(code: str) -> bool:
    """Whether the public holidays of an ISO 3166 country code are known."""
    return code in holidays.list_supported_countries(include_aliases=False)


@lru_cache(maxsize=256)
def public_holidays(country: str, week: IsoWeek) -> frozenset[date]:
    """The days of the week that are public holidays by law in the country (package ``holidays``).

    Days on which many have an agreed day off (in Denmark 5 June, 24 and 31 December) are not among
    them: a unit enters those as closed days.
    """
    years = {week.monday.year, week.sunday.year}
    known = holidays.country_holidays(country, years=sorted(years))
    return frozenset(day for day in week.days if day in known)


def days_in(spans: Iterable[DateSpan], week: IsoWeek) -> frozenset[date]:
    """The days of the week that lie in any of the spans."""
    listed = tuple(spans)
    return frozenset(day for day in week.days if any(span.holds(day) for span in listed))
