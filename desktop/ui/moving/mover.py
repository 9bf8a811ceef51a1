"""Carries a session, its lower edge or a person over the board, by pointer or keys, and judges each place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.printing.words import time_span_text
from desktop.services.hand.verdicts import Verdict, Verdicts
from desktop.services.hand.week_edits import WeekEdit
from desktop.ui.board.panel import BoardPanel
from desktop.ui.board.words import announce
from desktop.ui.moving.aiming import spot_at
from desktop.ui.moving.judge import Judge
from desktop.ui.moving.keys import DOWN, step, step_end
from desktop.ui.moving.label import VerdictLabel
from desktop.ui.moving.layer import DragLayer, Ghost
from desktop.ui.moving.lengths import end_of, ends_of
from desktop.ui.moving.subjects import (
    Carried,
    CarriedEdge,
    CarriedPerson,
    CarriedSession,
    Spot,
    edit_at,
    lanes_at,
    own_columns,
    span_at,
)
from desktop.ui.moving.words import VerdictWords

translate = QCoreApplication.translate
EDGE = 36
SCROLL_MS = 30
_SWALLOWED = frozenset(
    (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride, QEvent.Type.Shortcut)
)


class Mover(QObject):
    """``dropped`` carries the edit to be made; ``told`` a sentence for the line at the window's foot.

    ``verdicts`` gives those of the plan that is shown, or None while nothing can be changed.
    """

    dropped = Signal(object)
    told = Signal(str)

    def __init__(self, board: BoardPanel, verdicts: Callable[[], Verdicts | None], page: QWidget) -> None:
        super().__init__(page)
        self._board = board
        self._verdicts = verdicts
        self._judge: Judge | None = None
        self._words: VerdictWords | None = None
        self._carried: Carried | None = None
        self._spot: Spot | None = None
        self._edit: WeekEdit | None = None
        self._ends: tuple[int, ...] = ()
        self._by_keys = False
        self._pointer = QPoint()
        self.layer = DragLayer(board.view.canvas)
        self._page = page
        self.label = VerdictLabel(page)
        self._scroll = QTimer(self)
        self._scroll.setInterval(SCROLL_MS)
        self._scroll.timeout.connect(self._scroll_on)
        board.shown.connect(self._on_shown)

    @property
    def carried(self) -> Carried | None:
        """What is carried now."""
        return self._carried

    def verdict(self) -> Verdict | None:
        """The verdict of the place that is aimed at; None where a drop would do nothing."""
        return None if self._edit is None or self._judge is None else self._judge.verdict(self._edit)

    def judge(self) -> Judge | None:
        return self._judge

    def pick_up(self, carried: Carried, at: QPoint) -> bool:
        """Begins to carry something with the pointer, which is ``at`` a place of the screen."""
        if not self._begin(carried):
            return False
        # Whatever the pointer is over, and whatever becomes of the widget that was pressed.
        edge = isinstance(carried, CarriedEdge)
        self.layer.grabMouse(Qt.CursorShape.SizeVerCursor if edge else Qt.CursorShape.ClosedHandCursor)
        self._aim_at(at)
        return True

    def pick_up_by_keys(self, carried: CarriedSession) -> bool:
        """Begins to carry a session with the keys, from where it stands."""
        sheet = self._board.view.canvas.sheet
        if sheet is None:
            return False
        block = next((each for each in sheet.blocks if each.session == carried.session.id), None)
        if block is None or not self._begin(carried):
            return False
        self._by_keys = True
        self.told.emit(
            self.tr("Arrows move the session, Ctrl and an arrow by a day, Enter drops it, Esc puts it back.")
        )
        self._show(Spot(block.column, block.start))
        return True

    def resize_by_keys(self, carried: CarriedEdge, longer: int) -> bool:
        """Begins to make a session longer (1) or shorter (-1) with the keys."""
        sheet = self._board.view.canvas.sheet
        own = own_columns(sheet, carried.session.id) if sheet is not None else ()
        if not own or not self._begin(carried):
            return False
        self._by_keys = True
        self.told.emit(
            translate("SessionLength", "Up and down change the length, Enter keeps it, Esc puts it back.")
        )
        now = Spot(own[0], end_of(carried.session))
        self._show(step_end(self._ends, now, longer) or now)
        return True

    @Slot()
    def cancel(self) -> None:
        """Puts back what is carried."""
        if self._carried is not None:
            self._end()
            self.told.emit(self.tr("Nothing was changed."))

    def drop(self) -> None:
        """Lets go. Where it is forbidden nothing happens, and the reason is told."""
        edit, verdict, words = self._edit, self.verdict(), self._words
        if verdict is None or edit is None or words is None:
            self.cancel()
            return
        if not verdict.allowed:
            told = words.tell(verdict).whole()
            self._end()
            self.told.emit(told)
            announce(self._board.view, told)
            return
        self._end()
        self.dropped.emit(edit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While something is carried, the pointer and the keys are for that alone."""
        if self._carried is None:
            return False
        kind = event.type()
        if isinstance(event, QMouseEvent) and not self._by_keys:
            if kind == QEvent.Type.MouseMove:
                self._aim_at(event.globalPosition().toPoint())
                return True
            if kind == QEvent.Type.MouseButtonRelease:
                self._aim_at(event.globalPosition().toPoint())
                self.drop()
                return True
            return kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
        if isinstance(event, QMouseEvent) and kind == QEvent.Type.MouseButtonPress:
            self.cancel()
            return False
        if isinstance(event, QKeyEvent) and kind in _SWALLOWED:
            if kind == QEvent.Type.KeyPress and isinstance(watched, QWidget):
                self._on_key(event)
            event.accept()
            return isinstance(watched, QWidget) or kind != QEvent.Type.KeyPress
        if kind in (QEvent.Type.ApplicationDeactivate, QEvent.Type.WindowDeactivate):
            self.cancel()
        return False

    def _begin(self, carried: Carried) -> bool:
        verdicts, board = self._verdicts(), self._board
        unit, sheet = board.unit, board.view.canvas.sheet
        if verdicts is None or unit is None or sheet is None or self._carried is not None:
            return False
        self._ends = ends_of(verdicts, carried.session) if isinstance(carried, CarriedEdge) else ()
        if len(self._ends) == 1:
            only = translate("SessionLength", "This activity has no other length.")
            self.told.emit(only)
            announce(board.view, only)
            return False
        if self._judge is None or self._judge.verdicts is not verdicts:
            self._judge = Judge(verdicts, self)
            self._judge.progressed.connect(self._on_progressed)
        self._words = VerdictWords(unit)
        self._carried, self._by_keys, self._edit, self._spot = carried, False, None, None
        board.view.canvas.brighten(True)
        self.layer.begin(verdicts.prepared.problem.slot_minutes)
        self._judge.look_around(board.mode, sheet, carried)
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)
        return True

    def _end(self) -> None:
        app = QApplication.instance()
        assert app is not None
        app.removeEventFilter(self)
        if not self._by_keys:
            self.layer.releaseMouse()
        if self._judge is not None:
            self._judge.stop()
        self._carried = self._edit = self._spot = None
        self._board.view.canvas.brighten(False)
        self._scroll.stop()
        self.layer.hide()
        self.label.hide()

    def _on_key(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.cancel()
        elif self._by_keys and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.drop()
        elif self._by_keys and self._spot is not None:
            self._step(key, event)

    def _step(self, key: Qt.Key, event: QKeyEvent) -> None:
        board, carried = self._board, self._carried
        sheet = board.view.canvas.sheet
        if sheet is None or self._spot is None or carried is None or isinstance(carried, CarriedPerson):
            return
        if isinstance(carried, CarriedEdge):
            end = step_end(self._ends, self._spot, DOWN[key]) if key in DOWN else None
            if end is not None:
                self._show(end)
            return
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            board.turn_site(-1 if key == Qt.Key.Key_PageUp else 1)
            return
        by_day = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        spot = step(board.mode, sheet, carried, self._spot, key, self._slot(), by_day=by_day)
        if spot is not None:
            self._show(spot)

    def _slot(self) -> int:
        return 30 if self._judge is None else self._judge.verdicts.prepared.problem.slot_minutes

    def _aim_at(self, at: QPoint) -> None:
        self._pointer = at
        if not isinstance(self._carried, CarriedEdge):
            self._board.turn_at(at)
        self._show(self._spot_at(at))
        inside = self._board.view.viewport().rect()
        here = self._board.view.viewport().mapFromGlobal(at)
        near = inside.contains(here) and not inside.adjusted(EDGE, EDGE, -EDGE, -EDGE).contains(here)
        if near and not self._scroll.isActive():
            self._scroll.start()
        elif not near:
            self._scroll.stop()

    @Slot()
    def _scroll_on(self) -> None:
        view = self._board.view
        here, inside = view.viewport().mapFromGlobal(self._pointer), view.viewport().rect()
        for bar, low, high, length in (
            (view.horizontalScrollBar(), here.x(), inside.width() - here.x(), inside.width()),
            (view.verticalScrollBar(), here.y(), inside.height() - here.y(), inside.height()),
        ):
            if length > 3 * EDGE and min(low, high) < EDGE:
                bar.setValue(bar.value() + (-EDGE // 2 if low < high else EDGE // 2))
        self._show(self._spot_at(self._pointer))

    def _spot_at(self, at: QPoint) -> Spot | None:
        carried = self._carried
        return None if carried is None else spot_at(self._board.view, carried, at, self._slot(), self._ends)

    def _show(self, spot: Spot | None) -> None:
        board, carried, judge = self._board, self._carried, self._judge
        sheet = board.view.canvas.sheet
        if carried is None or judge is None or sheet is None:
            return
        if spot is not None and spot == self._spot:
            self._place_label(spot)
            return
        self._spot = spot
        self._edit = None if spot is None else edit_at(board.mode, sheet, carried, spot)
        self._show_ghost()
        if spot is not None:
            self._place_label(spot)
        else:
            self.label.hide()
        if self._by_keys and spot is not None and not isinstance(carried, CarriedPerson):
            self._follow_ghost()
            told = self.label.text().replace("\n", ", ")
            announce(board.view, told if self._edit is not None else time_span_text(*span_at(carried, spot)))

    def _show_ghost(self) -> None:
        sheet, carried, spot = self._board.view.canvas.sheet, self._carried, self._spot
        if sheet is None or spot is None or carried is None or isinstance(carried, CarriedPerson):
            self.layer.show_ghost(None)
            return
        verdict, (start, end) = self.verdict(), span_at(carried, spot)
        title = next((each.title for each in sheet.blocks if each.session == carried.session.id), "")
        lanes = lanes_at(self._board.mode, sheet, carried, spot)
        text = f"{time_span_text(start, end)}\n{title}"
        kind = None if verdict is None else verdict.kind
        self.layer.show_ghost(Ghost(lanes or (spot.column,), start, min(end, sheet.last), text, kind))

    def _place_label(self, spot: Spot) -> None:
        verdict, words, page = self.verdict(), self._words, self._page
        if verdict is None or words is None:
            self.label.hide()
            return
        clear = QRect()
        if self._by_keys:
            rect = self.layer.ghost_rect().toAlignedRect()
            clear = QRect(page.mapFromGlobal(self.layer.mapToGlobal(rect.topLeft())), rect.size())
            self.label.show_told(words.tell(verdict), clear.topRight(), clear)
        else:
            self.label.show_told(words.tell(verdict), page.mapFromGlobal(self._pointer))

    def _follow_ghost(self) -> None:
        rect, view = self.layer.ghost_rect(), self._board.view
        if not rect.isEmpty():
            at = rect.center().toPoint()
            hours = round(view.canvas.painter.hours_width())
            view.ensureVisible(at.x(), at.y(), int(rect.width() / 2) + hours + 8, int(rect.height() / 2) + 60)
            if self._spot is not None:
                self._place_label(self._spot)

    @Slot()
    def _on_progressed(self) -> None:
        if self._judge is not None and self._carried is not None:
            self.layer.show_kinds(self._judge.kinds)

    @Slot()
    def _on_shown(self) -> None:
        """Another sheet stands on the board, of another site or day, or of another plan."""
        carried, judge, sheet = self._carried, self._judge, self._board.view.canvas.sheet
        if carried is None or judge is None:
            return
        gone = isinstance(carried, CarriedEdge) and sheet and not own_columns(sheet, carried.session.id)
        if sheet is None or gone or self._verdicts() is not judge.verdicts:
            self._end()
            return
        self.layer.begin(self._slot())
        judge.look_around(self._board.mode, sheet, carried)
        spot, self._spot = self._spot, None
        if self._by_keys and spot is not None:
            self._show(Spot(min(spot.column, len(sheet.columns) - 1), spot.minute))
