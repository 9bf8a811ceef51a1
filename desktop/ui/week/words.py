"""What a run has to tell once it is over."""

from __future__ import annotations

from desktop.qt.run_words import failure_text, kept_text
from desktop.ui.week.desk import Notice, NoticeKind


def notice_words(notice: Notice) -> str:
    """One or two sentences."""
    return kept_text(notice.failure) if notice.kind is NoticeKind.CUT_SHORT else failure_text(notice.failure)
