"""The size that a window opens in."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

FRAME = 32
"""What a window's own frame takes of the screen's height."""


def open_in(window: QWidget, width: int, height: int) -> None:
    """Gives a window its size, or what the screen has room for: at 200 per cent that is half of its dots."""
    room = window.screen().availableSize()
    window.resize(min(width, room.width()), min(height, room.height() - FRAME))
