"""The search that feeds the model: greedy filling, then ruin and recreate, compiled to machine code.

To be read from the memory up: ``fields`` says where everything lies, ``known`` and ``recipes`` fill in what
never changes, ``board`` holds the week being built. ``possible`` asks what one person may do, ``pool`` keeps
who is free in a round, ``choice`` and ``heap`` serve ``insert``, which fills a day. ``ruin``, ``moves``,
``recall`` and ``lean`` are what a round does beside; ``rounds`` joins them, ``anneal`` is what others call.
"""

from solver.search.anneal import STAFF_SLOTS, Search

__all__ = ["STAFF_SLOTS", "Search"]
