"""The window's own line icons, drawn in whatever colour the text around them has."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parents[3] / "resources" / "icons"
_SCALES = (1, 2, 3)


@cache
def _source(name: str) -> str:
    return (ICONS / f"{name}.svg").read_text(encoding="utf-8")


def pixmap(name: str, colour: str, size: int = 16, ratio: float = 1.0) -> QPixmap:
    """An icon of ``size`` device-independent pixels, ``ratio`` device pixels each."""
    image = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    image.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    painter = QPainter(image)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def icon(name: str, colour: str | QColor, size: int = 16) -> QIcon:
    """An icon in one colour, sharp at every usual scaling."""
    text = colour if isinstance(colour, str) else colour.name()
    result = QIcon()
    for scale in _SCALES:
        result.addPixmap(pixmap(name, text, size, scale))
    return result


def app_icon() -> QIcon:
    """The program's own icon."""
    result = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        result.addPixmap(pixmap("sikkerplan", "#000000", size))
    return result
