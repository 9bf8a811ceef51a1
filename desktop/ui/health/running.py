"""What is said of a session that runs at this moment and breaks a rule: when, where, and who is called."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.domain.plans import PlannedSession
from desktop.domain.unit import Unit
from desktop.services.week.unsafe import UnsafeSession
from desktop.ui.words import listed, when_inside

translate = QCoreApplication.translate


def session_place(unit: Unit, session: PlannedSession) -> str:
    """``Thursday 26 November, 10:00–13:00, Jobklub, Lokale 1, Huset``, amid a sentence."""
    activity = next((each.name for each in unit.activities if each.id == session.activity), session.activity)
    room = next((each for each in unit.rooms if each.id == session.room), None)
    site = None if room is None else next((each.name for each in unit.sites if each.id == room.site), None)
    parts = (when_inside(session.start, session.end), activity, None if room is None else room.name, site)
    return ", ".join(part for part in parts if part)


def running_count(count: int) -> str:
    """How many sessions that run now break a rule; empty for none."""
    if not count:
        return ""
    if count == 1:
        return translate("RunsNow", "1 session that runs now breaks a rule")
    return translate("RunsNow", "%1 sessions that run now break a rule").replace("%1", str(count))


def together_count(count: int) -> str:
    """How often two people who must not meet are brought together now by placements; empty for none."""
    if not count:
        return ""
    if count == 1:
        return translate("TogetherNow", "2 people who must not meet are at one workplace now")
    text = translate("TogetherNow", "%1 times 2 people who must not meet are at one workplace now")
    return text.replace("%1", str(count))


def running_text(unit: Unit, running: Sequence[UnsafeSession]) -> str:
    """The same with when and where each is; empty for none."""
    if not running:
        return ""
    places = "; ".join(session_place(unit, each.session) for each in running)
    text = translate("RunsNow", "%1: %2", "how many sessions that run now break a rule, when and where")
    return text.replace("%2", places).replace("%1", running_count(len(running)))


def call_now_text(unit: Unit, session: PlannedSession) -> str:
    """Who has to be called out of a session, or rather who is there to do so."""
    names = {each.id: each.name for each in unit.staff}
    staff = listed([names.get(each, each) for each in session.staff])
    return translate("RunsNow", "Call %1 now.", "the staff of a session").replace("%1", staff)


def runs_now_line(text: str) -> str:
    """A line about something that runs at this moment."""
    return translate("RunsNow", "Runs now: %1").replace("%1", text)


def happened_line(text: str) -> str:
    """A line about something that is over."""
    return translate("RunsNow", "Is over: %1").replace("%1", text)


def may_go_on(unit: Unit, running: Sequence[UnsafeSession]) -> str:
    """Why a version with a session that runs and breaks a rule may be used all the same; empty for none."""
    if not running:
        return ""
    text = translate(
        "RunsNow",
        "%1. No plan can change it any more: call the staff. The rest of the week can be used all the same.",
    )
    return text.replace("%1", running_text(unit, running))


def to_take_out_text(unit: Unit, running: Sequence[UnsafeSession], *, told: bool) -> str:
    """What can be done so that a draft with a session that runs and breaks a rule is published; empty for
    none. ``told``: people know of the week, so that what has begun stays as they heard it."""
    if not running:
        return ""
    text = translate(
        "TakeOut",
        "%1. This week was never published: take out what runs now and publish the rest, or publish once it "
        "is over.",
    )
    if told:
        text = translate(
            "TakeOut",
            "%1. People were told of this week, so what has begun stays: publish once that is over.",
        )
    lines = [text.replace("%1", running_text(unit, running))]
    calls = [call_now_text(unit, each.session) for each in running if not each.mild]
    if calls and not told:
        lines.append(translate("TakeOut", "It may be held all the same:"))
    return " ".join((*lines, *dict.fromkeys(calls)))
