"""The session that was chosen: its people, its staff, and the rules that apply to it."""
