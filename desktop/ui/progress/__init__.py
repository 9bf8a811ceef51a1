"""A planning run as it goes."""
