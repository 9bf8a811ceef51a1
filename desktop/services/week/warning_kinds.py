"""What a coordinator is told before planning a week."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class WarningKind(StrEnum):
    """What is worth a look. Each says what ids it carries and what is planned by meanwhile."""

    LEVEL_RUN_OUT = "level_run_out"
    """(citizen): the assessment has run out; planned one level higher."""
    LEVEL_NONE = "level_none"
    """(citizen): no assessment; planned at the highest level."""
    LEVEL_WITHOUT_MEASURES = "level_without_measures"
    """(citizen): neither their level nor one above has measures throughout the week; no sessions planned."""
    LEVEL_GAP = "level_gap"
    """(level number): no measures for some or all of the week; planned by the next level above, or not at
    all."""
    NEEDS_APPROVAL = "needs_approval"
    """(citizen): the level asks for a manual yes before each session."""
    NEVER_AUTOMATIC = "never_automatic"
    """(citizen): the level asks that only a person places them; the planning engine leaves them alone."""
    NO_CAP = "no_cap"
    """(citizen): no weekly hours on record; no counted hours planned."""
    CAP_PART_OF_WEEK = "cap_part_of_week"
    """(citizen): weekly hours are on record for some days only; the others get no sessions."""
    CAP_REVIEW_DUE = "cap_review_due"
    """(citizen): the weekly hours should have been reviewed by the week's end."""
    NO_AVAILABILITY = "no_availability"
    """(citizen): no hours on record in which they can come; no sessions planned."""
    MEMBERSHIP_UNKNOWN = "membership_unknown"
    """(citizen): no group on record, which does not mean that there is none."""
    RIVALS_PLACED_TOGETHER = "rivals_placed_together"
    """(citizen, citizen, site): kept apart, yet placed at one workplace at the same time or too close."""
    ALONE_SHARES_SITE = "alone_shares_site"
    """(citizen, citizen, site): the level of the first says alone on site, yet they share a workplace."""
    PLACEMENT_SITE_UNKNOWN = "placement_site_unknown"
    """(citizen, placement): no workplace on record, so nobody can be kept apart from them there, and no time
    is kept for the way."""
    PLACED_NOT_ENROLLED = "placed_not_enrolled"
    """(citizen): at a placement while not enrolled with the unit; rivals are kept apart, nothing planned."""
    ENROLMENT_PART_OF_WEEK = "enrolment_part_of_week"
    """(citizen, activity): the enrolment, the offer or the referral holds on a part of the week only; not
    planned."""
    ENROLMENT_NOT_BOUGHT = "enrolment_not_bought"
    """(citizen, activity): enrolled, but the offer does not run or there is no referral; not planned."""
    NO_INTERVIEW = "no_interview"
    """(): no activity is chosen as the interview for those without activation; nobody is called to one."""
    INTERVIEW_NOT_OFFERED = "interview_not_offered"
    """(activity): the offer of the interview for those without activation does not run all week; nobody is
    called whose days it leaves out."""
    STARTUP_OVER = "startup_over"
    """(citizen, offer): the clarifying start is over and no placement is on record."""
    ACTIVITY_OFF_GRID = "activity_off_grid"
    """(activity): none of its lengths is a whole number of slots; not planned."""
    TRAVEL_UNKNOWN = "travel_unknown"
    """(site, site): no way on record; the longest is taken, and at least an hour."""
    NO_HOURS_LIMIT = "no_hours_limit"
    """(): the law's weekly hours are not on record; planned by each citizen's own alone."""
    NO_STARTUP_LIMIT = "no_startup_limit"
    """(offer): how long a clarifying start may be is not on record; the offer's own length is taken."""
    NO_BUDGET = "no_budget"
    """(): no yearly money on record; planned without a budget."""
    CLOSED = "closed"
    """(): the unit has no opening hours in the week."""
    LOCK_LEFT_OUT = "lock_left_out"
    """(lock): somebody or something of a locked session is not in the week; planned without that session."""
    LOCK_AT_FAULT = "lock_at_fault"
    """(lock): a locked session breaks a rule as the unit stands now; nothing is planned while it is there."""


@dataclass(frozen=True, slots=True)
class PlanWarning:
    """A kind and the ids that it concerns, in the order that the kind tells."""

    kind: WarningKind
    ids: tuple[str, ...] = ()
