"""Lists as high as what stands in them."""

from __future__ import annotations

from PySide6.QtWidgets import QListWidget

_PADDING = 8
_FRAME = 8


def fit_height(shown: QListWidget, lines: int, least: int, most: int) -> None:
    """Makes a list as high as its lines, but no less than ``least`` of them and no more than ``most``."""
    line = shown.fontMetrics().height() + _PADDING
    shown.setFixedHeight(min(max(lines, least), most) * line + _FRAME)
