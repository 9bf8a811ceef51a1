"""Which place of the board lies under a point of the screen, for what is carried there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF

from desktop.ui.board.view import BoardView
from desktop.ui.moving.lengths import length_of
from desktop.ui.moving.subjects import Carried, CarriedEdge, CarriedPerson, Spot, own_columns


def spot_at(view: BoardView, carried: Carried, at: QPoint, slot: int, ends: Sequence[int]) -> Spot | None:
    """The place under a point of the screen; None outside of the board.

    ``slot`` is the grid in minutes, ``ends`` those that a session whose edge is carried could have.
    """
    canvas = view.canvas
    sheet = canvas.sheet
    here = QPointF(canvas.mapFromGlobal(at))
    if sheet is None or not QRectF(view.inner()).contains(here):
        return None
    whole = QRectF(canvas.rect())
    column = canvas.painter.column_at(sheet, whole, here.x())
    minute = canvas.painter.minute_at(sheet, whole, here.y())
    if isinstance(carried, CarriedEdge):
        own = own_columns(sheet, carried.session.id)
        return Spot(own[0], min(ends, key=lambda each: abs(each - minute))) if own else None
    block = canvas.painter.block_at(sheet, whole, here)
    session = (block.session or None) if block is not None else None
    if isinstance(carried, CarriedPerson):
        return Spot(column, 0, session)
    start = round((minute - carried.grip) / slot) * slot
    last = max(sheet.first, sheet.last - length_of(carried.session))
    return Spot(column, min(max(start, sheet.first), last), session)
