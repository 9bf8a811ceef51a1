"""The search that feeds the model: greedy filling, then ruin and recreate."""

from solver.search.anneal import Annealing, Week

__all__ = ["Annealing", "Week"]
