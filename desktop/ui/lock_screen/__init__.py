"""The locked window: nothing of the unit is in it, and the way back in is."""
