"""Blocks that overlap in time side by side, so that none ever covers another."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.printing.sheet import Block


def lanes_of(blocks: Sequence[Block]) -> tuple[tuple[int, int], ...]:
    """For each block its lane and the number of lanes it shares its column with.

    A sound plan has one lane everywhere (R3); a hand-made one may not.
    """
    lanes = [(0, 1)] * len(blocks)
    cluster: list[int] = []
    ends: list[int] = []
    order = sorted(range(len(blocks)), key=lambda number: (blocks[number].column, blocks[number].start))
    for number in order:
        block = blocks[number]
        if cluster and (blocks[cluster[0]].column != block.column or block.start >= max(ends)):
            cluster, ends = [], []
        lane = next((lane for lane, end in enumerate(ends) if end <= block.start), len(ends))
        if lane == len(ends):
            ends.append(block.end)
        else:
            ends[lane] = block.end
        cluster.append(number)
        lanes[number] = (lane, len(ends))
        for other in cluster:
            lanes[other] = (lanes[other][0], len(ends))
    return tuple(lanes)
