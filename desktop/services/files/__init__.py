"""The unit as a file: read whole or not at all, and written."""
