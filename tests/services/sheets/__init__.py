"""Tables into the unit and out of it."""
