"""The search that feeds the model: greedy filling, then ruin and recreate."""

from solver.search.anneal import Annealing
from solver.search.week import SEARCHED, Order, Week

__all__ = ["SEARCHED", "Annealing", "Order", "Week"]
