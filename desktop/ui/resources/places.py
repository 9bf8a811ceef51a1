"""Sites, the ways between them, and rooms."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from PySide6.QtCore import QCoreApplication

from desktop.domain.places import Room, Site, SiteKind, Travel
from desktop.domain.time import TimeSpan
from desktop.domain.unit import Unit
from desktop.ui.forms.choice_fields import ChoiceField
from desktop.ui.forms.date_fields import EndField, MomentField
from desktop.ui.forms.dates import moments_text
from desktop.ui.forms.form import Form, FormItem
from desktop.ui.forms.number_fields import NumberField
from desktop.ui.forms.rows_field import RowsField
from desktop.ui.forms.tags_field import TagsField
from desktop.ui.forms.text_fields import TextField
from desktop.ui.forms.week_field import WeekPatternField
from desktop.ui.forms.week_words import pattern_text
from desktop.ui.kind_names import site_kind_name
from desktop.ui.records.columns import number_column
from desktop.ui.records.kind import RecordKind, Units
from desktop.ui.records.known import room_features, site_name, sites, unique_name
from desktop.ui.table.columns import Column
from desktop.ui.words import features

translate = QCoreApplication.translate


def site_records() -> RecordKind[Site]:
    return RecordKind(
        key="sites",
        type=Site,
        id_word="site",
        title=translate("Resources", "Sites"),
        add=translate("Resources", "Add site"),
        about=translate(
            "Resources",
            "A site is a building. Rivals are kept off the same site at the same time, so two buildings are "
            "two sites, even on one yard.",
        ),
        rows=lambda unit: unit.sites,
        name_of=lambda unit, site: site.name,
        columns=_site_columns,
        items=_site_items,
        start=lambda unit, today: {"name": "", "kind": SiteKind.UNIT},
        saved="site_saved",
        removed="site_removed",
    )


def travel_records() -> RecordKind[Travel]:
    return RecordKind(
        key="travels",
        type=Travel,
        id_word="travel",
        title=translate("Resources", "Ways"),
        add=translate("Resources", "Add way"),
        about=translate(
            "Resources",
            "How long the way between two sites takes. Where it is not on record, the longest way is taken, "
            "and at least an hour.",
        ),
        rows=lambda unit: unit.travels,
        name_of=_way_name,
        columns=_travel_columns,
        items=_travel_items,
        start=lambda unit, today: {"minutes": 30},
        saved="travel_saved",
        removed="travel_removed",
    )


def room_records() -> RecordKind[Room]:
    return RecordKind(
        key="rooms",
        type=Room,
        id_word="room",
        title=translate("Resources", "Rooms"),
        add=translate("Resources", "Add room"),
        about=translate(
            "Resources",
            "A session takes place in a room that holds everybody and has what the activity and the threat "
            "levels ask for.",
        ),
        rows=lambda unit: unit.rooms,
        name_of=lambda unit, room: f"{room.name} ({site_name(unit, room.site)})",
        columns=_room_columns,
        items=_room_items,
        start=lambda unit, today: {"name": "", "capacity": 8},
        saved="room_saved",
        removed="room_removed",
    )


def _site_columns(unit: Units) -> tuple[Column[Site], ...]:
    return (
        Column("name", translate("Resources", "Name"), lambda site: site.name, width=26),
        Column("kind", translate("Resources", "Kind"), lambda site: site_kind_name(site.kind), width=24),
        number_column("rooms", translate("Resources", "Rooms"), lambda site: _rooms_at(unit(), site), 8),
        Column(
            "opening",
            translate("Resources", "Opening hours"),
            lambda site: (
                translate("Resources", "as the unit") if site.opening is None else pattern_text(site.opening)
            ),
            width=28,
        ),
        Column(
            "address", translate("Resources", "Address"), lambda site: site.address or None, visible=False
        ),
    )


def _site_items(unit: Unit) -> tuple[FormItem, ...]:
    kinds = [(kind, site_kind_name(kind)) for kind in SiteKind]
    return (
        FormItem(
            "name",
            translate("Resources", "Name"),
            lambda: unique_name(unit.sites),
        ),
        FormItem("kind", translate("Resources", "Kind"), lambda: ChoiceField(kinds)),
        FormItem("address", translate("Resources", "Address"), TextField),
        FormItem(
            "opening",
            translate("Resources", "Opening hours"),
            lambda: WeekPatternField(
                none=translate("Resources", "As the unit"), slot_minutes=unit.settings.slot_minutes
            ),
            help=translate(
                "Resources", "A workplace keeps its own hours: it does not close when the unit does."
            ),
        ),
    )


def _travel_columns(unit: Units) -> tuple[Column[Travel], ...]:
    return (
        Column("a", translate("Resources", "From"), lambda way: site_name(unit(), way.site_a), width=30),
        Column("b", translate("Resources", "To"), lambda way: site_name(unit(), way.site_b), width=30),
        number_column("minutes", translate("Resources", "Minutes"), lambda way: way.minutes, 10),
    )


def _travel_items(unit: Unit) -> tuple[FormItem, ...]:
    places = sites(unit)
    return (
        FormItem("site_a", translate("Resources", "One site"), lambda: ChoiceField(places)),
        FormItem("site_b", translate("Resources", "The other site"), lambda: ChoiceField(places)),
        FormItem(
            "minutes",
            translate("Resources", "The way takes"),
            lambda: NumberField(0, unit=translate("Resources", "minutes, both ways"), stride=5),
        ),
    )


def _room_columns(unit: Units) -> tuple[Column[Room], ...]:
    return (
        Column("name", translate("Resources", "Name"), lambda room: room.name, width=26),
        Column("site", translate("Resources", "Site"), lambda room: site_name(unit(), room.site), width=26),
        number_column("capacity", translate("Resources", "Seats"), lambda room: room.capacity, 8),
        Column(
            "features",
            translate("Resources", "Features"),
            lambda room: features(room.features) or translate("Resources", "none"),
            width=28,
        ),
        Column(
            "closed",
            translate("Resources", "Closed"),
            lambda room: "; ".join(map(moments_text, room.closed)) or translate("Resources", "no"),
            width=28,
        ),
    )


def _room_items(unit: Unit) -> tuple[FormItem, ...]:
    places, known = sites(unit), room_features(unit)
    return (
        FormItem("name", translate("Resources", "Name"), TextField),
        FormItem("site", translate("Resources", "Site"), lambda: ChoiceField(places)),
        FormItem(
            "capacity",
            translate("Resources", "Seats"),
            lambda: NumberField(1, unit=translate("Resources", "people, staff not counted")),
        ),
        FormItem(
            "features",
            translate("Resources", "Features"),
            lambda: TagsField(known),
            help=translate("Resources", "What activities and threat levels may ask for."),
        ),
        FormItem(
            "closed",
            translate("Resources", "Closed"),
            lambda: RowsField(_closure_form, moments_text, _next_closure),
            help=translate("Resources", "When the room can't be used."),
        ),
    )


def _closure_form() -> Form[TimeSpan]:
    return Form(
        TimeSpan,
        (
            FormItem("start", translate("Resources", "Closed from"), MomentField),
            FormItem("end", translate("Resources", "Closed until"), EndField),
        ),
    )


def _next_closure() -> dict[str, object]:
    """A whole day, from tomorrow on."""
    start = datetime.combine(datetime.now().date() + timedelta(days=1), time())  # noqa: DTZ005 - local wall clock
    return {"start": start, "end": start + timedelta(days=1)}


def _rooms_at(unit: Unit, site: Site) -> int:
    return sum(room.site == site.id for room in unit.rooms)


def _way_name(unit: Unit, way: Travel) -> str:
    return f"{site_name(unit, way.site_a)} – {site_name(unit, way.site_b)}"
