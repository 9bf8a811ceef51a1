"""Why somebody has no more hours, what would help, and what no week can do."""
