"""Versions of a week beside each other."""
