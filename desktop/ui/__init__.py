"""The windows: a package a feature."""
