"""The last look before a draft becomes a version that never changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.domain.plans import PlanVersion
from desktop.domain.unit import Unit
from desktop.services.awaiting import still_to_come
from desktop.services.differences import PersonDifference, to_tell
from desktop.services.locks import MissingApproval
from desktop.ui.widgets.boxes import row
from desktop.ui.widgets.popover import Popover
from desktop.ui.widgets.text import label
from desktop.ui.words import listed, when_inside

translate = QCoreApplication.translate
MOST = 6


class PublishPopover(Popover):
    """``agreed`` is sent when somebody publishes.

    ``running`` tells of what runs now and breaks a rule, ``way_out`` what can be done about it where that
    keeps the week from being published; ``now`` is local: of what has begun by then nobody
    is told any more.
    """

    agreed = Signal()

    def __init__(
        self,
        unit: Unit,
        version: PlanVersion,
        before: PlanVersion | None,
        missing: Sequence[MissingApproval],
        *,
        clean: bool,
        running: str,
        way_out: str,
        now: datetime,
        parent: QWidget,
    ) -> None:
        text = translate("Publish", "Publish version %1?").replace("%1", str(version.number))
        super().__init__(text, parent)
        names = {each.id: each.name for kind in (unit.citizens, unit.staff) for each in kind}
        self.final = label(
            translate("Publish", "It never changes afterwards, and publishing can't be undone."), wrap=True
        )
        self.box.addWidget(self.final)
        if before is not None:
            told = [_told(each, names) for each in to_tell(before, version, now)]
            text = (
                translate("Publish", "Against version %1 these must be told (%2): %3.")
                if told
                else translate("Publish", "Against version %1 nobody has to be told anything new.")
            )
            text = text.replace("%1", str(before.number)).replace("%2", str(len(told)))
            self.box.addWidget(label(text.replace("%3", _some(told)), wrap=True))
            if before.number > version.number:
                text = translate("InForce", "From then on it is in force, and version %1 no longer is.")
                self.box.addWidget(label(text.replace("%1", str(before.number)), "warn", wrap=True))
        coming = still_to_come(missing, now)
        if coming:
            text = translate("Publish", "Without the manual yes that the level asks for (%1): %2.")
            sessions = [when_inside(each.session.start, each.session.end) for each in coming]
            text = text.replace("%1", str(len(coming))).replace("%2", _some(sessions))
            self.box.addWidget(label(text, "warn", wrap=True))
        if running:
            self.box.addWidget(label(running, "danger", wrap=True))
        if not clean:
            refused = translate("Publish", "It breaks a rule: it can't be published.")
            for text in (refused, way_out):
                if text:
                    self.box.addWidget(label(text, "danger", wrap=True))
        cancel = QPushButton(translate("Publish", "Not yet"))
        cancel.clicked.connect(self.close)
        self.ok = QPushButton(translate("Publish", "Publish"))
        self.ok.setProperty("look", "primary")
        self.ok.setEnabled(clean)
        self.ok.clicked.connect(self._on_ok)
        line = row()
        line.addStretch(1)
        line.addWidget(cancel)
        line.addWidget(self.ok)
        self.box.addLayout(line)

    @Slot()
    def _on_ok(self) -> None:
        self.close()
        self.agreed.emit()


def _told(difference: PersonDifference, names: Mapping[str, str]) -> str:
    """Who must be told; why, where they come to nothing else than before."""
    name = names.get(difference.person, difference.person)
    if difference.comes_otherwise:
        return name
    text = translate("ToldWhy", "%1 (other people in the session)")
    return text.replace("%1", name)


def _some(words: Sequence[str]) -> str:
    if len(words) <= MOST:
        return listed(words)
    more = translate("Publish", "%1 more", "at the end of a list").replace("%1", str(len(words) - MOST))
    return listed([*words[:MOST], more])
