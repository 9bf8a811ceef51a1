"""The coordinator's desktop application."""
