"""What a level means in practice, in sentences, and who and what can serve it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QWidget

from desktop.domain.levels import ThreatLevel
from desktop.domain.time import IsoWeek
from desktop.domain.unit import Unit
from desktop.services.level_serving import Missing, Serving, WhyNot, serving
from desktop.services.telling_apart import room_names
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import clear, column, fitting
from desktop.ui.widgets.text import heading, label
from desktop.ui.words import features, level_name, listed

translate = QCoreApplication.translate
MANY = 12
"""How many names stand in a line before the rest is counted."""


def example_sentences(level: ThreatLevel) -> list[str]:
    """What the measures of a level mean for a session."""
    found = []
    if level.max_group == 1:
        found.append(translate("Levels", "Nobody else is in the session with somebody on this level."))
    else:
        text = translate("Levels", "At most %1 people are in a session with somebody on this level.")
        found.append(text.replace("%1", str(level.max_group)))
    staff = (
        translate("Levels", "1 member of the staff")
        if level.staff == 1
        else translate("Levels", "%1 members of the staff").replace("%1", str(level.staff))
    )
    if level.guards == 0:
        found.append(
            translate("Levels", "There is at least %1, and no guard is asked for.").replace("%1", staff)
        )
    else:
        guards = (
            translate("Levels", "1 guard")
            if level.guards == 1
            else translate("Levels", "%1 guards").replace("%1", str(level.guards))
        )
        text = translate("Levels", "There is at least %1, and %2 besides.")
        found.append(text.replace("%2", guards).replace("%1", staff))
    if level.room_features:
        text = translate("Levels", "The room has: %1.")
        found.append(text.replace("%1", features(level.room_features)))
    if level.alone_on_site:
        found.append(
            translate(
                "Levels", "Nobody else of the unit is anywhere on the site at the time, in whatever session."
            )
        )
    if level.needs_approval:
        found.append(translate("Levels", "Somebody says yes to each session before it is held."))
    if level.never_automatic:
        found.append(
            translate("Levels", "The planning never places them: somebody does, session by session.")
        )
    return found


class LevelMeaning(QFrame):
    """Shows a level's meaning and what can serve it in a week."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        content = QWidget()
        column(self).addWidget(fitting(content, translate("Levels", "What a level means")))
        self._box = column(content, margin=GRID * 2, gap=4)

    def show_level(self, unit: Unit, level: ThreatLevel | None, week: IsoWeek) -> None:
        """Shows a level of the unit; None asks for one to be chosen."""
        clear(self._box)
        if level is None:
            self._line(
                translate("Levels", "Choose a level to see what it means and who can serve it."), "muted"
            )
            return
        title = translate("Levels", "What level %1 means").replace("%1", str(level.level))
        self._box.addWidget(heading(title, 0, wrap=True))
        for sentence in example_sentences(level):
            self._line(f"• {sentence}")
        found = serving(unit, level, week)
        title = translate("Levels", "Who and what can serve it this week")
        self._box.addSpacing(GRID)
        self._box.addWidget(heading(title, 0, wrap=True))
        people = {each.id: each.name for each in unit.citizens}
        rooms = room_names(unit)
        staff = {each.id: each.name for each in unit.staff}
        self._names(translate("Levels", "People on it"), found.people, people)
        of_them = translate("LevelsWeek", "Of them not able to come this week")
        self._missing(of_them, found.people_missing, people, why_not)
        self._names(translate("Levels", "Rooms that are fit"), found.rooms, rooms)
        fit = translate("LevelsWeek", "Fit but not open this week")
        self._missing(fit, found.rooms_missing, rooms, why_closed)
        self._names(translate("Levels", "Staff at work"), found.staff, staff)
        if level.guards:
            self._names(translate("Levels", "Of them guards"), found.guards, staff)
        absent = translate("LevelsWeek", "Staff not there this week")
        self._missing(absent, found.staff_missing, staff, why_not)
        if found.people and not found.possible:
            self._line(why_impossible(level, found), "danger")

    def _missing(
        self, title: str, missing: Iterable[Missing], names: dict[str, str], words: Callable[[WhyNot], str]
    ) -> None:
        """A line of those who are not there, each with the reason; no line where all are."""
        told = [f"{names[each.id]} ({words(each.why)})" for each in missing]
        if told:
            self._listed(title, told)

    def _names(self, title: str, ids: Iterable[str], names: dict[str, str]) -> None:
        self._listed(title, [names[each] for each in ids])

    def _listed(self, title: str, known: list[str]) -> None:
        shown = listed(known) if len(known) <= MANY else f"{', '.join(known[:MANY])} …"
        text = shown or translate("Levels", "none")
        self._line(f"{title} ({len(known)}): {text}")

    def _line(self, text: str, look: str = "") -> None:
        self._box.addWidget(label(text, look, wrap=True))


def why_impossible(level: ThreatLevel, found: Serving) -> str:
    """Why no session of a level can be held at all in the week."""
    name = level_name(level.level)
    if not found.rooms and found.rooms_missing:
        text = translate("LevelsWeek", "%1 can't be served this week: no room that is fit is open.")
    elif not found.rooms:
        text = translate("Levels", "%1 can't be served: no room has all that it asks for.")
    elif len(found.guards) < found.guards_needed:
        text = translate("LevelsWeek", "%1 can't be served this week: too few guards are there.")
    elif len(found.staff) < found.staff_needed + found.guards_needed:
        text = translate("LevelsWeek", "%1 can't be served this week: too few staff are there.")
    else:
        text = translate(
            "LevelsWeek",
            "%1 can't be served this week: staff enough are never there at one time with a room open.",
        )
    return text.replace("%1", name)


def why_not(why: WhyNot) -> str:
    """Why somebody is not there at any time of the week."""
    return {
        WhyNot.AWAY: translate("LevelsWeek", "away all week"),
        WhyNot.CLOSED: translate("LevelsWeek", "nothing is open when they can come"),
        WhyNot.NO_HOURS: translate("LevelsWeek", "no hours on record"),
    }[why]


def why_closed(why: WhyNot) -> str:
    """Why a room is not open at any time of the week."""
    if why is WhyNot.NO_HOURS:
        return translate("LevelsWeek", "no opening hours on record")
    return translate("LevelsWeek", "closed all week")
