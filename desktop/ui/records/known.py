"""What the unit's records can refer to, as choices; words that are used already, for completion."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from desktop.domain.offers import Activity, ActivityKind, Offer, OfferKind
from desktop.domain.places import Site, SiteKind
from desktop.domain.staffing import GUARD, Supplier
from desktop.domain.unit import Unit
from desktop.ui.forms.text_fields import NameField
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


def skill_name(skill: str) -> str:
    """A skill; one that the program has no word for is shown as the unit wrote it."""
    known = {
        GUARD: translate("Resources", "guard"),
        "anger_management": translate("Skills", "anger management"),
        "company": translate("Skills", "company"),
        "interview": translate("Skills", "interview"),
        "job_club": translate("Skills", "job club"),
        "mentor": translate("Skills", "mentor"),
        "teaching": translate("Skills", "teaching"),
        "workshop": translate("Skills", "workshop"),
    }
    return known.get(skill, skill)


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


def site_kind_name(kind: SiteKind) -> str:
    return {
        SiteKind.UNIT: translate("Resources", "The unit's own site"),
        SiteKind.SUPPLIER: translate("Resources", "Supplier's site"),
        SiteKind.WORKPLACE: translate("Resources", "Workplace"),
    }[kind]


def offer_kind_name(kind: OfferKind) -> str:
    return {
        OfferKind.SPECIAL: translate("Resources", "Special offer"),
        OfferKind.MENTOR_COMPANY: translate("Resources", "Mentor-based company offer"),
        OfferKind.COMMUNITY_WORK: translate("Resources", "Community work"),
    }[kind]


def activity_kind_name(kind: ActivityKind) -> str:
    return {
        ActivityKind.GROUP_TEACHING: translate("Resources", "Group teaching"),
        ActivityKind.MENTORING: translate("Resources", "Mentoring"),
        ActivityKind.INTERVIEW: translate("Resources", "Job interview"),
        ActivityKind.WORKSHOP: translate("Resources", "Workshop"),
    }[kind]
