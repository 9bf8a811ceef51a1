"""Where the end-to-end tests find their screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.bench.contest import warm_up
from tests.bench.instances import realistic
from tests.e2e import screen


@pytest.fixture(scope="session", autouse=True)
def planner_made_ready() -> None:
    """The planner compiles itself once on a machine, which takes a minute: no robot has to wait for that."""
    warm_up(realistic(7), seconds=0.2)


@pytest.fixture(scope="session")
def screen_environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The environment of a program that shows real windows; without Xvfb, Qt's offscreen platform."""
    if screen.available():
        with screen.virtual_screen(tmp_path_factory.mktemp("xvfb") / "log.txt") as environment:
            yield environment
    elif screen.required():
        pytest.fail("Xvfb is not installed (Debian: apt install xvfb), and CI needs a real window")
    else:
        yield {"QT_QPA_PLATFORM": "offscreen"}
