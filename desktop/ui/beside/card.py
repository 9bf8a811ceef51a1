"""The head of a version that stands beside others: what it is, what it gives, whether it is safe."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.domain.plans import PlanVersion, VersionState
from desktop.services.week.when_broken import Judged
from desktop.ui.beside.words import broken_words, figures_words, told_words, wishes_words
from desktop.ui.health.words import check_look, check_words, empty_words, over_words, rule_name
from desktop.ui.theme import GRID, tokens
from desktop.ui.version_words import fixed_words, version_figures
from desktop.ui.widgets.boxes import column, row
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.icons import pixmap
from desktop.ui.widgets.text import heading, label, restyle, tooltip

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Beside:
    """A version as it stands beside others, with its ``name``. ``told``: how many citizens and how
    many of the staff must be told where it takes the place of the base. ``over``: its week has passed;
    ``forced``: it is the one in force. ``base_report`` is the check of the base."""

    version: PlanVersion
    report: Judged
    base: PlanVersion
    base_report: Judged
    name: str
    told: tuple[int, int] = (0, 0)
    over: bool = False
    forced: bool = False

    @property
    def is_base(self) -> bool:
        return self.version.id == self.base.id


def beside_look(beside: Beside) -> str:
    """How the check's result is drawn: ``muted`` of a week that is over, ``danger``, ``warn`` or ``ok``."""
    if beside.over:
        return "muted"
    look = check_look(beside.report)
    return look if beside.version.sessions or look == "danger" else "warn"


def head_sign(beside: Beside) -> tuple[str, str]:
    """The sign of a version's head and its colour: of what was handed out, the tick is only for the one in
    force that the check finds safe."""
    if beside.version.state is VersionState.DRAFT:
        return "plan", "muted"
    look = beside_look(beside)
    if look == "muted" or (look != "danger" and not beside.forced):
        return "info", "muted"
    return look, look


def _unbroken_words(beside: Beside) -> str:
    """What the check says of a version that puts nobody in danger."""
    report = beside.report
    if not beside.version.sessions:
        return empty_words()
    told = check_words(report)
    if report.violations and beside.version.state is VersionState.DRAFT:
        return translate("CheckMild", "%1. It can't be published.").replace("%1", told)
    return told


class VersionCard(QFrame):
    """Each signal carries the id of the version."""

    open_asked = Signal(str)
    keep_asked = Signal(str)
    publish_asked = Signal(str)
    discard_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._version = ""
        self._sign, self._check_sign = QLabel(), QLabel()
        self.title = heading("", 0)
        self.base = label("", "muted")
        self.made = label("", "muted")
        self.figures = heading("", 0, wrap=True)
        self.wishes = label("", "muted", wrap=True)
        self.check = label("", "ok", wrap=True)
        self.told = label("", "muted", wrap=True)
        self.open = QPushButton(translate("Beside", "Open"))
        self.keep = QPushButton(translate("Beside", "Keep only this"))
        self.publish = QPushButton(translate("Beside", "Publish …"))
        self.discard = QPushButton(translate("Beside", "Discard"))
        self._build()

    def show_version(self, beside: Beside, *, others: bool, why_not: str, concealed: bool) -> None:
        """Shows a version. ``others``: drafts stand beside it, so that it can be the one that is kept.
        ``why_not`` says why nothing can be changed; ``concealed`` leaves out who made it."""
        version, base, colours = beside.version, beside.base, tokens(self.palette())
        self._version = version.id
        draft = version.state is VersionState.DRAFT
        name, safe = beside.name, beside.report.clean
        self.setAccessibleName(name)
        sign, colour = head_sign(beside)
        self._sign.setPixmap(pixmap(sign, getattr(colours, colour), ratio=2))
        self.title.setText(name)
        self.base.setText(translate("Beside", "the base") if beside.is_base else "")
        self.made.setText(version_figures(version, concealed=concealed, brief=True))
        self.figures.setText(figures_words(beside.report, beside.base_report))
        wishes = wishes_words(version, beside.report, beside.base_report)
        self.wishes.setText(wishes)
        self.wishes.setVisible(bool(wishes))
        self.wishes.setToolTip(tooltip(translate("Beside", "Less of each of these is better.")))
        self._show_check(beside)
        if beside.is_base:
            self.told.setText(translate("Beside", "The others are held against this one."))
        else:
            self.told.setText(told_words(*beside.told))
            hint = translate("Beside", "If it takes the place of version %1.")
            self.told.setToolTip(tooltip(hint.replace("%1", str(base.number))))
        unsafe = translate("Beside", "It breaks a rule: it can't be published.")
        for button, possible, hint in (
            (self.keep, draft and others, ""),
            (self.publish, draft and safe, unsafe if draft else fixed_words()),
            (self.discard, draft, fixed_words()),
        ):
            button.setEnabled(possible and not why_not)
            button.setToolTip(tooltip(why_not or ("" if possible else hint)))
        self.keep.setVisible(draft and others)
        self.keep.setToolTip(
            tooltip(
                why_not or translate("Beside", "Discards the other drafts that stand here; it can be undone.")
            )
        )
        for button in (self.open, self.keep, self.publish, self.discard):
            button.setAccessibleName(f"{button.text()} · {name}")

    def texts(self) -> tuple[str, ...]:
        """What the head says, line by line."""
        shown = (self.title, self.base, self.made, self.figures, self.check, self.wishes, self.told)
        return tuple(each.text() for each in shown)

    def _show_check(self, beside: Beside) -> None:
        report, colours = beside.report, tokens(self.palette())
        look = beside_look(beside)
        if look == "muted":
            text = over_words()
        elif look == "danger":
            rules = dict.fromkeys(rule_name(each.rule) for each in (*report.grave_now, *report.grave))
            wrong = [rule_name("")] if report.wrong else []
            text = broken_words([*rules, *wrong])
        else:
            text = _unbroken_words(beside)
        sign = "info" if look == "muted" else look
        self._check_sign.setPixmap(pixmap(sign, getattr(colours, look), ratio=2))
        self.check.setText(text)
        self.check.setProperty("look", look)
        restyle(self.check)
        self.setProperty("verdict", "danger" if look == "danger" else "")
        restyle(self)

    def _build(self) -> None:
        box = column(self, gap=4)
        box.setContentsMargins(6, GRID, 6, GRID)
        head: QHBoxLayout = row(gap=6)
        head.addWidget(self._sign)
        head.addWidget(self.title)
        head.addWidget(self.base)
        head.addStretch(1)
        checked: QHBoxLayout = row(gap=6)
        checked.addWidget(self._check_sign)
        checked.addWidget(self.check, 1)
        box.addLayout(head)
        box.addWidget(self.made)
        box.addWidget(self.figures)
        box.addLayout(checked)
        box.addWidget(self.wishes)
        box.addWidget(self.told)
        box.addStretch(1)
        holder = QWidget()
        buttons = FlowLayout(holder, gap=4)
        for button, asked in (
            (self.open, self.open_asked),
            (self.keep, self.keep_asked),
            (self.publish, self.publish_asked),
            (self.discard, self.discard_asked),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._ask, asked))
            buttons.addWidget(button)
        box.addWidget(holder)

    def _ask(self, asked: SignalInstance) -> None:
        asked.emit(self._version)
