"""Mappers of offers, activities, referrals, enrolments and placements."""

from __future__ import annotations

from desktop.domain.offers import Activity, Enrolment, Offer, Placement, Referral
from desktop.store.mapping import Mapping, block_rows, blocks_of, span_columns, span_of
from desktop.store.rows_offers import (
    ActivityFeatureRow,
    ActivityLengthRow,
    ActivityRoomRow,
    ActivityRow,
    EnrolmentRow,
    OfferRow,
    PlacementBlockRow,
    PlacementRow,
    ReferralRow,
)


def _offer_row(offer: Offer) -> OfferRow:
    return OfferRow(
        id=offer.id,
        name=offer.name,
        kind=offer.kind,
        supplier=offer.supplier,
        startup_weeks=offer.startup_weeks,
        **span_columns(offer.span),
    )


def _offer(row: OfferRow) -> Offer:
    return Offer(
        id=row.id,
        name=row.name,
        kind=row.kind,
        supplier=row.supplier,
        span=span_of(row),
        startup_weeks=row.startup_weeks,
    )


def _activity_row(activity: Activity) -> ActivityRow:
    return ActivityRow(
        id=activity.id,
        name=activity.name,
        kind=activity.kind,
        offer=activity.offer,
        counts=activity.counts,
        min_group=activity.min_group,
        max_group=activity.max_group,
        staff=activity.staff,
        skill=activity.skill,
        any_room=activity.rooms is None,
        max_per_day=activity.max_per_day,
        cost_per_session=activity.cost_per_session,
        cost_per_citizen=activity.cost_per_citizen,
        lengths=[
            ActivityLengthRow(position=place, minutes=minutes)
            for place, minutes in enumerate(activity.lengths)
        ],
        room_features=[ActivityFeatureRow(feature=feature) for feature in sorted(activity.room_features)],
        rooms=[ActivityRoomRow(position=place, room=room) for place, room in enumerate(activity.rooms or ())],
    )


def _activity(row: ActivityRow) -> Activity:
    return Activity(
        id=row.id,
        name=row.name,
        kind=row.kind,
        offer=row.offer,
        counts=row.counts,
        lengths=tuple(part.minutes for part in row.lengths),
        min_group=row.min_group,
        max_group=row.max_group,
        staff=row.staff,
        skill=row.skill,
        room_features=frozenset(part.feature for part in row.room_features),
        rooms=None if row.any_room else tuple(part.room for part in row.rooms),
        max_per_day=row.max_per_day,
        cost_per_session=row.cost_per_session,
        cost_per_citizen=row.cost_per_citizen,
    )


def _referral_row(referral: Referral) -> ReferralRow:
    return ReferralRow(
        id=referral.id, citizen=referral.citizen, offer=referral.offer, **span_columns(referral.span)
    )


def _referral(row: ReferralRow) -> Referral:
    return Referral(id=row.id, citizen=row.citizen, offer=row.offer, span=span_of(row))


def _enrolment_row(enrolment: Enrolment) -> EnrolmentRow:
    return EnrolmentRow(
        id=enrolment.id,
        citizen=enrolment.citizen,
        activity=enrolment.activity,
        min_sessions=enrolment.min_sessions,
        max_sessions=enrolment.max_sessions,
        **span_columns(enrolment.span),
    )


def _enrolment(row: EnrolmentRow) -> Enrolment:
    return Enrolment(
        id=row.id,
        citizen=row.citizen,
        activity=row.activity,
        min_sessions=row.min_sessions,
        max_sessions=row.max_sessions,
        span=span_of(row),
    )


def _placement_row(placement: Placement) -> PlacementRow:
    return PlacementRow(
        id=placement.id,
        citizen=placement.citizen,
        kind=placement.kind,
        employer=placement.employer,
        site=placement.site,
        offer=placement.offer,
        blocks=block_rows(PlacementBlockRow, placement.blocks),
        **span_columns(placement.span),
    )


def _placement(row: PlacementRow) -> Placement:
    return Placement(
        id=row.id,
        citizen=row.citizen,
        kind=row.kind,
        employer=row.employer,
        site=row.site,
        blocks=blocks_of(row.blocks),
        span=span_of(row),
        offer=row.offer,
    )


OFFERS = Mapping(Offer, OfferRow, _offer_row, _offer)
ACTIVITIES = Mapping(Activity, ActivityRow, _activity_row, _activity)
REFERRALS = Mapping(Referral, ReferralRow, _referral_row, _referral)
ENROLMENTS = Mapping(Enrolment, EnrolmentRow, _enrolment_row, _enrolment)
PLACEMENTS = Mapping(Placement, PlacementRow, _placement_row, _placement)
