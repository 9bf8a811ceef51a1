"""The panel beside the board: one session with its people, its staff and what is to be watched."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.levels import LevelState
from desktop.domain.plans import PlanVersion
from desktop.domain.unit import Unit
from desktop.printing.words import day_text
from desktop.services.facts import Attendee, Carrier, SessionFacts
from desktop.services.session_facts import session_facts
from desktop.services.week.planning import Prepared
from desktop.ui.session.words import FactWords, Told
from desktop.ui.theme import GRID, tokens
from desktop.ui.widgets.badge import LevelBadge
from desktop.ui.widgets.boxes import clear, column, row, rule, scrolled
from desktop.ui.widgets.icons import pixmap
from desktop.ui.widgets.text import heading, label, tooltip
from desktop.ui.words import group_words, level_words, times

ICON = 16
translate = QCoreApplication.translate


class SessionPanel(QWidget):
    """Shows a session, or what the panel is for. ``row_made`` carries the line of a citizen and their id,
    ``person_menu_asked`` the id and the place on the screen."""

    row_made = Signal(object, str)
    person_menu_asked = Signal(str, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = QWidget()
        self._box: QVBoxLayout = column(self._inside, margin=GRID * 2, gap=GRID)
        self._none = QWidget()
        none = column(self._none, margin=GRID * 3)
        text = label(
            self.tr("Choose a session on the board to see its people, its staff and what to watch about it."),
            "muted",
            wrap=True,
        )
        text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        none.addStretch(1)
        none.addWidget(text)
        none.addStretch(2)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._none)
        self._stack.addWidget(scrolled(self._inside, self.tr("About the session")))
        self._whole = column(self, gap=0)
        self._whole.addWidget(self._stack, 1)

    def add_below(self, widget: QWidget) -> None:
        """Puts something below that stays in sight, whatever is read above."""
        self._whole.addWidget(widget)

    def show_session(
        self,
        prepared: Prepared | None,
        version: PlanVersion | None,
        session: str | None,
        *,
        runs_now: bool = False,
        goes: bool = True,
    ) -> None:
        """Shows a session of a version, what it breaks first; None shows what the panel is for. ``runs_now``:
        it runs at this moment and breaks a rule. ``goes``: people go by the version."""
        if prepared is None or version is None or session is None:
            self._stack.setCurrentIndex(0)
            return
        clear(self._box)
        title = translate("SessionBroken", "Breaks a rule")
        if runs_now:
            title = translate("SessionBroken", "Runs now, and breaks a rule")
        elif not goes:
            title = translate("NotGoneBy", "Would break a rule")
        self._fill(prepared.unit, session_facts(prepared, version, session), broken_title=title)
        self._stack.setCurrentIndex(1)

    def texts(self) -> tuple[str, ...]:
        """Everything the panel says, from top to bottom."""
        return tuple(found.text() for found in self._inside.findChildren(QLabel) if found.text())

    def lines(self, citizen: str) -> list[QWidget]:
        """The lines about a citizen."""
        return self._inside.findChildren(QWidget, citizen)

    def _fill(self, unit: Unit, facts: SessionFacts, *, broken_title: str) -> None:
        session = facts.session
        activity = next(found for found in unit.activities if found.id == session.activity)
        room = next(found for found in unit.rooms if found.id == session.room)
        site = next(found for found in unit.sites if found.id == facts.site)
        self._box.addWidget(heading(activity.name, 2, wrap=True))
        when = f"{day_text(session.start.date())} · {times(session.start, session.end)}"
        self._box.addWidget(label(when, wrap=True))
        self._box.addWidget(label(f"{room.name} · {site.name}", "muted", wrap=True))
        words = FactWords(unit)
        told = [words.tell(fact) for fact in facts.facts]
        broken = [each for each in told if not each.good]
        if broken:
            self._section(broken_title, "danger")
            for each in broken:
                self._box.addLayout(self._told(each))
        people = self.tr("People · %1").replace("%1", str(len(facts.people)))
        self._section(people)
        for attendee in facts.people:
            self._box.addWidget(self._person_line(self._attendee(unit, attendee), attendee.citizen))
        self._section(self.tr("Staff · %1").replace("%1", str(len(facts.staff))))
        for carrier in facts.staff:
            self._box.addWidget(self._person_line(self._carrier(unit, carrier), ""))
        self._section(self.tr("What to watch"))
        for each in sorted((each for each in told if each.good), key=lambda each: not each.attention):
            self._box.addLayout(self._told(each))
        self._box.addStretch(1)

    def _section(self, text: str, look: str = "") -> None:
        self._box.addSpacing(GRID)
        self._box.addWidget(rule())
        head = heading(text, 0)
        if look:
            head.setProperty("look", look)
        self._box.addWidget(head)

    def _person_line(self, line: QHBoxLayout, citizen: str) -> QWidget:
        """A line that can be carried to the board, where it is a citizen's."""
        holder = QWidget()
        holder.setLayout(line)
        holder.setObjectName(citizen)
        if citizen:
            holder.setCursor(Qt.CursorShape.OpenHandCursor)
            holder.setToolTip(
                tooltip(self.tr("Draw it to another session, or to the bare board to take it out"))
            )
            holder.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            holder.customContextMenuRequested.connect(
                lambda at: self.person_menu_asked.emit(citizen, holder.mapToGlobal(at))
            )
            self.row_made.emit(holder, citizen)
        return holder

    def _attendee(self, unit: Unit, attendee: Attendee) -> QHBoxLayout:
        person = next(found for found in unit.citizens if found.id == attendee.citizen)
        groups = {group.id: group.name for group in unit.groups}
        line = row(gap=GRID)
        level = level_words(attendee.level, attendee.level_state)
        line.addWidget(LevelBadge(attendee.level, level), alignment=Qt.AlignmentFlag.AlignTop)
        names = column(gap=0)
        names.addWidget(label(person.name, wrap=True))
        belonging = group_words([groups[group] for group in attendee.groups])
        names.addWidget(label(belonging, "muted", wrap=True))
        if attendee.level_state is not LevelState.CURRENT:
            names.addWidget(label(level, "warn", wrap=True))
        line.addLayout(names, 1)
        return line

    def _carrier(self, unit: Unit, carrier: Carrier) -> QHBoxLayout:
        member = next(found for found in unit.staff if found.id == carrier.staff)
        supplier = next((found.name for found in unit.suppliers if found.id == member.supplier), None)
        parts = [supplier or self.tr("the unit's own")]
        if carrier.skilled:
            parts.append(self.tr("has the activity's skill"))
        if carrier.guard:
            parts.append(self.tr("can guard"))
        line = row(gap=GRID)
        line.addWidget(
            self._icon("person", tokens(self.palette()).muted), alignment=Qt.AlignmentFlag.AlignTop
        )
        names = column(gap=0)
        names.addWidget(label(member.name, wrap=True))
        names.addWidget(label(" · ".join(parts), "muted", wrap=True))
        line.addLayout(names, 1)
        return line

    def _told(self, told: Told) -> QHBoxLayout:
        colours = tokens(self.palette())
        name, colour = ("ok", colours.ok) if told.good else ("danger", colours.danger)
        if told.good and told.attention:
            name, colour = "warn", colours.warn
        spoken = {
            "ok": self.tr("Holds"),
            "warn": self.tr("Look at this"),
            "danger": self.tr("Broken"),
        }[name]
        line = row(gap=GRID)
        sign = self._icon(name, colour)
        sign.setAccessibleName(spoken)
        line.addWidget(sign, alignment=Qt.AlignmentFlag.AlignTop)
        words = column(gap=0)
        words.addWidget(label(told.title, wrap=True))
        words.addWidget(label(told.text, "muted" if told.good else "danger", wrap=True))
        line.addLayout(words, 1)
        return line

    def _icon(self, name: str, colour: str) -> QLabel:
        sign = QLabel()
        sign.setPixmap(pixmap(name, colour, ICON, self.devicePixelRatioF()))
        sign.setFixedSize(ICON, self.fontMetrics().height())
        return sign
