"""What the window shows while the vault is locked: why, and the way back in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from desktop.ui.door import Door, LockReason
from desktop.ui.lock_screen.words import reason_text
from desktop.ui.theme import GRID, tokens
from desktop.ui.unlock.dialog import UnlockDialog
from desktop.ui.widgets.boxes import column, frame, row
from desktop.ui.widgets.icons import pixmap
from desktop.ui.widgets.text import heading, label

WIDTH = 680
ICON = 40


class LockPage(QWidget):
    """Holds nothing of the unit. ``unlocked`` is sent once the door is open again.

    ``planning``: a run goes on meanwhile. ``passphrase`` is the demo's, which is no secret; otherwise empty.
    """

    unlocked = Signal()

    def __init__(
        self,
        door: Door,
        reason: LockReason,
        *,
        planning: bool = False,
        passphrase: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("guide", "keys-and-lock")
        self.unlock = UnlockDialog(door, embedded=True, ask_keyring=False)
        self.unlock.accepted.connect(self.unlocked)
        self.reason = label(reason_text(reason), "muted", wrap=True)
        self.told: QLabel = label(self._told(planning, passphrase), "muted", wrap=True)
        self.told.setVisible(bool(self.told.text()))
        self._build()

    @property
    def busy(self) -> bool:
        """Whether a key is being worked out."""
        return self.unlock.busy

    def _told(self, planning: bool, passphrase: str) -> str:
        parts = []
        if planning:
            parts.append(
                self.tr(
                    "The week is still being planned, without names. What is found is kept encrypted, and "
                    "is checked and stored once you unlock."
                )
            )
        if passphrase:
            parts.append(self.tr("The demo's passphrase is: %1").replace("%1", passphrase))
        return "\n".join(parts)

    def _build(self) -> None:
        across = row(self, margin=GRID * 4)
        card = frame("card")
        card.setMaximumWidth(WIDTH)
        outer = column(gap=0)
        across.addStretch(1)
        across.addLayout(outer, 20)
        across.addStretch(1)
        outer.addStretch(2)
        outer.addWidget(card)
        outer.addStretch(3)
        head = row(card, margin=GRID * 4, gap=GRID * 3)
        sign = QLabel()
        sign.setPixmap(pixmap("lock", tokens(self.palette()).muted, ICON, self.devicePixelRatioF()))
        sign.setAlignment(Qt.AlignmentFlag.AlignTop)
        head.addWidget(sign)
        words = column(gap=GRID)
        words.addWidget(heading(self.tr("Sikkerplan is locked"), 3))
        words.addWidget(self.reason)
        words.addWidget(self.told)
        words.addSpacing(GRID)
        words.addWidget(self.unlock)
        head.addLayout(words, 1)
        self.setFocusProxy(self.unlock.first)
