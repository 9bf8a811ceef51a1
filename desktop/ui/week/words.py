"""What a run has to tell once it is over, and what stands on an empty board."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.qt.planning_run import RunFailure
from desktop.qt.run_words import failure_text, kept_text
from desktop.ui.desk_run import Notice, NoticeKind

translate = QCoreApplication.translate


def notice_words(notice: Notice) -> str:
    """One or two sentences."""
    return kept_text(notice.failure) if notice.kind is NoticeKind.CUT_SHORT else failure_text(notice.failure)


def way_out_words(notice: Notice | None) -> str:
    """What leads to the page where something can be done about it; empty where no page can."""
    if notice is None or notice.failure is not RunFailure.PAST_BROKEN:
        return ""
    return translate("PastBroken", "Open “Something happened”")


def past_words() -> str:
    """Why a version with another past is not kept."""
    return translate("Versions", "Nothing was changed: what has begun stays as people know it.")


def too_late_words() -> str:
    """Why a draft of a week that is over is not published."""
    return translate(
        "PublishTooLate", "Not published: the week is over, and nobody can be told of it any more."
    )


def empty_board_words(*, planning: bool, possible: bool, read_only: bool) -> tuple[str, str]:
    """A title and a sentence. ``possible``: whether the week can be planned at all."""
    if planning:
        return (
            translate("WeekPage", "Looking for the first plan …"),
            translate("WeekPage", "Sessions appear here as soon as a plan has been found and checked."),
        )
    if not possible:
        return (
            translate("WeekPage", "This week cannot be planned"),
            translate("WeekPage", "No threat level with its measures is on record for it."),
        )
    return (
        translate("WeekPage", "This week has not been planned yet"),
        translate("WeekPage", "The vault is open read-only here. Plan the week where it is open for changes.")
        if read_only
        else translate("WeekPage", "Choose how long the planning may take and press Plan the week (F5)."),
    )
