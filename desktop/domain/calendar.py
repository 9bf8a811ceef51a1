"""Public holidays and closed days."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache
from importlib.util import find_spec, module_from_spec

from desktop.domain.time import DateSpan, IsoWeek


def is_known_country(code: str) -> bool:
    """Whether the public holidays of an ISO 3166 country code are known."""
    return code in _known_countries()


def get_ready() -> None:
    """Does beforehand, in any thread, what takes time the first time that a day is asked for."""
    _import_single_countries()
    import holidays.countries.denmark  # noqa: F401


@lru_cache(maxsize=256)
def public_holidays(country: str, week: IsoWeek) -> frozenset[date]:
    """The days of the week that are public holidays by law in the country (package ``holidays``).

    Days on which many have an agreed day off (in Denmark 5 June, 24 and 31 December) are not among
    them: a unit enters those as closed days.
    """
    _import_single_countries()
    import holidays

    years = {week.monday.year, week.sunday.year}
    known = holidays.country_holidays(country, years=sorted(years))
    return frozenset(day for day in week.days if day in known)


@cache
def _import_single_countries() -> None:
    """Makes an import of one country's module that alone.

    Python would run the folder's ``__init__`` first, which imports the modules of all 250 countries, only for
    their names to be found there too. Nothing that is asked for here looks for them there.
    """
    name = "holidays.countries"
    spec = find_spec(name)
    if spec is not None:
        sys.modules.setdefault(name, module_from_spec(spec))


@cache
def _known_countries() -> frozenset[str]:
    # By the register alone: the package's own list imports a module for each of 250 countries.
    from holidays.registry import EntityLoader

    return frozenset(EntityLoader.get_country_codes(include_aliases=False))


def days_in(spans: Iterable[DateSpan], week: IsoWeek) -> frozenset[date]:
    """The days of the week that lie in any of the spans."""
    listed = tuple(spans)
    return frozenset(day for day in week.days if any(span.holds(day) for span in listed))
