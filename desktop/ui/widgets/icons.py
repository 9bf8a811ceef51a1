"""The window's own line icons, drawn in whatever colour the text around them has."""

from __future__ import annotations

from functools import cache, lru_cache
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


@lru_cache(maxsize=64)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))


def pixmap(name: str, colour: str, size: int = 16, ratio: float = 1.0, gap: int = 0) -> QPixmap:
    """An icon of ``size`` logical pixels, ``ratio`` device pixels each, with an empty ``gap`` behind it."""
    image = QPixmap(QSize(round((size + gap) * ratio), round(size * ratio)))
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    _renderer(name, colour).render(painter, QRectF(0, 0, size * ratio, size * ratio))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def icon(name: str, colour: str | QColor, size: int = 16) -> QIcon:
    """An icon in one colour, sharp at every usual scaling."""
    return _icon(name, colour, size, 0)


def set_icon(button: QAbstractButton, name: str, colour: str) -> None:
    """Puts an icon in front of a button's text, with some air between them."""
    faint = button.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText).name()
    button.setIcon(_button_icon(name, colour, faint))
    button.setIconSize(QSize(SIZE + GAP, SIZE))


@cache
def _button_icon(name: str, colour: str, faint: str) -> QIcon:
    result = _icon(name, colour, SIZE, GAP)
    for scale in _SCALES:
        result.addPixmap(pixmap(name, faint, SIZE, scale, GAP), QIcon.Mode.Disabled)
    return result


def _icon(name: str, colour: str | QColor, size: int, gap: int) -> QIcon:
    """A copy, to which its owner may add pictures."""
    return QIcon(_drawn(name, colour if isinstance(colour, str) else colour.name(), size, gap))


@cache
def _drawn(name: str, colour: str, size: int, gap: int) -> QIcon:
    result = QIcon()
    for scale in _SCALES:
        result.addPixmap(pixmap(name, colour, size, scale, gap))
    return result


@cache
def app_icon() -> QIcon:
    """The program's own icon."""
    result = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        result.addPixmap(pixmap("sikkerplan", "#000000", size))
    return result
