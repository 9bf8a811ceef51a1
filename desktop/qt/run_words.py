"""Why the engine gave no answer and a planning run no plan, in words: for the window and for a terminal."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.qt.planning_run import RunFailure
from desktop.qt.solver_process import Failure

translate = QCoreApplication.translate


def engine_text(failure: Failure) -> str:
    """Why the engine gave no last answer, whatever it was asked."""
    return {
        Failure.NOT_STARTED: translate(
            "Notice", "The planning engine could not be started. Is Sikkerplan installed completely?"
        ),
        Failure.CRASHED: translate("Notice", "The planning engine ended unexpectedly."),
        Failure.REFUSED: translate("Notice", "The planning engine refused the week's data."),
        Failure.UNREADABLE: translate("Notice", "The planning engine's answer could not be read."),
        Failure.KILLED: translate("Notice", "The planning engine did not stop in time and was ended."),
    }[failure]


def failure_text(failure: RunFailure) -> str:
    """Why there is no new plan, or why the run was cut short, in one or two sentences."""
    own = {
        RunFailure.EMPTY: translate("Notice", "There is no unit to plan for yet."),
        RunFailure.CANNOT_PLAN: translate(
            "Notice",
            "This week cannot be planned: no threat level with its measures is on record for it.",
        ),
        RunFailure.UNSAFE: translate(
            "Notice", "The independent check refused the plan. Nothing of it was kept."
        ),
        RunFailure.INFEASIBLE: translate(
            "Notice", "There is no plan for this week: what is locked or given contradicts the rules."
        ),
        RunFailure.NO_PLAN: translate("Notice", "No plan was found in the time given. Try a longer time."),
        RunFailure.PAST_BROKEN: translate(
            "Notice",
            "What has begun this week does not fit the unit as it stands now, so the week can't be planned "
            "anew. “Something happened” repairs what is left of it.",
        ),
        RunFailure.OVERTAKEN: translate(
            "Notice", "A session that the new plan changes has begun meanwhile. Plan the week again."
        ),
        RunFailure.UNIT_CHANGED: translate(
            "Notice", "The unit was changed while the week was planned. Plan it again."
        ),
        RunFailure.OVER: translate(
            "WeekOver",
            "This week is over: it can't be planned any more. Nothing was made and nothing was changed.",
        ),
        RunFailure.NOTHING_LEFT: translate(
            "NothingLeft",
            "Nobody has any time left this week that could be planned. Plan the next week. Nothing was made "
            "and nothing was changed.",
        ),
        RunFailure.NOT_STORED: translate(
            "NotStored",
            "The plan could not be stored: the vault's disk is full, or it can't be written now. Make room "
            "and plan again.",
        ),
    }.get(failure)
    return own or engine_text(Failure(failure))


def kept_text(failure: RunFailure) -> str:
    """Why the run was cut short, and that its best plan was kept."""
    kept = translate("Notice", "The best plan found until then was checked and kept.")
    return f"{failure_text(failure)} {kept}"
