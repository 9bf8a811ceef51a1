"""Sessions by site, room and day."""
