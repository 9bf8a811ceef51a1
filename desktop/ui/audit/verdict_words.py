"""What a verification of the audit trail found, in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop.services.trail.audit_restored import Restored
from desktop.services.trail.audit_verify import Agreement, Compared, Fault, Finding, Unreached, Verdict
from desktop.ui.audit.words import moment_words

translate = QCoreApplication.translate


def verdict_words(verdict: Verdict) -> str:
    """The verdict in one sentence."""
    if not verdict.whole:
        return translate("Audit", "The audit trail is not as it was written.")
    if verdict.restored:
        text = translate(
            "Restored",
            "All %1 entries hold together, and a backup was restored on the way. Anchors vouch up to number "
            "%2.",
        )
    elif verdict.vouched == 0:
        text = translate("Audit", "All %1 entries hold together, but no anchor vouches for them.")
    else:
        text = translate("Audit", "All %1 entries are as they were written. Anchors vouch up to number %2.")
    return text.replace("%1", str(verdict.head.count)).replace("%2", str(verdict.vouched))


def verdict_lines(verdict: Verdict) -> list[str]:
    """What was found and compared, each in a sentence; what is wrong comes first."""
    lines = [finding_words(finding) for finding in verdict.findings]
    lines += [restored_words(each) for each in verdict.restored]
    lines += _compared_lines(verdict.compared)
    lines += _unreached_lines(verdict.unreached)
    lines += _short_lines(verdict)
    if verdict.set_back:
        text = translate(
            "Audit",
            "The computer's clock was set back before these entries: %1. Their order is certain, their times "
            "are not.",
        )
        lines.append(text.replace("%1", ", ".join(map(str, verdict.set_back))))
    if verdict.emptied:
        text = translate("Audit", "Contents erased by decision, their entries kept: %1.")
        lines.append(text.replace("%1", str(verdict.emptied)))
    return lines


def finding_words(finding: Finding) -> str:
    """A fault of some entries."""
    numbers = str(finding.first) if finding.first == finding.last else f"{finding.first}–{finding.last}"
    text = {
        Fault.MISSING: translate("Audit", "Entries are missing: %1."),
        Fault.ALTERED: translate("Audit", "Entries were altered: %1."),
        Fault.OUT_OF_ORDER: translate("Audit", "Entries do not follow the one before them: %1."),
        Fault.TIME_REVERSED: translate("Audit", "Entries are older than the one before them: %1."),
        Fault.PAYLOAD_ALTERED: translate("Audit", "The contents of entries were altered: %1."),
        Fault.PAYLOAD_MISSING: translate("Audit", "The contents of entries are missing: %1."),
        Fault.PAYLOAD_EMPTIED: translate("Audit", "Contents were emptied without a recorded erasure: %1."),
        Fault.PEOPLE_ALTERED: translate("Audit", "Whom entries are about was altered: %1."),
        Fault.STRAY: translate("Audit", "Contents without their entry: %1. The end may have been cut off."),
        Fault.ANCHOR_DIFFERED: translate("Audit", "At an unlock the trail differed from an anchor: %1."),
        Fault.KEYS_DIFFERED: translate(
            "KeyAlarm", "At an unlock the key file was another one than the trail knew: %1."
        ),
    }[finding.fault]
    return text.replace("%1", numbers)


def compared_words(compared: Compared) -> str:
    """What came of one anchor."""
    text = {
        Agreement.AGREES: translate("Audit", "%1: agrees up to entry %2."),
        Agreement.CUT_OFF: translate(
            "Audit",
            "%1: knows %2 entries, more than there are. The end was cut off, or an older copy of the vault "
            "was put in its place.",
        ),
        Agreement.DIFFERS: translate(
            "Audit", "%1: entry %2 is not the one that was there. The trail was written anew."
        ),
        Agreement.LEFT_BEHIND: translate(
            "Restored", "%1: knows %2 entries of the vault that a restored backup took the place of."
        ),
    }[compared.agreement]
    count = str(compared.anchor.head.count)
    return text.replace("%1", place_words(compared.anchor.place, compared.anchor.made)).replace("%2", count)


def restored_words(restored: Restored) -> str:
    """A restore that the trail went through."""
    text = translate(
        "Restored",
        "A backup of %1 was restored on %2, entry %3. What was recorded after that backup was made is not "
        "here, but in the vault that it took the place of.",
    )
    made, at = moment_words(restored.made), moment_words(restored.at)
    return text.replace("%1", made).replace("%2", at).replace("%3", str(restored.number))


def unreached_words(unreached: Unreached) -> str:
    """Why a place could not be compared with."""
    known = {
        "locked": translate("Audit", "%1: not compared, because it is locked."),
        "unreadable": translate("Audit", "%1: not compared, because what is kept there can't be read."),
        "none": translate("Audit", "%1: not compared, because there is none on this computer."),
        "forbidden": translate(
            "AuditForbidden", "%1: not compared, because it is forbidden on this computer."
        ),
        "other_key": translate(
            "AuditBackups",
            "%1: not compared, because another key opens it, such as the one from before the data key was "
            "changed.",
        ),
        "gone": translate("AuditBackups", "The backups: not compared, because their folder can't be read."),
    }
    text = known.get(unreached.reason, translate("Audit", "%1: not compared, because it did not answer."))
    return text.replace("%1", place_words(unreached.place, unreached.made))


def place_words(place: str, made: datetime | None = None) -> str:
    """Where an anchor is kept, and since when where that is known."""
    if place == "backup" and made is not None:
        text = translate("AuditBackups", "The backup of %1")
        return text.replace("%1", moment_words(made))
    places = {"keyring": translate("Audit", "The system's keyring"), "backup": translate("Audit", "A backup")}
    return places.get(place, place)


def _compared_lines(compared: Sequence[Compared]) -> list[str]:
    """What speaks against the trail comes first; backups that agree with it are told in one sentence."""
    agreeing = [
        each for each in compared if each.anchor.place == "backup" and each.agreement is Agreement.AGREES
    ]
    together = agreeing if len(agreeing) > 1 else []
    told = [each for each in compared if each not in together]
    told.sort(key=lambda each: each.agreement.fits)
    lines = [compared_words(each) for each in told]
    if together:
        text = translate("AuditBackups", "%1 backups: all agree, up to entry %2.")
        last = max(each.anchor.head.count for each in together)
        lines.append(text.replace("%1", str(len(together))).replace("%2", str(last)))
    return lines


def _unreached_lines(unreached: Sequence[Unreached]) -> list[str]:
    """Backups of one kind together: after a new data key there may be fourteen of them."""
    by_reason: dict[tuple[str, str], list[Unreached]] = {}
    for each in unreached:
        by_reason.setdefault((each.place, each.reason), []).append(each)
    lines = []
    for (place, reason), group in by_reason.items():
        if len(group) == 1:
            lines.append(unreached_words(group[0]))
            continue
        text = unreached_words(Unreached(place, reason))
        made = ", ".join(moment_words(each.made) for each in group if each.made is not None)
        lines.append(f"{text} ({made})" if made else text)
    return lines


def _short_lines(verdict: Verdict) -> list[str]:
    found = verdict.short
    if found is None:
        return []
    if found.number is None or found.at is None:
        text = translate(
            "Audit",
            "No entry has the short form that you typed. Check the letters; if they are right, entries were "
            "changed or removed since that print.",
        )
        return [text]
    text = translate("Audit", "The short form belongs to entry %1 of %2: everything up to it is as it was.")
    return [text.replace("%1", str(found.number)).replace("%2", moment_words(found.at))]
