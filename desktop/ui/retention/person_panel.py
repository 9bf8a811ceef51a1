"""One person's rights: to be told everything about themself, and to be erased before their time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QPushButton, QWidget

from desktop.domain.people import Citizen
from desktop.printing.access_print import document_title, section_text
from desktop.printing.order import in_order
from desktop.services.access import STAFF_SECTIONS, Section
from desktop.services.erasure import Erased, Eraser
from desktop.services.ports import Clock, Store
from desktop.services.telling_apart import set_apart
from desktop.ui.file_words import not_written, saved_as
from desktop.ui.retention.due_panel import Confirm
from desktop.ui.retention.outcome import failure_words, tell
from desktop.ui.retention.words import erased_mark, erased_words
from desktop.ui.theme import GRID
from desktop.ui.widgets.background import in_background
from desktop.ui.widgets.boxes import column, frame, row, rule
from desktop.ui.widgets.save_file import ask_for_file
from desktop.ui.widgets.text import heading, label

translate = QCoreApplication.translate
WriteAccess = Callable[[str, Path, frozenset[Section]], None]
"""Writes the answer about the citizen or the member of staff of an id; the sections are left out.

Raises ``OSError``.
"""
_OF_STAFF = Qt.ItemDataRole.UserRole + 1


class PersonPanel(QWidget):
    """``erased`` is sent when somebody has gone."""

    erased = Signal()

    def __init__(
        self,
        store: Store,
        eraser: Eraser,
        clock: Clock,
        write: WriteAccess,
        confirm: Confirm,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._eraser = eraser
        self._clock = clock
        self._write = write
        self._confirm = confirm
        self.people = QComboBox()
        self.sections = {section: QCheckBox(self) for section in Section}
        self._grid = QGridLayout()
        self.pdf = QPushButton(self.tr("Save as PDF …"))
        self.reason = QLineEdit()
        self.erase = QPushButton(self.tr("Erase this person …"))
        self.message = label("", wrap=True)
        self._message_box = frame("calm")
        self._build()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Lists the people anew."""
        chosen = self.people.currentData()
        self.people.clear()
        with self._store.begin() as work:
            people = work.all(Citizen)
            staff = () if work.is_empty() else set_apart(work.unit()).staff
        for person in in_order(people, lambda each: each.name):
            self.people.addItem(f"{person.name} · {person.case_number}", person.id)
        for member in in_order(staff, lambda each: each.name):
            text = translate("RetentionStaff", "%1 · staff").replace("%1", member.name)
            self.people.addItem(text, member.id)
            self.people.setItemData(self.people.count() - 1, True, _OF_STAFF)
        at = self.people.findData(chosen)
        self.people.setCurrentIndex(max(at, 0))
        self._offer_sections()
        self._judge()

    def save(self, path: Path) -> bool:
        """Writes the answer about the chosen person; says how it went."""
        left_out = frozenset(section for section in self._offered() if not self.sections[section].isChecked())
        try:
            self._write(str(self.people.currentData()), path, left_out)
        except OSError:
            tell(self._message_box, self.message, not_written(), "problem")
            return False
        tell(self._message_box, self.message, saved_as(path.name))
        return True

    @Slot()
    def ask_for_pdf(self) -> None:
        """Lets somebody say where, and saves the answer there."""
        path = ask_for_file(
            self,
            self.tr("Save the answer as PDF"),
            f"{document_title(self._clock.today())}.pdf",
            self.tr("PDF files (*.pdf)"),
        )
        if path is not None:
            self.save(path)

    @Slot()
    def ask_to_erase(self) -> None:
        """Asks once more, and erases the chosen person."""
        text = self.tr(
            "Erase everything about %1 for good? Their places in all plans go too. It can't be undone."
        )
        if self._is_of_staff():
            stays = translate(
                "RetentionStaff",
                "What they have done in Sikkerplan stays in the audit trail under their name.",
            )
            text = f"{text} {stays}"
        if self._confirm(text.replace("%1", self.people.currentText())):
            self.erase.setEnabled(False)
            tell(self._message_box, self.message, self.tr("Erasing …"))
            person, reason = str(self.people.currentData()), self.reason.text().strip()
            in_background(partial(self._erase, person, erased_mark(), reason), self._done)

    def _erase(self, person: str, mark: str, reason: str) -> object:
        try:
            return self._eraser.erase_person(person, self._clock.today(), mark, reason)
        except Exception as error:
            return error

    @Slot(object)
    def _done(self, outcome: object) -> None:
        self.refresh()
        if isinstance(outcome, Erased):
            self.reason.clear()
            tell(self._message_box, self.message, erased_words(outcome))
            self.erased.emit()
        else:
            tell(self._message_box, self.message, failure_words(outcome), "problem")

    def _is_of_staff(self) -> bool:
        return bool(self.people.currentData(_OF_STAFF))

    def _offered(self) -> tuple[Section, ...]:
        """The sections of an answer to the chosen person."""
        return STAFF_SECTIONS if self._is_of_staff() else tuple(Section)

    @Slot()
    def _offer_sections(self) -> None:
        """Shows the boxes of these sections alone, one beside the other."""
        offered = self._offered()
        for box in self.sections.values():
            self._grid.removeWidget(box)
            box.hide()
        for at, section in enumerate(offered):
            box = self.sections[section]
            box.setText(section_text(section, of_staff=self._is_of_staff()))
            self._grid.addWidget(box, at // 2, at % 2)
            box.show()

    @Slot()
    def _judge(self) -> None:
        anybody = self.people.count() > 0
        self.pdf.setEnabled(anybody)
        self.erase.setEnabled(anybody and bool(self.reason.text().strip()))

    def _build(self) -> None:
        box = column(self, margin=GRID * 2, gap=GRID)
        line = row(gap=GRID)
        who = label(self.tr("&Person"))
        who.setBuddy(self.people)
        line.addWidget(who)
        line.addWidget(self.people, 1)
        box.addLayout(line)
        box.addWidget(heading(self.tr("Access request"), 1))
        about = self.tr(
            "Everything about the person in one PDF, and nobody else in it. Leave out what the law exempts; "
            "the answer says that it was left out."
        )
        box.addWidget(label(about, "muted", wrap=True))
        for each in self.sections.values():
            each.setChecked(True)
        box.addLayout(self._grid)
        save = row()
        save.addStretch(1)
        save.addWidget(self.pdf)
        box.addLayout(save)
        box.addWidget(rule())
        box.addWidget(heading(self.tr("Erasure before the time"), 1))
        told = self.tr(
            "Only where the law gives a right to it. Somebody whom a plan of this week or a later one names "
            "can't be erased before that plan is over."
        )
        box.addWidget(label(told, "muted", wrap=True))
        why = row(gap=GRID)
        reason = label(self.tr("&Reason, for the record"))
        reason.setBuddy(self.reason)
        why.addWidget(reason)
        why.addWidget(self.reason, 1)
        why.addWidget(self.erase)
        box.addLayout(why)
        column(self._message_box, margin=GRID).addWidget(self.message)
        box.addWidget(self._message_box)
        self._message_box.hide()
        box.addStretch(1)
        for button in (self.pdf, self.erase):
            button.setAutoDefault(False)
        self.people.currentIndexChanged.connect(self._offer_sections)
        self.pdf.clicked.connect(self.ask_for_pdf)
        self.erase.clicked.connect(self.ask_to_erase)
        self.reason.textChanged.connect(self._judge)
