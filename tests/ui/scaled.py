"""Every page and every window over it at a scale: ``python -m tests.ui.scaled FOLDER LANGUAGE …``,
told as JSON.

Qt reads the scale once, from ``QT_SCALE_FACTOR``: each scale needs a process of its own. The screen is one of
1920 × 1080 dots, of which a window has half at 200 per cent.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.qt.language import Language
from desktop.ui import dressing
from desktop.ui.opening import OpeningCard
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


def look_at_all(folder: Path, languages: Sequence[str]) -> dict[str, object]:
    """Everything that is ``wrong``, by language and place, and the classes of widgets that were ``seen``."""
    app = QApplication(["Sikkerplan"])
    dressing.install(app, Qt.ColorScheme.Light)
    language = Language()
    wrong: dict[str, list[str]] = {}
    seen: set[str] = set()
    for code in languages:
        language.install(code)
        inside = folder / code
        inside.mkdir()
        house = House(inside, language, (860, 470))
        for name, window in views(house):
            wrong[f"{code}: {name}"] = faults(window)
            seen |= _shown(window)
        for small in WINDOWS:
            wrong[f"{code}: {small.name}"] = _looked_at(house, small, seen)
        card = OpeningCard()
        card.show()
        house.settle()
        wrong[f"{code}: opening"] = faults(card)
        seen |= _shown(card)
        card.close()
        house.close()
    return {"wrong": {place: found for place, found in wrong.items() if found}, "seen": sorted(seen)}


def _shown(top: QWidget) -> set[str]:
    shown = [top, *(each for each in top.findChildren(QWidget) if each.isVisible())]
    return {kind.__name__ for each in shown for kind in type(each).__mro__}


def _looked_at(house: House, small: Small, seen: set[str]) -> list[str]:
    found: list[str] = []

    def look(top: QWidget) -> None:
        for _ in small.looks(top):
            house.settle()
            found.extend(faults(top))
            seen.update(_shown(top))

    visit(house, small, look)
    return found


if __name__ == "__main__":
    print(json.dumps(look_at_all(Path(sys.argv[1]), sys.argv[2:]), ensure_ascii=False))  # noqa: T201
    sys.stdout.flush()
    # Nothing has to be put away in order.
    os._exit(0)
