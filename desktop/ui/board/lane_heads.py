"""Lanes that say themselves to keyboard and screen reader: who is there when, what keeps them clear."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QToolTip, QWidget

from desktop.printing.sheet import Apart, Block, Shade, ShadeKind, Sheet
from desktop.printing.words import day_inside, kept_text, lane_text, minutes_text, time_span_text
from desktop.ui.theme import tokens
from desktop.ui.widgets.tab_order import place_in_line
from desktop.ui.widgets.text import tooltip

translate = QCoreApplication.translate


def lane_name(sheet: Sheet, column: int) -> str:
    """Whose lane it is, and on which day."""
    lane = sheet.columns[column]
    return f"{lane_text(lane)}, {day_inside(lane.day)}"


def lane_lines(sheet: Sheet, column: int) -> tuple[str, ...]:
    """Who of a lane is on the site when, and when it is kept clear because of whom."""
    lane = sheet.columns[column]
    blocks = sorted(
        (each for each in sheet.blocks if each.column == column), key=lambda each: (each.start, each.end)
    )
    there = translate("GroupLanes", "There: %1").replace("%1", "; ".join(map(_visit, blocks)))
    kept = [_kept(each) for each in sorted(lane.kept_clear, key=lambda each: (each.start, each.end))]
    return (
        there if blocks else translate("GroupLanes", "Nobody of the lane is there"),
        translate("GroupLanes", "Kept clear: %1").replace("%1", "; ".join(kept))
        if kept
        else translate("GroupLanes", "Nothing keeps the lane clear"),
    )


def _visit(block: Block) -> str:
    who = ", ".join(person.name for person in block.people)
    where = f" ({block.where})" if block.where else ""
    return f"{time_span_text(block.start, block.end)} {block.title}{where}: {who}"


def _kept(each: Shade | Apart) -> str:
    if isinstance(each, Shade) and each.kind is ShadeKind.GAP:
        text = translate("GroupLanes", "%1: empty, %2 between rivals", "times, minutes")
        return text.replace("%2", minutes_text(each.minutes)).replace(
            "%1", time_span_text(each.start, each.end)
        )
    return kept_text(each, lambda person: person.name)


class LaneHead(QAbstractButton):
    """The head of one lane on one day. The board's painter draws it; this draws the focus ring alone."""

    reached = Signal(int)
    moved = Signal(int, int)

    def __init__(self, column: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.column = column
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def tell(self, sheet: Sheet) -> None:
        """Takes the words of its lane."""
        self.setAccessibleName(lane_name(sheet, self.column))
        self.setAccessibleDescription(". ".join(lane_lines(sheet, self.column)) + ".")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(self.column, step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit(self.column)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            # A hint that is there already goes with each change of the focus.
            QTimer.singleShot(0, self, self._hint)

    @Slot()
    def _hint(self) -> None:
        """Says what the pointer would be told, to whoever has no screen reader."""
        if self.hasFocus():
            below = self.mapToGlobal(QPoint(0, self.height()))
            QToolTip.showText(below, tooltip(self.accessibleDescription()), self)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens(self.palette()).text), 2, Qt.PenStyle.DotLine))
        # The day stands above its lanes, and over several of them.
        lower = QRectF(self.rect()).adjusted(3, self.height() / 2, -3, -2)
        painter.drawRoundedRect(lower, 3, 3)


def _heads(sheet: Sheet | None, over: QWidget) -> list[LaneHead]:
    if sheet is None:
        return []
    heads = [LaneHead(column, over) for column in range(len(sheet.columns))]
    for head in heads:
        head.tell(sheet)
    return heads


class LaneHeads(QObject):
    """One head for each lane of a sheet of groups; one at a time can be reached with Tab, the arrows lead to
    the others.

    ``reached`` carries the lane that the focus came to, ``entered`` one whose sessions are wanted.
    """

    reached = Signal(int)
    entered = Signal(int)

    def __init__(self, over: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._over = over
        self._place = place_in_line(over)
        self._sheet: Sheet | None = None
        self.heads: list[LaneHead] = []

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Makes the heads of a sheet of groups; None for one that needs none."""
        if sheet is self._sheet:
            return
        focused = next((each.column for each in self.heads if each.hasFocus()), None)
        old, self.heads, self._sheet = self.heads, [], sheet
        last = self._place
        for column, head in enumerate(_heads(sheet, self._over)):
            head.setFocusPolicy(Qt.FocusPolicy.ClickFocus if column else Qt.FocusPolicy.StrongFocus)
            head.reached.connect(self._on_reached)
            head.moved.connect(self._on_moved)
            head.clicked.connect(self._on_clicked)
            QWidget.setTabOrder(last, head)
            last = head
            self.heads.append(head)
        if focused is not None and self.heads:
            self.heads[min(focused, len(self.heads) - 1)].setFocus()
        for each in old:
            each.hide()
            each.deleteLater()

    def place(self, rect_of: Callable[[int], QRect]) -> None:
        """Puts each head where its lane's stands by now."""
        for head in self.heads:
            head.setGeometry(rect_of(head.column))
            head.show()
            head.raise_()

    def _on_reached(self, column: int) -> None:
        for head in self.heads:
            home = head.column == column
            head.setFocusPolicy(Qt.FocusPolicy.StrongFocus if home else Qt.FocusPolicy.ClickFocus)
        self.reached.emit(column)

    def _on_moved(self, column: int, step: int) -> None:
        if 0 <= column + step < len(self.heads):
            self.heads[column + step].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_clicked(self) -> None:
        head = self.sender()
        if isinstance(head, LaneHead):
            self.entered.emit(head.column)
