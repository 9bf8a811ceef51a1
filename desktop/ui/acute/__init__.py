"""Something happened: what it makes unsafe, the repaired week beside the present one, and who to call."""
