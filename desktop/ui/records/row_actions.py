"""What the menu of a list of records offers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt

from desktop.ui.table.row_menu import RowAction

translate = QCoreApplication.translate


def record_actions(
    chosen: int,
    edit: Callable[[], object],
    remove: Callable[[], object],
    begin: Callable[[], object],
    add: str,
    *,
    allowed: bool,
) -> list[RowAction]:
    """For so many ``chosen``. ``add`` names a new one, empty where there is one record alone."""
    editing = RowAction(translate("RecordsMenu", "&Edit"), edit, enabled=chosen == 1, key=Qt.Key.Key_Enter)
    if not add:
        return [editing]
    text = translate("RecordsMenu", "&Remove")
    if chosen > 1:
        text = translate("RecordsMenu", "&Remove %1").replace("%1", str(chosen))
    removing = RowAction(text, remove, enabled=allowed and chosen > 0, key=Qt.Key.Key_Delete)
    return [editing, removing, RowAction(add, begin, enabled=allowed)]
