"""A list of the unit's records beside the form of the one that is chosen."""
