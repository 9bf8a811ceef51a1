"""Why something can't be: a rule that would be broken, as a sentence with the names that it is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication

from desktop.domain.unit import Unit
from desktop.ui.health.words import rule_name
from desktop.ui.words import listed
from solver.check import Violation

translate = QCoreApplication.translate


_FIRST = frozenset(("R10", "R11", "R12", "R13", "R14"))
_MOST_TOGETHER = 4


class Reasons:
    """Words broken rules with a unit's names."""

    def __init__(self, unit: Unit) -> None:
        kinds = (unit.citizens, unit.staff)
        self._names: Mapping[str, str] = {each.id: each.name for kind in kinds for each in kind}

    def sentence(self, found: Violation) -> str:
        """One broken rule."""
        return _worded(found.rule, listed(self._who(found)))

    def sentences(self, broken: Iterable[Violation]) -> tuple[str, ...]:
        """Each broken rule once with everybody it is about, those that keep people safe first."""
        alone: dict[str, list[str]] = {}
        together: dict[str, list[str]] = {}
        for found in sorted(broken, key=lambda each: each.rule not in _FIRST):
            who = self._who(found)
            alone.setdefault(found.rule, []).extend(who if len(who) == 1 else [])
            together.setdefault(found.rule, []).extend([listed(who)] if len(who) > 1 else [])
        return tuple(self._of_rule(rule, who, together[rule]) for rule, who in alone.items())

    def _of_rule(self, rule: str, alone: Iterable[str], together: Iterable[str]) -> str:
        single, meetings = tuple(dict.fromkeys(alone)), list(dict.fromkeys(together))
        told = [listed(single)] if single else []
        told += meetings[:_MOST_TOGETHER]
        left = len(meetings) - _MOST_TOGETHER
        if left > 0:
            more = translate("ReasonLists", "and %1 more", "at the end of a list of those who would meet")
            told.append(more.replace("%1", str(left)))
        return _worded(rule, "; ".join(told))

    def _who(self, found: Violation) -> list[str]:
        return [self._names[each] for each in found.ids if each in self._names]


def _worded(rule: str, who: str) -> str:
    pattern, bare = _patterns().get(rule, ("", ""))
    text = pattern.replace("%1", who) if who and pattern else bare
    return f"{rule_name(rule)}: {text}" if text else rule_name(rule)


def _patterns() -> dict[str, tuple[str, str]]:
    """By rule: the sentence about somebody, and the one that names nobody."""
    room = translate("Reasons", "The room is closed, too small, or lacks what is asked for.")
    form = translate("Reasons", "The time is outside the opening hours, or has a length that is not offered.")
    size = translate("Reasons", "The group would be too small or too large.")
    locked = translate("Reasons", "A lock holds it fast.")
    return {
        "R1": (form, form),
        "R2": (room, room),
        "R3": ("", translate("Reasons", "The room is taken at that time.")),
        "R4": (
            translate("Reasons", "%1: not there, busy elsewhere, or no hours left."),
            translate("Reasons", "Nobody of the staff is free."),
        ),
        "R5": (
            translate("Reasons", "No staff with the right skills is free for %1."),
            translate("Reasons", "Not enough staff with the right skills is free."),
        ),
        "R6": (
            translate("Reasons", "%1: can't come then, or busy elsewhere."),
            translate("Reasons", "Somebody can't come then."),
        ),
        "R7": (
            translate("Reasons", "%1: more hours than they can carry."),
            translate("Reasons", "Somebody would have more hours than they can carry."),
        ),
        "R8": (
            translate("Reasons", "%1: not enrolled in it, or too often."),
            translate("Reasons", "Somebody is not enrolled in it, or would come too often."),
        ),
        "R9": (size, size),
        "R10": (
            translate("Reasons", "%1 may never be in one session."),
            translate("Reasons", "People who must be kept apart would be in one session."),
        ),
        "R11": (
            translate("Reasons", "%1 would be on the site at the same time, or too close."),
            translate("Reasons", "Rivals would be on the site at the same time, or too close."),
        ),
        "R12": (
            translate("Reasons", "%1 would be on the site together, and one of them must be alone there."),
            translate("Reasons", "Somebody must be alone on the site."),
        ),
        "R13": (
            translate("Reasons", "%1 must not meet: the staff or the site is to be avoided."),
            translate("Reasons", "The staff or the site is to be avoided."),
        ),
        "R14": (locked, locked),
        "R15": ("", translate("Reasons", "The week would cost more than the budget.")),
    }
