"""Every mapper, by kind of entity."""

from __future__ import annotations

from typing import Any, TypeVar

from desktop.domain.unit import Entity
from desktop.store import rows_audit
from desktop.store.mappers_attendance import ATTENDANCES
from desktop.store.mappers_locks import APPROVALS, LOCKS
from desktop.store.mappers_offers import ACTIVITIES, ENROLMENTS, OFFERS, PLACEMENTS, REFERRALS
from desktop.store.mappers_people import ABSENCES, CITIZENS, GROUPS, MEMBERSHIPS, SEPARATIONS
from desktop.store.mappers_places import ROOMS, SITES, STAFF, SUPPLIERS, TRAVELS
from desktop.store.mappers_plans import VERSIONS
from desktop.store.mappers_retention import RULES
from desktop.store.mappers_telling import TOLD
from desktop.store.mappers_unit import CLOSED_DAYS, LEVELS, LIMITS, SETTINGS
from desktop.store.mapping import Mapping

E = TypeVar("E", bound=Entity)

MAPPINGS: dict[type[Any], Mapping[Any, Any]] = {
    mapping.entity: mapping
    for mapping in (
        SETTINGS, LIMITS, CLOSED_DAYS, LEVELS, SITES, TRAVELS, ROOMS, SUPPLIERS, STAFF, OFFERS, ACTIVITIES,
        GROUPS, CITIZENS, MEMBERSHIPS, SEPARATIONS, REFERRALS, ENROLMENTS, PLACEMENTS, ABSENCES, VERSIONS,
        RULES, LOCKS, APPROVALS, ATTENDANCES, TOLD,
    )
}  # fmt: skip

METADATA = rows_audit.METADATA
"""Every table: importing the mappers and the trail's tables has brought them all in."""


def mapping_of(kind: type[E]) -> Mapping[E, Any]:
    """The mapper of a kind. Raises ``TypeError`` for what is no entity."""
    try:
        return MAPPINGS[kind]
    except KeyError:
        raise TypeError(f"{kind.__name__} is no entity of the store") from None
