"""Before the window closes: what would be lost is said, and somebody may stay."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QObject, Qt, Slot
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget

translate = QCoreApplication.translate


class Loss(StrEnum):
    """What goes with the window."""

    TYPED = "typed"
    PLAN = "plan"
    HELD = "held"
    REPAIR = "repair"


class Closing(QObject):
    """Asks in a box that holds nobody up: the window stays, and is closed once somebody agrees."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._asked: frozenset[Loss] = frozenset()
        self._agreed: frozenset[Loss] = frozenset()
        self.box: QMessageBox | None = None

    def may_lose(self, losses: Iterable[Loss]) -> bool:
        """Whether somebody has agreed to lose all of this; otherwise it is asked."""
        asked = frozenset(losses) - self._agreed
        if asked:
            self._ask(asked)
        return not asked

    def has_agreed(self, loss: Loss) -> bool:
        """Whether somebody was asked for it and agreed."""
        return loss in self._agreed

    def _ask(self, asked: frozenset[Loss]) -> None:
        if self.box is not None:
            return
        self._asked = asked
        box = QMessageBox(QMessageBox.Icon.Warning, self._window.windowTitle(), "", parent=self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(translate("Closing", "Close Sikkerplan and lose this?"))
        box.setInformativeText("\n\n".join(_words()[loss] for loss in Loss if loss in asked))
        box.addButton(translate("Closing", "Close and lose it"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(translate("Closing", "Stay"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.finished.connect(self._on_answer)
        self.box = box
        box.open()

    @Slot()
    def _on_answer(self) -> None:
        """Put away without an answer, as when the vault is locked, it was no yes."""
        box, self.box = self.box, None
        button: QAbstractButton | None = None if box is None else box.clickedButton()
        lose = QMessageBox.ButtonRole.DestructiveRole
        if box is None or button is None or box.buttonRole(button) is not lose:
            self._agreed = frozenset()
            return
        self._agreed |= self._asked
        self._window.close()


def _words() -> dict[Loss, str]:
    return {
        Loss.TYPED: translate(
            "Closing", "Something that was typed is not saved: it is not complete, or could not be stored."
        ),
        Loss.PLAN: translate(
            "Closing",
            "The best plan that was found could not be stored: the vault's disk is full, or it can't be "
            "written now. Stay, make room, and it is stored when the planning ends.",
        ),
        Loss.HELD: translate(
            "Closing",
            "The week is still being planned while Sikkerplan is locked. What is found can be stored only "
            "once you have unlocked it.",
        ),
        Loss.REPAIR: translate(
            "ClosingRepair",
            "A repaired week was found that is neither accepted nor discarded. What happened stays on "
            "record, but the week stays as it was, and who was ticked as told of the repair is forgotten. "
            "Stay to accept or discard the repair.",
        ),
    }
