"""Every page and every window over it at a scale: ``python -m tests.ui.scaled FOLDER``, told as JSON.

Qt reads the scale once, from ``QT_SCALE_FACTOR``: each scale needs a process of its own. The screen is one of
1920 × 1080 dots, of which a window has half at 200 per cent.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.qt.language import Language
from desktop.ui import dressing
from tests.ui.house import House
from tests.ui.looking import faults
from tests.ui.views import views
from tests.ui.windows import WINDOWS, Small, visit

SCREEN = (1920, 1080)


def environment(folder: Path, scale: float) -> Mapping[str, str]:
    """What a process needs to see a screen of Full HD at a scale."""
    screen = {"name": "one", "x": 0, "y": 0, "width": SCREEN[0], "height": SCREEN[1], "dpr": 1}
    told = folder / "screen.json"
    told.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    return os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={told}", "QT_SCALE_FACTOR": str(scale)}


def look_at_all(folder: Path) -> dict[str, list[str]]:
    """Everything that is wrong, by language and place."""
    app = QApplication(["Sikkerplan"])
    dressing.install(app, Qt.ColorScheme.Light)
    language = Language()
    wrong: dict[str, list[str]] = {}
    for code in ("da", "en"):
        language.install(code)
        inside = folder / code
        inside.mkdir()
        house = House(inside, language, (860, 470))
        for name, window in views(house):
            wrong[f"{code}: {name}"] = faults(window)
        for small in WINDOWS:
            wrong[f"{code}: {small.name}"] = _looked_at(house, small)
        house.close()
    return {place: found for place, found in wrong.items() if found}


def _looked_at(house: House, small: Small) -> list[str]:
    found: list[str] = []

    def look(top: object) -> None:
        for _ in small.looks(top):
            house.settle()
            found.extend(faults(top))  # type: ignore[arg-type]

    visit(house, small, look)
    return found


if __name__ == "__main__":
    print(json.dumps(look_at_all(Path(sys.argv[1])), ensure_ascii=False))  # noqa: T201
    sys.stdout.flush()
    # Nothing has to be put away in order.
    os._exit(0)
