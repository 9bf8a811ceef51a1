"""A heap of what could be held on a day: scores with the numbers of their entries, the highest score first.

How many entries it has stands in ``ROUND_COUNT``; what the number of one means is ``insert``'s affair.
"""

from __future__ import annotations

from solver.compiled import Longs, compiled
from solver.search import fields as f
from solver.search.fields import at1

#: Entries that it has room for; hopes beyond are left out.
HEAP = 60_000


@compiled
def sink(big: Longs, x: int) -> None:
    """Moves an entry whose score is too low for its place down to where it belongs."""
    score, entry = big[at1(big, f.SCORE, x)], big[at1(big, f.HEAP_ENTRY, x)]
    n = big[at1(big, f.ROUND_COUNT, 2)]
    while True:
        child = 2 * x + 1
        if child >= n:
            break
        if child + 1 < n and big[at1(big, f.SCORE, child + 1)] > big[at1(big, f.SCORE, child)]:
            child += 1
        if big[at1(big, f.SCORE, child)] <= score:
            break
        big[at1(big, f.SCORE, x)] = big[at1(big, f.SCORE, child)]
        big[at1(big, f.HEAP_ENTRY, x)] = big[at1(big, f.HEAP_ENTRY, child)]
        x = child
    big[at1(big, f.SCORE, x)], big[at1(big, f.HEAP_ENTRY, x)] = score, entry


@compiled
def order(big: Longs, n: int) -> None:
    """Makes a heap of the first ``n`` scores, in whatever order they are."""
    big[at1(big, f.ROUND_COUNT, 2)] = n
    for x in range(n // 2 - 1, -1, -1):
        sink(big, x)


@compiled
def pop(big: Longs) -> None:
    """Takes the highest score out."""
    last = big[at1(big, f.ROUND_COUNT, 2)] - 1
    big[at1(big, f.ROUND_COUNT, 2)] = last
    big[at1(big, f.SCORE, 0)] = big[at1(big, f.SCORE, last)]
    big[at1(big, f.HEAP_ENTRY, 0)] = big[at1(big, f.HEAP_ENTRY, last)]
    sink(big, 0)
