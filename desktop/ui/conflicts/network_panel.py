"""The network with its legend and the same in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.domain.conflicts import Scope
from desktop.domain.unit import Unit
from desktop.printing.kind_words import scope_text
from desktop.services.rivalries import PairStand, Sides, Stand, members_on
from desktop.ui.conflicts.network import Line, NetworkView
from desktop.ui.conflicts.network_node import Node
from desktop.ui.conflicts.words import Names, asked, members_text, stand_name
from desktop.ui.theme import GRID, tokens
from desktop.ui.widgets.boxes import column, row
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.text import label


class NetworkPanel(QWidget):
    """Every group, and the people with a separation of their own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = NetworkView()
        self.summary = label("", "muted", wrap=True)
        box = column(self, margin=GRID, gap=GRID)
        box.addWidget(self.view, 1)
        box.addWidget(NetworkLegend())
        box.addWidget(self.summary)

    def show_unit(self, unit: Unit, pairs: Mapping[Sides, PairStand], today: date) -> None:
        """Shows who is kept apart on a day, who will be, and what has run out."""
        names = Names(unit)
        lines = [
            Line(pair, f"{names.pair(pair.sides)}: {asked(pair.shown)}. {stand_name(pair.stand)}.")
            for pair in pairs.values()
        ]
        told: dict[str, list[str]] = defaultdict(list)
        own = self.tr("Its own members")
        for line in lines:
            one, other = line.sides
            how = f"{asked(line.pair.shown)}, {stand_name(line.pair.stand)}"
            if one == other:
                told[one].append(f"{own} ({how})")
            else:
                told[one].append(f"{names.side(other)} ({how})")
                told[other].append(f"{names.side(one)} ({how})")
        nodes = []
        for group in sorted(unit.groups, key=lambda each: each.name.casefold()):
            members = len(members_on(unit, group.id, today))
            text = self._node_text(f"{group.name}, {members_text(members)}", told[group.id])
            nodes.append(Node(group.id, group.name, text, members))
        people = [each for each in unit.citizens if told[each.id]]
        for person in sorted(people, key=lambda each: each.name.casefold()):
            nodes.append(Node(person.id, person.name, self._node_text(person.name, told[person.id])))
        summary = self._summary(unit, pairs, len(people))
        self.summary.setText(summary)
        self.view.show_network(nodes, lines, summary)

    def _node_text(self, name: str, told: list[str]) -> str:
        if not told:
            return self.tr("%1. Nothing on record.").replace("%1", name)
        text = self.tr("%1. Kept apart from: %2.")
        return text.replace("%2", "; ".join(told)).replace("%1", name)

    def _summary(self, unit: Unit, pairs: Mapping[Sides, PairStand], people: int) -> str:
        now = sum(pair.stand in (Stand.HOLDS, Stand.SOON) for pair in pairs.values())
        text = self.tr(
            "Groups: %1. People with their own separation: %2. Pairs on record: %4, kept apart today: %3."
        )
        text = text.replace("%4", str(len(pairs))).replace("%3", str(now))
        text = text.replace("%2", str(people)).replace("%1", str(len(unit.groups)))
        unknown = self.tr("Where there is no line, nothing is on record.")
        return f"{text} {unknown}"


class NetworkLegend(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, gap=GRID * 2)
        colours = tokens(self.palette())
        solid, dots, dashes = Qt.PenStyle.SolidLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashLine
        for ink, wide, style, text in (
            (colours.danger, 3.5, solid, self.tr("never on one site at the same time; minutes between")),
            (colours.warn, 1.5, solid, scope_text(Scope.SESSION)),
            (colours.muted, 2.0, dots, self.tr("begins later")),
            (colours.danger, 1.5, dashes, self.tr("run out, to be reviewed")),
            (colours.muted, 1.5, dashes, self.tr("ended, reviewed")),
        ):
            part = QWidget()
            line = row(part, gap=6)
            line.addWidget(_Stroke(QPen(QColor(ink), wide, style)))
            line.addWidget(label(text, "muted"))
            flow.addWidget(part)


class _Stroke(QWidget):
    """A short line."""

    def __init__(self, pen: QPen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pen = pen
        self.setFixedSize(QSize(28, 14))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._pen)
        painter.drawLine(1, 7, 27, 7)
