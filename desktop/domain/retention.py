"""How long each kind of data may be kept: dated rules with their source, and when something is due.

A rule is a decision of the unit, like a limit from law: it can be changed, and what held before stays on
record.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.errors import blank, outside, refuse
from desktop.domain.time import DateSpan


class DataKind(StrEnum):
    """What a rule is about, and the day from which its months are counted."""

    CITIZENS = "citizens"
    """Everything about somebody: from the last day on which the unit activated them."""
    STAFF = "staff"
    """Everything about somebody of the staff who has no hours at work any more: from the Sunday of the last
    week with a plan, a lock or an approval that names them, or from the end of their last absence, if that is
    later; at once where nothing tells of a day."""
    ABSENCES = "absences"
    """From the day on which it ended; who came to a session, or did not: from the day of the session."""
    MEMBERSHIPS = "memberships"
    """From the last day."""
    SEPARATIONS = "separations"
    """From the last day."""
    ASSESSMENTS = "assessments"
    """A threat level: from the last day on which it held, where a later one is on record."""
    OFFERS = "offers"
    """Referrals, enrolments and placements: from the last day."""
    DRAFTS = "drafts"
    """Versions of a week's plan that were not published, and the locks and approvals of a week of which none
    was: from the week's Sunday."""
    PLANS = "plans"
    """Published versions, with the locks and approvals of their week: from the week's Sunday."""
    AUDIT = "audit"
    """What the audit says beyond who did what when: from the day of the entry."""


PERSONS = frozenset({DataKind.CITIZENS, DataKind.STAFF})
"""The kinds that are a whole person with all that is theirs."""
MOST_MONTHS = 1200


@dataclass(frozen=True, slots=True)
class RetentionRule:
    """What is of a kind is due for erasure ``months`` after its day, decided for the days of ``span``."""

    id: str
    kind: DataKind
    months: int
    span: DateSpan
    source: str

    def __post_init__(self) -> None:
        refuse(self, outside("months", self.months, 0, MOST_MONTHS), blank("source", self.source))


def rule_on(rules: Iterable[RetentionRule], kind: DataKind, day: date) -> RetentionRule | None:
    """The rule of a kind that holds on a day; the longest where there are several, None where there is
    none."""
    held = [rule for rule in rules if rule.kind is kind and rule.span.holds(day)]
    return max(held, key=lambda rule: (rule.months, rule.id), default=None)


def months_after(day: date, months: int) -> date:
    """The same day of the month so many months later, or the last of a month that is too short for it."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
