"""R10, R11, R12: rivals share no session and no site, and who must be alone is alone.

Presence of a whole side on a site, slot by slot, stands in for its members: two members of a large group
then cost one clause a slot, not one a pair of people.
"""

from __future__ import annotations

from solver.frame import bits
from solver.model.variables import Variables


def state(v: Variables) -> None:
    """States the rules that keep citizens from one another."""
    for apart in v.going(v.frame.aparts):
        if apart.site_gap is None:
            _apart_in_session(v, apart.left, apart.right)
    state_on_sites(v)


def state_on_sites(v: Variables) -> None:
    """States R11 and R12 alone: they ask for no more than who is where."""
    sites = sorted({candidate.site for candidate in v.candidates})
    for apart in v.going(v.frame.aparts):
        if apart.site_gap is not None:
            for site in v.going(sites):
                _apart_on_site(v, apart.left, apart.right, site, apart.site_gap)
    for i in bits(v.frame.alone):
        for site in v.going(sites):
            # Alone for as long as they stay: the same clause as for rivals, without a gap.
            _apart_on_site(v, 1 << i, v.frame.everybody & ~(1 << i), site, 0)


def _apart_in_session(v: Variables, left: int, right: int) -> None:
    """R10, for scope session; on one site at one time R11 forbids it already."""
    for k, people in v.going(enumerate(v.attends)):
        mine = [literal for i, literal in people.items() if left >> i & 1]
        theirs = [literal for i, literal in people.items() if right >> i & 1]
        if mine and theirs:
            one, other = v.any_of(mine, f"left in {k}"), v.any_of(theirs, f"right in {k}")
            assert one is not None and other is not None
            v.model.add_at_most_one([one, other])


def _apart_on_site(v: Variables, left: int, right: int, site: int, gap: int) -> None:
    """R11 (and R12 with no gap): stays less than ``gap`` slots apart are at most ``gap`` + 1 slots away.

    If one stay ends in slot e and the other starts in s, then s - e slots lie between them; its last and
    the other's first slot are s - e + 1 away from each other.
    """
    mine, theirs = v.present(left, site), v.present(right, site)
    for slot, literal in mine.items():
        for near in range(slot - gap, slot + gap + 1):
            if near in theirs:
                v.model.add_at_most_one([literal, theirs[near]])
