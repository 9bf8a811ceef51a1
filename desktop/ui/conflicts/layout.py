"""Where the nodes of the network stand: on an ellipse, those that are kept apart from each other near."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import combinations

CROWDED = 22
"""With more nodes than this, every other one stands further in."""
INNER = 0.62
ROUNDS = 12
WIDER = 1.2
FINE = 1440
"""Points of the ellipse that are measured between."""
PUSHES = 120
Box = tuple[float, float, float, float]
"""Left, top, width and height."""


def places(nodes: Sequence[str], edges: Iterable[tuple[str, str]]) -> dict[str, tuple[float, float]]:
    """Each node's place, from -1 to 1 both ways; the same for the same nodes and edges."""
    order = _order(nodes, edges)
    found = {}
    for at, (node, angle) in enumerate(zip(order, _angles(len(order)), strict=True)):
        far = INNER if len(order) > CROWDED and at % 2 else 1.0
        found[node] = (far * math.cos(angle), far * math.sin(angle))
    return found


def spread(boxes: Sequence[Box], room: Box, gap: float) -> list[Box]:
    """The boxes pushed apart until none covers another, as far as the room allows."""
    found = list(boxes)
    for _ in range(PUSHES):
        clear = True
        for at, other in combinations(range(len(found)), 2):
            one, two = found[at], found[other]
            across = min(one[0] + one[2], two[0] + two[2]) - max(one[0], two[0]) + gap
            down = min(one[1] + one[3], two[1] + two[3]) - max(one[1], two[1]) + gap
            if across <= 0 or down <= 0:
                continue
            clear = False
            if across < down:
                way = math.copysign(across / 2, one[0] + one[2] / 2 - two[0] - two[2] / 2)
                step = (way, 0.0)
            else:
                way = math.copysign(down / 2, one[1] + one[3] / 2 - two[1] - two[3] / 2)
                step = (0.0, way)
            found[at] = _moved(one, step[0], step[1], room)
            found[other] = _moved(two, -step[0], -step[1], room)
        if clear:
            break
    return found


def _moved(box: Box, across: float, down: float, room: Box) -> Box:
    left = max(room[0], min(box[0] + across, room[0] + room[2] - box[2]))
    top = max(room[1], min(box[1] + down, room[1] + room[3] - box[3]))
    return left, top, box[2], box[3]


def _angles(count: int) -> list[float]:
    """From the top on, equally far from each other along an ellipse ``WIDER`` than high."""
    steps = [2 * math.pi * step / FINE - math.pi / 2 for step in range(FINE)]
    gone, total = [], 0.0
    for angle in steps:
        gone.append(total)
        total += math.hypot(WIDER * math.sin(angle), math.cos(angle))
    return [steps[bisect_left(gone, total * at / count)] for at in range(count)]


def _order(nodes: Sequence[str], edges: Iterable[tuple[str, str]]) -> list[str]:
    """Around the ellipse: those that are joined follow each other, as near as changing places brings them."""
    near: dict[str, list[str]] = {node: [] for node in nodes}
    for one, other in edges:
        if one != other and one in near and other in near:
            near[one].append(other)
            near[other].append(one)
    order: list[str] = []
    for start in sorted(nodes, key=lambda node: (-len(near[node]), nodes.index(node))):
        waiting = [start]
        while waiting:
            node = waiting.pop()
            if node not in order:
                order.append(node)
                waiting += sorted(near[node], key=lambda each: (-len(near[each]), nodes.index(each)))
    best, least = order, _length(order, near)
    for _ in range(ROUNDS):
        order = _swapped(order, near)
        length = _length(order, near)
        if length >= least:
            break
        best, least = order, length
    return best


def _swapped(order: list[str], near: dict[str, list[str]]) -> list[str]:
    """Neighbours change places wherever that makes the lines shorter."""
    order = list(order)
    for at in range(len(order)):
        tried = list(order)
        following = (at + 1) % len(order)
        tried[at], tried[following] = tried[following], tried[at]
        if _length(tried, near) < _length(order, near):
            order = tried
    return order


def _length(order: Sequence[str], near: dict[str, list[str]]) -> int:
    """How many places all lines go over, the shorter way around."""
    place = {node: at for at, node in enumerate(order)}
    steps = (abs(place[node] - place[other]) for node in order for other in near[node])
    return sum(min(each, len(order) - each) for each in steps)
