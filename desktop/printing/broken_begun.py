"""What has begun and breaks a rule, on paper: nobody is told that a week is sound that is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from PySide6.QtCore import QCoreApplication

from desktop.domain.plans import PlanVersion
from desktop.domain.time import DAY_MINUTES
from desktop.domain.unit import Unit
from desktop.printing.words import short_day_text, time_span_text
from desktop.services.week.when_broken import Judged
from solver.check import Violation

translate = QCoreApplication.translate


def foot_text(report: Judged, digest: str) -> str:
    """What stands at the foot of every page about the check; ``digest`` is the plan's, in short."""
    if report.running or report.over:
        text = translate("PrintBegun", "Checked: no rule broken in what is to come · plan %1", "short digest")
    else:
        text = translate("Printing", "Checked: no rule broken · plan %1", "short digest")
    return text.replace("%1", digest)


def check_statement(report: Judged) -> str:
    """What the cover says of the check."""
    if not (report.running or report.over):
        return translate("Printing", "The independent check found no broken rule.")
    return translate(
        "PrintBegun",
        "The independent check found no broken rule in what is to come. What has begun and breaks a rule is "
        "listed below.",
    )


def begun_sections(
    unit: Unit, version: PlanVersion, report: Judged, names: Mapping[str, str]
) -> tuple[tuple[str, list[tuple[str, str]]], ...]:
    """A heading each with when and where, and what is broken there; ``names`` are as the print tells them."""
    running = translate("PrintBegun", "Runs as this is printed, and breaks a rule")
    over = translate("PrintBegun", "Is over, and broke a rule")
    return (
        (running, list(_rows(unit, version, report.running, names))),
        (over, list(_rows(unit, version, report.over, names))),
    )


def _rows(
    unit: Unit, version: PlanVersion, found: Iterable[Violation], names: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    sessions = {each.id: each for each in version.sessions}
    rooms = {each.id: each for each in unit.rooms}
    sites = {each.id: each.name for each in unit.sites}
    for violation in found:
        who = ", ".join(names[each] for each in violation.ids if each in names)
        broken = f"{violation.rule}: {who}" if who else violation.rule
        held = [sessions[each] for each in violation.ids if each in sessions]
        if not held:
            yield translate("PrintBegun", "The whole week"), broken
        for session in held:
            start = session.start.hour * 60 + session.start.minute
            end = (session.end.hour * 60 + session.end.minute) or DAY_MINUTES
            room = rooms.get(session.room)
            where = [session.room] if room is None else [room.name, sites.get(room.site, "")]
            times = time_span_text(start, end)
            yield ", ".join([f"{short_day_text(session.start.date())} {times}", *filter(None, where)]), broken
