"""When something happened, as the computer's own clock has it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QTime


def local_clock(moment: datetime) -> str:
    """An aware moment as the local day and time, ``23 Nov 10:41``."""
    return local_moment(moment.astimezone())


def local_moment(local: datetime) -> str:
    """A local wall-clock moment, ``23 Nov 10:41``."""
    pattern = QCoreApplication.translate("Words", "d MMM hh:mm", "date format of Qt: day, month, time")
    return QLocale().toString(
        QDateTime(QDate(local.year, local.month, local.day), QTime(local.hour, local.minute)), pattern
    )
