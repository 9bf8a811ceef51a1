"""The search that feeds the model: greedy filling, then ruin and recreate, compiled to machine code."""

from solver.search.anneal import STAFF_SLOTS, Search

__all__ = ["STAFF_SLOTS", "Search"]
