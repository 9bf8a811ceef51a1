"""What the unit's records can refer to, as choices; words that are used already, for completion."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from desktop.domain.offers import Activity, Offer
from desktop.domain.places import Site
from desktop.domain.staffing import GUARD, Supplier
from desktop.domain.unit import Unit
from desktop.ui.forms.text_fields import NameField
from desktop.ui.kind_names import skill_name
from desktop.ui.words import features

translate = QCoreApplication.translate
Named = Activity | Offer | Site | Supplier
KNOWN_FEATURES = ("alarm", "two_exits", "computers", "kitchen", "workshop")


def room_features(unit: Unit) -> list[tuple[str, str]]:
    """Every word that a room, a level or an activity uses, and those that the app has words for."""
    used = {*KNOWN_FEATURES}
    for words in (
        *(room.features for room in unit.rooms),
        *(level.room_features for level in unit.levels),
        *(activity.room_features for activity in unit.activities),
    ):
        used |= words
    return [(word, features((word,))) for word in sorted(used)]


def skills(unit: Unit) -> list[tuple[str, str]]:
    """Every skill that the staff has or an activity asks for."""
    used = {GUARD, *(activity.skill for activity in unit.activities)}
    for member in unit.staff:
        used |= member.skills
    return [(word, skill_name(word)) for word in sorted(used)]


def unique_name(others: Iterable[Named]) -> NameField:
    """The name of a record that is chosen by it, and must not be taken for one of the ``others``."""
    taken = [each.name for each in others]
    return NameField(lambda: taken)


def sites(unit: Unit) -> list[tuple[str, str]]:
    return [(site.id, site.name) for site in unit.sites]


def site_name(unit: Unit, site_id: str) -> str:
    return next((site.name for site in unit.sites if site.id == site_id), "")


def rooms(unit: Unit) -> list[tuple[str, str]]:
    """Rooms with their sites: two sites may each have a room 1."""
    return [(room.id, f"{room.name} ({site_name(unit, room.site)})") for room in unit.rooms]


def suppliers(unit: Unit) -> list[tuple[str, str]]:
    return [(supplier.id, supplier.name) for supplier in unit.suppliers]


def supplier_name(unit: Unit, supplier_id: str | None) -> str:
    """A supplier's name; the unit itself where there is none."""
    own = translate("Resources", "The unit's own")
    return next((each.name for each in unit.suppliers if each.id == supplier_id), own)


def offers(unit: Unit) -> list[tuple[str, str]]:
    return [(offer.id, offer.name) for offer in unit.offers]
