"""Mappers of sites, the way between them, rooms, suppliers and staff."""

from __future__ import annotations

from desktop.domain.places import Room, Site, Travel
from desktop.domain.staffing import StaffMember, Supplier
from desktop.domain.time import TimeSpan
from desktop.store.mapping import Mapping, block_rows, blocks_of
from desktop.store.rows_places import (
    RoomClosureRow,
    RoomFeatureRow,
    RoomRow,
    SiteOpeningRow,
    SiteRow,
    StaffAvailabilityRow,
    StaffMemberRow,
    StaffSkillRow,
    SupplierRow,
    TravelRow,
)


def _site_row(site: Site) -> SiteRow:
    return SiteRow(
        id=site.id,
        name=site.name,
        kind=site.kind,
        address=site.address,
        own_opening=site.opening is not None,
        opening=block_rows(SiteOpeningRow, site.opening or ()),
    )


def _site(row: SiteRow) -> Site:
    return Site(
        id=row.id,
        name=row.name,
        kind=row.kind,
        address=row.address,
        opening=blocks_of(row.opening) if row.own_opening else None,
    )


def _travel_row(travel: Travel) -> TravelRow:
    return TravelRow(id=travel.id, site_a=travel.site_a, site_b=travel.site_b, minutes=travel.minutes)


def _travel(row: TravelRow) -> Travel:
    return Travel(id=row.id, site_a=row.site_a, site_b=row.site_b, minutes=row.minutes)


def _room_row(room: Room) -> RoomRow:
    return RoomRow(
        id=room.id,
        site=room.site,
        name=room.name,
        capacity=room.capacity,
        features=[RoomFeatureRow(feature=feature) for feature in sorted(room.features)],
        closures=[
            RoomClosureRow(position=place, starts_at=span.start, ends_at=span.end)
            for place, span in enumerate(room.closed)
        ],
    )


def _room(row: RoomRow) -> Room:
    return Room(
        id=row.id,
        site=row.site,
        name=row.name,
        capacity=row.capacity,
        features=frozenset(part.feature for part in row.features),
        closed=tuple(TimeSpan(part.starts_at, part.ends_at) for part in row.closures),
    )


def _supplier_row(supplier: Supplier) -> SupplierRow:
    return SupplierRow(id=supplier.id, name=supplier.name, contact=supplier.contact)


def _supplier(row: SupplierRow) -> Supplier:
    return Supplier(id=row.id, name=row.name, contact=row.contact)


def _staff_row(member: StaffMember) -> StaffMemberRow:
    return StaffMemberRow(
        id=member.id,
        name=member.name,
        supplier=member.supplier,
        max_weekly_minutes=member.max_weekly_minutes,
        skills=[StaffSkillRow(skill=skill) for skill in sorted(member.skills)],
        availability=block_rows(StaffAvailabilityRow, member.availability),
    )


def _staff(row: StaffMemberRow) -> StaffMember:
    return StaffMember(
        id=row.id,
        name=row.name,
        supplier=row.supplier,
        skills=frozenset(part.skill for part in row.skills),
        availability=blocks_of(row.availability),
        max_weekly_minutes=row.max_weekly_minutes,
    )


SITES = Mapping(Site, SiteRow, _site_row, _site)
TRAVELS = Mapping(Travel, TravelRow, _travel_row, _travel)
ROOMS = Mapping(Room, RoomRow, _room_row, _room)
SUPPLIERS = Mapping(Supplier, SupplierRow, _supplier_row, _supplier)
STAFF = Mapping(StaffMember, StaffMemberRow, _staff_row, _staff)
