"""What a planning run says in a terminal: one summary, and why where there is none."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.domain.time import IsoWeek
from desktop.printing.words import hours_text, percent_text, week_text
from desktop.qt.planning_run import RunFailure, Step
from desktop.services.summary import Summary


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
    if step.hours is None:
        return QCoreApplication.translate("Terminal", "%1 s: no plan yet").replace("%1", seconds)
    if step.hours_bound is None or step.gap is None:
        text = QCoreApplication.translate("Terminal", "%1 s: %2 hours")
        return text.replace("%1", seconds).replace("%2", hours_text(step.hours))
    text = QCoreApplication.translate("Terminal", "%1 s: %2 of at most %3 hours, gap %4")
    text = text.replace("%1", seconds).replace("%2", hours_text(step.hours))
    return text.replace("%3", hours_text(step.hours_bound)).replace("%4", percent_text(step.gap))


def failure_text(failure: RunFailure) -> str:
    """Why a run ended badly, in a sentence."""
    translate = QCoreApplication.translate
    crashed = translate("Terminal", "The planning engine ended before its time.")
    return {
        RunFailure.EMPTY: translate("Terminal", "There is no unit to plan yet."),
        RunFailure.CANNOT_PLAN: translate(
            "Terminal", "The unit has no threat levels with measures in this week, so nobody can be planned."
        ),
        RunFailure.NOT_STARTED: translate("Terminal", "The planning engine could not be started."),
        RunFailure.CRASHED: crashed,
        RunFailure.KILLED: crashed,
        RunFailure.REFUSED: translate("Terminal", "The planning engine refused the week."),
        RunFailure.UNREADABLE: translate("Terminal", "The planning engine's answer could not be read."),
        RunFailure.UNSAFE: translate(
            "Terminal", "The independent check found a broken rule. Nothing was stored or printed."
        ),
        RunFailure.INFEASIBLE: translate("Terminal", "No plan can keep all the rules this week."),
        RunFailure.NO_PLAN: translate("Terminal", "No plan was found in the time given."),
        RunFailure.UNIT_CHANGED: translate(
            "Terminal", "The unit was changed meanwhile. Plan the week again."
        ),
    }[failure]
