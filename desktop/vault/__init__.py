"""Keys and their slots: what opens the store."""
