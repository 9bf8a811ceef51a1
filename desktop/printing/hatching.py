"""Hatched areas, for what must be told apart without colour."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF


def hatch(box: QRectF, step: float) -> list[QLineF]:
    """Lines from lower left to upper right, ``step`` apart, on a raster that neighbouring boxes share."""
    lines = []
    first = int((box.left() + box.top()) // step) + 1
    last = int((box.right() + box.bottom()) // step)
    for number in range(first, last + 1):
        total = number * step
        left, right = max(box.left(), total - box.bottom()), min(box.right(), total - box.top())
        if left < right:
            lines.append(QLineF(left, total - left, right, total - right))
    return lines
