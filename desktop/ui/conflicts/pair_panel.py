"""Two sides: what is on record of them over time, the one that is looked at to be edited, what it costs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.domain.conflicts import Scope, Separation
from desktop.domain.time import DateSpan
from desktop.domain.unit import Unit
from desktop.services.rivalries import (
    LEAST_GAP,
    PairStand,
    Sides,
    Stand,
    cautious_gap,
    concerned,
    pairs_of,
    separation_stands,
)
from desktop.ui.conflicts.actions import Actions, separation_items
from desktop.ui.conflicts.cost_box import CostBox
from desktop.ui.conflicts.costs import CostDesk
from desktop.ui.conflicts.words import (
    Names,
    asked,
    left_text,
    nothing_on_record,
    people_count,
    stand_icon,
    stand_name,
)
from desktop.ui.forms.date_fields import SpanField
from desktop.ui.forms.dates import span_text
from desktop.ui.forms.form import Form
from desktop.ui.forms.scope import watch_scope
from desktop.ui.forms.text_fields import TextField
from desktop.ui.theme import GRID, tokens
from desktop.ui.widgets.boxes import clear, column, row, rule
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.icons import set_icon
from desktop.ui.widgets.text import heading, label, tooltip
from desktop.ui.words import read_only_words


class PairPanel(QWidget):
    """``saved`` is sent when something was kept."""

    saved = Signal()

    def __init__(
        self, actions: Actions, costs: CostDesk, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._today = today
        self._unit: Unit | None = None
        self._sides: Sides | None = None
        self._row: Separation | None = None
        self._saving = ""
        self._shown = ""
        self.title = heading("", 1, wrap=True)
        self.state = label("", wrap=True)
        self.lines: list[QPushButton] = []
        self._lines_box = QWidget()
        self._lines = column(self._lines_box, gap=2)
        self.form: Form[Separation] = Form(Separation, separation_items())
        self.form.start(scope=Scope.SITE, gap_minutes=LEAST_GAP, span=DateSpan(today()))
        watch_scope(self.form, self._usual_gap)
        span = self.form.fields["span"]
        assert isinstance(span, SpanField)
        # There is no room for the weekday beside the box in a narrow panel.
        span.last.week.hide()
        self.why = TextField()
        self.why.set_label(self.tr("Why it is changed"), self.tr("For the audit trail."))
        self.save_button = QPushButton(self.tr("Save"))
        self.discard_button = QPushButton(self.tr("Discard"))
        self.renew_button = QPushButton(self.tr("Renew…"))
        self.end_button = QPushButton(self.tr("End…"))
        self.let_end_button = QPushButton(self.tr("Let it end…"))
        self.remove_button = QPushButton(self.tr("Remove…"))
        self.new_button = QPushButton(self.tr("Add another"))
        self.cost = CostBox(costs)
        self._build()
        self.form.changed.connect(self._look)
        self.save_button.clicked.connect(self.save)
        self.discard_button.clicked.connect(self.reload)
        self.new_button.clicked.connect(self.start_new)
        for button, act in (
            (self.renew_button, actions.renew),
            (self.end_button, actions.end),
            (self.let_end_button, actions.let_end),
            (self.remove_button, actions.remove),
        ):
            button.clicked.connect(partial(self._act, act))

    @property
    def sides(self) -> Sides | None:
        """The pair that is shown."""
        return self._sides

    @property
    def record(self) -> Separation | None:
        """The separation that is edited; None for a new one."""
        return self._row

    def show_pair(self, unit: Unit, sides: Sides, record: str = "") -> None:
        """Shows a pair, and of it the separation with this id or else the one that counts now.

        What somebody is typing stays, as long as what it was typed over is the same.
        """
        same = sides == self._sides and (not record or (self._row is not None and record == self._row.id))
        before = self._row
        self._unit, self._sides = unit, sides
        pair = pairs_of(unit, self._today()).get(sides)
        rows = () if pair is None else pair.rows
        shown = "" if pair is None else pair.shown.id
        # Where another one counts by now, that is what is looked for.
        stays = same and before is not None and shown == self._shown
        wanted = record or self._saving or (before.id if stays and before is not None else "")
        self._shown = shown
        chosen = next((each for each in rows if each.id == wanted), None)
        if chosen is None and pair is not None and not (same and before is None and self.form.dirty):
            chosen = pair.shown
        typing = not self._saving and same and self.form.dirty and chosen == before
        self._row = chosen
        self._show_head(pair)
        if not typing:
            self.reload()
        self._look()

    def focus_form(self) -> None:
        """Leads to the first field."""
        next(iter(self.form.fields.values())).setFocus()

    @Slot()
    def reload(self) -> None:
        """Shows what is on record, and forgets what was typed."""
        if self._row is None:
            self._start()
        else:
            self.form.load(self._row)
        self.why.set_value("")
        self.why.set_fault(None)
        self._look()

    @Slot()
    def start_new(self) -> None:
        """Begins another separation of the two."""
        self._row = None
        self._mark_lines()
        self.reload()
        self.focus_form()

    @Slot()
    def save(self) -> None:
        """Keeps what is typed, or says what is wrong with it."""
        built = self.form.build()
        if built is None:
            return
        why = self.why.value()
        if self._row is not None and not why:
            self.why.set_fault(self.why.words("empty"))
            self.why.setFocus()
            return
        # The page shows it anew while it is being saved: nothing is being typed any more by then.
        self._saving = built.id
        faults = self._actions.save("separation_saved", (built,), reason=why)
        self._saving = ""
        if faults:
            self.form.show_faults(faults)
            return
        self.saved.emit()

    def _usual_gap(self) -> int:
        return LEAST_GAP if self._unit is None else cautious_gap(self._unit)

    def _start(self) -> None:
        assert self._sides is not None
        self.form.start(
            id=self._actions.new_id("separation"),
            side_a=self._sides[0],
            side_b=self._sides[1],
            scope=Scope.SITE,
            gap_minutes=self._usual_gap(),
            span=DateSpan(self._today()),
            source="",
            reason="",
        )

    def _show_head(self, pair: PairStand | None) -> None:
        assert self._unit is not None
        assert self._sides is not None
        self.title.setText(Names(self._unit).pair(self._sides))
        clear(self._lines)
        self.lines = []
        self.cost.setVisible(pair is not None)
        self._lines_box.setVisible(pair is not None)
        self.cost.show_sides(self._sides)
        if pair is None:
            self.state.setText(f"{nothing_on_record()}.")
            return
        count = len(concerned(self._unit, pair.shown, self._today()))
        self.state.setText(
            f"{stand_name(pair.stand)} · {left_text(pair.shown.span, self._today())} · {people_count(count)}"
        )
        stands = {each.id: stand for each, stand in separation_stands(self._unit, self._today())}
        colours = tokens(self.palette())
        for each in pair.rows:
            words = f"{asked(each)}, {span_text(each.span)}"
            # On two lines, so that neither is cut off in a narrow panel.
            line = QPushButton(f"{asked(each)}\n{span_text(each.span)}")
            line.setProperty("look", "line")
            line.setCheckable(True)
            line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            stand = stands[each.id]
            set_icon(line, stand_icon(stand), colours.danger if stand is Stand.RUN_OUT else colours.muted)
            line.setAccessibleName(f"{words}. {stand_name(stand)}")
            line.setToolTip(tooltip(f"{words}\n{stand_name(stand)}\n{each.source}"))
            line.clicked.connect(partial(self._choose, each.id))
            self._lines.addWidget(line)
            self.lines.append(line)
        self._mark_lines(pair)

    def _mark_lines(self, pair: PairStand | None = None) -> None:
        pair = pair or self._pair()
        for line, each in zip(self.lines, pair.rows if pair else (), strict=False):
            line.setChecked(self._row is not None and each.id == self._row.id)

    def _pair(self) -> PairStand | None:
        if self._unit is None or self._sides is None:
            return None
        return pairs_of(self._unit, self._today()).get(self._sides)

    def _choose(self, record: str) -> None:
        pair = self._pair()
        self._row = next((each for each in pair.rows if each.id == record), None) if pair else None
        self._mark_lines(pair)
        self.reload()

    def _act(self, act: Callable[[list[Separation]], bool]) -> None:
        if self._row is not None and act([self._row]):
            self.saved.emit()

    @Slot()
    def _look(self) -> None:
        """Offers what can be done now."""
        if self._unit is None:
            return
        read_only = self._actions.editing.read_only
        new, dirty = self._row is None, self.form.dirty
        for line in self.lines:
            # Another one would be shown in the place of what is typed.
            line.setEnabled(not dirty)
        today = self._today()
        last = None if self._row is None else self._row.span.last
        reviewed = self._row is not None and self._row.is_let_end
        self.why.setVisible(not new and dirty)
        self.new_button.setVisible(not new)
        self.save_button.setText(self.tr("Keep apart") if new else self.tr("Save"))
        for widget, on in (
            (self.form, True),
            (self.save_button, dirty or new),
            (self.discard_button, dirty),
            (self.new_button, not dirty),
            (self.renew_button, not new and not dirty),
            (
                self.end_button,
                self._row is not None and not dirty and self._row.span.first <= today and _open(last, today),
            ),
            (self.let_end_button, not new and not dirty and last is not None and not reviewed),
            (self.remove_button, not new and not dirty),
        ):
            widget.setEnabled(on and not read_only)
            widget.setToolTip(tooltip(read_only_words()) if read_only else "")
        for button in (self.renew_button, self.end_button, self.let_end_button, self.remove_button):
            button.setVisible(not new)

    def _build(self) -> None:
        box = column(self, margin=GRID * 2, gap=GRID)
        box.addWidget(self.title)
        box.addWidget(self.state)
        box.addWidget(self._lines_box)
        actions = QWidget()
        flow = FlowLayout(actions)
        for button in (
            self.renew_button,
            self.end_button,
            self.let_end_button,
            self.remove_button,
            self.new_button,
        ):
            button.setAutoDefault(False)
            flow.addWidget(button)
        box.addWidget(actions)
        box.addWidget(rule())
        box.addWidget(self.form)
        box.addWidget(self.why)
        line = row()
        self.save_button.setProperty("look", "primary")
        line.addStretch(1)
        line.addWidget(self.discard_button)
        line.addWidget(self.save_button)
        box.addLayout(line)
        box.addWidget(self.cost)
        box.addStretch(1)


def _open(last: date | None, today: date) -> bool:
    """Whether it still holds after today."""
    return last is None or last > today
