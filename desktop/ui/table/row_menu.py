"""The menu of a list's rows: what can be done with those that are chosen, by the pointer or the menu key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class RowAction:
    """``key`` is the one that does the same in the list, where there is one."""

    text: str
    act: Callable[[], Any]
    enabled: bool = True
    key: Qt.Key | None = None


class RowMenu(QMenu):
    """``actions`` of the list's owner stand above what every list can do; ``columns`` arranges columns."""

    def __init__(
        self,
        actions: Sequence[RowAction],
        copy: Callable[[], None] | None,
        choose_all: Callable[[], None] | None,
        columns: QMenu,
        parent: QWidget | None = None,
    ) -> None:
        """``copy`` and ``choose_all`` are None where there is nothing to copy or to choose."""
        super().__init__(parent)
        for each in actions:
            self._add(each.text, each.act, "" if each.key is None else _named(each.key), each.enabled)
        if actions:
            self.addSeparator()
        self._add(translate("RowMenu", "&Copy"), copy, _named(QKeySequence.StandardKey.Copy))
        self._add(translate("RowMenu", "Choose &all"), choose_all, _named(QKeySequence.StandardKey.SelectAll))
        self.addSeparator()
        columns.setParent(self, columns.windowFlags())
        columns.setTitle(translate("RowMenu", "C&olumns"))
        self.addMenu(columns)

    def _add(self, text: str, act: Callable[[], Any] | None, keys: str, enabled: bool = True) -> None:
        # Told, not set: the list itself listens to its keys.
        action = QAction(f"{text}\t{keys}" if keys else text, self)
        action.setEnabled(enabled and act is not None)
        if act is not None:
            action.triggered.connect(lambda _checked=False: act())
        self.addAction(action)


def _named(key: Qt.Key | QKeySequence.StandardKey) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
