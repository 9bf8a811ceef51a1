"""What somebody would see at a glance: words cut off, controls without a name or outside of what holds them,
a scroll bar to the side where nothing should be wider than its place."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCalendarWidget,
    QComboBox,
    QDialog,
    QLabel,
    QMainWindow,
    QScrollArea,
    QScrollBar,
    QSizePolicy,
    QTabBar,
    QToolButton,
    QWidget,
)

from desktop.ui.beside.boards import BesideBoards
from desktop.ui.board.view import BoardView
from desktop.ui.widgets.sizes import FRAME

SLACK = 1
"""Pixels: what rounding at 150 per cent may take."""
LEAST_LETTERS = 2
TAB_PADDING = 24
"""Beside the text of a tab, as the style sheet says."""
LEAST_SCREEN = QSize(910, 512)
"""What a screen of 1366 × 768 has at 150 per cent."""


def faults(top: QWidget) -> list[str]:
    """Everything that is wrong at a glance, in words."""
    return [
        *(f"cut off: {text}" for text in cut_off(top)),
        *(f"without a name: {each}" for each in unnamed(top)),
        *(f"outside: {each}" for each in outside(top)),
        *(f"scrolls needlessly: {each}" for each in needlessly(top)),
        *(f"scrolls sideways: {each}" for each in sideways(top)),
    ]


def cut_off(window: QWidget) -> list[str]:
    """The texts of visible labels, buttons and choices that have less room than what they say."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QLabel | QAbstractButton | QComboBox):
            continue
        text = widget.currentText() if isinstance(widget, QComboBox) else widget.text()
        if isinstance(widget, QToolButton) and (not widget.icon().isNull() or _says_more(widget)):
            icon_alone = widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
            shown = widget.icon().isNull() or not icon_alone
            if text and shown and (_too_low(widget) or _says_nothing(widget)):
                found.append(text)
        elif text and _too_small(widget):
            found.append(text)
    return [*found, *_dots_alone(window)]


def _dots_alone(window: QWidget) -> Iterator[str]:
    """The tabs of which no two letters are left beside the dots."""
    for bar in window.findChildren(QTabBar):
        metrics = QFontMetrics(bar.font())
        for at in range(bar.count()) if bar.isVisible() else ():
            text = bar.tabText(at)
            if _least_width(metrics, text) > bar.tabRect(at).width() - TAB_PADDING + SLACK:
                yield text


def _says_more(button: QToolButton) -> bool:
    """Whether the full word of one of a row of buttons stands in its tip and is read out."""
    return button.isCheckable() and bool(button.toolTip()) and bool(button.accessibleName())


def _says_nothing(button: QToolButton) -> bool:
    """Whether there is room for less than two letters of its text beside the dots."""
    metrics = QFontMetrics(button.font())
    needed = button.sizeHint().width() - metrics.horizontalAdvance(button.text())
    return _least_width(metrics, button.text()) > button.width() - needed + SLACK


def _least_width(metrics: QFontMetrics, text: str) -> int:
    return min(map(metrics.horizontalAdvance, (text, f"{text[:LEAST_LETTERS]}…")))


def _too_low(widget: QWidget) -> bool:
    needed = widget.minimumHeight() or widget.minimumSizeHint().height()
    return widget.height() + SLACK < needed


def _too_small(widget: QWidget) -> bool:
    if isinstance(widget, QLabel) and widget.wordWrap():
        return (
            _least_height(widget) > widget.height() + SLACK or _widest_word(widget) > widget.width() + SLACK
        )
    return widget.width() + SLACK < widget.minimumSizeHint().width() or _too_low(widget)


def _least_height(label: QLabel) -> int:
    return label.heightForWidth(label.width())


def _widest_word(label: QLabel) -> int:
    if label.textFormat() is not Qt.TextFormat.PlainText:
        document = QTextDocument()
        document.setHtml(label.text())
        text = document.toPlainText()
    else:
        text = label.text()
    metrics = QFontMetrics(label.font())
    return max((metrics.horizontalAdvance(word) for word in text.split()), default=0)


def unnamed(page: QWidget) -> Iterator[str]:
    """Controls that can have the focus and say nothing to a screen reader, by class and place."""
    for widget in page.findChildren(QWidget):
        if not widget.isVisibleTo(page) or widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        if isinstance(widget, QScrollArea | QScrollBar | QTabBar) or widget.focusProxy() is not None:
            continue
        if _of_a_calendar(widget):
            continue
        told = QAccessible.queryAccessibleInterface(widget)
        if not told.text(QAccessible.Text.Name).strip():
            parent = widget.parentWidget()
            yield f"{type(widget).__name__} in {type(parent).__name__}"


def _of_a_calendar(widget: QWidget) -> bool:
    """Whether it is a part of Qt's own calendar, which has a name as a whole."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QCalendarWidget):
            return True
        around = around.parentWidget()
    return False


def outside(top: QWidget) -> Iterator[str]:
    """What a part of its parent hides: nothing can be seen there, and nothing scrolls it into sight."""
    if top.isWindow() and not isinstance(top, QMainWindow) and not _fits_the_screen(top):
        yield f"{type(top).__name__} is larger than the screen"
    for widget in top.findChildren(QWidget):
        parent = widget.parentWidget()
        if not widget.isVisible() or widget.isWindow() or parent is None or _is_moved(widget, parent):
            continue
        room = parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
        if not room.contains(widget.geometry()) and isinstance(
            widget, QLabel | QAbstractButton | QComboBox | QAbstractScrollArea
        ):
            yield f"{type(widget).__name__} in {type(parent).__name__}: {_text_of(widget)}"


def _is_moved(widget: QWidget, parent: QWidget) -> bool:
    """Whether it is seen through a window of its own that moves: a page of a scroll area or a list's line."""
    holder = parent.parentWidget()
    return isinstance(holder, QAbstractScrollArea) and holder.viewport() is parent


def _fits_the_screen(top: QWidget) -> bool:
    room = top.screen().availableSize().expandedTo(LEAST_SCREEN)
    return top.width() <= room.width() and top.height() <= room.height()


def _text_of(widget: QWidget) -> str:
    return str(widget.property("text") or widget.accessibleName())


def needlessly(top: QWidget) -> Iterator[str]:
    """Fields of a dialog that scroll although the screen has room for all of them."""
    room = top.screen().availableSize().height() - FRAME
    for area in top.findChildren(QScrollArea) if isinstance(top, QDialog) else ():
        bar = area.verticalScrollBar()
        grows = area.sizePolicy().verticalPolicy() is QSizePolicy.Policy.Preferred
        if grows and area.isVisible() and bar.maximum() > SLACK and top.height() + bar.maximum() <= room:
            yield f"{type(top).__name__}: by {bar.maximum()}"


def sideways(top: QWidget) -> Iterator[str]:
    """Areas of fields and texts whose content is wider than they are, a scroll bar or not. Only boards are
    meant to be."""
    for area in top.findChildren(QScrollArea):
        hidden = area.horizontalScrollBar().maximum()
        if area.isVisible() and not isinstance(area, BoardView | BesideBoards) and hidden > SLACK:
            inside = area.widget()
            yield f"{type(inside).__name__} {area.accessibleName()}: by {hidden}"
