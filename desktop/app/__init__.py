"""The one place that builds the concrete parts and joins them: vault, store, services, engine, window."""

from desktop.app.asked import NOT_PLANNED, NOT_STARTED, PLANNED, UNSAFE, Options, Terminal
from desktop.app.starting import start

__all__ = [
    "NOT_PLANNED",
    "NOT_STARTED",
    "PLANNED",
    "UNSAFE",
    "Options",
    "Terminal",
    "start",
]
