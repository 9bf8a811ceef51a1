"""Which of the week's versions is shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.domain.plans import PlanVersion, in_force
from desktop.ui.moments import local_clock
from desktop.ui.version_words import state_word


class VersionBox(QComboBox):
    """``picked`` carries the ``PlanVersion`` that somebody wants to see."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Versions of this week"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._short = False
        self._forced: PlanVersion | None = None
        self.activated.connect(self._on_version)

    def show_versions(
        self, versions: Sequence[PlanVersion], shown: PlanVersion | None, *, preview: bool
    ) -> None:
        """Lists the versions, newest first. ``preview``: what is shown is still being planned."""
        self.clear()
        self._forced = in_force(versions)
        for version in sorted(versions, key=lambda each: each.number, reverse=True):
            self.addItem(self._version_words(version), version)
        if preview:
            self.insertItem(0, self.tr("Best so far"), None)
            self.setCurrentIndex(0)
        elif shown is not None:
            numbers = [self.itemData(place).number for place in range(self.count())]
            self.setCurrentIndex(numbers.index(shown.number))
        self.setVisible(bool(versions) or preview)
        self.setEnabled(not preview)

    def minimumSizeHint(self) -> QSize:
        # Qt's own is that of the longest words it ever had.
        return self.sizeHint()

    def write_short(self, short: bool) -> None:
        """Leaves out when a version was made, or says it again."""
        if short != self._short:
            self._short = short
            for place in range(self.count()):
                version = self.itemData(place)
                if version is not None:
                    self.setItemText(place, self._version_words(version))
            self.updateGeometry()

    def _version_words(self, version: PlanVersion) -> str:
        state = state_word(version, self._forced)
        text = self.tr("Version %1 · %2 · %3", "number, draft or published, when")
        if self._short:
            text = self.tr("Version %1 · %2", "number, draft or published")
        moment = local_clock(version.published_at or version.created_at)
        return text.replace("%1", str(version.number)).replace("%2", state).replace("%3", moment)

    @Slot(int)
    def _on_version(self, place: int) -> None:
        version = self.itemData(place)
        if version is not None:
            self.picked.emit(version)
