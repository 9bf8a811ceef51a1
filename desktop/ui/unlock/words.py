"""What is said at the door: who has the vault, how long to wait."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from desktop.ui.door import Holder
from desktop.ui.moments import local_clock

translate = QCoreApplication.translate


def holder_text(holder: Holder) -> str:
    """Who has the vault open: user, computer, process and since when, as far as it is known."""
    if holder.user and holder.since is not None:
        text = translate("Door", "%1 has it open on the computer %2 (process %3) since %4.")
        text = text.replace("%4", local_clock(holder.since))
    else:
        text = translate("Door", "A process on the computer %2 has it open (process %3).")
    return text.replace("%3", str(holder.process)).replace("%2", holder.host).replace("%1", holder.user)


def wait_text(seconds: float) -> str:
    """How long nobody may try a passphrase; whole seconds, never 0."""
    left = max(1, math.ceil(seconds))
    if left == 1:
        return translate("Door", "The next passphrase can be tried in 1 second.")
    return translate("Door", "The next passphrase can be tried in %1 seconds.").replace("%1", str(left))
