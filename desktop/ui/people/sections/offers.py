"""What a person is referred to, enrolled in, and placed at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from desktop.domain.offers import Enrolment, Placement, PlacementKind, Referral
from desktop.domain.time import DateSpan
from desktop.printing.kind_words import placement_name
from desktop.printing.order import in_order
from desktop.services.ids import random_ids
from desktop.ui.forms.choice_fields import ChoiceField
from desktop.ui.forms.date_fields import SpanField
from desktop.ui.forms.dates import span_text
from desktop.ui.forms.form import FormItem
from desktop.ui.forms.number_fields import NumberField
from desktop.ui.forms.text_fields import TextField
from desktop.ui.forms.week_field import WeekPatternField
from desktop.ui.forms.week_words import pattern_text
from desktop.ui.people.person_words import span_state_text
from desktop.ui.people.sections.entries import Line, OwnEntries
from desktop.ui.people.sections.section import Subject

translate = QCoreApplication.translate
MOST_SESSIONS = 50


class Referrals(OwnEntries[Referral]):
    key = "referrals"
    kind = Referral
    saved_as = "referral_saved"
    removed_as = "referral_removed"

    def title(self) -> str:
        return translate("PersonPage", "Referred to offers")

    def add_text(self) -> str:
        return translate("PersonPage", "Refer …")

    def empty(self) -> str:
        return translate("PersonPage", "No referral is on record. Activities of offers can't be planned.")

    def listed(self, subject: Subject) -> Sequence[Referral]:
        own = [each for each in subject.unit.referrals if each.citizen == subject.citizen.id]
        return sorted(own, key=lambda each: (each.span.first, each.id), reverse=True)

    def line(self, subject: Subject, entry: Referral) -> Line:
        name = next((each.name for each in subject.unit.offers if each.id == entry.offer), entry.offer)
        text = f"{name}, {span_text(entry.span)}"
        return Line(text, state=span_state_text(entry.span, subject.today))

    def items(self, subject: Subject, entry: Referral | None) -> Sequence[FormItem]:
        del entry
        offers = in_order([(each.id, each.name) for each in subject.unit.offers], lambda pair: pair[1])
        return (
            FormItem("offer", translate("PersonPage", "Offer"), lambda: ChoiceField(offers)),
            FormItem("span", translate("PersonPage", "Referred"), SpanField),
        )

    def start(self, subject: Subject) -> Mapping[str, object]:
        return {
            "id": random_ids()("referral"),
            "citizen": subject.citizen.id,
            "span": DateSpan(subject.today),
        }


class Enrolments(OwnEntries[Enrolment]):
    key = "enrolments"
    kind = Enrolment
    saved_as = "enrolment_saved"
    removed_as = "enrolment_removed"

    def title(self) -> str:
        return translate("PersonPage", "Takes part in")

    def add_text(self) -> str:
        return translate("PersonPage", "Enrol …")

    def empty(self) -> str:
        return translate("PersonPage", "No enrolment is on record: no sessions are planned but interviews.")

    def listed(self, subject: Subject) -> Sequence[Enrolment]:
        own = [each for each in subject.unit.enrolments if each.citizen == subject.citizen.id]
        return sorted(own, key=lambda each: (each.span.first, each.id), reverse=True)

    def line(self, subject: Subject, entry: Enrolment) -> Line:
        names = {each.id: each.name for each in subject.unit.activities}
        text = translate("PersonPage", "%1: %2 to %3 sessions a week, %4")
        text = text.replace("%2", str(entry.min_sessions)).replace("%3", str(entry.max_sessions))
        text = text.replace("%4", span_text(entry.span))
        text = text.replace("%1", names.get(entry.activity, entry.activity))
        return Line(text, state=span_state_text(entry.span, subject.today))

    def items(self, subject: Subject, entry: Enrolment | None) -> Sequence[FormItem]:
        del entry
        known = [(each.id, each.name) for each in subject.unit.activities]
        activities = in_order(known, lambda pair: pair[1])
        sessions = translate("PersonPage", "sessions")
        return (
            FormItem("activity", translate("PersonPage", "Activity"), lambda: ChoiceField(activities)),
            FormItem(
                "min_sessions",
                translate("PersonPage", "A week at least"),
                lambda: NumberField(0, MOST_SESSIONS, unit=sessions),
            ),
            FormItem(
                "max_sessions",
                translate("PersonPage", "A week at most"),
                lambda: NumberField(1, MOST_SESSIONS, unit=sessions),
                beside=True,
            ),
            FormItem("span", translate("PersonPage", "Enrolled"), SpanField),
        )

    def start(self, subject: Subject) -> Mapping[str, object]:
        return {
            "id": random_ids()("enrolment"),
            "citizen": subject.citizen.id,
            "min_sessions": 1,
            "max_sessions": 3,
            "span": DateSpan(subject.today),
        }


class Placements(OwnEntries[Placement]):
    key = "placements"
    kind = Placement
    saved_as = "placement_saved"
    removed_as = "placement_removed"

    def title(self) -> str:
        return translate("PersonPage", "Placements at workplaces")

    def add_text(self) -> str:
        return translate("PersonPage", "Add placement …")

    def empty(self) -> str:
        return translate("PersonPage", "No placement is on record.")

    def listed(self, subject: Subject) -> Sequence[Placement]:
        own = [each for each in subject.unit.placements if each.citizen == subject.citizen.id]
        return sorted(own, key=lambda each: (each.span.first, each.id), reverse=True)

    def line(self, subject: Subject, entry: Placement) -> Line:
        sites = {each.id: each.name for each in subject.unit.sites}
        unknown = translate("PersonPage", "site unknown: nobody can be kept apart from them there")
        where = unknown if entry.site is None else sites.get(entry.site, entry.site)
        text = f"{placement_name(entry.kind)}, {entry.employer}, {span_text(entry.span)}"
        return Line(
            text,
            f"{where} · {pattern_text(entry.blocks)}",
            span_state_text(entry.span, subject.today),
            warn=entry.site is None and entry.span.holds(subject.today),
        )

    def items(self, subject: Subject, entry: Placement | None) -> Sequence[FormItem]:
        del entry
        sites = in_order([(each.id, each.name) for each in subject.unit.sites], lambda pair: pair[1])
        offers = in_order([(each.id, each.name) for each in subject.unit.offers], lambda pair: pair[1])
        slot = subject.unit.settings.slot_minutes
        return (
            FormItem(
                "kind",
                translate("PersonPage", "Kind"),
                lambda: ChoiceField([(kind, placement_name(kind)) for kind in PlacementKind]),
            ),
            FormItem("employer", translate("PersonPage", "Employer"), TextField, beside=True),
            FormItem(
                "site",
                translate("PersonPage", "Site"),
                lambda: ChoiceField(sites, none=translate("PersonPage", "Unknown")),
            ),
            FormItem(
                "offer",
                translate("PersonPage", "Part of the offer"),
                lambda: ChoiceField(offers, none=translate("PersonPage", "No offer")),
                beside=True,
            ),
            FormItem("span", translate("PersonPage", "Placed"), SpanField),
            FormItem(
                "blocks",
                translate("PersonPage", "Hours of the week"),
                lambda: WeekPatternField(
                    empty=translate("PersonPage", "No hours painted yet"), slot_minutes=slot
                ),
            ),
        )

    def start(self, subject: Subject) -> Mapping[str, object]:
        return {
            "id": random_ids()("placement"),
            "citizen": subject.citizen.id,
            "span": DateSpan(subject.today),
            "site": None,
            "offer": None,
        }
