"""What every test may rely on: no screen, no network, nobody's own settings, the unit's time zone."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.e2e import screen

PERSONAL = (
    "DBUS_SESSION_BUS_ADDRESS",
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "LANGUAGE",
    "LC_ALL",
    "PYTHONDONTWRITEBYTECODE",
    "PYTHONPATH",
    "QT_SCALE_FACTOR",
    "QT_STYLE_OVERRIDE",
)

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["LANG"] = "C.UTF-8"
os.environ["TZ"] = "Europe/Copenhagen"
for name in PERSONAL:
    os.environ.pop(name, None)
if hasattr(time, "tzset"):
    time.tzset()

# No deadline: how long an example takes says more about the machine than about the code.
settings.register_profile("dev", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("dev"), derandomize=True, database=None, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "dev")

# What the tests import stays to the end: looking through all of it for what can go takes a tenth of the time.
gc.disable()


def pytest_collection_finish() -> None:
    """Everything is imported: from here on, only what the tests make is looked through."""
    gc.freeze()
    gc.enable()


def pytest_report_header() -> str:
    """Says where the end-to-end tests show their windows."""
    return screen.header()


@pytest.fixture(autouse=True)
def garbage_goes_in_this_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """As in the app: a thread of a test ends no object of Qt's."""
    if "qapp" not in request.fixturenames:
        yield
        return
    gc.disable()
    yield
    gc.enable()
    gc.collect(1)


@pytest.fixture(autouse=True)
def no_personal_environment(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Gives each test an empty home of its own, which it returns.

    The settings, data and caches of the person at the keyboard stay out of the test, and what a test
    writes stays out of theirs.
    """
    home = tmp_path_factory.mktemp("home")
    for variable, folder in (
        ("HOME", home),
        ("USERPROFILE", home),
        ("APPDATA", home / "AppData" / "Roaming"),
        ("LOCALAPPDATA", home / "AppData" / "Local"),
        ("XDG_CONFIG_HOME", home / ".config"),
        ("XDG_DATA_HOME", home / ".local" / "share"),
        ("XDG_CACHE_HOME", home / ".cache"),
        ("XDG_STATE_HOME", home / ".local" / "state"),
    ):
        monkeypatch.setenv(variable, str(folder))
    return home
