"""The one place that builds the concrete parts and joins them: vault, store, services, engine, window."""

from desktop.app.asked import NOT_PLANNED, NOT_STARTED, PLANNED, UNSAFE, Options, Terminal
from desktop.app.demo import DEMO_PASSPHRASE
from desktop.app.door import VaultDoor, door_text
from desktop.app.parts import App
from desktop.app.starting import start

__all__ = [
    "DEMO_PASSPHRASE",
    "NOT_PLANNED",
    "NOT_STARTED",
    "PLANNED",
    "UNSAFE",
    "App",
    "Options",
    "Terminal",
    "VaultDoor",
    "door_text",
    "start",
]
