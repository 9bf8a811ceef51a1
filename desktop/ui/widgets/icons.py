"""The window's own line icons, drawn in whatever colour the text around them has."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

ICONS = Path(__file__).resolve().parents[3] / "resources" / "icons"
SIZE = 16
GAP = 4
_SCALES = (1, 2, 3)


@cache
def _source(name: str) -> str:
    return (ICONS / f"{name}.svg").read_text(encoding="utf-8")


def pixmap(name: str, colour: str, size: int = 16, ratio: float = 1.0, gap: int = 0) -> QPixmap:
    """An icon of ``size`` logical pixels, ``ratio`` device pixels each, with an empty ``gap`` behind it."""
    image = QPixmap(QSize(round((size + gap) * ratio), round(size * ratio)))
    image.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, size * ratio, size * ratio))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def icon(name: str, colour: str | QColor, size: int = 16) -> QIcon:
    """An icon in one colour, sharp at every usual scaling."""
    return _icon(name, colour, size, 0)


def set_icon(button: QAbstractButton, name: str, colour: str) -> None:
    """Puts an icon in front of a button's text, with some air between them."""
    shown = _icon(name, colour, SIZE, GAP)
    faint = button.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText).name()
    for scale in _SCALES:
        shown.addPixmap(pixmap(name, faint, SIZE, scale, GAP), QIcon.Mode.Disabled)
    button.setIcon(shown)
    button.setIconSize(QSize(SIZE + GAP, SIZE))


def _icon(name: str, colour: str | QColor, size: int, gap: int) -> QIcon:
    """A copy, to which its owner may add pictures."""
    return QIcon(_drawn(name, colour if isinstance(colour, str) else colour.name(), size, gap))


@cache
def _drawn(name: str, colour: str, size: int, gap: int) -> QIcon:
    result = QIcon()
    for scale in _SCALES:
        result.addPixmap(pixmap(name, colour, size, scale, gap))
    return result


def app_icon() -> QIcon:
    """The program's own icon."""
    result = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        result.addPixmap(pixmap("sikkerplan", "#000000", size))
    return result
