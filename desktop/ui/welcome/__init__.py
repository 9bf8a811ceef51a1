"""An empty vault's first page."""
