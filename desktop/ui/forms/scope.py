"""How far apart two sides are kept, and the time between them: two fields that belong together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from desktop.domain.conflicts import Scope
from desktop.ui.forms.form import Form


def watch_scope(form: Form[Any], usual: Callable[[], int]) -> None:
    """A gap is asked for only where it says something; otherwise it is none.

    ``usual`` gives the minutes that are proposed where it says something again: never that rivals follow
    each other at once.
    """
    scope, gap = form.fields["scope"], form.fields["gap_minutes"]

    def look() -> None:
        session = scope.is_readable() and scope.value() is Scope.SESSION
        if session == gap.isEnabledTo(form):
            gap.set_value(0 if session else usual())
        gap.setEnabled(not session)

    scope.changed.connect(look)
    gap.setEnabled(not (scope.is_readable() and scope.value() is Scope.SESSION))
