"""Progress on standard error."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

from solver.terminal.words import put, say

if TYPE_CHECKING:
    from solver.telling import Progress


class Bar:
    """Progress on standard error: one line that is written over, or one every few seconds into a file."""

    CELLS = 20
    FEWEST_CELLS = 4

    def __init__(self, seconds: float | None, quiet: bool) -> None:
        """``seconds``: the time that fills the bar; None where nobody knows, and no bar is drawn."""
        self.seconds, self.quiet = seconds, quiet
        self.live = sys.stderr.isatty()
        self._progress: Progress | None = None
        self._drawn = ""
        self._last = -1.0

    def show(self, progress: Progress) -> None:
        """Takes what the search says, from its thread."""
        self._progress = progress

    def draw(self, elapsed: float) -> None:
        """Draws what was said last, ``elapsed`` seconds on. A terminal sees the time go where nothing was."""
        if self.quiet:
            return
        if self.live:
            width = _columns() - 1  # In the last column some terminals go to the next line.
            line = self._line(elapsed, width)
            if line != self._drawn:
                put("\r" + line.ljust(min(len(self._drawn), width)))
                self._drawn = line
            return
        progress = self._progress
        if progress is not None and (self._last < 0 or progress.elapsed - self._last >= 2.0):
            self._last = progress.elapsed
            say(self._line(progress.elapsed, sys.maxsize))

    def _line(self, elapsed: float, columns: int) -> str:
        """In so many columns: cells of the bar are left out first, then the figures that matter least."""
        text = ""
        for figures in self._figures():
            text = f"{figures}  {elapsed:.1f} s"
            if len(text) <= columns:
                break
        cells = min(self.CELLS, columns - len(text) - len("[] "))
        if self.seconds is None or cells < self.FEWEST_CELLS:
            return text[:columns]
        full = round(cells * min(1.0, elapsed / self.seconds))
        return f"[{'#' * full}{'.' * (cells - full)}] {text}"

    def _figures(self) -> tuple[str, ...]:
        """Hours, bound, gap, the duties missing, where any is, and a later goal while it is worked on; then
        the same in ever fewer words."""
        progress = self._progress
        if progress is not None and progress.preparing:
            return "making the search ready, once: up to some minutes", "making ready"
        if progress is None or not progress.goals:
            return ("no plan yet",)
        hours, duties = progress.of("hours"), progress.of("duties")
        if hours is None:
            first = progress.goals[0]
            return (f"{first.goal} {first.value:g}",)
        share = (hours.bound - hours.value) / hours.bound if hours.bound else 0.0
        few, gap = f"hours {hours.value:g}", f"gap {share:.1%}"
        most = f"{few}  bound {hours.bound:g}  {gap}"
        every = f"{most}  duties missing {duties.value:g}" if duties is not None and duties.value else most
        now = progress.of(progress.goal) if progress.goal else None
        later = now is not None and now.goal not in ("duties", "hours")
        fullest = f"{every}  {now.goal} {now.value:g}" if now is not None and later else every
        return fullest, every, most, f"{few}  {gap}", few

    def end(self) -> None:
        if self._drawn:
            put("\n")


def _columns() -> int:
    """Columns of the terminal that standard error writes to; 80 where nobody knows."""
    try:
        size = os.get_terminal_size(sys.stderr.fileno())
    except (OSError, ValueError):
        size = os.terminal_size((0, 0))
    return shutil.get_terminal_size(size).columns or 80
