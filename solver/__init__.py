"""The planning engine: knows ids and minutes, never a name; no Qt, no database."""
