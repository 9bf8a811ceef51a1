"""Backups in the window: when the last one was made, making, trying and restoring one, the export."""
