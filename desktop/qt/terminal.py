"""What a planning run says in a terminal: how far it is, and one summary."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.domain.time import IsoWeek
from desktop.printing.words import hours_text, percent_text, week_text
from desktop.qt.planning_run import Step
from desktop.services.week.summary import Summary


def summary_text(week: IsoWeek, summary: Summary) -> str:
    """A planned week whose check found nothing, in a few lines."""
    translate = QCoreApplication.translate
    unknown = translate("Terminal", "unknown")
    bound = unknown if summary.hours_bound is None else hours_text(summary.hours_bound)
    gap = unknown if summary.gap is None else percent_text(summary.gap)
    figures = (
        (translate("Terminal", "People"), QLocale().toString(summary.people)),
        (translate("Terminal", "Sessions"), QLocale().toString(summary.sessions)),
        (translate("Terminal", "Weekly hours planned"), hours_text(summary.hours)),
        (translate("Terminal", "Proven upper bound"), bound),
        (translate("Terminal", "Gap"), gap),
        (translate("Terminal", "Hours in placements"), hours_text(summary.placement_hours)),
        (translate("Terminal", "Duties not met"), QLocale().toString(summary.duties_missing)),
        (translate("Terminal", "Seconds"), QLocale().toString(float(summary.seconds), "f", 1)),
    )
    wide = max(len(label) for label, _ in figures) + 2
    lines = [week_text(week), *(f"  {label:<{wide}}{value}" for label, value in figures)]
    lines.append("  " + translate("Terminal", "The independent check found no broken rule."))
    return "\n".join(lines)


def step_text(step: Step) -> str:
    """How far a run is, in one line."""
    seconds = QLocale().toString(step.elapsed, "f", 0)
    if step.preparing:
        return QCoreApplication.translate("Terminal", "Making the planner ready (the first time only) …")
    if step.hours is None:
        return QCoreApplication.translate("Terminal", "%1 s: no plan yet").replace("%1", seconds)
    if step.hours_bound is None or step.gap is None:
        text = QCoreApplication.translate("Terminal", "%1 s: %2 hours")
        return text.replace("%1", seconds).replace("%2", hours_text(step.hours))
    text = QCoreApplication.translate("Terminal", "%1 s: %2 of at most %3 hours, gap %4")
    text = text.replace("%1", seconds).replace("%2", hours_text(step.hours))
    return text.replace("%3", hours_text(step.hours_bound)).replace("%4", percent_text(step.gap))
