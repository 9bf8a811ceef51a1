"""What a kind of record is called, how it is listed and how it is edited."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from desktop.domain.unit import Entity, Unit
from desktop.services.change_labels import ChangeLabel
from desktop.ui.forms.form import FormItem
from desktop.ui.table.columns import Column
from desktop.ui.table.filter_bar import Filter

T = TypeVar("T", bound=Entity)
Units = Callable[[], Unit]
"""The unit as it is shown now."""


@dataclass(frozen=True)
class RecordKind(Generic[T]):
    """One kind of the unit's records.

    ``key`` names it in settings; ``id_word`` is what a new id is made for, empty where none can be added.
    ``title`` stands on its tab, ``add`` on the button. ``start`` gives what a new record begins with.
    ``saved`` and ``removed`` are labels of changes; None where nothing can be removed. ``about`` is a
    sentence on what the kind is for.
    """

    key: str
    type: type[T]
    id_word: str
    title: str
    add: str
    about: str
    rows: Callable[[Unit], Sequence[T]]
    name_of: Callable[[Unit, T], str]
    columns: Callable[[Units], tuple[Column[T], ...]]
    items: Callable[[Unit], tuple[FormItem, ...]]
    start: Callable[[Unit, date], Mapping[str, object]]
    saved: ChangeLabel
    removed: ChangeLabel | None
    filters: Callable[[Unit], tuple[Filter[T], ...]] = lambda unit: ()
    ask_reason: bool = False
