"""What stands in the heads of versions beside each other, and in the cells of their people."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.domain.plans import PlanVersion
from desktop.printing.marks import GLYPHS
from desktop.printing.words import hours_text, people_text
from desktop.services.beside import Mark, WeekBeside
from desktop.services.differences import PersonDifference
from desktop.ui.words import listed, minutes_as_hours, money
from solver.check import Report

translate = QCoreApplication.translate


def signed(value: float, text: str) -> str:
    """A difference with its sign, ``+1.5``; ``text`` is its size."""
    return f"{'+' if value > 0 else '−'}{text}"


def figures_words(report: Report, base: Report) -> str:
    """Hours and missing duties as the check finds them, each with its difference from the base."""
    hours, before = (_goal(each, "hours") for each in (report, base))
    parts = []
    if hours is None:
        parts.append(translate("Beside", "hours unknown"))
    else:
        text = translate("Beside", "%1 hours").replace("%1", hours_text(hours))
        more = 0.0 if before is None else hours - before
        parts.append(_with_difference(text, more, hours_text(abs(more))))
    missing = len(report.unmet)
    if missing:
        one, many = translate("Beside", "1 duty missing"), translate("Beside", "%1 duties missing")
        text = one if missing == 1 else many.replace("%1", str(missing))
    else:
        text = translate("Beside", "no duty missing")
    more = missing - len(base.unmet)
    parts.append(_with_difference(text, more, str(abs(more))))
    return " · ".join(parts)


def wishes_words(version: PlanVersion, report: Report, base: Report) -> str:
    """The goals after duties and hours as the check finds them, less of each is better; nothing where the
    version was asked for none."""
    parts = []
    asked = {each.goal for each in version.goals}
    for goal in ("fairness", "changes", "gaps", "cost"):
        value, before = _goal(report, goal), _goal(base, goal)
        if goal not in asked or value is None:
            continue
        more = 0.0 if before is None else value - before
        parts.append(_with_difference(_wish(goal, value), more, _size(goal, abs(more))))
    return " · ".join(parts)


def told_words(citizens: int, staff: int) -> str:
    """Who must be told where a version takes the place of the base."""
    if not citizens and not staff:
        return translate("Beside", "Nobody has to be told.")
    text = translate("Beside", "To be told: %1 and %2 of the staff.")
    return text.replace("%2", str(staff)).replace("%1", people_text(citizens))


def week_words(week: WeekBeside, base: WeekBeside) -> str:
    """Somebody's hours and what is otherwise: ``4.5 h (−1.5) · + 1 new · → 2 moved``."""
    if week.minutes is None:
        hours = translate("Beside", "not in this week")
    else:
        hours = translate("Beside", "%1 h", "hours, short").replace("%1", minutes_as_hours(week.minutes))
        more = 0 if base.minutes is None else week.minutes - base.minutes
        hours = _with_difference(hours, more, minutes_as_hours(abs(more)))
    signs = (f"{GLYPHS[mark]}\u202f{count} {_short(mark)}" for mark, count in _counts(week.against))
    return " · ".join([hours, *_missing(week), *signs])


def spoken_week(week: WeekBeside, base: WeekBeside) -> str:
    """The same in words."""
    parts = []
    if week.minutes is None:
        parts.append(translate("Beside", "not in this week"))
    else:
        parts.append(translate("Beside", "%1 hours").replace("%1", minutes_as_hours(week.minutes)))
        more = 0 if base.minutes is None else week.minutes - base.minutes
        if more:
            text = translate("Beside", "%1 more") if more > 0 else translate("Beside", "%1 fewer")
            parts.append(text.replace("%1", minutes_as_hours(abs(more))))
    words = {
        Mark.NEW: translate("Beside", "%1 new"),
        Mark.GONE: translate("Beside", "%1 gone"),
        Mark.MOVED: translate("Beside", "%1 moved"),
        Mark.OTHERS: translate("ToldWhy", "%1 with other people"),
    }
    changed = (words[mark].replace("%1", str(count)) for mark, count in _counts(week.against))
    return ", ".join([*parts, *_missing(week), *changed])


def legend_words(mark: Mark) -> str:
    """What a sign on the boards stands for, in a word or two."""
    return {
        Mark.NEW: translate("Beside", "new"),
        Mark.GONE: translate("Beside", "gone"),
        Mark.MOVED: translate("Beside", "moved"),
        Mark.OTHERS: translate("Beside", "other people"),
    }[mark]


def broken_words(rules: list[str]) -> str:
    """That a version is unsafe, and which rules it breaks."""
    text = translate("Beside", "Not safe: it breaks %1. It can't be published.")
    return text.replace("%1", listed(rules))


def _short(mark: Mark) -> str:
    return translate("Beside", "staff", "other staff, short") if mark is Mark.OTHERS else legend_words(mark)


def _with_difference(text: str, more: float, size: str) -> str:
    return f"{text} ({signed(more, size)})" if abs(more) > 1e-6 else text


def _missing(week: WeekBeside) -> Iterator[str]:
    if week.missing:
        one, many = translate("Beside", "1 duty missing"), translate("Beside", "%1 duties missing")
        yield one if week.missing == 1 else many.replace("%1", str(week.missing))


def _counts(against: PersonDifference | None) -> Iterator[tuple[Mark, int]]:
    if against is None:
        return
    elsewhere = sum(each.elsewhere for each in against.moved)
    for mark, count in (
        (Mark.NEW, len(against.added)),
        (Mark.GONE, len(against.removed)),
        (Mark.MOVED, elsewhere),
        (Mark.OTHERS, len(against.moved) - elsewhere + len(against.company)),
    ):
        if count:
            yield mark, count


def _goal(report: Report, goal: str) -> float | None:
    return next((value for name, value in report.goals if name == goal), None)


def _wish(goal: str, value: float) -> str:
    if goal == "cost":
        return _size(goal, value)
    text = {
        "fairness": translate("Beside", "unevenness %1"),
        "changes": translate("Beside", "changes %1"),
        "gaps": translate("Beside", "waiting %1 h"),
    }[goal]
    return text.replace("%1", _size(goal, value))


def _size(goal: str, value: float) -> str:
    if goal == "cost":
        return money(round(value))
    return minutes_as_hours(value) if goal == "gaps" else QLocale().toString(round(value))
