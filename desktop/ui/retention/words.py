"""What the kinds of data are called, and what is due."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.domain.attendance import Attendance
from desktop.domain.conflicts import ConflictGroup, Membership, Separation
from desktop.domain.locks import Approval, Lock
from desktop.domain.offers import Activity, Enrolment, Offer, Placement, Referral
from desktop.domain.people import Absence, Citizen
from desktop.domain.plans import PlanVersion
from desktop.domain.retention import DataKind
from desktop.domain.staffing import StaffMember
from desktop.domain.telling import Told
from desktop.domain.unit import Unit
from desktop.printing.words import date_text
from desktop.services.erasure import Erased
from desktop.services.retention import Due
from desktop.ui.words import level_name, week_title

translate = QCoreApplication.translate


def erased_mark() -> str:
    """What stands in texts in the place of somebody erased."""
    return translate("Retention", "[erased]")


def counted_words(kind: DataKind) -> str:
    """From which day the months of a kind are counted."""
    return {
        DataKind.CITIZENS: translate("Retention", "after their last day with the unit"),
        DataKind.STAFF: translate("RetentionStaff", "after the last plan with them"),
        DataKind.ABSENCES: translate("Retention", "after their end"),
        DataKind.MEMBERSHIPS: translate("Retention", "after their last day"),
        DataKind.SEPARATIONS: translate("Retention", "after their last day"),
        DataKind.ASSESSMENTS: translate("Retention", "after they ran out"),
        DataKind.OFFERS: translate("Retention", "after their last day"),
        DataKind.DRAFTS: translate("Retention", "after their week"),
        DataKind.PLANS: translate("Retention", "after their week"),
        DataKind.AUDIT: translate("Retention", "after the entry"),
    }[kind]


def due_words(item: Due, unit: Unit) -> str:
    """What is due, and whose it is."""
    named: tuple[Citizen | ConflictGroup | StaffMember | Offer | Activity, ...] = (
        *unit.citizens,
        *unit.groups,
        *unit.staff,
        *unit.offers,
        *unit.activities,
    )
    names = {each.id: each.name for each in named}
    entity = item.entity
    gone = translate("Retention", "somebody")
    if isinstance(entity, PlanVersion):
        text = translate("Retention", "%1, version %2").replace("%2", str(entity.number))
        return text.replace("%1", week_title(entity.week))
    if isinstance(entity, Lock | Approval):
        lock = isinstance(entity, Lock)
        what = (
            translate("RetentionLocks", "%1, a lock")
            if lock
            else translate("RetentionLocks", "%1, an approval")
        )
        return what.replace("%1", week_title(entity.week))
    if isinstance(entity, Told):
        text = translate("Told", "%1: told of a change of %2")
        return text.replace("%2", week_title(entity.week)).replace("%1", names.get(entity.person, gone))
    if isinstance(entity, Separation):
        sides = sorted({entity.side_a, entity.side_b})
        return " – ".join(names.get(side, gone) for side in sides)
    if isinstance(entity, Absence):
        return names.get(entity.person, gone)
    if isinstance(entity, Attendance):
        return f"{names.get(entity.citizen, gone)}: {date_text(entity.start.date())}"
    if isinstance(entity, Citizen | StaffMember):
        if item.part is None:
            return translate("Retention", "%1: everything").replace("%1", entity.name)
        return f"{entity.name}: {level_name(item.part.level)}"
    what = _of_somebody(entity, names)
    return f"{names.get(getattr(entity, 'citizen', ''), gone)}: {what}" if what else gone


def erased_words(done: Erased) -> str:
    """What an erasure did."""
    text = translate(
        "Retention", "Erased. People: %1. Other entries: %2. Plans that somebody was taken out of: %3."
    )
    for place, number in (("%1", done.people), ("%2", done.entries), ("%3", done.versions)):
        text = text.replace(place, QLocale().toString(number))
    if done.texts:
        more = translate("Retention", "Texts on others that named them: %1; a mark stands there instead.")
        text = f"{text} {more.replace('%1', QLocale().toString(done.texts))}"
    if done.traces:
        busy = translate(
            "Retention", "The vault's file was busy: traces may be in it until Sikkerplan is closed."
        )
        text = f"{text} {busy}"
    if done.audit_left:
        left = translate("Retention", "What is due of the audit trail could not be emptied: try again.")
        text = f"{text} {left}"
    return text


def _of_somebody(entity: object, names: dict[str, str]) -> str:
    if isinstance(entity, Membership):
        return names.get(entity.group, "")
    if isinstance(entity, Referral):
        return names.get(entity.offer, "")
    if isinstance(entity, Enrolment):
        return names.get(entity.activity, "")
    return entity.employer if isinstance(entity, Placement) else ""
