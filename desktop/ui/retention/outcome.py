"""What came of an erasure, told in a box of the panel."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QLabel

from desktop.services.erasure import StillPlanned
from desktop.services.ports import NotRecorded, NotStored
from desktop.ui.widgets.text import restyle
from desktop.ui.words import not_stored_words

translate = QCoreApplication.translate


def failure_words(outcome: object) -> str:
    """Why nothing was erased. What the store says of it holds no values, and is not shown."""
    if isinstance(outcome, StillPlanned):
        return translate(
            "Retention",
            "Nothing was erased: a plan of this week or a later one names somebody of them. End their time "
            "with the unit and plan anew first.",
        )
    if isinstance(outcome, NotStored | NotRecorded):
        return not_stored_words()
    return translate("Retention", "It could not be done. The vault may be busy: try again.")


def tell(box: QFrame, where: QLabel, text: str, look: str = "calm") -> None:
    """Shows a text in a box of the panel."""
    where.setText(text)
    box.setProperty("look", look)
    restyle(box)
    restyle(where)
    box.show()
