"""A form for one entity: its fields, and what the domain says of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import MISSING, dataclass, replace
from dataclasses import fields as dataclass_fields
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from desktop.domain.consistency import UnitFault
from desktop.domain.errors import DomainError, Fault
from desktop.ui.fault_words import fault_text
from desktop.ui.forms.field import Field
from desktop.ui.forms.mnemonics import with_mnemonics
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import column, frame, row
from desktop.ui.widgets.text import heading, label

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")
translate = QCoreApplication.translate
_ELSEWHERE = ""
"""The name under which faults are kept that belong to no field of the form."""


@dataclass(frozen=True, slots=True)
class FormItem:
    """One attribute of the entity: its name, its label, what edits it. ``beside`` puts it to the right of
    the item before; ``section`` is a heading above it."""

    name: str
    label: str
    make: Callable[[], Field[Any]]
    help: str = ""
    beside: bool = False
    section: str = ""


class Form(QWidget, Generic[T]):
    """Edits a frozen dataclass. ``load`` an entity or ``start`` a new one; ``build`` gives it as edited.

    What nobody touched stays as it was, to the last detail. A field is judged once somebody has left it, and
    all of them are judged by ``build``.
    """

    changed = Signal()

    def __init__(
        self, kind: type[T], items: Sequence[FormItem], *, taken: str = "", parent: QWidget | None = None
    ) -> None:
        """``taken`` are letters that lead elsewhere with Alt."""
        super().__init__(parent)
        self.fields: dict[str, Field[Any]] = {item.name: item.make() for item in items}
        self.problem = label("", wrap=True)
        self._kind = kind
        self._entity: T | None = None
        self._values: dict[str, object] = {}
        self._loaded: dict[str, object] = {}
        self._judged: set[str] = set()
        self._outside: dict[str, str] = {}
        self._filling = False
        self._lines: list[QBoxLayout] = []
        self._problem_box = frame("problem")
        self._build_boxes(items, with_mnemonics([item.label for item in items], taken))
        for name, field in self.fields.items():
            field.changed.connect(lambda name=name: self._on_changed(name))
        _app().focusChanged.connect(self._on_focus)

    def load(self, entity: T) -> None:
        """Shows an entity."""
        self._entity = entity
        self._fill({name: getattr(entity, name) for name in self.fields}, {})

    def start(self, **values: object) -> None:
        """Begins a new entity: ``values`` are what its fields begin with, and what no field shows.

        An attribute with a default begins with it where no value is given.
        """
        self._entity = None
        values = _defaults(self._kind) | values
        self._fill({name: values[name] for name in self.fields if name in values}, values)

    def build(self) -> T | None:
        """The entity as the fields say; where that is none, shows every fault and goes to the first one."""
        self._outside.clear()
        self._judged = set(self.fields)
        built, faults = self._examine()
        self._show(faults)
        if built is None:
            self.focus_fault()
        return built

    @property
    def dirty(self) -> bool:
        """Whether any field says something else than at the beginning."""
        return any(map(self._is_changed, self.fields))

    def show_faults(
        self, faults: Iterable[UnitFault | Fault], name_of: Callable[[str], str] | None = None
    ) -> None:
        """Shows what does not hold between this entity and others, at the fields.

        A fault of another entity stands above the form, or at the field of the same name where that was
        changed; with the other's name where ``name_of`` knows it.
        """
        own = self._own_id()
        found: dict[str, list[str]] = {}
        for fault in faults:
            name, text = self._at_field(fault)
            if isinstance(fault, UnitFault) and fault.entity != own:
                # Of two that clash, the unit names one: where this one was changed, it is told here.
                name = name if name and self._is_changed(name) else _ELSEWHERE
                text = _with_name(text, "" if name_of is None else name_of(fault.entity), name)
            found.setdefault(name, []).append(text)
        self._outside = {name: " ".join(dict.fromkeys(texts)) for name, texts in found.items()}
        self._show(self._examine()[1])
        self.focus_fault()

    def faulty(self) -> Field[Any] | None:
        """The first field at which a fault is shown."""
        return next((field for field in self.fields.values() if field.fault.text()), None)

    def focus_fault(self) -> None:
        """Takes the keyboard to the first field at which a fault is shown."""
        if (field := self.faulty()) is not None:
            field.go_to_fault()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest field: fields that stand beside each other go below each other then."""
        widest = max((field.minimumSizeHint().width() for field in self.fields.values()), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        for line in self._lines:
            fields = [each for each in self.fields.values() if line.indexOf(each) >= 0]
            gaps = line.spacing() * (len(fields) - 1)
            needed = sum(each.minimumSizeHint().width() for each in fields) + gaps
            room = event.size().width() >= needed
            way = QBoxLayout.Direction.LeftToRight if room else QBoxLayout.Direction.TopToBottom
            if line.direction() is not way:
                line.setDirection(way)
        super().resizeEvent(event)

    def _fill(self, shown: Mapping[str, object], values: Mapping[str, object]) -> None:
        self._filling = True
        self._values = dict(values)
        for name, value in shown.items():
            self.fields[name].set_value(value)
        self._filling = False
        self._loaded = {name: self._state(name) for name in self.fields}
        self._judged.clear()
        self._outside.clear()
        self._show({})

    def _state(self, name: str) -> object:
        """What a field says, for telling whether it changed."""
        try:
            return (True, self.fields[name].value())
        except DomainError as error:
            return (False, error.key)

    def _is_changed(self, name: str) -> bool:
        return self._state(name) != self._loaded[name]

    def _value(self, name: str) -> object:
        untouched = not self._is_changed(name)
        if untouched and self._entity is not None:
            return getattr(self._entity, name)
        if untouched and name in self._values:
            return self._values[name]
        return self.fields[name].value()

    def _examine(self) -> tuple[T | None, dict[str, str]]:
        """The entity, or what is wrong by field."""
        values: dict[str, object] = {}
        faults: dict[str, str] = {}
        least: dict[str, object] = {}
        most: dict[str, object] = {}
        for name, field in self.fields.items():
            try:
                values[name] = self._value(name)
            except DomainError as error:
                faults[name] = field.words(error.key)
                least[name], most[name] = field.stand_ins()
        if not faults:
            try:
                return self._made(values), {}
            except DomainError as error:
                return None, self._by_field(error.faults)
        # What is wrong whatever the unreadable fields will say, is told along with them.
        other = self._faults(values | most)
        found = [fault for fault in self._faults(values | least) if fault in other]
        return None, self._by_field(found) | faults

    def _made(self, values: dict[str, Any]) -> T:
        if self._entity is not None:
            return replace(self._entity, **values)
        return self._kind(**(self._values | values))

    def _faults(self, values: dict[str, Any]) -> tuple[Fault, ...]:
        try:
            self._made(values)
        except DomainError as error:
            return error.faults
        except TypeError:
            # A list without any choice has nothing to stand in for one: then nothing more can be said.
            return ()
        return ()

    def _by_field(self, faults: Iterable[Fault]) -> dict[str, str]:
        found: dict[str, str] = {}
        for fault in faults:
            name, text = self._at_field(fault)
            found.setdefault(name, text)
        return found

    def _at_field(self, fault: Fault | UnitFault) -> tuple[str, str]:
        """The name of the field and the words. A line of a list is named by its number."""
        name = re.split(r"[.\[]", fault.field, maxsplit=1)[0]
        field = self.fields.get(name)
        text = fault_text(fault.key) if field is None else field.words(fault.key)
        if line := re.search(r"\[(\d+)\]", fault.field):
            number = str(int(line[1]) + 1)
            text = translate("Forms", "Line %1: %2").replace("%1", number).replace("%2", text)
        return (_ELSEWHERE if field is None else name), text

    def _own_id(self) -> object:
        return self._values.get("id") if self._entity is None else getattr(self._entity, "id", None)

    def _show(self, faults: Mapping[str, str]) -> None:
        shown = {name: text for name, text in faults.items() if name in self._judged or name == _ELSEWHERE}
        shown = self._outside | shown
        for name, field in self.fields.items():
            field.set_fault(shown.get(name))
        self.problem.setText(shown.get(_ELSEWHERE, "") if self._judged or self._outside else "")
        self._problem_box.setVisible(bool(self.problem.text()))

    def _on_changed(self, name: str) -> None:
        if self._filling:
            return
        self._outside.pop(name, None)
        self._outside.pop(_ELSEWHERE, None)
        self._show(self._examine()[1])
        self.changed.emit()

    @Slot(QWidget, QWidget)
    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """Judges a field that somebody has left for another place of the same window."""
        if old is None or new is None:
            return
        left = next((name for name, field in self.fields.items() if _holds(field, old)), None)
        if left is None or _holds(self.fields[left], new):
            return
        self._judged.add(left)
        if QGuiApplication.mouseButtons() is Qt.MouseButton.NoButton:
            self._show(self._examine()[1])
        else:
            # What appears moves what stands below it: not from under a button that is being pressed.
            _app().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease:
            _app().removeEventFilter(self)
            QTimer.singleShot(0, self, self._show_judged)
        return super().eventFilter(watched, event)

    @Slot()
    def _show_judged(self) -> None:
        self._show(self._examine()[1])

    def _build_boxes(self, items: Sequence[FormItem], labels: Sequence[str]) -> None:
        box = column(self, gap=GRID * 2)
        row(self._problem_box, margin=GRID).addWidget(self.problem)
        self._problem_box.hide()
        box.addWidget(self._problem_box)
        line: QBoxLayout | None = None
        for item, text in zip(items, labels, strict=True):
            if item.section:
                box.addWidget(heading(item.section, wrap=True))
            if line is None or not item.beside:
                line = row(gap=GRID * 2)
                self._lines.append(line)
                box.addLayout(line)
            field = self.fields[item.name]
            field.set_label(text, item.help)
            line.addWidget(field, 1)
        box.addStretch(1)


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def _defaults(kind: type[DataclassInstance]) -> dict[str, object]:
    return {each.name: each.default for each in dataclass_fields(kind) if each.default is not MISSING}


def _holds(field: QWidget, widget: QWidget) -> bool:
    """Whether a widget belongs to a field, its calendar and lists included."""
    at: QWidget | None = widget
    while at is not None and at is not field:
        at = at.parentWidget()
    return at is field


def _with_name(text: str, other: str, field: str) -> str:
    """What is wrong with another entity, named where its name is known or the field says nothing of it."""
    if not other and field != _ELSEWHERE:
        return text
    name = other or translate("Forms", "Elsewhere in the unit")
    return translate("Forms", "%1: %2", "a name, what is wrong").replace("%1", name).replace("%2", text)
