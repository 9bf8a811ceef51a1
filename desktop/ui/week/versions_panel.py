"""The week's versions beside the board, drafts and published ones, and what can be done with them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QWidget

from desktop.domain.plans import PlanVersion, VersionState, in_force
from desktop.services.week.when_broken import Judged
from desktop.ui.health.words import check_look, mild_words
from desktop.ui.theme import GRID, tokens
from desktop.ui.version_words import fixed_words, version_figures, version_name
from desktop.ui.widgets.boxes import column, scrolled
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.text import heading, label, tooltip

translate = QCoreApplication.translate
VERSION_ROLE = Qt.ItemDataRole.UserRole
LEAST_LIST = 120


class VersionsPanel(QWidget):
    """``picked`` carries the ``PlanVersion`` to show; the others are the buttons below the list."""

    picked = Signal(object)
    publish_asked = Signal()
    duplicate_asked = Signal()
    discard_asked = Signal()
    compare_asked = Signal()
    beside_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = heading("", 0, wrap=True)
        self.state = label("", "muted", wrap=True)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setAccessibleName(translate("Versions", "Versions of this week"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._on_item)
        self.list.itemClicked.connect(self._on_item)
        self.publish = QPushButton(translate("Versions", "Publish …"))
        self.publish.setProperty("look", "primary")
        self.compare = QPushButton(translate("Versions", "Compare …"))
        self.beside = QPushButton(translate("Beside", "Side by side …"))
        self.duplicate = QPushButton(translate("Versions", "Duplicate"))
        self.discard = QPushButton(translate("Versions", "Discard"))
        content = QWidget()
        column(self).addWidget(scrolled(content))
        self.list.setMinimumHeight(LEAST_LIST)
        box = column(content, gap=GRID)
        box.setContentsMargins(0, GRID * 2, 0, GRID)
        top = column(gap=4)
        top.setContentsMargins(GRID * 2, 0, GRID * 2, 0)
        top.addWidget(self.title)
        top.addWidget(self.state)
        holder = QWidget()
        buttons = FlowLayout(holder, gap=GRID)
        for button, signal in (
            (self.publish, self.publish_asked),
            (self.beside, self.beside_asked),
            (self.compare, self.compare_asked),
            (self.duplicate, self.duplicate_asked),
            (self.discard, self.discard_asked),
        ):
            buttons.addWidget(button)
            button.clicked.connect(signal)
        top.addWidget(holder)
        box.addLayout(top)
        box.addWidget(self.list, 1)

    def show_versions(
        self,
        versions: Sequence[PlanVersion],
        shown: PlanVersion | None,
        why_not: str,
        *,
        concealed: bool = False,
        report: Judged | None = None,
    ) -> None:
        """Lists the versions, newest first. ``why_not`` says why nothing can be done with the shown one;
        ``concealed`` leaves out who made them, ``report`` is the check of the one in force by now."""
        colours, forced = tokens(self.palette()), in_force(versions)
        self.list.clear()
        for version in sorted(versions, key=lambda each: each.number, reverse=True):
            fixed = version.state is VersionState.PUBLISHED
            holds = forced is not None and version.id == forced.id
            if holds:
                look = "ok" if report is None else check_look(report)
                sign = icon(look, getattr(colours, look))
            else:
                sign = icon("info" if fixed else "plan", colours.muted)
            figures = version_figures(version, concealed=concealed)
            name = version_name(version, versions)
            if holds and report is not None and not report.safe:
                name = translate("InForce", "%1, and breaks a rule").replace("%1", name)
            elif holds and report is not None and report.mild:
                name = f"{name}\n{mild_words(report.mild_sessions)}"
            item = QListWidgetItem(sign, f"{name}\n{figures}")
            item.setData(VERSION_ROLE, version)
            self.list.addItem(item)
            if shown is not None and version.id == shown.id:
                self.list.setCurrentItem(item)
        draft = shown is not None and shown.state is VersionState.DRAFT
        self.title.setText(
            translate("Versions", "No plan yet") if shown is None else version_name(shown, versions)
        )
        if shown is None:
            told = ""
        elif draft:
            told = translate("Versions", "A draft: what you change by hand is changed in it.")
        elif forced is not None and forced.id != shown.id:
            told = translate("InForce", "People were told version %1 last: that one is in force.")
            told = told.replace("%1", str(forced.number))
        else:
            told = translate("Versions", "It never changes: what you change by hand makes a new draft.")
        self.state.setText(told)
        fixed_hint = fixed_words()
        for button, possible, hint in (
            (self.publish, draft, fixed_hint),
            (self.discard, draft, fixed_hint),
            (self.duplicate, shown is not None, ""),
        ):
            button.setEnabled(possible and not why_not)
            button.setToolTip(tooltip(why_not or ("" if possible or shown is None else hint)))
        for button in (self.compare, self.beside):
            button.setEnabled(len(versions) > 1)

    @Slot(QListWidgetItem)
    def _on_item(self, item: QListWidgetItem) -> None:
        self.picked.emit(item.data(VERSION_ROLE))
