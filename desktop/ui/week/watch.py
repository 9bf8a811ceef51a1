"""Watches from every page whether the week on the desk still holds what must hold, and what runs now."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from desktop.ui.desk import Desk
from desktop.ui.health.running import running_count, together_count
from desktop.ui.health.words import mild_words

translate = QCoreApplication.translate

QUIET_MS = 800
"""Milliseconds without an edit before the week is checked: nobody who types waits for it."""
PLACED_MS = 300
"""Milliseconds before placements are looked through: in a large unit that takes longer than the rest."""
MINUTE_MS = 60_000
"""Milliseconds between two looks at the clock."""


class WeekWatch(QObject):
    """``broken`` carries what is wrong with the version shown, and what runs now and breaks a rule in the
    plan of the present week that people go by or whom placements bring together now, in words; nothing where
    all is well. ``running`` carries what is so now alone. ``worse``: an edit, on whatever page, has made
    the version shown break more rules than before; with the same words. Of who can't come and what room is
    shut the latter alone tells.
    """

    broken = Signal(str)
    running = Signal(str)
    worse = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._last: tuple[str, int, int] | None = None
        self.quiet = QTimer(self)
        self.quiet.setSingleShot(True)
        self.quiet.setInterval(QUIET_MS)
        self.quiet.timeout.connect(self._catch_up)
        self._together = 0
        self.placed = QTimer(self)
        self.placed.setSingleShot(True)
        self.placed.setInterval(PLACED_MS)
        self.placed.timeout.connect(self._look_at_placements)
        self.minute = QTimer(self)
        self.minute.setInterval(MINUTE_MS)
        self.minute.timeout.connect(self.pass_time)
        self.minute.start()
        desk.changed.connect(self.look)
        desk.outdated.connect(self.quiet.start)

    def begin(self) -> None:
        """Tells how the version shown stands, soon where the week has not been read yet."""
        if self._desk.is_outdated:
            self.quiet.start()
        else:
            self.look()

    @Slot()
    def pass_time(self) -> None:
        """What was to come may run now, and what ran may be over."""
        if not self._desk.is_outdated and not self._desk.planning:
            self._desk.look_again()
            self.look()

    @Slot()
    def look(self) -> None:
        """Tells how the version shown stands, and what runs now; whom placements bring together a little
        later."""
        self.placed.start()
        self._tell()

    @Slot()
    def end(self) -> None:
        """Looks at nothing any more."""
        for timer in (self.quiet, self.placed, self.minute):
            timer.stop()

    @Slot()
    def _look_at_placements(self) -> None:
        together = self._desk.together_now()
        if together != self._together:
            self._together = together
            self._tell()

    def _tell(self) -> None:
        version, report = self._desk.version, self._desk.report
        count, mild = (0, 0) if report is None else (len(report.grave), report.mild_sessions)
        before = self._last
        self._last = None if version is None or self._desk.preview else (version.id, count, mild)
        words = _broken_words(self._desk.week.week, count, goes=self._desk.goes)
        now = (together_count(self._together), running_count(len(self._desk.gone_by_running())))
        running = ". ".join(each for each in now if each)
        self.running.emit(running)
        self.broken.emit(" ".join(each for each in (running and f"{running}.", words) if each))
        if before is None or self._last is None or before[0] != self._last[0]:
            return
        if count > before[1]:
            self.worse.emit(words)
        elif mild > before[2]:
            self.worse.emit(mild_words(mild))

    @Slot()
    def _catch_up(self) -> None:
        if not self._desk.planning:
            self._desk.catch_up()


def _broken_words(week: int, count: int, *, goes: bool) -> str:
    if not count:
        return ""
    if not goes:
        one = translate(
            "NotGoneBy", "The version of week %1 that is shown would break a rule as things stand."
        )
        more = translate(
            "NotGoneBy", "The version of week %1 that is shown would break %2 rules as things stand."
        )
        return (one if count == 1 else more).replace("%1", str(week)).replace("%2", str(count))
    if count == 1:
        text = translate("WeekWatch", "The plan of week %1 is not safe as things stand: it breaks a rule.")
    else:
        text = translate("WeekWatch", "The plan of week %1 is not safe as things stand: it breaks %2 rules.")
    return text.replace("%1", str(week)).replace("%2", str(count))
