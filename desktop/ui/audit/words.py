"""The words of the audit trail: kinds, subjects, values, and what a verification found."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from desktop.domain.audit import AuditEntry, AuditKind
from desktop.domain.unit import Unit
from desktop.services.ports import Kept
from desktop.services.trail.audit_content import AFTER, BEFORE, PEOPLE, values_in
from desktop.services.trail.audit_restored import KEYS, KNOWN, PENDING
from desktop.ui.audit.fields import field_words, value_words
from desktop.ui.audit.kinds import alarm_words
from desktop.ui.kind_names import limit_name, limit_value
from desktop.ui.widgets.searching import fold

translate = QCoreApplication.translate


def kind_words(kind: str) -> str:
    """What happened, in a word or two."""
    return {
        AuditKind.CHANGE: translate("Audit", "Changed"),
        AuditKind.READ: translate("Audit", "Read"),
        AuditKind.EXPORT: translate("Audit", "Exported"),
        AuditKind.PRINT: translate("Audit", "Printed"),
        AuditKind.UNLOCK: translate("Audit", "Unlocked"),
        AuditKind.FAILED_UNLOCK: translate("Audit", "Failed unlock"),
        AuditKind.NAME_GIVEN: translate("Audit", "Gave a name"),
        AuditKind.LOCK: translate("Audit", "Locked"),
        AuditKind.BACKUP: translate("Audit", "Backed up"),
        AuditKind.RESTORE: translate("Audit", "Restored"),
        AuditKind.ERASE: translate("Audit", "Erased"),
        AuditKind.KEY_CHANGE: translate("Audit", "Changed keys"),
        AuditKind.VERIFY: translate("Audit", "Verified"),
        AuditKind.CLOCK_SET_BACK: translate("Audit", "Clock set back"),
        AuditKind.ANCHOR_DIFFERS: translate("Audit", "Trail differed from its anchor"),
        AuditKind.KEYS_DIFFER: translate("KeyAlarm", "Key file was another one"),
        AuditKind.ACKNOWLEDGED: translate("AlarmBanner", "Acknowledged an alarm"),
        AuditKind.PENDING_DAMAGED: translate("Audit", "Waiting records damaged"),
    }.get(AuditKind(kind) if kind in set(AuditKind) else AuditKind.CHANGE, kind)


def what_words(kept: Kept) -> str:
    """What happened to what the entry is about: a change that added or removed it says so."""
    values = values_in(kept.payload)
    if kept.entry.kind == AuditKind.CHANGE and BEFORE in values:
        if values[BEFORE] is None:
            return translate("Audit", "Added")
        if values.get(AFTER) is None:
            return translate("Audit", "Removed")
    return kind_words(kept.entry.kind)


def subject_words(kind: str) -> str:
    """A kind of subject; the word itself where it has no other."""
    return {
        "": "",
        "absence": translate("Audit", "absence"),
        "activity": translate("Audit", "activity"),
        "alarm": translate("AlarmBanner", "alarm"),
        "attendance": translate("Audit", "attendance"),
        "backup": translate("BackupWait", "backup"),
        "citizen": translate("Audit", "citizen"),
        "closed_days": translate("Audit", "closed days"),
        "conflict_group": translate("Audit", "conflict group"),
        "data_key": translate("Audit", "data key"),
        "enrolment": translate("Audit", "enrolment"),
        "keyring_key": translate("Audit", "key in the keyring"),
        "passphrase_key": translate("Audit", "passphrase"),
        "recovery_key": translate("Audit", "recovery key"),
        "approval": translate("AuditLocks", "approval of a session"),
        "limit": translate("Audit", "limit"),
        "lock": translate("AuditLocks", "lock"),
        "membership": translate("Audit", "group membership"),
        "offer": translate("Audit", "offer"),
        "person": translate("Audit", "person"),
        "placement": translate("Audit", "placement"),
        "plan_version": translate("Audit", "week plan"),
        "referral": translate("Audit", "referral"),
        "retention_rule": translate("AuditKinds", "retention rule"),
        "room": translate("Audit", "room"),
        "separation": translate("Audit", "separation"),
        "session": translate("Audit", "session"),
        "site": translate("Audit", "site"),
        "staff_member": translate("Audit", "staff"),
        "supplier": translate("Audit", "supplier"),
        "table": translate("Audit", "table"),
        "told": translate("Told", "told of a changed week"),
        "threat_level": translate("Audit", "threat level"),
        "trail": translate("Audit", "audit trail"),
        "travel": translate("Audit", "travel time"),
        "unit_settings": translate("Audit", "unit"),
        "vault": translate("Audit", "vault"),
    }.get(kind, kind)


class Labels:
    """The names that ids have in the unit now; the id itself where it has none, as after an erasure."""

    def __init__(self, unit: Unit | None) -> None:
        self._names: dict[str, str] = {}
        self._limits: dict[str, str] = {}
        if unit is None:
            return
        self._limits = {limit.id: limit.key for limit in unit.limits}
        for kind in (unit.sites, unit.rooms, unit.suppliers, unit.offers, unit.activities, unit.groups):
            self._names |= {each.id: each.name for each in kind}
        self._names |= {level.id: level.name for level in unit.levels}
        self._names |= {limit.id: limit_name(limit.key) for limit in unit.limits}
        self._names |= {closed.id: closed.reason for closed in unit.closed_days}
        self._names |= {way.id: f"{self.of(way.site_a)} – {self.of(way.site_b)}" for way in unit.travels}
        self._names |= {member.id: member.name for member in unit.staff}
        self._names |= {citizen.id: citizen.name for citizen in unit.citizens}

    def of(self, entity_id: str) -> str:
        return self._names.get(entity_id, entity_id)

    def limit_key(self, limit: str) -> str:
        """Which limit the unit has under an id; empty where there is none any more."""
        return self._limits.get(limit, "")

    def matching(self, text: str) -> frozenset[str]:
        """The ids whose name holds a text, in whatever case, with or without accents."""
        wanted = fold(text.strip())
        return frozenset(found for found, name in self._names.items() if wanted and wanted in fold(name))


def about_words(kept: Kept, labels: Labels) -> str:
    """Whom or what an entry is about."""
    entry = kept.entry
    subject = subject_words(entry.subject_kind)
    name = labels.of(entry.subject_id)
    people = ", ".join(labels.of(person) for person in kept.people)
    values = values_in(kept.payload)
    shown = values.get(AFTER) or values.get(BEFORE) or values
    week = week_words(shown.get("week")) if isinstance(shown, Mapping) else ""
    match entry.subject_kind:
        case "plan_version":
            name = week
        case "session":
            name = " · ".join(part for part in (week, people) if part)
        case "unit_settings":
            name = ""
        case "citizen" | "staff_member" | "person":
            pass
        case "alarm":
            name = alarm_words(entry.subject_id)
        case _ if name == entry.subject_id and people:
            name = people
        case _ if name == entry.subject_id and isinstance(shown, Mapping):
            name = _own_name(entry.subject_kind, shown) or name
    return f"{subject}: {name}" if subject and name else subject or name


def _own_name(kind: str, values: Mapping[str, object]) -> str:
    """What something that is not in the unit any more was called, as far as the entry tells."""
    told = values.get("name") or values.get("key") or values.get("kind")
    return value_words(told, str, kind, "key" if "key" in values else "kind") if told else ""


def others_words(count: int) -> str:
    """What stands in an extract in the place of so many other people."""
    if count == 1:
        return translate("AuditExtract", "another person")
    return translate("AuditExtract", "%1 other people").replace("%1", QLocale().toString(count))


def week_words(week: object) -> str:
    """A week as the payload keeps it."""
    if isinstance(week, Mapping):
        return f"{week.get('year')}-W{week.get('week'):02d}"
    return str(week or "")


def who_words(entry: AuditEntry) -> str:
    """The name given, with the system's user."""
    given, system = entry.who.given, entry.who.system
    if given and system and given != system:
        return f"{given} ({system})"
    return given or system or translate("Audit", "unknown")


