"""Conflict groups, who is kept apart from whom, the network of it, and what runs out."""
