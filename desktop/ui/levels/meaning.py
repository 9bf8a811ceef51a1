"""What a level means in practice, in sentences, and who and what can serve it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QWidget

from desktop.domain.levels import ThreatLevel
from desktop.domain.time import IsoWeek
from desktop.domain.unit import Unit
from desktop.services.level_serving import Serving, serving
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
        rooms = {each.id: each.name for each in unit.rooms}
        staff = {each.id: each.name for each in unit.staff}
        self._names(translate("Levels", "People on it"), found.people, people)
        self._names(translate("Levels", "Rooms that are fit"), found.rooms, rooms)
        self._names(translate("Levels", "Staff at work"), found.staff, staff)
        if level.guards:
            self._names(translate("Levels", "Of them guards"), found.guards, staff)
        if found.people and not found.possible:
            self._line(why_impossible(level, found), "danger")

    def _names(self, title: str, ids: Iterable[str], names: dict[str, str]) -> None:
        known = [names.get(each, "") for each in ids]
        shown = listed(known) if len(known) <= MANY else f"{', '.join(known[:MANY])} …"
        text = shown or translate("Levels", "none")
        self._line(f"{title} ({len(known)}): {text}")

    def _line(self, text: str, look: str = "") -> None:
        self._box.addWidget(label(text, look, wrap=True))


def why_impossible(level: ThreatLevel, found: Serving) -> str:
    """Why no session of a level can be held at all."""
    name = level_name(level.level)
    if not found.rooms:
        text = translate("Levels", "%1 can't be served: no room has all that it asks for.")
    elif len(found.guards) < found.guards_needed:
        text = translate("Levels", "%1 can't be served: there are too few guards.")
    else:
        text = translate("Levels", "%1 can't be served: there are too few staff for one session.")
    return text.replace("%1", name)