def moment_words(moment: datetime) -> str:
    """A moment in local time, to the second."""
    local = moment.astimezone()
    pattern = translate("Audit", "d MMM yyyy HH:mm:ss", "date format of Qt")
    stamp = QDateTime(local.year, local.month, local.day, local.hour, local.minute, local.second)
    return QLocale().toString(stamp, pattern)


def detail_lines(kept: Kept, labels: Labels) -> list[tuple[str, str]]:
    """What stands beside an entry, as pairs of a name and its text."""
    entry, payload = kept.entry, kept.payload
    utc = f"{entry.at:%Y-%m-%d %H:%M:%S} UTC"
    lines = [(translate("Audit", "When"), f"{moment_words(entry.at)} · {utc}")]
    lines.append((translate("Audit", "Who"), who_words(entry)))
    if payload is None or payload.emptied:
        lines.append((translate("Audit", "Contents"), translate("Audit", "erased")))
        return lines
    if payload.reason:
        lines.append((translate("Audit", "Why"), payload.reason))
    values = values_in(payload)
    if entry.subject_kind == "limit":
        values = {side: _with_limit(labels, entry.subject_id, told) for side, told in values.items()}
    if BEFORE in values or AFTER in values:
        lines += _change_lines(entry.subject_kind, values.get(BEFORE), values.get(AFTER), labels)
    else:
        lines += [
            (field_words(name), value_words(value, labels.of, entry.subject_kind, name))
            for name, value in values.items()
            if name not in (PEOPLE, PENDING, KNOWN, KEYS)
        ]
    if kept.people:
        lines.append((translate("Audit", "People"), ", ".join(labels.of(person) for person in kept.people)))
    return lines


def _with_limit(labels: Labels, limit: str, values: object) -> object:
    """The values of a limit with the one that it is set to in words."""
    if not isinstance(values, Mapping) or not isinstance(values.get("value"), int):
        return values
    key = str(values.get("key") or labels.limit_key(limit))
    return {**values, "value": limit_value(key, values["value"])}


def _change_lines(subject: str, before: object, after: object, labels: Labels) -> list[tuple[str, str]]:
    if not isinstance(before, Mapping) or not isinstance(after, Mapping):
        values = after if isinstance(after, Mapping) else before
        shown = values.items() if isinstance(values, Mapping) else ()
        return [
            (field_words(name), value_words(value, labels.of, subject, name))
            for name, value in shown
            if value not in ("", [], None)
        ]
    return [
        (field_words(name), _from_to((before.get(name), after[name]), labels, subject, name))
        for name in after
    ]


def _from_to(sides: tuple[object, object], labels: Labels, subject: str, name: str) -> str:
    texts = [value_words(value, labels.of, subject, name) for value in sides]
    between = "\n→ " if any("\n" in text for text in texts) else " → "
    return between.join(texts)
